"""Direct messages to the bot: answered without a mention."""

from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.answers import Ask
from bot.questions import Context
from bot.state import Deliveries
from handlers.events import from_person, taken_on
from handlers.replies import post


def register(app: AsyncApp, ask: Ask, deliveries: Deliveries) -> None:
    """Listen to messages; only direct ones are for the bot."""

    @app.event("message")
    async def message(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        direct = event.get("channel_type") == "im" and from_person(event)
        if not direct or not await taken_on(deliveries, body):
            return
        answer = ask(event.get("text") or "", Context())
        await post(
            client,
            blocks.message(answer),
            channel=event["channel"],
            user=event["user"],
            thread_ts=event.get("thread_ts"),
        )
