"""What handlers of events share: which events count, and taking each on once."""

import re
from collections.abc import Mapping
from typing import Any

from bot import pending
from bot.state import Claim, Deliveries
from bot.state.deliveries import Parked, Work, doubted

# Subtypes that are a person's own new message (Slack docs, "message event", "Message subtypes").
_PERSONAL = frozenset({None, "file_share", "thread_broadcast", "me_message"})


_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")


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


def is_direct(event: Mapping[str, Any]) -> bool:
    """Whether an event is of a direct message with the bot. Not every event has `channel_type`."""
    return event.get("channel_type") == "im" or str(event.get("channel", "")).startswith("D")


def mentions_anyone(event: dict[str, Any]) -> bool:
    """Whether a message calls somebody, the bot or a person."""
    return bool(_MENTION.search(event.get("text") or ""))


def mentions(message: dict[str, Any], body: dict[str, Any]) -> bool:
    """Whether a message calls the bot, whose user id Slack names beside the event."""
    called = set(_MENTION.findall(message.get("text") or ""))
    return any(each.get("user_id") in called for each in body.get("authorizations") or ())


async def once(deliveries: Deliveries, body: dict[str, Any], work: Work) -> None:
    """Do `work` for this event, unless this or another process has done it or is at it.

    When the other dies on it, `work` is done here after all. Raises what `work` raises.
    """
    key = tuple(str(body.get(part, "")) for part in ("api_app_id", "team_id", "event_id"))
    is_again = pending.is_again()

    async def once_more(claim: Claim) -> None:
        # Who had it first may have answered, and could not tell the database.
        await work(doubted(claim) if is_again else claim)

    with pending.work() as ours:
        if body.get("event_id"):
            await deliveries.once(key, once_more, Parked(body, ours.kept))
        else:
            await work(Claim("", "", 1))
