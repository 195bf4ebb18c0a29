"""Whether the database answers at all, told apart from one that is slow.

A busy machine makes every statement late, and this process too: its clock goes on while it is
kept from working. So what counts is not how long one statement takes, but whether any comes back.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from bot.state.timing import give_up

T = TypeVar("T")

TICK_S = 0.1
SILENT_AFTER_S = 4.0
"""A database of which nothing is heard for so long, with something asked of it, is out of reach."""
KNOWN_SILENT_AFTER_S = 0.3
"""The same where it was silent before: the person has waited already."""


class Pulse:
    """What is heard of a database."""

    def __init__(self) -> None:
        self.beats = 0
        """How often it has answered."""
        self.is_silent = False
        """Whether it was given up, and has not answered since."""

    def beat(self) -> None:
        """It has answered something."""
        self.beats += 1
        self.is_silent = False

    async def heard(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` returns, which asks the database, however long that takes.

        Raises what it raises, and TimeoutError when nothing at all is heard meanwhile.
        """
        task = asyncio.create_task(work)
        beats, silence_s = self.beats, 0.0
        limit_s = KNOWN_SILENT_AFTER_S if self.is_silent else SILENT_AFTER_S
        while True:
            try:
                await asyncio.wait({task}, timeout=TICK_S)
            except asyncio.CancelledError:
                give_up(task)
                raise
            if task.done():
                return task.result()
            # A tick counts as one, however late it comes: then this process was kept from working.
            silence_s = silence_s + TICK_S if self.beats == beats else 0.0
            beats = self.beats
            if silence_s >= limit_s:
                self.is_silent = True
                give_up(task)
                raise TimeoutError
