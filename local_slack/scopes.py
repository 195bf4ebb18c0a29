"""Which scope each Web API method and each event needs (Slack docs, one page each)."""

from __future__ import annotations

from collections.abc import Iterable

from local_slack.people import Channel

# Any one of these opens the method; `by_kind` then says which the conversation itself needs.
READ = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
OPEN = ("im:write", "mpim:write", "channels:manage", "groups:write")

_PLURAL = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}

_OF_EVENTS: dict[str, tuple[str, ...]] = {
    "app_mention": ("app_mentions:read",),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "link_shared": ("links:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
}


def by_kind(channel: Channel, act: str) -> str:
    """Return the scope for `act` (`read` or `history`) in a conversation of this kind."""
    return f"{_PLURAL[channel.kind]}:{act}"


def heard(events: Iterable[str], scopes: frozenset[str] | None) -> frozenset[str]:
    """Return the events that an app with these scopes is sent; None stands for every scope."""
    if scopes is None:
        return frozenset(events)
    return frozenset(
        each for each in events if not (needs := _OF_EVENTS.get(each)) or scopes & set(needs)
    )
