"""Questions about the ladder itself, by their likeness to those that its guide answers.

Both are compared by the ideas that they speak of (`guide_words`), each weighed by how few entries
speak of it. What an entry's answer says counts too, but less than what its questions ask.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from bot.ladder import GuideEntry, Ladder
from bot.questions.language.english import PROFESSIONS, ROLE_WORDS, SENIORITY
from bot.questions.language.patterns import is_everyday
from bot.questions.language.stems import stem
from bot.questions.language.words import words
from bot.questions.texts.guide_topics import GuideTopics
from bot.questions.texts.guide_words import (
    IDEA,
    IN_PHRASES,
    LIGHT,
    MEANT,
    OF_LADDERS,
    STEMS,
    TORN,
    Ideas,
    ideas,
)

NEARLY_THE_SAME = 0.9
"""Likeness to a question of the guide from which it is that question, whatever else it names."""
PLAINLY_ASKED = 0.78
"""Likeness from which it asks for an entry, though it may be read as another kind of question."""
ANSWERED_FROM = 0.57
"""Likeness from which a question asks for an entry, where it asks for nothing else."""

_SHARE_OF_STRANGE = NEARLY_THE_SAME / (2 - 2 * NEARLY_THE_SAME)
"""What the words of a question that is NEARLY_THE_SAME weigh, against those that no entry has."""
_LIGHT_WEIGHT = 0.15
_EVERYDAY_SHARE = 0.25
"""What an everyday word that no entry has weighs against one that nobody knows."""
_TOLD_SHARE = 0.3
"""What an idea counts that only an entry's answer speaks of."""
_FEWEST_SHARED = 2
"""Words that a question must share with an entry that it is not nearly word for word."""
_OF_TITLES = frozenset(map(stem, PROFESSIONS | ROLE_WORDS | SENIORITY))
"""Words of any title: "senior data engineer" asks nothing of an entry that names an engineer."""
_ALMOST = 0.999
"""What a bound is lowered by, so that no rounding decides."""
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


