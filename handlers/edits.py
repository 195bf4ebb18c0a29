"""A question that is edited: its answer is brought up to date, and no second one is given."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Answer
from bot.desk import Surface
from bot.state import Claim
from handlers.answering import Answering, Heard
from handlers.events import from_person, is_direct, mentions, once
from handlers.mentions import ask_mention
from handlers.places import of_event

Json = dict[str, Any]


def is_edited(event: Json) -> bool:
    """Whether a message event tells that a person has changed the words of a message.

    Slack also sends such events for a link's preview and for a thread's new reply.
    """
    if event.get("subtype") != "message_changed":
        return False
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    return (
        from_person({**now, "channel": event.get("channel")})
        and bool(now.get("edited"))
        and now.get("text") != before.get("text")
    )


async def answer_anew(
    answering: Answering, client: AsyncWebClient, event: Json, body: Json
) -> None:
    """Bring the answer to an edited message up to date; answer one that calls the bot by now."""
    here = {name: event.get(name) for name in ("channel", "channel_type")}
    now, before = {**event["message"], **here}, event.get("previous_message") or {}
    direct = is_direct(event)
    place = of_event(Surface.DIRECT_MESSAGE if direct else Surface.MENTION, now, body)

    async def ask(heard: Heard) -> Answer:
        return await answering.desk.ask(heard.text, place)

    async def answer(claim: Claim) -> None:
        heard = Heard(client, now, place, claim)
        if direct:
            await answering.answer(heard, ask)
        elif mentions(now, body):
            await answering.answer(heard, ask_mention(answering.desk))
        elif answered := await answering.answer_to(heard, wait=mentions(before, body)):
            await answering.update(heard, answered, ask)

    await once(answering.deliveries, body, answer)
