"""Web API: who is who, and the small methods (Slack docs, one page a method)."""

from __future__ import annotations

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.api_conversations import paged
from local_slack.payloads import Json
from local_slack.people import (
    APP_ID,
    BOT_ID,
    BOT_USER_ID,
    TEAM_DOMAIN,
    TEAM_ID,
    TEAM_NAME,
)


async def api_test(_api: Api, args: Args) -> Json:
    """`api.test`: echoes its arguments; `error` makes it fail with that code."""
    if args.text("error"):
        raise ApiError(args.text("error"), args=args.as_json())
    return {"ok": True, "args": args.as_json()}


async def auth_test(api: Api, _args: Args) -> Json:
    """`auth.test`: whose token this is."""
    return {
        "ok": True,
        "url": f"https://{TEAM_DOMAIN}.slack.com/",
        "team": TEAM_NAME,
        "user": api.workspace.users[BOT_USER_ID].name,
        "team_id": TEAM_ID,
        "user_id": BOT_USER_ID,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


async def user_info(api: Api, args: Args) -> Json:
    """`users.info`."""
    user = api.workspace.users.get(args.required("user"))
    if user is None:
        raise ApiError("user_not_found")
    return {"ok": True, "user": user.as_json()}


async def user_list(api: Api, args: Args) -> Json:
    """`users.list`, a page at a time."""
    page, cursor = paged(list(api.workspace.users.values()), args, default=1000)
    return {
        "ok": True,
        "members": [user.as_json() for user in page],
        "cache_ts": int(api.workspace.clock()),
        "response_metadata": {"next_cursor": cursor},
    }


async def bot_info(api: Api, args: Args) -> Json:
    """`bots.info`."""
    if args.text("bot", BOT_ID) != BOT_ID:
        raise ApiError("bot_not_found")
    return {
        "ok": True,
        "bot": {
            "id": BOT_ID,
            "app_id": APP_ID,
            "user_id": BOT_USER_ID,
            "name": api.workspace.users[BOT_USER_ID].name,
            "deleted": False,
            "updated": 1_700_000_000,
            "icons": {},
        },
    }


async def open_connection(api: Api, _args: Args) -> Json:
    """`apps.connections.open`: a WebSocket address that works once."""
    return {"ok": True, "url": api.socket_url()}
