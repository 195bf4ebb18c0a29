"""What the workspace refuses, and with which of Slack's words; pages, and what an update keeps."""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from local_slack.methods import METHODS
from tests.local_slack.manifests import SCOPES, manifest
from tests.local_slack.support import App
from tests.local_slack.world import BLOCKS, HOME, Json, World, function


@pytest.mark.parametrize(
    ("method", "needed"),
    [
        (method, spec.scopes)
        for method, spec in METHODS.items()
        if spec.scopes and spec.caller == "bot"
    ],
    ids=[method for method, spec in METHODS.items() if spec.scopes and spec.caller == "bot"],
)
async def test_a_missing_scope_is_named(method: str, needed: tuple[str, ...]) -> None:
    async with LocalSlack(manifest=manifest(scopes=["commands"])) as slack:
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        with pytest.raises(SlackApiError, match="missing_scope") as refused:
            await client.api_call(method)
    answer = refused.value.response
    assert answer["needed"].split(",") == list(needed)
    assert answer["provided"] == "commands"
    assert answer.headers["X-OAuth-Scopes"] == "commands"


@pytest.mark.parametrize(
    ("channel", "needed"),
    [
        ("general", "channels:read"),
        ("calibration", "groups:read"),
        ("dm-ana", "im:read"),
        ("group", "mpim:read"),
    ],
)
async def test_each_kind_of_conversation_has_its_scope(channel: str, needed: str) -> None:
    others = {"channels:read", "groups:read", "im:read", "mpim:read"} - {needed}
    async with LocalSlack(manifest=manifest(scopes=others)) as slack:
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        where = slack.group_dm("ana", "ben") if channel == "group" else slack.channels[channel]
        with pytest.raises(SlackApiError, match="missing_scope") as refused:
            await client.conversations_info(channel=where.id)
    assert refused.value.response["needed"] == needed


@pytest.mark.parametrize(
    ("error", "method", "arguments"),
    [
        ("channel_not_found", "conversations.info", {"channel": "comp-review"}),
        ("channel_not_found", "chat.postMessage", {"channel": "comp-review", "text": "x"}),
        ("is_archived", "chat.postMessage", {"channel": "old-launch", "text": "x"}),
        ("is_archived", "conversations.join", {"channel": "old-launch"}),
        (
            "restricted_action_read_only_channel",
            "chat.postMessage",
            {"channel": "announcements", "text": "x"},
        ),
        ("not_in_channel", "chat.postMessage", {"channel": "random", "text": "x"}),
        ("not_in_channel", "conversations.history", {"channel": "random"}),
        ("missing_scope", "chat.postMessage", {"channel": "general", "text": "x", "username": "y"}),
        ("method_not_supported_for_channel_type", "conversations.join", {"channel": "calibration"}),
        ("cant_leave_general", "conversations.leave", {"channel": "general"}),
        ("users_list_not_supplied", "conversations.open", {}),
        ("user_not_found", "conversations.open", {"users": "U0"}),
        ("invalid_types", "conversations.list", {"types": "secret"}),
        ("invalid_cursor", "conversations.list", {"cursor": "here"}),
        ("invalid_ts_oldest", "conversations.history", {"channel": "general", "oldest": "noon"}),
        ("users_not_found", "users.lookupByEmail", {"email": "nobody@example.com"}),
        ("no_such_subteam", "usergroups.users.list", {"usergroup": "S0"}),
        ("message_not_found", "chat.getPermalink", {"channel": "general", "message_ts": "1.2"}),
        (
            "markdown_text_conflict",
            "chat.postMessage",
            {"channel": "general", "text": "x"} | {"markdown_text": "y"},
        ),
        ("invalid_metadata_format", "chat.postMessage", {"channel": "general", "metadata": "{"}),
        ("msg_too_long", "chat.postMessage", {"channel": "general", "text": "x" * 40_001}),
        (
            "view_too_large",
            "views.publish",
            {"user_id": "U07QKBANARZ", "view": HOME | {"private_metadata": "x" * 250_000}},
        ),
        ("message_not_found", "chat.update", {"channel": "general", "ts": "1.2", "text": "x"}),
        ("invalid_attachments", "chat.postMessage", {"channel": "general", "attachments": "[1]"}),
        (
            "too_many_attachments",
            "chat.postMessage",
            {"channel": "general", "attachments": [{"text": "x"}] * 101},
        ),
        (
            "invalid_blocks",
            "chat.postMessage",
            {"channel": "general", "text": "x", "attachments": [{"blocks": [{"type": "no"}]}]},
        ),
        (
            "function_execution_not_found",
            "functions.completeError",
            {"function_execution_id": "Fx0", "error": "x"},
        ),
        (
            "channel_not_found",
            "assistant.threads.setStatus",
            {"channel_id": "C0", "thread_ts": "1.2", "status": "x"},
        ),
        (
            "invalid_thread_ts",
            "assistant.threads.setStatus",
            {"channel_id": "C07QKEGENRL", "thread_ts": "1.2", "status": "x"},
        ),
        ("not_allowed_token_type", "apps.connections.open", {}),
        ("invalid_client_id", "apps.uninstall", {}),
        ("unknown_method", "admin.users.list", {}),
    ],
)
async def test_errors_have_slacks_codes(
    world: World, error: str, method: str, arguments: Json
) -> None:
    client = AsyncWebClient(world.slack.bot_token, world.slack.api_url)
    named = world.slack.channels.get(arguments.get("channel", ""))
    given = arguments | ({"channel": named.id} if named else {})
    with pytest.raises(SlackApiError) as refused:
        await client.api_call(method, json=given)
    assert refused.value.response["error"] == error


