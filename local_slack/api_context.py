"""What the Web API's methods work on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from local_slack.agent import Agent
from local_slack.api_args import ApiError, Args
from local_slack.installs import Installs
from local_slack.payloads import Json
from local_slack.people import BOT_USER_ID, Channel
from local_slack.scopes import by_kind
from local_slack.sending import Outbox
from local_slack.steps import Steps
from local_slack.tokens import Token, Tokens
from local_slack.triggers import Triggers
from local_slack.views import Views
from local_slack.workspace import Workspace


@dataclass(frozen=True)
class Api:
    """The parts of the workspace that methods use; `caller` is the token of this call.

    `socket_url` returns a fresh Socket Mode address; `on_revoked` hears that a token ended.
    """

    workspace: Workspace
    views: Views
    outbox: Outbox
    triggers: Triggers
    agent: Agent
    steps: Steps
    tokens: Tokens
    installs: Installs
    socket_url: Callable[[], str]
    on_revoked: Callable[[], None]
    caller: Token

    def require(self, *any_of: str) -> None:
        """Raise `missing_scope` unless the caller has one of these scopes."""
        if not self.caller.allows(*any_of):
            provided = ",".join(sorted(self.caller.scopes or ()))
            raise ApiError("missing_scope", needed=",".join(any_of), provided=provided)

    def require_for(self, channel: Channel, act: str) -> None:
        """Raise `missing_scope` unless the caller may `read` or see `history` of its kind."""
        self.require(by_kind(channel, act))

    def is_member(self, channel: Channel) -> bool:
        """Whether the bot is in the channel."""
        return BOT_USER_ID in channel.members

    def visible_channel(self, channel_id: str, *, or_name: bool = False) -> Channel:
        """Return a channel that the bot can see; `channel_not_found` otherwise.

        Slack takes ids; methods that post take a name as well, with or without `#`.
        """
        channel = self.workspace.channels.get(channel_id)
        if channel is None and or_name:
            named = channel_id.removeprefix("#")
            found = (c for c in self.workspace.channels.values() if c.name == named)
            channel = next(found, None)
        if channel is None or (channel.kind != "channel" and not self.is_member(channel)):
            raise ApiError("channel_not_found")
        return channel


Method = Callable[[Api, Args], Awaitable[Json]]
