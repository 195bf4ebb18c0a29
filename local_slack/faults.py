"""Faults that can be switched on, to see how the app bears them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from local_slack.payloads import Json

RESPONSE_URL = "response_url"
"""Stands for a method where a use of a response URL is meant."""


@dataclass
class Fault:
    """What goes wrong with a Web API method the next `times` calls."""

    status: int = 200
    response: Json = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1


def rate_limited(retry_after_s: int, times: int = 1) -> Fault:
    """Return Slack's answer to too many calls (docs: "Rate limits")."""
    answer: Json = {"ok": False, "error": "ratelimited"}
    return Fault(429, answer, {"Retry-After": str(retry_after_s)}, times)


class Faults:
    """The faults of one workspace. A method named `*` stands for every method."""

    def __init__(self) -> None:
        self._faults: dict[str, list[Fault]] = {}
        self._delays_s: dict[str, float] = {}
        self._drop: Callable[[], Awaitable[None]] | None = None
        self._refresh: Callable[[], Awaitable[None]] | None = None
        self._changed: Callable[[], None] = lambda: None

    def rate_limit(self, method: str = "*", *, times: int = 1, retry_after_s: int = 1) -> None:
        """Answer 429 with `Retry-After` (docs: "Rate limits")."""
        self._add(
            method,
            rate_limited(retry_after_s, times),
        )

    def fail(self, method: str, error: str, *, times: int = 1) -> None:
        """Answer `{"ok": false, "error": error}` with status 200, as Slack does."""
        self._add(method, Fault(200, {"ok": False, "error": error}, {}, times))

    def server_error(self, method: str = "*", *, status: int = 500, times: int = 1) -> None:
        """Answer a bare 5xx."""
        self._add(method, Fault(status, {}, {}, times))

    def delay(self, method: str = "*", *, seconds: float) -> None:
        """Let every call of the method wait; 0 switches it off."""
        if seconds:
            self._delays_s[method] = seconds
        else:
            self._delays_s.pop(method, None)
        self._changed()

    def clear(self) -> None:
        """Switch everything off."""
        self._faults.clear()
        self._delays_s.clear()
        self._changed()

    async def drop_socket(self) -> None:
        """Cut every Socket Mode connection without a farewell."""
        if self._drop is not None:
            await self._drop()

    async def refresh_socket(self) -> None:
        """End every Socket Mode connection with a farewell, as Slack does every few hours."""
        if self._refresh is not None:
            await self._refresh()

    def on_socket(
        self, drop: Callable[[], Awaitable[None]], refresh: Callable[[], Awaitable[None]]
    ) -> None:
        """Say how connections are cut and refreshed; called once, by the session."""
        self._drop, self._refresh = drop, refresh

    def on_change(self, changed: Callable[[], None]) -> None:
        """Say who is told when a fault is switched on, used up or switched off."""
        self._changed = changed

    def as_json(self) -> list[Json]:
        """Return what is switched on, for the page: one entry a fault and a delay."""
        faults: list[Json] = [
            {
                "method": method,
                "status": f.status,
                "error": f.response.get("error"),
                "times": f.times,
            }
            for method, waiting in self._faults.items()
            for f in waiting
        ]
        return faults + [{"method": m, "seconds": s} for m, s in self._delays_s.items()]

    async def take_response_url(self) -> Fault | None:
        """Return the fault of a use of a response URL, switched on as method `response_url`.

        Those of every method leave response URLs alone, which are no part of the Web API.
        """
        return await self.take(RESPONSE_URL) if RESPONSE_URL in self._switched_on() else None

    def _switched_on(self) -> set[str]:
        return {*self._delays_s, *(method for method, waiting in self._faults.items() if waiting)}

    async def take(self, method: str) -> Fault | None:
        """Wait out the method's delay, then return the fault to answer with, if any."""
        delay_s = self._delays_s.get(method, self._delays_s.get("*", 0))
        if delay_s:
            await asyncio.sleep(delay_s)
        for name in (method, "*"):
            waiting = self._faults.get(name)
            if waiting:
                fault = waiting[0]
                fault.times -= 1
                if fault.times <= 0:
                    waiting.pop(0)
                self._changed()
                return fault
        return None

    def _add(self, method: str, fault: Fault) -> None:
        self._faults.setdefault(method, []).append(fault)
        self._changed()
