"""`LocalSlack`: the workspace as a server on this machine, and as an object for tests."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp import web

from local_slack.app_config import AppConfig, from_manifest
from local_slack.dispatch import RETRY_DELAYS_S, Sleep
from local_slack.faults import Faults
from local_slack.guard import guard
from local_slack.messages import Message
from local_slack.page_api import PageApi
from local_slack.payloads import Clock
from local_slack.people import BOT_USER_ID, Channel, User
from local_slack.records import Call, Delivery
from local_slack.session import Options, Session
from local_slack.signing import signed_headers
from local_slack.transport import HttpTransport
from local_slack.views import View

HOST = "127.0.0.1"


class LocalSlack:
    """A Slack workspace on 127.0.0.1, listening inside `async with`.

    `app_url` is the app's request URL and may be set later; a Socket Mode client that connects
    is preferred. `port` 0 takes a free one. `manifest` (Slack's JSON shape) says which commands,
    shortcuts and events the app has; `events` overrides its events.
    Users and channels are given as objects, ids or names wherever a method takes them; the
    first person and the first channel stand in when they are left out.
    """

    def __init__(  # noqa: PLR0913 - one place where a workspace is described
        self,
        app_url: str | None = None,
        *,
        port: int = 0,
        signing_secret: str = "local-signing-secret",  # noqa: S107 - for this machine only
        bot_token: str = "xoxb-local-bot-token",  # noqa: S107
        app_token: str = "xapp-local-app-token",  # noqa: S107
        events: frozenset[str] | None = None,
        manifest: Mapping[str, Any] | None = None,
        clock: Clock = time.time,
        sleep: Sleep = asyncio.sleep,
        timeout_s: float = 3.0,
        retry_delays_s: Sequence[float] = RETRY_DELAYS_S,
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
        )
        self._port = port
        self._first_app_url = app_url
        self._runner: web.AppRunner | None = None
        self._http: HttpTransport | None = None
        self._session: Session | None = None

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
        """Listen on 127.0.0.1; OSError when the port is taken."""
        options = self._options
        self._http = HttpTransport(
            aiohttp.ClientSession(),
            options.clock,
            options.signing_secret,
            options.timeout_s,
            self._first_app_url,
        )
        session = self._session = Session(options, self._http)
        page = PageApi(session)
        app = web.Application(middlewares=[guard], client_max_size=4 * 1024**2)
        app.add_routes(
            [
                web.route("*", "/api/{method}", session.web_api.handle),
                web.post("/response/{key}", session.responses.handle),
                web.get("/link/", session.socket.handle),
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

    async def stop(self) -> None:
        """Stop listening; what is still being delivered is given up."""
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

    def sign(self, body: bytes, timestamp: int) -> dict[str, str]:
        """Return the two headers that sign a request; `timestamp` in whole seconds."""
        return signed_headers(self.signing_secret, body, timestamp)

    # Who and where

    @property
    def bot_user_id(self) -> str:
        """The bot user's id."""
        return BOT_USER_ID

    @property
    def users(self) -> dict[str, User]:
        """The users by name (`ana`, `ben`, the bot's name, `slackbot`)."""
        return {user.name: user for user in self.session.workspace.users.values()}

    @property
    def channels(self) -> dict[str, Channel]:
        """The channels by name; direct messages with the bot are `dm-ana`, `dm-ben`."""
        return {channel.name: channel for channel in self.session.workspace.channels.values()}

    def dm(self, user: User | str | None = None) -> Channel:
        """Return the direct message channel of the bot and the person."""
        return self.session.workspace.dm(self._user(user).id)

    # What people do

    async def command(
        self,
        command: str,
        text: str = "",
        *,
        user: User | str | None = None,
        channel: Channel | str | None = None,
        thread_ts: str | None = None,
    ) -> Delivery:
        """Type a slash command; `.message` of the delivery is what the person is shown."""
        return await self.session.commands.run(
            self._user(user), self._channel(channel), command, text, thread_ts
        )

    async def post(
        self,
        text: str,
        *,
        user: User | str | None = None,
        channel: Channel | str | None = None,
        thread_ts: str | None = None,
    ) -> Message:
        """Post as a person; `@levelbot`, `<@BOT>` and `<@U…>` all name the bot.

        Text is what the person types: `&`, `<` and `>` are escaped on the way, as in Slack.
        """
        return self.session.post(self._user(user), self._channel(channel), text, thread_ts)

    async def click(
        self,
        target: Message | View,
        action_id: str,
        *,
        user: User | str | None = None,
        value: Any = None,
        block_id: str | None = None,
    ) -> Delivery:
        """Use an element: a button, or a select, input or menu given `value`.

        LookupError names the action ids there are when this one is not among them.
        """
        return await self.session.interactivity.act(
            target, action_id, self._person(target, user), value, block_id
        )

    async def submit(
        self,
        view: View,
        values: Mapping[str, Any] | None = None,
        *,
        user: User | str | None = None,
    ) -> Delivery:
        """Submit a modal; `values` maps an action id or block id to a plain value."""
        return await self.session.interactivity.submit(view, values or {}, self._person(view, user))

    async def close_view(self, view: View, *, clear: bool = False) -> list[Delivery]:
        """Close a modal, or with `clear` the whole stack; return the `view_closed` sent."""
        return await self.session.interactivity.close(view, self._person(view, None), clear=clear)

    async def shortcut(
        self,
        callback_id: str,
        message: Message | None = None,
        *,
        user: User | str | None = None,
    ) -> Delivery:
        """Use a message shortcut (with a message) or a global one (without)."""
        return await self.session.interactivity.shortcut(callback_id, self._user(user), message)

    async def suggest(
        self,
        target: Message | View,
        action_id: str,
        typed: str,
        *,
        user: User | str | None = None,
    ) -> Delivery:
        """Type into an external select; the delivery's `.json` holds the app's options."""
        return await self.session.interactivity.suggest(
            target, action_id, typed, self._person(target, user)
        )

    def open_home(self, user: User | str | None = None, *, tab: str = "home") -> None:
        """Open the app's page, on its `home` or `messages` tab (`app_home_opened`)."""
        self.session.open_home(self._user(user), tab)

    # What they see

    async def next_message(
        self, after: Message | Delivery | None = None, *, timeout_s: float = 5.0
    ) -> Message:
        """Return the bot's first message after `after` (or after now), awaiting it if need be.

        Ephemeral messages count, an update of an older message does not. TimeoutError when
        none comes.
        """
        since = _moment(after) or self.session.workspace.timestamps.next()

        def found() -> list[Message]:
            return [m for m in self.session.workspace.log if m.by_bot and m.ts > since]

        await self.wait_until(lambda: bool(found()), timeout_s=timeout_s)
        return found()[0]

    async def wait_until(self, met: Callable[[], bool], *, timeout_s: float = 5.0) -> None:
        """Return once `met()` is true, asked after every change; else TimeoutError."""
        await self.session.workspace.wait_until(met, timeout_s)

    async def idle(self) -> None:
        """Return when every event was answered, redeliveries included."""
        await self.session.background.idle()

    def messages(self, channel: Channel | str | None = None) -> list[Message]:
        """Top-level messages that everyone in the channel sees, oldest first."""
        return self.session.workspace.timeline(self._channel(channel).id)

    def replies(self, channel: Channel | str, thread_ts: str) -> list[Message]:
        """The replies in a thread that everyone sees, oldest first, without the parent."""
        thread = self.session.workspace.thread(self._channel(channel).id, thread_ts)
        return [message for message in thread if message.ts != thread_ts]

    def ephemerals(self, user: User | str | None = None) -> list[Message]:
        """What only this person sees, oldest first; Slackbot's words on failures too."""
        wanted = self._user(user).id
        return [m for m in self.session.workspace.log if m.ephemeral_to == wanted]

    @property
    def views(self) -> dict[str, list[View]]:
        """The open modals of each user id, the last on top."""
        return self.session.views.stacks

    def view(self, user: User | str | None = None) -> View:
        """Return the modal that the person sees; LookupError when none is open."""
        person = self._user(user)
        view = self.session.views.top(person.id)
        if view is None:
            raise LookupError(f"{person.name} has no modal open")
        return view

    def home(self, user: User | str | None = None) -> View | None:
        """Return the App Home that the app published for the person, if any."""
        return self.session.views.homes.get(self._user(user).id)

    # The record, the faults

    @property
    def calls(self) -> list[Call]:
        """Every Web API call, oldest first."""
        return self.session.calls

    @property
    def deliveries(self) -> list[Delivery]:
        """Every request to the app, oldest first."""
        return self.session.deliveries

    @property
    def warnings(self) -> list[str]:
        """Everything that Slack would refuse or warn of, in what the app sent."""
        return self.session.outbox.warnings

    @property
    def faults(self) -> Faults:
        """Faults to switch on."""
        return self.session.web_api.faults

    @property
    def session(self) -> Session:
        """The parts of the running workspace; RuntimeError before the start."""
        if self._session is None:
            raise RuntimeError("the local workspace has not been started")
        return self._session

    def _user(self, named: User | str | None) -> User:
        return self.session.workspace.people[0] if named is None else self.session.user(named)

    def _channel(self, named: Channel | str | None) -> Channel:
        if named is None:
            return next(iter(self.session.workspace.channels.values()))
        return self.session.channel(named)

    def _person(self, target: Message | View, named: User | str | None) -> User:
        """Who acts: the one named, else the one who sees the target, else the first."""
        if named is None:
            sees = target.user if isinstance(target, View) else target.ephemeral_to
            return self._user(sees)
        return self._user(named)


def _moment(after: Message | Delivery | None) -> str | None:
    if isinstance(after, Delivery) and after.message is not None:
        return max(after.ts, after.message.ts)
    return after.ts if after is not None else None
