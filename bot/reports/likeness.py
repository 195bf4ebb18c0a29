"""Questions that say much the same, put together."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

ALIKE_FROM = 80.0
"""rapidfuzz token_sort_ratio, 0-100, from which two wordings are one question."""
MOST_WORDINGS = 3_000
"""The commonest wordings are compared; rarer ones then stand alone. Bounds the time."""

_WORDS = re.compile(r"\w+")
# P2 and P3, or II and III, are one letter apart and mean another level.
_GRADE = re.compile(r"\w*\d\w*|[ivx]{1,4}")


@dataclass(frozen=True, slots=True)
class Said:
    """A wording, and how often it was used."""

    text: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Alike:
    """Questions that say much the same, by their places in what was given."""

    wording: str
    """The commonest of their wordings."""
    wordings: tuple[str, ...]
    """All of them, commonest first."""
    members: tuple[int, ...]
    count: int


def group(said: Sequence[Said]) -> list[Alike]:
    """What was `said` in groups, largest first; what has no word in it is left out.

    Of what is equally common, the first that was given counts as the commoner.
    """
    plain = [_plain(each.text) for each in said]
    counts: Counter[str] = Counter()
    for wording, each in zip(plain, said, strict=True):
        if wording:
            counts[wording] += each.count
    leader_of = _leaders([wording for wording, _ in counts.most_common()])
    members: dict[str, list[int]] = defaultdict(list)
    for place, wording in enumerate(plain):
        if wording:
            members[leader_of[wording]].append(place)
    groups = [_alike(places, said) for places in members.values()]
    return sorted(groups, key=lambda alike: (-alike.count, alike.wording))


def _leaders(wordings: Iterable[str]) -> dict[str, str]:
    """For each wording, commonest first, the earlier one that it is like, or itself."""
    found: dict[str, str] = {}
    by_grades: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        known = by_grades[_grades(wording)]
        like = (
            process.extractOne(
                wording, known, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE_FROM
            )
            if number < MOST_WORDINGS
            else None
        )
        found[wording] = like[0] if like else wording
        if not like:
            known.append(wording)
    return found


def _alike(places: list[int], said: Sequence[Said]) -> Alike:
    counts: Counter[str] = Counter()
    for place in places:
        counts[said[place].text.strip()] += said[place].count
    wordings = tuple(text for text, _ in counts.most_common())
    return Alike(wordings[0], wordings, tuple(places), counts.total())


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def _grades(wording: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in wording.split() if _GRADE.fullmatch(word)))
