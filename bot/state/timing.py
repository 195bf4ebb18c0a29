"""Bounds how long the database is waited for."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_given_up: set[asyncio.Task[Any]] = set()
"""asyncio itself holds its tasks weakly."""


async def within(seconds: float, work: Coroutine[Any, Any, T]) -> T:
    """What `work` returns. Raises what it raises, and TimeoutError after `seconds`.

    Not asyncio.timeout, which waits for the end of what it cancels: to give up a connection to a
    server that does not answer takes asyncpg two seconds more.
    """
    task = asyncio.create_task(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
    except asyncio.CancelledError:
        give_up(task)
        raise
    if done:
        return task.result()
    give_up(task)
    raise TimeoutError


def give_up(task: asyncio.Task[Any]) -> None:
    """Cancel a task without waiting for its end."""
    _given_up.add(task)
    task.add_done_callback(_ended)
    task.cancel()


def _ended(task: asyncio.Task[Any]) -> None:
    _given_up.discard(task)
    if not task.cancelled():
        task.exception()  # else asyncio complains that nobody has asked for it
