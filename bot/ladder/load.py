"""From a folder of YAML files to a `Ladder`. Every problem found is told, not only the first."""

from pathlib import Path
from types import MappingProxyType

from bot.ladder import build
from bot.ladder.checks.sound import family_errors, ladder_errors
from bot.ladder.files import YEARS
from bot.ladder.garbage import collections_wait
from bot.ladder.model import Dimension, Family, Ladder, LadderError, Problem, Section
from bot.ladder.read import LadderReader, ReadFamily
from bot.ladder.reuse import Reuse
from bot.ladder.version import ladder_version

__all__ = ["YEARS", "load_ladder"]


def load_ladder(
    root: Path, *, before: Ladder | None = None, unchanged: frozenset[str] = frozenset()
) -> Ladder:
    """The ladder in `root`; raises LadderError with every problem found, by file and line.

    A reload gives the ladder `before` and the ids of the families whose files are the same: they
    are taken over unread, unless they use a level, section or dimension that is not declared now.
    """
    if not root.is_dir():
        raise LadderError(
            [Problem(str(root), 1, 1, "is not a folder; set LEVEL_DATA to the ladder's folder")]
        )
    with collections_wait():
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
        rules=build.rules(data),
    )


def _still_sound(
    reader: LadderReader, before: Ladder | None, unchanged: frozenset[str]
) -> dict[str, Family]:
    """The families of `before` among `unchanged`, as reading them again would give them."""
    if before is None or reader.data is None:
        return {}
    return Reuse(before, reader.data, reader.tracks).families(unchanged)


def _family(read: ReadFamily, reader: LadderReader) -> Family:
    assert read.data  # noqa: S101 - the caller looked
    cards = {card.card.level.code: card.card for card in read.cards}
    ordered = {code: cards[code] for code in reader.levels if code in cards}
    return build.family(read.id, read.data, ordered)


def in_order(problems: list[Problem]) -> list[Problem]:
    """`problems` by file, line and column, each told once."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.file, p.line, p.column))
