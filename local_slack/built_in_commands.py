"""Slack's own slash commands, as far as this workspace has them: `/invite`."""

from __future__ import annotations

from collections.abc import Callable

from local_slack.app_config import SlashCommand
from local_slack.messages import Message
from local_slack.people import Channel, User
from local_slack.workspace import Workspace

BUILT_IN = (SlashCommand("/invite", "Bring someone into this channel", "@name"),)

Run = Callable[[User, Channel, str], Message]


class BuiltInCommands:
    """Runs what Slack itself does with a command; the app is told as of any other change."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._runs: dict[str, Run] = {"/invite": self._invite}

    def knows(self, command: str) -> bool:
        """Whether Slack has a command of this name, in whatever case it was typed."""
        return command.lower() in self._runs

    def run(self, user: User, channel: Channel, command: str, text: str) -> Message:
        """Do what the command says; return what was said of it."""
        return self._runs[command.lower()](user, channel, text)

    def _invite(self, inviter: User, channel: Channel, text: str) -> Message:
        """Bring those named into the channel; return the last thing that was said of it."""

        def refuse(words: str) -> Message:
            return self._workspace.tell(inviter.id, channel.id, words)

        if channel.kind in {"im", "mpim"}:
            return refuse("Nobody can be invited to a direct message.")
        names = [each.strip("@<>,").lower() for each in text.split()]
        users = {name: self._named(name) for name in names}
        unknown = [name for name, user in users.items() if user is None]
        if unknown or not users:
            words = f"Nobody here is called @{unknown[0]}." if unknown else "Say whom to invite."
            return refuse(f"{words} For example: /invite @{self._workspace.config.name}")
        said = None
        for user in users.values():
            if user is None or user.id in channel.members:
                continue
            said = self._workspace.welcome(user, channel, inviter.id)
        return said or refuse(f"@{names[0]} is already in #{channel.name}.")

    def _named(self, name: str) -> User | None:
        for user in self._workspace.users.values():
            if name in {user.id.lower(), user.name.lower()}:
                return user
        return None
