"""Messages that mention nobody: direct ones, what a thread goes on with, and edited questions."""

from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import pending
from bot.answers import Answer
from bot.answers.unasked import is_asking
from bot.desk import Surface
from bot.state import Claim
from handlers.answering import Answering, Heard
from handlers.edits import answer_anew, is_edited
from handlers.events import from_person, is_direct, mentions_anyone, once
from handlers.places import of_event

Json = dict[str, Any]


def register(app: AsyncApp, answering: Answering) -> None:
    """Listen to messages. Most are none of the bot's business, and cost it nothing."""

    @app.event("message")
    async def message(event: Json, body: Json, client: AsyncWebClient) -> None:
        if is_edited(event):
            await answer_anew(answering, client, event, body)
        elif not from_person(event):
            return
        elif is_direct(event):
            await _direct(answering, client, event, body)
        elif event.get("thread_ts") not in {None, event["ts"]} and not mentions_anyone(event):
            await _follow_up(answering, client, event, body)


async def _direct(answering: Answering, client: AsyncWebClient, event: Json, body: Json) -> None:
    place = of_event(Surface.DIRECT_MESSAGE, event, body)

    async def ask(heard: Heard) -> Answer:
        return await answering.desk.ask(heard.text, place)

    async def answer(claim: Claim) -> None:
        await answering.answer(Heard(client, event, place, claim), ask)

    await once(answering.deliveries, body, answer)


async def _follow_up(answering: Answering, client: AsyncWebClient, event: Json, body: Json) -> None:
    """Answer in a thread only whom the bot has answered there, and what it is sure of."""
    place, text = of_event(Surface.THREAD, event, body), event.get("text") or ""
    # Looked at before anything is read from the database: most talk is none of the bot's business.
    if not is_asking(text):
        return
    with pending.work():  # it is not acknowledged before it is known whose business it is
        found = await answering.desk.ask_unasked(text, place)
    if found is None:
        return

    async def ask(_: Heard) -> Answer:
        return found

    async def answer(claim: Claim) -> None:
        await answering.answer(Heard(client, event, place, claim), ask)

    await once(answering.deliveries, body, answer)
