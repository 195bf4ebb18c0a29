"""Web API: who is who, and the small methods (Slack docs, one page a method)."""

from __future__ import annotations

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.api_conversations import listed, paged
from local_slack.payloads import Json
from local_slack.people import (
    APP_ID,
    BOT_ID,
    BOT_USER_ID,
    User,
)


async def api_test(_api: Api, args: Args) -> Json:
    """`api.test`: echoes its arguments; `error` makes it fail with that code."""
    if args.text("error"):
        raise ApiError(args.text("error"), args=args.as_json())
    return {"ok": True, "args": args.as_json()}


async def auth_test(api: Api, _args: Args) -> Json:
    """`auth.test`: whose token this is."""
    team = api.caller.team
    return {
        "ok": True,
        "url": team.url,
        "team": team.name,
        "user": api.workspace.users[BOT_USER_ID].name,
        "team_id": team.id,
        "user_id": BOT_USER_ID,
        "bot_id": BOT_ID,
        "enterprise_id": (team.enterprise or {}).get("id"),
        "is_enterprise_install": api.caller.is_org_wide,
    }


async def user_info(api: Api, args: Args) -> Json:
    """`users.info`."""
    user = api.workspace.users.get(args.required("user"))
    if user is None:
        raise ApiError("user_not_found")
    shown = _shown(api, user)
    return {"ok": True, "user": shown | _locale(args)}


async def user_list(api: Api, args: Args) -> Json:
    """`users.list`, a page at a time."""
    # People of other organizations are met in shared channels only.
    here = [user for user in api.workspace.users.values() if not user.is_stranger]
    page, cursor = paged(here, args, default=1000)
    return {
        "ok": True,
        "members": [_shown(api, user) | _locale(args) for user in page],
        "cache_ts": int(api.workspace.clock()),
        "response_metadata": {"next_cursor": cursor},
    }


async def user_by_email(api: Api, args: Args) -> Json:
    """`users.lookupByEmail`; the local people's addresses are NAME@example.com."""
    wanted = args.required("email")
    for user in api.workspace.users.values():
        if not user.is_bot and _email(user) == wanted:
            return {"ok": True, "user": _shown(api, user)}
    raise ApiError("users_not_found")


async def user_conversations(api: Api, args: Args) -> Json:
    """`users.conversations`: the conversations of a person, or of the bot, that it can see."""
    user = args.text("user") or BOT_USER_ID
    if user not in api.workspace.users:
        raise ApiError("user_not_found")
    return listed(api, args, lambda channel: user in channel.members)


def _shown(api: Api, user: User) -> Json:
    shown = user.as_json()
    if api.caller.allows("users:read.email") and not user.is_bot and not user.is_stranger:
        shown["profile"] = shown["profile"] | {"email": _email(user)}
    return shown


def _email(user: User) -> str:
    return f"{user.name}@example.com"


def _locale(args: Args) -> Json:
    return {"locale": "en-US"} if args.flag("include_locale") else {}


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
