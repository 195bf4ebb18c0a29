"""Work that goes on after its request: the reply to Slack waits for it a while, and the end does.

Bolt acknowledges an event first and runs its listener then. Slack delivers an event again only
where it got no acknowledgement: so this holds it back until the answer is out, and a process that
dies on the way has not acknowledged what it did not answer.
"""

import asyncio
import logging
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_log = logging.getLogger(__name__)

HOLD_S = 2.0
"""Slack waits three seconds for an acknowledgement (Slack docs, "The Events API")."""


class Work:
    """Work under way. `is_kept` is set when another process would go on with it."""

    def __init__(self, task: "asyncio.Task[object]") -> None:
        self.task = task
        self.is_kept = False
        self.is_lost = False

    def lost(self) -> None:
        """It could not be done, and should be delivered again."""
        self.is_lost = True

    def kept(self) -> None:
        """It outlives this process."""
        self.is_kept = True


_Works = set[Work]

_running: set[asyncio.Task[object]] = set()
_of_request: ContextVar[_Works | None] = ContextVar("works_of_request", default=None)
_is_again: ContextVar[bool] = ContextVar("request_is_again", default=False)


@contextmanager
def work(*, holds_reply: bool = True) -> Iterator[Work]:
    """Inside, the current task does work that the end waits for, and its request's reply too."""
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 - a coroutine always runs in one
    ours = Work(task)
    works = _of_request.get() if holds_reply else None
    is_outermost = task not in _running
    _running.add(task)
    if works is not None:
        works.add(ours)
    try:
        yield ours
    finally:
        if is_outermost:
            _running.discard(task)
        if works is not None and not ours.is_lost:
            works.discard(ours)


@contextmanager
def collected(*, again: bool) -> Iterator[_Works]:
    """Collects the works that begin inside, also in tasks that are started there.

    `again` tells that Slack delivers again, so that somebody may have done the work before.
    """
    works: _Works = set()
    token, again_token = _of_request.set(works), _is_again.set(again)
    try:
        yield works
    finally:
        _of_request.reset(token)
        _is_again.reset(again_token)


def is_again() -> bool:
    """Whether the current request was delivered before."""
    return _is_again.get()


async def hold(works: _Works) -> bool:
    """Wait until the works are done, or as long as Slack may be kept waiting.

    False when one of them is neither done nor kept: it must not be acknowledged.
    """
    for _ in range(3):  # a listener's task may not have come to its work yet
        await asyncio.sleep(0)
    under_way = {each.task for each in works if not each.is_lost}
    if under_way:
        await asyncio.wait(under_way, timeout=HOLD_S)
    return all(each.is_kept for each in works)


async def finish(within_s: float) -> None:
    """At the end: wait for everything that is under way, then cut the rest off."""
    if _running:
        await asyncio.wait(_running, timeout=within_s)
    if left := set(_running):
        _log.warning("stopped with answers unfinished: %d", len(left))
        for task in left:
            task.cancel()
        await asyncio.wait(left, timeout=1)


def start(coroutine: Coroutine[object, object, object]) -> None:
    """Do something beside the request; only the end waits for it."""

    async def started() -> None:
        with work(holds_reply=False):
            await coroutine

    task = asyncio.get_running_loop().create_task(started(), name="beside")
    # asyncio itself holds its tasks weakly: one that nobody holds may vanish.
    _running.add(task)
    task.add_done_callback(_running.discard)
