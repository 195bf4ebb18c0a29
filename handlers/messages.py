"""Direct messages to the bot: answered without a mention."""

from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.desk import Desk, Surface
from bot.state import Claim, Deliveries
from handlers.events import from_person, once
from handlers.places import of_event
from handlers.replies import reply_to


def register(app: AsyncApp, desk: Desk, deliveries: Deliveries) -> None:
    """Listen to messages; only direct ones are for the bot."""

    @app.event("message")
    async def message(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        async def answer(_: Claim) -> None:
            place = of_event(Surface.DIRECT_MESSAGE, event, body)
            answer = await desk.ask(event.get("text") or "", place)
            await reply_to(event, answer, client, event.get("thread_ts"))

        if event.get("channel_type") == "im" and from_person(event):
            await once(deliveries, body, answer)
