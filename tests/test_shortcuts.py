"""The message shortcut: answers in a modal, seen by one person."""

import pytest

from local_slack import LocalSlack
from tests.support import click, settled

P2 = "P2 · AI/ML Engineer"


async def test_a_message_is_looked_up_in_a_modal(slack: LocalSlack) -> None:
    message = await slack.post("what does Machine Learning II mean?", user="ben")
    delivery = await slack.shortcut("look_up_level", message, user="ana")
    await settled(slack)
    assert delivery.ok
    assert slack.view("ana").title == P2
    assert slack.replies(message.channel, message.ts) == [], "nobody else sees it"


async def test_a_choice_in_the_modal_becomes_the_card(slack: LocalSlack) -> None:
    message = await slack.post("P2 or P3?")
    await slack.shortcut("look_up_level", message)
    await settled(slack)
    await click(slack, slack.view(), "ask_2")
    assert slack.view().title == "P3 · AI/ML Engineer"


@pytest.mark.provokes_faults
async def test_a_modal_that_slack_will_not_open_is_owned_up_to(slack: LocalSlack) -> None:
    message = await slack.post("P2")
    slack.faults.fail("views.open", "expired_trigger_id")
    assert (await slack.shortcut("look_up_level", message)).ok
    await settled(slack)
    assert "try again" in slack.ephemerals()[-1].text
