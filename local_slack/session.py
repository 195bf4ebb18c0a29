"""The workspace put together: state, the app's side, and what people can do."""

from __future__ import annotations

import asyncio
import secrets
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from local_slack.agent import Agent
from local_slack.api_context import Api
from local_slack.app_config import AppConfig
from local_slack.app_events import AppEvents
from local_slack.commands import Commands, resolve_names, split_command
from local_slack.conversation_events import mentions_bot
from local_slack.dispatch import RETRY_DELAYS_S, Background, Dispatcher, Events, Sleep
from local_slack.faults import Faults
from local_slack.installs import Client, Installs
from local_slack.interactivity import Interactivity
from local_slack.messages import Contents, Message, rich_text, wire_text
from local_slack.payloads import Clock, Json
from local_slack.people import BOT_USER_ID, VERIFICATION_TOKEN, Channel, User
from local_slack.rate_limits import RateLimits
from local_slack.records import Call, Delivery
from local_slack.responses import Responses
from local_slack.sending import Outbox
from local_slack.socket_mode import SocketMode
from local_slack.steps import Steps
from local_slack.tokens import Tokens
from local_slack.transport import HttpTransport
from local_slack.triggers import ResponseHooks, Triggers
from local_slack.views import Views
from local_slack.web_api import WebApi
from local_slack.workspace import Workspace


@dataclass(frozen=True)
class Options:
    """How the workspace behaves; tests inject clock, sleep and a shorter patience.

    `timeout_s` is how long the app has to answer (Slack: 3 s), `retry_delays_s` the waits
    before an event is sent again (Slack: at once, a minute, five minutes). `rate_limits`
    holds the app to Slack's.
    """

    signing_secret: str
    bot_token: str
    app_token: str
    config: AppConfig
    clock: Clock = time.time
    sleep: Sleep = asyncio.sleep
    timeout_s: float = 3.0
    retry_delays_s: Sequence[float] = RETRY_DELAYS_S
    rate_limits: bool = False
    client_id: str = "1234567890.1234567890"
    client_secret: str = "local-client-secret"  # noqa: S105 - for this machine only


