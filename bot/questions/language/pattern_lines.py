"""Which lines of all patterns a question may have, told by its words in one pass over them.

Some hundred patterns are looked for in a question, and most in vain. Each of their lines is a
bit, and each stem has those for whose first part it is enough, those for the second, and so on.
"""

from collections.abc import Iterable, Sequence
from threading import Lock

Lines = int
"""A set of lines: the bit of each."""

_PARTS = 4
"""Parts of a line, rarest first, that are asked for; the pattern itself tells the rest."""


class PatternLines:
    """The lines of the patterns that were made so far."""

    def __init__(self) -> None:
        self._count = 0
        self._adding = Lock()
        self._with: dict[str, list[Lines]] = {}
        """By stem, for each part, the lines for which it is enough."""
        self._lacking = [0] * _PARTS
        """For each part, the lines that do not have it, and that need nothing for it."""

    def add(self, parts: Sequence[frozenset[str]]) -> Lines:
        """Learn a line by its parts, rarest first, of each of which a stem must be there."""
        with self._adding:
            line = 1 << self._count
            self._count += 1
            for part, stems in enumerate(parts[:_PARTS]):
                for stem in stems:
                    self._with.setdefault(stem, [0] * _PARTS)[part] |= line
            for part in range(len(parts), _PARTS):
                self._lacking[part] |= line
        return line

    def may_be_among(self, stems: Iterable[str]) -> Lines:
        """The lines for which these stems, in whatever order, may be enough."""
        first, second, third, fourth = self._lacking
        enough_for = self._with.get
        for stem in stems:
            if lines := enough_for(stem):
                first |= lines[0]
                second |= lines[1]
                third |= lines[2]
                fourth |= lines[3]
        return first & second & third & fourth


PATTERN_LINES = PatternLines()
"""Those of every pattern: they are made while modules are loaded, and with a ladder's own names."""
