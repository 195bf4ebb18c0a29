"""The message shortcut "Look up level": the answer to what a message says, in a modal."""

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


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the message shortcut."""

    @app.message_shortcut(LOOK_UP_LEVEL)
    async def look_up_level(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        message = body.get("message") or {}
        place = of_interaction(Surface.MESSAGE_SHORTCUT, body)
        view = blocks.answer_modal(await desk.ask(message.get("text") or "", place))
        await ack()
        _open(view, body, client)


def _open(view: View, body: dict[str, Any], client: AsyncWebClient) -> None:
    background.start(open_modal(client, body, view), lambda error: report(error, body, client))
