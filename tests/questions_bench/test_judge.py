"""The judge of answers, and what is counted from its verdicts."""

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.ladders import SHIPPED
from benchmarks.questions import __main__ as command
from benchmarks.questions.door import ladder_in
from benchmarks.questions.judge import faults
from benchmarks.questions.obvious import Scan
from benchmarks.questions.resolve import StaleError, resolved
from benchmarks.questions.rows import Expectation, Question
from benchmarks.questions.score import Judged, Score, calibration_error, reliability
from bot.ladder import Ladder

P2, P3 = "ai-ml-engineer/P2", "ai-ml-engineer/P3"


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return ladder_in(SHIPPED)


def answer(**given: Any) -> dict[str, Any]:
    plain = {"intent": "card", "levels": [P2], "attribute": None, "skill": None, "listed": None}
    return {**plain, "text": "", "confidence": 0.9, **given}


@pytest.mark.parametrize(
    ("given", "expected", "wrong"),
    [
        pytest.param({}, {"intent": ["card"], "levels": [[P2]]}, [], id="right"),
        pytest.param(
            {}, {"intent": ["skill", "card"], "levels": [[P3], [P2]]}, [], id="any of several"
        ),
        pytest.param({"intent": "help"}, {"intent": ["card"]}, ["intent"], id="intent"),
        pytest.param({"levels": [P2, P3]}, {"intent": ["card"], "levels": [[P2]]}, ["levels"]),
        pytest.param({"levels": [P3, P2]}, {"intent": ["card"], "levels": [[P2, P3]]}, []),
        pytest.param(
            {"intent": "compare", "levels": [P3, P2]},
            {"intent": ["compare"], "levels": [[P2, P3]]},
            ["levels"],
            id="a comparison keeps the order asked",
        ),
        pytest.param(
            {"intent": "skill", "levels": [P3, P2], "skill": "X"},
            {"intent": ["skill"], "levels": [[P2, P3]]},
            ["levels"],
            id="levels of a skill are lowest first",
        ),
        pytest.param({}, {"intent": ["card"], "levels_include": [P3]}, ["levels"], id="include"),
        pytest.param(
            {"attribute": "pay"}, {"intent": ["card"], "attribute": [None]}, ["attribute"]
        ),
        pytest.param({"attribute": None}, {"intent": ["card"], "attribute": ["pay", None]}, []),
        pytest.param({"skill": "Problem-solving"}, {"intent": ["card"], "skill": "problem S"}, []),
        pytest.param({"skill": "Docker"}, {"intent": ["card"], "skill": None}, ["skill"]),
        pytest.param({"skill": None}, {"intent": ["card"], "skill": "Docker"}, ["skill"]),
        pytest.param({"skill": "Docker"}, {"intent": ["card"]}, [], id="skill not judged"),
        pytest.param({"listed": None}, {"intent": ["card"], "listed": False}, ["listed"]),
        pytest.param({"text": "So:\nit’s so."}, {"intent": ["card"], "says": "it's so"}, []),
    ],
)
def test_faults_are_told_by_field(
    given: dict[str, Any], expected: dict[str, Any], wrong: list[str], ladder: Ladder
) -> None:
    expect = Expectation.model_validate(expected)
    told = faults(answer(**given), expect, ladder)
    assert [line.partition(":")[0] for line in told] == wrong


@pytest.mark.parametrize(
    ("expected", "field", "value"),
    [
        ({"listed_by": "tableau"}, "levels", (("data-scientist/P2",),)),
        ({"listed_by": "tableau"}, "skill", "tableau"),
        ({"listed_by": "Tableau", "levels": [[P2]]}, "listed", False),
        ({"listed_by": "PyTorch", "levels": [[P2]]}, "listed", True),
        ({"listed_by": "Docker", "listed_in": "data-scientist"}, "levels", ((),)),
        ({"include_listed_by": "Tableau"}, "levels_include", ("data-scientist/P2",)),
    ],
)
def test_a_term_is_looked_up_in_the_cards(
    expected: dict[str, Any], field: str, value: object, ladder: Ladder
) -> None:
    expect = resolved(Expectation.model_validate({"intent": ["skill"], **expected}), ladder)
    assert getattr(expect, field) == value


def test_a_term_that_no_card_has_makes_the_question_stale(ladder: Ladder) -> None:
    with pytest.raises(StaleError, match="Hollerith"):
        resolved(Expectation(intent=("skill",), listed_by="Hollerith"), ladder)


def test_a_guide_entry_is_expected_once_it_is_approved(ladder: Ladder) -> None:
    [entry, *_] = ladder.guide
    expect = Expectation(guide=entry.question)
    draft = replace(ladder, guide=(replace(entry, status="draft"),))
    approved = replace(ladder, guide=(replace(entry, status="approved"),))
    assert resolved(expect, draft).intent == ("unknown",)
    assert resolved(expect, approved).says == entry.answer


def judged(confidence: float, *, right: bool, kind: str = "card", intent: str = "card") -> Judged:
    row = Question(id="q", question="?", expect=Expectation(intent=(kind,)))
    told = [] if right else ["intent: wrong"]
    return Judged(row, answer(intent=intent, confidence=confidence), told)


def test_confidence_is_held_against_what_was_right() -> None:
    answers = [judged(0.95, right=True)] * 3 + [judged(1.0, right=False), judged(0.5, right=True)]
    bins = reliability(answers)
    assert [(each.low, each.count, each.right) for each in bins] == [(0.5, 1, 1.0), (0.9, 4, 0.75)]
    assert calibration_error(bins) == pytest.approx((4 * (0.9625 - 0.75) + 0.5) / 5)
    assert calibration_error([]) == 0


def test_only_questions_out_of_scope_count_as_wrongly_answered() -> None:
    counted = Score(
        [
            judged(0.9, right=False, kind="unknown", intent="card"),
            judged(0.9, right=True, kind="unknown", intent="unknown"),
            judged(0.9, right=False, kind="card", intent="help"),
        ],
        [],
    )
    assert counted.out_of_scope_answered == 50
    assert counted.right == pytest.approx(100 / 3)


def test_the_scan_finds_the_nearest_title(ladder: Ladder) -> None:
    scan = Scan.of(ladder)
    assert scan.best("MACHINE learning II?") == [P2]
    assert scan.best("zzz", cut=90) == []


def test_misses_of_the_held_out_set_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--set", "held-out", "--misses"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "--reveal" in shown.err


def test_misses_of_the_other_ladder_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--set", "other-ladder", "--misses"]) == 0
    assert "other-ladder: 73 questions" in capsys.readouterr().out
