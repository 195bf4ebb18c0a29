"""Web API: `conversations.*` (Slack docs, one page a method)."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import TypeVar

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.payloads import Json
from local_slack.people import BOT_USER_ID, Channel, User

T = TypeVar("T")


_KINDS = {
    "public_channel": "channel",
    "private_channel": "group",
    "im": "im",
    "mpim": "mpim",
}
_GROUP_MOST = 8


async def info(api: Api, args: Args) -> Json:
    """`conversations.info`; `include_num_members` counts who is in it."""
    channel = _known(api, args)
    shown = channel.as_json()
    if args.flag("include_num_members"):
        shown["num_members"] = len(channel.members)
    if args.flag("include_locale"):
        shown["locale"] = "en-US"
    return {"ok": True, "channel": shown}


async def members(api: Api, args: Args) -> Json:
    """`conversations.members`, sorted by id, a page at a time."""
    channel = _known(api, args)
    page, cursor = paged(sorted(channel.members), args, default=100)
    return {"ok": True, "members": page, "response_metadata": {"next_cursor": cursor}}


async def list_all(api: Api, args: Args) -> Json:
    """`conversations.list`: public channels unless `types` asks for others."""
    return listed(api, args, lambda _channel: True)


def listed(api: Api, args: Args, fits: Callable[[Channel], bool]) -> Json:
    """Return the page of those conversations that fit and that the bot can see."""
    types = [each.strip() for each in args.text("types", "public_channel").split(",")]
    if any(each not in _KINDS for each in types):
        raise ApiError("invalid_types")
    kinds = {_KINDS[each] for each in types}
    found = []
    for channel in api.workspace.channels.values():
        seen = channel.kind == "channel" or api.is_member(channel)
        archived = channel.is_archived and args.flag("exclude_archived")
        if channel.kind in kinds and seen and not archived and fits(channel):
            api.require_for(channel, "read")
            found.append(channel)
    page, cursor = paged(found, args, default=100)
    return {
        "ok": True,
        "channels": [channel.as_json() | _count(channel) for channel in page],
        "response_metadata": {"next_cursor": cursor},
    }


def _count(channel: Channel) -> Json:
    return {} if channel.kind == "im" else {"num_members": len(channel.members)}


async def open_dm(api: Api, args: Args) -> Json:
    """`conversations.open`: a direct message with one person, or with up to eight."""
    if args.text("channel"):
        channel = api.visible_channel(args.text("channel"))
        if channel.kind not in {"im", "mpim"}:
            raise ApiError("method_not_supported_for_channel_type")
    else:
        channel = _opened(api, args)
    if args.flag("return_im"):
        return {"ok": True, "no_op": True, "already_open": True, "channel": channel.as_json()}
    return {"ok": True, "channel": {"id": channel.id}}


def _opened(api: Api, args: Args) -> Channel:
    named = [each.strip() for each in args.text("users").split(",") if each.strip()]
    if not named:
        raise ApiError("users_list_not_supplied")
    if any(user not in api.workspace.users for user in named):
        raise ApiError("user_not_found")
    if len(named) > _GROUP_MOST:
        raise ApiError("too_many_users")
    if len(named) > 1:
        api.require("mpim:write")
        return api.workspace.group_dm(set(named))
    api.require("im:write")
    if api.workspace.users[named[0]].is_bot:
        raise ApiError("user_not_found")
    return api.workspace.dm(named[0])


async def join(api: Api, args: Args) -> Json:
    """`conversations.join`: the bot joins a public channel."""
    channel = api.visible_channel(args.required("channel"))
    if channel.kind != "channel":
        raise ApiError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise ApiError("is_archived")
    if api.is_member(channel):
        warning = "already_in_channel"
        noted: Json = {"warning": warning, "response_metadata": {"warnings": [warning]}}
        return {"ok": True, "channel": channel.as_json()} | noted
    bot: User = api.workspace.users[BOT_USER_ID]
    api.workspace.welcome(bot, channel)
    return {"ok": True, "channel": channel.as_json()}


async def leave(api: Api, args: Args) -> Json:
    """`conversations.leave`: the bot leaves a channel."""
    channel = api.visible_channel(args.required("channel"))
    if channel.kind in {"im", "mpim"}:
        raise ApiError("method_not_supported_for_channel_type")
    if channel.name == "general":
        raise ApiError("cant_leave_general")
    if channel.is_archived:
        raise ApiError("is_archived")
    if not api.is_member(channel):
        return {"ok": True, "not_in_channel": True}
    api.workspace.leave(api.workspace.users[BOT_USER_ID], channel)
    return {"ok": True}


async def history(api: Api, args: Args) -> Json:
    """`conversations.history`: top-level messages, newest first."""
    channel = _readable(api, args)
    found = [m for m in api.workspace.timeline(channel.id) if _within(m.ts, args)]
    page, cursor = paged(found[::-1], args, default=100)
    return {
        "ok": True,
        "messages": [api.workspace.shown(message) for message in page],
        "has_more": bool(cursor),
        "is_limited": False,
        "pin_count": 0,
        "response_metadata": {"next_cursor": cursor},
    }


async def replies(api: Api, args: Args) -> Json:
    """`conversations.replies`: a thread, its parent first; `thread_not_found` without one."""
    channel = _readable(api, args)
    ts = args.required("ts")
    message = api.workspace.find(channel.id, ts)
    if message is None or message.ephemeral_to:
        raise ApiError("thread_not_found")
    thread = api.workspace.thread(channel.id, message.thread_ts or ts)
    parent = [m for m in thread if m.ts == (message.thread_ts or ts)]
    rest = [m for m in thread if m not in parent and _within(m.ts, args)]
    page, cursor = paged([*parent, *rest], args, default=1000)
    return {
        "ok": True,
        "messages": [api.workspace.shown(each) for each in page],
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def _known(api: Api, args: Args) -> Channel:
    channel = api.visible_channel(args.required("channel"))
    api.require_for(channel, "read")
    return channel


def _readable(api: Api, args: Args) -> Channel:
    channel = api.visible_channel(args.required("channel"))
    api.require_for(channel, "history")
    if not api.is_member(channel):
        raise ApiError("not_in_channel")
    return channel


def _within(ts: str, args: Args) -> bool:
    try:
        oldest, latest = float(args.text("oldest") or 0), float(args.text("latest") or "9" * 12)
    except ValueError:
        named = "invalid_ts_oldest" if args.text("oldest") else "invalid_ts_latest"
        raise ApiError(named) from None
    moment = float(ts)
    if args.flag("inclusive"):
        return oldest <= moment <= latest
    return oldest < moment < latest


def paged(found: list[T], args: Args, *, default: int) -> tuple[list[T], str]:
    """Return one page and the cursor of the next, empty at the end (docs: "Pagination")."""
    start = 0
    if cursor := args.text("cursor"):
        try:
            start = int(base64.b64decode(cursor, validate=True).decode().removeprefix("next:"))
        except ValueError:
            raise ApiError("invalid_cursor") from None
    limit = max(1, min(args.whole("limit", default), 1000))
    end = start + limit
    following = base64.b64encode(f"next:{end}".encode()).decode() if end < len(found) else ""
    return found[start:end], following
