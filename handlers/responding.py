"""The response URL of a request: answers there need no membership, and may be refused."""

import logging
from http import HTTPStatus
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.slack_errors import CALL_FAILURES, why

_log = logging.getLogger(__name__)

WITHIN_S = 10


async def responded(
    client: AsyncWebClient, response_url: str | None, message: dict[str, Any]
) -> bool:
    """Whether Slack took `message` at the URL. False without one, when it is old or used up.

    `message` is what Slack documents for it, with `replace_original` or `response_type`. `client`
    tells the way there, such as a proxy. Never raises because of Slack.
    """
    if not response_url:
        return False
    hook = AsyncWebhookClient(response_url, timeout=WITHIN_S, proxy=client.proxy, ssl=client.ssl)
    try:
        status = (await hook.send_dict(message)).status_code
    except CALL_FAILURES as error:
        _log.info("the response URL does not answer: %s", why(error))
        return False
    if status != HTTPStatus.OK:
        _log.info("the response URL takes nothing: %d", status)
    return status == HTTPStatus.OK


def to_one(words: str) -> dict[str, Any]:
    """A message beside the one with the button, for the person who pressed it."""
    return {"text": words, "response_type": "ephemeral", "replace_original": False}
