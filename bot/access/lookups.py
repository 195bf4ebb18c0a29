"""What was asked of a slow neighbor, kept for a while: each question asked once at a time."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Value]):
    until: float
    value: Value | None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """How long answers are kept, and failures, so as not to press on a neighbor in trouble."""

    kept_s: float
    failed_s: float
    clock: Callable[[], float]
    """Seconds that never go back."""


class Lookups(Generic[Key, Value]):
    """Answers of `fetch`; at most `most`, the oldest go first. Use it on one event loop."""

    def __init__(self, fetch: Callable[[Key], Awaitable[Value]], times: Times, most: int) -> None:
        self._fetch = fetch
        self._times = times
        self._most = most
        self._kept: OrderedDict[Key, _Kept[Value]] = OrderedDict()
        self._under_way: dict[Key, asyncio.Task[_Kept[Value]]] = {}

    async def get(self, key: Key) -> Value:
        """The answer for `key`; raises what `fetch` raises.

        Whoever stops waiting does not stop it for the others who wait.
        """
        kept = self._kept.get(key)
        if kept is None or self._times.clock() >= kept.until:
            if key not in self._under_way:
                task = asyncio.create_task(self._ask(key), name="access-lookup")
                self._under_way[key] = task
                task.add_done_callback(lambda _: self._under_way.pop(key, None))
            kept = await asyncio.shield(self._under_way[key])
        if kept.error is not None:
            raise kept.error
        return kept.value  # type: ignore[return-value] # without an error there is a value

    async def _ask(self, key: Key) -> _Kept[Value]:
        try:
            value = await self._fetch(key)
            kept = _Kept(self._times.clock() + self._times.kept_s, value)
        except Exception as error:  # told to everyone who waits, and to who asks again soon
            kept = _Kept(self._times.clock() + self._times.failed_s, None, error)
        self._kept[key] = kept
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return kept
