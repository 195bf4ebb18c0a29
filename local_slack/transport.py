"""How a request reaches the app: signed over HTTP, or in an envelope over Socket Mode."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

import aiohttp

from local_slack.payloads import Clock, Json
from local_slack.records import Delivery
from local_slack.signing import signed_headers

USER_AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"
_FORM = "application/x-www-form-urlencoded"


class Transport(Protocol):
    """Takes one delivery to the app and fills in what came back; never raises."""

    async def send(self, delivery: Delivery) -> None:
        """Send `delivery.request`; set status, body, error and ms on the delivery."""


@dataclass
class HttpTransport:
    """Posts to the app's request URL. `app_url` may be set after the start."""

    session: aiohttp.ClientSession
    clock: Clock
    signing_secret: str
    timeout_s: float
    app_url: str | None = None

    async def send(self, delivery: Delivery) -> None:
        """See `Transport.send`."""
        started = time.perf_counter()
        try:
            async with asyncio.timeout(self.timeout_s):
                await self._post(delivery)
        except TimeoutError:
            delivery.error = "operation_timeout"
        except (aiohttp.ClientError, OSError, ValueError) as failure:
            delivery.error = "dispatch_failed"
            delivery.body = f"{type(failure).__name__}: {failure}"
        delivery.ms = (time.perf_counter() - started) * 1000

    async def _post(self, delivery: Delivery) -> None:
        if self.app_url is None:
            delivery.error = "dispatch_failed"
            delivery.body = "no app is connected: no app_url, no Socket Mode client"
            return
        content_type, body = encoded(delivery.kind, delivery.request)
        headers = {
            "Content-Type": content_type,
            "User-Agent": USER_AGENT,
            "Accept": "application/json,*/*",
            **retry_headers(delivery),
        }
        # The signature proves the request to the app, so it stays out of the record.
        delivery.headers = dict(headers)
        signed = signed_headers(self.signing_secret, body, int(self.clock()))
        async with self.session.post(
            self.app_url, data=body, headers={**headers, **signed}, allow_redirects=False
        ) as response:
            delivery.body = await response.text(errors="replace")
            delivery.status = response.status
            delivery.response_headers = dict(response.headers)
        if not 200 <= delivery.status < 300:
            delivery.error = "dispatch_failed"


def encoded(kind: str, request: Json) -> tuple[str, bytes]:
    """Return the content type and the body, as Slack encodes this kind of request."""
    if kind in {"event", "url_verification"}:
        return "application/json", json.dumps(request).encode()
    if kind == "command":
        return _FORM, urlencode(request).encode()
    return _FORM, urlencode({"payload": json.dumps(request)}).encode()


def retry_headers(delivery: Delivery) -> Mapping[str, str]:
    """Return the headers of a redelivery (docs: "The Events API", retries)."""
    if not delivery.retry_num:
        return {}
    return {
        "X-Slack-Retry-Num": str(delivery.retry_num),
        "X-Slack-Retry-Reason": delivery.retry_reason or "http_error",
    }
