"""Finds the words that a typed word may be a misspelling of, without a look at every word.

The symmetric delete index of SymSpell (Wolf Garbe, 2012): two words that are few edits apart are
the same word once a few letters of each are left out. What is left of every known word is kept
ready; a typed word is looked up by what is left of it. Only the first letters of a long word are
indexed, and rapidfuzz measures the whole of each candidate.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import OSA

INDEXED_LETTERS = 7
"""Letters of a word that are indexed: the effort grows with their square."""

_REUSED_UP_TO = 1.2
"""An index with up to so many times the words that are needed is not built again."""


def allowed_edits(word: str) -> int:
    """Letters that may differ: none in a short word, where one letter makes another word."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2 if len(word) < 14 else MOST_EDITS


MOST_EDITS = 3
"""Letters that may differ in the longest words."""


def edits_between(typed: str, word: str) -> int | None:
    """Letters that differ, two neighbors swapped being one; None when they are too many."""
    allowed = allowed_edits(word)
    if abs(len(typed) - len(word)) > allowed:
        return None
    edits = OSA.distance(typed, word, score_cutoff=allowed)
    return edits if edits <= allowed else None


@dataclass(frozen=True, slots=True)
class Spelling:
    """An index over known words. It may know more of them than it was asked for."""

    words: Collection[str]
    _by_rest: Mapping[str, tuple[str, ...]] = field(repr=False)
    """What is left of a word with letters left out, to the words that it is left of."""
    _longest: int
    """Letters in the longest word."""

    @classmethod
    def of(cls, words: Collection[str], before: "Spelling | None" = None) -> "Spelling":
        """Index `words`; the index from `before` is taken where it knows all of them."""
        enough = before is not None and all(word in before.words for word in words)
        if before and enough and len(before.words) <= _REUSED_UP_TO * len(words):
            return before
        by_rest: dict[str, tuple[str, ...]] = {}
        for word in words:
            alone = (word,)  # most are: one tuple for all that is left of a word
            for rest in rests_of(word) if allowed_edits(word) else ():
                by_rest[rest] = by_rest[rest] + alone if rest in by_rest else alone
        return cls(frozenset(words), by_rest, max(map(len, words), default=0))

    def alike(self, typed: str) -> dict[str, int]:
        """Known words within the letters that may differ, each with the number that do."""
        if len(typed) > self._longest + MOST_EDITS:
            return {}
        known = self._by_rest.keys() & _rests_of_typed(typed)
        if not known:
            return {}
        likely = {word for rest in known for word in self._by_rest[rest]}
        found = process.extract(
            typed, likely, scorer=OSA.distance, score_cutoff=MOST_EDITS, limit=None
        )
        return {word: edits for word, edits, _ in sorted(found) if edits <= allowed_edits(word)}


def rests_of(word: str) -> frozenset[str]:
    """The beginning of a word with a letter left out, and whole; of a long one with two left out.

    What two long words share with fewer left out, they also share with two.
    """
    start = word[:INDEXED_LETTERS]
    if len(start) == INDEXED_LETTERS:
        return frozenset(map(_joined, combinations(start, INDEXED_LETTERS - 2)))
    # A typed word may be a letter shorter or longer than the word that was meant.
    return frozenset([start, *map(_joined, combinations(start, max(0, len(start) - 1)))])


_rests_of_typed = lru_cache(maxsize=1_000)(rests_of)
"""The same: a word that nobody knows is looked up in several indexes."""


_joined: Callable[[tuple[str, ...]], str] = "".join
