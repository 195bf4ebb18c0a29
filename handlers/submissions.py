"""Submitted modals that post something: each is taken on once, however often it is sent."""

import hashlib
import json
from typing import Any

from bot import pending
from bot.state import Deliveries
from bot.state.deliveries import Parked, Work


async def once(deliveries: Deliveries, body: dict[str, Any], work: Work) -> None:
    """Do `work` for this modal, unless this or another process has done it or is at it.

    Its acknowledgement waits for it, as with events, so that a process that dies before has not
    closed the modal. Raises what `work` raises.
    """
    with pending.work() as ours:
        await deliveries.once(_key(body), work, Parked(body, ours.kept))


def _key(body: dict[str, Any]) -> tuple[str, ...]:
    """Names the modal and what it posts: pressed twice, it is sent twice and still the same."""
    view, team = body.get("view") or {}, body.get("team") or {}
    if not view.get("id"):
        told = {name: value for name, value in body.items() if name != "token"}  # never stored
        return "submission", hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    posts = hashlib.sha256(str(view.get("private_metadata")).encode()).hexdigest()[:16]
    return "submission", str(team.get("id", "")), str(view["id"]), posts
