"""Trigger ids and response URLs: two short-lived keys that a person's act hands to the app."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from local_slack.messages import Message
from local_slack.payloads import Clock

# Slack docs, "Handling user interaction in your Slack apps".
TRIGGER_LIFE_S = 3.0
RESPONSE_URL_LIFE_S = 30 * 60.0
RESPONSE_URL_USES = 5


class TriggerError(Exception):
    """A trigger id that cannot be used; `str()` is Slack's error code."""


class Triggers:
    """Hands out trigger ids; each lives three seconds and is used once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._made: dict[str, tuple[float, str]] = {}
        self._used: set[str] = set()

    def new(self, user: str) -> str:
        """Return a trigger id for something this user just did."""
        now = self._clock()
        trigger_id = f"{int(now * 1000)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._made[trigger_id] = (now, user)
        return trigger_id

    def use(self, trigger_id: str) -> str:
        """Return the user behind the trigger id and spend it; TriggerError when it won't do."""
        if trigger_id not in self._made:
            raise TriggerError("invalid_trigger_id")
        if trigger_id in self._used:
            raise TriggerError("exchanged_trigger_id")
        made, user = self._made[trigger_id]
        if self._clock() - made > TRIGGER_LIFE_S:
            raise TriggerError("expired_trigger_id")
        self._used.add(trigger_id)
        return user


@dataclass(eq=False)
class ResponseHook:
    """What a response URL stands for: who acted, where, and on which message."""

    user: str
    channel: str
    made: float
    source: Message | None = None
    uses: int = 0


class ResponseHooks:
    """Hands out response URL paths; each works five times within thirty minutes."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._hooks: dict[str, ResponseHook] = {}

    def new(
        self, user: str, channel: str, source: Message | None = None
    ) -> tuple[str, ResponseHook]:
        """Return a secret key and the hook that it opens."""
        key = secrets.token_urlsafe(18)
        self._hooks[key] = ResponseHook(user, channel, self._clock(), source)
        return key, self._hooks[key]

    def use(self, key: str) -> ResponseHook | str:
        """Return the hook and count the use, or Slack's error code."""
        hook = self._hooks.get(key)
        if hook is None:
            return "invalid_url"
        if self._clock() - hook.made > RESPONSE_URL_LIFE_S:
            return "expired_url"
        if hook.uses >= RESPONSE_URL_USES:
            return "used_url"
        hook.uses += 1
        return hook
