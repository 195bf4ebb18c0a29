"""The message shortcut "Look up level" and the global shortcut "Find a level", in a modal."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.desk import Desk, Surface
from handlers import background
from handlers.errors import report
from handlers.modals import open_modal
from handlers.places import of_interaction

LOOK_UP_LEVEL = "look_up_level"
FIND_LEVEL = "find_level"


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to both shortcuts, and to the question that the global one asks for."""

    @app.message_shortcut(LOOK_UP_LEVEL)
    async def look_up_level(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        message = body.get("message") or {}
        place = of_interaction(Surface.MESSAGE_SHORTCUT, body)
        view = blocks.answer_modal(await desk.ask(message.get("text") or "", place))
        await ack()
        _open(view, body, client)

    @app.global_shortcut(FIND_LEVEL)
    async def find_level(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        view = blocks.question_modal(FIND_LEVEL)
        await ack()
        _open(view, body, client)

    @app.view(FIND_LEVEL)
    async def found(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        place = of_interaction(Surface.GLOBAL_SHORTCUT, body)
        answer = await desk.ask(blocks.asked_in(view), place)
        await ack(response_action="update", view=blocks.answer_modal(answer))


def _open(view: View, body: dict[str, Any], client: AsyncWebClient) -> None:
    background.start(open_modal(client, body, view), lambda error: report(error, body, client))
