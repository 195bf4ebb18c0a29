"""Buttons that post or open something: each press is taken on once.

A press may arrive twice, as any request may, and a person may press twice. The first is told by the
whole request, which is remembered as long as a delivery; the second by the button, for a while.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot import pending
from bot.state import Claim, Deliveries
from bot.state.deliveries import KEEP_S
from handlers.places import container

DOUBLE_CLICK_S = 3.0
"""Pressed again within this time after the work is done, a button was meant once."""
COPY_S = 30.0
"""One copy of an answer is enough for so long."""
ASKED_S = KEEP_S
"""Nobody need be asked the same twice in this time."""


async def once(
    deliveries: Deliveries,
    body: Mapping[str, Any],
    work: Callable[[], Awaitable[None]],
    keep_s: float = DOUBLE_CLICK_S,
) -> None:
    """Do `work` for this press, unless it was done for it, or is being done, here or elsewhere.

    For `keep_s` it is not done again; what failed may be tried again sooner. Raises what `work`
    raises.
    """

    async def pressed(claim: Claim) -> None:
        await deliveries.hold(claim)
        await work()

    async def arrived(_: Claim) -> None:
        await deliveries.once(_button(body), pressed, keep_s=keep_s, failed_s=DOUBLE_CLICK_S)

    with pending.work(holds_reply=False):
        await deliveries.once(_request(body), arrived)


def _request(body: Mapping[str, Any]) -> tuple[str, ...]:
    """Names the request: of a person's second press, the trigger and the time are others."""
    told = {name: value for name, value in body.items() if name != "token"}  # never stored
    return "press", hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _button(body: Mapping[str, Any]) -> tuple[str, ...]:
    """Names the button and who presses it."""
    standing, view = container(body), body.get("view") or {}
    pressed: Mapping[str, Any] = next(iter(body.get("actions") or ()), {})
    named = [
        _id(body, "team"),
        _id(body, "user"),
        standing.get("channel_id") or _id(body, "channel"),
        standing.get("message_ts") or view.get("id"),
        pressed.get("action_id"),
        pressed.get("value"),
    ]
    whole = json.dumps(named, default=str).encode()
    return "button", hashlib.sha256(whole).hexdigest()


def _id(body: Mapping[str, Any], part: str) -> str:
    """The id of a request's team, user or channel."""
    return str((body.get(part) or {}).get("id", ""))
