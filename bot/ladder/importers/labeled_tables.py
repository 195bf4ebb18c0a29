"""Tables that no level heads: labels with what stands beside them."""

import re
from collections.abc import Sequence

from bot.ladder.importers.examples import is_label
from bot.ladder.importers.found import FoundGroup, FoundStatement, Piece
from bot.ladder.importers.outline import Cell, Grid, Leaf
from bot.ladder.importers.vocabulary import (
    DIMENSION_OF,
    FIELD_OF,
    SECTION_OF,
    fold,
    words_of,
)

_COLUMN_WORDS = words_of(
    """
    skill skills area areas competency competencies capability capabilities theme themes topic
    topics category categories dimension dimensions attribute attributes pillar pillars trait
    behavior behaviors behaviour behaviours expectation expectations description descriptions
    detail details criteria criterion level levels value values definition example examples note
    notes statement statements item items focus what how label field name key
    """
)
_WORD = re.compile(r"[^\W\d_]+")


def heads_others(row: Sequence[Cell], *, always: bool) -> bool:
    """Whether a table's first row names its columns.

    `always` says that the format makes a heading of every first row, as Markdown does: then a row
    is taken for a label and its value only where the label is a part of a card by its name.
    """
    if not row or any(len(cell) > 1 for cell in row):
        return False
    label = row[0][0].text.text if row[0] else ""
    words = [set(_WORD.findall(c[0].text.text.casefold())) for c in row if c]
    if words and all(each and each & _COLUMN_WORDS and len(each) <= 4 for each in words):
        return True
    return always and fold(label) not in {**DIMENSION_OF, **FIELD_OF, **SECTION_OF}


def labeled_rows(grid: Grid) -> list[tuple[Cell, list[Leaf]]]:
    """A table's rows below its header: each first cell with what stands beside it, as rows of one.

    A row without a first cell, or with the one above merged into it, belongs to the row above.
    """
    rows: list[tuple[Cell, list[Leaf]]] = []
    for label, *values in grid.rows[1 if grid.headed else 0 :]:
        texts = [leaf for cell in _unmerged(values) for leaf in cell]
        if rows and rows[-1][0] and texts and (not label or label is rows[-1][0]):
            rows[-1][1].extend(texts)
        else:
            rows.append((label, texts))
    return rows


def grid_entries(grid: Grid) -> list[FoundStatement | FoundGroup]:
    """A table within a section: each row is a group under its first cell.

    What stands in a column of examples is kept as the examples of the row's statement.
    """
    shown = _example_columns(grid)
    entries: list[FoundStatement | FoundGroup] = []
    group: FoundGroup | None = None
    above: Cell | None = None
    for label, *values in grid.rows[1 if grid.headed else 0 :]:
        items = _items(values, shown)
        merged = bool(above) and (not label or label is above)
        if merged and group is not None:
            group.items += items
        elif len(label) == 1 and items:
            group = FoundGroup(label[0].text, items)
            entries.append(group)
        else:
            group = None
            entries += [FoundStatement(leaf.text) for leaf in label]
            entries += items
        above = label or above
    return entries


def column_heads(grid: Grid) -> list[Piece]:
    """The texts of the row that names the columns; none where there is no such row."""
    first = grid.rows[0] if grid.headed and grid.rows else []
    return [leaf.text for cell in _unmerged(first) for leaf in cell]


def _example_columns(grid: Grid) -> set[int]:
    header = grid.rows[0][1:] if grid.headed else []
    return {at for at, cell in enumerate(header) if len(cell) == 1 and is_label(cell[0].text.text)}


def _items(values: Sequence[Cell], shown: set[int]) -> list[FoundStatement]:
    told = [leaf for at, cell in enumerate(values) if at not in shown for leaf in cell]
    if not told:
        return [FoundStatement(leaf.text) for cell in _unmerged(values) for leaf in cell]
    items: dict[int, FoundStatement] = {id(leaf): FoundStatement(leaf.text) for leaf in told}
    made = list(items.values())
    made[-1].examples += [leaf.text for at in sorted(shown) for leaf in values[at]]
    return made


def _unmerged(cells: Sequence[Cell]) -> list[Cell]:
    """A cell that spans several columns, once."""
    return list({id(cell): cell for cell in cells}.values())
