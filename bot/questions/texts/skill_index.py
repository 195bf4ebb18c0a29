"""Which lines of the cards speak of a skill: by wording, by paraphrase, and with typos.

A line lists a skill when the question's own words, weighed by how rare they are on the cards, are
nearly all in it. Being alike is not enough: "technical interviews" is not "Technical writing".
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import fuzz, process

from bot.ladder import Ladder
from bot.questions.language.english import FILLERS
from bot.questions.language.spelling import Spelling
from bot.questions.language.stems import stem
from bot.questions.language.talk import ABBREVIATED, FUNCTION_WORDS, SAME_SKILL
from bot.questions.language.words import words
from bot.questions.texts.card_lines import (
    CardLine,
    Written,
    card_lines,
    initials_of,
    inside_compounds,
    written,
)
from bot.questions.texts.meant_words import is_meant, meant_for
from bot.questions.vocabulary.shared import Shared

LISTED_FROM = 0.75
"""The share of a question's words, by weight, from which a line lists the skill."""

NEAR_FROM = 0.3
"""The share from which a line is shown as the nearest one."""

_SAME = 0.85
"""What a word of the same meaning counts: mentor for coach."""

_MOST_SHOWN = 5
"""Lines found whose spelling is shown."""
FEWEST_WHOLE = 3
"""Words of a line from which it is known wherever they stand together."""
_MOST_WHOLE = 6
"""Words of a line that is known as a whole, in whatever order."""
_FAR_FROM_STEM = 5
"""Letters of an ending that makes another word: access, accessibility."""
_MOST_REMEMBERED = 10_000
"""Words whose meaning is remembered, over all questions."""
_MOST_LINES = 3_000
"""Lines from which no more are gathered: words that many lines have say little."""

Place = tuple[str, str]
"""`family-id/CODE` and the id of the part of the card."""


class Match(NamedTuple):
    """A line that speaks of what was asked."""

    text: str
    stems: frozenset[str]
    """Those of its words."""
    places: tuple[Place, ...]
    asked: float
    """The share of the question's words that are in the line, by weight."""
    said: float
    """The share of the line's words that are in the question, by weight."""
    alike: float
    """0 to 100: how much the line reads like the question (rapidfuzz's ratio)."""


