"""What the ladder says in reply to a question: values for a renderer, with no markup in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.ladder import Card, Dimension, Family, Section, Soc, Track
from bot.questions import Intent


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is quoted: its status, version and owner, so that it can be cited and checked later."""

    status: str
    ladder: str
    version: str
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What every answer has."""

    question: str
    intent: Intent
    levels: tuple[str, ...]
    """`family-id/CODE`, in the order that the contract gives for the intent."""
    confidence: float
    """0 to 1."""
    suggestions: tuple[str, ...] = ()
    """Up to three questions that can be answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAnswer(Answer):
    """One level's card."""

    card: Card
    family: Family
    track: Track
    below: Card | None
    above: Card | None
    dimensions: Mapping[str, Dimension]
    sections: Mapping[str, Section]
    soc: Soc | None
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceAnswer(Answer):
    """Several cards that the question fits; the person chooses."""

    choices: tuple[tuple[Card, Family], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowseAnswer(Answer):
    """The families, or the levels of one family, that the ladder has."""

    ladder: str
    families: tuple[Family, ...]
    tracks: Mapping[str, Track]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAnswer(Answer):
    """What can be asked. `suggestions` holds questions that this very ladder answers."""

    ladder: str
    examples: tuple[tuple[str, str], ...]
    """What to type, and what it is: ("P2", "a level's code")."""
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownAnswer(Answer):
    """Nothing that the ladder answers, or not clear enough to answer."""

    near: tuple[tuple[Card, Family], ...]
    """Levels that may have been meant, at most three."""
    asked_family: Family | None = None
    """The family that was asked about, when that much is clear."""
    no_such: str | None = None
    """The code of a level that was asked about and is not there."""
