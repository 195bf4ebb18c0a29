"""Messages as the workspace keeps them, and as Slack's payloads show them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from local_slack.payloads import Json, short_id
from local_slack.people import APP_ID, BOT_ID, TEAM_ID

# What a person types stays as typed except these, which are Slack's own references.
_REFERENCE = re.compile(
    r"<(?:@[UW][A-Z0-9]+|#C[A-Z0-9]+(?:\|[^<>|]*)?|https?://[^<>|\s]+(?:\|[^<>]*)?)>"
)
_BARE_LINK = re.compile(r"(?<![\w<|])(https?://[^\s<>|]+[^\s<>|.,;:!?)\]}'\"])")


@dataclass(frozen=True)
class Contents:
    """What an edit puts into a message."""

    text: str
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)


@dataclass(eq=False)
class Message:
    """One message. `ephemeral_to` is the only user who sees it, or None for everyone.

    Kept in place when it changes: a test that holds it sees the update, and `deleted`.
    """

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    ephemeral_to: str | None = None
    by_bot: bool = False
    team: str = TEAM_ID
    edited_ts: str | None = None
    deleted: bool = False
    client_msg_id: str | None = None
    attachments: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    reply_broadcast: bool = False
    # Slack's own words, such as `channel_join`, and who invited the one who joined.
    subtype: str | None = None
    inviter: str | None = None
    # What people chose in the message's selects and inputs: {block_id: {action_id: state}}.
    values: Json = field(default_factory=dict)

    def as_json(self) -> Json:
        """Return the message in the shape of `conversations.history`."""
        shown: Json = {"type": "message", "user": self.user, "ts": self.ts, "text": self.text}
        optional: Json = {
            "client_msg_id": self.client_msg_id,
            "blocks": self.blocks,
            "attachments": self.attachments,
            "thread_ts": self.thread_ts,
            "metadata": self.metadata,
            "subtype": self.subtype,
            "inviter": self.inviter,
        }
        shown |= {key: value for key, value in optional.items() if value}
        shown["team"] = self.team
        if self.by_bot:
            shown |= {"bot_id": BOT_ID, "app_id": APP_ID, "bot_profile": _bot_profile()}
        if self.team != TEAM_ID:
            shown |= {"user_team": self.team, "source_team": self.team}
        if self.edited_ts:
            shown["edited"] = {"user": self.user, "ts": self.edited_ts}
        if self.reply_broadcast:
            shown["subtype"] = "thread_broadcast"
        return shown


def _bot_profile() -> Json:
    return {"id": BOT_ID, "app_id": APP_ID, "deleted": False, "team_id": TEAM_ID}


def escape(text: str) -> str:
    """Escape `&`, `<`, `>` as Slack does (docs: "Formatting text for app surfaces")."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Undo `escape`."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def wire_text(typed: str) -> str:
    """Turn typed text into Slack's wire form: escaped, with references and bare links kept."""
    linked = _BARE_LINK.sub(r"<\1>", typed)
    parts: list[str] = []
    end = 0
    for match in _REFERENCE.finditer(linked):
        parts += [escape(linked[end : match.start()]), _escape_reference(match.group())]
        end = match.end()
    return "".join([*parts, escape(linked[end:])])


def _escape_reference(reference: str) -> str:
    return "<" + reference[1:-1].replace("&", "&amp;") + ">"


def rich_text(wire: str) -> list[Json]:
    """Return the `rich_text` block that Slack adds to a person's message."""
    elements: list[Json] = []
    end = 0
    for match in _REFERENCE.finditer(wire):
        elements += _plain(wire[end : match.start()])
        elements.append(_reference_element(match.group()[1:-1]))
        end = match.end()
    elements += _plain(wire[end:])
    section = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "block_id": short_id(), "elements": [section]}]


def _plain(wire: str) -> list[Json]:
    return [{"type": "text", "text": unescape(wire)}] if wire else []


def _reference_element(body: str) -> Json:
    target, _, label = body.partition("|")
    if target.startswith("@"):
        return {"type": "user", "user_id": target[1:]}
    if target.startswith("#"):
        return {"type": "channel", "channel_id": target[1:]}
    link: Json = {"type": "link", "url": unescape(target)}
    return link | {"text": unescape(label)} if label else link


def with_ids(blocks: Sequence[Json]) -> list[Json]:
    """Return the blocks with a `block_id` each and an `action_id` on each element.

    Slack fills in what the app left out before it stores a message or a view.
    """
    return [_with_ids(block) for block in blocks]


def attached(attachments: Sequence[Json]) -> list[Json]:
    """Attachments as Slack keeps them: each with its number, and ids in its blocks."""
    return [
        {
            "id": number,
            **each,
            **({"blocks": with_ids(each["blocks"])} if each.get("blocks") else {}),
        }
        for number, each in enumerate(attachments, start=1)
    ]


def _with_ids(block: Json) -> Json:
    filled = {**block}
    filled.setdefault("block_id", short_id())
    kind = filled.get("type")
    inner = "child_blocks" if kind == "container" else "elements"
    if isinstance(filled.get(inner), list) and kind in {"container", "carousel"}:
        filled[inner] = with_ids(filled[inner])
    for key in ("elements", "actions") if kind in _INTERACTIVE else ():
        if isinstance(filled.get(key), list):
            filled[key] = [_with_action_id(each) for each in filled[key]]
    for key in ("accessory", "element"):
        if isinstance(filled.get(key), dict):
            filled[key] = _with_action_id(filled[key])
    return filled


_INTERACTIVE = {"actions", "context_actions", "card"}


def _with_action_id(element: Json) -> Json:
    if element.get("type") == "image":
        return element
    return {**element, "action_id": element.get("action_id") or short_id()}
