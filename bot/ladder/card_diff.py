"""What changed between two cards, line by line. Pure.

The order of lines is not content: a line that only stands elsewhere in its list is not told, one
that stands in another section or group is told as moved.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.ladder.model import Card, Group, Meaning, Pay, Statement, Years
from bot.ladder.pairs import Said, pairs


class Kind(StrEnum):
    """What happened to a line, or to a whole part of the ladder."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One line that changed."""

    kind: Kind
    """ADDED, REMOVED, REWORDED or MOVED."""
    part: str
    """The id of the part that it stands in: `summary`, `scope`, `activities`, `titles`, `pay`."""
    where: tuple[str, ...]
    """The part for people, and what the line stands under: ("Skills", "Tools")."""
    old: str | None
    new: str | None
    was: tuple[str, ...] | None = None
    """Where it stood before, when that was elsewhere."""


def compare_cards(
    old: Card, new: Card, names: Mapping[str, str] | None = None, *, own_only: bool = False
) -> tuple[Change, ...]:
    """What is different in `new`, every changed line once.

    `names` are those of `part_names`; without one a part has its id. With `own_only` a meaning
    that both cards have from their level is left out, since the level tells it.
    """
    names = names or {}
    changes = [
        *texts("title", "Title", old.title, new.title),
        *texts("summary", "Summary", old.summary, new.summary),
        *meanings(*_own_meanings(old, new) if own_only else (old.meaning, new.meaning), names),
        *_section_changes(old, new, names),
        *lists("titles", "Common titles", old.titles, new.titles),
        *_pays(old.pay, new.pay),
        *texts("status", "Status", old.status, new.status),
        *texts("source", "Source", old.source, new.source),
        *texts("owner", "Owner", old.owner, new.owner),
        *texts("version", "Version", old.version, new.version),
    ]
    return tuple(changes)


def texts(part: str, name: str, old: str | None, new: str | None) -> Iterator[Change]:
    """The change from one text to another, if there is one."""
    if old != new:
        kind = Kind.ADDED if old is None else Kind.REMOVED if new is None else Kind.REWORDED
        yield Change(kind, part, (name,), old, new)


def lists(part: str, name: str, old: Iterable[str], new: Iterable[str]) -> Iterator[Change]:
    """The changes between two lists whose order says nothing."""
    before, after = [Said(text) for text in old], [Said(text) for text in new]
    for i, j in pairs(before, after):
        yield from texts(
            part,
            name,
            None if i is None else before[i].text,
            None if j is None else after[j].text,
        )


def _own_meanings(old: Card, new: Card) -> tuple[Meaning, Meaning]:
    """The cards' meanings without what both take from their level as it is."""
    before, after = old.level.meaning, new.level.meaning

    def own(meaning: Meaning) -> Meaning:
        inherited = old.meaning.summary == before.summary and new.meaning.summary == after.summary
        years = old.meaning.years == before.years and new.meaning.years == after.years
        own_years = None if years else meaning.years
        dimensions = {
            key: text
            for key, text in meaning.dimensions.items()
            if (own_years and text == own_years.text)
            or old.meaning.dimensions.get(key) != before.dimensions.get(key)
            or new.meaning.dimensions.get(key) != after.dimensions.get(key)
        }
        return Meaning(None if inherited else meaning.summary, dimensions, own_years)

    return own(old.meaning), own(new.meaning)


def meanings(old: Meaning, new: Meaning, names: Mapping[str, str]) -> Iterator[Change]:
    """The changes between what two levels mean; `names` are the dimensions' names by id."""
    yield from texts("meaning", "What this level means", old.summary, new.summary)
    for key in dict.fromkeys([*old.dimensions, *new.dimensions]):
        before, after = old.dimensions.get(key), new.dimensions.get(key)
        years_changed = old.years and new.years and old.years != new.years
        if before == after == getattr(new.years, "text", None) and years_changed:
            # The words are the same, the figures behind them are not.
            before, after = _years(old.years), _years(new.years)
        yield from texts(key, names.get(key, key), before, after)


