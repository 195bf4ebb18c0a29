"""Which lines of all patterns a question may have, told by its words in one pass over them.

Some hundred patterns are looked for in a question, and most in vain. Each of their lines is a
bit, and each stem has those for whose first part it is enough, those for the second, and so on.
"""

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import NamedTuple

Lines = int
"""A set of lines: the bit of each."""

_PARTS = 4
"""Parts of a line, rarest first, that are asked for; the pattern itself tells the rest."""
_FIRST_WIDTH = 2_000
"""Room for lines: those for every ladder and those of one are some 1,400."""


class _Laid(NamedTuple):
    """The lines that each stem is enough for, its parts side by side in one number.

    A question's words are looked up all over memory, and so one number is read much sooner for
    each than four.
    """

    width: int
    """The bits of each part."""
    lacking: Lines
    """For each part, the lines that do not have it, and that need nothing for it."""
    enough_for: dict[str, Lines]


class PatternLines:
    """The lines of the patterns that were made so far."""

    def __init__(self) -> None:
        self._count = 0
        self._adding = Lock()
        self._laid = _Laid(_FIRST_WIDTH, 0, {})

    def add(self, parts: Sequence[frozenset[str]]) -> Lines:
        """Learn a line by its parts, rarest first, of each of which a stem must be there."""
        with self._adding:
            if self._count == self._laid.width:
                self._laid = _widened(self._laid)
            width, lacking, enough_for = self._laid
            line = 1 << self._count
            self._count += 1
            for part, stems in enumerate(parts[:_PARTS]):
                for stem in stems:
                    enough_for[stem] = enough_for.get(stem, 0) | line << part * width
            for part in range(len(parts), _PARTS):
                lacking |= line << part * width
            self._laid = _Laid(width, lacking, enough_for)
        return line

    def may_be_among(self, stems: Iterable[str]) -> Lines:
        """The lines for which these stems, in whatever order, may be enough."""
        width, found, enough_for = self._laid
        for stem in stems:
            if lines := enough_for.get(stem):
                found |= lines
        found &= found >> 2 * width
        return found & found >> width


def _widened(laid: _Laid) -> _Laid:
    """The same with room for twice the lines."""
    width = laid.width
    one = (1 << width) - 1

    def wide(lines: Lines) -> Lines:
        parts = [lines >> part * width & one for part in range(_PARTS)]
        return sum(each << 2 * part * width for part, each in enumerate(parts))

    enough_for = {stem: wide(lines) for stem, lines in laid.enough_for.items()}
    return _Laid(2 * width, wide(laid.lacking), enough_for)


PATTERN_LINES = PatternLines()
"""Those of every pattern: they are made while modules are loaded, and with a ladder's own names."""
