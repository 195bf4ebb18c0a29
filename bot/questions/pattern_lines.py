"""Which lines of all patterns a question may have, told by its words in one pass over them.

Some hundred patterns are looked for in a question, and most in vain. Each of their lines is a bit,
and each stem has those of the lines that it is enough for, part by part.
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
        self._with: dict[str, dict[int, Lines]] = {}
        """By stem, for each part of a line, the lines that have the stem there."""
        self._without: list[Lines] = [0] * _PARTS
        """For each part, the lines that are over before it."""

    def add(self, parts: Sequence[frozenset[str]]) -> Lines:
        """Learn a line by its parts, rarest first, of each of which a stem must be there."""
        with self._adding:
            line = 1 << self._count
            self._count += 1
            for part, stems in enumerate(parts[:_PARTS]):
                for stem in stems:
                    known = self._with.get(stem, {})
                    # A new value each time: a question may be reading the one before.
                    self._with[stem] = {**known, part: known.get(part, 0) | line}
            for part in range(len(parts), _PARTS):
                self._without[part] |= line
        return line

    def may_be_among(self, stems: Iterable[str]) -> Lines:
        """The lines for which these stems, in whatever order, may be enough."""
        met = self._without.copy()
        for stem in stems:
            for part, lines in self._with.get(stem, _NONE).items():
                met[part] |= lines
        found = met[0]
        for lines in met[1:]:
            found &= lines
        return found


_NONE: dict[int, Lines] = {}

PATTERN_LINES = PatternLines()
"""Those of every pattern: they are made while modules are loaded, and with a ladder's own names."""
