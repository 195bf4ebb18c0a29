"""Which events a message in a conversation makes, in the shapes that Slack sends."""

from __future__ import annotations

from collections.abc import Collection

from local_slack.messages import Message
from local_slack.payloads import Json
from local_slack.people import BOT_USER_ID, TEAM_ID, Channel


def events_of(
    message: Message, channel: Channel, parent: Message | None, subscribed: Collection[str]
) -> list[Json]:
    """Return the events of one message, those subscribed to only.

    Nothing reaches an app about a channel that its bot is not in (docs: "app_mention event").
    """
    if BOT_USER_ID not in channel.members or message.ephemeral_to:
        return []
    kind = {"im": "im", "mpim": "mpim", "group": "groups"}.get(channel.kind, "channels")
    base = message.as_json() | {"channel": channel.id, "event_ts": message.ts}
    if parent is not None and parent is not message:
        base["parent_user_id"] = parent.user
    found: list[Json] = []
    if message.subtype == "channel_join" and "member_joined_channel" in subscribed:
        found.append(_joined(message, channel))
    if mentions_bot(message) and channel.kind != "im" and "app_mention" in subscribed:
        found.append(base | {"type": "app_mention"})
    if f"message.{kind}" in subscribed:
        found.append(base | {"type": "message", "channel_type": channel.kind})
    return found


def _joined(message: Message, channel: Channel) -> Json:
    return {
        "type": "member_joined_channel",
        "user": message.user,
        "channel": channel.id,
        "channel_type": "G" if channel.kind == "group" else "C",
        "team": TEAM_ID,
        "inviter": message.inviter,
        "event_ts": message.ts,
    }


def mentions_bot(message: Message) -> bool:
    """Whether a person's message names the bot."""
    return not message.by_bot and message.subtype is None and f"<@{BOT_USER_ID}>" in message.text
