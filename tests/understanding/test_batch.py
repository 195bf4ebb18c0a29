"""`levelbot ask --batch`: one JSON answer a line, as the contract has it, for every intent."""

import io
import json
import sys
from typing import Any

import pytest

from bot.cli import main
from bot.ladder import Ladder
from bot.questions import Intent
from tests.understanding.said import AI, DS, at
from tests.understanding.test_pasted import card_text

KEYS = [
    "id",
    "question",
    "intent",
    "levels",
    "attribute",
    "skill",
    "listed",
    "confidence",
    "text",
    "suggestions",
]

QUESTIONS: dict[str, dict[str, Any]] = {
    "card": {"question": "what's Machine Learning II?"},
    "compare": {"question": "P2 vs P3"},
    "attribute": {"question": "how much autonomy does a P3 have?", "family": DS},
    "skill": {"question": "does a P2 need PyTorch?"},
    "growth": {"question": "how do I get from P2 to P3?"},
    "experience": {"question": "I have 4 years of experience, what level am I?"},
    "browse": {"question": "what levels are there?"},
    "help": {"question": "what can you do?"},
    "unknown": {"question": "what's the weather?"},
}
EXPECTED: dict[str, dict[str, Any]] = {
    "card": {"levels": at("P2")},
    "compare": {"levels": at("P2 P3")},
    "attribute": {"levels": at("P3", DS), "attribute": "autonomy"},
    "skill": {
        "levels": at("P2"),
        "skill": "AI/ML frameworks (e.g., TensorFlow, PyTorch)",
        "listed": True,
    },
    "growth": {"levels": at("P2 P3")},
    "experience": {"levels": at("P3")},
    "help": {"levels": ()},
    "unknown": {"levels": ()},
    "pasted_card": {"levels": at("P2")},
    "guide": {"levels": ()},
}


def batch(
    asked: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> list[dict[str, Any]]:
    """The answers to questions on standard input."""
    lines = "".join(json.dumps(each) + "\n" for each in asked).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert main(("ask", "--batch", "-")) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return [json.loads(line) for line in out.splitlines()]


def assert_as_the_contract_has_it(asked: dict[str, Any], answer: dict[str, Any]) -> None:
    """The keys, their order and their types; what the intent promises."""
    assert list(answer) == KEYS
    assert (answer["id"], answer["question"]) == (asked["id"], asked["question"])
    assert answer["intent"] == asked["id"]
    assert 0 <= answer["confidence"] <= 1
    assert isinstance(answer["text"], str)
    assert answer["text"]
    assert all(isinstance(each, str) for each in answer["suggestions"])
    assert len(answer["suggestions"]) <= 3
    wanted = {"attribute": None, "skill": None, "listed": None, **EXPECTED.get(asked["id"], {})}
    for key, value in wanted.items():
        assert answer[key] == (list(value) if isinstance(value, tuple) else value), (asked, key)


def test_every_intent(
    ladder: Ladder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [{"id": intent, **question} for intent, question in QUESTIONS.items()]
    asked.append({"id": "pasted_card", "question": card_text(ladder, f"{AI}/P2")})
    assert {each["id"] for each in asked} | {"guide"} == set(Intent)
    for question, answer in zip(asked, batch(asked, monkeypatch, capsys), strict=True):
        assert_as_the_contract_has_it(question, answer)


def test_the_guide_of_a_ladder_that_has_one_approved(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], other_folder: str
) -> None:
    monkeypatch.setenv("LEVEL_DATA", other_folder)
    asked = {"id": "guide", "question": "how often is the ladder revised?"}
    (answer,) = batch([asked], monkeypatch, capsys)
    assert_as_the_contract_has_it(asked, answer)
    assert "every spring" in answer["text"]
