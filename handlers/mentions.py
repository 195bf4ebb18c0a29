"""`@levelbot …`: answered in the thread of the question, seen by everyone in it."""

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
    """Listen to mentions."""

    @app.event("app_mention")
    async def mention(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        if not from_person(event) or not await taken_on(deliveries, body):
            return
        answer = ask(event.get("text") or "", Context())
        await post(
            client,
            blocks.message(answer),
            channel=event["channel"],
            user=event["user"],
            thread_ts=event.get("thread_ts") or event["ts"],
        )