def _years(years: Years | None) -> str | None:
    if years is None:
        return None
    most = "" if years.max_years is None else f" to {years.max_years:g}"
    return f"{years.text} (from {years.min_years:g}{most})"


def _section_changes(old: Card, new: Card, names: Mapping[str, str]) -> list[Change]:
    changes = [
        change
        for section in dict.fromkeys([*old.sections, *new.sections])
        for change in _entries(
            section,
            names.get(section, section),
            old.sections.get(section, ()),
            new.sections.get(section, ()),
        )
    ]
    return _moved_between(changes)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a section: its text, what it stands under, and its parent's place, if any."""

    text: str
    under: tuple[str, ...] = ()
    parent: int | None = None


def _entries(
    part: str, name: str, old: Sequence[Statement | Group], new: Sequence[Statement | Group]
) -> Iterator[Change]:
    """Groups first, then statements, then examples, each under what its own parent became."""
    became: dict[int | None, int | None] = {None: None}  # old parent to new parent
    for before, after in zip(_by_depth(old), _by_depth(new), strict=True):
        # A parent that is gone counts as one that no new line has.
        followed = [Said(line.text, (str(became.get(line.parent, "gone")),)) for line in before]
        now = [Said(line.text, (str(line.parent),)) for line in after]
        found = pairs(followed, now)
        for i, j in found:
            was, line = None if i is None else before[i], None if j is None else after[j]
            elsewhere = i is not None and j is not None and followed[i].under != now[j].under
            yield from _line_change(part, name, was, line, elsewhere=elsewhere)
        became = {None: None} | {i: j for i, j in found if i is not None and j is not None}


def _by_depth(entries: Sequence[Statement | Group]) -> tuple[list[_Line], list[_Line], list[_Line]]:
    groups: list[_Line] = []
    statements: list[_Line] = []
    examples: list[_Line] = []
    for entry in entries:
        under: tuple[str, ...] = ()
        parent: int | None = None
        if isinstance(entry, Group):
            under, parent = (entry.name,), len(groups)
            groups.append(_Line(entry.name))
        for statement in entry.items if isinstance(entry, Group) else (entry,):
            within = (*under, statement.text)
            examples += [_Line(text, within, len(statements)) for text in statement.examples]
            statements.append(_Line(statement.text, under, parent))
    return groups, statements, examples


def _line_change(
    part: str, name: str, was: _Line | None, now: _Line | None, *, elsewhere: bool
) -> Iterator[Change]:
    old, new = was.text if was else None, now.text if now else None
    if old == new and not elsewhere:
        return
    where = (name, *(now or was or _Line("")).under)
    origin = (name, *was.under) if was and elsewhere else None
    if now is None:
        kind = Kind.REMOVED
    elif was is None:
        kind = Kind.ADDED
    else:
        kind = Kind.MOVED if old == new else Kind.REWORDED
    yield Change(kind, part, where, old, new, origin)


def _moved_between(changes: list[Change]) -> list[Change]:
    """The same changes, with a line that left one section for another told once, as moved."""
    left: defaultdict[str | None, list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind is Kind.REMOVED:
            left[change.old].append(change)
    told: list[Change] = []
    gone: set[int] = set()
    for change in changes:
        if change.kind is Kind.ADDED and left[change.new]:
            origin = left[change.new].pop(0)
            gone.add(id(origin))
            change = replace(change, kind=Kind.MOVED, old=origin.old, was=origin.where)  # noqa: PLW2901
        told.append(change)
    return [change for change in told if id(change) not in gone]


def _pays(old: Pay | None, new: Pay | None) -> Iterator[Change]:
    for key in Pay.__slots__:
        before, after = getattr(old, key, None), getattr(new, key, None)
        for change in texts("pay", "Pay", _written(before), _written(after)):
            yield replace(change, where=("Pay", key))


def _written(value: object) -> str | None:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return None if value is None else str(value)
