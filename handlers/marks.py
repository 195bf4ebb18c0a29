"""A mark on each answer that says which message it answers, for whoever takes over.

A process may die between Slack's taking its answer and its own noting that: the one that takes
over then asks Slack whether the answer is there. And where the database can't tell who has a
message, Slack's own order does: of two answers the later one is taken back.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack_errors import CALL_FAILURES, why
from bot.state import Claim, Deliveries

_log = logging.getLogger(__name__)

_ANSWER = "levelbot_answer"
_MOST = 200
"""Messages looked through; whoever takes over comes within minutes."""


Mark = dict[str, Any]
"""A message's metadata (Slack docs, "Message metadata")."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the answer to something stands, or will."""

    client: AsyncWebClient
    channel: str
    thread_ts: str | None
    asked: str
    """What it answers: the `ts` of a message, or what names a submitted modal."""
    since_ts: str
    """It was not posted before."""

    @property
    def mark(self) -> Mark:
        """The mark of the answer."""
        return {"event_type": _ANSWER, "event_payload": {"question_ts": self.asked}}

    async def answer(self) -> str | None:
        """The `ts` of the answer; None when there is none, or Slack can't be asked."""
        return min(await self._marked(), default=None)

    async def only(self, posted_ts: str) -> str:
        """Take back the answer just posted if there was one; returns the `ts` of what stays.

        Of two processes that answer at once both come here, and Slack gave one of them the first
        place: so one answer stays. Never raises.
        """
        first = min(await self._marked(), default=posted_ts)
        if first >= posted_ts:
            return posted_ts
        try:
            await self.client.chat_delete(channel=self.channel, ts=posted_ts)
        except CALL_FAILURES as error:
            _log.warning("could not take back a second answer: %s", why(error))
            return posted_ts
        _log.warning("took back a second answer: another process was quicker")
        return first

    async def _marked(self) -> list[str]:
        """The `ts` of every answer to that message; empty where Slack can't be asked."""
        # With `oldest` alone, what is next to it comes first (Slack docs, "Pagination").
        since: dict[str, Any] = {
            "channel": self.channel,
            "oldest": self.since_ts,
            "limit": _MOST,
            "include_all_metadata": True,
        }
        try:
            if self.thread_ts:
                found = await self.client.conversations_replies(ts=self.thread_ts, **since)
            else:
                found = await self.client.conversations_history(**since)
        except CALL_FAILURES as error:
            _log.info("could not look for an earlier answer: %s", why(error))
            return []
        messages = found.get("messages") or []
        return [str(each["ts"]) for each in messages if each.get("metadata") == self.mark]


async def post_once(
    deliveries: Deliveries, claim: Claim, spot: Spot, post: Callable[[Mark], Awaitable[str | None]]
) -> str | None:
    """Post with the mark, if that is this process's to do; returns the `ts` of what stays.

    None where nothing stands for all. Raises LostClaimError, and what `post` raises.
    """
    is_sure = await deliveries.hold(claim) and not claim.in_doubt
    ts = await post(spot.mark)
    if ts and not (is_sure and deliveries.held(claim)):
        return await spot.only(ts)
    return ts
