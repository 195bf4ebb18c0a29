"""What an agent shows beside messages: suggested prompts, a status, a thread's title.

Slack docs, "assistant.threads.setSuggestedPrompts" and its neighbors. In the agent
experience (`agent_view`) prompts belong to the direct message, not to a thread in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from local_slack.messages import Message
from local_slack.payloads import Json
from local_slack.workspace import Workspace


@dataclass
class AgentState:
    """One direct message's prompts and titles, and one status a thread of any channel."""

    prompts: list[Json] = field(default_factory=list)
    prompts_title: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, Json] = field(default_factory=dict)


class Agent:
    """The state of each channel, by its id."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.states: dict[str, AgentState] = {}

    def state(self, channel: str) -> AgentState:
        """Return the channel's state; the manifest's prompts stand in it at first."""
        found = self.states.get(channel)
        if found is None:
            first = [vars(each).copy() for each in self._workspace.config.prompts]
            found = self.states[channel] = AgentState(prompts=first)
        return found

    def suggest(self, channel: str, prompts: list[Json], title: str) -> None:
        """Show these prompts in the direct message."""
        state = self.state(channel)
        state.prompts, state.prompts_title = prompts, title
        self._announce(channel)

    def set_status(self, channel: str, thread_ts: str, status: str, loading: list[str]) -> None:
        """Show that the app is at work in a thread; an empty status ends it."""
        statuses = self.state(channel).statuses
        if status:
            statuses[thread_ts] = {"status": status, "loading_messages": loading}
        else:
            statuses.pop(thread_ts, None)
        self._announce(channel)

    def set_title(self, channel: str, thread_ts: str, title: str) -> None:
        """Name a thread in the direct message."""
        self.state(channel).titles[thread_ts] = title
        self._announce(channel)

    def answered(self, message: Message) -> None:
        """End the status of a thread once the app has posted there, as Slack does."""
        state = self.states.get(message.channel)
        thread_ts = message.thread_ts or ""
        if message.by_bot and state is not None and thread_ts in state.statuses:
            del state.statuses[thread_ts]
            self._announce(message.channel)

    def shown(self, channel: str) -> Json:
        """Return the channel's state for the page."""
        state = self.state(channel)
        return {
            "channel": channel,
            "prompts": state.prompts,
            "prompts_title": state.prompts_title,
            "titles": dict(state.titles),
            "statuses": dict(state.statuses),
        }

    def all_shown(self, channels: Iterable[str]) -> Json:
        """Return what the page shows of these channels, by id."""
        return {channel: self.shown(channel) for channel in channels}

    def _announce(self, channel: str) -> None:
        self._workspace.announce("agent", self.shown(channel))
