"""What happens in the workspace, told to the app as events, those that it hears only."""

from __future__ import annotations

from collections.abc import Callable

from local_slack import conversation_events
from local_slack.dispatch import envelope
from local_slack.messages import Message
from local_slack.payloads import Json
from local_slack.people import BOT_USER_ID
from local_slack.scopes import heard
from local_slack.workspace import TellNobody, Workspace


class AppEvents(TellNobody):
    """Turns what happens into events; `emit` delivers one in its envelope."""

    def __init__(self, workspace: Workspace, emit: Callable[[Json], None]) -> None:
        self._workspace = workspace
        self._emit = emit

    @property
    def heard(self) -> frozenset[str]:
        """The events that the app subscribed to and has the scopes for; none once it is gone."""
        config = self._workspace.config
        return heard(config.events, config.scopes) if self._workspace.installed else frozenset()

    def tell(self, event: Json) -> bool:
        """Deliver an event of the app's own; whether the app hears of such."""
        if event["type"] not in self.heard:
            return False
        self._send(event)
        return True

    def uninstalled(self) -> None:
        """Tell the app that it is no longer in the workspace: the last events that it gets."""
        self.revoked()
        now = self._workspace.timestamps.next()
        self.tell({"type": "app_uninstalled", "event_ts": now})
        self._workspace.installed = False

    def revoked(self) -> None:
        """Tell the app that its bot token is no longer valid."""
        tokens: Json = {"oauth": [], "bot": [BOT_USER_ID]}
        now = self._workspace.timestamps.next()
        self.tell({"type": "tokens_revoked", "tokens": tokens, "event_ts": now})

    def posted(self, message: Message) -> None:
        """See `TellNobody.posted`."""
        channel = self._workspace.channels[message.channel]
        parent = None
        if message.thread_ts is not None:
            parent = self._workspace.find(channel.id, message.thread_ts)
        for event in conversation_events.posted(message, channel, parent, self.heard):
            self._send(event)
        shared = conversation_events.links_shared(
            message, channel, self._workspace.config.unfurl_domains
        )
        if shared is not None:
            self.tell(shared)

    def changed(self, message: Message, before: Json, now: str) -> None:
        """See `TellNobody.changed`."""
        channel = self._workspace.channels[message.channel]
        for event in conversation_events.changed(message, before, channel, now, self.heard):
            self._send(event)

    def removed(self, message: Message, before: Json, now: str) -> None:
        """See `TellNobody.removed`."""
        channel = self._workspace.channels[message.channel]
        for event in conversation_events.removed(message, before, channel, now, self.heard):
            self._send(event)

    def _send(self, event: Json) -> None:
        channel = self._workspace.channels.get(str(event.get("channel")))
        shared = channel is not None and bool(channel.other_teams)
        self._emit(envelope(event, self._workspace.team, ext_shared=shared))
