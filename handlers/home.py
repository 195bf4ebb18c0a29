"""App Home: published when it is opened, and again when something is chosen on it."""

from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers.examples import what_to_type
from bot.blocks.find import level_options
from bot.blocks.home import (
    BROWSE,
    DEFAULT,
    FORGET,
    OWN_LEVEL,
    chosen_value,
    family_options,
    home_view,
    shown_family,
)
from bot.desk import Desk, Place, Surface
from bot.homes import Homes
from bot.questions.search import families_for
from bot.state import State, Whose
from handlers import background
from handlers.errors import report
from handlers.keeping import in_time
from handlers.places import of_event, of_interaction

MOST_PROMPTS = 4
"""Slack docs, "assistant.threads.setSuggestedPrompts"."""


def register(app: AsyncApp, desk: Desk, homes: Homes, state: State) -> None:
    """Listen to the opening of both tabs, and to what is typed, chosen and pressed on the page."""
    _register_tabs(app, desk, homes)
    _register_options(app, desk)
    _register_choices(app, homes, state)


def _register_tabs(app: AsyncApp, desk: Desk, homes: Homes) -> None:
    @app.event("app_home_opened")
    async def opened(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        place = of_event(Surface.APP_HOME, {**event, "channel_type": "im"}, body)
        if event.get("tab") == "messages":
            await _suggest(client, desk, place)
        elif place.user:
            await _publish(client, homes, place, shown_family(event.get("view") or {}))


def _register_options(app: AsyncApp, desk: Desk) -> None:
    @app.options(OWN_LEVEL)
    async def levels(ack: AsyncAck, payload: dict[str, Any], body: dict[str, Any]) -> None:
        found = await desk.search(str(payload.get("value") or ""), _place(body))
        await ack(**level_options(found, ask=None))

    async def families(ack: AsyncAck, payload: dict[str, Any], body: dict[str, Any]) -> None:
        ladder = await desk.ladder(_place(body))
        await ack(**family_options(families_for(str(payload.get("value") or ""), ladder)))

    app.options(BROWSE)(families)
    app.options(DEFAULT)(families)


Show = Callable[[dict[str, Any], AsyncWebClient, str | None], None]
"""Publishes the page again; the last one is the id of the family to browse, None for the same."""


def _register_choices(app: AsyncApp, homes: Homes, state: State) -> None:
    async def again(body: dict[str, Any], client: AsyncWebClient, family: str | None) -> None:
        await _publish(client, homes, _place(body), family or shown_family(body["view"]))

    def show(body: dict[str, Any], client: AsyncWebClient, family: str | None) -> None:
        background.start(again(body, client, family), lambda error: report(error, body, client))

    @app.action(BROWSE)
    async def browse(
        ack: AsyncAck, action: dict[str, Any], body: dict[str, Any], client: AsyncWebClient
    ) -> None:
        await ack()
        show(body, client, chosen_value(action))

    _register_own(app, state, show)


def _register_own(app: AsyncApp, state: State, show: Show) -> None:
    """What a person sets and forgets of themselves."""

    @app.action(DEFAULT)
    async def default(
        ack: AsyncAck, action: dict[str, Any], body: dict[str, Any], client: AsyncWebClient
    ) -> None:
        family, place = chosen_value(action), _place(body)
        if place.user:
            await in_time(
                state.preferences.set_family(
                    place.home, Whose.PERSON, place.user, family, place.enterprise
                )
            )
        await ack()
        show(body, client, family)

    @app.action(OWN_LEVEL)
    async def own_level(
        ack: AsyncAck, action: dict[str, Any], body: dict[str, Any], client: AsyncWebClient
    ) -> None:
        level, place = chosen_value(action), _place(body)
        if place.user:
            await in_time(
                state.preferences.set_level(place.home, place.user, level, place.enterprise)
            )
        await ack()
        show(body, client, level.partition("/")[0] if level else None)

    @app.action(FORGET)
    async def forget(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        place = _place(body)
        if place.user:
            await in_time(state.preferences.forget(place.home, place.user))
        await ack()
        show(body, client, None)


def _place(body: dict[str, Any]) -> Place:
    return of_interaction(Surface.APP_HOME, body)


async def _publish(client: AsyncWebClient, homes: Homes, place: Place, family: str | None) -> None:
    view = home_view(await homes.page(place, family))
    await client.views_publish(user_id=place.user or "", view=view)


async def _suggest(client: AsyncWebClient, desk: Desk, place: Place) -> None:
    """Offer questions that this ladder answers, in the Messages tab of the app."""
    ladder = await desk.ladder(place)
    # The first example is a bare code; a person in the Messages tab talks in sentences.
    examples = [example for example, _ in what_to_type(ladder)[1 : 1 + MOST_PROMPTS]]
    prompts = [{"title": each, "message": each} for each in examples]
    if place.channel and prompts:
        await client.assistant_threads_setSuggestedPrompts(
            channel_id=place.channel, title="Ask about a level", prompts=prompts
        )
