"""Levels that a question means without naming each: those between two, one of two families."""

from bot.ladder import Card
from bot.questions.index import Index
from bot.questions.levels.frames import Way
from bot.questions.question import Mention
from bot.questions.reading import Levels, Reading
from bot.questions.tagging.tags import Kind


def across_families(reading: Reading, refs: tuple[str, ...]) -> tuple[str, ...]:
    """One level, and families that are compared at it: "P3 in data science vs software".

    All families where none is named: "how does a P3 vary across families".
    """
    named = list(
        dict.fromkeys(
            family
            for run in reading.runs
            for tag in run.some(Kind.FAMILY)
            for family in sorted(tag.families)
        )
    )
    if reading.before and named:  # "how is that different from the ML one"
        named = list(dict.fromkeys([*(ref.partition("/")[0] for ref in refs), *named]))
    codes = {ref.partition("/")[2] for ref in refs}
    named = named or list(reading.index.ladder.families)
    if len(named) < 2 or len(codes) != 1:
        return refs
    code = codes.pop()
    families = reading.index.ladder.families
    return tuple(f"{family}/{code}" for family in named if code in families[family].cards)


def between(index: Index, first: Card, last: Card) -> tuple[str, ...]:
    """The cards of one family and track from one to the other, both included, lowest first."""
    family = list(index.ladder.families[first.family_id].cards.values())
    refs = [card.ref for card in family if card.level.track_id == first.level.track_id]
    if first.ref not in refs or last.ref not in refs:
        return ()
    start, end = sorted((refs.index(first.ref), refs.index(last.ref)))
    return tuple(refs[start : end + 1])


def with_neighbor(index: Index, refs: tuple[str, ...], way: Way, apart: int = 1) -> tuple[str, ...]:
    """The level and the one that the question looks to, the start first; one at a track's end.

    The other is so many levels `apart`.
    """
    named = other = index.ladder.card(refs[0]) if refs else None
    if named is None:
        return refs
    for _ in range(apart):
        if other is not None:
            below, above = index.ladder.neighbors(other)
            other = above if way is Way.UP else below
    start, goal = (named, other) if way is Way.UP else (other, named)
    return tuple(each.ref for each in (start, goal) if each)


def in_one_family(levels: Levels) -> Levels:
    """The levels, each only in the families that have all of them: M6 and L6 of engineers.

    Where a code without a family fits several, and no family has all, they stay as they are.
    """
    if len(levels.mentions) < 2 or max([len(each.refs) for each in levels.mentions]) == 1:
        return levels
    shared = frozenset.intersection(*map(_families, levels.mentions))
    if not shared:
        return levels
    mentions = [
        each._replace(refs=tuple(ref for ref in each.refs if ref.partition("/")[0] in shared))
        for each in levels.mentions
    ]
    return levels._replace(mentions=mentions)


def fits_families(mention: Mention) -> bool:
    """Whether a level may as well be that of another family."""
    return len(mention.refs) > 1 and len(_families(mention)) > 1


def _families(mention: Mention) -> frozenset[str]:
    return frozenset(ref.partition("/")[0] for ref in mention.refs)
