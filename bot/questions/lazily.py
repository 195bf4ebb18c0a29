"""Values that are worked out when they are first asked for."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

S = TypeVar("S")
T = TypeVar("T")
K = TypeVar("K")
_MOST_REMEMBERED = 20_000


def once(work: Callable[[S], T]) -> Callable[[S], T]:
    """A function that works its value out once for each thing, which never changes.

    The value is kept beside the thing's fields, as `worked_out` does, and goes with it. It may be
    a dictionary that is filled part by part.
    """
    name = f"{work.__module__}.{work.__name__}"

    @wraps(work)
    def kept(of: S) -> T:
        beside: dict[str, Any] = of.__dict__
        if name in beside:
            known: T = beside[name]
            return known
        found = beside[name] = work(of)
        return found

    return kept


def remember(known: dict[K, T], said: K, found: T) -> T:
    """Keep what was found out about a word, for the questions that say it again."""
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    known[said] = found
    return found


class Remembered(dict[K, T]):
    """What a function says of words, kept for the questions that say them again.

    Looking a word up is one call of C. The function must not hold what holds this: there is no
    collection that would free both.
    """

    __slots__ = ("_work",)

    def __init__(self, work: Callable[[K], T]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, said: K) -> T:
        return remember(self, said, self._work(said))


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
