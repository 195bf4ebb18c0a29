"""Requests as Slack documents them, that the local workspace itself never sends."""

import json
from typing import Any

import pytest

from bot.blocks.posting import COPY, POST
from local_slack import LocalSlack, Message
from tests.support import Door, Json, click, read, settled

NOWHERE = "http://127.0.0.1:9/actions"
"""A response URL that does not answer."""
RICH = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "Hiring a "},
                {"type": "text", "text": "Machine Learning II", "style": {"bold": True}},
            ],
        }
    ],
}


def said(slack: LocalSlack) -> list[Message]:
    """Everything that the bot said, oldest first."""
    return [message for message in slack.session.workspace.log if message.by_bot]


def interaction(slack: LocalSlack, kind: str, **parts: Any) -> dict[str, str]:
    """A form with an interaction of Ana's."""
    user = slack.users["ana"].id
    payload = {
        "type": kind,
        "user": {"id": user, "team_id": "T1"},
        "team": {"id": "T1", "domain": "one"},
        "enterprise": None,
        "trigger_id": slack.session.triggers.new(user),
        **parts,
    }
    return {"payload": json.dumps(payload)}


def pressed(slack: LocalSlack, action_id: str, value: str, **parts: Any) -> dict[str, str]:
    """A form with a button that Ana pressed."""
    action = {"type": "button", "block_id": "b", "action_id": action_id, "value": value}
    return interaction(slack, "block_actions", actions=[action], **parts)


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ({"blocks": [RICH]}, "P2 · AI/ML Engineer"),
        (
            {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*P3*"}}]},
            "P3 · AI/ML Engineer",
        ),
        (
            {"attachments": [{"title": "Requisition", "text": "Machine Learning II"}]},
            "P2 · AI/ML Engineer",
        ),
        ({"attachments": [{"fallback": "Machine Learning II"}]}, "P2 · AI/ML Engineer"),
        (
            {"attachments": [{"fields": [{"title": "Level", "value": "P2"}]}]},
            "P2 · AI/ML Engineer",
        ),
        ({"subtype": "bot_message", "bot_id": "B1", "text": "P4"}, "P4 · AI/ML Engineer"),
        ({"attachments": [None, {"fields": 1, "text": 2}], "blocks": "x"}, "levelbot"),
    ],
    ids=["rich text", "section", "attachment", "fallback", "fields", "bot", "broken"],
)
async def test_a_message_is_looked_up_wherever_it_says_it(
    slack: LocalSlack, door: Door, message: Json, title: str
) -> None:
    ts = (await slack.post("hello", channel="general")).ts
    form = interaction(
        slack,
        "message_action",
        callback_id="look_up_level",
        channel={"id": slack.channels["general"].id, "name": "general"},
        message_ts=ts,
        message={"type": "message", "text": "", "ts": ts, **message},
    )
    assert (await door.form(form)).status == 200
    await settled(slack)
    assert slack.view().title == title


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("shortcut", "don't know that shortcut"),
        ("message_action", "don't know that shortcut"),
        ("view_submission", "don't know that window"),
        ("block_actions", "don't know that button"),
    ],
)
@pytest.mark.parametrize("response_url", [None, NOWHERE], ids=["no URL", "a dead URL"])
async def test_who_uses_what_the_bot_does_not_know_is_told(
    slack: LocalSlack, door: Door, kind: str, words: str, response_url: str | None
) -> None:
    form = interaction(
        slack,
        kind,
        callback_id="of_another_version",
        actions=[{"type": "button", "action_id": "of_another_version", "block_id": "b"}],
        response_url=response_url,
        view={"id": "V1", "type": "modal", "callback_id": "of_another_version"},
    )
    assert (await door.form(form)).status == 200
    await settled(slack)
    assert words in slack.messages(slack.dm())[-1].text


async def test_another_slash_command_is_told_which_one_there_is(
    slack: LocalSlack, door: Door
) -> None:
    fields = {"command": "/levels", "text": "P2", "user_id": "U1", "team_id": "T1"}
    answer = json.loads((await door.form(fields)).body)
    assert answer["response_type"] == "ephemeral"
    assert "/level help" in answer["text"]


async def test_a_menu_that_the_bot_does_not_know_stays_empty(slack: LocalSlack, door: Door) -> None:
    form = interaction(slack, "block_suggestion", action_id="of_another_version", value="P2")
    assert json.loads((await door.form(form)).body) == {"options": []}


async def test_a_direct_message_is_known_by_its_channel(slack: LocalSlack, door: Door) -> None:
    await slack.post("@levelbot P2", channel=slack.dm())
    await settled(slack)
    user = slack.users["ana"].id
    events = [d.request for d in slack.deliveries if d.kind == "event"]
    body = next(each for each in events if each["event"]["user"] == user)
    event = {**body["event"], "text": "P3", "ts": "1.1"}
    del event["channel_type"]
    await door.json({**body, "event_id": "Ev0OTHER", "event": event})
    await settled(slack)
    answer = said(slack)[-1]
    assert (answer.text[:2], answer.thread_ts) == ("P3", None)


@pytest.mark.parametrize("ephemeral", [False, True])
async def test_a_button_is_known_by_its_message_alone(
    slack: LocalSlack, door: Door, ephemeral: bool
) -> None:
    """Payloads of attachments' buttons once had no `container`."""
    question = await slack.post("@levelbot P2", channel="general")
    await settled(slack)
    parts: Json = {
        "channel": {"id": slack.channels["general"].id},
        "message": {"ts": said(slack)[-1].ts, "thread_ts": question.ts},
    }
    if ephemeral:
        parts["message"]["is_ephemeral"] = True
    await door.form(pressed(slack, "ask_1", "P3", **parts))
    await settled(slack)
    told = slack.ephemerals()[-1] if ephemeral else said(slack)[-1]
    assert ("too old" if ephemeral else "P3") in told.text


async def test_a_copy_is_sent_although_nobody_can_be_told_of_it(
    slack: LocalSlack, door: Door
) -> None:
    container = {"type": "message", "channel_id": slack.channels["general"].id, "message_ts": "1.1"}
    await door.form(pressed(slack, COPY, "P2", container=container, response_url=NOWHERE))
    await settled(slack)
    (copy,) = said(slack)
    assert "P2" in copy.text, "and no apology for what has worked"


@pytest.mark.provokes_faults
async def test_a_refused_suggestion_is_no_message(slack: LocalSlack) -> None:
    slack.faults.fail("assistant.threads.setSuggestedPrompts", "not_allowed")
    slack.open_home("ana", tab="messages")
    await settled(slack)
    assert said(slack) == []


async def test_a_direct_message_is_not_looked_into_before_something_is_posted(
    slack: LocalSlack,
) -> None:
    answer = (await slack.command("/level", "P2", channel=slack.dm())).message
    assert answer
    await click(slack, answer, POST)
    assert "Everyone in this direct message" in read(slack.view().blocks)
