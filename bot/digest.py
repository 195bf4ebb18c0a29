"""The weekly digest: posted to the owners' channel once, however many processes run."""

import logging
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.blocks.digest import digest
from bot.blocks.message import Message
from bot.reports import make_report
from bot.settings import Settings
from bot.slack_client import web_client
from bot.slack_errors import slack_code
from bot.state import State
from bot.state.deliveries import LostClaimError

_log = logging.getLogger(__name__)

FROM_HOUR = 9
"""Mondays, UTC."""
WITHIN = timedelta(days=2)
"""When no process runs on Monday morning, the first one later sends it; then it waits a week."""
DAYS = 7
_MOST_INSTALLATIONS = 50


def week_due(now: float) -> str | None:
    """The week, such as "2026-W48", whose digest may be sent at `now`; None between them."""
    at = datetime.fromtimestamp(now, UTC)
    monday = (at - timedelta(days=at.weekday())).replace(
        hour=FROM_HOUR, minute=0, second=0, microsecond=0
    )
    if not monday <= at < monday + WITHIN:
        return None
    year, week, _ = at.isocalendar()
    return f"{year}-W{week:02}"


async def send_if_due(
    settings: Settings, state: State, clock_s: Callable[[], float] = time.time
) -> bool:
    """Send the digest unless it is off, not due, or sent; True when this call has sent it.

    A week without a question has none. Raises what the database raises.
    """
    now, channel = clock_s(), settings.owners_channel
    week = week_due(now) if settings.digest == "weekly" else None
    if week is None or not channel:
        return False
    claim = await state.deliveries.claim("digest", channel, week)
    if claim is None:
        return False
    async with state.deliveries.renewed(claim):
        report = await make_report(state, now, DAYS)
        try:
            await state.deliveries.hold(claim)
        except LostClaimError:
            return False
        sent = bool(report.questions) and await _post(settings, state, channel, digest(report))
    if sent or not report.questions:
        await state.deliveries.done(claim, keep_s=WITHIN.total_seconds())
    else:
        await state.deliveries.release(claim)
    return sent


async def _post(settings: Settings, state: State, channel: str, message: Message) -> bool:
    """Post with the first token that may; the channel is in one of the workspaces."""
    why = "no token"
    async for token in _tokens(settings, state):
        try:
            await web_client(settings, token).chat_postMessage(
                channel=channel, **message, unfurl_links=False, unfurl_media=False
            )
        except SlackApiError as error:
            why = slack_code(error)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            why = type(error).__name__
        else:
            _log.info("posted the weekly digest")
            return True
    _log.error("could not post the weekly digest to OWNERS_CHANNEL: %s", why)
    return False


async def _tokens(settings: Settings, state: State) -> AsyncIterator[str]:
    if not settings.many_workspaces:
        yield settings.needed("SLACK_BOT_TOKEN")[0]
    elif state.installations:
        for bot in await state.installations.all_bots(_MOST_INSTALLATIONS):
            yield bot.bot_token
