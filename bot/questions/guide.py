"""Questions about the ladder itself, by their likeness to those that its guide answers.

Both are compared by the ideas that they speak of (`guide_words`), each weighed by how few entries
speak of it. What an entry's answer says counts too, but less than what its questions ask.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.ladder import GuideEntry, Ladder
from bot.questions.guide_words import IDEA, LIGHT, OF_LADDERS, Ideas, ideas
from bot.questions.patterns import is_everyday
from bot.questions.words import words

NEARLY_THE_SAME = 0.9
"""Likeness to a question of the guide from which it is that question, whatever else it names."""
PLAINLY_ASKED = 0.78
"""Likeness from which it asks for an entry, though it may be read as another kind of question."""
ANSWERED_FROM = 0.57
"""Likeness from which a question asks for an entry, where it asks for nothing else."""

_LIGHT_WEIGHT = 0.15
_EVERYDAY_SHARE = 0.25
"""What an everyday word that no entry has weighs against one that nobody knows."""
_TOLD_SHARE = 0.3
"""What an idea counts that only an entry's answer speaks of."""
_EVIDENCE = 4.0
"""Weight of shared ideas below which too little is said to be sure."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one entry of the guide speaks of."""

    entry: GuideEntry
    ways: tuple[Ideas, ...]
    """The ideas of its question, and of each other way to ask it."""
    asked: frozenset[str]
    """All of them."""
    told: frozenset[str]
    """Those of its answer alone."""


@dataclass(frozen=True, slots=True)
class GuideIndex:
    """The guide's entries by the ideas that they speak of."""

    entries: Sequence[_Entry]
    by_idea: Mapping[str, Sequence[int]]
    """The entries whose questions speak of an idea."""
    weights: Mapping[str, float]
    heaviest: float

    @classmethod
    def of(cls, ladder: Ladder) -> "GuideIndex":
        """Build the index from every entry's question, the other ways to ask it, and its answer."""
        entries = [_entry(each) for each in ladder.guide]
        asked = Counter(idea for each in entries for idea in each.asked)
        told = Counter(idea for each in entries for idea in each.told)
        heaviest = math.log(len(entries) + 1) + 0.5
        by_idea: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(entries):
            for idea in each.asked:
                by_idea[idea].append(number)
        return cls(
            entries=entries,
            by_idea=dict(by_idea),
            weights={
                idea: _LIGHT_WEIGHT if idea in LIGHT else heaviest - math.log(count)
                for idea, count in {**told, **asked}.items()
            },
            heaviest=heaviest,
        )

    def nearest(self, said: Sequence[str]) -> tuple[float, GuideEntry] | None:
        """The entry most like a question's words, with how alike they are, 0 to 1."""
        wanted = ideas(said)
        near = {
            number
            for each in wanted
            for idea in each - LIGHT or each
            for number in self.by_idea.get(idea, ())
        }
        if not near:
            return None
        of_ladders = any(self._tells(idea) for each in wanted for idea in each)
        alike = {number: self._alike(wanted, self.entries[number], of_ladders) for number in near}
        best = min(near, key=lambda number: (-alike[number], number))
        return alike[best], self.entries[best].entry

    def _alike(self, wanted: Ideas, entry: _Entry, of_ladders: bool) -> float:
        """How much of the question is in the entry, and of one of its ways to ask in the question.

        A way that is the question word for word is 1. A question that shares few ideas with the
        entry is no more like it than the way that is nearest to it.
        """
        total, meant = self._weighed(wanted), frozenset().union(*wanted)
        strange = sum(not self._speaks_of(each) for each in wanted)
        unknown = strange * self.heaviest * (1 - _EVERYDAY_SHARE)
        shared = self._shared(wanted, entry.asked)
        nearest = share = 0.0
        for way in entry.ways:
            own, met = self._weighed(way), self._shared(way, meant)
            both = min(met, self._shared(wanted, frozenset().union(*way)))
            nearest = max(nearest, 2 * both / (total + unknown + own))
            share = max(share, met / own)
        shared += _TOLD_SHARE * self._shared(wanted, entry.told)
        about = (shared / total + share) / 2
        enough = min(1.0, shared / _EVIDENCE)
        if not of_ladders:
            return nearest
        return max(nearest, min(about * enough, NEARLY_THE_SAME - 0.01))

    def _speaks_of(self, word: frozenset[str]) -> bool:
        """Whether the guide has a word, or it says little anyway."""
        return not (word.isdisjoint(self.weights) and word.isdisjoint(LIGHT))

    def _tells(self, idea: str) -> bool:
        """Whether speaking of it shows that a question may be one for the guide."""
        if idea in OF_LADDERS:
            return True
        everyday = idea.startswith(IDEA) or idea in LIGHT or is_everyday(idea)
        return idea in self.by_idea and not everyday

    def _weighed(self, some: Ideas) -> float:
        return sum(max(map(self._weight, each)) for each in some)

    def _shared(self, some: Ideas, others: AbstractSet[str]) -> float:
        """The weight of the words that speak of one of the other ideas."""
        return sum(max(map(self._weight, each & others), default=0.0) for each in some)

    def _weight(self, idea: str) -> float:
        if (known := self.weights.get(idea)) is not None:
            return known
        if idea in LIGHT:
            return _LIGHT_WEIGHT
        little = idea.startswith(IDEA) or is_everyday(idea)
        return self.heaviest * (_EVERYDAY_SHARE if little else 1.0)


def confidence(likeness: float) -> float:
    """How sure it is that a question of this likeness, ANSWERED_FROM or more, asks for the entry.

    Of the paraphrases in the sets whose likeness is just enough, about three in four are right.
    """
    return round(0.75 + 0.22 * min(1.0, (likeness - ANSWERED_FROM) / (1 - ANSWERED_FROM)), 2)


def _entry(entry: GuideEntry) -> _Entry:
    ways = tuple(ideas(words(each)) for each in (entry.question, *entry.also_asked))
    asked = _all(each for way in ways for each in way)
    told = _all(ideas(words(entry.answer))) - asked
    return _Entry(entry, tuple(way for way in ways if way), asked, told)


def _all(some: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*some)
