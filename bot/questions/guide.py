"""Questions about the ladder itself, by their likeness to those that its guide answers."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from bot.ladder import GuideEntry, Ladder
from bot.questions.english import SHORT_FORMS
from bot.questions.stems import stem
from bot.questions.words import words

ANSWERED_FROM = 0.7
"""The share of the words of both questions, by weight, from which they ask the same."""

_LIGHT = frozenset(
    stem(word)
    for word in """
    a an the is are am was be being been do does did i me my we you it this that these those in on at of to for and
    or s our your their there here how what who when which can could should would will may might if so with as just
    please get have has had one someone people any some really actually
    """.split()
)
_LIGHT_WEIGHT = 0.15

_SAME = {
    stem(said): stem(meant)
    for meant, others in {
        "promotion": "promo promos",
        "ladder": "framework matrix rubric leveling",
        "checklist": "tick checkbox boxes box",
        "move": "switch transfer transition",
        "approve": "sign signs signed signoff",
        "owns": "owner maintains responsible",
        "wrong": "incorrect unfair mistaken",
        "disagree": "appeal dispute contest",
        "individual": "ic",
        "companies": "company employers elsewhere",
        "pay": "salary salaries compensation comp",
        "often": "frequently frequency",
        "cycle": "window round",
    }.items()
    for said in others.split()
}


@dataclass(frozen=True, slots=True)
class GuideIndex:
    """The guide's questions by the stems of their words."""

    entries: Sequence[GuideEntry]
    """For each way to ask, the entry that it asks for."""
    totals: Sequence[float]
    """The weight of each way's words."""
    postings: Mapping[str, Sequence[int]]
    weights: Mapping[str, float]
    heaviest: float

    @classmethod
    def of(cls, ladder: Ladder) -> "GuideIndex":
        """Build the index from every entry's question and the other ways to ask it."""
        asked = [
            (_stems(words(question)), entry)
            for entry in ladder.guide
            for question in (entry.question, *entry.also_asked)
        ]
        counts = Counter(each for said, _ in asked for each in said)
        heaviest = math.log(len(asked) + 1) + 0.5
        weights = {
            each: _LIGHT_WEIGHT if each in _LIGHT else heaviest - math.log(count)
            for each, count in counts.items()
        }
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, (said, _) in enumerate(asked):
            for each in said:
                postings[each].append(number)
        return cls(
            entries=[entry for _, entry in asked],
            totals=[sum(weights[each] for each in said) for said, _ in asked],
            postings=dict(postings),
            weights=weights,
            heaviest=heaviest,
        )

    def nearest(self, said: Sequence[str]) -> tuple[float, GuideEntry] | None:
        """The entry most like a question's words, with the share of words that both have."""
        wanted = _stems(said)
        total = 0.0
        shared: defaultdict[int, float] = defaultdict(float)
        for each in wanted:
            unknown = _LIGHT_WEIGHT if each in _LIGHT else self.heaviest
            weight = self.weights.get(each, unknown)
            total += weight
            for number in self.postings.get(each, ()):
                shared[number] += weight
        if not shared:
            return None
        best = max(shared, key=lambda number: self._share(shared[number], total, number))
        return self._share(shared[best], total, best), self.entries[best]

    def _share(self, both: float, total: float, number: int) -> float:
        return 2 * both / (total + self.totals[number])


def _stems(said: Sequence[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(_meant, said)))


@lru_cache(maxsize=20_000)
def _meant(word: str) -> tuple[str, ...]:
    """What a word, or the words that it is short for, mean: their stems, or those of the same."""
    stems = map(stem, SHORT_FORMS.get(word, word).split())
    return tuple(_SAME.get(each, each) for each in stems)
