"""Answering a person's message: once, where it stands, and anew when it is edited."""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Answer
from bot.desk import Desk, Place
from bot.slack_errors import slack_code
from bot.state import Answered, Claim, Deliveries
from bot.state.database import FAILURES
from bot.state.deliveries import doubted
from handlers import offers
from handlers.marks import Mark, Spot, post_once
from handlers.replies import Reply, reply_to, tell_aside

_log = logging.getLogger(__name__)

Json = dict[str, Any]

CANT_UPDATE = frozenset(
    {"message_not_found", "edit_window_closed", "cant_update_message", "is_inactive"}
)
"""Slack's error codes for an answer that can't be changed any more (docs, "chat.update")."""

LOOK_EVERY_S = 0.25
LOOK_FOR_S = 8.0
"""A question that is edited right away may still be on its way to its first answer."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message that came in: its event, where it stands, and the claim on its delivery."""

    client: AsyncWebClient
    event: Json
    place: Place
    claim: Claim

    @property
    def spot(self) -> Spot:
        """Where its answer stands."""
        ts = str(self.event["ts"])
        return Spot(self.client, str(self.event["channel"]), self.thread_ts, ts, ts)

    def under(self, claim: Claim) -> "Heard":
        """The same, under the claim on the message itself."""
        return replace(self, claim=doubted(claim) if self.claim.in_doubt else claim)

    @property
    def text(self) -> str:
        """What the person wrote."""
        return self.event.get("text") or ""

    @property
    def thread_ts(self) -> str | None:
        """The thread to answer in: that of the message; its own in a channel."""
        thread_ts: str | None = self.event.get("thread_ts")
        return thread_ts or (self.event["ts"] if self.place.public else None)

    @property
    def edited_ts(self) -> str:
        """When the message was edited; empty when it was not."""
        return str((self.event.get("edited") or {}).get("ts", ""))


Ask = Callable[[Heard], Awaitable[Answer]]
"""Answers what was heard."""


class Answering:
    """Answers messages, and keeps what it has answered."""

    def __init__(self, desk: Desk, deliveries: Deliveries) -> None:
        self.desk = desk
        self.deliveries = deliveries

    async def answer(self, heard: Heard, ask: Ask) -> None:
        """Answer a message; one that has an answer already gets that brought up to date.

        It may have one when it was edited, or when another process died after answering it. Slack
        may tell of one message in several events, and of an edit too, which may overtake the
        message's own: the first answers, and another takes over when its process dies.
        """
        if heard.edited_ts:
            await self._answer_edited(heard, ask)
            return

        async def answer(claim: Claim) -> None:
            ours = heard.under(claim)
            is_first = await self._is_first(ours)
            if ours.claim.in_doubt:
                is_answered = await self._is_answered(ours, ask)
            else:
                is_answered = not is_first and await self._is_overtaken(ours)
            if not is_answered:
                await self._send(ours, await ask(ours))

        text = hashlib.sha256(heard.text.encode(errors="replace")).hexdigest()[:16]
        await self.deliveries.once((*_named(heard), text), answer)

    async def _answer_edited(self, heard: Heard, ask: Ask) -> None:
        async def answer(claim: Claim) -> None:
            ours = heard.under(claim)
            is_first = await self._is_first(ours)
            answered = await self.answer_to(ours, wait=not is_first)
            if answered is None:  # none was given, or it could not be remembered
                answered = await self._answer_at_slack(ours)
            if not is_first:
                ours = replace(ours, claim=doubted(ours.claim))
            if answered is None:
                await self._send(ours, await ask(ours))
            else:
                await self.update(ours, answered, ask)

        # Slack tells of an edit in two events.
        await self.deliveries.once((*_named(heard), "edited", heard.edited_ts), answer)

    async def _is_overtaken(self, heard: Heard) -> bool:
        """Whether an edit of the message came first, and its answer is given or on its way."""
        answered = await self.answer_to(heard, wait=True)
        return answered is not None and bool(answered.context.get("edited_ts"))

    async def _is_answered(self, heard: Heard, ask: Ask) -> bool:
        """Whether the process that died on this message had answered it before."""
        if await self.answer_to(heard, wait=False):
            return True
        answer_ts = await heard.spot.answer()
        if answer_ts is None:
            return False
        await self._keep(heard, await ask(heard), answer_ts)
        return True

    async def _answer_at_slack(self, heard: Heard) -> Answered | None:
        """The answer that the message has in Slack, of which nothing is remembered."""
        ts, event = await heard.spot.answer(), heard.event
        if ts is None:
            return None
        user = str(event["user"])
        return Answered(str(event["channel"]), event["ts"], heard.thread_ts or "", user, ts, {})

    async def answer_to(self, heard: Heard, *, wait: bool) -> Answered | None:
        """The answer that the message has; with `wait`, also one that is still being written."""
        for _ in range(int(LOOK_FOR_S / LOOK_EVERY_S) if wait else 1):
            answered = await self.desk.answer_to(heard.place, heard.event["ts"])
            if answered is not None:
                return answered if answered.answer_ts else None
            if wait:
                await asyncio.sleep(LOOK_EVERY_S)
        return None

    async def update(self, heard: Heard, answered: Answered, ask: Ask) -> None:
        """Put the answer to an edited message in the place of the one before."""
        if heard.edited_ts and str(answered.context.get("edited_ts", "")) >= heard.edited_ts:
            return  # a later edit, or this one's other event, has been answered
        answer = await ask(heard)
        ts = answered.answer_ts or ""
        try:
            await heard.client.chat_update(
                channel=heard.event["channel"], ts=ts, **self._reply(heard, answer).message()
            )
        except SlackApiError as error:
            if slack_code(error) not in CANT_UPDATE:
                raise
            _log.info("an answer can't be changed any more: %s", slack_code(error))
            return
        await self._keep(heard, answer, ts)

    async def _is_first(self, heard: Heard) -> bool:
        """Whether no other event of this message has been taken on to be answered."""
        try:
            return await self.deliveries.claim_surely(*_named(heard)) is not None
        except FAILURES as error:
            _log.warning("the database can't be used now (%s)", type(error).__name__)
            return True  # the claim of what it is asked for is in doubt then, too

    async def _send(self, heard: Heard, answer: Answer) -> None:
        """Post an answer. Raises LostClaimError when another process has the message by now."""
        reply = self._reply(heard, answer)

        async def post(mark: Mark) -> str | None:
            return await reply_to(heard.event, reply, heard.client, heard.thread_ts, mark)

        ts = await post_once(self.deliveries, heard.claim, heard.spot, post)
        await self._keep(heard, answer, ts)

    def _reply(self, heard: Heard, answer: Answer) -> Reply:
        return Reply(answer, offers.under(self.desk, heard.place, answer))

    async def _keep(self, heard: Heard, answer: Answer, answer_ts: str | None) -> None:
        """Keep what was answered, and tell the asker apart what is for them alone."""
        desk, place, ts = self.desk, heard.place, str(heard.event["ts"])
        # Asked for first: "and the next one?" would go on with what is kept.
        aside = await desk.aside(answer.question, place, answer)
        await desk.answered(place, answer, ts, answer_ts, heard.edited_ts)
        await tell_aside(heard.client, aside, place, heard.thread_ts)


def _named(heard: Heard) -> tuple[str, str, str, str]:
    """The name under which answering a message is claimed."""
    return "answer", heard.place.home, str(heard.event["channel"]), str(heard.event["ts"])
