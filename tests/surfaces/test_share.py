"""Carrying an answer further: to the channel, once one knows who sees it; to one's messages."""

import pytest

from local_slack import LocalSlack, Message
from tests.support import assert_openable, buttons, click, read, settled

P2 = "P2 · Developing AI/ML Engineer"
POST, COPY = "post_answer", "send_copy"


async def answered(slack: LocalSlack, text: str, channel: str) -> Message:
    """The ephemeral answer to the slash command."""
    delivery = await slack.command("/level", text, channel=channel)
    assert delivery.message
    return delivery.message


@pytest.mark.parametrize(
    ("channel", "told"),
    [
        ("general", ["*#general*", "3 people", "No guests"]),
        ("vendors", ["*#vendors*", "4 people", "1 guest"]),
        ("acme-shared", ["*#acme-shared*", "4 people", "1 person of another organization"]),
        ("calibration", ["private channel *calibration*", "3 people"]),
        pytest.param(
            "random",
            ["*#random*", "3 people"],
            marks=pytest.mark.provokes_faults,
            id="public, without the bot",
        ),
        pytest.param(
            "comp-review",
            ["Everyone in this conversation", "can't count"],
            marks=pytest.mark.provokes_faults,
            id="private, without the bot",
        ),
    ],
)
async def test_one_is_told_who_will_see_it_before_it_is_posted(
    slack: LocalSlack, channel: str, told: list[str]
) -> None:
    answer = await answered(slack, "P2", channel)
    await click(slack, answer, POST)
    view = slack.view()
    assert_openable(view.definition)
    said = read(view.blocks)
    assert [words for words in told if words not in said] == []
    assert slack.messages(channel) == [], "nothing is posted yet"

    await slack.submit(view)
    await settled(slack)
    (posted,) = slack.messages(channel)
    assert P2 in read(posted.blocks)
    assert f"Posted by <@{slack.users['ana'].id}>" in read(posted.blocks)
    assert not slack.views[slack.users["ana"].id], "the modal is closed"


async def test_what_is_posted_offers_nothing_that_is_for_one_person(slack: LocalSlack) -> None:
    answer = await answered(slack, "P2 vs P3", "general")
    await click(slack, answer, POST)
    await slack.submit(slack.view())
    await settled(slack)
    (posted,) = slack.messages("general")
    assert not {POST, COPY} & set(buttons(posted.blocks))
    assert "differ in" in read(posted.blocks)


@pytest.mark.provokes_faults
async def test_an_archived_channel_takes_no_post(slack: LocalSlack) -> None:
    answer = await answered(slack, "P2", "general")
    slack.channels["general"].is_archived = True
    await click(slack, answer, POST)
    assert "archived" in read(slack.view().blocks)
    assert "submit" not in slack.view().definition


@pytest.mark.provokes_faults
@pytest.mark.parametrize("code", ["is_archived", "restricted_action"])
async def test_where_nobody_may_post_the_person_has_it_alone(slack: LocalSlack, code: str) -> None:
    answer = await answered(slack, "P2", "general")
    await click(slack, answer, POST)
    slack.faults.fail("chat.postMessage", code)
    await slack.submit(slack.view())
    await settled(slack)
    assert slack.messages("general") == []
    assert P2 in read(slack.messages(slack.dm())[-1].blocks)


@pytest.mark.provokes_faults
async def test_people_are_not_counted_where_slack_does_not_tell(slack: LocalSlack) -> None:
    answer = await answered(slack, "P2", "general")
    slack.faults.fail("conversations.members", "fetch_members_failed")
    await click(slack, answer, POST)
    assert "Everyone in this conversation" in read(slack.view().blocks)


@pytest.mark.provokes_faults
async def test_a_window_that_comes_too_late_is_owned_up_to(slack: LocalSlack) -> None:
    answer = await answered(slack, "P2", "general")
    slack.faults.fail("views.open", "expired_trigger_id")
    await click(slack, answer, POST)
    assert "try again" in slack.ephemerals()[-1].text


@pytest.mark.parametrize("channel", ["general", "comp-review", "random"])
async def test_a_copy_comes_as_a_direct_message(slack: LocalSlack, channel: str) -> None:
    await click(slack, await answered(slack, "P2", channel), COPY)
    (copy,) = slack.messages(slack.dm())
    assert P2 in read(copy.blocks)
    assert not {POST, COPY} & set(buttons(copy.blocks))
    assert "direct message" in slack.ephemerals()[-1].text
    assert slack.messages(channel) == []


@pytest.mark.provokes_faults
async def test_a_copy_comes_although_the_answer_is_too_old_to_add_to(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = await answered(slack, "P2", "general")
    monkeypatch.setattr("local_slack.triggers.RESPONSE_URL_LIFE_S", -1)
    assert (await click(slack, answer, COPY)).ok
    assert P2 in read(slack.messages(slack.dm())[-1].blocks)


async def test_an_answer_looked_up_for_a_message_goes_into_its_thread(slack: LocalSlack) -> None:
    message = await slack.post("P2, I guess", user="ben")
    await slack.shortcut("look_up_level", message)
    await settled(slack)
    await click(slack, slack.view(), POST)
    assert "in" in read(slack.view().blocks)
    await slack.submit(slack.view())
    await settled(slack)
    (posted,) = slack.replies(message.channel, message.ts)
    assert P2 in read(posted.blocks)
    assert slack.messages(message.channel) == [message], "never at the channel's top level"
