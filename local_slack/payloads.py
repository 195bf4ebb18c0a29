"""Shapes shared by every module here: JSON objects, ids, and the two clocks."""

from __future__ import annotations

import itertools
import secrets
import string
from collections.abc import Callable, Iterable
from typing import Any

Json = dict[str, Any]
Clock = Callable[[], float]

_ALPHABET = string.ascii_uppercase + string.digits


def new_id(prefix: str) -> str:
    """Return a fresh id such as `V07XK2M9QPL`: `prefix` and ten capitals or digits."""
    return prefix + "0" + "".join(secrets.choice(_ALPHABET) for _ in range(9))


def short_id() -> str:
    """Return five random characters, as Slack names blocks that the app left unnamed."""
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(5))


class Timestamps:
    """Message timestamps: `"1700000000.000100"`, unique and strictly increasing.

    Two messages in the same microsecond, or a clock that goes backwards, still get
    rising values, because Slack's `ts` is the message's identity within its channel.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last_us = 0

    def start_after(self, stamps: Iterable[str]) -> None:
        """Make every later timestamp come after these."""
        for ts in stamps:
            self._last_us = max(self._last_us, int(ts.replace(".", "")))

    def next(self) -> str:
        """Return the next timestamp; seconds and six digits, comparable as text."""
        self._last_us = max(int(self._clock() * 1_000_000), self._last_us + 1)
        return f"{self._last_us // 1_000_000}.{self._last_us % 1_000_000:06d}"


class ChangeCount:
    """Counts changes, so that a page can tell what it has seen."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self.last = 0

    def next(self) -> int:
        """Return the next whole number, from 1."""
        self.last = next(self._numbers)
        return self.last
