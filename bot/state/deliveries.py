"""Which events were taken on, so that one that Slack delivers again is answered once."""

from collections import OrderedDict
from collections.abc import Callable

# Slack redelivers at once, after one minute and after five (Slack docs, "The Events API",
# "Error handling and retries"); an hour is well past the last one.
KEEP_S = 3_600.0
MOST = 10_000


class Deliveries:
    """Claims on deliveries, in the memory of this process."""

    def __init__(self, clock_s: Callable[[], float]) -> None:
        self._clock_s = clock_s
        self._claimed: OrderedDict[tuple[str, ...], float] = OrderedDict()

    async def claim(self, *key: str) -> bool:
        """True for the first caller with this key, False for every later one within the hour."""
        now = self._clock_s()
        while self._claimed and (
            len(self._claimed) > MOST or next(iter(self._claimed.values())) < now - KEEP_S
        ):
            self._claimed.popitem(last=False)
        if key in self._claimed:
            return False
        self._claimed[key] = now
        return True
