"""Asking before an answer is posted: who would see it, told in the modal that posts it."""

import asyncio
from secrets import token_hex
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.blocks.posting import Audience, Target, confirmation
from bot.slack_errors import slack_code
from handlers import background
from handlers.audience import audience
from handlers.errors import report
from handlers.modals import opened

ACK_WITHIN_S = 1.5
"""Slack waits three seconds for the acknowledgement of a submitted modal."""
_PUSHED_AFTER_S = (0.0, 0.5, 1.0, 2.0)
"""Slack puts up the modal of an acknowledgement some time after it has got that."""

Json = dict[str, Any]


async def ask_first(client: AsyncWebClient, body: Json, target: Target, what: str) -> None:
    """Open the modal while its trigger lives, then say in it who would see `what`."""
    view_id = await opened(client, body, confirmation(target, what, None))
    seen_by = await _seen_by(client, body, target)
    try:
        await client.views_update(view_id=view_id, view=confirmation(target, what, seen_by))
    except SlackApiError as error:
        if slack_code(error) != "not_found":  # the person has closed it meanwhile
            raise


async def ask_next(
    ack: AsyncAck, client: AsyncWebClient, body: Json, target: Target, what: str
) -> None:
    """Put the same modal on top of the one that was submitted, by acknowledging that."""
    looking = asyncio.create_task(_seen_by(client, body, target), name="audience")
    name = f"post_{token_hex(8)}"
    await asyncio.wait({looking}, timeout=ACK_WITHIN_S)
    seen_by = looking.result() if looking.done() else None
    await ack(response_action="push", view=confirmation(target, what, seen_by, name))
    if seen_by is None:
        background.start(
            _tell(client, target, what, name, looking), lambda error: report(error, body, client)
        )


async def _tell(
    client: AsyncWebClient, target: Target, what: str, name: str, looking: asyncio.Task[Audience]
) -> None:
    """Say in the modal with that `external_id` who would see it, once that is known."""
    view = confirmation(target, what, await looking, name)
    for wait_s in _PUSHED_AFTER_S:
        await asyncio.sleep(wait_s)
        try:
            await client.views_update(external_id=name, view=view)
        except SlackApiError as error:
            if slack_code(error) != "not_found":
                raise
        else:
            return


async def _seen_by(client: AsyncWebClient, body: Json, target: Target) -> Audience:
    return await audience(client, target.channel, (body.get("team") or {}).get("id"))
