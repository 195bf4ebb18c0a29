"""The Web API through the official client, unchanged, and through bare requests."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "hi"}}
TOO_LONG = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}
HOME = {"type": "home", "blocks": [SECTION]}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "t"}, "blocks": [SECTION]}

Call = Callable[[AsyncWebClient, LocalSlack], Coroutine[Any, Any, Any]]


@pytest.fixture
def client(slack: LocalSlack) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)


def general(slack: LocalSlack) -> str:
    return slack.channels["general"].id


async def test_a_message_is_posted_threaded_updated_and_deleted(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    channel = general(slack)
    posted = await client.chat_postMessage(channel=channel, text="one", blocks=[SECTION])
    ts = str(posted["ts"])
    await client.chat_postMessage(channel=channel, text="reply", thread_ts=ts)
    await client.chat_update(channel=channel, ts=ts, text="two")

    (message,) = slack.messages("general")
    assert message.text == "two"
    history = await client.conversations_history(channel=channel)
    assert history["messages"][0]["reply_count"] == 1
    thread = await client.conversations_replies(channel=channel, ts=ts)
    assert [each["text"] for each in thread["messages"]] == ["two", "reply"]

    await client.chat_delete(channel=channel, ts=ts)
    assert slack.messages("general") == []
    assert message.deleted


async def test_timestamps_rise_though_the_clock_stands_still(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    made = [await client.chat_postMessage(channel=general(slack), text="x") for _ in range(3)]
    stamps = [str(each["ts"]) for each in made]
    assert stamps == sorted(set(stamps))
    assert all(len(ts) == len("1700000000.000100") for ts in stamps)


async def test_a_user_id_as_channel_is_the_direct_message(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    ana = slack.users["ana"]
    posted = await client.chat_postMessage(channel=ana.id, text="hello")
    opened = await client.conversations_open(users=ana.id)
    assert posted["channel"] == opened["channel"]["id"] == slack.dm(ana).id


async def test_an_ephemeral_message_is_seen_by_one_person(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    ben = slack.users["ben"]
    await client.chat_postEphemeral(channel=general(slack), user=ben.id, text="psst")
    assert [message.text for message in slack.ephemerals(ben)] == ["psst"]
    assert slack.ephemerals("ana") == []
    assert slack.messages("general") == []


async def test_blocks_without_text_are_taken_with_a_warning(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    with pytest.warns(UserWarning, match="text"):
        posted = await client.chat_postMessage(channel=general(slack), blocks=[SECTION])
    assert posted["response_metadata"]["warnings"] == ["missing_text_in_message"]
    assert "text: is missing" in slack.warnings[0]


async def test_refused_blocks_are_named(slack: LocalSlack, client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        await client.chat_postMessage(channel=general(slack), text="x", blocks=[TOO_LONG])
    assert refused.value.response["error"] == "invalid_blocks"
    assert refused.value.response["response_metadata"]["messages"] == [
        "[ERROR] 3001 characters, Slack allows 3000 [json-pointer:/blocks/0/text/text]"
    ]
    assert slack.warnings == [
        "chat.postMessage: blocks[0].text.text: 3001 characters, Slack allows 3000"
    ]


@pytest.mark.parametrize(
    ("error", "call"),
    [
        ("channel_not_found", lambda c, s: c.chat_postMessage(channel="C0", text="x")),
        (
            "not_in_channel",
            lambda c, s: c.chat_postMessage(channel=s.channels["random"].id, text="x"),
        ),
        ("no_text", lambda c, s: c.api_call("chat.postMessage", json={"channel": general(s)})),
        ("msg_too_long", lambda c, s: c.chat_postMessage(channel=general(s), text="x" * 40_001)),
        (
            "user_not_in_channel",
            lambda c, s: c.chat_postEphemeral(
                channel=s.dm("ana").id, user=s.users["ben"].id, text="x"
            ),
        ),
        ("message_not_found", lambda c, s: c.chat_update(channel=general(s), ts="1.2", text="x")),
        ("thread_not_found", lambda c, s: c.conversations_replies(channel=general(s), ts="1.2")),
        ("channel_not_found", lambda c, s: c.conversations_info(channel="C0")),
        ("user_not_found", lambda c, s: c.users_info(user="U0")),
        ("bot_not_found", lambda c, s: c.bots_info(bot="B0")),
        ("invalid_trigger_id", lambda c, s: c.views_open(trigger_id="1.2.3", view=MODAL)),
        ("invalid_arguments", lambda c, s: c.views_open(trigger_id="1.2.3", view=HOME)),
        ("not_found", lambda c, s: c.views_update(view_id="V0", view=MODAL)),
        ("invalid_arguments", lambda c, s: c.views_publish(user_id="U0", view=HOME)),
        ("unknown_method", lambda c, s: c.api_call("chat.shout")),
        ("not_allowed_token_type", lambda c, s: c.apps_connections_open(app_token=s.bot_token)),
        ("boom", lambda c, s: c.api_test(error="boom")),
    ],
)
async def test_errors_have_slacks_codes(
    slack: LocalSlack, client: AsyncWebClient, error: str, call: Call
) -> None:
    with pytest.raises(SlackApiError) as refused:
        await call(client, slack)
    assert refused.value.response["error"] == error


async def test_an_archived_channel_takes_nothing(slack: LocalSlack, client: AsyncWebClient) -> None:
    slack.channels["general"].is_archived = True
    with pytest.raises(SlackApiError, match="is_archived"):
        await client.chat_postMessage(channel=general(slack), text="x")


async def test_a_private_channel_without_the_bot_does_not_exist_for_it(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    private = slack.channels["calibration"]
    private.members.discard(slack.bot_user_id)
    with pytest.raises(SlackApiError, match="channel_not_found"):
        await client.chat_postMessage(channel=private.id, text="x")


async def test_only_the_bots_own_message_can_be_changed(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    message = await slack.post("mine", channel="general")
    with pytest.raises(SlackApiError, match="cant_update_message"):
        await client.chat_update(channel=message.channel, ts=message.ts, text="yours")
    with pytest.raises(SlackApiError, match="cant_delete_message"):
        await client.chat_delete(channel=message.channel, ts=message.ts)


async def test_who_is_who(slack: LocalSlack, client: AsyncWebClient) -> None:
    me = await client.auth_test()
    assert me["user_id"] == slack.bot_user_id
    assert (await client.users_info(user=slack.users["ana"].id))["user"]["real_name"] == "Ana Ruiz"
    listed = await client.users_list(limit=3)
    rest = await client.users_list(limit=3, cursor=listed["response_metadata"]["next_cursor"])
    assert len(listed["members"]) == 3
    assert rest["response_metadata"]["next_cursor"] == ""
    assert (await client.bots_info(bot=str(me["bot_id"])))["bot"]["user_id"] == slack.bot_user_id
    members = await client.conversations_members(channel=general(slack))
    assert slack.bot_user_id in members["members"]


async def test_app_home_is_published_and_a_stale_hash_refused(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    ana = slack.users["ana"].id
    first = await client.views_publish(user_id=ana, view=HOME)
    await client.views_publish(user_id=ana, view=HOME, hash=first["view"]["hash"])
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await client.views_publish(user_id=ana, view=HOME, hash=first["view"]["hash"])
    home = slack.home("ana")
    assert home is not None
    assert home.id == first["view"]["id"]


@pytest.mark.parametrize(
    ("token", "error"), [({}, "not_authed"), ({"token": "xoxb-other"}, "invalid_auth")]
)
async def test_the_token_is_checked(
    slack: LocalSlack, post: Any, token: dict[str, str], error: str
) -> None:
    status, answer = await post(f"{slack.api_url}auth.test", data=token)
    assert (status, answer) == (200, {"ok": False, "error": error})


async def test_a_form_carries_nested_values_as_json(slack: LocalSlack, post: Any) -> None:
    form = {
        "token": slack.bot_token,
        "channel": general(slack),
        "text": "x",
        "blocks": json.dumps([SECTION]),
    }
    _, answer = await post(f"{slack.api_url}chat.postMessage", data=form)
    assert answer["message"]["blocks"][0]["type"] == "section"
    _, answer = await post(f"{slack.api_url}chat.postMessage", data=form | {"blocks": "[{"})
    assert answer["error"] == "invalid_blocks_format"
    assert all("token" not in call.args for call in slack.calls)


async def test_a_rate_limit_is_waited_out(slack: LocalSlack, client: AsyncWebClient) -> None:
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler())
    slack.faults.rate_limit("chat.postMessage", retry_after_s=0)
    await client.chat_postMessage(channel=general(slack), text="x")
    assert [call.status for call in slack.calls] == [429, 200]


async def test_other_faults(slack: LocalSlack, client: AsyncWebClient, post: Any) -> None:
    slack.faults.fail("auth.test", "account_inactive")
    with pytest.raises(SlackApiError, match="account_inactive"):
        await client.auth_test()
    slack.faults.server_error(times=2)
    assert (await post(f"{slack.api_url}auth.test"))[0] == 500
    slack.faults.clear()
    assert (await client.auth_test())["ok"]


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example:80"}, {"Origin": "https://evil.example"}]
)
@pytest.mark.parametrize("path", ["local/say", "api/auth.test", "oauth/v2/authorize"])
async def test_other_sites_are_kept_out(
    slack: LocalSlack, post: Any, headers: dict[str, str], path: str
) -> None:
    status, _ = await post(f"{slack.url}{path}", json={}, headers=headers)
    assert status == 403
    assert slack.calls == []
