"""Values that are worked out when they are first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class worked_out(Generic[T]):  # noqa: N801 - it reads as the decorator that it is
    """As `functools.cached_property`, which in Python 3.11 takes a lock at every first access.

    A question asks for some hundred such values once each, on one thread. Two threads that ask
    at once would both work the value out, and get the same.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> "worked_out[T]": ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> "T | worked_out[T]":
        if instance is None:
            return self
        value = self._work(instance)
        # From now on the attribute itself is found, and this is not asked again.
        instance.__dict__[self._name] = value
        return value
