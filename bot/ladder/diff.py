"""What changed between two ladders, or between two cards, line by line. Pure.

A change of what a level means is told once, at the level, not again at each of its cards.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.ladder.card_diff import Change, Kind, compare_cards, lists, meanings, texts
from bot.ladder.model import (
    Card,
    Dimension,
    Family,
    Group,
    Ladder,
    Level,
    Section,
    Soc,
    Statement,
    Track,
)

__all__ = ["Change", "Kind", "Subject", "compare_cards", "compare_ladders", "part_names"]

SAME_FAMILY = 0.5
"""Share of the lines of two families that are the same, from which one is the other renamed."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A part of the ladder that changed: its lines, or the whole of it."""

    kind: Kind
    """ADDED, REMOVED, RENAMED (its id) or CHANGED (its lines only)."""
    what: str
    """`ladder`, `dimension`, `section`, `track`, `level`, `family`, `card` or `guide`."""
    id: str
    """As the new ladder has it; for what was removed, as the old one had it."""
    name: str
    changes: tuple[Change, ...] = ()
    was: str | None = None
    """The old id of what was renamed."""


def compare_ladders(old: Ladder, new: Ladder) -> tuple[Subject, ...]:
    """What is different in `new`; empty when the ladders say the same, whatever their version."""
    renamed = _renamed_families(old, new)
    names = part_names(old) | part_names(new)
    return (
        *_ladder_itself(old, new),
        *_declared("dimension", old.dimensions, new.dimensions),
        *_declared("section", old.sections, new.sections),
        *_tracks(old, new),
        *_levels(old, new, names),
        *_families(old, new, renamed, names),
        *_guide(old, new),
    )


def part_names(ladder: Ladder) -> dict[str, str]:
    """Names for people of a ladder's dimensions and sections, by id."""
    dimensions = {id_: part.name for id_, part in ladder.dimensions.items()}
    return dimensions | {id_: part.name for id_, part in ladder.sections.items()}


def _ladder_itself(old: Ladder, new: Ladder) -> Iterator[Subject]:
    changes = (
        *texts("name", "Name", old.name, new.name),
        *texts("owner", "Owner", old.owner, new.owner),
        *texts("default_family", "Default family", old.default_family, new.default_family),
    )
    if changes:
        yield Subject(Kind.CHANGED, "ladder", "", new.name, changes)


def _declared(
    what: str,
    old: Mapping[str, Dimension] | Mapping[str, Section],
    new: Mapping[str, Dimension] | Mapping[str, Section],
) -> Iterator[Subject]:
    for id_ in dict.fromkeys([*new, *old]):
        before, after = old.get(id_), new.get(id_)
        if before is None or after is None:
            yield _whole(what, id_, before, after)
            continue
        changes = (
            *texts("name", "Name", before.name, after.name),
            *lists("also", "Also called", before.also, after.also),
        )
        if changes:
            yield Subject(Kind.CHANGED, what, id_, after.name, changes)


_Named = Dimension | Section | Track | Level | Family


def _whole(what: str, id_: str, before: _Named | None, after: _Named | None) -> Subject:
    """Something that only one of the ladders has."""
    named = after or before
    kind = Kind.REMOVED if after is None else Kind.ADDED
    return Subject(kind, what, id_, named.name if named else id_)


def _tracks(old: Ladder, new: Ladder) -> Iterator[Subject]:
    for id_ in dict.fromkeys([*new.tracks, *old.tracks]):
        before, after = old.tracks.get(id_), new.tracks.get(id_)
        if before is None or after is None:
            yield _whole("track", id_, before, after)
            continue
        shared = {level.code for level in before.levels} & {level.code for level in after.levels}
        order = [
            ", ".join(level.code for level in track.levels if level.code in shared)
            for track in (before, after)
        ]
        changes = (
            *texts("name", "Name", before.name, after.name),
            *texts("who", "Who", before.who, after.who),
            *texts("levels", "Order of the levels", *order),
        )
        if changes:
            yield Subject(Kind.CHANGED, "track", id_, after.name, changes)


def _levels(old: Ladder, new: Ladder, names: Mapping[str, str]) -> Iterator[Subject]:
    for code in dict.fromkeys([*new.levels, *old.levels]):
        before, after = old.levels.get(code), new.levels.get(code)
        if before is None or after is None:
            yield _whole("level", code, before, after)
            continue
        changes = (
            *texts("track", "Track", before.track_id, after.track_id),
            *texts("name", "Name", before.name, after.name),
            *meanings(before.meaning, after.meaning, names),
            *lists("grades", "Grades in titles", before.grades, after.grades),
            *lists("words", "Words in titles", before.words, after.words),
            *lists("titles", "Forms of titles", before.titles, after.titles),
        )
        if changes:
            yield Subject(Kind.CHANGED, "level", code, after.name, changes)


