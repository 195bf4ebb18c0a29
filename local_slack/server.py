"""`LocalSlack`: the workspace as a server on this machine."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp import web

from local_slack.acting import People
from local_slack.app_config import AppConfig, from_manifest
from local_slack.consent import Consent
from local_slack.dispatch import RETRY_DELAYS_S, Sleep
from local_slack.guard import guard
from local_slack.page_api import PageApi
from local_slack.payloads import Clock
from local_slack.session import Options, Session
from local_slack.signing import signed_headers
from local_slack.state_file import StateFile
from local_slack.transport import HttpTransport

HOST = "127.0.0.1"


class LocalSlack(People):
    """A Slack workspace on 127.0.0.1, listening inside `async with`.

    `app_url` is the app's request URL and may be set later; a Socket Mode client that connects
    is preferred. `port` 0 takes a free one. `manifest` (Slack's JSON shape) says which commands,
    shortcuts, events and scopes the app has; without one it may do everything. `events`
    overrides its events. `rate_limits` holds the app to Slack's. `state` is a file
    that keeps the workspace from one run to the next.
    """

    def __init__(  # noqa: PLR0913 - one place where a workspace is described
        self,
        app_url: str | None = None,
        *,
        port: int = 0,
        signing_secret: str = "local-signing-secret",  # noqa: S107 - for this machine only
        bot_token: str = "xoxb-local-bot-token",  # noqa: S107
        app_token: str = "xapp-local-app-token",  # noqa: S107
        client_id: str = "1234567890.1234567890",
        client_secret: str = "local-client-secret",  # noqa: S107
        events: frozenset[str] | None = None,
        manifest: Mapping[str, Any] | None = None,
        clock: Clock = time.time,
        sleep: Sleep = asyncio.sleep,
        timeout_s: float = 3.0,
        retry_delays_s: Sequence[float] = RETRY_DELAYS_S,
        rate_limits: bool = False,
        state: Path | None = None,
    ) -> None:
        config = AppConfig() if manifest is None else from_manifest(manifest)
        if events is not None:
            config = replace(config, events=frozenset(events))
        self._options = Options(
            signing_secret,
            bot_token,
            app_token,
            config,
            clock,
            sleep,
            timeout_s,
            retry_delays_s,
            rate_limits=rate_limits,
            client_id=client_id,
            client_secret=client_secret,
        )
        self._port = port
        self._first_app_url = app_url
        self._runner: web.AppRunner | None = None
        self._http: HttpTransport | None = None
        self._session: Session | None = None
        self._state_path = state
        self._state: StateFile | None = None

    # Life

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen on 127.0.0.1; OSError when the port is taken or the state is out of reach.

        ValueError when the state's file is not one.
        """
        options = self._options
        self._http = HttpTransport(
            aiohttp.ClientSession(),
            options.clock,
            options.signing_secret,
            options.timeout_s,
            self._first_app_url,
        )
        session = self._session = Session(options, self._http)
        await self._follow_state(session)
        page = PageApi(session)
        consent = Consent(session.installs)
        app = web.Application(middlewares=[guard], client_max_size=4 * 1024**2)
        app.add_routes(
            [
                web.route("*", "/api/{method}", session.web_api.handle),
                web.post("/response/{key}", session.responses.handle),
                web.get("/link/", session.socket.handle),
                web.get("/oauth/v2/authorize", consent.ask),
                web.post("/oauth/v2/authorize", consent.answer),
                *page.routes(),
            ]
        )
        app.on_shutdown.append(page.stop)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
        try:
            await self._runner.setup()
            site = web.TCPSite(self._runner, HOST, self._port)
            await site.start()
        except OSError:
            await self.stop()
            raise
        self._port = self._runner.addresses[0][1]
        session.base_url = self.url

    async def _follow_state(self, session: Session) -> None:
        if self._state_path is None:
            return
        state = StateFile(self._state_path, session)
        try:
            state.load()
            await state.follow()
        except (OSError, ValueError):
            await self.stop()
            raise
        self._state = state

    async def stop(self) -> None:
        """Stop listening; what is still being delivered is given up."""
        if self._state is not None:
            await self._state.stop()
            self._state = None
        if self._session is not None:
            await self._session.background.stop()
            await self._session.socket.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        if self._http is not None:
            await self._http.session.close()

    # Addresses and secrets

    @property
    def url(self) -> str:
        """The page's address, `http://127.0.0.1:PORT/`."""
        return f"http://{HOST}:{self._port}/"

    @property
    def api_url(self) -> str:
        """The Web API's base, for `SLACK_API_URL` or `AsyncWebClient(base_url=…)`."""
        return f"{self.url}api/"

    @property
    def app_url(self) -> str | None:
        """The app's request URL."""
        return self._http.app_url if self._http is not None else self._first_app_url

    @app_url.setter
    def app_url(self, url: str | None) -> None:
        self._first_app_url = url
        if self._http is not None:
            self._http.app_url = url

    @property
    def connected(self) -> bool:
        """Whether there is an app to deliver to: an `app_url`, or a Socket Mode client."""
        return self.session.dispatcher.connected

    @property
    def signing_secret(self) -> str:
        """What requests to the app are signed with."""
        return self._options.signing_secret

    @property
    def bot_token(self) -> str:
        """The token of the bot user."""
        return self._options.bot_token

    @property
    def app_token(self) -> str:
        """The token for Socket Mode."""
        return self._options.app_token

    @property
    def client_id(self) -> str:
        """The app's client id, for installing it with OAuth at `/oauth/v2/authorize`."""
        return self._options.client_id

    @property
    def client_secret(self) -> str:
        """The app's client secret."""
        return self._options.client_secret

    def sign(self, body: bytes, timestamp: int) -> dict[str, str]:
        """Return the two headers that sign a request; `timestamp` in whole seconds."""
        return signed_headers(self.signing_secret, body, timestamp)

    @property
    def session(self) -> Session:
        """The parts of the running workspace; RuntimeError before the start."""
        if self._session is None:
            raise RuntimeError("the local workspace has not been started")
        return self._session
