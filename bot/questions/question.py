"""A question as it was understood."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.ladder import GuideEntry


class Intent(StrEnum):
    """The kinds of question (contract: "The JSON answer")."""

    CARD = "card"
    COMPARE = "compare"
    ATTRIBUTE = "attribute"
    SKILL = "skill"
    GROWTH = "growth"
    EXPERIENCE = "experience"
    BROWSE = "browse"
    GUIDE = "guide"
    PASTED_CARD = "pasted_card"
    HELP = "help"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the words: whose default family counts, and what was answered before."""

    family: str | None = None
    """The family to take where none is named."""
    levels: tuple[str, ...] = ()
    """The levels, `family-id/CODE`, of the answer that this question follows; "and P3?"."""
    intent: Intent | None = None
    """What that answer was about."""
    attribute: str | None = None
    """The part of the cards that it was about: after autonomy, "and P3?" asks for P3's."""
    skill: str | None = None
    """The skill that it was about, in the words of the question."""
    beside: tuple[str, ...] = ()
    """The ids of further parts that it was about."""


class Mention(NamedTuple):
    """A level that a question speaks of: the cards that fit it equally, and how sure that is."""

    refs: tuple[str, ...]
    """`family-id/CODE`, at least one."""
    confidence: float
    """0 to 1: how likely the person means (one of) these."""


class SkillLine(NamedTuple):
    """A line of a card that lists a skill, and the part of the card where it stands."""

    ref: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill that is asked about, and the lines that list it."""

    asked: str
    """In the words of the question."""
    wording: str | None
    """In the ladder's own words; None when no card of the ladder lists it."""
    lines: tuple[SkillLine, ...]
    nearest: tuple[SkillLine, ...] = ()
    """Lines of the levels named that come nearest, where these do not list it."""


class Question(NamedTuple):
    """What is asked. `refs` are the levels it names, in order, when they are clear."""

    text: str
    intent: Intent
    confidence: float
    refs: tuple[str, ...] = ()
    family: str | None = None
    """The family that the question names outright."""
    assumed: bool = False
    """The family of `refs` was not named: it is the default one."""
    near: tuple[str, ...] = ()
    """Levels that it may have meant, when it is not clear enough to answer."""
    too_many: tuple[str, ...] = ()
    """Levels that it names, where these are more than stand side by side."""
    foreign_card: bool = False
    """It is a card that names a level of the ladder, and has no line of it."""
    no_such: str | None = None
    """A level that it names as the ladder writes codes, but that is not there: M9."""
    attribute: str | None = None
    """The id of the part of the cards that is asked about: autonomy, pay."""
    beside: tuple[str, ...] = ()
    """The ids of further parts that are asked about in the same breath."""
    skill: Skill | None = None
    years: float | None = None
    """Years of experience that it names."""
    track: str | None = None
    """The id of the track that it speaks of."""
    guide: GuideEntry | None = None
    """The entry of the ladder's guide that answers it."""
    about_person: bool = False
    """It asks for a person's level or pay."""

    def as_before(self, context: Context) -> "Question":
        """The same of the parts of the cards that were spoken of before."""
        return self._replace(attribute=context.attribute, beside=context.beside)
