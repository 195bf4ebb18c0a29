"""Work after `ack()`: guarded, in a task of its own.

In Bolt 1.30 an exception within about 10 ms after `ack()` in a listener loses the
acknowledgement; and Slack waits three seconds for it, so that no call may come before it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine

from bot import pending

_running: set[asyncio.Task[None]] = set()
"""asyncio itself holds its tasks weakly: one that nobody holds may vanish."""


def start(
    work: Coroutine[None, None, None], failed: Callable[[Exception], Awaitable[None]]
) -> None:
    """Run `work` beside the listener; `failed` is told of its exception."""
    task = asyncio.get_running_loop().create_task(_guarded(work, failed))
    _running.add(task)
    task.add_done_callback(_running.discard)


async def _guarded(
    work: Coroutine[None, None, None], failed: Callable[[Exception], Awaitable[None]]
) -> None:
    with pending.work(holds_reply=False):
        try:
            await work
        except Exception as error:
            await failed(error)