def _families(
    old: Ladder, new: Ladder, renamed: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[Subject]:
    """`renamed` is new id to old id."""
    for id_, after in new.families.items():
        before = old.families.get(renamed.get(id_, id_))
        if before is None:
            yield _whole("family", id_, None, after)
            continue
        changes = tuple(_family_changes(before, after))
        if before.id != id_:
            yield Subject(Kind.RENAMED, "family", id_, after.name, changes, before.id)
        elif changes:
            yield Subject(Kind.CHANGED, "family", id_, after.name, changes)
        yield from _cards(before, after, names)
    gone = old.families.keys() - new.families.keys() - set(renamed.values())
    for id_, before in old.families.items():
        if id_ in gone:
            yield _whole("family", id_, before, None)


def _family_changes(old: Family, new: Family) -> Iterator[Change]:
    yield from texts("name", "Name", old.name, new.name)
    yield from lists("aliases", "Other names", old.aliases, new.aliases)
    yield from lists("stems", "Stems of titles", old.stems, new.stems)
    yield from texts("soc", "O*NET / SOC", _soc(old.soc), _soc(new.soc))
    yield from texts("owner", "Owner", old.owner, new.owner)
    yield from texts("version", "Version", old.version, new.version)


def _soc(soc: Soc | None) -> str | None:
    if soc is None:
        return None
    title = f" {soc.title}" if soc.title else ""
    return f"{soc.code}{title}" + (" (inferred)" if soc.inferred else "")


def _cards(old: Family, new: Family, names: Mapping[str, str]) -> Iterator[Subject]:
    for code in dict.fromkeys([*new.cards, *old.cards]):
        before, after = old.cards.get(code), new.cards.get(code)
        card = after or before
        if card is None:
            continue
        ref, name = f"{new.id}/{code}", f"{new.name} {code} — {card.level.name}"
        if before is None or after is None:
            kind = Kind.ADDED if before is None else Kind.REMOVED
            yield Subject(kind, "card", ref, f"{name}: {card.title}")
        elif changes := compare_cards(before, after, names, own_only=True):
            yield Subject(Kind.CHANGED, "card", ref, name, changes)


def _guide(old: Ladder, new: Ladder) -> Iterator[Subject]:
    """The guide's answers, by their question."""
    before = {entry.question: entry for entry in old.guide}
    after = {entry.question: entry for entry in new.guide}
    for question in dict.fromkeys([*after, *before]):
        was, now = before.get(question), after.get(question)
        if was is None or now is None:
            kind = Kind.ADDED if was is None else Kind.REMOVED
            yield Subject(kind, "guide", question, question)
            continue
        changes = (
            *lists("also_asked", "Also asked", was.also_asked, now.also_asked),
            *texts("answer", "Answer", was.answer, now.answer),
            *texts("owner", "Owner", was.owner, now.owner),
            *texts("status", "Status", was.status, now.status),
        )
        if changes:
            yield Subject(Kind.CHANGED, "guide", question, question, changes)


def _renamed_families(old: Ladder, new: Ladder) -> dict[str, str]:
    """New id to old id of families that only have another id: the same name, or most lines."""
    gone = {id_: f for id_, f in old.families.items() if id_ not in new.families}
    fresh = {id_: f for id_, f in new.families.items() if id_ not in old.families}
    if not gone or not fresh:
        return {}
    lines = {id_: set(_lines(family)) for id_, family in gone.items()}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for id_, said in lines.items():
        for text in said:
            holders[text].append(id_)
    ranked = []
    for id_, family in fresh.items():
        mine = set(_lines(family))
        shared = Counter(holder for text in mine for holder in holders.get(text, ()))
        for other, before in gone.items():
            share = shared[other] / max(1, len(mine | lines[other])) if shared[other] else 0.0
            same_name = before.name.casefold() == family.name.casefold()
            if same_name or share >= SAME_FAMILY:
                ranked.append((not same_name, -share, id_, other))
    renamed: dict[str, str] = {}
    for *_, id_, other in sorted(ranked):
        if id_ not in renamed and other not in renamed.values():
            renamed[id_] = other
    return renamed


def _lines(family: Family) -> Iterator[str]:
    for card in family.cards.values():
        yield card.title
        yield from card.titles
        yield from _statements(card)


def _statements(card: Card) -> Iterator[str]:
    for entries in card.sections.values():
        for entry in entries:
            items: tuple[Statement, ...] = entry.items if isinstance(entry, Group) else (entry,)
            yield from (item.text for item in items)
