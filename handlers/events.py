"""What handlers of events share: which events count, and taking each on once."""

from typing import Any

from bot.state import Deliveries

# Subtypes that are a person's own new message (Slack docs, "message event", "Message subtypes").
_PERSONAL = frozenset({None, "file_share", "thread_broadcast", "me_message"})


def from_person(event: dict[str, Any]) -> bool:
    """Whether a message event is a person's new message: no bot's, no edit, no deletion."""
    return (
        event.get("subtype") in _PERSONAL
        and not event.get("bot_id")
        and not event.get("bot_profile")
        and bool(event.get("user"))
        and bool(event.get("channel"))
        and bool(event.get("ts"))
    )


async def taken_on(deliveries: Deliveries, body: dict[str, Any]) -> bool:
    """Whether this delivery is the first of its event, and so to be answered."""
    key = (str(body.get(part, "")) for part in ("api_app_id", "team_id", "event_id"))
    return not body.get("event_id") or await deliveries.claim(*key)
