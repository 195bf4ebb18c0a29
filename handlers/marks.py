"""A mark on each answer that says which message it answers, for whoever takes over.

A process may die between Slack's taking its answer and its own noting that: the one that takes
over then asks Slack whether the answer is there.
"""

import logging
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack_errors import slack_code

_log = logging.getLogger(__name__)

_ANSWER = "levelbot_answer"
_NEWEST = 200
"""Messages looked through; whoever takes over comes within minutes."""


def mark(question_ts: str) -> dict[str, Any]:
    """The metadata of the answer to that message (Slack docs, "Message metadata")."""
    return {"event_type": _ANSWER, "event_payload": {"question_ts": question_ts}}


async def marked(
    client: AsyncWebClient, channel: str, thread_ts: str | None, question_ts: str
) -> str | None:
    """The `ts` of the answer to that message; None when there is none, or Slack can't be asked."""
    since: dict[str, Any] = {"oldest": question_ts, "limit": _NEWEST, "include_all_metadata": True}
    try:
        if thread_ts:
            found = await client.conversations_replies(channel=channel, ts=thread_ts, **since)
        else:
            found = await client.conversations_history(channel=channel, **since)
    except SlackApiError as error:
        _log.info("could not look for an earlier answer: %s", slack_code(error))
        return None
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        _log.info("could not look for an earlier answer: %s", type(error).__name__)
        return None
    wanted = mark(question_ts)
    messages = found.get("messages") or []
    return next((str(each["ts"]) for each in messages if each.get("metadata") == wanted), None)
