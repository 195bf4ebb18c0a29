"""The aiohttp application, and running it until it is told to stop."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncApp

from bot.web.slack_requests import MOST_BYTES, SlackDoor

_log = logging.getLogger(__name__)

# aiohttp 3.14 never finishes, at SIGTERM, a request whose body is half received.
_STOP_WITHIN_S = 8.0

Ready = Callable[[], Awaitable[dict[str, Any]]]
"""What `/readyz` reports: part to "ok" or to what is wrong with it, and the facts below."""

_FACTS = {"version", "reload"}
"""Told in the body beside the parts. A failed reload is one: the ladder before it still serves."""


class ListenError(Exception):
    """The address can't be listened on; the message says why, and what to do."""


def build_server(app: AsyncApp, signing_secret: str, ready: Ready) -> web.Application:
    """The bot's HTTP side: `/slack/events`, `/healthz`, `/readyz`."""

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_: web.Request) -> web.Response:
        parts = await ready()
        ok = all(state == "ok" for name, state in parts.items() if name not in _FACTS)
        return web.json_response(
            {"status": "ok" if ok else "not ready", **parts}, status=200 if ok else 503
        )

    server = web.Application(client_max_size=MOST_BYTES)
    server.router.add_post("/slack/events", SlackDoor(app, signing_secret).__call__)
    server.router.add_get("/healthz", healthz)
    server.router.add_get("/readyz", readyz)
    return server


async def start(server: web.Application, host: str, port: int) -> tuple[web.AppRunner, int]:
    """Listen on `host`; returns what stops it, and the port (chosen by the system for 0).

    Raises ListenError when it can't, as when the port is taken.
    """
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=_STOP_WITHIN_S / 2)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
    except OSError as error:
        await runner.cleanup()
        reason = error.strerror or type(error).__name__
        message = f"can't listen on {host}, port {port}: {reason}; choose another port"
        raise ListenError(message) from error
    return runner, runner.addresses[0][1]


async def stop(runner: web.AppRunner) -> None:
    """Stop listening and finish what is under way, within a bound."""
    try:
        async with asyncio.timeout(_STOP_WITHIN_S):
            await runner.cleanup()
    except TimeoutError:
        _log.warning("stopped with requests unfinished")


async def until_stopped() -> None:
    """Wait for SIGINT or SIGTERM."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    await stopped.wait()
