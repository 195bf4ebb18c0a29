"""`@levelbot …`: answered in the thread of the question, seen by everyone in it."""

from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.desk import Desk, Surface
from bot.state import Claim, Deliveries
from handlers.events import from_person, once
from handlers.places import of_event
from handlers.replies import reply_to, tell_aside


def register(app: AsyncApp, desk: Desk, deliveries: Deliveries) -> None:
    """Listen to mentions."""

    @app.event("app_mention")
    async def mention(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        async def answer(_: Claim) -> None:
            text, place = event.get("text") or "", of_event(Surface.MENTION, event, body)
            thread_ts = event.get("thread_ts") or event["ts"]
            answer = await desk.ask(text, place)
            await reply_to(event, answer, client, thread_ts)
            await tell_aside(client, await desk.aside(text, place, answer), place, thread_ts)

        if from_person(event):
            await once(deliveries, body, answer)
