"""Questions about the ladder itself, which only its owner's approved words answer."""

import pytest

from bot import text as written
from bot.answers import Ask, GuideAnswer, UnknownAnswer
from bot.ladder import Ladder
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


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # other words for the same things
        ("do i have to tick every box to get promoted", "Is this ladder a promotion checklist?"),
        ("when is the next promo round?", "How often are promotions considered?"),
        ("could i go from IC to managing people and later return", "Can I move to management"),
        ("is it possible to jump two grades at once", "Can I skip a level?"),
        ("how do I contest my grade", "What if I disagree with my level?"),
        ("will mat leave delay my promotion?", "How does part-time work or leave"),
        ("is this framework mapped to the levels of other firms", "Do these levels map"),
        ("there's a typo on a card, whom do i report that to", "Who owns this ladder"),
        ("who maintains this matrix?", "Who owns this ladder"),
        ("are these year ranges a hard requirement?", "Are the years of experience required?"),
        ("what happens in calibration meetings", "How does calibration work?"),
        ("is a draft card final", "What does draft mean?"),
        ("why are there P and M codes", "What is the difference between the two tracks?"),
        ("how do management levels differ from professional levels", "What is the difference"),
        ("does everyone here need to tick each single bullet", "Is this ladder a promotion"),
        ("may I leave management again if I regret it", "Can I move to management and back?"),
        ("i don't ever want to lead people, will i hit a wall", "Do I have to become a manager"),
        ("my boss has me doing the work of the next level already", "What if I already do"),
        ("my level feels too low, who do i talk to", "What if I disagree with my level?"),
        ("are all managers equally strict, who makes sure of that", "How does calibration work?"),
        ("who is in the room at calibrations", "How does calibration work?"),
        ("could I be held to the same bar if I only do 60% hours", "How does part-time work"),
        # everyday words that are names of tools as well
        ("is it allowed to leapfrog, say to go up by two at once?", "Can I skip a level?"),
        ("why does the word draft stand on so many cards", "What does draft mean?"),
        # with much said around it
        (
            "hi all, long time no see! we were chatting over lunch and nobody was sure: who has "
            "to sign off a promotion in the end?",
            "Who approves promotions?",
        ),
    ],
)
def test_other_words_find_the_entry(ask_approved: Ask, text: str, question: str) -> None:
    answer = ask_approved(text, ANYONE)
    assert isinstance(answer, GuideAnswer)
    assert answer.entry.question.startswith(question)
    assert 0.7 <= answer.confidence <= 0.97


@pytest.mark.parametrize(
    "text",
    [
        "who owns the payments service",
        "who approves my vacation",
        "team lead is on vacation, who approves my PTO",
        "what time is it",
        "when is the all hands",
        "how often does the build fail",
        "promote the staging build to production please",
        "who reviews my PR",
        "translate 'senior engineer' into Japanese",
        "we're hiring a Site Reliability Engineer II, what level is that",
        "security engineer senior",
        "senior accountant",
        "how do I calibrate the torque wrench",
        "what is the standard for commit messages",
        "does my badge work full time in the other building",
        "who sits in the corner office",
        "how do I move up in the queue for a parking spot",
    ],
)
def test_what_the_guide_does_not_speak_of_is_not_answered(ask_approved: Ask, text: str) -> None:
    assert isinstance(ask_approved(text, ANYONE), UnknownAnswer)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("who needs project management", "skill"),
        ("which level needs experience with real production data", "skill"),
        ("show me every level of data science", "browse"),
        ("what manager levels do we have", "browse"),
    ],
)
def test_questions_on_the_cards_are_not_the_guides(
    ask_approved: Ask, text: str, intent: str
) -> None:
    assert ask_approved(text, ANYONE).intent == intent


def test_a_draft_says_whom_to_ask_and_suggests_what_is_near(ask: Ask, ladder: Ladder) -> None:
    for entry in ladder.guide:
        answer = ask(entry.question, ANYONE)
        assert isinstance(answer, UnknownAnswer)
        assert "please ask People team" in written.full(answer)
        assert answer.suggestions
        for suggested in answer.suggestions:
            assert not isinstance(ask(suggested, ANYONE), UnknownAnswer), suggested
    assert "P2 pay" in ask("Where can I find pay ranges?", ANYONE).suggestions
    assert "What's next after P2?" in ask("How do promotions work?", ANYONE).suggestions


def test_a_ladder_without_approved_entries_answers_none(ask: Ask) -> None:
    answer = ask("is this a promotion checklist?", ANYONE)
    assert isinstance(answer, UnknownAnswer)
    assert answer.suggestions
