"""Keeping the workspace in a file from one run to the next.

What is kept: conversations and who is in them, messages, what was read, App Home, the agent's
prompts, installs with their tokens. What is not: open modals, triggers, response URLs, the
record of requests; Slack's clients lose the first on a reload, and the rest lives for minutes.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from local_slack.agent import AgentState
from local_slack.messages import Message
from local_slack.payloads import Json
from local_slack.people import Channel, Team
from local_slack.session import Session
from local_slack.tokens import Token

logger = logging.getLogger("local_slack")

VERSION = 1
SAVE_DELAY_S = 0.5


class StateFile:
    """Loads a workspace from a file at the start, and saves it after changes and at the end."""

    def __init__(self, path: Path, session: Session) -> None:
        self._path = path
        self._session = session
        self._changed = asyncio.Event()
        self._saving: asyncio.Task[None] | None = None

    def load(self) -> None:
        """Fill the workspace; nothing happens without a file.

        Raises OSError when it cannot be read, ValueError when it is no state of a workspace.
        """
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        try:
            restore(self._session, json.loads(text))
        except (KeyError, TypeError, AttributeError, ValueError) as problem:
            raise ValueError(
                f"{self._path}: not the state of a local workspace ({problem!r}); "
                "move it away to start afresh"
            ) from problem

    async def follow(self) -> None:
        """Save now, so that an unwritable place shows at once, and then after every change."""
        self.save()
        self._saving = asyncio.create_task(self._save_changes())

    async def stop(self) -> None:
        """Save for the last time."""
        if self._saving is not None:
            self._saving.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._saving
            self.save()

    def save(self) -> None:
        """Write the state whole or not at all, for this user's eyes only: it holds tokens."""
        beside = self._path.with_name(f"{self._path.name}.new")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(dump(self._session), file)
        beside.replace(self._path)

    async def _save_changes(self) -> None:
        with self._session.workspace.listening(lambda _kind, _data: self._changed.set()):
            while True:
                await self._changed.wait()
                # Many changes come together; one save does for all of them.
                await asyncio.sleep(SAVE_DELAY_S)
                self._changed.clear()
                try:
                    self.save()
                except OSError as problem:
                    logger.warning("the state was not saved: %s", problem)


def dump(session: Session) -> Json:
    """Return the state as JSON values."""
    workspace = session.workspace
    return {
        "version": VERSION,
        "team": asdict(workspace.team),
        "installed": workspace.installed,
        "channels": [
            asdict(channel) | {"members": sorted(channel.members)}
            for channel in workspace.channels.values()
        ],
        "messages": [_plain(message) for message in workspace.log],
        "reads": workspace.reads,
        "homes": {user: view.definition for user, view in session.views.homes.items()},
        "agent": {channel: asdict(state) for channel, state in session.agent.states.items()},
        "tokens": [
            asdict(token) | {"scopes": None if token.scopes is None else sorted(token.scopes)}
            for token in session.tokens.installed()
        ],
    }


def restore(session: Session, state: Json) -> None:
    """Put a dumped state into a fresh session."""
    if state["version"] != VERSION:
        raise ValueError(f"version {state['version']}, this one reads {VERSION}")
    workspace = session.workspace
    messages = [Message(**each) for each in state["messages"]]
    channels = [Channel(**each | _channel(each)) for each in state["channels"]]
    tokens = [_token(each) for each in state["tokens"]]
    workspace.team, workspace.installed = Team(**state["team"]), bool(state["installed"])
    workspace.channels = {channel.id: channel for channel in channels}
    workspace.log = messages
    workspace.timestamps.start_after([message.ts for message in messages])
    for user, reads in state["reads"].items():
        workspace.reads[user] = reads
    for user, definition in state["homes"].items():
        session.views.publish(user, definition)
    for channel, kept in state["agent"].items():
        session.agent.states[channel] = AgentState(**kept)
    for token in tokens:
        session.tokens.keep(token)


def _plain(message: Message) -> Json:
    return {each.name: getattr(message, each.name) for each in fields(message)}


def _channel(kept: Json) -> Json:
    return {"members": set(kept["members"]), "other_teams": tuple(kept["other_teams"])}


def _token(kept: Json) -> Token:
    scopes: Any = kept["scopes"]
    changed = {
        "scopes": None if scopes is None else frozenset(scopes),
        "team": Team(**kept["team"]),
    }
    return Token(**kept | changed)
