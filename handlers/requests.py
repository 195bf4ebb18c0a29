"""Gives every request its id, over HTTP and over Socket Mode alike."""

from collections.abc import Awaitable, Callable

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.logs import new_request_id


def register(app: AsyncApp) -> None:
    """Put it before every listener."""

    @app.middleware
    async def with_request_id(
        req: AsyncBoltRequest,
        next: Callable[[], Awaitable[None]],  # noqa: A002 - Bolt's name
    ) -> None:
        if req.mode == "socket_mode":  # over HTTP the door has given one already
            new_request_id()
        await next()
