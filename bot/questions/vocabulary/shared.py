"""One object for equal values, so that an index of fifty thousand titles keeps each but once."""

from typing import Any, Protocol, TypeVar

Value = TypeVar("Value")


class _One(Protocol):
    def __call__(self, value: Value, /) -> Value: ...


class Shared:
    """The values that were seen while an index is built.

    Families share their words, terms and signatures; a set of one takes 216 bytes each time.
    """

    def __init__(self) -> None:
        # An index asks a million times: the dictionary's own method takes a third of the time.
        self.one: _One = _Firsts().__getitem__
        """The first of the values that are equal to a value: a text, a tuple or a frozen set."""


class _Firsts(dict[Any, Any]):
    def __missing__(self, value: Any) -> Any:
        self[value] = value
        return value