class _Said(NamedTuple):
    """The words of a text by what they speak of."""

    plain: frozenset[str]
    """The ideas of words of one idea, as most are."""
    torn: tuple[frozenset[str], ...]
    """Those of each word that may speak of several."""

    @classmethod
    def of(cls, some: Ideas) -> "_Said":
        """Take words apart, which is done once for all that they are compared with."""
        torn = () if TORN.isdisjoint(some) else tuple(some & TORN)
        return cls(frozenset().union(*some.difference(torn) if torn else some), torn)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to ask for an entry."""

    said: _Said
    ideas: frozenset[str]
    """Those of all its words."""
    weight: float


class _Word(NamedTuple):
    """What a word or phrase of a question says, by the ideas that it may speak of."""

    weight: float
    """That of the heaviest of them."""
    unknown: float
    """What it weighs beside that where the guide has none of them, and it does not say little."""
    telling: bool
    """Whether it shows that the question may be one for the guide."""
    asked: Mapping[int, float]
    """The weight that it shares with each of the entries whose questions speak of it."""
    told: Mapping[int, float]
    """The same of those of which only the answer does."""


class _Words(dict[frozenset[str], _Word]):
    """What words say by their ideas: those that an entry may have, and any other stem."""

    def __init__(self, known: Mapping[frozenset[str], _Word], heaviest: float) -> None:
        super().__init__(known)
        unknown = heaviest * (1 - _EVERYDAY_SHARE)
        self._everyday = _Word(heaviest * _EVERYDAY_SHARE, unknown, False, {}, {})
        self._known_by_none = _Word(heaviest, unknown, False, {}, {})

    def __missing__(self, meant: frozenset[str]) -> _Word:
        """What a stem says that no entry has, and that is of no idea."""
        return self._everyday if all(map(is_everyday, meant)) else self._known_by_none


class _Heard(NamedTuple):
    """What the words of a question weigh together."""

    weight: float
    unknown: float
    """That of the words that the guide does not have."""

    def least(self, alike: float) -> float:
        """What it must share with an entry to be so much alike to a way to ask for it."""
        return alike * (self.weight + self.unknown) / (2 - alike)

    def at_most(self, shared: float, told: float, of_ladders: bool) -> float:
        """How alike it can be to an entry, however it is asked for.

        `shared` and `told` are what it shares with its questions and its answer.
        """
        nearest = 2 * shared / (self.weight + self.unknown + shared)
        if not of_ladders:
            return nearest
        shared += _TOLD_SHARE * told
        about = (shared / self.weight + 1) / 2
        if shared < _EVIDENCE:
            about *= shared / _EVIDENCE
        return about if about > nearest else nearest


class _Asked(NamedTuple):
    """What a question speaks of."""

    words: Ideas
    said: _Said
    ideas: frozenset[str]
    """Those of all its words."""
    heard: _Heard
    weights: Mapping[str, float]
    """What each idea of the guide weighs."""

    def shared(self, some: _Said, others: frozenset[str]) -> float:
        """The weight of the words that speak of one of the other ideas; some of them are its own."""
        weights = self.weights
        weight = sum([weights[idea] for idea in some.plain & others])
        for each in some.torn:
            if common := each & others:
                weight += max([weights[idea] for idea in common])
        return weight


@dataclass(frozen=True, slots=True)
class GuideIndex:
    """The guide's entries by the ideas that they speak of."""

    entries: Sequence[_Entry]
    ways: Sequence[Sequence[_Way]]
    """Those of each entry."""
    words: _Words
    weights: Mapping[str, float]
    """How much the guide's ideas say: the fewer entries speak of one, the more."""
    topics: GuideTopics
    stems: frozenset[str]
    """Those that an entry may have, for itself or as part of a phrase."""

    @classmethod
    def of(cls, ladder: Ladder) -> "GuideIndex":
        """Build the index from every entry's question, the other ways to ask it, and its answer."""
        entries = [_entry(each) for each in ladder.guide]
        asked = Counter(idea for each in entries for idea in each.asked)
        told = Counter(idea for each in entries for idea in each.told)
        heaviest = math.log(len(entries) + 1) + 0.5
        known = {
            idea: _LIGHT_WEIGHT if idea in LIGHT else heaviest - math.log(count)
            for idea, count in {**told, **asked}.items()
        }
        for idea in told.keys() - asked.keys():
            if _says_little(idea):  # an answer has many words that it is not about
                known[idea] = min(known[idea], heaviest * _EVERYDAY_SHARE)
        for idea in known.keys() & _OF_TITLES:
            known[idea] = heaviest * _EVERYDAY_SHARE
        telling = OF_LADDERS.union(
            idea for idea in asked if idea not in LIGHT and not _says_little(idea)
        )
        return cls(
            entries=entries,
            ways=[
                [_Way(_Said.of(way), _all(way), _total(way, known)) for way in each.ways]
                for each in entries
            ],
            words=_words(entries, known, heaviest, telling),
            weights=known,
            topics=GuideTopics.of(ladder),
            stems=LIGHT | IN_PHRASES | {idea for idea in known if not idea.startswith(IDEA)},
        )

    def may_have(self, said: Sequence[str]) -> bool:
        """Whether an entry may be NEARLY_THE_SAME as a question, to tell by its words alone.

        Most questions have too many words that no entry has, and need not be compared.
        """
        stems = frozenset().union(*map(STEMS.__getitem__, said))
        strange = stems - self.stems
        known = len(stems) - len(strange)
        if known < _SHARE_OF_STRANGE * len(strange):
            return False
        # The others weigh no more than the heaviest idea each, and a strange one no less than it.
        heaviest = sum([1 if is_everyday(each) else 2 - _EVERYDAY_SHARE for each in strange])
        return known >= _SHARE_OF_STRANGE * heaviest

    def nearest(
        self, said: Sequence[str], at_least: float = ANSWERED_FROM
    ) -> tuple[float, GuideEntry] | None:
        """The entry most like a question's words, with how alike they are: `at_least` to 1."""
        wanted = ideas(said)
        words = [*map(self.words.__getitem__, wanted)]
        shared = _shares(map(_ASKED, words))
        if not shared:
            return None
        heard = _Heard(sum(map(_WEIGHT, words)), sum(map(_UNKNOWN, words)))
        # What is nearly the same is so word by word, whatever the answer tells.
        of_ladders = at_least < NEARLY_THE_SAME and any(map(_TELLING, words))
        told = _shares(map(_TOLD, words)) if of_ladders else {}
        most_told = max(told.values(), default=0.0)
        if heard.at_most(max(shared.values()), most_told, of_ladders) < at_least:
            return None
        needed = 0.0 if of_ladders else at_least
        least = heard.least(needed) * _ALMOST
        asked = _Asked(wanted, _Said.of(wanted), _all(wanted), heard, self.weights)
        best, found = 0.0, None
        # Most questions are not for the guide: few entries are compared way by way.
        for number, in_asked in sorted([each for each in shared.items() if each[1] >= least]):
            in_told = told.get(number, 0.0)
            at_most = heard.at_most(in_asked, in_told, of_ladders)
            if at_most < at_least or at_most <= best:
                continue
            alike = self._alike(asked, number, in_asked, in_told, needed)
            if alike > best:
                best, found = alike, self.entries[number].entry
        return (best, found) if found and best >= at_least else None

    def _alike(
        self, asked: _Asked, number: int, shared: float, told: float, needed: float
    ) -> float:
        """How much of the question is in the entry, and of one of its ways to ask in the question.

        A way that is the question word for word is 1. A question that shares few ideas with the
        entry is no more like it than the way that is nearest to it, and nor is one of which a way
        is `needed` that is so much alike. `shared` and `told` are what it shares with the entry's
        questions and its answer.
        """
        weight, unknown = asked.heard
        nearest = share = 0.0
        least = needed * _ALMOST
        for way in self.ways[number]:
            of_all = weight + unknown + way.weight
            if 2 * min(weight, way.weight) < least * of_all:
                continue  # too long or too short
            met = asked.shared(way.said, asked.ideas)
            share = max(share, met / way.weight)
            if 2 * met > nearest * of_all:
                both = min(met, asked.shared(asked.said, way.ideas))
                nearest = max(nearest, 2 * both / of_all)
        shared += _TOLD_SHARE * told
        about = (shared / weight + share) / 2
        enough = min(1.0, shared / _EVIDENCE)
        if needed or self._speaks_of_one(asked, number):
            return nearest
        return max(nearest, min(about * enough, NEARLY_THE_SAME - 0.01))

    def _speaks_of_one(self, asked: _Asked, number: int) -> bool:
        """Whether a single word that says something is shared: "who does hiring"."""
        entry = self.entries[number].asked - LIGHT
        shared = len(asked.words) - sum(map(entry.isdisjoint, asked.words))
        return shared < _FEWEST_SHARED


