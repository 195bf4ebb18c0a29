"""Puts the parts together: ladder, questions, Slack's handlers, and the ways in."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

import handlers
from bot.access.directory import SlackDirectory
from bot.access.viewers import Viewers
from bot.desk import Desk
from bot.history import History
from bot.homes import Homes
from bot.ladder import PUBLIC, Ladder, load_ladder, visible
from bot.manifest import scopes
from bot.memory import Memory
from bot.reload import LadderSource
from bot.settings import Settings
from bot.slack_client import quick_client, web_client
from bot.slack_errors import slack_code
from bot.socket_mode import HoldingHandler
from bot.state import State
from bot.tokens import authorize_with, tokens_of
from bot.upkeep import opened_state, sending_digests, taking_over
from bot.web import build_server
from bot.web.oauth import REDIRECT, OAuthSetup, add_oauth
from bot.web.server import start, stop, until_stopped

_log = logging.getLogger(__name__)


def read_ladder(settings: Settings, *, restricted: bool = False) -> Ladder:
    """The ladder that the settings name, as everybody may see it; raises LadderError.

    With `restricted` it is whole: for an operator, whose files these are.
    """
    whole = load_ladder(Path(settings.ladder_folder))
    return whole if restricted else visible(whole, PUBLIC)


def ladder_source(settings: Settings) -> LadderSource:
    """The ladder that the settings name, to be followed while the bot runs; raises LadderError."""
    return LadderSource(Path(settings.ladder_folder))


def build_desk(settings: Settings, source: LadderSource, state: State) -> Desk:
    """Answers questions from Slack; asks Slack who may see what, where the ladder has rules."""
    tokens = tokens_of(settings, state)

    async def client_for(team: str, enterprise: str | None) -> AsyncWebClient:
        return quick_client(settings, await tokens.token(enterprise, team))

    directory = SlackDirectory(client_for, time.monotonic)
    viewers = Viewers(directory, settings.admins)
    return Desk(source, viewers, Memory(state), settings.owners_channel)


def build_app(
    settings: Settings, source: LadderSource, state: State, *, signing_secret: str | None
) -> AsyncApp:
    """The Bolt app with every listener. `signing_secret` is None for Socket Mode."""
    bolt_log = logging.getLogger("slack_bolt")
    bolt_log.disabled = True  # Bolt reads SLACK_BOT_TOKEN too, and would warn that it is unused
    app = AsyncApp(
        name="levelbot",
        logger=bolt_log,
        signing_secret=signing_secret,
        client=web_client(settings, token=None),
        authorize=authorize_with(tokens_of(settings, state)),
        # An unsigned "ssl_check=1" would be answered with 200.
        ssl_check_enabled=False,
        raise_error_for_unhandled_request=True,
    )
    bolt_log.disabled = False
    desk = build_desk(settings, source, state)
    homes = Homes(desk, source, state, History(source.root), time.time)
    handlers.register(app, desk, homes, state)
    return app


def build_web(settings: Settings, source: LadderSource, state: State) -> web.Application:
    """The bot over HTTP. It answers from `source`, which is to be followed beside it."""
    secret, *_ = settings.needed(*settings.for_http)
    app = build_app(settings, source, state, signing_secret=secret)

    async def ready() -> dict[str, Any]:
        return {"ladder": "ok", "database": await state.check(), **source.status()}

    async def take_over(_: web.Application) -> AsyncIterator[None]:
        async with taking_over(app, state):
            yield

    server = build_server(app, secret, ready)
    server.cleanup_ctx.append(take_over)
    if settings.many_workspaces:
        add_oauth(server, _oauth_setup(settings, source, state))
    return server


def _oauth_setup(settings: Settings, source: LadderSource, state: State) -> OAuthSetup:
    client_id, client_secret = settings.needed("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")
    assert state.installations  # noqa: S101 - there with TOKEN_KEY, which is needed too
    public_url = settings.public_url
    return OAuthSetup(
        client_id=client_id,
        client_secret=client_secret,
        scopes=tuple(scopes(restricts=bool(source.rules))),
        authorize_url=settings.authorize_url,
        redirect_url=f"{public_url.rstrip('/')}{REDIRECT}" if public_url else None,
        client=web_client(settings, token=None),
        installations=state.installations,
        states=state.oauth_states,
    )


async def _check_token(settings: Settings) -> None:
    """Say in the log whose bot this is, or that Slack refuses its token. Never raises."""
    if settings.many_workspaces:
        return
    (token,) = settings.needed("SLACK_BOT_TOKEN")
    try:
        who = await web_client(settings, token=token).auth_test()
    except SlackApiError as error:
        code = slack_code(error)
        _log.error("Slack refuses SLACK_BOT_TOKEN (%s); copy it again from your app", code)
    except (TimeoutError, OSError, aiohttp.ClientError) as error:
        _log.warning("could not reach Slack to check the token (%s)", type(error).__name__)
    else:
        _log.info("in the workspace %s as @%s", who.get("team"), who.get("user"))


async def serve(settings: Settings) -> None:
    """Answer a real workspace over HTTP until SIGINT or SIGTERM. Raises ListenError."""
    settings.needed(*settings.for_http)
    source = ladder_source(settings)
    async with opened_state(settings) as state:
        server = build_web(settings, source, state)
        runner, port = await start(server, settings.host, settings.port)
        _log.info("ladder: %s, version %s", source.ladder.name, source.ladder.version)
        _log.info("state: %s", state.told)
        _log.info("listening on http://%s:%d; Slack posts to /slack/events", settings.host, port)
        checking = asyncio.create_task(_check_token(settings))
        async with source.following(), sending_digests(settings, state):
            await until_stopped()
        _log.info("stopping")
        checking.cancel()
        await stop(runner)


async def serve_socket(settings: Settings) -> None:
    """Answer a real workspace over Socket Mode until SIGINT or SIGTERM.

    Raises SlackApiError when Slack refuses the app token, ConnectionError when it can't be reached.
    """
    token, app_token = settings.needed("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN")
    source = ladder_source(settings)
    async with opened_state(settings) as state:
        await _serve_socket(settings, source, state, token, app_token)


async def _serve_socket(
    settings: Settings, source: LadderSource, state: State, token: str, app_token: str
) -> None:
    app = build_app(settings, source, state, signing_secret=None)
    client = web_client(settings, token=token)
    try:
        # slack_sdk tries for ever with a token that is refused; so ask once before.
        await client.apps_connections_open(app_token=app_token)
    except (TimeoutError, aiohttp.ClientError) as error:
        raise ConnectionError(f"can't reach Slack at {settings.api_base_url}") from error
    handler = HoldingHandler(app, app_token, web_client=client)
    await _check_token(settings)
    await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt has no types here
    _log.info("ladder: %s, version %s", source.ladder.name, source.ladder.version)
    _log.info("connected to Slack over Socket Mode")
    async with (
        source.following(),
        sending_digests(settings, state),
        taking_over(app, state),
    ):
        await until_stopped()
    _log.info("stopping")
    await handler.close_async()  # type: ignore[no-untyped-call]
