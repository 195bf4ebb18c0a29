"""Web API: `conversations.*` (Slack docs, one page a method)."""

from __future__ import annotations

import base64
from typing import TypeVar

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.payloads import Json
from local_slack.people import BOT_USER_ID, Channel

T = TypeVar("T")


async def info(api: Api, args: Args) -> Json:
    """`conversations.info`."""
    return {"ok": True, "channel": api.visible_channel(args.required("channel")).as_json()}


async def members(api: Api, args: Args) -> Json:
    """`conversations.members`, sorted by id, a page at a time."""
    channel = api.visible_channel(args.required("channel"))
    page, cursor = paged(sorted(channel.members), args, default=100)
    return {"ok": True, "members": page, "response_metadata": {"next_cursor": cursor}}


async def open_dm(api: Api, args: Args) -> Json:
    """`conversations.open` with one user: the direct message channel of that user."""
    if args.text("channel"):
        return {"ok": True, "channel": {"id": api.visible_channel(args.text("channel")).id}}
    named = args.required("users").split(",")
    if any(user not in api.workspace.users for user in named):
        raise ApiError("user_not_found")
    if len(named) > 1:
        raise ApiError("method_not_supported_for_channel_type")
    channel = api.workspace.dm(named[0])
    if args.flag("return_im"):
        return {"ok": True, "channel": channel.as_json()}
    return {"ok": True, "channel": {"id": channel.id}}


async def history(api: Api, args: Args) -> Json:
    """`conversations.history`: top-level messages, newest first."""
    channel = _readable(api, args)
    found = [m for m in api.workspace.timeline(channel.id) if _within(m.ts, args)]
    page, cursor = paged(found[::-1], args, default=100)
    return {
        "ok": True,
        "messages": [api.workspace.shown(message) for message in page],
        "has_more": bool(cursor),
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


def _readable(api: Api, args: Args) -> Channel:
    channel = api.visible_channel(args.required("channel"))
    if BOT_USER_ID not in channel.members:
        raise ApiError("not_in_channel")
    return channel


def _within(ts: str, args: Args) -> bool:
    oldest, latest = args.text("oldest", "0"), args.text("latest") or "9" * 12
    moment = float(ts)
    if args.flag("inclusive"):
        return float(oldest) <= moment <= float(latest)
    return float(oldest) < moment < float(latest)


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
