"""The statements and groups of a section, from its lines in their order."""

from collections.abc import Sequence

from bot.ladder.importers.found import Found, FoundGroup, FoundStatement, Unplaced
from bot.ladder.importers.lines import (
    EXAMPLES_LABEL,
    bullets,
    grid_entries,
    heads,
    is_example,
    is_example_label,
    nested,
)
from bot.ladder.importers.outline import Content, Grid, Leaf, Pair

Entry = FoundStatement | FoundGroup


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
            section.paragraph(block, opens_list=bool(bullets(content, place + 1)))
    section.flush()
    return section.entries


class _Section:
    def __init__(self, found: Found) -> None:
        self.found = found
        self.entries: list[Entry] = []
        self.leaves: list[Leaf] = []
        self.group: FoundGroup | None = None
        self.last: FoundStatement | None = None
        """The statement just before, that an example can be of."""
        self.lone = False
        """Whether that statement stands alone, so that examples under a label are its own."""
        self.exemplified: FoundStatement | None = None
        """The statement whose examples the bullets to come are."""

    def table(self, grid: Grid) -> None:
        self.flush()
        if grid.headed:
            told = [leaf for cell in grid.rows[0] for leaf in cell]
            self.found.unplaced += [Unplaced(leaf.text, "heads a table's column") for leaf in told]
        self.entries.extend(grid_entries(grid))
        self.last = None

    def pair(self, pair: Pair) -> None:
        self.flush()
        self.entries.append(FoundGroup(pair.label, list(map(FoundStatement, pair.values))))
        self.last = None

    def paragraph(self, leaf: Leaf, *, opens_list: bool) -> None:
        self.flush()
        if self.last is not None and is_example(leaf.text.text):
            self.last.examples.append(leaf.text)
        elif (
            self.last is not None and self.lone and opens_list and is_example_label(leaf.text.text)
        ):
            self.found.unplaced.append(Unplaced(leaf.text, EXAMPLES_LABEL))
            self.exemplified = self.last
        elif opens_list and heads(leaf):
            self.group = FoundGroup(leaf.text)
            self.entries.append(self.group)
            self.last = None
        else:
            self.group = None
            self.last, self.lone = FoundStatement(leaf.text), True
            self.entries.append(self.last)

    def flush(self) -> None:
        """Place the bullets gathered so far."""
        if self.exemplified is not None:
            self.exemplified.examples += [leaf.text for leaf in self.leaves]
            self.exemplified = None
            self.leaves.clear()
        while self.leaves and self.last is not None and is_example(self.leaves[0].text.text):
            self.last.examples.append(self.leaves.pop(0).text)
        made = nested(self.leaves, self.found)
        for entry in made:
            if self.group is not None and isinstance(entry, FoundStatement):
                self.group.items.append(entry)
            else:
                self.entries.append(entry)
        if made:
            self.last = made[-1] if isinstance(made[-1], FoundStatement) else None
            self.lone = len(made) == 1
        self.leaves.clear()
