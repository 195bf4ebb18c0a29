"""Tables in a pasted text: cells parted by tabs, by bars, or aligned with spaces.

A cell is of the column that it plainly stands in. Where a row could be read in two ways it is told
as not placed: a statement at a neighbor's level would be worse than one that is missing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.ladder.importers import outline_tables
from bot.ladder.importers.field_names import kind_of
from bot.ladder.importers.found import Piece, Unplaced
from bot.ladder.importers.levels import level_name
from bot.ladder.importers.outline import Cell, Grid, Leaf, Pair
from bot.ladder.importers.text_lines import RawLine
from bot.ladder.importers.text_marks import bullet_of, look_of
from bot.ladder.importers.text_rows import Fragments, Rows, aligned_rows, bar_rows, tab_rows
from bot.ladder.importers.vocabulary import FIELD_OF, fold, is_part_name

_INLINE_BULLETS = re.compile(r"\s+(?=[•▪◦●‣]\s)")
_UNCLEAR = "stands in a row whose cells can't be told apart; part them with tabs"
_OPEN_ENDED = (",", "-", " a", " and", " of", " or", " the", " to", " with", " in", " for")


@dataclass(slots=True)
class TextTable:
    """A table, and which lines it takes."""

    first: int
    last: int
    blocks: list[Grid | Pair]
    """The table; or label by label, where it has two columns and no levels."""
    lines: list[Piece]
    matrix: bool
    unplaced: list[Unplaced] = field(default_factory=list)


def text_tables(file: str, raw: Sequence[RawLine]) -> list[TextTable]:
    """Every table of the text, from the top."""
    found: list[TextTable] = []
    place = 0
    while place < len(raw):
        table, end = _table_at(file, raw, place)
        if table is not None:
            found.append(table)
        place = end if table is not None else place + 1
    return found


def _table_at(file: str, raw: Sequence[RawLine], place: int) -> tuple[TextTable | None, int]:
    for read in (bar_rows, tab_rows, aligned_rows):
        rows = read(raw, place)
        if rows is None:
            continue
        table = _made(file, raw[place : rows.end], rows)
        if table is not None:
            return table, rows.end
    return None, place + 1


def _made(file: str, raw: Sequence[RawLine], rows: Rows) -> TextTable | None:
    grid = Grid([[_cell(file, cell) for cell in row] for row in rows.rows])
    matrix = outline_tables.is_matrix(grid) and not _tells_level(grid)
    blocks: list[Grid | Pair] = [grid]
    told: list[Leaf] = []
    if not matrix:
        if rows.unclear:
            return None
        if len(grid.rows[0]) == 2:
            blocks, told = _pairs(grid)
        sure = rows.sure and len(grid.rows) > 1
        if not sure and not all(_is_known(block) for block in blocks):
            return None
    # Cell by cell, so that the lines of one that goes over several stand next to each other.
    lines = [
        Piece(text, file, number)
        for row in rows.rows
        for cell in row
        for number, text in cell
        if text.strip()
    ]
    unclear = [Piece(e.text.strip(), file, e.number) for e in raw if e.number in rows.unclear]
    return TextTable(
        first=raw[0].number,
        last=raw[-1].number,
        blocks=blocks,
        lines=lines + unclear,
        matrix=matrix,
        unplaced=[Unplaced(line, _UNCLEAR) for line in unclear]
        + [Unplaced(leaf.text, "heads a table's column") for leaf in told],
    )


def _pairs(grid: Grid) -> tuple[list[Grid | Pair], list[Leaf]]:
    """Two columns as labels and their values; and the headings of the columns, if it has such."""
    rows, told = grid.rows, list[Leaf]()
    names = [kind_of(cell[0].text.text) if len(cell) == 1 else "" for cell in rows[0]]
    if len(rows) > 1 and all(names) and names[1] in {"text", "description", "summary"}:
        told, rows = [leaf for cell in rows[0] for leaf in cell], rows[1:]
    blocks: list[Grid | Pair] = []
    for label, values in rows:
        pieces = [leaf.text for leaf in values]
        last = blocks[-1] if blocks else None
        if len(label) == 1:
            blocks.append(Pair(label[0].text, pieces))
        elif not label and isinstance(last, Pair):
            last.values.extend(pieces)
        else:
            return [grid], []
    if all(isinstance(block, Pair) and block.values for block in blocks):
        return blocks, told
    return [grid], []


def _tells_level(grid: Grid) -> bool:
    """Whether labels and values tell which level the text is of: "Level:", "Consultant (C4)"."""
    texts = [cell[0].text.text if len(cell) == 1 else "" for row in grid.rows for cell in row]
    others = any(level_name(text) for text in texts[2::2])
    return len(grid.rows[0]) == 2 and FIELD_OF.get(fold(texts[0])) == "level" and not others


def _is_known(block: Grid | Pair) -> bool:
    return isinstance(block, Pair) and is_part_name(block.label.text)


def _cell(file: str, fragments: Fragments) -> Cell:
    """The lines of a cell; one that goes on in lower case is joined to the line before."""
    cell: Cell = []
    for number, raw in fragments:
        for text in _INLINE_BULLETS.split(raw.strip()):
            mark, content = bullet_of(text)
            if not content:
                continue
            look = look_of(content, bullet=bool(mark))
            before = cell[-1] if cell else None
            if before is not None and not mark and _goes_on(before.text.text, look.text):
                joined = f"{before.text.text} {look.text}"
                piece = Piece(joined, file, before.text.line, last=number)
                cell[-1] = Leaf(piece, before.depth, before.strong)
            else:
                piece = Piece(look.text, file, number)
                cell.append(Leaf(piece, int(bool(mark)), look.style == "bold"))
    return cell


def _goes_on(before: str, text: str) -> bool:
    return text[:1].islower() or before.endswith(_OPEN_ENDED)
