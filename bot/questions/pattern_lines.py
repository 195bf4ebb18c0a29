"""Which lines of all patterns a question may have, told by its words in one pass over them.

Some hundred patterns are looked for in a question, and most in vain. Each part of their lines is
a bit, and each stem has those that it is enough for.
"""

from collections.abc import Iterable, Sequence
from threading import Lock

Lines = int
"""A set of lines: the bit of each."""

_PARTS = 4
"""Parts of a line, rarest first, that are asked for; the pattern itself tells the rest."""


class PatternLines:
    """The lines of the patterns that were made so far.

    A line has a bit for each of its parts, side by side, the first of which stands for the line.
    """

    def __init__(self) -> None:
        self._count = 0
        self._adding = Lock()
        self._with: dict[str, int] = {}
        """By stem, the parts of lines that it is enough for."""
        self._lacking = 0
        """The parts that lines do not have, and that nothing is needed for."""

    def add(self, parts: Sequence[frozenset[str]]) -> Lines:
        """Learn a line by its parts, rarest first, of each of which a stem must be there."""
        with self._adding:
            line = 1 << self._count * _PARTS
            self._count += 1
            for part, stems in enumerate(parts[:_PARTS]):
                for stem in stems:
                    self._with[stem] = self._with.get(stem, 0) | line << part
            for part in range(len(parts), _PARTS):
                self._lacking |= line << part
        return line

    def may_be_among(self, stems: Iterable[str]) -> Lines:
        """The lines for which these stems, in whatever order, may be enough."""
        met = self._lacking
        for stem in stems:
            met |= self._with.get(stem, 0)
        # Half of the parts are laid over the other half, until one bit stands for all four.
        met &= met >> 2
        return met & met >> 1


PATTERN_LINES = PatternLines()
"""Those of every pattern: they are made while modules are loaded, and with a ladder's own names."""
