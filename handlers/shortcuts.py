"""The message shortcut "Look up level" and the global shortcut "Find a level", in a modal."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.answers import Ask
from bot.questions import Context
from handlers import background
from handlers.errors import report
from handlers.modals import open_modal

LOOK_UP_LEVEL = "look_up_level"
FIND_LEVEL = "find_level"


def register(app: AsyncApp, ask: Ask) -> None:
    """Listen to both shortcuts, and to the question that the global one asks for."""

    @app.message_shortcut(LOOK_UP_LEVEL)
    async def look_up_level(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        message = body.get("message") or {}
        view = blocks.answer_modal(ask(message.get("text") or "", Context()))
        await ack()
        _open(view, body, client)

    @app.global_shortcut(FIND_LEVEL)
    async def find_level(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        view = blocks.question_modal(FIND_LEVEL)
        await ack()
        _open(view, body, client)

    @app.view(FIND_LEVEL)
    async def found(ack: AsyncAck, view: dict[str, Any]) -> None:
        answer = ask(blocks.asked_in(view), Context())
        await ack(response_action="update", view=blocks.answer_modal(answer))


def _open(view: View, body: dict[str, Any], client: AsyncWebClient) -> None:
    background.start(open_modal(client, body, view), lambda error: report(error, body, client))
