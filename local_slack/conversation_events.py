"""Which events a message in a conversation makes, in the shapes that Slack sends.

Nothing reaches an app about a channel that its bot is not in (docs: "app_mention event"),
but for links of the app's own domains.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from local_slack.messages import Message, unescape
from local_slack.payloads import Json, new_id
from local_slack.people import BOT_USER_ID, TEAM_ID, Channel

_LINK = re.compile(r"<(https?://[^<>|\s]+)(?:\|[^<>]*)?>")
_CHANNEL_EVENTS = {
    "im": "message.im",
    "mpim": "message.mpim",
    "group": "message.groups",
    "channel": "message.channels",
}


def posted(
    message: Message, channel: Channel, parent: Message | None, heard: Collection[str]
) -> list[Json]:
    """Return the events of a new message, those that the app hears only."""
    if BOT_USER_ID not in channel.members or message.ephemeral_to:
        return []
    base = _base(message, channel, parent, message.ts)
    found: list[Json] = []
    if message.subtype == "channel_join" and "member_joined_channel" in heard:
        found.append(_membership("member_joined_channel", message, channel))
    if mentions_bot(message) and channel.kind != "im" and "app_mention" in heard:
        found.append(base | {"type": "app_mention"})
    if _CHANNEL_EVENTS[channel.kind] in heard:
        found.append(base | {"type": "message", "channel_type": channel.kind})
    return found


def changed(
    message: Message, before: Json, channel: Channel, now: str, heard: Collection[str]
) -> list[Json]:
    """Return the events of an edit; a mention in the new text is told as a mention again."""
    if BOT_USER_ID not in channel.members or message.ephemeral_to:
        return []
    found: list[Json] = []
    edited = message.text != before["text"]
    if edited and mentions_bot(message) and channel.kind != "im" and "app_mention" in heard:
        found.append(_base(message, channel, None, now) | {"type": "app_mention"})
    if _CHANNEL_EVENTS[channel.kind] in heard:
        found.append(
            _hidden("message_changed", channel, now)
            | {"message": message.as_json(), "previous_message": before}
        )
    return found


def removed(
    message: Message, before: Json, channel: Channel, now: str, heard: Collection[str]
) -> list[Json]:
    """Return the events of a deletion; a parent with replies is changed into a tombstone."""
    if (
        BOT_USER_ID not in channel.members
        or message.ephemeral_to
        or _CHANNEL_EVENTS[channel.kind] not in heard
    ):
        return []
    if message.subtype == "tombstone":
        event = _hidden("message_changed", channel, now) | {"message": message.as_json()}
    else:
        event = _hidden("message_deleted", channel, now) | {"deleted_ts": message.ts}
    return [event | {"previous_message": before}]


def links_shared(message: Message, channel: Channel, domains: Sequence[str]) -> Json | None:
    """Return the `link_shared` event of a person's message; None without a link to tell of.

    It is told also where the bot is no member (docs: "link_shared event").
    """
    links = shared_links(message.text, domains)
    if not links or message.by_bot or message.ephemeral_to:
        return None
    event: Json = {
        "type": "link_shared",
        "user": message.user,
        "channel": channel.id,
        "message_ts": message.ts,
        "links": links,
        "source": "conversations_history",
        "unfurl_id": f"{channel.id}.{message.ts}.{new_id('')}",
        "is_bot_user_member": BOT_USER_ID in channel.members,
        "event_ts": message.ts,
    }
    return event | ({"thread_ts": message.thread_ts} if message.thread_ts else {})


def shared_links(wire: str, domains: Sequence[str]) -> list[Json]:
    """Return the links of these domains (and their subdomains) as {domain, url}, each once."""
    found: dict[str, Json] = {}
    for match in _LINK.finditer(wire):
        url = unescape(match[1])
        host = urlsplit(url).hostname or ""
        for domain in domains:
            if host == domain or host.endswith("." + domain):
                found[url] = {"domain": domain, "url": url}
    return list(found.values())


def mentions_bot(message: Message) -> bool:
    """Whether a person's message names the bot."""
    return not message.by_bot and message.subtype is None and f"<@{BOT_USER_ID}>" in message.text


def _base(message: Message, channel: Channel, parent: Message | None, event_ts: str) -> Json:
    base = message.as_json() | {"channel": channel.id, "event_ts": event_ts}
    if parent is not None and parent is not message:
        base["parent_user_id"] = parent.user
    return base


def _hidden(subtype: str, channel: Channel, now: str) -> Json:
    return {
        "type": "message",
        "subtype": subtype,
        "hidden": True,
        "channel": channel.id,
        "channel_type": channel.kind,
        "ts": now,
        "event_ts": now,
    }


def _membership(kind: str, message: Message, channel: Channel) -> Json:
    return {
        "type": kind,
        "user": message.user,
        "channel": channel.id,
        "channel_type": "G" if channel.kind == "group" else "C",
        "team": TEAM_ID,
        "inviter": message.inviter,
        "event_ts": message.ts,
    }
