"""What the bot answers in a thread without being called, and what it leaves alone."""

import json
from pathlib import Path

import pytest

from bot.answers.ask import Answerer
from bot.answers.unasked import unasked
from bot.questions import Context, Intent

AFTER_P2 = Context(levels=("ai-ml-engineer/P2",), intent=Intent.CARD)
DEVELOPMENT = Path(__file__).parent.parent / "benchmarks" / "questions" / "development-far.jsonl"
MOST_WRONG = 0.02
"""Of talk that is about something else, the share that may be answered all the same."""


@pytest.mark.parametrize(
    "text",
    [
        "and P3?",
        "P3?",
        "P4 then",
        "what about autonomy?",
        "how many years?",
        "compare with P3",
        "what's next?",
        "does it need python?",
        "and for data scientists?",
        "what does a P4 earn?",
        "show me the skills",
        "how is that different from P3?",
        "what would she need for P4?",
        "who needs SQL?",
    ],
)
def test_a_question_about_levels_is_answered(ask: Answerer, text: str) -> None:
    assert unasked(text, ask, AFTER_P2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "thanks!",
        "help",
        "lunch?",
        "we should promote her to P3",
        "No, P3 has more autonomy than that",
        "how many vacation days do I get",
        "when was kevin made team lead",
        "who reviews my PR",
        "scope creep again",
        "how do I learn kubernetes",
        "machine learning VIII",
        "autonomy of P8",
        "what levels are there?",
        "what does Ben earn?",
        "does it need underwater basket weaving?",
    ],
)
def test_other_talk_is_left_alone(ask: Answerer, text: str) -> None:
    assert unasked(text, ask, AFTER_P2) is None


def test_nobody_is_answered_who_was_not_before(ask: Answerer) -> None:
    assert unasked("and P3?", ask, Context()) is None


def test_questions_about_other_things_are_left_alone(ask: Answerer) -> None:
    rows = [json.loads(line) for line in DEVELOPMENT.read_text().splitlines()]
    other = [row["question"] for row in rows if row["expect"].get("intent") == ["unknown"]]
    answered = [text for text in other if unasked(text, ask, AFTER_P2)]
    assert len(other) > 100
    assert len(answered) / len(other) <= MOST_WRONG, answered
