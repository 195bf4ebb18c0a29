"""An exception anywhere: friendly words with a reference for the person, one line in the log."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.blocks.home import sorry_view
from bot.logs import request_id
from bot.slack_errors import slack_code
from bot.state import OutOfReachError
from handlers.events import is_direct
from handlers.responding import responded, to_one

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
_NO_MEMORY = Explanation(
    "I can't reach what I remember at the moment. Please try again in a minute.", logging.WARNING
)
_OLD_BUTTON = Explanation(
    "I don't know that button any more; it may come from an older version. Please ask again.",
    logging.WARNING,
)
_UNKNOWN = {
    "block_actions": _OLD_BUTTON,
    "view_submission": Explanation(
        "I don't know that window any more; it may come from an older version. Please ask again.",
        logging.WARNING,
    ),
    "shortcut": Explanation(
        "I don't know that shortcut. Please type /level help to see what I can do.",
        logging.WARNING,
    ),
    "command": Explanation(
        "I only know the command /level. Please type /level help to see what I can do.",
        logging.WARNING,
    ),
}
_UNKNOWN["message_action"] = _UNKNOWN["shortcut"]
"""What people are told when nothing listens to what they did: the app in Slack has more than this
version of the bot. Whatever else nobody listens to was not asked by anybody."""
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
    if isinstance(error, OutOfReachError):
        return _NO_MEMORY
    if isinstance(error, BoltUnhandledRequestError):
        return _UNKNOWN.get(_kind(error.body), _OLD_BUTTON)
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
        response: BoltResponse | None,
    ) -> BoltResponse | None:
        if isinstance(error, BoltUnhandledRequestError) and _kind(body) not in _UNKNOWN:
            _log.info("ignored: nothing listens to this request")
            return _json({"options": []}) if _kind(body) == "block_suggestion" else _json(None)
        if "command" in body:
            return _json({"response_type": "ephemeral", "text": logged_words(error)})
        if isinstance(error, OutOfReachError) and response is not None:
            if "event" in body:
                logged_words(error)
            else:
                await report(error, body, client)
            # Slack delivers an event again, and shows at a button or in a modal that it failed.
            return BoltResponse(status=503)
        await report(error, body, client)
        # Bolt hands no response over when it has acknowledged already, as with events, and then
        # fails on one that is returned.
        return BoltResponse(status=200) if response is not None else None


def _kind(body: Mapping[str, Any]) -> str:
    """The type of a request; "command" for a slash command, which has none."""
    return "command" if "command" in body else str(body.get("type", ""))


def _json(answer: dict[str, Any] | None) -> BoltResponse:
    """An acknowledgement, with an answer in it or without."""
    if answer is None:
        return BoltResponse(status=200)
    headers: dict[str, str | Sequence[str]] = {"content-type": "application/json"}
    return BoltResponse(status=200, headers=headers, body=json.dumps(answer))


async def report(error: Exception, body: dict[str, Any], client: AsyncWebClient) -> None:
    """Log `error` once, and tell the person who pressed a button or wrote a message.

    A failure here is logged and ends here.
    """
    words = logged_words(error)
    try:
        await _tell(words, body, client)
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


async def _tell(words: str, body: dict[str, Any], client: AsyncWebClient) -> None:
    if await responded(client, body.get("response_url"), to_one(words)):
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
    if event.get("type") == "app_home_opened":
        if event.get("tab") != "messages":  # a blank page would say nothing
            await client.views_publish(user_id=event["user"], view=sorry_view(words))
        return
    direct = is_direct(event)
    if event.get("type") != "app_mention" and not (event.get("type") == "message" and direct):
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
