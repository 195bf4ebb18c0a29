"""An exception anywhere: friendly words with a reference for the person, one line in the log."""

import json
import logging
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncRespond
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.logs import request_id
from bot.slack_errors import slack_code

_log = logging.getLogger(__name__)


class PersonError(Exception):
    """Something that the person can mend; its message is what they are told."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the person is told, and how loudly it is logged."""

    words: str
    level: int
    traceback: bool = False


_OURS = Explanation(
    "Sorry, something went wrong on my side, not with your question. Please ask again in a moment.",
    logging.ERROR,
    traceback=True,
)
_SLOW = Explanation("Slack waited too long to open the window. Please try again.", logging.WARNING)
_OLD_BUTTON = Explanation(
    "I don't know that button any more; it may come from an older version. Please ask again.",
    logging.WARNING,
)
_BY_SLACK_CODE = {
    "expired_trigger_id": _SLOW,
    "exchanged_trigger_id": _SLOW,
    "invalid_trigger_id": _SLOW,
    "ratelimited": Explanation(
        "Slack is limiting how fast I may answer. Please ask again in a minute.", logging.WARNING
    ),
}


def explain(error: Exception) -> Explanation:
    """The table from exceptions to words. Total: what it does not know is our own fault."""
    if isinstance(error, PersonError):
        return Explanation(str(error), logging.INFO)
    if isinstance(error, BoltUnhandledRequestError):
        return _OLD_BUTTON
    if isinstance(error, SlackApiError):
        return _BY_SLACK_CODE.get(slack_code(error), _OURS)
    return _OURS


def register(app: AsyncApp) -> None:
    """Turn every exception into a reply."""

    @app.error
    async def on_error(
        error: Exception,
        body: dict[str, Any],
        client: AsyncWebClient,
        respond: AsyncRespond,
        response: BoltResponse | None,
    ) -> BoltResponse | None:
        if isinstance(error, BoltUnhandledRequestError) and "actions" not in body:
            _log.info("ignored: nothing listens to this request")
            return BoltResponse(status=200)
        if "command" in body:
            return BoltResponse(
                status=200,
                headers={"content-type": "application/json"},
                body=json.dumps({"response_type": "ephemeral", "text": logged_words(error)}),
            )
        await report(error, body, client, respond)
        # Bolt hands no response over when it has acknowledged already, as with events, and then
        # fails on one that is returned.
        return BoltResponse(status=200) if response is not None else None


async def report(
    error: Exception,
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond | None = None,
) -> None:
    """Log `error` once, and tell the person who pressed a button or wrote a message.

    `respond` is left out when it is what has failed. A failure here is logged and ends here.
    """
    words = logged_words(error)
    try:
        await _tell(words, body, client, respond)
    except Exception as second:
        _log.warning("could not tell the person: %s", _cause(second))


def logged_words(error: Exception) -> str:
    """Log `error`, and return what the person is told, with the reference to the log."""
    explanation = explain(error)
    _log.log(
        explanation.level,
        "failed: %s",
        _cause(error),
        exc_info=error if explanation.traceback else None,
    )
    return f"{explanation.words}\n_Reference: {request_id.get()}_"


async def _tell(
    words: str, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond | None
) -> None:
    if respond is not None and body.get("response_url"):
        response = await respond(text=words, response_type="ephemeral", replace_original=False)
        if response.status_code == 200:
            return
    event = body.get("event")
    if isinstance(event, dict):
        await _tell_about_event(words, event, client)
    elif user := _id(body, "user"):
        await _tell_alone(words, client, _id(body, "channel"), user)


async def _tell_alone(words: str, client: AsyncWebClient, channel: str | None, user: str) -> None:
    """In the channel, seen by nobody else; else, as from a modal, as a direct message."""
    if channel:
        try:
            await client.chat_postEphemeral(channel=channel, user=user, text=words)
        except SlackApiError:
            _log.info("could not tell the person there, as where the bot is no member")
        else:
            return
    await client.chat_postMessage(channel=user, text=words)


async def _tell_about_event(words: str, event: dict[str, Any], client: AsyncWebClient) -> None:
    """Reply where the message stands: in its thread, or in the direct message."""
    if not (event.get("channel") and event.get("user")):
        return
    direct = event.get("channel_type") == "im"
    if event.get("type") == "message" and not direct:
        return  # said to others: nobody has asked the bot
    thread_ts = event.get("thread_ts") or (None if direct else event.get("ts"))
    await client.chat_postMessage(channel=event["channel"], thread_ts=thread_ts, text=words)


def _id(body: dict[str, Any], part: str) -> str | None:
    """The id of an interaction's channel or user."""
    found = body.get(part)
    return found.get("id") if isinstance(found, dict) else None


def _cause(error: Exception) -> str:
    """An exception for the log, without what people wrote: type, and Slack's code or our words."""
    if isinstance(error, SlackApiError):
        return f"Slack answered {slack_code(error)}"
    if isinstance(error, PersonError):
        return str(error)
    return type(error).__name__