@dataclass(frozen=True, slots=True)
class SkillIndex:
    """The lines of all cards by the stems of their words."""

    lines: Sequence[CardLine]
    places: Sequence[tuple[Place, ...]]
    """Where each line stands, in the ladder's order."""
    line_stems: Sequence[frozenset[str]]
    line_weights: Sequence[float]
    """What the stems of each line weigh together."""
    postings: Mapping[str, Sequence[int]]
    weights: Mapping[str, float]
    heaviest: float
    """The weight of a word that no card has."""
    stems: Sequence[str]
    """Those of `postings` in order."""
    spelling: Spelling
    by_key: Mapping[str, int]
    """Lines by their letters alone, to find those of a card that is pasted."""
    by_stems: Mapping[frozenset[str], int]
    """Lines by their stems, whatever their order."""
    initials: Mapping[str, tuple[str, ...]]
    """The first letters of short lines to their words: "rag"; not those that several lines have."""
    numbered: frozenset[tuple[str, str]]
    """Names with a number of their own, as the cards write them: SOC 2."""
    line_starts: frozenset[tuple[str, str]]
    """The first word of each line, and the letter behind it."""
    section_lines: frozenset[frozenset[str]]
    """The stems of what sections say in a few words, but more than one; also without brackets."""
    in_long_lines: frozenset[str]
    """Each stem of those of three words or more."""
    inside_compounds: frozenset[str]
    """The words in the middle of everyday compounds: "on" of "one-on-ones"."""
    names: frozenset[str]
    """Words that the cards write as names: Docker, GDPR, ggplot2."""
    stems_of_names: frozenset[str]
    _choices_of: dict[str, Mapping[str, float]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What words may mean, as it was worked out: one question needs it several times."""

    @classmethod
    def of(cls, ladder: Ladder, before: "SkillIndex | None" = None) -> "SkillIndex":
        """Build the index; linear in the number of lines.

        Lines that the index from `before` an edit has are not taken apart again.
        """
        places: dict[str, list[Place]] = {}
        shared = Shared()
        for card in ladder.cards():
            ref = card.ref
            for text, part in card_lines(card):
                places.setdefault(text, []).append(shared.one((ref, part)))
        known = {line.text: line for line in before.lines} if before else {}
        lines = [known.get(text) or CardLine.of(text) for text in places]
        stems_of = [line.stems for line in lines]
        postings = _postings(stems_of)
        total = len(lines) + 1
        weights = {each: math.log(total / len(found)) + 0.2 for each, found in postings.items()}
        said = frozenset(_of_few_words(lines, places.values(), ladder.sections))
        names = frozenset().union(*(line.names for line in lines))
        return cls(
            lines=lines,
            places=[tuple(dict.fromkeys(found)) for found in places.values()],
            line_stems=stems_of,
            line_weights=[sum(map(weights.__getitem__, stems)) for stems in stems_of],
            postings=postings,
            weights=weights,
            heaviest=math.log(total) + 0.2,
            stems=sorted(postings),
            spelling=Spelling.of(list(postings), before.spelling if before else None),
            by_key={line.key: number for number, line in enumerate(lines)},
            by_stems={stems: number for number, stems in enumerate(stems_of) if stems},
            initials=initials_of(lines),
            numbered=frozenset(each for line in lines for each in line.numbered),
            line_starts=frozenset(
                (first, after[0]) for line in lines for first, after in pairwise(line.words[:2])
            ),
            section_lines=said,
            in_long_lines=frozenset(
                each for stems in said if len(stems) >= FEWEST_WHOLE for each in stems
            ),
            inside_compounds=inside_compounds(lines),
            names=names,
            stems_of_names=frozenset(map(stem, names)),
        )

    def knows(self, word: str) -> bool:
        """Whether a card has the word in any form."""
        return stem(word) in self.postings

    def says_of(self, said: Iterable[str]) -> int:
        """How many of some words the cards have, or what they may be meant for."""
        return sum(not self.postings.keys().isdisjoint(self._choices(word)) for word in said)

    def met(self, said: Iterable[str], line: Match) -> list[str]:
        """Those of some words that a line has, or what they may be meant for."""
        return [word for word in said if not self._choices(word).keys().isdisjoint(line.stems)]

    def stand_together(self, word: str, after: str) -> bool:
        """Whether a line has both of two words."""
        choices = self._choices(after).keys()
        lines = self.postings.get(stem(word), ())
        return any(not choices.isdisjoint(self.line_stems[line]) for line in lines)

    def are_side_by_side(self, said: Sequence[str], line: Match) -> bool:
        """Whether a line has some words with none that says anything between them."""
        told = [stem(word) for word in words(line.text) if word not in FUNCTION_WORDS]
        wanted = [self._choices(word).keys() for word in said]
        for first in range(len(told) - len(said) + 1):
            beside = told[first : first + len(said)]
            if all(not meant.isdisjoint(beside) for meant in wanted):
                return True
        return False

    def find(
        self,
        asked: Sequence[str],
        also: Sequence[str] = (),
        at_least: float = LISTED_FROM,
        said: str = "",
        whole_from: float = 0.0,
    ) -> list[Match]:
        """The lines that speak of the words `asked`, best first.

        `also` are everyday words of the question: they may be in the line and need not. `said` is
        the skill as the question says it; of equal lines the one most like it is first. Lines of
        which several words say less than a share of `whole_from` are left out.
        """
        written_out = (long for word in asked for long in self._written_out(word))
        wanted = [self._choices(word) for word in dict.fromkeys(written_out)]
        weighted = [(self._weight(choices), choices) for choices in wanted]
        total = sum([weight for weight, _ in weighted])
        if not total:
            return []
        scores = self._scores(weighted, at_least * total)
        if not scores:
            return []
        numbers = self._as_meant(asked[0], scores) if len(asked) == 1 else scores
        lines = [self.lines[number] for number in numbers]
        alike = process.extract_iter(
            said or " ".join((*asked, *also)),
            [line.text.casefold() for line in lines],
            scorer=fuzz.ratio,
        )
        meant = frozenset(map(stem, also)).union(*wanted)
        weighed: dict[frozenset[str], float] = {}  # many lines have the same of its words
        ranked: list[tuple[float, float, float, int, Match]] = []
        for number, line, (_, ratio, place) in zip(numbers, lines, alike, strict=True):
            met = line.stems & meant
            weight = weighed.get(met)
            if weight is None:
                weight = weighed[met] = self._weigh(met)
            share = weight / self.line_weights[number]
            if line.head and line.head is not line.stems:  # with something in brackets
                share = max(share, self._weigh(met & line.head) / self._weigh(line.head))
            if share >= whole_from or len(asked) == 1:
                got = scores[number] / total
                match = Match(line.text, line.stems, self.places[number], got, share, ratio)
                # Best first when sorted; of equal ones the first of the ladder.
                ranked.append((-round(got, 1), -round(share, 1), -ratio, place, match))
        return [match for *_, match in sorted(ranked)]

    def _as_meant(self, word: str, lines: Collection[int]) -> Collection[int]:
        """The lines with a word itself, where those with another of its stem say another thing.

        Of "accessibility" access is none, and of Transformers no transformation. What is done
        promptly is no prompt.
        """
        own = stem(word)
        if not word.endswith("ly"):
            lines = [number for number in lines if own not in self.lines[number].only_how]
        if word not in self.names and len(word) - len(own) < _FAR_FROM_STEM:
            return lines
        return [number for number in lines if word in self.lines[number].words] or lines

    def _weigh(self, stems: Iterable[str]) -> float:
        return sum(map(self.weights.__getitem__, stems))

    def as_written(self, said: str, matches: Sequence[Match]) -> str:
        """The skill as a question says it, with the cards' spelling of what it misspells.

        Names are written as the lines found have them: "SQL" for sql and slq, "PyTorch".
        """
        lines = [written(match.text) for match in matches[:_MOST_SHOWN]]
        return " ".join([self._as_written(word, lines) for word in said.split()])

    def _as_written(self, word: str, lines: Sequence[Written]) -> str:
        if word in FILLERS or word in FUNCTION_WORDS:
            return word
        for line in lines:
            if compound := line.compounds.get(word):
                return compound
        own = stem(word)
        known = own in self.postings
        if known and own not in self.stems_of_names:
            return word  # it is written as it is said
        meant = {own} if known else self._choices(word).keys()
        for line in lines:
            for as_it_is, folded, stem_ in line.words:
                if stem_ in meant and (folded in self.names or not known):
                    return as_it_is if folded in self.names else folded
        return word

    def _scores(
        self, wanted: Sequence[tuple[float, Mapping[str, float]]], needed: float
    ) -> dict[int, float]:
        """The lines whose words weigh as much as `needed`, with what they weigh.

        A line must have one of the heaviest words, without which too little would be met; the
        others are only looked for in those lines.
        """
        left = sum([weight for weight, _ in wanted])
        scores: dict[int, float] = {}
        for weight, choices in sorted(wanted, key=itemgetter(0), reverse=True):
            first = left >= needed and len(scores) < _MOST_LINES
            left -= weight
            best: dict[int, float] = {}
            for each in sorted(choices, key=choices.__getitem__):  # the surest last
                lines = self.postings.get(each, ())
                found = lines if first else [n for n in scores if each in self.line_stems[n]]
                best.update(dict.fromkeys(found, choices[each] * weight))
            got = {number: scores.get(number, 0.0) + more for number, more in best.items()}
            enough = needed - left
            scores = {n: score for n, score in {**scores, **got}.items() if score >= enough}
        return scores

    def _weight(self, choices: Mapping[str, float]) -> float:
        known = [self.weights[each] for each in choices if each in self.weights]
        return max(known, default=self.heaviest)

    def _choices(self, word: str) -> Mapping[str, float]:
        """The stems that a word may mean, and what each counts."""
        choices = self._choices_of.get(word)
        if choices is None:
            if len(self._choices_of) >= _MOST_REMEMBERED:
                self._choices_of.clear()
            choices = self._choices_of[word] = self._worked_out_choices(word)
        return choices

    def _worked_out_choices(self, word: str) -> dict[str, float]:
        own = stem(word)
        choices = dict.fromkeys(SAME_SKILL.get(own, ()), _SAME)
        if own in self.postings:
            return {**choices, own: 1.0}
        return {
            **choices,
            own: 1.0,
            **dict.fromkeys(meant_for(word, self.stems, self.names, self.spelling), 0.95),
        }

    def _written_out(self, word: str) -> tuple[str, ...]:
        """The words of the line whose first letters a word is: RAG."""
        if stem(word) in self.postings or is_meant(word):
            return (word,)
        return self.initials.get(word) or ABBREVIATED.get(word) or (word,)


def _postings(stems_of: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """Each stem, and the numbers of the lines that have it."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(stems_of):
        for each in found:
            postings[each].append(number)
    return dict(postings)


def _of_few_words(
    lines: Iterable[CardLine], places: Iterable[Iterable[Place]], sections: Collection[str]
) -> Iterator[frozenset[str]]:
    """What sections say in two to six words; also without brackets."""
    for line, stands in zip(lines, places, strict=True):
        if 1 < len(line.head) <= _MOST_WHOLE and any(part in sections for _, part in stands):
            yield line.head
