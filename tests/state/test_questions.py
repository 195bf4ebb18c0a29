"""Questions without who asked them, feedback once a person, and both deleted in time."""

import asyncio
import re

import pytest
import sqlalchemy as sa

from bot.reports import lines, make_report
from bot.state import Asked, State, new_question_id
from bot.state.questions import LONGEST_TEXT
from bot.state.tables import metadata
from tests.state.conftest import Clock, Open

DAY_S = 86_400


def asked(text: str = "what's P9?", **changed: object) -> Asked:
    values = {
        "id": new_question_id(),
        "home": "T1",
        "surface": "mention",
        "text": text,
        "intent": "unknown",
        "levels": (),
        "confidence": 0.25,
        **changed,
    }
    return Asked(**values)  # type: ignore[arg-type]


async def test_questions_come_back_as_they_were(state: State, clock: Clock) -> None:
    question = asked(levels=("a/P2", "a/P3"), intent="compare")
    await state.questions.record(question)
    await state.questions.record(question)
    (found,) = await state.questions.since(0)
    assert found == await state.questions.find(question.id)
    assert found.at == clock.now_s
    assert (found.text, found.levels, found.intent) == ("what's P9?", ("a/P2", "a/P3"), "compare")
    assert await state.questions.find("no such") is None


async def test_questions_by_time_and_workspace(state: State, clock: Clock) -> None:
    for home in ("T1", "T2"):
        await state.questions.record(asked(home, home=home))
        clock.now_s += DAY_S
    assert [q.text for q in await state.questions.since(0)] == ["T1", "T2"]
    assert [q.text for q in await state.questions.since(clock.now_s - DAY_S)] == ["T2"]
    assert [q.text for q in await state.questions.since(0, "T1")] == ["T1"]
    assert await state.questions.since(0, "E1") == []


async def test_feedback_is_one_for_each_person(state: State) -> None:
    question = asked()
    await state.questions.record(question)
    judge = state.questions.judge
    await judge("T1", question.id, "U1", helpful=True)
    await judge("T1", question.id, "U1", helpful=False)
    await judge("T1", question.id, "U1", helpful=False, comment="P9 is missing")
    await judge("T1", question.id, "U1", helpful=False)
    await judge("T1", question.id, "U2", helpful=True)
    found = await state.questions.judged_since(0)
    assert sorted((judged.helpful, judged.comment) for judged in found) == [
        (False, "P9 is missing"),
        (True, None),
    ]
    assert {judged.question.id for judged in found} == {question.id}
    assert await state.questions.judged_since(0, "T2") == []


async def test_a_comment_goes_with_a_verdict_that_is_changed(state: State) -> None:
    question = asked()
    await state.questions.record(question)
    await state.questions.judge("T1", question.id, "U1", helpful=False, comment="wrong")
    await state.questions.judge("T1", question.id, "U1", helpful=True)
    (judged,) = await state.questions.judged_since(0)
    assert (judged.helpful, judged.comment) == (True, None)


async def test_the_same_person_is_known_again_by_every_process(
    state: State, open_state: Open
) -> None:
    question = asked()
    await state.questions.record(question)
    others = [await open_state() for _ in range(3)]
    await asyncio.gather(
        *(s.questions.judge("T1", question.id, "U1", helpful=False) for s in [state, *others])
    )
    assert len(await state.questions.judged_since(0)) == 1


async def test_nothing_that_is_kept_names_who_asked_or_judged(state: State) -> None:
    question = asked()
    await state.questions.record(question)
    await state.questions.judge("T1", question.id, "U0SECRET1", helpful=False, comment="x")
    for table in metadata.sorted_tables:
        rows = await state.database.rows(sa.select(table))
        assert "U0SECRET1" not in repr(rows), table.name
    columns = {column.name for column in metadata.tables["questions"].columns}
    assert not any(re.search("user|person|channel", name) for name in columns)


async def test_text_is_bounded(state: State) -> None:
    question = asked("x" * 100_000)
    await state.questions.record(question)
    await state.questions.judge("T1", question.id, "U1", helpful=False, comment="y" * 100_000)
    (judged,) = await state.questions.judged_since(0)
    assert len(judged.question.text) == len(judged.comment or "") == LONGEST_TEXT


@pytest.mark.parametrize("days", [90, 7])
async def test_questions_and_feedback_are_deleted_in_time(
    open_state: Open, clock: Clock, days: int
) -> None:
    state = await open_state(keep_questions_days=days)
    question = asked()
    await state.questions.record(question)
    await state.questions.judge("T1", question.id, "U1", helpful=False)
    clock.now_s += days * DAY_S - 1
    await state.purge()
    assert len(await state.questions.judged_since(0)) == 1
    clock.now_s += 2
    await state.purge()
    assert await state.questions.since(0) == []
    assert await state.database.rows(sa.select(metadata.tables["feedback"])) == []


async def test_feedback_outlives_a_process_that_died_before_it_recorded_the_question(
    state: State,
) -> None:
    await state.questions.judge("T1", "lost", "U1", helpful=False, comment="pay")
    (judged,) = await state.questions.judged_since(0, "T1")
    assert (judged.helpful, judged.comment, judged.question.text) == (False, "pay", "")
    assert await state.questions.judged_since(0, "T2") == []
    report = await make_report(state, judged.at + 1, 1)
    assert (report.not_helpful, report.unhelpful[0].comments) == (1, ("pay",))
    assert any("pay" in line for line in lines(report))
