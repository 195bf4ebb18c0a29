"""`@levelbot …` and direct messages: answered once, in the right place, or told privately why."""

import asyncio
import gc
import re
import time
from types import SimpleNamespace
from typing import Any

import pytest

from local_slack import LocalSlack, Message
from tests.support import Door, Json, Log, click, read, reference_in, settled

QUESTION = "@levelbot what's Machine Learning II?"
P2 = "P2 · Developing AI/ML Engineer"

# Where slack_sdk waits between its attempts.
WAITS = ("slack_sdk.http_retry.async_handler", "slack_sdk.http_retry.builtin_async_handlers")


@pytest.fixture
def waits_s(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the bot would have waited before each new attempt; nobody really waits."""
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    for module in WAITS:
        monkeypatch.setattr(f"{module}.asyncio", SimpleNamespace(sleep=sleep))
    return waited


def bots_messages(slack: LocalSlack) -> list[Message]:
    """Everything that the bot said, wherever it was."""
    return [message for message in slack.session.workspace.log if message.by_bot]


async def last_event(slack: LocalSlack) -> Json:
    """The last event of a person's message, as it was delivered."""
    await settled(slack)
    return next(
        delivery.request
        for delivery in reversed(slack.deliveries)
        if delivery.kind == "event" and "bot_id" not in delivery.request["event"]
    )


def posts(slack: LocalSlack) -> list[Json]:
    """The arguments of every chat.postMessage."""
    return [call.args for call in slack.calls if call.method == "chat.postMessage"]


async def test_mention_is_answered_in_its_thread(slack: LocalSlack) -> None:
    question = await slack.post(QUESTION)
    answer = await slack.next_message(after=question)
    await settled(slack)
    assert answer.thread_ts == question.ts
    assert answer.ephemeral_to is None
    assert read(answer.blocks[0]) == P2
    assert bots_messages(slack) == [answer]
    assert slack.messages() == [question], "nothing at the channel's top level"


async def test_mention_in_a_thread_is_answered_in_that_thread(slack: LocalSlack) -> None:
    parent = await slack.post("how do we level people?", user="ben")
    question = await slack.post(QUESTION, thread_ts=parent.ts)
    answer = await slack.next_message(after=question)
    assert answer.thread_ts == parent.ts
    assert slack.replies("eng-leveling", parent.ts) == [question, answer]


async def test_mention_in_a_private_channel(slack: LocalSlack) -> None:
    question = await slack.post(QUESTION, channel="calibration")
    answer = await slack.next_message(after=question)
    assert (answer.channel, answer.thread_ts) == (question.channel, question.ts)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@levelbot", "What you can ask"),
        ("@levelbot help", "What you can ask"),
        ("hey @levelbot, p-2 please :pray:", P2),
        ("what's Machine Learning III @levelbot?", "P3 · Mid-Level AI/ML Engineer"),
        ("@levelbot what's the weather?", "I couldn't find"),
        ("@levelbot <!channel> & <b>", "I couldn't find"),
        ("@levelbot ask @ben about P2", P2),
    ],
)
async def test_what_a_mention_is_answered(slack: LocalSlack, text: str, said: str) -> None:
    question = await slack.post(text)
    answer = await slack.next_message(after=question)
    assert said in read(answer.blocks)


async def test_answers_unfurl_nothing(slack: LocalSlack) -> None:
    await slack.next_message(after=await slack.post(QUESTION))
    assert posts(slack)[0]["unfurl_links"] is False
    assert posts(slack)[0]["unfurl_media"] is False


async def test_direct_message_is_answered_without_a_mention(slack: LocalSlack) -> None:
    direct = slack.dm("ana")
    question = await slack.post("deep learning 2", channel=direct)
    answer = await slack.next_message(after=question)
    assert (answer.channel, answer.thread_ts) == (direct.id, None)
    assert read(answer.blocks[0]) == P2


async def test_direct_message_in_a_thread_is_answered_there(slack: LocalSlack) -> None:
    direct = slack.dm("ana")
    parent = await slack.post("P3", channel=direct)
    await slack.next_message(after=parent)
    question = await slack.post("P2", channel=direct, thread_ts=parent.ts)
    answer = await slack.next_message(after=question)
    assert answer.thread_ts == parent.ts


async def test_mention_in_a_direct_message_is_answered_once(slack: LocalSlack) -> None:
    await slack.post(QUESTION, channel=slack.dm("ana"))
    await settled(slack)
    assert len(bots_messages(slack)) == 1


async def test_a_button_of_an_answer_in_a_thread_opens_the_card(slack: LocalSlack) -> None:
    answer = await slack.next_message(after=await slack.post(QUESTION))
    assert (await click(slack, answer, "whole_card", user="ben")).ok
    assert slack.view("ben").title == "P2 · AI/ML Engineer"


# Not for the bot


