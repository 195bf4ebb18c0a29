"""Modals and App Home as the workspace keeps them: a stack of modals for each person."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from local_slack.messages import with_ids
from local_slack.payloads import Json, new_id
from local_slack.people import APP_ID, BOT_ID, Team
from local_slack.workspace import Workspace

# Slack docs, "Modals": a stack holds at most three views.
STACK_MOST = 3

_KEPT = ("type", "title", "submit", "close", "private_metadata", "callback_id", "external_id")


@dataclass(eq=False)
class View:
    """One open view. `values` is what the person has filled in: {block_id: {action_id: state}}."""

    id: str
    user: str
    definition: Json
    blocks: list[Json]
    root_view_id: str
    team: Team
    previous_view_id: str | None = None
    values: Json = field(default_factory=dict)
    hash: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def callback_id(self) -> str:
        """The app's name for this view; empty when it gave none."""
        return str(self.definition.get("callback_id") or "")

    @property
    def private_metadata(self) -> str:
        """What the app keeps with the view."""
        return str(self.definition.get("private_metadata") or "")

    @property
    def title(self) -> str:
        """The words at the modal's top."""
        return str((self.definition.get("title") or {}).get("text", ""))

    def as_json(self) -> Json:
        """Return the view in the shape of interaction payloads and `views.open`."""
        shown: Json = {
            "id": self.id,
            "team_id": self.team.id,
            "app_id": APP_ID,
            "app_installed_team_id": self.team.id,
            "bot_id": BOT_ID,
            "blocks": self.blocks,
            "state": {"values": self.values},
            "hash": self.hash,
            "root_view_id": self.root_view_id,
            "previous_view_id": self.previous_view_id,
            "clear_on_close": bool(self.definition.get("clear_on_close")),
            "notify_on_close": bool(self.definition.get("notify_on_close")),
        }
        for name in _KEPT:
            empty = None if name in {"title", "submit", "close"} else ""
            shown[name] = self.definition.get(name, empty)
        return shown


class Views:
    """Each person's open modals, the last on top, and each person's App Home."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.stacks: dict[str, list[View]] = {user: [] for user in workspace.users}
        self.homes: dict[str, View] = {}

    def find(self, view_id: str | None, external_id: str | None = None) -> View | None:
        """Return the open view with this id or external id."""
        for view in [*self.homes.values(), *(v for s in self.stacks.values() for v in s)]:
            if view.id == view_id:
                return view
            if external_id and view.definition.get("external_id") == external_id:
                return view
        return None

    def top(self, user: str) -> View | None:
        """Return the modal that the person sees."""
        return self.stacks[user][-1] if self.stacks[user] else None

    def open(self, user: str, definition: Mapping[str, Any]) -> View:
        """Open a modal; what was open before is gone, as only one stack exists at a time."""
        view = self._new(user, definition)
        self.stacks[user] = [view]
        self._announce(user)
        return view

    def push(self, user: str, definition: Mapping[str, Any]) -> View:
        """Put a modal on the stack; LookupError when none is open, ValueError when it is full."""
        stack = self.stacks[user]
        if not stack:
            raise LookupError("no modal is open")
        if len(stack) >= STACK_MOST:
            raise ValueError("the stack is full")
        view = self._new(user, definition)
        view.root_view_id = stack[0].id
        view.previous_view_id = stack[-1].id
        stack.append(view)
        self._announce(user)
        return view

    def update(self, view: View, definition: Mapping[str, Any]) -> None:
        """Replace a view's contents; what was typed stays where block and action ids do."""
        view.definition = dict(definition)
        view.blocks = with_ids(definition.get("blocks") or [])
        view.errors = {}
        kept = {block.get("block_id") for block in view.blocks}
        view.values = initial_values(view.blocks) | {
            block_id: state for block_id, state in view.values.items() if block_id in kept
        }
        view.hash = _new_hash()
        self._announce(view.user)

    def publish(self, user: str, definition: Mapping[str, Any]) -> View:
        """Show App Home to the person."""
        view = self.homes.get(user)
        if view is None:
            view = self.homes[user] = self._new(user, definition)
            self._announce(user)
        else:
            self.update(view, definition)
        return view

    def close(self, view: View) -> None:
        """Close one modal; the one under it shows again."""
        stack = self.stacks[view.user]
        if view in stack:
            stack.remove(view)
            self._announce(view.user)

    def clear(self, user: str) -> list[View]:
        """Close the person's whole stack; return what was closed, top first."""
        closed = self.stacks[user][::-1]
        self.stacks[user] = []
        self._announce(user)
        return closed

    def show_errors(self, view: View, errors: dict[str, str]) -> None:
        """Show words beside the modal's fields, by block id."""
        view.errors = errors
        self._announce(view.user)

    def shown(self, user: str) -> Json:
        """Return the person's stack and App Home for the page."""
        stack = [view.as_json() | {"errors": view.errors} for view in self.stacks[user]]
        home = self.homes.get(user)
        return {"user": user, "stack": stack, "home": home.as_json() if home else None}

    def _new(self, user: str, definition: Mapping[str, Any]) -> View:
        view_id = new_id("V")
        blocks = with_ids(definition.get("blocks") or [])
        return View(
            id=view_id,
            user=user,
            definition=dict(definition),
            blocks=blocks,
            root_view_id=view_id,
            team=self._workspace.team,
            values=initial_values(blocks),
            hash=_new_hash(),
        )

    def _announce(self, user: str) -> None:
        self._workspace.announce("views", self.shown(user))


def _new_hash() -> str:
    return f"{int(time.time())}.{secrets.token_hex(4)}"


def initial_values(blocks: list[Json]) -> Json:
    """Return the state that a view has before anyone touches it: {block_id: {action_id: …}}."""
    values: Json = {}
    for block in blocks:
        inner = [block.get("element"), block.get("accessory"), *(block.get("elements") or [])]
        for element in inner:
            if isinstance(element, dict) and block.get("type") != "rich_text":
                state = initial_state(element)
                if state is not None:
                    values.setdefault(block["block_id"], {})[element["action_id"]] = state
    return values


# How each element's state names what was chosen, and the key that sets it at first.
STATE_KEYS = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}


def initial_state(element: Mapping[str, Any]) -> Json | None:
    """Return an element's state before anyone touches it; None when it keeps none."""
    kind = str(element.get("type"))
    if kind not in STATE_KEYS:
        return None
    key, initial = STATE_KEYS[kind]
    empty: Any = [] if key in _LISTS else None
    return {"type": kind, key: element.get(initial, empty)}


_LISTS = {"selected_options", "selected_users", "selected_conversations", "selected_channels"}
