"""The titles and phrases of a ladder by their words, so that few are compared with what is typed.

A misspelled title still has most of its words, or words like them, or two of them written as one,
or one written as two. So the candidates are the phrases that hold such a word, rarest word first,
and rapidfuzz compares only those, written without anything between their words.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.questions.language.common_words import COMMON_WORDS
from bot.questions.language.english import FILLERS
from bot.questions.language.spelling import INDEXED_LETTERS, Spelling, rests_of
from bot.questions.lazily import remember

MEANT = COMMON_WORDS | FILLERS
"""Words that are meant as they are written."""

_MOST_CANDIDATES = 2_000
"""Phrases after which no commoner words are looked at."""
_MOST_OF_LIKE_WORDS = 500
"""The same, where comparing one takes five times as long."""
_LONGEST_WORD = 60
"""Letters of a typed word, or of two that are joined, from which no ladder has such a word."""
_HALF = 3
"""Letters that a known word must have to be looked for inside a longer typed one."""
_LIKE_ENOUGH = 75
"""rapidfuzz token_sort_ratio, 0 to 100, from which a title is offered as a suggestion."""
_LEAST_PART = 0.6
"""How short the shorter of two texts with that ratio can be, as a part of the longer one."""
_MOST_EDITS = 3
"""Letters that may differ in one or two words; one more for each further word."""
_MOST_WRONG = 2
"""Letters that may differ in a single word that is offered as a suggestion."""
_MOST_FOUND = 20
_MOST_BEGINNING = 500
"""Phrases that are looked at for what is being typed."""
_AFTER_ALL = "\U0010ffff"
"""Sorts behind every letter."""


@dataclass(frozen=True, slots=True)
class TitleIndex:
    """An index over phrases. Keys are squashed: case folded, nothing between the words."""

    phrases: Mapping[str, tuple[str, ...]]
    """Key to words."""
    spelling: Spelling
    """Of all words of the phrases."""
    _holding: Mapping[str, Sequence[str]] = field(repr=False)
    """A word to the keys of the phrases that hold it, shortest first."""
    _single: Sequence[str] = field(repr=False)
    """The keys of phrases of one word, shortest first."""
    _in_order: Mapping[str, str] = field(repr=False)
    """Keys to the phrase's words in alphabetical order, parted by blanks."""
    _sorted_words: Sequence[str] = field(repr=False)
    _longest: int
    """Letters in the longest key."""
    _begun: frozenset[str] = field(repr=False)
    """What is left of the first letters of each key with two of them left out."""
    _like: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Typed words to what they may be meant for: each is needed many times in one question."""

    @classmethod
    def of(
        cls, phrases: Mapping[str, tuple[str, ...]], before: "TitleIndex | None" = None
    ) -> "TitleIndex":
        """Index `phrases`; what `before` knows of spelling is taken over where it fits."""
        holding: defaultdict[str, list[str]] = defaultdict(list)
        for key in sorted(phrases, key=len):
            for word in phrases[key]:
                holding[word].append(key)
        spelling = Spelling.of(holding.keys(), before.spelling if before else None)
        return cls(
            phrases=phrases,
            spelling=spelling,
            _holding=dict(holding),
            _single=sorted(sorted(key for key in phrases if len(phrases[key]) == 1), key=len),
            _in_order={
                key: " ".join(sorted(phrase)) if len(phrase) > 1 else key
                for key, phrase in phrases.items()
            },
            _sorted_words=sorted(holding),
            _longest=max(map(len, phrases), default=0),
            # Not one call for all of them, which no other thread could run beside.
            _begun=frozenset(
                rest
                for beginning in {key[:INDEXED_LETTERS] for key in phrases}
                for rest in rests_of(beginning)
            ),
        )

    def knows(self, word: str) -> bool:
        """Whether a phrase holds this very word."""
        return word in self._holding

    def beginning(self, typed: Sequence[str], most: int = _MOST_BEGINNING) -> list[str]:
        """Keys of at most `most` phrases with a word that begins with each typed one.

        The shortest come first. A phrase's words may stand in another order.
        """
        spans = sorted((self._begins(word) for word in typed), key=len)
        if not spans or not spans[0]:
            return []
        keys = {key for word in spans[0] for key in self._holding[word][:most]}
        found = (key for key in sorted(keys, key=_shortest) if self._has_all(key, typed))
        return list(islice(found, most))

    def longer(self, beginning: str, most: int) -> Sequence[str]:
        """The known words that begin so, and are longer; none where there are more than `most`."""
        found = self._begins(beginning)
        return [word for word in found if word != beginning] if len(found) <= most else ()

    def _begins(self, beginning: str) -> Sequence[str]:
        """The known words that begin so."""
        words = self._sorted_words
        first = bisect_left(words, beginning)
        return words[first : bisect_left(words, beginning + _AFTER_ALL, lo=first)]

    def _has_all(self, key: str, beginnings: Sequence[str]) -> bool:
        return all(
            any(word.startswith(beginning) for word in self.phrases[key])
            for beginning in beginnings
        )

    def may_be_slip(self, typed: str) -> bool:
        """Whether a key may be within two letters of what was typed; most begin with others."""
        short = len(typed) < INDEXED_LETTERS + 2
        return short or not self._begun.isdisjoint(rests_of(typed))

    def near(self, typed: Sequence[str]) -> list[tuple[str, int]]:
        """Keys of phrases like the typed words, with the letters that differ, least first.

        The words may have been parted and joined in other places.
        """
        joined = "".join(typed)
        most_edits = max(_MOST_EDITS, len(typed))
        if len(joined) > self._longest + most_edits:
            return []
        lengths = range(len(joined) - most_edits, len(joined) + most_edits + 1)
        candidates = self._candidates(typed, lengths)
        if not candidates:
            return []
        found = process.extract(
            joined,
            candidates,
            scorer=OSA.distance,
            score_cutoff=most_edits,
            limit=None,
        )
        return sorted([(key, edits) for key, edits, _ in found], key=_least_edits)

    def of_like_words(self, typed: Sequence[str]) -> list[str]:
        """Keys of phrases with words like these in whatever order, most alike first.

        A single word is compared with all phrases of one word.
        """
        if len(typed) == 1:
            return self._like_alone(typed[0])
        length = sum(map(len, typed))
        if length * _LEAST_PART > self._longest:
            return []
        lengths = range(int(length * _LEAST_PART), int(length / _LEAST_PART) + 1)
        candidates = list(self._candidates(typed, lengths, _MOST_OF_LIKE_WORDS))
        # With the words of both in order this is rapidfuzz's token_sort_ratio.
        alike = process.extract(
            " ".join(sorted(typed)),
            list(map(self._in_order.__getitem__, candidates)),
            scorer=fuzz.ratio,
            score_cutoff=_LIKE_ENOUGH,
            limit=None,
        )
        best = sorted((-score, candidates[place]) for _, score, place in alike)
        return [key for _, key in best[:_MOST_FOUND]]

    def _like_alone(self, typed: str) -> list[str]:
        """Keys of phrases of one word with a third of their letters wrong at most, and only two."""
        first = bisect_left(self._single, len(typed) - _MOST_WRONG, key=len)
        stop = bisect_left(self._single, len(typed) + _MOST_WRONG + 1, lo=first, key=len)
        found = process.extract(
            typed,
            self._single[first:stop],
            scorer=OSA.distance,
            score_cutoff=_MOST_WRONG,
            limit=None,
        )
        near = sorted((edits, key) for key, edits, _ in found if edits * 3 <= len(key))
        return [key for _, key in near[:_MOST_FOUND]]

    def _candidates(
        self, typed: Sequence[str], lengths: range, most: int = _MOST_CANDIDATES
    ) -> set[str]:
        """Keys of some of these lengths, of phrases that hold a word like one of the typed ones."""
        words = self._words_like(typed)
        found: set[str] = set()
        if not words:
            return found
        words.sort(key=lambda word: len(self._holding[word]))
        for word in words:
            keys = self._holding[word]
            first = bisect_left(keys, lengths.start, key=len)
            found.update(keys[first : bisect_left(keys, lengths.stop, lo=first, key=len)])
            if len(found) > most:
                break
        return found

    def _words_like(self, typed: Sequence[str]) -> list[str]:
        """Words of phrases that the typed words are, may be meant for, or are made of."""
        found: dict[str, None] = {}
        pairs = [
            before + after
            for before, after in pairwise(typed)
            if before not in MEANT or after not in MEANT
        ]
        for word in (*typed, *pairs):
            like = self._like.get(word)
            if like is None:
                like = remember(self._like, word, self._looked_up(word))
            if like:
                found.update(dict.fromkeys(like))
        return list(found)

    def _looked_up(self, word: str) -> tuple[str, ...]:
        if word in self._holding:
            return (word,)
        if word in MEANT or len(word) > _LONGEST_WORD:
            return ()
        misspelled = [like for like in self.spelling.alike(word) if like in self._holding]
        return (*misspelled, *self._inside(word))

    def _inside(self, word: str) -> Iterator[str]:
        """Known words that a word begins or ends with: machinelerning, bankxpresident."""
        for place in range(_HALF, len(word) - 1):
            if word[:place] in self._holding:
                yield word[:place]
        for place in range(2, len(word) - _HALF + 1):
            if word[place:] in self._holding:
                yield word[place:]


def _shortest(key: str) -> tuple[int, str]:
    return len(key), key


def _least_edits(found: tuple[str, int]) -> tuple[int, str]:
    return found[1], found[0]
