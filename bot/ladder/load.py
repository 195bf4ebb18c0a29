"""From a folder of YAML files to a `Ladder`. Every problem found is told, not only the first."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from bot.ladder import build
from bot.ladder.checks.sound import family_errors, ladder_errors
from bot.ladder.files import YEARS
from bot.ladder.model import Dimension, Family, Ladder, LadderError, Level, Problem, Section
from bot.ladder.read import LadderReader, ReadFamily
from bot.ladder.version import ladder_version

__all__ = ["YEARS", "load_ladder"]


def load_ladder(
    root: Path, *, before: Ladder | None = None, unchanged: frozenset[str] = frozenset()
) -> Ladder:
    """The ladder in `root`; raises LadderError with every problem found, by file and line.

    A reload gives the ladder `before` and the ids of the families whose files are the same: they
    are taken over unread, unless what they are checked against (the levels' codes, dimensions,
    sections) is another.
    """
    if not root.is_dir():
        raise LadderError(
            [Problem(str(root), 1, 1, "is not a folder; set LEVEL_DATA to the ladder's folder")]
        )
    with _without_garbage_collection():
        return _load(root, before, unchanged)


def _load(root: Path, before: Ladder | None, unchanged: frozenset[str]) -> Ladder:
    reader = LadderReader(root)
    problems = reader.problems
    families = _still_sound(reader, before, unchanged)
    for read in reader.families(known=frozenset(families)):
        problems.extend(family_errors(read))
        if read.data:
            families[read.id] = _family(read, reader)
    guide = reader.guide()
    ids = [family.path.name for family in reader.folder.families]
    problems.extend(ladder_errors(reader, ids))
    data = reader.data
    if problems or data is None:
        raise LadderError(in_order(problems))
    return Ladder(
        name=data.name,
        owner=data.owner,
        version=data.version or ladder_version(root, reader.folder.newest),
        default_family=data.default_family,
        dimensions=build.named(Dimension, data.dimensions),
        sections=build.named(Section, data.sections),
        tracks=reader.tracks,
        families=MappingProxyType({id_: families[id_] for id_ in ids}),
        guide=build.guide(guide.data, data.owner) if guide else (),
    )


def _still_sound(
    reader: LadderReader, before: Ladder | None, unchanged: frozenset[str]
) -> dict[str, Family]:
    """The families of `before` among `unchanged`, as reading them again would give them."""
    if (
        before is None
        or reader.data is None
        or before.levels.keys() != reader.levels.keys()
        or list(before.dimensions) != list(reader.data.dimensions)
        or list(before.sections) != list(reader.data.sections)
    ):
        return {}
    known = {id_: family for id_, family in before.families.items() if id_ in unchanged}
    if before.tracks == reader.tracks:
        return known
    return {
        id_: _at_new_levels(family, reader.levels)
        for id_, family in known.items()
        # A card that has no words of its own on what its level means has the level's very object.
        if all(card.meaning is card.level.meaning for card in family.cards.values())
    }


def _at_new_levels(family: Family, levels: Mapping[str, Level]) -> Family:
    cards = {
        code: replace(family.cards[code], level=level, meaning=level.meaning)
        for code, level in levels.items()
        if code in family.cards
    }
    return replace(family, cards=MappingProxyType(cards))


def _family(read: ReadFamily, reader: LadderReader) -> Family:
    assert read.data  # noqa: S101 - the caller looked
    cards = {card.card.level.code: card.card for card in read.cards}
    ordered = {code: cards[code] for code in reader.levels if code in cards}
    return build.family(read.id, read.data, ordered)


def in_order(problems: list[Problem]) -> list[Problem]:
    """`problems` by file, line and column, each told once."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.file, p.line, p.column))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    # A load makes some hundred thousand objects that all stay; looking through them again and
    # again for garbage takes a third of its time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
