"""A question as it was understood."""

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """The kinds of question (contract: "The JSON answer")."""

    CARD = "card"
    BROWSE = "browse"
    HELP = "help"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the words: the family to take where none is named."""

    family: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A level that a question speaks of: the cards that fit it equally, and how sure that is."""

    refs: tuple[str, ...]
    """`family-id/CODE`, at least one."""
    confidence: float
    """0 to 1: how likely the person means (one of) these."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `refs` are the levels it names, in order, when they are clear."""

    text: str
    intent: Intent
    confidence: float
    refs: tuple[str, ...] = ()
    family: str | None = None
    """The family that the question names outright."""
    near: tuple[str, ...] = ()
    """Levels that it may have meant, when it is not clear enough to answer."""
    no_such: str | None = None
    """A level that it names as the ladder writes codes, but that is not there: M9."""