class Session:
    """Everything but the HTTP server."""

    def __init__(self, options: Options, http: HttpTransport) -> None:
        self.workspace = Workspace(options.config, options.clock)
        self.views = Views(self.workspace)
        self.outbox = Outbox(self.workspace)
        self.triggers = Triggers(options.clock)
        self.hooks = ResponseHooks(options.clock)
        self.faults = Faults()
        self.responses = Responses(self.workspace, self.outbox, self.hooks, self.faults)
        self.background = Background()
        self.calls: list[Call] = []
        self.deliveries: list[Delivery] = []
        self.base_url = ""
        self.socket = SocketMode(options.timeout_s, self._announce_connection)
        self.dispatcher = Dispatcher(
            http, self.socket, self.workspace.timestamps, self._record_delivery
        )
        self.events = Events(
            self.dispatcher, self.background, options.retry_delays_s, options.sleep
        )
        self.commands = Commands(
            self.workspace, self.dispatcher, self.triggers, self.hooks, self.responses
        )
        self.interactivity = Interactivity(
            self.workspace, self.views, self.outbox, self.dispatcher, self.triggers, self.hooks
        )
        self.commands.response_url = self.interactivity.response_url = self._response_url
        self.app_events = AppEvents(self.workspace, self.events.emit)
        self.workspace.events = self.app_events
        self.tokens = Tokens(
            options.bot_token, options.app_token, options.config.scopes, options.clock
        )
        self.installs = Installs(
            self.workspace,
            self.tokens,
            options.clock,
            Client(options.client_id, options.client_secret),
            self.app_events.uninstalled,
        )
        self.agent = Agent(self.workspace)
        self.steps = Steps(self.workspace, self.tokens, self.app_events.tell)
        limits = RateLimits(options.clock, on=options.rate_limits)
        self.web_api = WebApi(self._api(), self.faults, limits, self._record_call)
        self.faults.on_socket(self.socket.drop, self.socket.disconnect)
        self.faults.on_change(self._announce_faults)

    # What people do

    def user(self, named: User | str) -> User:
        """Return the user, given as such or by id or name; LookupError when unknown."""
        return named if isinstance(named, User) else self.workspace.find_user(named)

    def channel(self, named: Channel | str) -> Channel:
        """Return the channel, given as such or by id or name; LookupError when unknown."""
        return named if isinstance(named, Channel) else self.workspace.find_channel(named)

    async def say(
        self, user: User, channel: Channel, typed: str, thread_ts: str | None = None
    ) -> Message | Delivery:
        """Do what the composer does: a slash command when it is one, else a post."""
        command = split_command(typed)
        if command is not None:
            return await self.commands.run(user, channel, *command, thread_ts)
        return self.post(user, channel, typed, thread_ts)

    def post(
        self, user: User, channel: Channel, typed: str, thread_ts: str | None = None
    ) -> Message:
        """Store what a person typed, and tell the app of it if the app listens.

        `@name` and `#channel` become references; `&`, `<` and `>` are escaped.
        """
        self._check_may_post(user, channel)
        text = wire_text(resolve_names(typed, self.workspace))
        message = Message(
            channel=channel.id,
            ts=self.workspace.timestamps.next(),
            user=user.id,
            text=text,
            blocks=rich_text(text),
            thread_ts=thread_ts,
            client_msg_id=str(uuid.uuid4()),
        )
        self.workspace.add(message)
        if mentions_bot(message) and BOT_USER_ID not in channel.members:
            name = self.workspace.users[BOT_USER_ID].name
            words = (
                f"You mentioned @{name}, but it is not in this channel, so it was not told. "
                f"/invite @{name} brings it in."
            )
            self.workspace.tell(user.id, channel.id, words, thread_ts)
        return message

    def edit(self, message: Message, typed: str) -> None:
        """Change the words of a person's message; the app hears of it (`message_changed`)."""
        text = wire_text(resolve_names(typed, self.workspace))
        self.workspace.change(message, Contents(text, rich_text(text), message.attachments))

    def delete(self, message: Message) -> None:
        """Delete a person's message; the app hears of it (`message_deleted`)."""
        self.workspace.remove(message)

    def _check_may_post(self, user: User, channel: Channel) -> None:
        if user.id not in channel.members:
            raise LookupError(f"{user.name} is not in #{channel.name}")
        if channel.is_archived:
            raise LookupError(f"#{channel.name} is archived, nobody can post there")
        if channel.read_only and not user.is_admin:
            raise LookupError(f"only admins may post in #{channel.name}")

    def open_home(self, user: User, tab: str) -> None:
        """Tell the app that the person opened its page, when it subscribes to that."""
        ts = self.workspace.timestamps.next()
        event: Json = {
            "type": "app_home_opened",
            "user": user.id,
            "channel": self.workspace.dm(user.id).id,
            "tab": tab,
            "event_ts": ts,
        }
        home = self.views.homes.get(user.id)
        if home is not None:
            event["view"] = home.as_json()
        self.app_events.tell(event)

    async def verify_url(self) -> Delivery:
        """Challenge the request URL (Slack docs, "url_verification"), always over HTTP."""
        challenge = secrets.token_urlsafe(32)
        request: Json = {
            "token": VERIFICATION_TOKEN,
            "challenge": challenge,
            "type": "url_verification",
        }
        delivery = Delivery("url_verification", request, ts=self.workspace.timestamps.next())
        await self.dispatcher.http.send(delivery)
        answer = delivery.json.get("challenge") if isinstance(delivery.json, dict) else None
        answers = {delivery.body.strip(), delivery.body.removeprefix("challenge="), answer}
        if delivery.error is None and challenge not in answers:
            delivery.error = "challenge_failed"
        self._record_delivery(delivery)
        return delivery

    # Wiring

    def _api(self) -> Api:
        return Api(
            self.workspace,
            self.views,
            self.outbox,
            self.triggers,
            self.agent,
            self.steps,
            self.tokens,
            self.installs,
            self._socket_url,
            self.app_events.revoked,
            self.tokens.first,
        )

    def _announce_connection(self) -> None:
        self.workspace.announce("connection", {"connected": self.dispatcher.connected})

    def _announce_faults(self) -> None:
        self.workspace.announce("faults", {"faults": self.faults.as_json()})

    def _record_delivery(self, delivery: Delivery) -> None:
        delivery.at = self.workspace.clock()
        self.deliveries.append(delivery)
        self.workspace.announce("record", delivery.as_json())

    def _record_call(self, call: Call) -> None:
        call.at = self.workspace.clock()
        self.calls.append(call)
        self.workspace.announce("record", call.as_json())

    def _response_url(self, key: str) -> str:
        return f"{self.base_url}response/{key}"

    def _socket_url(self) -> str:
        address = self.base_url.replace("http://", "ws://", 1)
        return f"{address}link/?ticket={self.socket.ticket()}"
