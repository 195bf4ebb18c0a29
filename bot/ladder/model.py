"""The ladder as plain frozen values. Nothing here reads a file or knows of Slack."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.ladder.rules import Rules, Withheld


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file: what it is, where it stands, and how to mend it."""

    file: str
    line: int
    """Counts from 1, as editors do."""
    column: int
    """Counts from 1."""
    message: str
    warning: bool = False
    """A ladder with warnings loads; one with errors does not."""

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        message = " ".join(self.message.splitlines())  # it quotes the file, whatever is in there
        file = self.file if self.file.isprintable() else repr(self.file)[1:-1]
        return f"{file}:{self.line}:{self.column}: {kind}{message}"


class LadderError(Exception):
    """A ladder that can't be loaded, with every problem that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Dimension:
    """One axis on which levels differ, such as autonomy."""

    id: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One list that a card may have, such as its skills."""

    id: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of a section, word for word, and the examples that belong to it."""

    text: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that stand under a name of their own within a section."""

    name: str
    items: tuple[Statement, ...]


Entry = Statement | Group


@dataclass(frozen=True, slots=True)
class Years:
    """A range of years of experience, both ends included, and how the ladder writes it."""

    min_years: float
    max_years: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a level means: one sentence, and a phrase for each dimension that is told."""

    summary: str | None = None
    dimensions: Mapping[str, str] = field(default_factory=dict)
    """Dimension id to phrase. A dimension that is not told has no entry."""
    years: Years | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """A rung of a track. `grades`, `words` and `titles` say how its titles are made."""

    code: str
    name: str
    track_id: str
    meaning: Meaning
    grades: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    """Templates with `{stem}` or `{family}`."""


@dataclass(frozen=True, slots=True)
class Track:
    """A line of levels, lowest first."""

    id: str
    name: str
    who: str | None
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Pay:
    """What a level pays: figures, or a note that says why there are none."""

    status: str | None = None
    note: str | None = None
    low: float | None = None
    median: float | None = None
    high: float | None = None
    currency: str | None = None
    period: str | None = None
    as_of: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Soc:
    """A code of the Standard Occupational Classification, as O*NET uses it."""

    code: str
    title: str | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What the ladder says of one family at one level. Absent parts are empty or None."""

    family_id: str
    level: Level
    title: str
    summary: str | None
    meaning: Meaning
    """The level's meaning, with this card's own words where it overrides a dimension."""
    sections: Mapping[str, tuple[Entry, ...]]
    """Section id to entries; only the sections that the card has."""
    titles: tuple[str, ...]
    pay: Pay | None
    status: str
    source: str | None
    owner: str | None = None
    """Who answers for this card, where that is not the family's or the ladder's owner."""
    version: str | None = None
    """The card's own version, where it has one beside the ladder's."""
    own: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """The parts of `meaning` that its file tells itself: dimension ids, and `summary`."""
    listed: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """The sections that its file has, empty ones too."""
    written_unseen: bool = False
    """Whether its summary and sections were all taken out for a viewer who may not see them."""
    ref: str = field(init=False, compare=False, repr=False)
    """`family-id/CODE`, as answers name a level."""

    def __post_init__(self) -> None:
        """Name it once: every answer asks for it."""
        object.__setattr__(self, "ref", f"{self.family_id}/{self.level.code}")

    @property
    def written(self) -> bool:
        """False when the ladder only names this level: no summary and no section yet."""
        return bool(self.summary or any(self.sections.values())) or self.written_unseen


@dataclass(frozen=True, slots=True)
class Family:
    """A job family and its cards, by level code, in the order of the tracks."""

    id: str
    name: str
    aliases: tuple[str, ...]
    stems: tuple[str, ...]
    soc: Soc | None
    cards: Mapping[str, Card]
    owner: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """A question about the ladder itself, and the answer that its owner gives."""

    question: str
    also_asked: tuple[str, ...]
    answer: str
    owner: str | None
    status: str
    """`approved`, or `draft`: not to be given as an answer yet."""


@dataclass(frozen=True)
class Ladder:
    """A whole ladder. Immutable: a reload builds a new one."""

    name: str
    owner: str | None
    version: str
    default_family: str | None
    """Taken where a question names no family; None when every family fits equally."""
    dimensions: Mapping[str, Dimension]
    sections: Mapping[str, Section]
    tracks: Mapping[str, Track]
    families: Mapping[str, Family]
    guide: tuple[GuideEntry, ...] = ()
    rules: Rules = field(default=Rules(), repr=False)
    """Who may see what. A ladder with rules is whole: see `visible` for what a viewer gets."""
    withheld: tuple[Withheld, ...] = ()
    """What was taken out of it for a viewer who may not see it."""

    @cached_property
    def levels(self) -> Mapping[str, Level]:
        """Level code to level, over all tracks."""
        return {level.code: level for track in self.tracks.values() for level in track.levels}

    @cached_property
    def by_ref(self) -> Mapping[str, Card]:
        """Every card, family by family, by its `family-id/CODE`."""
        return {card.ref: card for card in self.cards()}

    def cards(self) -> Iterator[Card]:
        """Every card, family by family."""
        for family in self.families.values():
            yield from family.cards.values()

    def card(self, ref: str) -> Card | None:
        """The card for `family-id/CODE`; None when there is none."""
        return self.by_ref.get(ref)

    def owner_of(self, card: Card) -> str | None:
        """Who answers for `card`: the nearest owner named by card, family and ladder."""
        return card.owner or self.families[card.family_id].owner or self.owner

    def version_of(self, card: Card) -> str:
        """The version of `card`: the nearest one named by card, family and ladder."""
        return card.version or self.families[card.family_id].version or self.version

    def neighbors(self, card: Card) -> tuple[Card | None, Card | None]:
        """The family's cards one step below and above on the same track, gaps skipped."""
        family = self.families[card.family_id]
        levels = self.tracks[card.level.track_id].levels
        codes = [level.code for level in levels if level.code in family.cards]
        place = codes.index(card.level.code)
        below = family.cards[codes[place - 1]] if place else None
        above = family.cards[codes[place + 1]] if place + 1 < len(codes) else None
        return below, above
