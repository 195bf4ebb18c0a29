"""Socket Mode: the WebSocket that an app without a public address opens to Slack.

Slack docs, "Using Socket Mode". Each payload goes to one of the app's connections, in turn.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import logging
import secrets
import time
import uuid
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from aiohttp import WSMsgType, web

from local_slack.payloads import Json
from local_slack.people import APP_ID
from local_slack.records import Delivery

logger = logging.getLogger("local_slack")

_TYPES = {"event": "events_api", "command": "slash_commands"}


class SocketMode:
    """The server's end: connections, and the acknowledgements awaited on them.

    `on_change` is called when a client has come or gone.
    """

    def __init__(
        self, timeout_s: float, on_change: Callable[[], None], ping_interval_s: float = 5.0
    ) -> None:
        self._on_change = on_change
        self._timeout_s = timeout_s
        self._ping_interval_s = ping_interval_s
        self._tickets: set[str] = set()
        self._sockets: list[web.WebSocketResponse] = []
        self._transports = WeakKeyDictionary[web.WebSocketResponse, asyncio.Transport]()
        self._turns = itertools.count()
        self._acks: dict[str, asyncio.Future[Any]] = {}

    @property
    def connected(self) -> bool:
        """Whether a Socket Mode client is there."""
        return bool(self._sockets)

    @property
    def count(self) -> int:
        """How many connections there are."""
        return len(self._sockets)

    def ticket(self) -> str:
        """Return a key for one connection."""
        key = secrets.token_urlsafe(24)
        self._tickets.add(key)
        return key

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until either side ends it; 403 without a fresh ticket."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            raise web.HTTPForbidden(text="this address has been used or was never given out")
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json(self._hello())
        if request.transport is not None:
            self._transports[socket] = request.transport
        self._sockets.append(socket)
        self._on_change()
        pings = asyncio.create_task(self._ping(socket))
        try:
            async for received in socket:
                if received.type is WSMsgType.TEXT:
                    self._acknowledge(received.data)
        finally:
            pings.cancel()
            if socket in self._sockets:
                self._sockets.remove(socket)
            self._on_change()
        return socket

    async def send(self, delivery: Delivery) -> None:
        """Send one delivery in an envelope and await its acknowledgement; never raises."""
        started = time.perf_counter()
        envelope_id = str(uuid.uuid4())
        acknowledged = asyncio.get_running_loop().create_future()
        self._acks[envelope_id] = acknowledged
        try:
            async with asyncio.timeout(self._timeout_s):
                socket = self._sockets[next(self._turns) % len(self._sockets)]
                await socket.send_json(_envelope(envelope_id, delivery))
                payload = await acknowledged
            delivery.status = 200
            delivery.body = json.dumps(payload) if payload else ""
        except TimeoutError:
            delivery.error = "operation_timeout"
        except (ConnectionError, RuntimeError) as failure:
            delivery.error = "dispatch_failed"
            delivery.body = f"{type(failure).__name__}: {failure}"
        finally:
            del self._acks[envelope_id]
        delivery.ms = (time.perf_counter() - started) * 1000

    async def warn(self) -> None:
        """Tell every client that its connection ends soon, as Slack does ten seconds before."""
        await self._farewell("warning")

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every client to come back on a fresh connection, then close.

        `link_disabled` is what Slack says when Socket Mode was switched off.
        """
        sockets = tuple(self._sockets)
        await self._farewell(reason)
        for socket in sockets:
            if socket in self._sockets:
                self._sockets.remove(socket)
            with contextlib.suppress(ConnectionError, RuntimeError):
                await socket.close()
        self._on_change()

    async def _farewell(self, reason: str) -> None:
        said = {"type": "disconnect", "reason": reason, "debug_info": {"host": "local_slack"}}
        for socket in tuple(self._sockets):
            with contextlib.suppress(ConnectionError, RuntimeError):
                await socket.send_json(said)

    async def close(self) -> None:
        """Close every connection."""
        sockets, self._sockets = self._sockets, []
        for socket in sockets:
            with contextlib.suppress(ConnectionError, RuntimeError):
                await socket.close()

    async def drop(self) -> None:
        """Cut every connection without a closing handshake, as a dying network does."""
        sockets, self._sockets = self._sockets, []
        for socket in sockets:
            if (transport := self._transports.get(socket)) is not None:
                transport.abort()

    def _acknowledge(self, text: str) -> None:
        try:
            received = json.loads(text)
            envelope_id = received["envelope_id"]
        except (ValueError, KeyError, TypeError):
            logger.warning("Socket Mode: not an acknowledgement: %.80r", text)
            return
        waiting = self._acks.get(envelope_id)
        if waiting is not None and not waiting.done():
            waiting.set_result(received.get("payload"))

    async def _ping(self, socket: web.WebSocketResponse) -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):
            while not socket.closed:
                await socket.ping(b"Ping from local_slack")
                await asyncio.sleep(self._ping_interval_s)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._sockets) + 1,
            "debug_info": {
                "host": "local_slack",
                "build_number": 1,
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": APP_ID},
        }


def _envelope(envelope_id: str, delivery: Delivery) -> Json:
    kind = _TYPES.get(delivery.kind, "interactive")
    sent: Json = {
        "envelope_id": envelope_id,
        "type": kind,
        "payload": delivery.request,
        "accepts_response_payload": kind != "events_api",
    }
    if kind == "events_api":
        sent |= {
            "retry_attempt": delivery.retry_num,
            "retry_reason": delivery.retry_reason or "",
        }
    return sent
