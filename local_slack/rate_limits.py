"""Slack's rate limits, for an app that wants to meet them here first.

Slack docs, "Rate limits": each method has a tier, counted by the minute for one app in one
workspace; messages go at about one a second to one channel, with short bursts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from local_slack.payloads import Clock

# Calls a minute; tier 0 is special and without a limit of its own here.
TIERS = {1: 1, 2: 20, 3: 50, 4: 100}
MESSAGES_AT_ONCE, MESSAGES_A_SECOND = 5, 1.0


@dataclass
class Bucket:
    """A bucket of calls that fills again with time."""

    most: float
    a_second: float
    left: float
    at: float

    def take(self, now: float) -> float:
        """Take one call; return 0.0, or the seconds until there is one."""
        self.left = min(self.most, self.left + (now - self.at) * self.a_second)
        self.at = now
        if self.left >= 1:
            self.left -= 1
            return 0.0
        return (1 - self.left) / self.a_second


class RateLimits:
    """The buckets of one workspace; nothing is limited until `on` is set."""

    def __init__(self, clock: Clock, *, on: bool = False) -> None:
        self.on = on
        self._clock = clock
        self._buckets: dict[str, Bucket] = {}

    def wait_s(self, method: str, tier: int, channel: str) -> int:
        """Count a call; return 0, or the whole seconds of `Retry-After`."""
        if not self.on:
            return 0
        if method == "chat.postMessage":
            key, most, a_second = f"{method} {channel}", MESSAGES_AT_ONCE, MESSAGES_A_SECOND
        elif tier in TIERS:
            key, most, a_second = method, TIERS[tier], TIERS[tier] / 60
        else:
            return 0
        now = self._clock()
        bucket = self._buckets.setdefault(key, Bucket(most, a_second, most, now))
        return math.ceil(bucket.take(now))
