"""The official clients, unchanged, against every method that the workspace knows.

One row a method: what it is called with, and what must stand in the answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.client import WebClient

from local_slack import LocalSlack, Message
from local_slack.methods import METHODS
from tests.local_slack.manifests import SCOPES, manifest
from tests.local_slack.support import App

# The official asynchronous client uses what aiohttp 3.14 deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")

Json = dict[str, Any]

TEXT = {"type": "mrkdwn", "text": "3 g"}
BLOCKS = [{"type": "section", "text": TEXT}]
TITLE = {"type": "plain_text", "text": "Scales"}
MODAL = {"type": "modal", "title": TITLE, "blocks": BLOCKS, "external_id": "scales"}
HOME = {"type": "home", "blocks": BLOCKS}
LINK = "https://scales.example.com/feather"


@dataclass
class World:
    """A workspace in which something has happened already."""

    slack: LocalSlack
    asked: Message
    posted: Message
    app: App

    @property
    def general(self) -> str:
        return self.slack.channels["general"].id

    @property
    def ana(self) -> str:
        return self.slack.users["ana"].id

    def trigger(self) -> str:
        return self.slack.session.triggers.new(self.ana)

    def run(self) -> str:
        steps = self.slack.session.steps
        return steps.run("weigh_step", {"thing": "a feather"}, self.slack.users["ana"]).id

    def code(self) -> str:
        asked = f"client_id={self.slack.client_id}&scope=chat:write&redirect_uri=http://localhost/"
        url = self.slack.install(f"{self.slack.url}oauth/v2/authorize?{asked}")
        return url.partition("code=")[2].partition("&")[0]

    def modal(self) -> str:
        views = self.slack.session.views
        return views.open(self.ana, MODAL).id

    @property
    def own(self) -> Json:
        return {
            "client_id": self.slack.client_id,
            "client_secret": self.slack.client_secret,
        }


@pytest.fixture
async def world(app: App) -> AsyncIterator[World]:
    declared = manifest(
        scopes={*SCOPES, "users:read.email"}, settings={"token_rotation_enabled": True}
    )
    async with LocalSlack(app.url, manifest=declared, retry_delays_s=()) as slack:
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        asked = await slack.post(f"@scales {LINK}", channel="general")
        made = await client.chat_postMessage(channel=asked.channel, text="3 g")
        posted = slack.session.workspace.find(asked.channel, str(made["ts"]))
        assert posted is not None
        slack.calls.clear()
        yield World(slack, asked, posted, app)
        await slack.idle()


Row = tuple[str, Callable[[World], Json], tuple[str, ...]]

# Method, arguments, and the paths that must lead to something in the answer.
CONTRACT: list[Row] = [
    ("api.test", lambda w: {"here": "there"}, ("args.here",)),
    ("apps.connections.open", lambda w: {"app_token": w.slack.app_token}, ("url",)),
    ("apps.uninstall", lambda w: w.own, ()),
    (
        "assistant.threads.setStatus",
        lambda w: {"channel_id": w.general, "thread_ts": w.asked.ts, "status": "is weighing"},
        (),
    ),
    (
        "assistant.threads.setSuggestedPrompts",
        lambda w: {
            "channel_id": w.slack.dm().id,
            "prompts": [{"title": "Weigh it", "message": "a feather"}],
        },
        (),
    ),
    (
        "assistant.threads.setTitle",
        lambda w: {
            "channel_id": w.slack.dm().id,
            "thread_ts": w.slack.session.post(w.slack.users["ana"], w.slack.dm(), "hi").ts,
            "title": "A feather",
        },
        (),
    ),
    ("auth.revoke", lambda w: {}, ("revoked",)),
    ("auth.test", lambda w: {}, ("url", "team", "user", "team_id", "user_id", "bot_id")),
    ("bots.info", lambda w: {"bot": "B07QK9LVBOT"}, ("bot.id", "bot.app_id", "bot.user_id")),
    ("chat.delete", lambda w: {"channel": w.general, "ts": w.posted.ts}, ("channel", "ts")),
    (
        "chat.getPermalink",
        lambda w: {"channel": w.general, "message_ts": w.posted.ts},
        ("permalink", "channel"),
    ),
    (
        "chat.postEphemeral",
        lambda w: {"channel": w.general, "user": w.ana, "text": "3 g", "blocks": BLOCKS},
        ("message_ts",),
    ),
    (
        "chat.postMessage",
        lambda w: {"channel": w.general, "text": "3 g", "blocks": BLOCKS, "thread_ts": w.asked.ts},
        ("ts", "channel", "message.bot_id", "message.blocks.0.block_id", "message.thread_ts"),
    ),
    (
        "chat.unfurl",
        lambda w: {
            "channel": w.general,
            "ts": w.asked.ts,
            "unfurls": {LINK: {"blocks": BLOCKS}},
        },
        (),
    ),
    (
        "chat.update",
        lambda w: {"channel": w.general, "ts": w.posted.ts, "text": "4 g"},
        ("ts", "text", "message.edited.ts"),
    ),
    (
        "conversations.history",
        lambda w: {"channel": w.general, "limit": 1},
        ("messages.0.text", "has_more", "response_metadata.next_cursor"),
    ),
    (
        "conversations.info",
        lambda w: {"channel": w.general, "include_num_members": True},
        ("channel.name", "channel.num_members", "channel.is_member"),
    ),
    (
        "conversations.join",
        lambda w: {"channel": w.slack.channels["random"].id},
        ("channel.is_member",),
    ),
    ("conversations.leave", lambda w: {"channel": w.slack.channels["vendors"].id}, ()),
    (
        "conversations.list",
        lambda w: {"types": "public_channel,private_channel", "limit": 2},
        ("channels.0.id", "response_metadata.next_cursor"),
    ),
    (
        "conversations.members",
        lambda w: {"channel": w.general, "limit": 2},
        ("members.0", "response_metadata.next_cursor"),
    ),
    ("conversations.open", lambda w: {"users": w.ana, "return_im": True}, ("channel.user",)),
    (
        "conversations.replies",
        lambda w: {"channel": w.general, "ts": w.asked.ts},
        ("messages.0.ts",),
    ),
    (
        "functions.completeError",
        lambda w: {"function_execution_id": w.run(), "error": "Too heavy."},
        (),
    ),
    (
        "functions.completeSuccess",
        lambda w: {"function_execution_id": w.run(), "outputs": {"grams": 3}},
        (),
    ),
    (
        "oauth.v2.access",
        lambda w: {**w.own, "code": w.code()},
        ("access_token", "refresh_token", "expires_in", "team.id", "authed_user.id"),
    ),
    (
        "oauth.v2.exchange",
        lambda w: {**w.own, "token": w.slack.bot_token},
        ("access_token", "refresh_token"),
    ),
    ("team.info", lambda w: {}, ("team.id", "team.name", "team.domain")),
    (
        "usergroups.list",
        lambda w: {"include_users": True, "include_count": True},
        ("usergroups.0.handle", "usergroups.0.users.0", "usergroups.0.user_count"),
    ),
    ("usergroups.users.list", lambda w: {"usergroup": "S07QKOWNERS"}, ("users.0",)),
    ("users.conversations", lambda w: {"user": w.ana}, ("channels.0.id",)),
    (
        "users.info",
        lambda w: {"user": w.ana, "include_locale": True},
        ("user.tz", "user.tz_offset", "user.team_id", "user.profile.email", "user.locale"),
    ),
    (
        "users.list",
        lambda w: {"limit": 2},
        ("members.0.profile.display_name", "response_metadata.next_cursor"),
    ),
    ("users.lookupByEmail", lambda w: {"email": "ben@example.com"}, ("user.id",)),
    (
        "views.open",
        lambda w: {"trigger_id": w.trigger(), "view": MODAL},
        ("view.id", "view.hash", "view.root_view_id", "view.app_installed_team_id"),
    ),
    ("views.publish", lambda w: {"user_id": w.ana, "view": HOME}, ("view.id", "view.hash")),
    (
        "views.push",
        lambda w: {"view": MODAL | {"external_id": w.modal()}, "trigger_id": w.trigger()},
        ("view.previous_view_id",),
    ),
    (
        "views.update",
        lambda w: {"view_id": w.modal(), "view": MODAL},
        ("view.id", "view.hash"),
    ),
]
IDS = [method for method, _, _ in CONTRACT]


def at(answer: Any, path: str) -> Any:
    """What stands at a path such as `messages.0.text`; KeyError when nothing does."""
    for step in path.split("."):
        answer = answer[int(step)] if isinstance(answer, list) else answer[step]
    return answer


def function(client: Any, method: str) -> Any:
    """The client's own function for a method: `chat.postMessage` is `chat_postMessage`."""
    return getattr(client, method.replace(".", "_"))


