"""What an answer that one person saw leaves behind: buttons, the report, and what is posted."""

import json

import pytest

from bot.blocks.parts import ASK
from bot.blocks.posting import POST
from bot.state import State
from local_slack import LocalSlack
from tests.access.restricted import QUESTIONS
from tests.support import Door, click, settled


@pytest.mark.provokes_faults
@pytest.mark.parametrize(
    ("question", "posted"),
    [
        ("who needs splorting?", False),
        ("does a P2 need drimology?", False),
        ("who needs hidejobs?", False),
        ("levels of Skunkworks", False),
        ("who needs mends engineer parts?", True),
        ("does a P2 need violins?", True),
        ("what levels are there?", True),
        ("levels of Engineer", True),
        ("I have 6 years of experience, what level am I?", True),
        ("P2 pay", True),
    ],
)
async def test_a_question_that_tells_what_is_kept_for_some_is_not_posted(
    slack: LocalSlack, question: str, *, posted: bool
) -> None:
    """The bot itself offers "Who needs …?", with a line of a card that the person may see."""
    delivery = await slack.command("/level", question, user="ana", channel="general")
    assert delivery.message
    await click(slack, delivery.message, POST, user="ana")
    if posted:
        await slack.submit(slack.view("ana"), user="ana")
        await settled(slack)
    assert len(slack.messages("general")) == posted
    if not posted:
        assert "Not everyone may see this" in slack.ephemerals("ana")[-1].text


@pytest.mark.parametrize(
    ("question", "user", "kept"),
    [
        ("skunkworks II", "ana", False),
        ("levels of Skunkworks", "ana", False),
        ("who needs drimology?", "ana", False),
        ("P4", "hanna", False),
        (QUESTIONS[-2], "ana", False),
        ("P2 pay", "ana", True),
        ("P2 vs P3", "ana", True),
        ("what levels are there?", "ana", True),
        ("what is the weather?", "ana", True),
        ("skunkworks II", "ben", True),
    ],
)
async def test_the_report_holds_no_question_that_tells_of_what_is_hidden(
    slack: LocalSlack, state: State, question: str, user: str, *, kept: bool
) -> None:
    """More people read the report than may know of a family; what was guessed stays as typed."""
    await slack.command("/level", question, user=user, channel="general")
    await settled(slack)
    (asked,) = await state.questions.since(0)
    assert asked.text == (question if kept else "")
    assert not {"stealth/P2", "engineer/P4"} & set(asked.levels)


async def test_a_button_that_does_not_say_who_sees_it_is_answered_for_all(
    slack: LocalSlack, door: Door
) -> None:
    asked = await slack.post("@levelbot P2", user="ben", channel="general")
    await settled(slack)
    (shown,) = slack.replies("general", asked.ts)
    await click(slack, shown, f"{ASK}_step", user="ana")
    pressed = next(each for each in slack.deliveries if each.kind == "block_actions").request
    del pressed["container"]
    pressed["actions"][0]["value"] = "P2 pay"
    slack.calls.clear()
    reply = await door.form({"payload": json.dumps(pressed)})
    await settled(slack)
    assert reply.status == 200
    assert "222,222" not in slack.replies("general", asked.ts)[0].text
