"""From what the files hold to the ladder's own values. Nothing here can fail."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from bot.ladder.files import (
    YEARS,
    CardFile,
    EntryFile,
    FamilyFile,
    GroupFile,
    GuideFile,
    LadderHead,
    LevelFile,
    NamedFile,
    PayFile,
    StatementFile,
    TrackFile,
    YearsFile,
)
from bot.ladder.model import (
    Card,
    Dimension,
    Entry,
    Family,
    Group,
    GuideEntry,
    Level,
    Meaning,
    Section,
    Statement,
    Track,
)
from bot.ladder.rules import Hiding, Restriction, Rules

_Named = TypeVar("_Named", Dimension, Section)

_NO_PAY = PayFile()
"""`pay: {}` says as much as no `pay:`, just as `skills: []` says as much as no `skills:`."""


class CardBuilder:
    """Makes cards. Texts that stand on many cards, such as skills, are kept once."""

    def __init__(self) -> None:
        self._statements: dict[str, Statement] = {}
        self._listed: dict[frozenset[str], frozenset[str]] = {}

    def card(
        self, family_id: str, level: Level, data: CardFile, sections: Mapping[str, list[EntryFile]]
    ) -> Card:
        """The card of `family_id` at `level`."""
        return Card(
            family_id=family_id,
            level=level,
            title=data.title,
            summary=data.summary,
            meaning=meaning(data.meaning, level.meaning),
            sections=MappingProxyType(
                {key: tuple(map(self._entry, told)) for key, told in sections.items() if told}
            ),
            titles=data.titles,
            pay=data.pay.pay() if data.pay and data.pay != _NO_PAY else None,
            status=data.status,
            source=data.source,
            owner=data.owner,
            version=data.version,
            own=tuple(data.meaning),
            listed=self._listed.setdefault(frozenset(sections), frozenset(sections)),
        )

    def _entry(self, entry: str | StatementFile | GroupFile) -> Entry:
        if isinstance(entry, GroupFile):
            return Group(entry.group, tuple(map(self._statement, entry.items)))
        return self._statement(entry)

    def _statement(self, statement: str | StatementFile) -> Statement:
        if isinstance(statement, StatementFile):
            return Statement(statement.text, statement.examples)
        known = self._statements.get(statement)
        if known is None:
            known = self._statements[statement] = Statement(statement)
        return known


def family(family_id: str, data: FamilyFile, cards: Mapping[str, Card]) -> Family:
    """The family with its cards, which are in the order of the tracks."""
    return Family(
        id=family_id,
        name=data.name,
        aliases=data.aliases,
        stems=data.stems,
        soc=data.soc.soc() if data.soc else None,
        cards=MappingProxyType(dict(cards)),
        owner=data.owner,
        version=data.version,
    )


def named(kind: type[_Named], files: Mapping[str, NamedFile]) -> Mapping[str, _Named]:
    """Dimensions or sections by id."""
    return MappingProxyType({key: kind(key, file.name, file.also) for key, file in files.items()})


def guide(data: GuideFile, owner: str | None) -> tuple[GuideEntry, ...]:
    """The guide's entries; `owner` is the ladder's, for entries that name none."""
    return tuple(
        GuideEntry(
            entry.question, entry.also_asked, entry.answer, entry.owner or owner, entry.status
        )
        for entry in data.questions
    )


def rules(data: LadderHead) -> Rules:
    """Who may see what; the ladder's owner is asked where a rule names nobody."""
    return Rules(
        tuple(
            Restriction(rule.fields, rule.to.circle(), rule.ask or data.owner or "")
            for rule in data.restricted
        ),
        tuple(Hiding(rule.families, rule.levels, rule.to.circle()) for rule in data.hidden),
    )


def tracks(files: Mapping[str, TrackFile]) -> Mapping[str, Track]:
    """Tracks by id, with their levels."""
    return MappingProxyType(
        {
            track_id: Track(track_id, file.name, file.who, tuple(_levels(track_id, file)))
            for track_id, file in files.items()
        }
    )


def _levels(track_id: str, track: TrackFile) -> Iterable[Level]:
    return (_level(code, track_id, level) for code, level in track.levels.items())


def _level(code: str, track_id: str, data: LevelFile) -> Level:
    own = meaning(data.meaning, Meaning())
    return Level(code, data.name, track_id, own, data.grades, data.words, data.titles)


def meaning_at(level: Level, card: Card) -> Meaning:
    """The meaning of `card` at `level`, which says something else than the card's level did."""
    if not card.own:
        return level.meaning
    told, inherited = card.meaning, level.meaning
    own = {key: told.dimensions[key] for key in card.own if key != "summary"}
    return Meaning(
        told.summary if "summary" in card.own else inherited.summary,
        MappingProxyType({**inherited.dimensions, **own}),
        told.years if YEARS in card.own else inherited.years,
    )


def meaning(own: Mapping[str, str | YearsFile], inherited: Meaning) -> Meaning:
    """A meaning's own words over those that it inherits."""
    if not own:
        return inherited
    summary, years = inherited.summary, inherited.years
    dimensions = dict(inherited.dimensions)
    for key, value in own.items():
        if isinstance(value, YearsFile):
            years = value.years()
            dimensions[key] = years.text
        elif key == "summary":
            summary = value
        else:
            dimensions[key] = value
    return Meaning(summary, MappingProxyType(dimensions), years)
