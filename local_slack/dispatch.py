"""Sending to the app by whichever road is open, and redelivering events that fail."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from local_slack.payloads import Json, Timestamps, new_id
from local_slack.people import APP_ID, BOT_USER_ID, VERIFICATION_TOKEN, Team
from local_slack.records import Delivery
from local_slack.socket_mode import SocketMode
from local_slack.transport import HttpTransport

# Slack docs, "The Events API": retried at once, after one minute, after five minutes.
RETRY_DELAYS_S = (0.0, 60.0, 300.0)

Sleep = Callable[[float], Awaitable[None]]


class Background:
    """Tasks that nobody awaits one by one; `idle` awaits them all."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` in its own task."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def idle(self) -> None:
        """Return when no task is left, those started meanwhile included."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def stop(self) -> None:
        """Cancel what still runs."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class Dispatcher:
    """Sends deliveries over Socket Mode when a client is connected, else over HTTP."""

    def __init__(
        self,
        http: HttpTransport,
        socket: SocketMode,
        timestamps: Timestamps,
        record: Callable[[Delivery], None],
    ) -> None:
        self.http = http
        self.socket = socket
        self._timestamps = timestamps
        self._record = record

    @property
    def connected(self) -> bool:
        """Whether there is an app to send to."""
        return self.socket.connected or self.http.app_url is not None

    async def send(self, delivery: Delivery) -> Delivery:
        """Send, record and return the delivery."""
        delivery.ts = self._timestamps.next()
        if self.socket.connected:
            delivery.transport = "socket"
            await self.socket.send(delivery)
        else:
            await self.http.send(delivery)
        self._record(delivery)
        return delivery


class Events:
    """Delivers events in their envelopes until one delivery succeeds."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        background: Background,
        retry_delays_s: Sequence[float],
        sleep: Sleep,
    ) -> None:
        self._dispatcher = dispatcher
        self._background = background
        self._retry_delays_s = tuple(retry_delays_s)
        self._sleep = sleep

    def emit(self, request: Json) -> None:
        """Deliver an envelope in the background, redelivering as Slack does."""
        self._background.start(self._deliver(request))

    async def again(self, delivery: Delivery, reason: str) -> Delivery:
        """Deliver an event once more, as Slack does when it lost the app's answer."""
        again = Delivery(
            "event", delivery.request, retry_num=delivery.retry_num + 1, retry_reason=reason
        )
        return await self._dispatcher.send(again)

    async def _deliver(self, request: Json) -> None:
        reason: str | None = None
        for retry_num, delay_s in enumerate((0.0, *self._retry_delays_s)):
            if retry_num:
                await self._sleep(delay_s)
            delivery = Delivery("event", request, retry_num=retry_num, retry_reason=reason)
            await self._dispatcher.send(delivery)
            if delivery.ok or not self._dispatcher.connected or _declined(delivery):
                return
            reason = _reason(delivery)


def envelope(event: Json, team: Team, *, ext_shared: bool = False) -> Json:
    """Return the `event_callback` body around an event (docs: "The Events API")."""
    channel = event.get("channel", "")
    enterprise_id = (team.enterprise or {}).get("id")
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": team.id,
        "context_team_id": team.id,
        "context_enterprise_id": enterprise_id,
        "api_app_id": APP_ID,
        "event": event,
        "type": "event_callback",
        "event_id": new_id("Ev"),
        "event_time": int(float(event["event_ts"])),
        "authorizations": [
            {
                "enterprise_id": enterprise_id,
                "team_id": team.id,
                "user_id": BOT_USER_ID,
                "is_bot": True,
                "is_enterprise_install": team.enterprise is not None,
            }
        ],
        "is_ext_shared_channel": ext_shared,
        "event_context": f"4-{event['type']}-{team.id}-{APP_ID}-{channel}",
    }


def _declined(delivery: Delivery) -> bool:
    """Whether the app asked not to be sent this event again."""
    headers = {name.lower(): value for name, value in delivery.response_headers.items()}
    return headers.get("x-slack-no-retry") == "1"


def _reason(delivery: Delivery) -> str:
    if delivery.error == "operation_timeout":
        return "http_timeout"
    return "connection_failed" if delivery.status is None else "http_error"
