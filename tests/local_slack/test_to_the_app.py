"""What reaches the app: signed events and commands, and what becomes of the answers."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
from aiohttp import web
from slack_sdk.signature import Clock as SdkClock
from slack_sdk.signature import SignatureVerifier

from local_slack import LocalSlack
from tests.local_slack.support import App, Clock

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "card"}}


async def test_requests_are_signed_as_the_sdk_verifies(slack: LocalSlack, app: App) -> None:
    await slack.command("/level", "P2")
    verifier = SignatureVerifier(slack.signing_secret, _SdkClock())
    assert verifier.is_valid_request(app.bodies[0], app.headers[0])
    assert not verifier.is_valid_request(app.bodies[0] + b"x", app.headers[0])
    assert "X-Slack-Signature" not in slack.deliveries[0].headers


class _SdkClock(SdkClock):
    def now(self) -> float:
        return 1_700_000_000.0


async def test_a_command_has_all_of_slacks_fields(slack: LocalSlack, app: App) -> None:
    await slack.command("/level", "R&D <b>", user="ben", channel="calibration")
    (form,) = app.forms()
    assert re.fullmatch(rf"{slack.url}response/[\w-]+", form.pop("response_url"))
    assert re.fullmatch(r"\d+\.\d+\.[0-9a-f]{32}", form.pop("trigger_id"))
    assert form == {
        "token": "local-verification-token",
        "team_id": "T07QK4LADDR",
        "team_domain": "ladder-labs",
        "channel_id": slack.channels["calibration"].id,
        "channel_name": "privategroup",
        "user_id": slack.users["ben"].id,
        "user_name": "ben",
        "command": "/level",
        "text": "R&amp;D &lt;b&gt;",
        "api_app_id": "A07QK8LVBOT",
        "is_enterprise_install": "false",
    }


@pytest.mark.parametrize(
    ("answer", "text", "seen_by"),
    [
        ("plain words", "plain words", "ana"),
        ({"text": "json"}, "json", "ana"),
        ({"text": "card", "blocks": [SECTION]}, "card", "ana"),
        ({"text": "all", "response_type": "in_channel"}, "all", None),
    ],
)
async def test_the_answer_to_a_command_becomes_a_message(
    slack: LocalSlack, app: App, answer: Any, text: str, seen_by: str | None
) -> None:
    app.answers_with(answer)
    delivery = await slack.command("/level", "P2")
    assert delivery.message is not None
    assert delivery.message.text == text
    assert delivery.message.ephemeral_to == (seen_by and slack.users[seen_by].id)


async def test_an_empty_answer_shows_nothing(slack: LocalSlack) -> None:
    delivery = await slack.command("/level", "P2")
    assert (delivery.status, delivery.message) == (200, None)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (404, "dispatch_failed"),
        (500, "dispatch_failed"),
        ({"text": "x", "blocks": [{"type": "hero"}]}, "invalid_blocks"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"blocks": "no list"}, "invalid_blocks_format"),
    ],
)
async def test_a_failed_command_is_told_to_the_person(
    slack: LocalSlack, app: App, answer: Any, error: str
) -> None:
    app.answers_with(answer)
    delivery = await slack.command("/level", "P2")
    assert delivery.error == error
    assert delivery.message is not None
    assert delivery.message.text == f'/level failed with the error "{error}"'
    assert not delivery.message.by_bot


@pytest.mark.parametrize("answer_within_s", [0.1])
async def test_no_answer_in_time_is_a_timeout(slack: LocalSlack, app: App) -> None:
    never = asyncio.Event()

    async def hang(_request: web.Request) -> web.Response:
        await never.wait()
        return web.Response()

    app.answers = [hang]
    delivery = await slack.command("/level", "P2")
    never.set()
    assert (delivery.status, delivery.error) == (None, "operation_timeout")
    assert delivery.message is not None
    assert "operation_timeout" in delivery.message.text


async def test_an_app_that_is_not_there(slack: LocalSlack) -> None:
    slack.app_url = None
    assert (await slack.command("/level", "P2")).error == "dispatch_failed"


async def test_commands_are_refused_in_threads_and_when_unknown(
    slack: LocalSlack, app: App
) -> None:
    parent = await slack.post("hello")
    in_thread = await slack.command("/level", "P2", thread_ts=parent.ts)
    unknown = await slack.command("/lvl", "P2")
    assert (in_thread.error, unknown.error) == ("not_in_threads", "unknown_command")
    assert in_thread.message is not None
    assert in_thread.message.thread_ts == parent.ts
    assert app.bodies == []


async def test_commands_are_found_in_any_case(slack: LocalSlack, app: App) -> None:
    app.answers_with("card")
    delivery = await slack.command("/LEVEL", "p2")
    assert delivery.ok
    assert app.forms()[0]["command"] == "/level"
    assert app.forms()[0]["text"] == "p2"


async def test_the_bot_is_invited(slack: LocalSlack, app: App) -> None:
    await slack.post("<@BOT> are you there?", channel="random")
    done = await slack.command("/Invite", "@LevelBot", channel="random")
    assert (done.error, done.status) == (None, None)
    assert done.message is not None
    assert done.message.as_json()["subtype"] == "channel_join"
    assert done.message.text == f"<@{slack.bot_user_id}> has joined the channel"
    assert slack.bot_user_id in slack.channels["random"].members
    await slack.post("<@BOT> and now?", channel="random")
    await slack.idle()
    assert [body["event"]["text"] for body in app.events()] == [f"<@{slack.bot_user_id}> and now?"]


async def test_the_app_hears_that_it_was_invited(app: App) -> None:
    events = frozenset({"app_mention", "member_joined_channel", "message.channels"})
    async with LocalSlack(app.url, events=events) as slack:
        await slack.command("/invite", "@levelbot", channel="random")
        await slack.idle()
        sent = [body["event"] for body in app.events()]
        assert sorted(event["type"] for event in sent) == ["member_joined_channel", "message"]
        assert {event["inviter"] for event in sent} == {slack.users["ana"].id}


@pytest.mark.parametrize(
    ("channel", "text", "words"),
    [
        ("general", "@levelbot", "already in #general"),
        ("random", "@nobody", "Nobody here is called @nobody"),
        ("random", "", "Say whom"),
        ("dm-ana", "@ben", "direct message"),
    ],
)
async def test_an_invitation_that_cannot_be(
    slack: LocalSlack, channel: str, text: str, words: str
) -> None:
    done = await slack.command("/invite", text, channel=channel)
    assert done.message is not None
    assert words in done.message.text
    assert done.message.ephemeral_to == slack.users["ana"].id


async def test_a_mention_is_delivered_with_slacks_envelope(slack: LocalSlack, app: App) -> None:
    parent = await slack.post("hello", channel="general")
    message = await slack.post(
        "@levelbot what's <P2> & #random?", channel="general", thread_ts=parent.ts
    )
    await slack.idle()
    (envelope,) = app.events()
    event = envelope["event"]
    random = slack.channels["random"].id
    assert event["text"] == f"<@{slack.bot_user_id}> what's &lt;P2&gt; &amp; <#{random}|random>?"
    assert (event["type"], event["ts"], event["thread_ts"]) == (
        "app_mention",
        message.ts,
        parent.ts,
    )
    assert event["client_msg_id"]
    assert event["event_ts"] == message.ts
    assert [part["type"] for part in event["blocks"][0]["elements"][0]["elements"]] == [
        "user",
        "text",
        "channel",
        "text",
    ]
    assert envelope["authorizations"][0]["user_id"] == slack.bot_user_id
    assert envelope["event_id"].startswith("Ev")
    assert envelope["type"] == "event_callback"


async def test_only_events_that_are_subscribed_to_are_delivered(app: App) -> None:
    events = frozenset({"app_mention", "message.channels", "message.groups", "message.im"})
    async with LocalSlack(app.url, events=events, retry_delays_s=()) as slack:
        await slack.post("plain", channel="general")
        await slack.idle()
        await slack.post("plain", channel="calibration")
        await slack.idle()
        await slack.post("@levelbot in a direct message", channel=slack.dm())
        await slack.idle()
        await slack.post("@levelbot where the bot is not", channel="random")
        await slack.idle()
        told = slack.ephemerals()[-1].text
    got = [(each["event"]["type"], each["event"].get("channel_type")) for each in app.events()]
    assert got == [("message", "channel"), ("message", "group"), ("message", "im")]
    assert "not in this channel" in told


async def test_an_event_is_redelivered_on_slacks_schedule(app: App) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    app.answers_with(500)
    async with LocalSlack(app.url, sleep=sleep) as slack:
        await slack.post("@levelbot P2")
        await slack.idle()
        numbers = [delivery.retry_num for delivery in slack.deliveries]
    assert waits == [0, 60, 300]
    assert numbers == [0, 1, 2, 3]
    retries = [(h.get("X-Slack-Retry-Num"), h.get("X-Slack-Retry-Reason")) for h in app.headers]
    assert retries == [
        (None, None),
        ("1", "http_error"),
        ("2", "http_error"),
        ("3", "http_error"),
    ]
    assert len({event["event_id"] for event in app.events()}) == 1


async def test_redelivery_ends_with_success_or_when_the_app_declines(app: App) -> None:
    async with LocalSlack(app.url, retry_delays_s=(0, 0, 0)) as slack:
        app.answers_with(500, 200)
        await slack.post("@levelbot P2")
        await slack.idle()
        assert [delivery.status for delivery in slack.deliveries] == [500, 200]

        async def declined(_request: web.Request) -> web.Response:
            return web.Response(status=500, headers={"X-Slack-No-Retry": "1"})

        app.answers = [declined]
        await slack.post("@levelbot P3")
        await slack.idle()
        assert [delivery.status for delivery in slack.deliveries] == [500, 200, 500]


async def test_a_response_url_works_five_times(slack: LocalSlack, app: App, post: Any) -> None:
    await slack.command("/level", "P2")
    url = app.forms()[0]["response_url"]
    for number in range(5):
        assert await post(url, json={"text": str(number)}) == (200, "ok")
    assert await post(url, json={"text": "six"}) == (404, {"ok": False, "error": "used_url"})
    assert [message.text for message in slack.ephemerals()] == ["0", "1", "2", "3", "4"]


async def test_a_response_url_lives_thirty_minutes(
    slack: LocalSlack, app: App, post: Any, clock: Clock
) -> None:
    await slack.command("/level", "P2")
    url = app.forms()[0]["response_url"]
    clock.now += 30 * 60
    assert (await post(url, json={"text": "in time"}))[0] == 200
    clock.now += 1
    assert (await post(url, json={"text": "late"}))[1]["error"] == "expired_url"


async def test_a_response_url_replaces_deletes_and_speaks_to_all(
    slack: LocalSlack, app: App, post: Any
) -> None:
    app.answers_with("first")
    delivery = await slack.command("/level", "P2")
    url = app.forms()[0]["response_url"]
    await post(url, json={"text": "second", "replace_original": True})
    assert delivery.message is not None
    assert delivery.message.text == "second"
    await post(url, json={"text": "aloud", "response_type": "in_channel"})
    assert [message.text for message in slack.messages()] == ["aloud"]
    await post(url, json={"delete_original": True})
    assert delivery.message.deleted
    assert (await post(url, json={"text": "x", "blocks": [{"type": "hero"}]}))[1]["error"] == (
        "invalid_blocks"
    )


@pytest.mark.parametrize(
    ("how", "error"),
    [("text", None), ("json", None), ("other", "challenge_failed"), ("status", "dispatch_failed")],
)
async def test_the_request_url_is_challenged(
    slack: LocalSlack, app: App, how: str, error: str | None
) -> None:
    async def answer(_request: web.Request) -> web.Response:
        challenge = app.events()[-1]["challenge"]
        if how == "json":
            return web.json_response({"challenge": challenge})
        status = 500 if how == "status" else 200
        return web.Response(text="hm" if how == "other" else challenge, status=status)

    app.answers = [answer]
    delivery = await slack.verify_url()
    assert delivery.error == error
    assert app.events()[0]["type"] == "url_verification"
    assert app.headers[0]["Content-Type"] == "application/json"


async def test_a_response_url_fails_when_it_is_told_to(
    slack: LocalSlack, app: App, post: Any
) -> None:
    await slack.command("/level", "P2")
    url = app.forms()[0]["response_url"]
    slack.faults.server_error(times=1)
    assert (await post(url, json={"text": "of the Web API"}))[0] == 200
    slack.faults.clear()
    slack.faults.fail("response_url", "expired_url")
    slack.faults.rate_limit("response_url")
    assert await post(url, json={"text": "x"}) == (404, {"ok": False, "error": "expired_url"})
    assert (await post(url, json={"text": "x"}))[0] == 429
    assert (await post(url, json={"text": "x"}))[0] == 200


async def test_an_event_whose_answer_was_lost_comes_again(slack: LocalSlack, app: App) -> None:
    await slack.post("@levelbot P2")
    await slack.idle()
    again = await slack.redeliver(slack.deliveries[0])
    assert again.ok
    assert app.bodies[0] == app.bodies[1]
    assert app.headers[1]["X-Slack-Retry-Num"] == "1"
    assert app.headers[1]["X-Slack-Retry-Reason"] == "http_timeout"