async def test_only_methods_that_post_take_names(world: World) -> None:
    client = AsyncWebClient(world.slack.bot_token, world.slack.api_url)
    posted = await client.chat_postMessage(channel="#general", text="x")
    assert posted["channel"] == world.general
    with pytest.raises(SlackApiError, match="channel_not_found"):
        await client.conversations_info(channel="general")


@pytest.mark.parametrize(
    ("method", "arguments", "key"),
    [
        ("conversations.list", {"types": "public_channel,private_channel"}, "channels"),
        ("conversations.members", {"channel": "C07QKEGENRL"}, "members"),
        ("conversations.history", {"channel": "C07QKEGENRL"}, "messages"),
        ("users.list", {}, "members"),
        ("users.conversations", {}, "channels"),
    ],
)
async def test_the_clients_pages_through_everything(
    world: World, method: str, arguments: Json, key: str
) -> None:
    client = AsyncWebClient(world.slack.bot_token, world.slack.api_url)
    whole = (await function(client, method)(**arguments))[key]
    first = await function(client, method)(**arguments, limit=1)
    pages = [page[key] async for page in first]
    assert [item for page in pages for item in page] == whole
    assert len(pages) == len(whole) > 1


async def test_a_bot_with_the_scope_posts_where_it_is_not(app: App) -> None:
    async with LocalSlack(manifest=manifest(scopes={*SCOPES, "chat:write.public"})) as slack:
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        await client.chat_postMessage(channel=slack.channels["random"].id, text="x")
        with pytest.raises(SlackApiError, match="channel_not_found"):
            await client.chat_postMessage(channel=slack.channels["comp-review"].id, text="x")


@pytest.mark.parametrize(
    ("given", "text", "blocks"),
    [
        ({"text": "4 g"}, "4 g", 0),
        ({"text": "4 g", "blocks": BLOCKS}, "4 g", 1),
        ({"attachments": [{"text": "more"}]}, "3 g", 1),
    ],
    ids=["text alone takes the blocks away", "both", "attachments keep the rest"],
)
async def test_what_an_update_keeps(world: World, given: Json, text: str, blocks: int) -> None:
    client = AsyncWebClient(world.slack.bot_token, world.slack.api_url)
    made = await client.chat_postMessage(channel=world.general, text="3 g", blocks=BLOCKS)
    await client.api_call("chat.update", json=given | {"channel": world.general, "ts": made["ts"]})
    message = world.slack.messages("general")[-1]
    assert (message.text, len(message.blocks)) == (text, blocks)


async def test_an_updated_text_is_shorter_than_a_new_one(world: World) -> None:
    client = AsyncWebClient(world.slack.bot_token, world.slack.api_url)
    general, ts = world.general, world.posted.ts
    await client.chat_update(channel=general, ts=ts, text="x" * 4_000)
    with pytest.raises(SlackApiError, match="msg_too_long"):
        await client.chat_update(channel=general, ts=ts, text="x" * 4_001)
