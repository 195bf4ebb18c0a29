"""The official clients, unchanged, against every method that the workspace knows.

One row a method: what it is called with, and what must stand in the answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.client import WebClient

from local_slack.methods import METHODS
from tests.local_slack.world import BLOCKS, HOME, LINK, MODAL, Json, World, function

# The official asynchronous client uses what aiohttp 3.14 deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")

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
    client = AsyncWebClient(world.slack.bot_token, world.slack.api_url)
    check(await function(client, method)(**arguments(world)), paths)
    (call,) = world.slack.calls
    assert (call.method, call.ok) == (method, True)
    assert world.slack.warnings == []


@pytest.mark.parametrize(("method", "arguments", "paths"), CONTRACT, ids=IDS)
async def test_the_synchronous_client(
    world: World, method: str, arguments: Callable[[World], Json], paths: tuple[str, ...]
) -> None:
    client = WebClient(world.slack.bot_token, world.slack.api_url)
    given = arguments(world)
    check(await asyncio.to_thread(lambda: function(client, method)(**given)), paths)
