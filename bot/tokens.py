"""Which bot token a request is answered with: that of the settings, or of the installation there.

Not Bolt's own way, which calls auth.test before each answer: so a slash command can be answered
while the Web API is down.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import aiohttp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator

from bot import pending
from bot.settings import Settings
from bot.slack_client import quick_client
from bot.state import OutOfReachError, State
from bot.state.database import FAILURES
from bot.state.installations import Installations
from bot.state.timing import within

_log = logging.getLogger(__name__)

ROTATE_BEFORE_S = 2 * 3_600
"""A token that ends sooner is replaced (they live twelve hours; Slack docs, "Token rotation")."""
WAIT_FOR_ROTATION_S = 2.0
FIND_WITHIN_S = 1.0
MOST_LAST = 10_000


class Tokens(Protocol):
    """Knows the bot's token for every workspace."""

    async def token(self, enterprise: str | None, team: str | None) -> str | None:
        """The bot's token there; None where it is not installed."""


class OneToken:
    """One workspace, or one organization: the token of the settings."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def token(self, enterprise: str | None, team: str | None) -> str | None:  # noqa: ARG002
        """The one."""
        return self._token


class InstalledTokens:
    """Many workspaces: the token that the app got when it was installed there."""

    def __init__(self, settings: Settings, state: State, installations: Installations) -> None:
        client_id, client_secret = settings.needed("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")
        self._state = state
        self._installations = installations
        self._last: dict[tuple[str | None, str | None], str] = {}
        """The tokens used last, for when the database can't be reached. Slack ends the others."""
        self._rotator = AsyncTokenRotator(
            client_id=client_id,
            client_secret=client_secret,
            client=quick_client(settings, token=None),
        )

    async def token(self, enterprise: str | None, team: str | None) -> str | None:
        """The token of the workspace's installation, else of its organization's.

        Raises OutOfReachError when it is not known and the database can't be used.
        """
        place = (enterprise, team)
        try:
            bot = await within(FIND_WITHIN_S, self._found(enterprise, team))
        except FAILURES as error:
            if (last := self._last.get(place)) is None:
                raise OutOfReachError from error
            _log.warning("the database can't be used now (%s)", type(error).__name__)
            return last
        if bot is None:
            self._last.pop(place, None)
            return None
        ends = bot.bot_token_expires_at
        if ends is not None and ends < time.time() + ROTATE_BEFORE_S:
            if ends > time.time() + WAIT_FOR_ROTATION_S:  # it will do for this answer
                pending.start(self._rotate_beside(bot, ends))
            else:
                bot = await self._rotated(bot, ends)
        self._last[place] = bot.bot_token
        if len(self._last) > MOST_LAST:
            del self._last[next(iter(self._last))]
        return bot.bot_token

    async def _found(self, enterprise: str | None, team: str | None) -> Bot | None:
        return await self._installations.async_find_bot(enterprise_id=enterprise, team_id=team)

    async def _rotate_beside(self, bot: Bot, ends: int) -> None:
        try:
            await self._rotated(bot, ends)
        except FAILURES as error:
            _log.warning("the database can't be used now (%s)", type(error).__name__)

    async def _rotated(self, bot: Bot, ends: int) -> Bot:
        """The bot with a new token; as it is, while another process or nobody gets one."""
        place = (bot.enterprise_id or "", bot.team_id or "")
        claim = await self._state.deliveries.claim("rotate token", *place, str(ends))
        if claim is None:
            return bot if ends > time.time() else await self._rotated_elsewhere(bot, ends)
        try:
            rotated = await self._rotator.perform_bot_token_rotation(
                bot=bot, minutes_before_expiration=ROTATE_BEFORE_S // 60
            )
        except (SlackTokenRotationError, aiohttp.ClientError, TimeoutError, OSError) as error:
            _log.error("could not rotate the token of %s: %s", place[1] or place[0], _why(error))
            rotated = None
        if rotated is None:
            await self._state.deliveries.release(claim)
            return bot
        await self._installations.async_save_bot(rotated)
        await self._state.deliveries.done(claim)
        _log.info("rotated the token of %s", place[1] or place[0])
        return rotated

    async def _rotated_elsewhere(self, bot: Bot, ends: int) -> Bot:
        """Wait for the process that rotates it; the old token is no good any more."""
        until = time.monotonic() + WAIT_FOR_ROTATION_S
        while time.monotonic() < until:
            await asyncio.sleep(0.1)
            found = await self._installations.async_find_bot(
                enterprise_id=bot.enterprise_id, team_id=bot.team_id
            )
            if found is not None and found.bot_token_expires_at != ends:
                return found
        return bot


def tokens_of(settings: Settings, state: State) -> Tokens:
    """The way to tokens that the settings choose; raises SettingsError."""
    if settings.many_workspaces:
        settings.needed("TOKEN_KEY")
        assert state.installations  # noqa: S101 - there with TOKEN_KEY
        return InstalledTokens(settings, state, state.installations)
    (token,) = settings.needed("SLACK_BOT_TOKEN")
    return OneToken(token)


def authorize_with(tokens: Tokens) -> Callable[..., Awaitable[Any]]:
    """Bolt's question for the token of each request; it calls with the arguments by name."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        # Where the app is not installed, Bolt tells the person so.
        token = await tokens.token(enterprise_id, team_id)
        if token is None:
            _log.warning("not installed in the workspace %s", team_id or enterprise_id)
            return None
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize


def _why(error: Exception) -> str:
    """Slack's code, which holds no token; else the kind of error."""
    cause = error.api_error if isinstance(error, SlackTokenRotationError) else None
    return str(cause.response.get("error")) if cause is not None else type(error).__name__
