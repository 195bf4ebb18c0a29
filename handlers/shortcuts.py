"""The message shortcut "Look up level": the answer to what a message says, in a modal."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.blocks.posting import Target
from bot.desk import Desk, Surface
from handlers import background
from handlers.errors import report
from handlers.message_text import message_text
from handlers.modals import open_modal
from handlers.places import of_interaction

LOOK_UP_LEVEL = "look_up_level"


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the message shortcut."""

    @app.message_shortcut(LOOK_UP_LEVEL)
    async def look_up_level(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        message = body.get("message") or {}
        place = of_interaction(Surface.MESSAGE_SHORTCUT, body)
        answer = await desk.look_up(message_text(message), place)
        view = blocks.answer_modal(answer, _thread(body))
        await ack()
        _open(view, body, client)


def _thread(body: dict[str, Any]) -> Target:
    """The thread of the message that is looked up."""
    message = body.get("message") or {}
    return Target(
        channel=(body.get("channel") or {}).get("id", ""),
        thread_ts=message.get("thread_ts") or body.get("message_ts") or message.get("ts"),
        response_url=body.get("response_url"),
    )


def _open(view: View, body: dict[str, Any], client: AsyncWebClient) -> None:
    background.start(open_modal(client, body, view), lambda error: report(error, body, client))
