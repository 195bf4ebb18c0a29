"""`@levelbot …`: answered in the thread of the question, seen by everyone in it."""

import logging
import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Answer, HelpAnswer, PastedAnswer, UnknownAnswer
from bot.desk import Desk, Surface
from bot.slack_errors import CALL_FAILURES, why
from bot.state import Claim
from handlers.answering import Answering, Ask, Heard
from handlers.events import from_person, once
from handlers.message_text import message_text
from handlers.places import of_event

_log = logging.getLogger(__name__)

_POINTS_UP = re.compile(r"\b(this|that|these|it|its|above|match\w*)\b", re.IGNORECASE)
"""Words with which someone in a thread means the message that it starts with."""
_MAY_POINT_UP = re.compile(r"\b(here|card)\b", re.IGNORECASE)
"""Words that may mean it too, where no level is named: "the P3 card" is another one."""


def register(app: AsyncApp, answering: Answering) -> None:
    """Listen to mentions."""
    ask = ask_mention(answering.desk)

    @app.event("app_mention")
    async def mention(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        async def answer(claim: Claim) -> None:
            place = of_event(Surface.MENTION, event, body)
            await answering.answer(Heard(client, event, place, claim), ask)

        if from_person(event):
            await once(answering.deliveries, body, answer)


def ask_mention(desk: Desk) -> Ask:
    """Answers what a message asks, or the card that its thread starts with."""

    async def ask(heard: Heard) -> Answer:
        text = heard.text
        if heard.event.get("thread_ts") not in {None, heard.event["ts"]} and (
            _may_mean_thread(await desk.preview(text, heard.place))
        ):
            first = await _first_message(heard)
            if first and isinstance(await desk.preview(first, heard.place), PastedAnswer):
                text = first
        return await desk.ask(text, heard.place)

    return ask


def _may_mean_thread(own: Answer) -> bool:
    """Whether what somebody wrote in a thread may be about the message that it starts with."""
    if isinstance(own, PastedAnswer):
        return False
    if isinstance(own, UnknownAnswer | HelpAnswer) or _POINTS_UP.search(own.question):
        return True
    return not own.levels and bool(_MAY_POINT_UP.search(own.question))


async def _first_message(heard: Heard) -> str:
    """The text of the message that the thread starts with; empty where it can't be read."""
    try:
        found = await heard.client.conversations_replies(
            channel=heard.event["channel"], ts=heard.event["thread_ts"], limit=1
        )
    except CALL_FAILURES as error:
        _log.info("can't read what a thread starts with: %s", why(error))
        return ""
    messages: list[dict[str, Any]] = found.get("messages") or []
    return message_text(messages[0]) if messages else ""
