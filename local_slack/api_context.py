"""What the Web API's methods work on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from local_slack.api_args import ApiError, Args
from local_slack.messages import Message
from local_slack.payloads import Json
from local_slack.people import BOT_USER_ID, Channel
from local_slack.sending import Outbox
from local_slack.triggers import Triggers
from local_slack.views import Views
from local_slack.workspace import Workspace


@dataclass
class Api:
    """The parts of the workspace that methods use.

    `socket_url` returns a fresh Socket Mode address; `on_bot_message` hears of every
    message that the bot posts, since Slack sends it back to the app as an event.
    """

    workspace: Workspace
    views: Views
    outbox: Outbox
    triggers: Triggers
    socket_url: Callable[[], str]
    on_bot_message: Callable[[Message], None]

    def visible_channel(self, channel_id: str) -> Channel:
        """Return a channel that the bot can see; `channel_not_found` otherwise."""
        channel = self.workspace.channels.get(channel_id)
        if channel is None:
            named = channel_id.removeprefix("#")
            found = (c for c in self.workspace.channels.values() if c.name == named)
            channel = next(found, None)
        private = channel is not None and channel.kind != "channel"
        if channel is None or (private and BOT_USER_ID not in channel.members):
            raise ApiError("channel_not_found")
        return channel


Method = Callable[[Api, Args], Awaitable[Json]]
