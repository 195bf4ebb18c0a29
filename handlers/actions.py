"""Buttons: a question to ask, or all of an answer to show."""

import re
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.answers import Answer, CardAnswer
from bot.blocks import Offers
from bot.blocks.parts import ASK, SHOW_ALL, WHOLE_CARD
from bot.blocks.posting import Target
from bot.blocks.rest import unpacked
from bot.desk import Desk, Place, Surface
from bot.state import Deliveries
from handlers import background, offers, presses
from handlers.errors import PersonError, report
from handlers.modals import open_modal
from handlers.places import container, of_interaction
from handlers.replies import Reply, post_in_thread, tell_aside, thread_of
from handlers.responding import responded


def register(app: AsyncApp, desk: Desk, deliveries: Deliveries) -> None:
    """Listen to the buttons of our own messages: answer, acknowledge, then call Slack."""

    @app.action(re.compile(rf"^{ASK}_\w+$"))
    async def ask_again(
        ack: AsyncAck,
        action: dict[str, Any],
        body: dict[str, Any],
        client: AsyncWebClient,
    ) -> None:
        work = await _answer(desk, action, body, client)
        await ack()
        # Elsewhere the answer takes the place of the button.
        doing = presses.once(deliveries, body, work) if _stays(body) else work()
        background.start(doing, lambda error: report(error, body, client))

    _register_wholes(app, desk)


def _register_wholes(app: AsyncApp, desk: Desk) -> None:
    """Listen to what shows all of a card, or of another answer."""

    @app.action(WHOLE_CARD)
    async def whole_card(
        ack: AsyncAck,
        action: dict[str, Any],
        body: dict[str, Any],
        client: AsyncWebClient,
    ) -> None:
        place = of_interaction(Surface.BUTTON, body)
        answer = await desk.preview(str(action.get("value", "")), place)
        if isinstance(answer, CardAnswer):
            work = open_modal(client, body, blocks.card_modal(answer))
        else:  # the ladder has changed since the button was made
            work = (await _answer(desk, action, body, client))()
        await ack()
        background.start(work, lambda error: report(error, body, client))

    @app.action(SHOW_ALL)
    async def show_all(
        ack: AsyncAck,
        action: dict[str, Any],
        body: dict[str, Any],
        client: AsyncWebClient,
    ) -> None:
        question_id, question = unpacked(str(action.get("value", "")))
        place = of_interaction(Surface.BUTTON, body)
        shown = replace(await desk.preview(question, place), question_id=question_id)
        work = _show_whole(shown, offers.to_one(desk, place, shown), body, client)
        await ack()
        background.start(work, lambda error: report(error, body, client))


async def _show_whole(
    answer: Answer, offered: Offers, body: dict[str, Any], client: AsyncWebClient
) -> None:
    """In the place of a message that one person sees, where Slack lets that be changed; else in a
    window of theirs.
    """
    message = {**blocks.message(answer, offered, whole=True), "replace_original": True}
    if _stays(body) or not await responded(client, body.get("response_url"), message):
        await open_modal(client, body, blocks.answer_modal(answer))


async def _answer(
    desk: Desk,
    action: dict[str, Any],
    body: dict[str, Any],
    client: AsyncWebClient,
) -> Callable[[], Coroutine[None, None, None]]:
    """Ask what the button asks; returns what does the rest after `ack()`."""
    place = of_interaction(Surface.BUTTON, body, public=_others_see(body))
    answer = await desk.ask(str(action.get("value", "")), place)

    async def show() -> None:
        if body.get("view"):
            await _show_in_modal(answer, body, client)
        elif _stays(body):
            await _add(desk, answer, place, body, client)
        else:
            message = blocks.message(answer, offers.to_one(desk, place, answer))
            await _replace(message, body, client)

    return show


async def _show_in_modal(answer: Answer, body: dict[str, Any], client: AsyncWebClient) -> None:
    """In the modal with the button; from App Home or a modal to fill in, in one of its own."""
    view = blocks.answer_modal(answer, Target.of_view(body["view"]))
    if body["view"].get("type") == "home" or body["view"].get("callback_id"):
        await open_modal(client, body, view)
        return
    await client.views_update(view_id=body["view"]["id"], view=view)


async def _add(
    desk: Desk, answer: Answer, place: Place, body: dict[str, Any], client: AsyncWebClient
) -> None:
    """Put the answer below: others may still want to press the other buttons."""
    thread_ts = thread_of(body)
    reply = Reply(answer, offers.under(desk, place, answer))
    ts = await post_in_thread(client, reply, body)
    aside = await desk.aside(answer.question, place, answer)
    if ts:  # what is asked next goes on with it
        await desk.answered(replace(place, thread_ts=thread_ts), answer, ts, None)
    await tell_aside(client, aside, place, thread_ts)


async def _replace(message: blocks.Message, body: dict[str, Any], client: AsyncWebClient) -> None:
    """Put the answer in the place of the message with the button, which one person sees."""
    url = body.get("response_url")
    if not await responded(client, url, {**message, "replace_original": True}):
        raise PersonError("This message is too old for its buttons to work. Please ask again.")


def _stays(body: dict[str, Any]) -> bool:
    """Whether the button stands in a message that is not ephemeral."""
    standing = container(body)
    return bool(standing.get("message_ts")) and not standing.get("is_ephemeral")


def _others_see(body: dict[str, Any]) -> bool:
    """Whether others see where the answer goes; also where Slack leaves that open."""
    standing = container(body)
    alone = standing.get("is_ephemeral") or str(standing.get("channel_id")).startswith("D")
    return not (alone or body.get("view"))
