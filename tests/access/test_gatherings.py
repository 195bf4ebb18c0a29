"""Where several people read along: a group's direct messages, a channel shared with others."""

import json

import pytest

from bot.blocks.parts import ASK
from local_slack import LocalSlack, Message
from tests.access.restricted import leaked
from tests.support import buttons, click, settled

BUTTONS = 3
"""Pressed under each answer."""


def said(messages: list[Message]) -> list[str]:
    return [
        json.dumps([each.text, each.blocks], ensure_ascii=False) for each in messages if each.by_bot
    ]


@pytest.fixture(params=["group", "shared"])
def room(slack: LocalSlack, request: pytest.FixtureRequest) -> str:
    """A group's direct messages with somebody who may see less; a channel with strangers."""
    if request.param == "group":
        return slack.group_dm("ana", "hanna", "ben").id
    return slack.channels["acme-shared"].id


async def test_all_of_them_read_what_everybody_may(slack: LocalSlack, room: str) -> None:
    """The person has been told more a moment ago, alone."""
    channel = slack.session.workspace.channels[room]
    await slack.post("P2 pay", user="ana", channel=slack.dm("ana"))
    await settled(slack)
    assert "222,222" in "".join(said(slack.messages(slack.dm("ana"))))
    asked = await slack.post("@levelbot P2 pay", user="ana", channel=channel)
    await settled(slack)
    for words in ("and P3?", "@levelbot and the autonomy?", "@levelbot skunkworks II"):
        await slack.post(words, user="ana", channel=channel, thread_ts=asked.ts)
        await settled(slack)
    await slack.edit(asked, "@levelbot P1 pay and skills")
    await settled(slack)
    for shown in slack.replies(channel, asked.ts):
        pressed = [each for each in buttons(shown.blocks) if each.startswith(ASK)]
        for action_id in pressed[:BUTTONS]:
            await click(slack, shown, action_id, user="ana")
    told = said([*slack.messages(channel), *slack.replies(channel, asked.ts)])
    assert len(told) > 3
    assert [leaked(each, "skunkworks") for each in told] == [[] for _ in told]
    alone = "".join(said(slack.ephemerals("ana")))
    assert "222,222" in alone
    assert slack.ephemerals("hanna") == slack.ephemerals("ben") == []


async def test_who_comes_from_elsewhere_is_told_nothing_by_any_button(slack: LocalSlack) -> None:
    channel = slack.channels["acme-shared"]
    asked = await slack.post("@levelbot P2", user="hanna", channel=channel)
    await settled(slack)
    (shown,) = slack.replies(channel, asked.ts)
    slack.calls.clear()
    for action_id in buttons(shown.blocks):
        await click(slack, shown, action_id, user="soren")
    sent = [json.dumps(call.args, ensure_ascii=False) for call in slack.calls]
    assert [leaked(each) for each in sent] == [[] for _ in sent]
