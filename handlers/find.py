"""The global shortcut "Find a level": search while typing, see the card, post it."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Answer
from bot.blocks.find import (
    CONVERSATION,
    LEVEL,
    can_post,
    chosen_conversation,
    chosen_option,
    find_modal,
    level_options,
)
from bot.blocks.home import FIND
from bot.blocks.posting import Target, what_is_posted
from bot.desk import Desk, Place, Surface
from bot.slack_errors import slack_code
from handlers import background
from handlers.confirming import ask_next
from handlers.errors import report
from handlers.modals import open_modal
from handlers.places import of_interaction
from handlers.replies import NOT_FOR_ALL

FIND_LEVEL = "find_level"
WHERE = "Choose the conversation to post the card to."


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the shortcut, to what is typed and chosen in its modal, and to "Post"."""

    async def find_level(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        background.start(
            open_modal(client, body, find_modal(FIND_LEVEL)),
            lambda error: report(error, body, client),
        )

    app.global_shortcut(FIND_LEVEL)(find_level)
    app.action(FIND)(find_level)  # the button on the home page

    @app.options(LEVEL)
    async def typed(ack: AsyncAck, payload: dict[str, Any], body: dict[str, Any]) -> None:
        words = str(payload.get("value") or "")
        found = await desk.search(words, _place(body))
        await ack(**level_options(found, ask=words))

    @app.action(LEVEL)
    async def chosen(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        view = body["view"]
        answer = await desk.ask(_question(view), _place(body))
        await ack()
        background.start(_show(client, view, answer), lambda error: report(error, body, client))

    @app.view(FIND_LEVEL)
    async def submitted(
        ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], client: AsyncWebClient
    ) -> None:
        conversation = chosen_conversation(view)
        if conversation is None and can_post(view):
            await ack(response_action="errors", errors={CONVERSATION: WHERE})
            return
        if conversation is None:
            answer = await desk.ask(_question(view), _place(body))
            await ack(response_action="update", view=_modal(view, answer))
            return
        question, place = _question(view), _place(body, conversation)
        shown = await desk.for_all(question, place)
        if shown is None:
            await ack(response_action="errors", errors={CONVERSATION: NOT_FOR_ALL})
            return
        target = Target(conversation, None, _response_url(body, conversation), question)
        await ask_next(ack, client, body, target, what_is_posted(shown))


def _place(body: dict[str, Any], conversation: str | None = None) -> Place:
    """The modal is seen by one person; what is posted, by everyone in the conversation."""
    if conversation is None:
        return of_interaction(Surface.GLOBAL_SHORTCUT, body)
    # As with every button that posts: it was asked before, when it was shown.
    return of_interaction(Surface.BUTTON, body, public=True, channel=conversation)


def _question(view: dict[str, Any]) -> str:
    return str(chosen_option(view).get("value") or "")


def _modal(view: dict[str, Any], answer: Answer) -> View:
    return find_modal(FIND_LEVEL, answer, chosen_option(view) or None)


async def _show(client: AsyncWebClient, view: dict[str, Any], answer: Answer) -> None:
    try:
        await client.views_update(view_id=view["id"], hash=view["hash"], view=_modal(view, answer))
    except SlackApiError as error:
        if slack_code(error) != "hash_conflict":  # a later choice has overtaken this one
            raise


def _response_url(body: dict[str, Any], conversation: str) -> str | None:
    """Where Slack takes a message for the conversation chosen, also where the bot is no member."""
    given = {each.get("channel_id"): each for each in body.get("response_urls") or ()}
    url: str | None = given.get(conversation, {}).get("response_url")
    return url
