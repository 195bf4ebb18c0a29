"""What Slack says of the tokens: whose they are, and whether they may do what the bot does."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.doctor.finding import Finding, failed, ok, warning
from bot.manifest import scopes
from bot.settings import Settings
from bot.slack_client import quick_client
from bot.slack_errors import slack_code
from bot.state.installations import Installations

MOST_INSTALLATIONS = 5
MOST_SKEW_S = 120
"""Slack's requests are refused when they are five minutes old by this machine's clock."""

_UNREACHABLE = (aiohttp.ClientError, TimeoutError, OSError)
_CLOCK = "set this machine's clock (NTP): by it, Slack's requests look old, and are refused"
_REINSTALL = "update the app with the output of levelbot manifest, then install it again"


async def check_tokens(settings: Settings, restricts: bool) -> list[Finding]:
    """The tokens of the settings; nothing for those that are not set."""
    found: list[Finding] = []
    if settings.slack_bot_token:
        token = settings.slack_bot_token.get_secret_value().strip()
        found += await _bot("bot token", settings, token, restricts=restricts)
        if settings.owners_channel:
            found.append(await _channel(quick_client(settings, token), settings.owners_channel))
    if settings.slack_app_token:
        found.append(await _app_token(settings, settings.slack_app_token.get_secret_value()))
    return found


async def check_installations(
    settings: Settings,
    installations: Installations,
    restricts: bool,
) -> list[Finding]:
    """The newest installations, as far as Slack still knows their tokens."""
    bots = await installations.all_bots(MOST_INSTALLATIONS)
    if not bots:
        where = (settings.public_url or "").rstrip("/")
        mend = f"open {where}/slack/install in a browser"
        return [warning("installations", "the app is installed nowhere yet", mend)]
    found: list[Finding] = []
    for bot in bots:
        name = f"in {bot.team_id or bot.enterprise_id}"
        found += await _bot(name, settings, bot.bot_token, restricts=restricts)
    return found


async def _bot(part: str, settings: Settings, token: str, *, restricts: bool) -> list[Finding]:
    try:
        who = await quick_client(settings, token).auth_test()
    except SlackApiError as error:
        told = f"Slack refuses it: {slack_code(error)}"
        return [failed(part, told, "copy it again from OAuth & Permissions in your app's settings")]
    except _UNREACHABLE as error:
        return [_unreachable(part, settings, error)]
    name = f"@{who.get('user')} in {who.get('team') or who.get('enterprise')}"
    return [ok(part, name), *_scopes(who.headers, restricts=restricts), *_clock(who.headers)]


def _scopes(headers: Any, *, restricts: bool) -> list[Finding]:
    told = _header(headers, "x-oauth-scopes")
    if told is None:
        return []
    granted = {scope.strip() for scope in told.split(",") if scope.strip()}
    needed = scopes(restricts=restricts)
    if missing := sorted(set(needed) - granted):
        why = "; ".join(f"{scope}, {needed[scope]}" for scope in missing)
        return [failed("scopes", f"missing: {why}", _REINSTALL)]
    if extra := sorted(granted - set(needed)):
        return [warning("scopes", f"more than it needs: {', '.join(extra)}", _REINSTALL)]
    return [ok("scopes", f"the {len(granted)} of the manifest")]


def _clock(headers: Any) -> list[Finding]:
    try:
        slacks = parsedate_to_datetime(_header(headers, "date") or "")
    except ValueError:
        return []
    off_s = abs((datetime.now(UTC) - slacks).total_seconds())
    if off_s < MOST_SKEW_S:
        return []
    return [failed("clock", f"{off_s:.0f} seconds off Slack's", _CLOCK)]


async def _app_token(settings: Settings, token: str) -> Finding:
    try:
        await quick_client(settings, None).apps_connections_open(app_token=token.strip())
    except SlackApiError as error:
        mend = "make one under Basic Information, App-Level Tokens, with connections:write"
        return failed("app token", f"Slack refuses it: {slack_code(error)}", mend)
    except _UNREACHABLE as error:
        return _unreachable("app token", settings, error)
    return ok("app token", "opens Socket Mode")


async def _channel(client: AsyncWebClient, channel: str) -> Finding:
    part = "owners channel"
    try:
        found = (await client.conversations_info(channel=channel)).get("channel") or {}
    except SlackApiError as error:
        mend = "set OWNERS_CHANNEL to the channel's id, and invite @levelbot to it"
        return failed(part, f"{channel}: {slack_code(error)}", mend)
    except _UNREACHABLE as error:
        return failed(part, f"can't be asked for ({type(error).__name__})", "try again")
    name = f"#{found.get('name', channel)}"
    if not found.get("is_member"):
        return failed(part, f"@levelbot is no member of {name}", "/invite @levelbot there")
    return ok(part, name)


def _unreachable(part: str, settings: Settings, error: Exception) -> Finding:
    told = f"Slack can't be reached at {settings.api_base_url} ({type(error).__name__})"
    return failed(part, told, "check this machine's way to the internet, and SLACK_API_URL")


def _header(headers: Any, name: str) -> str | None:
    """A header's value, however the server writes its name."""
    for key, value in dict(headers).items():
        if key.lower() == name:
            return value if isinstance(value, str) else ",".join(value)
    return None