async def test_talk_without_a_mention_is_left_alone(slack: LocalSlack) -> None:
    await slack.post("is P2 the right level for her?")
    await settled(slack)
    assert bots_messages(slack) == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"bot_id": "B0OTHERBOT"}, id="another bot's"),
        pytest.param({"bot_id": "B07QK9LVBOT", "user": "U07QKALVBOT"}, id="its own"),
        pytest.param({"subtype": "bot_message", "bot_id": "B0OTHERBOT"}, id="a bot_message"),
        pytest.param({"subtype": "bot_message"}, id="a bot_message without bot_id"),
        pytest.param({"bot_profile": {"id": "B0OTHERBOT"}}, id="with a bot_profile"),
        pytest.param({"subtype": "message_changed"}, id="an edit"),
        pytest.param({"subtype": "message_deleted"}, id="a deletion"),
        pytest.param({"subtype": "channel_join"}, id="a join"),
        pytest.param({"user": None}, id="of nobody"),
    ],
)
@pytest.mark.parametrize("where", ["channel", "dm"])
async def test_what_no_person_wrote_is_ignored(
    slack: LocalSlack, door: Door, change: Json, where: str
) -> None:
    channel = slack.dm("ana") if where == "dm" else slack.channels["eng-leveling"]
    await slack.post(QUESTION, channel=channel)
    event = await last_event(slack)
    answered = len(bots_messages(slack))
    event["event_id"] = "Ev0OTHER"
    event["event"] |= change
    assert (await door.json(event)).status == 200
    await settled(slack)
    assert len(bots_messages(slack)) == answered == 1


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast", "me_message"])
async def test_other_kinds_of_a_persons_message_are_answered(
    slack: LocalSlack, door: Door, subtype: str
) -> None:
    await slack.post("P2", channel=slack.dm("ana"))
    event = await last_event(slack)
    event["event_id"] = "Ev0OTHER"
    event["event"] |= {"subtype": subtype, "ts": f"{time.time():.6f}"}
    await door.json(event)
    await settled(slack)
    assert len(bots_messages(slack)) == 2


@pytest.mark.parametrize("text", [None, "", 7, ["P2"], {"text": "P2"}])
async def test_an_event_without_proper_text_does_no_harm(
    slack: LocalSlack, door: Door, text: object
) -> None:
    await slack.post(QUESTION)
    event = await last_event(slack)
    event["event_id"] = "Ev0OTHER"
    event["event"]["text"] = text
    assert (await door.json(event)).status == 200
    await settled(slack)
    assert len(bots_messages(slack)) == 2, "answered, with help or with friendly words"


# Once


async def test_a_redelivered_event_is_answered_once(slack: LocalSlack, door: Door) -> None:
    await slack.post(QUESTION)
    event = await last_event(slack)
    for number in ("1", "2", "3"):
        reply = await door.json(
            event, {"X-Slack-Retry-Num": number, "X-Slack-Retry-Reason": "http_timeout"}
        )
        assert reply.status == 200
    await settled(slack)
    assert len(bots_messages(slack)) == 1


@pytest.mark.parametrize("where", ["channel", "dm"])
async def test_an_event_delivered_many_times_at_once_is_answered_once(
    slack: LocalSlack, door: Door, where: str
) -> None:
    channel = slack.dm("ana") if where == "dm" else slack.channels["eng-leveling"]
    await slack.post(QUESTION, channel=channel)
    event = await last_event(slack)
    event["event_id"] = "Ev0OTHER"
    event["event"]["ts"] = f"{time.time():.6f}"
    replies = await asyncio.gather(*(door.json(event) for _ in range(20)))
    assert {reply.status for reply in replies} == {200}
    await settled(slack)
    assert len(bots_messages(slack)) == 2, "the first event's answer and the other's"


@pytest.mark.parametrize("where", ["channel", "dm"])
async def test_a_message_that_several_events_tell_of_is_answered_once(
    slack: LocalSlack, door: Door, where: str
) -> None:
    """A mention is told of as `app_mention` and as `message`, each with an id of its own."""
    channel = slack.dm("ana") if where == "dm" else slack.channels["eng-leveling"]
    await slack.post(QUESTION, channel=channel)
    event = await last_event(slack)
    event["event"]["ts"] = f"{time.time():.6f}"
    events = [
        {**event, "event_id": f"Ev{number}", "event": {**event["event"], "type": kind}}
        for number, kind in enumerate(["app_mention", "message"] * 3)
    ]
    replies = await asyncio.gather(*(door.json(each) for each in events))
    assert {reply.status for reply in replies} == {200}
    await settled(slack)
    assert len(bots_messages(slack)) == 2, "the first message's answer and the other's"


async def test_a_message_that_its_edit_overtook_is_not_answered_once_more(
    slack: LocalSlack, door: Door
) -> None:
    question = await slack.post("@levelbot P2")
    event = await last_event(slack)
    ts = (await slack.post("P2, or P3?")).ts
    said = event["event"]["text"]
    late = {**event, "event_id": "Ev1", "event": {**event["event"], "ts": ts}}
    now = {**late["event"], "text": said.replace("P2", "P3"), "edited": {"user": "U1", "ts": ts}}
    await door.json({**event, "event_id": "Ev2", "event": now})
    await settled(slack)
    await door.json(late)
    await settled(slack)
    answers = [m for m in bots_messages(slack) if m.thread_ts != question.ts]
    assert [read(each.blocks)[:2] for each in answers] == ["P3"]


