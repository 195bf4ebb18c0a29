"""*Ask the ladder's owners*: puts a question that has no answer into their channel."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.blocks.offers import OWNERS
from bot.blocks.owners import asked_owners, told_owners
from bot.desk import Desk
from bot.slack_errors import CALL_FAILURES, slack_code, why
from bot.state import Deliveries
from handlers import background, presses
from handlers.errors import PersonError, report
from handlers.places import container
from handlers.replies import MAY_NOT_POST
from handlers.responding import responded

_log = logging.getLogger(__name__)

Json = dict[str, Any]


def register(app: AsyncApp, desk: Desk, deliveries: Deliveries) -> None:
    """Listen to the button."""

    @app.action(OWNERS)
    async def ask_owners(ack: AsyncAck, action: Json, body: Json, client: AsyncWebClient) -> None:
        question = str(action.get("value", ""))
        await ack()

        async def ask() -> None:
            await _ask(desk.owners_channel, question, body, client)

        background.start(
            presses.once(deliveries, body, ask, presses.ASKED_S),
            lambda error: report(error, body, client),
        )


async def _ask(owners: str | None, question: str, body: Json, client: AsyncWebClient) -> None:
    if owners is None:
        raise PersonError("Nobody has said where the ladder's owners can be asked.")
    link = await _link(body, client)
    try:
        message = asked_owners(question, body["user"]["id"], link)
        await client.chat_postMessage(
            channel=owners, unfurl_links=False, unfurl_media=False, **message
        )
    except SlackApiError as error:
        code = slack_code(error)
        if code not in MAY_NOT_POST:
            raise
        _log.error("can't post to OWNERS_CHANNEL (%s); invite the bot there", code)
        raise PersonError(
            "I can't write to the channel of the ladder's owners. Please ask them yourself, and "
            "tell whoever runs levelbot."
        ) from error
    told: Json = {**told_owners(owners), "response_type": "ephemeral", "replace_original": False}
    await responded(client, body.get("response_url"), told)


async def _link(body: Json, client: AsyncWebClient) -> str | None:
    """The address of the conversation's message; None where nobody else could open it."""
    standing = container(body)
    channel = str(standing.get("channel_id", ""))
    ts = standing.get("thread_ts") or standing.get("message_ts")
    if standing.get("is_ephemeral") or channel.startswith("D") or not (channel and ts):
        return None
    try:
        found = await client.chat_getPermalink(channel=channel, message_ts=ts)
    except CALL_FAILURES as error:
        _log.info("no link to the question: %s", why(error))
        return None
    return str(found["permalink"])
