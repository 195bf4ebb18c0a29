"""Questions about the ladder itself, which only its owner's approved words answer."""

import pytest

from bot import text as written
from bot.answers import Ask, GuideAnswer, UnknownAnswer
from tests.understanding.conftest import GUIDE
from tests.understanding.said import ANYONE

CHECKLIST, CHANGES, CYCLE = GUIDE


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Is this ladder a promotion checklist?", CHECKLIST),
        ("is this a promotion checklist?", CHECKLIST),
        ("hey, is the ladder a checklist for promotion??", CHECKLIST),
        ("do i get promoted when i meet every line", CHECKLIST),
        ("Who approves changes to the ladder?", CHANGES),
        ("who approves ladder changes", CHANGES),
        ("who signs off on a new version of it?", CHANGES),
    ],
)
def test_an_approved_entry_is_quoted(ask_guided: Ask, text: str, entry: object) -> None:
    answer = ask_guided(text, ANYONE)
    assert isinstance(answer, GuideAnswer)
    assert answer.entry == entry
    assert answer.levels == ()
    assert answer.entry.answer in written.full(answer)


@pytest.mark.parametrize(
    "text", ["How often are promotions considered?", "when's the next promotion cycle?"]
)
def test_a_draft_is_not_given_as_an_answer(ask_guided: Ask, text: str) -> None:
    answer = ask_guided(text, ANYONE)
    assert isinstance(answer, UnknownAnswer)
    assert answer.draft == CYCLE
    assert CYCLE.answer not in written.full(answer)


@pytest.mark.parametrize(
    "text",
    ["who pays my expenses?", "is this a fire drill?", "how often is the coffee machine cleaned"],
)
def test_a_question_about_something_else_is_not_the_guides(ask_guided: Ask, text: str) -> None:
    answer = ask_guided(text, ANYONE)
    assert isinstance(answer, UnknownAnswer)
    assert answer.draft is None


def test_the_guide_answers_its_own_questions(ask_guided: Ask) -> None:
    for entry in GUIDE:
        for question in (entry.question, *entry.also_asked):
            answer = ask_guided(question.lower(), ANYONE)
            given = answer.entry if isinstance(answer, GuideAnswer) else None
            assert given == (entry if entry.status == "approved" else None), question


def test_a_ladder_without_approved_entries_answers_none(ask: Ask) -> None:
    answer = ask("is this a promotion checklist?", ANYONE)
    assert isinstance(answer, UnknownAnswer)
    assert answer.suggestions
