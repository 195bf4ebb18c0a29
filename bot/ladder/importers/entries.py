"""The statements and groups of a section, from its lines in their order."""

from collections.abc import Sequence

from bot.ladder.importers.examples import Entry, attached, is_example
from bot.ladder.importers.found import Found, FoundGroup, FoundStatement, Piece, Unplaced
from bot.ladder.importers.labeled_tables import column_heads, grid_entries
from bot.ladder.importers.lines import bullets, heads, labeled_lines, nested
from bot.ladder.importers.outline import Content, Grid, Leaf, Pair


def section_entries(content: Sequence[Content], found: Found) -> list[Entry]:
    """What the lines of a section or of a table's cell say; labels are told in `found`."""
    section = _Section(found)
    for place, block in enumerate(content):
        if isinstance(block, Grid):
            section.table(block)
        elif isinstance(block, Pair):
            section.pair(block)
        elif block.depth:
            section.leaves.append(block)
        else:
            labeled = labeled_lines(content, place)
            opens = bool(labeled or bullets(content, place + 1)) and heads(block)
            section.paragraph(block, labeled, opens=opens)
    section.flush()
    return attached(section.entries, found)


def tell_columns(pieces: Sequence[Piece], found: Found) -> None:
    """Tell of the texts that name a table's columns."""
    found.unplaced += [Unplaced(piece, "heads a table's column") for piece in pieces]


class _Section:
    def __init__(self, found: Found) -> None:
        self.found = found
        self.entries: list[Entry] = []
        self.leaves: list[Leaf] = []
        self.group: FoundGroup | None = None
        self.below: list[int] = []
        """The blocks that a bold label names, by identity."""

    def table(self, grid: Grid) -> None:
        self.flush()
        tell_columns(column_heads(grid), self.found)
        self.entries.extend(grid_entries(grid))

    def pair(self, pair: Pair) -> None:
        self.flush()
        self.entries.append(FoundGroup(pair.label, list(map(FoundStatement, pair.values))))

    def paragraph(self, leaf: Leaf, labeled: Sequence[Content], *, opens: bool) -> None:
        """A line that is no bullet; it `opens` a group where it names what follows it."""
        self.flush()
        if opens:
            self.group = FoundGroup(leaf.text)
            self.entries.append(self.group)
            self.below = list(map(id, labeled))
        elif self.group is not None and (id(leaf) in self.below or self._shows(leaf)):
            self.group.items.append(FoundStatement(leaf.text))
        else:
            self.group = None
            self.entries.append(FoundStatement(leaf.text))

    def _shows(self, leaf: Leaf) -> bool:
        """Whether a line is an example of the last statement of the group."""
        return self.group is not None and bool(self.group.items) and is_example(leaf.text.text)

    def flush(self) -> None:
        """Place the bullets gathered so far."""
        for entry in nested(self.leaves, self.found):
            if self.group is not None and isinstance(entry, FoundStatement):
                self.group.items.append(entry)
            else:
                self.entries.append(entry)
        self.leaves.clear()
