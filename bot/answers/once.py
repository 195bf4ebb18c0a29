"""What depends on a ladder alone: worked out when it is first asked for, and kept as long."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from bot.ladder import Ladder

T = TypeVar("T")


def once_a_ladder(work: Callable[[Ladder], T]) -> Callable[[Ladder], T]:
    """A function of a ladder that works its value out once for each: a ladder never changes.

    The value is kept beside the ladder's fields, as `cached_property` does, and goes with it. It
    may be a dictionary that is filled card by card.
    """
    name = f"{work.__module__}.{work.__name__}"

    @wraps(work)
    def kept(ladder: Ladder) -> T:
        beside: dict[str, Any] = ladder.__dict__
        if name not in beside:
            beside[name] = work(ladder)
        value: T = beside[name]
        return value

    return kept
