"""The door for everything that Slack posts: checks it, and hands it to Bolt.

Bolt verifies each request too, but only after it has parsed it: a body that is not JSON, or a
timestamp that is no number, would be a 500 there instead of a 401. So the signature is checked
here first, on the bytes, and broken bodies end here.
"""

import asyncio
import json
import logging
import re
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot import pending
from bot.logs import new_request_id

_log = logging.getLogger(__name__)

BODY_WITHIN_S = 10
"""A body that has not arrived by then is given up: Slack itself waits three seconds."""
MOST_BYTES = 1_000_000

_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


class SlackDoor:
    """Answers `POST /slack/events`."""

    def __init__(self, app: AsyncApp, signing_secret: str) -> None:
        self._app = app
        self._verifier = SignatureVerifier(signing_secret)

    async def __call__(self, request: web.Request) -> web.Response:
        """401 for a request that Slack did not sign just now, 400 for one that is broken."""
        new_request_id()
        body = await _body(request)
        if not self._signed(request, body):
            _log.warning("refused: bad or stale signature")
            return web.Response(status=401, text="The request is not signed by Slack, or is old.")
        try:
            bolt_request = _bolt_request(body.decode("utf-8"), request)
        except (ValueError, AttributeError, TypeError, LookupError, RecursionError) as error:
            _log.warning("refused: broken body (%s)", type(error).__name__)
            return web.Response(status=400, text="The body is not what Slack sends.")
        try:
            with pending.collected(again="X-Slack-Retry-Num" in request.headers) as works:
                response = await self._app.async_dispatch(bolt_request)
        except Exception as error:
            # Our own handlers never raise to here: Bolt could not read a part of the request.
            _log.warning("refused: Bolt can't read the request (%s)", type(error).__name__)
            return web.Response(status=400, text="The body is not what Slack sends.")
        if not await pending.hold(works):
            _log.warning("not acknowledged: not done or kept in time; Slack delivers it again")
            return web.Response(status=503, text="Busy; please deliver it again.")
        return await to_aiohttp_response(response)

    def _signed(self, request: web.Request, body: bytes) -> bool:
        timestamp = _only(request, "X-Slack-Request-Timestamp")
        signature = _only(request, "X-Slack-Signature")
        # Both are checked for their form first: slack_sdk raises on a timestamp that is no
        # number and on a signature that is not ASCII.
        if not (_TIMESTAMP.fullmatch(timestamp) and _SIGNATURE.fullmatch(signature)):
            return False
        try:
            return self._verifier.is_valid(body, timestamp, signature)
        except UnicodeDecodeError:  # slack_sdk signs text, and this is none
            return False


def _only(request: web.Request, name: str) -> str:
    """The header's value; empty when it is missing or there are several to choose from."""
    values = request.headers.getall(name, [])
    return values[0] if len(values) == 1 else ""


async def _body(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(BODY_WITHIN_S):
            return await request.read()
    except TimeoutError:
        raise web.HTTPRequestTimeout(text="The body did not arrive in time.") from None
    except web.HTTPException:
        raise
    except Exception as error:  # a body cut off, or packed in a way that it is not
        _log.warning("refused: unreadable body (%s)", type(error).__name__)
        raise web.HTTPBadRequest(text="The body can't be read.") from None


def _bolt_request(raw: str, request: web.Request) -> AsyncBoltRequest:
    """The request as Bolt wants it, parsed here.

    Bolt 1.30 takes a form for interactivity when the word "payload" is anywhere in it: a slash
    command that says "payload" would arrive empty. Socket Mode hands Bolt a parsed body, so do
    we; the mode and raw body are then set so that Bolt verifies the signature all the same.
    """
    headers = {name: [value] for name, value in request.headers.items()}
    bolt_request = AsyncBoltRequest(
        mode="socket_mode",
        body=_parsed(raw, request.content_type),
        query=request.query_string,
        headers=headers,  # type: ignore[arg-type] # Bolt declares dict invariantly
    )
    bolt_request.mode = "http"
    bolt_request.raw_body = raw
    return bolt_request


def _parsed(raw: str, content_type: str) -> dict[str, Any]:
    if content_type == "application/json" or raw.startswith("{"):
        data = json.loads(raw)
    else:
        form = dict(parse_qsl(raw, keep_blank_values=True))
        data = json.loads(form["payload"]) if "payload" in form else form
    if not isinstance(data, dict):
        raise TypeError("not an object")
    return data
