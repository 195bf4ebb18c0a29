"""Every way to ask, in every kind of place, and when Slack has closed it meanwhile."""

import pytest

from local_slack import Channel, LocalSlack, Message
from tests.support import buttons, click, read, settled

CARD = "P2 · Developing AI/ML Engineer"
EVERYWHERE = ["general", "calibration", "random", "comp-review", "acme-shared", "vendors", "dm"]
"""Public, private; both without the bot; shared with an organization; with a guest; direct."""
WITH_THE_BOT = ["general", "calibration", "acme-shared", "vendors"]


def place(slack: LocalSlack, named: str) -> Channel:
    return slack.dm() if named == "dm" else slack.channels[named]


def labels(message: Message) -> list[str]:
    """What the buttons of a message say."""
    return [each["text"]["text"] for each in buttons(message.blocks).values()]


def said(slack: LocalSlack) -> list[Message]:
    """Everything that the bot said, oldest first."""
    return [message for message in slack.session.workspace.log if message.by_bot]


@pytest.mark.parametrize("named", EVERYWHERE)
async def test_a_slash_command_is_answered_for_one_person(slack: LocalSlack, named: str) -> None:
    channel = place(slack, named)
    delivery = await slack.command("/level", "P2", channel=channel)
    assert delivery.message
    assert CARD in read(delivery.message.blocks)
    await click(slack, delivery.message, "ask_compare")
    await click(slack, delivery.message, "feedback", value="positive")
    assert "differ in" in read(delivery.message.blocks), "in the place of the card"
    assert {message.ephemeral_to for message in said(slack)} == {slack.users["ana"].id}


async def test_a_group_direct_message_is_no_channel(slack: LocalSlack) -> None:
    group = slack.group_dm("ana", "ben")
    delivery = await slack.command("/level", "P2", channel=group)
    assert delivery.message
    assert "Post here" in labels(delivery.message)
    await click(slack, delivery.message, "ask_compare")
    assert "Post here" in labels(delivery.message), "also in what takes its place"
    await slack.post("@levelbot P2", channel=group)
    await settled(slack)
    assert CARD in read(said(slack)[-1].blocks)


@pytest.mark.parametrize("within", [False, True], ids=["channel", "thread"])
@pytest.mark.parametrize("named", WITH_THE_BOT)
async def test_a_mention_is_answered_in_its_thread(
    slack: LocalSlack, named: str, within: bool
) -> None:
    parent = await slack.post("morning", channel=named)
    thread_ts = parent.ts if within else None
    message = await slack.post("@levelbot P2", channel=named, thread_ts=thread_ts)
    await settled(slack)
    (answer,) = said(slack)
    assert (answer.thread_ts, answer.ephemeral_to) == (thread_ts or message.ts, None)
    assert CARD in read(answer.blocks)


@pytest.mark.parametrize("named", EVERYWHERE)
async def test_a_message_is_looked_up_by_one_person(slack: LocalSlack, named: str) -> None:
    message = await slack.post("Machine Learning II", channel=place(slack, named))
    await settled(slack)
    before = len(said(slack))
    await slack.shortcut("look_up_level", message)
    await settled(slack)
    assert slack.view().title == "P2 · AI/ML Engineer"
    assert len(said(slack)) == before, "nobody else sees it"


@pytest.mark.provokes_faults
@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("not_in_channel", "not a member"),
        ("channel_not_found", "can't see that channel"),
        ("is_archived", "archived"),
        ("restricted_action_thread_locked", "locked"),
    ],
)
@pytest.mark.parametrize("how", ["mention", "follow-up", "button"])
async def test_where_the_bot_may_not_post_any_more_the_asker_is_told(
    slack: LocalSlack, how: str, code: str, reason: str
) -> None:
    question = await slack.post("@levelbot P2", channel="general")
    await settled(slack)
    slack.faults.fail("chat.postMessage", code)
    if how == "button":
        await click(slack, said(slack)[-1], "ask_compare")
    else:
        text = "@levelbot and P3?" if how == "mention" else "and P3?"
        await slack.post(text, channel="general", thread_ts=question.ts)
        await settled(slack)
    (told,) = slack.messages(slack.dm())
    assert reason in read(told.blocks)
    assert "P3" in read(told.blocks), "with the answer itself"


@pytest.mark.provokes_faults
async def test_buttons_that_are_too_old_are_owned_up_to(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = (await slack.command("/level", "P2")).message
    assert answer
    monkeypatch.setattr("local_slack.triggers.RESPONSE_URL_LIFE_S", -1)
    await click(slack, answer, "ask_compare")
    assert "too old" in slack.ephemerals()[-1].text


@pytest.mark.provokes_faults
@pytest.mark.parametrize("action_id", ["whole_card", "post_answer"])
async def test_windows_that_come_too_late_are_owned_up_to(
    slack: LocalSlack, action_id: str
) -> None:
    answer = (await slack.command("/level", "P2")).message
    assert answer
    slack.faults.fail("views.open", "expired_trigger_id")
    await click(slack, answer, action_id)
    assert "try again" in slack.ephemerals()[-1].text


async def test_bots_are_never_answered(slack: LocalSlack) -> None:
    question = await slack.post("@levelbot P2", channel="general")
    await settled(slack)
    calls = [call.method for call in slack.calls if call.method.startswith("chat.")]
    assert calls == ["chat.postMessage"], "its own message comes back as an event"
    assert len(slack.replies("general", question.ts)) == 1
