"""A story is told first, and a question asked at the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Ask
from bot.questions.asked.endings import endings
from tests.understanding.said import DS, SW, Understood, asked, at


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Have to write Ines's review tonight ugh. what does good look like for a senior data "
            "scientist",
            Understood("attribute", at("P4", DS), "expectations"),
        ),
        (
            "just signed my offer 🎉🎉 it says Backend Engineer II. can somebody tell me what "
            "that is",
            Understood("card", at("P2", SW)),
        ),
        (
            "writing a development plan, pls give the steps from Software I up to Software II",
            Understood("growth", at("P1 P2", SW)),
        ),
        (
            "the offer template is broken!! who in HR fixes it? also what is P4's scope",
            Understood("attribute", at("P4"), "scope"),
        ),
        ("quick one before my 1:1, what does ML III actually mean", Understood("card", at("P3"))),
        ("remind me, AI/ML Engineer Team Lead is what again", Understood("card", at("M1"))),
    ],
)
def test_the_question_at_the_end_is_answered(ask: Ask, text: str, found: Understood) -> None:
    assert asked(ask, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The server is down again. who is on call, P1 please",
        "Between us: who earns more, Lena or Marco? both ML IIs",
        "I love the new office. can somebody order more chairs for the P3 room",
        "remind me to review P3 tomorrow",
        "At Google, what is a software engineer III?",
        "I used to work at Google. There I was an L5. what is P3",
    ],
)
def test_an_ending_that_asks_of_no_level_is_unknown(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent == "unknown"


def test_sentences_and_questions_behind_a_comma_end() -> None:
    assert endings("Hi all! My report, Ana, starts. so, what is P2") == [
        "what is P2",
        "so, what is P2",
    ]
    assert endings("for my slide, which levels need SQL") == ["which levels need SQL"]
    assert endings("tools, e.g. Spark, at P3") == endings("P3") == endings("") == []


@given(st.text(max_size=300))
def test_endings_are_what_stands_last(text: str) -> None:
    found = endings(text)
    assert len(found) <= 2
    assert all(each.strip() and len(each) < len(text) for each in found)
