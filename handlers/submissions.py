"""Submitted modals that post something: each is taken on once, also when it arrives again."""

import hashlib
import json
from typing import Any

from bot import pending
from bot.state import Deliveries
from bot.state.deliveries import Parked, Work


async def once(deliveries: Deliveries, body: dict[str, Any], work: Work) -> None:
    """Do `work` for this submission, unless this or another process has done it or is at it.

    Its acknowledgement waits for it, as with events, so that a process that dies before has not
    closed the modal. Raises what `work` raises.
    """
    with pending.work() as ours:
        await deliveries.once(_key(body), work, Parked(body, ours.kept))


def _key(body: dict[str, Any]) -> tuple[str, ...]:
    """Names the submission: a second try of the person's has another trigger, at least."""
    told = {name: value for name, value in body.items() if name != "token"}  # never stored
    whole = json.dumps(told, sort_keys=True).encode()
    return "submission", hashlib.sha256(whole).hexdigest()