def _words(
    entries: Sequence[_Entry],
    weights: Mapping[str, float],
    heaviest: float,
    telling: frozenset[str],
) -> _Words:
    """What the words say that may be said of some entries, or that say little."""
    by_idea = _numbers([each.asked for each in entries])
    told_by_idea = _numbers([each.told for each in entries])
    unknown = heaviest * (1 - _EVERYDAY_SHARE)
    known = {}
    for meant in MEANT.union(frozenset([idea]) for idea in LIGHT.union(weights)):
        asked: dict[int, float] = {}
        told: dict[int, float] = {}
        weighed = sorted((_weight(idea, weights, heaviest), idea) for idea in meant)
        for weight, idea in weighed:
            asked.update(dict.fromkeys(by_idea.get(idea, ()), weight))
            told.update(dict.fromkeys(told_by_idea.get(idea, ()), weight))
        familiar = not (LIGHT.isdisjoint(meant) and weights.keys().isdisjoint(meant))
        known[meant] = _Word(
            weight=weighed[-1][0],
            unknown=0.0 if familiar else unknown,
            telling=not telling.isdisjoint(meant),
            asked=asked,
            told=told,
        )
    return _Words(known, heaviest)


def _weight(idea: str, weights: Mapping[str, float], heaviest: float) -> float:
    """What an idea weighs that is of the guide, says little, or is one of some words."""
    return weights.get(idea, _LIGHT_WEIGHT if idea in LIGHT else heaviest * _EVERYDAY_SHARE)


def _total(some: Ideas, weights: Mapping[str, float]) -> float:
    """What words weigh together."""
    return sum(max(map(weights.__getitem__, each)) for each in some)


_WEIGHT, _UNKNOWN, _TELLING = map(attrgetter, ("weight", "unknown", "telling"))
_ASKED, _TOLD = attrgetter("asked"), attrgetter("told")


def _shares(words: Iterable[Mapping[int, float]]) -> Mapping[int, float]:
    """The weight of the words that are shared with each entry, from that of each of them."""
    shared: dict[int, float] = {}
    for each in words:
        for number, weight in each.items():
            shared[number] = shared.get(number, 0.0) + weight
    return shared


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


def _numbers(some: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """Each idea to where it is among some."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(some):
        for idea in each:
            found[idea].append(number)
    return dict(found)


def _all(some: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*some)


def _says_little(idea: str) -> bool:
    """Whether to speak of it tells little where no entry asks about it."""
    return idea.startswith(IDEA) or idea in _OF_TITLES or is_everyday(idea)
