"""Which line of an old list became which line of a new one. Pure."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

LIKE_ENOUGH = 55.0
"""Likeness from which two lines count as one that was reworded; below it, as two lines."""

COMPARED = 500
"""Characters of a line that its likeness is taken of; a statement is seldom as long."""


class Said(NamedTuple):
    """A line, and what it stands under: nothing, or something that both lists name the same."""

    text: str
    under: tuple[str, ...] = ()


Pair = tuple[int | None, int | None]
"""Where a line stands in the old list and in the new one; None where it was added or removed."""


def pairs(old: Sequence[Said], new: Sequence[Said]) -> list[Pair]:
    """Every line of both lists in exactly one pair, in the new list's order, removed ones last.

    Lines that are the same are paired first, wherever they stand; then the ones most alike,
    best first. The other way round gives the same pairs turned round.
    """
    partner: dict[int, int] = {}
    left_old, left_new = list(range(len(old))), list(range(len(new)))
    for key in (_whole, _text):
        same = _same(old, left_old, new, left_new, key)
        partner.update(same)
        taken = set(same.values())
        left_old = [i for i in left_old if i not in taken]
        left_new = [j for j in left_new if j not in same]
    taken = set()
    for i, j in _most_alike(old, left_old, new, left_new):
        if j not in partner and i not in taken:
            partner[j] = i
            taken.add(i)
    found: list[Pair] = [(partner.get(j), j) for j in range(len(new))]
    return found + [(i, None) for i in left_old if i not in taken]


def _whole(said: Said) -> Hashable:
    return said


def _text(said: Said) -> Hashable:
    return said.text


def _same(
    old: Sequence[Said],
    left_old: list[int],
    new: Sequence[Said],
    left_new: list[int],
    key: Callable[[Said], Hashable],
) -> dict[int, int]:
    """New index to old index of lines with the same key; the first goes with the first."""
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for i in left_old:
        waiting[key(old[i])].append(i)
    return {j: waiting[key(new[j])].popleft() for j in left_new if waiting[key(new[j])]}


def _most_alike(
    old: Sequence[Said], left_old: list[int], new: Sequence[Said], left_new: list[int]
) -> list[tuple[int, int]]:
    """Pairs of indexes that are alike enough, best first.

    What decides between equals is the same in both directions.
    """
    ranked = []
    for (i, j), score in _likeness(old, left_old, new, left_new).items():
        texts = sorted((old[i].text, new[j].text))
        elsewhere = old[i].under != new[j].under
        ranked.append((-score, elsewhere, abs(i - j), texts, i + j, i, j))
    return [(i, j) for *_, i, j in sorted(ranked)]


def _likeness(
    old: Sequence[Said], left_old: list[int], new: Sequence[Said], left_new: list[int]
) -> dict[tuple[int, int], float]:
    """LIKE_ENOUGH to 100 for the lines that are alike: the ratio of rapidfuzz.

    Of their words as they stand or sorted, whichever is higher. Each line of the shorter list is
    compared with the whole other one in a single call, and keeps as many lines as its own list
    has: more can't be taken from it.
    """
    if len(left_old) > len(left_new):
        turned = _likeness(new, left_new, old, left_old)
        return {(i, j): score for (j, i), score in turned.items()}
    found: dict[tuple[int, int], float] = {}
    for form in (_as_it_stands, _sorted):
        others = [form(new[j].text) for j in left_new]
        for i in left_old:
            nearest = process.extract(
                form(old[i].text),
                others,
                scorer=fuzz.ratio,
                processor=None,
                score_cutoff=LIKE_ENOUGH,
                limit=len(left_old),
            )
            for _, score, place in nearest:
                pair = (i, left_new[place])
                found[pair] = max(score, found.get(pair, 0.0))
    return found


def _as_it_stands(text: str) -> str:
    return text[:COMPARED].casefold()


def _sorted(text: str) -> str:
    return " ".join(sorted(_as_it_stands(text).split()))
