"""Slash commands (Slack docs, "Implementing slash commands")."""

from __future__ import annotations

import re
from collections.abc import Callable

from local_slack.api_args import ApiError
from local_slack.app_config import SlashCommand
from local_slack.built_in_commands import BuiltInCommands
from local_slack.dispatch import Dispatcher
from local_slack.messages import escape, wire_text
from local_slack.payloads import Json
from local_slack.people import (
    APP_ID,
    BOT_USER_ID,
    VERIFICATION_TOKEN,
    Channel,
    User,
)
from local_slack.records import Delivery
from local_slack.responses import Responses, response_body
from local_slack.triggers import ResponseHook, ResponseHooks, Triggers
from local_slack.workspace import Workspace


class Commands:
    """Sends slash commands to the app and shows what comes back."""

    def __init__(
        self,
        workspace: Workspace,
        dispatcher: Dispatcher,
        triggers: Triggers,
        hooks: ResponseHooks,
        responses: Responses,
    ) -> None:
        self._workspace = workspace
        self._dispatcher = dispatcher
        self._triggers = triggers
        self._hooks = hooks
        self._responses = responses
        self.built_in = BuiltInCommands(workspace)
        # Set by the server, which knows its own address only once it listens.
        self.response_url: Callable[[str], str] = str

    async def run(
        self, user: User, channel: Channel, command: str, text: str, thread_ts: str | None = None
    ) -> Delivery:
        """Send one command; `.message` of the delivery is what the person is shown.

        Commands are found whatever their case; the app is told the name that it declared.
        Slack refuses commands in threads and commands that no app declares; then nothing is
        sent, `status` is None and `error` says which. Slack's own are not sent either.
        """
        known = self._declared(command)
        # People of another organization have the commands of their own apps only.
        if user.is_stranger or not self._workspace.installed:
            known = None
        if known is None and not self.built_in.knows(command):
            return self._refuse(user, channel, command, thread_ts, "unknown_command")
        if thread_ts is not None:
            return self._refuse(user, channel, command, thread_ts, "not_in_threads")
        if known is not None:
            return await self._send(user, channel, known, text)
        done = Delivery("command", {"command": command, "text": text}, transport="none")
        done.message = self.built_in.run(user, channel, command, text)
        done.ts = done.message.ts
        return done

    def _declared(self, command: str) -> SlashCommand | None:
        declared = self._workspace.config.commands
        return next((each for each in declared if each.command.lower() == command.lower()), None)

    async def _send(self, user: User, channel: Channel, known: SlashCommand, text: str) -> Delivery:
        key, hook = self._hooks.new(user.id, channel.id)
        sent_text = wire_text(text) if known.should_escape else escape(text)
        request = self._request(user, channel, known.command, sent_text) | {
            "response_url": self.response_url(key)
        }
        delivery = await self._dispatcher.send(Delivery("command", request))
        self._show(delivery, hook, f'{known.command} failed with the error "{{error}}"')
        return delivery

    def _show(self, delivery: Delivery, hook: ResponseHook, failure: str) -> None:
        body = response_body(delivery) if delivery.ok else None
        if body is not None:
            try:
                delivery.message = self._responses.show("slash command response", body, hook)
                hook.source = delivery.message
            except ApiError as refusal:
                delivery.error = refusal.code
        if delivery.error is not None:
            words = failure.format(error=delivery.error)
            delivery.message = self._workspace.tell(hook.user, hook.channel, words)

    def _refuse(
        self, user: User, channel: Channel, command: str, thread_ts: str | None, error: str
    ) -> Delivery:
        words = {
            "unknown_command": f"{command} is not a command of this workspace.",
            "not_in_threads": f"{command} does not work in threads. "
            "Slack takes slash commands in the channel only.",
        }[error]
        delivery = Delivery("command", {"command": command}, transport="none", error=error)
        delivery.ts = self._workspace.timestamps.next()
        delivery.message = self._workspace.tell(user.id, channel.id, words, thread_ts)
        return delivery

    def _request(self, user: User, channel: Channel, command: str, text: str) -> Json:
        team = self._workspace.team
        organization = {f"enterprise_{k}": v for k, v in (team.enterprise or {}).items()}
        return organization | {
            "token": VERIFICATION_TOKEN,
            "team_id": team.id,
            "team_domain": team.domain,
            "channel_id": channel.id,
            "channel_name": channel.payload_name,
            "user_id": user.id,
            "user_name": user.name,
            "command": command,
            "text": text,
            "api_app_id": APP_ID,
            "is_enterprise_install": "true" if team.enterprise else "false",
            "trigger_id": self._triggers.new(user.id),
        }


_COMMAND = re.compile(r"(/\S+)(?:\s+(.*))?\Z", re.DOTALL)


def split_command(typed: str) -> tuple[str, str] | None:
    """Return the command and its text when what was typed is a slash command."""
    match = _COMMAND.match(typed.strip())
    return (match[1], (match[2] or "").strip()) if match else None


def resolve_names(typed: str, workspace: Workspace) -> str:
    """Turn `@name` and `#channel` as a person types them into Slack's references."""

    def user(match: re.Match[str]) -> str:
        for each in workspace.users.values():
            if match[1].lower() == each.name.lower():
                return f"<@{each.id}>"
        return match[0]

    def channel(match: re.Match[str]) -> str:
        for each in workspace.channels.values():
            if each.kind not in {"im", "mpim"} and match[1].lower() == each.name.lower():
                return f"<#{each.id}|{each.name}>"
        return match[0]

    named = typed.replace("<@BOT>", f"<@{BOT_USER_ID}>")
    named = re.sub(r"(?<![\w<])@([\w-]+(?:\.[\w-]+)*)", user, named)
    return re.sub(r"(?<![\w<&/])#([\w-]+)", channel, named)
