"""A mention alone, and a mention of a pasted card."""

from pathlib import Path

import pytest

from local_slack import LocalSlack, Message
from tests.support import buttons, click, read, settled

P2 = "P2 · Developing AI/ML Engineer"
REWORDED = "Somebody who needs a lot of help with everything"


@pytest.fixture
def card() -> str:
    """The card of P2 as it is pasted from a page."""
    return (Path(__file__).parents[1] / "data" / "ai-ml-engineer-P2.txt").read_text()


async def said(slack: LocalSlack, parent: Message) -> list[Message]:
    await settled(slack)
    return [reply for reply in slack.replies(parent.channel, parent.ts) if reply.by_bot]


@pytest.mark.parametrize("within", [False, True], ids=["channel", "thread"])
async def test_alone_it_says_hello_and_what_can_be_asked(slack: LocalSlack, within: bool) -> None:
    parent = await slack.post("what a day")
    thread_ts = parent.ts if within else None
    message = await slack.post("@levelbot", thread_ts=thread_ts)
    (answer,) = await said(slack, parent if within else message)
    words = read(answer.blocks)
    assert words.startswith("Hello!")
    assert answer.text.startswith("Hello!")
    assert "P2" in words
    assert "threads" in words, "where slash commands don't work"


@pytest.mark.parametrize("question", ["", "is this right?", "what level is this?", "does it match"])
async def test_the_card_that_the_thread_starts_with_is_recognized(
    slack: LocalSlack, card: str, question: str
) -> None:
    parent = await slack.post(card, user="ben")
    await slack.post(f"@levelbot {question}", thread_ts=parent.ts)
    (answer,) = await said(slack, parent)
    assert "P2" in read(answer.blocks)
    assert "Post the approved card" in labels(answer)


async def test_a_card_in_the_mention_tells_what_differs(slack: LocalSlack, card: str) -> None:
    ours = "Documenting and presenting findings"
    assert ours in card
    message = await slack.post(f"@levelbot {card.replace(ours, REWORDED)}")
    (answer,) = await said(slack, message)
    words = read(answer.blocks)
    assert ours in words
    assert REWORDED in words


async def test_the_approved_card_is_posted_below(slack: LocalSlack, card: str) -> None:
    message = await slack.post(f"@levelbot {card}")
    (answer,) = await said(slack, message)
    await click(slack, answer, "post_answer")
    await slack.submit(slack.view())
    assert P2 in read((await said(slack, message))[-1].blocks)
    assert [m for m in slack.messages(message.channel) if m.by_bot] == []


@pytest.mark.parametrize("question", ["P3", "show me the P3 card", "what does P3 mean here?"])
async def test_a_question_of_its_own_goes_before_the_card(
    slack: LocalSlack, card: str, question: str
) -> None:
    parent = await slack.post(card)
    await slack.post(f"@levelbot {question}", thread_ts=parent.ts)
    (answer,) = await said(slack, parent)
    assert read(answer.blocks).startswith("P3")


@pytest.mark.provokes_faults
async def test_a_thread_that_can_not_be_read_does_no_harm(slack: LocalSlack, card: str) -> None:
    parent = await slack.post(card)
    slack.faults.fail("conversations.replies", "missing_scope")
    await slack.post("@levelbot", thread_ts=parent.ts)
    (answer,) = await said(slack, parent)
    assert "Hello!" in read(answer.blocks)


def labels(message: Message) -> list[str]:
    """What the buttons of a message say."""
    return [each["text"]["text"] for each in buttons(message.blocks).values()]
