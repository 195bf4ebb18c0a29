"""What tests and scripts do with a workspace: act as its people, and see what they see."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from local_slack.agent import AgentState
from local_slack.consent import requested
from local_slack.faults import Faults
from local_slack.messages import Message
from local_slack.people import BOT_USER_ID, TEAM, Channel, Team, User
from local_slack.records import Call, Delivery
from local_slack.session import Session
from local_slack.steps import StepRun
from local_slack.views import View


class People(ABC):
    """The people's side of a workspace.

    Users and channels are given as objects, ids or names wherever a method takes them; the
    first person and the first channel stand in when they are left out.
    """

    @property
    @abstractmethod
    def session(self) -> Session:
        """The parts of the running workspace; RuntimeError before the start."""

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

    def group_dm(self, *users: User | str) -> Channel:
        """Return the group direct message of the bot and these people."""
        return self.session.workspace.group_dm({self._user(user).id for user in users})

    def agent(self, channel: Channel | str | None = None) -> AgentState:
        """Return the suggested prompts, statuses and titles of a channel, at first the bot's DM."""
        where = self.dm() if channel is None else self._channel(channel)
        return self.session.agent.state(where.id)

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

    async def edit(self, message: Message, text: str) -> None:
        """Change what a person posted; the app hears of it as `message_changed`."""
        self.session.edit(message, text)

    async def delete(self, message: Message) -> None:
        """Delete what a person posted; the app hears of it as `message_deleted`."""
        self.session.delete(message)

    async def run_step(
        self,
        callback_id: str,
        inputs: Mapping[str, Any] | None = None,
        *,
        user: User | str | None = None,
        timeout_s: float = 30.0,
    ) -> StepRun:
        """Run a custom step as Workflow Builder does; return it once the app has ended it.

        LookupError when the manifest has no such step, ValueError for inputs that do not fit,
        TimeoutError when the app neither completes nor fails it.
        """
        run = self.session.steps.run(callback_id, inputs or {}, self._user(user))
        await self.wait_until(lambda: run.done, timeout_s=timeout_s)
        return run

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

    async def redeliver(self, delivery: Delivery, reason: str = "http_timeout") -> Delivery:
        """Deliver an event again, as Slack does when the answer to it got lost."""
        return await self.session.events.again(delivery, reason)

    async def verify_url(self) -> Delivery:
        """Send `url_verification`; the delivery's `error` says why the app's answer won't do."""
        return await self.session.verify_url()

    def install(self, authorize_url: str, team: Team = TEAM, *, org_wide: bool = False) -> str:
        """Agree to what an app asks for at its authorize address; return where that leads.

        The address returned is the app's redirect URL with a code. `ApiError` when Slack would
        refuse the request itself.
        """
        request = requested(dict(parse_qsl(urlsplit(authorize_url).query)))
        user = self._user(None).id
        return self.session.installs.agree(request, team.id, user, org_wide=org_wide)

    def visit(self, team: Team) -> None:
        """Go to another workspace: what people do from now on, they do there."""
        self.session.installs.visit(team)

    def uninstall(self) -> None:
        """Take the app out of the workspace visited (`app_uninstalled`, `tokens_revoked`)."""
        self.session.installs.uninstall(self.session.workspace.team)

    def open_home(self, user: User | str | None = None, *, tab: str = "home") -> None:
        """Open the app's page, on its `home` or `messages` tab (`app_home_opened`)."""
        self.session.open_home(self._user(user), tab)

    # What they see

    async def next_message(
        self, after: Message | Delivery | None = None, *, timeout_s: float = 30.0
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

    async def wait_until(self, met: Callable[[], bool], *, timeout_s: float = 30.0) -> None:
        """Return once `met()` is true, asked after every change; else TimeoutError."""
        await self.session.workspace.wait_until(met, timeout_s)

    async def idle(self) -> None:
        """Return when every event was answered, redeliveries included."""
        await self.session.background.idle()

    def messages(self, channel: Channel | str | None = None) -> list[Message]:
        """Top-level messages that everyone in the channel sees, oldest first."""
        shown = self.session.workspace.timeline(self._channel(channel).id)
        return [message for message in shown if not message.deleted]

    @property
    def said(self) -> list[Message]:
        """Everything that the bot has said anywhere, to one or to all, oldest first."""
        return [message for message in self.session.workspace.log if message.by_bot]

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
        return self.session.faults

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
