"""Asks a set, judges the answers, and counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from benchmarks.questions.door import contract_answer, front_door, ladder_in
from benchmarks.questions.judge import faults
from benchmarks.questions.resolve import StaleError, resolved
from benchmarks.questions.rows import Question, QuestionSet

BINS = 10
_NOT_ANSWERED = {"unknown", "help"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, the JSON answer it got, and what is wrong with that."""

    row: Question
    answer: Mapping[str, Any]
    faults: Sequence[str]

    @property
    def right(self) -> bool:
        """Nothing is wrong with it."""
        return not self.faults

    @property
    def out_of_scope(self) -> bool:
        """The ladder has nothing on it; to say hello or to help is no answer about a level."""
        return self.row.kind == "unknown" and _NOT_ANSWERED.issuperset(self.row.expect.intent)

    @property
    def answered(self) -> bool:
        """The bot took it for a question about the ladder."""
        return self.answer["intent"] not in _NOT_ANSWERED


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about one confidence, and how many of them were right."""

    low: float
    high: float
    count: int
    confidence: float
    """The mean."""
    right: float
    """The share, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Score:
    """A set's answers, judged, and the questions that the ladder has outgrown."""

    judged: Sequence[Judged]
    stale: Sequence[str]

    @property
    def right(self) -> float:
        """Per cent of all."""
        return percent(each.right for each in self.judged)

    @property
    def out_of_scope_answered(self) -> float:
        """Per cent of the questions that should have been left."""
        return percent(each.answered for each in self.judged if each.out_of_scope)

    def by_kind(self) -> dict[str, list[Judged]]:
        """Kind to its questions, and once more those that follow up on an answer."""
        kinds: defaultdict[str, list[Judged]] = defaultdict(list)
        for each in self.judged:
            kinds[each.row.kind].append(each)
        if follow_ups := [each for each in self.judged if each.row.context]:
            kinds["(follow-ups)"] = follow_ups
        return dict(kinds)

    def answers(self) -> list[Judged]:
        """Those that the bot stood by, so that their confidence was shown to somebody."""
        return [each for each in self.judged if each.answer["intent"] != "unknown"]


def score(questions: QuestionSet) -> Score:
    """Ask every question of a set once; raises SkippedError when the set is not here."""
    rows = questions.questions()
    ladder = ladder_in(questions.ladder, guide_approved=questions.guide_approved)
    ask = front_door(ladder)
    judged: list[Judged] = []
    stale: list[str] = []
    for row in rows:
        try:
            expect = resolved(row.expect, ladder)
        except StaleError as reason:
            stale.append(f"{row.id}: {reason}")
            continue
        answer = contract_answer(ask(row))
        judged.append(Judged(row, answer, faults(answer, expect, ladder)))
    return Score(judged, stale)


def percent(true: Iterable[bool]) -> float:
    """The share of what is true, in per cent; 0 of none."""
    values = list(true)
    return 100 * sum(values) / len(values) if values else 0.0


def reliability(answers: Iterable[Judged]) -> list[Bin]:
    """Answers by confidence in ten bins of equal width, lowest first; empty bins left out."""
    bins: defaultdict[int, list[Judged]] = defaultdict(list)
    for each in answers:
        bins[min(int(each.answer["confidence"] * BINS), BINS - 1)].append(each)
    return [
        Bin(
            low=index / BINS,
            high=(index + 1) / BINS,
            count=len(within),
            confidence=fmean(each.answer["confidence"] for each in within),
            right=fmean(each.right for each in within),
        )
        for index, within in sorted(bins.items())
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error, 0 to 1: how far confidence is from the share that is right,
    on average over the answers."""
    total = sum(each.count for each in bins)
    if not total:
        return 0.0
    return sum(each.count * abs(each.confidence - each.right) for each in bins) / total
