"""The sets of questions: sound, and apart from each other."""

import json
from pathlib import Path

import pytest

from benchmarks.figures import SkippedError
from benchmarks.questions.door import ladder_in
from benchmarks.questions.resolve import StaleError, resolved
from benchmarks.questions.rows import OTHER_LADDERS, SETS, Question, QuestionSet

SHIPPED_SETS = ("development", "held-out", *OTHER_LADDERS)
INTENTS = {
    "card",
    "compare",
    "attribute",
    "skill",
    "growth",
    "experience",
    "browse",
    "guide",
    "pasted_card",
    "help",
    "unknown",
}
LEAST = {"development": 250, "held-out": 400, **dict.fromkeys(OTHER_LADDERS, 40)}


def asked(row: Question) -> tuple[str, str | None, tuple[str, ...]]:
    words = " ".join(filter(str.isalnum, row.question.casefold()))
    return words or row.question, row.family, row.context.levels if row.context else ()


@pytest.mark.parametrize("name", SHIPPED_SETS)
def test_a_set_is_large_enough_and_asks_nothing_twice(name: str) -> None:
    rows = SETS[name].questions()
    assert len(rows) >= LEAST[name]
    assert len({row.id for row in rows}) == len(rows)
    assert len({asked(row) for row in rows}) == len(rows)


@pytest.mark.parametrize(("one", "other"), [SHIPPED_SETS[:2]])
def test_sets_share_no_question(one: str, other: str) -> None:
    both = {asked(row) for row in SETS[one].questions()}
    assert [row.id for row in SETS[other].questions() if asked(row) in both] == []


@pytest.mark.parametrize("name", [*SHIPPED_SETS, "development-far", "held-out-fresh"])
def test_every_level_and_intent_named_exists(name: str) -> None:
    ladder = ladder_in(SETS[name].ladder)
    refs = {card.ref for card in ladder.cards()}
    for row in SETS[name].questions():
        expect = row.expect
        named = {ref for one in expect.levels for ref in one} | {*expect.levels_include}
        thread = set(row.context.levels) if row.context else set()
        assert named | thread <= refs, row.id
        assert INTENTS.issuperset(expect.intent), row.id
        assert row.family is None or row.family in ladder.families, row.id


@pytest.mark.parametrize("name", SHIPPED_SETS)
def test_the_ladder_still_has_nearly_all_that_is_asked_about(name: str) -> None:
    ladder = ladder_in(SETS[name].ladder)
    rows = SETS[name].questions()
    stale = []
    for row in rows:
        try:
            resolved(row.expect, ladder)
        except StaleError as reason:
            stale.append(f"{row.id}: {reason}")
    assert len(stale) <= len(rows) // 50, stale


def test_a_line_that_is_no_question_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    good = {"id": "q1", "question": "P2", "expect": {"intent": ["card"]}}
    file.write_text(f"{json.dumps(good)}\n{json.dumps(good | {'levls': []})}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"set\.jsonl:2: not a question: .*\n.*levls"):
        QuestionSet("own", file).questions()


def test_a_set_that_is_not_here_is_skipped(tmp_path: Path) -> None:
    with pytest.raises(SkippedError, match="QUESTIONS_SAMPLE"):
        QuestionSet("sample", tmp_path / "none.jsonl").questions()
