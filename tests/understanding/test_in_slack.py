"""The new kinds of answer through the running app: what a person in Slack sees."""

import json

import pytest

from bot.ladder import Ladder
from local_slack import LocalSlack, Message
from tests.support import assert_sendable, read
from tests.understanding.said import AI
from tests.understanding.test_pasted import card_text


async def level(slack: LocalSlack, text: str) -> Message:
    """The answer to `/level TEXT`, within every limit of Slack's."""
    delivery = await slack.command("/level", text)
    assert (delivery.status, delivery.error) == (200, None)
    assert_sendable(delivery.json)
    assert delivery.message is not None
    return delivery.message


async def test_a_comparison_is_a_table(slack: LocalSlack) -> None:
    message = await level(slack, "P2 vs P3")
    (table,) = [block for block in message.blocks if block["type"] == "table"]
    head, *body = table["rows"]
    assert [len(row) for row in table["rows"]] == [3] * len(table["rows"])
    assert 2 <= len(table["rows"]) <= 100
    assert "P2" in json.dumps(head[1])
    assert "P3" in json.dumps(head[2])
    assert any("General supervision; reviewed at milestones" in json.dumps(row[1]) for row in body)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("does a P2 need PyTorch?", ["Yes", "P2", "AI/ML frameworks (e.g., TensorFlow, PyTorch)"]),
        ("does a P2 need COBOL?", ["No", "P2", "cobol"]),
        ("who needs kubernetes?", ["P4", "Container orchestration (e.g., Kubernetes)"]),
        ("how independent is a P3?", ["P3", "Limited supervision; reviewed at completion"]),
        ("what does a P2 get paid?", ["P2", "Market-pay benchmarks"]),
        ("how do I get from P2 to P3?", ["P2", "P3", "Complete features / components"]),
        ("what comes after P7?", ["P7", "highest level"]),
        ("I have 4 years of experience, what level am I?", ["P3", "3–5 yrs"]),
        ("What level is Priya?", ["anyone's level or pay"]),
        ("is this a promotion checklist?", ["draft"]),
        ("P1 bug in checkout", ["not guess"]),
    ],
)
async def test_the_command_answers(slack: LocalSlack, text: str, said: list[str]) -> None:
    shown = read((await level(slack, text)).blocks)
    for each in said:
        assert each.casefold() in shown.casefold(), shown


async def test_a_mention_with_a_pasted_card(slack: LocalSlack, ladder: Ladder) -> None:
    text = card_text(ladder, f"{AI}/P2").replace("May guide interns", "Guides interns daily")
    question = await slack.post(f"@levelbot {text}")
    answer = await slack.next_message(after=question)
    shown = read(answer.blocks)
    assert answer.thread_ts == question.ts
    assert "P2" in shown
    assert "Guides interns daily" in shown
    assert "May guide interns" in shown


async def test_a_mention_is_no_person_who_is_asked_about(slack: LocalSlack) -> None:
    question = await slack.post("@levelbot what does a P2 get paid?")
    answer = await slack.next_message(after=question)
    assert "Market-pay benchmarks" in read(answer.blocks)