async def test_the_same_question_asked_again_is_answered_again(slack: LocalSlack) -> None:
    await slack.post(QUESTION)
    await slack.post(QUESTION)
    await settled(slack)
    assert len(bots_messages(slack)) == 2


async def test_a_first_delivery_that_claims_to_be_a_retry_is_answered(
    slack: LocalSlack, door: Door
) -> None:
    """Slack's first attempt may have died on its way: the header alone must not drop it."""
    await slack.post(QUESTION)
    event = await last_event(slack)
    event["event_id"] = "Ev0OTHER"
    event["event"]["ts"] = (await slack.post("what's a P2?")).ts
    await door.json(event, {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"})
    await settled(slack)
    assert len(bots_messages(slack)) == 2


# Where the bot may not post


@pytest.mark.provokes_faults
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ("not_in_channel", "I'm not a member of that channel. Invite me there with /invite."),
        ("channel_not_found", "I can't see that channel."),
        ("is_archived", "That channel is archived"),
        ("restricted_action", "restricted who may post"),
        ("restricted_action_read_only_channel", "read-only"),
        ("restricted_action_thread_locked", "thread is locked"),
    ],
)
async def test_where_it_may_not_post_the_person_is_told_privately(
    slack: LocalSlack, log: Log, error: str, reason: str
) -> None:
    slack.faults.fail("chat.postMessage", error)
    question = await slack.post(QUESTION)
    told = await slack.next_message(after=question)
    await settled(slack)
    assert told.channel == slack.dm("ana").id
    assert told.thread_ts is None
    assert reason in read(told.blocks[0])
    assert reason.partition(".")[0] in told.text
    assert P2 in read(told.blocks), "the reason and the answer"
    assert bots_messages(slack) == [told]
    assert log.lines("ERROR") == []


@pytest.mark.provokes_faults
async def test_an_archived_channel(slack: LocalSlack) -> None:
    """Archived while the question was on its way."""
    channel = slack.channels["eng-leveling"]
    question = await slack.post(QUESTION, channel=channel)
    channel.is_archived = True
    told = await slack.next_message(after=question)
    assert told.channel == slack.dm("ana").id
    assert "archived" in told.text


# When Slack fails


@pytest.mark.provokes_faults
async def test_rate_limited_once_waits_as_long_as_slack_says(
    slack: LocalSlack, waits_s: list[float]
) -> None:
    slack.faults.rate_limit("chat.postMessage", retry_after_s=7)
    question = await slack.post(QUESTION)
    answer = await slack.next_message(after=question)
    await settled(slack)
    assert bots_messages(slack) == [answer]
    assert len(waits_s) == 1
    assert 7 <= waits_s[0] < 9


@pytest.mark.provokes_faults
@pytest.mark.parametrize("status", [500, 503])
async def test_a_failing_slack_is_tried_again(
    slack: LocalSlack, waits_s: list[float], status: int
) -> None:
    slack.faults.server_error("chat.postMessage", status=status)
    question = await slack.post(QUESTION)
    answer = await slack.next_message(after=question)
    await settled(slack)
    assert bots_messages(slack) == [answer]
    assert len(waits_s) == 1
    assert waits_s[0] < 5


@pytest.mark.provokes_faults
@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(("server_error", {"times": 1_000}), id="500"),
        pytest.param(("rate_limit", {"times": 1_000}), id="429"),
        pytest.param(("fail", {"error": "fatal_error", "times": 1_000}), id="fatal_error"),
        pytest.param(("fail", {"error": "token_revoked", "times": 1_000}), id="token_revoked"),
    ],
)
async def test_slack_failing_for_good_is_one_line_in_the_log(
    slack: LocalSlack, log: Log, waits_s: list[float], fault: tuple[str, dict[str, Any]]
) -> None:
    kind, arguments = fault
    getattr(slack.faults, kind)("chat.postMessage", **arguments)
    await slack.post("@levelbot what's Machine Learning II? secret-words-of-ana")
    await settled(slack)
    assert bots_messages(slack) == []
    gc.collect()  # a task's lost exception is logged when the task goes
    failed = [*log.lines("ERROR"), *log.lines("WARNING", "failed: ")]
    assert len(failed) == 1, failed
    assert re.search(r"\[[0-9a-f]{8}\] failed: ", failed[0])
    assert "secret-words" not in log.text
    assert "Machine Learning II" not in log.text
    assert len(waits_s) <= 8, "it gives up in the end"


@pytest.mark.provokes_faults
async def test_the_reason_why_an_answer_failed_reaches_the_person(
    slack: LocalSlack, log: Log
) -> None:
    """Slack refuses the answer, and takes the apology."""
    slack.faults.fail("chat.postMessage", "fatal_error")
    question = await slack.post(QUESTION)
    told = await slack.next_message(after=question)
    assert told.thread_ts == question.ts
    assert "Sorry" in told.text
    await settled(slack)
    gc.collect()
    assert log.lines("ERROR") == log.lines("ERROR", reference_in(told.text))
    assert len(log.lines("ERROR")) == 1
