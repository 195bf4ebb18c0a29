"""`@levelbot …`: answered in the thread of the question, seen by everyone in it."""

from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Ask
from bot.state import Deliveries
from handlers.events import from_person, taken_on
from handlers.replies import reply_to


def register(app: AsyncApp, ask: Ask, deliveries: Deliveries) -> None:
    """Listen to mentions."""

    @app.event("app_mention")
    async def mention(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        if from_person(event) and await taken_on(deliveries, body):
            await reply_to(event, ask, client, event.get("thread_ts") or event["ts"])
