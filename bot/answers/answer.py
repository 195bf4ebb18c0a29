"""What the ladder says in reply to a question: values for a renderer, with no markup in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.ladder import Card, Dimension, Family, GuideEntry, Section, Soc, Track
from bot.questions import Intent


class Receipt(NamedTuple):
    """What is quoted: its status, version and owner, so that it can be cited and checked later."""

    status: str
    ladder: str
    version: str
    owner: str | None


class Part(NamedTuple):
    """One thing that a card tells: a dimension, a section, or titles, pay, soc, summary."""

    id: str
    """As `attribute` in the contract's JSON answer."""
    name: str


@dataclass(frozen=True, slots=True)
class NotShown:
    """Parts of the cards that whoever sees the answer may not see, and whom to ask for them."""

    parts: tuple[Part, ...]
    ask: str


class Cited(NamedTuple):
    """A card that an answer quotes from."""

    card: Card
    family: Family
    track: Track
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class FoundLevel:
    """A level for what a person is typing."""

    card: Card
    family: Family
    title: str | None
    """The title that it was found by, as its card writes it."""


class Told(NamedTuple):
    """What one card says of one part, word for word; no lines where it is silent."""

    cited: Cited
    lines: tuple[str, ...]


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
    attribute: str | None = None
    """The id of the part that the question asks about."""
    beside: tuple[str, ...] = ()
    """The ids of further parts that it asks about."""
    skill: str | None = None
    """The ladder's own wording of the skill asked about; None when no card lists it."""
    listed: bool | None = None
    """Whether the levels named list the skill; None when the question names none.

    None also when they do not list it in what is shown, and something is not.
    """
    not_shown: tuple[NotShown, ...] = ()
    """What would belong to the answer and is kept for others."""
    question_id: str | None = None
    """What feedback on the answer is kept under; None where the question was not recorded."""


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
    also: tuple[tuple[Card, Family], ...] = ()
    """The same level of other families, when the question named none; at most three."""
    families_like_it: int = 0
    """How many other families have the level, when the question named none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceAnswer(Answer):
    """Several cards that the question fits; the person chooses."""

    choices: tuple[tuple[Card, Family], ...]


class ComparedPart(NamedTuple):
    """One part of the cards side by side."""

    part: Part
    cells: tuple[tuple[str, ...], ...]
    """The lines of each card, in the order of the cards; none where it is silent."""

    @property
    def same(self) -> bool:
        """Whether all cards say the same."""
        return len(set(self.cells)) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareAnswer(Answer):
    """Two to four levels side by side; one, when the titles compared are of the same level."""

    sides: tuple[Cited, ...]
    rows: tuple[ComparedPart, ...]
    """The parts that any of the cards tells; only the one asked about, where one is named."""


class ToldPart(NamedTuple):
    """What each of some cards says of one part, in the order of the cards."""

    part: Part
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeAnswer(Answer):
    """What one or several cards say of one part, or of several."""

    part: Part
    told: tuple[Told, ...]
    told_beside: tuple[ToldPart, ...] = ()
    """What the same cards say of each of the further parts that the question asks about."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A line of a card and where it stands."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A card and those of its lines that list a skill."""

    cited: Cited
    lines: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillAnswer(Answer):
    """Which cards list a skill, lowest level first, or that none does."""

    asked: str
    """The skill in the words of the question."""
    listings: tuple[Listing, ...]
    unlisted: tuple[Listing, ...] = ()
    """Levels that the question names whose card does not list it, with the nearest lines."""
    elsewhere: tuple[Listing, ...] = ()
    """Other levels of the same families that list it, where those named do not."""


@dataclass(frozen=True, slots=True)
class StepPart:
    """What changes in one part from one card to another."""

    part: Part
    new: tuple[str, ...]
    """Lines that only the higher card has."""
    changed: tuple[tuple[str, str], ...]
    """Lines that grow: as the lower card has it, as the higher one has it."""
    same: tuple[str, ...]
    gone: tuple[str, ...]
    """Lines that only the lower card has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthAnswer(Answer):
    """The step from one level to another; `start` or `goal` is None at an end of the track."""

    start: Cited | None
    goal: Cited | None
    between: tuple[Cited, ...]
    """Levels of the track that lie between the two."""
    steps: tuple[StepPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceAnswer(Answer):
    """The levels of a track whose typical experience covers some years; maybe none."""

    years: float
    family: Family
    track: Track
    fits: tuple[Cited, ...]
    ranges: tuple[Cited, ...]
    """Every level of the family on that track that tells its years, lowest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideAnswer(Answer):
    """What the ladder's owner answers to a question about the ladder itself."""

    entry: GuideEntry
    ladder: str
    version: str


class Difference(StrEnum):
    """How a pasted line differs from the ladder's card."""

    REWORDED = "reworded"
    ADDED = "added"
    """The ladder's card has no such line."""
    MISSING = "missing"
    """The ladder's card has the line, what was pasted has not."""


@dataclass(frozen=True, slots=True)
class PastedLine:
    """A line that differs."""

    difference: Difference
    part: Part | None
    """Where it stands on the ladder's card; None for a line that it does not have."""
    pasted: str | None
    ours: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedAnswer(Answer):
    """Which level a pasted card is, and where it differs from the ladder's card."""

    cited: Cited
    same: int
    """Lines that stand on both word for word."""
    different: tuple[PastedLine, ...]


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
    foreign_card: bool = False
    """A card was pasted that names a level of the ladder, and has no line of it."""
    too_many: int = 0
    """How many levels were named, where these are more than stand side by side."""
    about_person: bool = False
    """The level or pay of a person was asked, which no ladder tells."""
    draft: GuideEntry | None = None
    """The guide's answer, which its owner has not approved yet and so is not given."""
