"""One object for equal values, so that an index of fifty thousand titles keeps each but once."""

from collections.abc import Hashable
from typing import Any, TypeVar

Value = TypeVar("Value", bound=Hashable)


class Shared:
    """The values that were seen while an index is built.

    Families share their words, terms and signatures; a set of one takes 216 bytes each time.
    """

    def __init__(self) -> None:
        self._seen: dict[Hashable, Any] = {}

    def one(self, value: Value) -> Value:
        """The first of the values that are equal to `value`: a text, a tuple or a frozen set."""
        first: Value = self._seen.setdefault(value, value)
        return first