def check(answer: Any, paths: tuple[str, ...]) -> None:
    assert answer.status_code == 200
    assert answer["ok"] is True
    for path in paths:
        assert at(answer.data, path) is not None, path


def test_every_method_is_in_the_contract() -> None:
    assert sorted(IDS) == sorted(METHODS)


@pytest.mark.parametrize(("method", "arguments", "paths"), CONTRACT, ids=IDS)
async def test_the_asynchronous_client(
    world: World, method: str, arguments: Callable[[World], Json], paths: tuple[str, ...]
) -> None:
    client = AsyncWebClient(world.slack.bot_token, world.slack.api_url, timeout=5)
    check(await function(client, method)(**arguments(world)), paths)
    (call,) = world.slack.calls
    assert (call.method, call.ok) == (method, True)
    assert world.slack.warnings == []


@pytest.mark.parametrize(("method", "arguments", "paths"), CONTRACT, ids=IDS)
async def test_the_synchronous_client(
    world: World, method: str, arguments: Callable[[World], Json], paths: tuple[str, ...]
) -> None:
    client = WebClient(world.slack.bot_token, world.slack.api_url, timeout=5)
    given = arguments(world)
    check(await asyncio.to_thread(lambda: function(client, method)(**given)), paths)


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
        client = AsyncWebClient(slack.bot_token, slack.api_url, timeout=5)
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
        client = AsyncWebClient(slack.bot_token, slack.api_url, timeout=5)
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
    client = AsyncWebClient(world.slack.bot_token, world.slack.api_url, timeout=5)
    with pytest.raises(SlackApiError) as refused:
        await client.api_call(method, json=arguments)
    assert refused.value.response["error"] == error


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
    client = AsyncWebClient(world.slack.bot_token, world.slack.api_url, timeout=5)
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
