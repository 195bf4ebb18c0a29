"""Buttons: a question to ask, or a whole card to show."""

import re
from collections.abc import Coroutine
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.answers import Answer, CardAnswer
from bot.blocks.parts import ASK, WHOLE_CARD
from bot.blocks.posting import Target
from bot.desk import Desk, Surface
from handlers import background, offers
from handlers.errors import PersonError, report
from handlers.modals import open_modal
from handlers.places import of_interaction
from handlers.replies import post_in_thread, tell_aside, thread_of


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the buttons of our own messages: answer, acknowledge, then call Slack."""

    @app.action(re.compile(rf"^{ASK}_\w+$"))
    async def ask_again(
        ack: AsyncAck,
        action: dict[str, Any],
        body: dict[str, Any],
        client: AsyncWebClient,
        respond: AsyncRespond,
    ) -> None:
        work = await _answer(desk, action, body, client, respond)
        await ack()
        background.start(work, lambda error: report(error, body, client))

    @app.action(WHOLE_CARD)
    async def whole_card(
        ack: AsyncAck,
        action: dict[str, Any],
        body: dict[str, Any],
        client: AsyncWebClient,
        respond: AsyncRespond,
    ) -> None:
        place = of_interaction(Surface.BUTTON, body)
        answer = await desk.ask(str(action.get("value", "")), place)
        if isinstance(answer, CardAnswer):
            work = open_modal(client, body, blocks.card_modal(answer))
        else:  # the ladder has changed since the button was made
            work = await _answer(desk, action, body, client, respond)
        await ack()
        background.start(work, lambda error: report(error, body, client, respond))


async def _answer(
    desk: Desk,
    action: dict[str, Any],
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
) -> Coroutine[None, None, None]:
    """Ask what the button asks; returns what is to be done after `ack()`."""
    question = str(action.get("value", ""))
    place = of_interaction(Surface.BUTTON, body, public=_others_see(body))
    answer = await desk.ask(question, place)

    async def show() -> None:
        await _show(answer, body, client, respond)
        if place.public:
            aside = await desk.aside(question, place, answer)
            await tell_aside(client, aside, place, thread_of(body))

    return show()


async def _show(
    answer: Answer, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond
) -> None:
    """Put the answer in the place of the message or modal with the button, if one person sees it.

    In a channel others may still want to press the other buttons, so there the answer is added.
    """
    if body.get("view", {}).get("type") == "home":
        await open_modal(client, body, blocks.answer_modal(answer))
        return
    if body.get("view"):
        view = blocks.answer_modal(answer, Target.of_view(body["view"]))
        await client.views_update(view_id=body["view"]["id"], view=view)
        return
    if _stays(body):
        await post_in_thread(client, blocks.message(answer), body)
        return
    message = blocks.message(answer, offers.to_one(body["container"].get("channel_id")))
    response = await respond(**message, replace_original=True)
    if response.status_code != 200:
        raise PersonError("This message is too old for its buttons to work. Please ask again.")


def _stays(body: dict[str, Any]) -> bool:
    """Whether the button stands in a message that is not ephemeral."""
    container = body.get("container") or {}
    return bool(container.get("message_ts")) and not container.get("is_ephemeral")


def _others_see(body: dict[str, Any]) -> bool:
    """Whether what is added to the message's thread is seen by others."""
    channel = str((body.get("container") or {}).get("channel_id", ""))
    return _stays(body) and not channel.startswith("D")
