"""Tables in a document: levels as columns, levels as rows, or labels with their values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ladder.importers.field_names import kind_of
from bot.ladder.importers.found import Piece, Unplaced
from bot.ladder.importers.levels import is_role, is_rung_title, level_name
from bot.ladder.importers.outline import Cell, Grid
from bot.ladder.importers.vocabulary import FIELD_OF, fold

_MOST_NAME_COLUMNS = 3
_SURE_LEVELS = 2
_EMPTY_MARK = re.compile(r"[-–—―−_.…/\s]+|n\s?/?\s?a\.?", re.IGNORECASE)
_NO_PART = "heads a table, but names no level or part"
_NO_CELL = "stands in a table's cell that is of no level"


@dataclass(slots=True)
class Entry:
    """One cell's text for one level."""

    level: Piece
    names: list[Piece]
    """The names that lead to it, outermost first: of a row's group, of the row or column."""
    cell: Cell


def is_matrix(grid: Grid) -> bool:
    """Whether the table has levels as columns or as rows."""
    return _levels_in_columns(grid) or _levels_in_rows(grid)


def entries(grid: Grid, *, named: bool) -> tuple[list[Entry], list[Unplaced]]:
    """The matrix level by level, and the texts that are of no level or name no part.

    `named` says that a heading over the table names its part, so that an only column needs none.
    """
    grid, told = _without_marks(grid)
    by_column = _levels_in_columns(grid)
    found, spare = (
        _columns(grid) if by_column else _rows(grid, nameless=named and len(grid.rows[0]) == 2)
    )
    return found, told + spare


def _without_marks(grid: Grid) -> tuple[Grid, list[Unplaced]]:
    """The table with empty cells for those that only say so: "–", "n/a"."""
    told: dict[int, Unplaced] = {}
    header, *body = grid.rows
    rows = [header]
    for row in body:
        marks = [
            cell for cell in row if len(cell) == 1 and _EMPTY_MARK.fullmatch(cell[0].text.text)
        ]
        told |= {id(cell): Unplaced(cell[0].text, "marks an empty cell") for cell in marks}
        rows.append([[] if any(cell is mark for mark in marks) else cell for cell in row])
    return Grid(rows, grid.headed), list(told.values())


def is_field(name: Piece, texts: Sequence[Piece]) -> bool:
    """Whether a row or column of a matrix fills a field; "Code" does only where it holds codes."""
    kind = FIELD_OF.get(fold(name.text))
    return bool(kind) and (kind != "level" or level_name(texts[0].text) is not None)


def first_text(cell: Cell) -> Piece | None:
    """A heading cell's text; None when it is empty."""
    return cell[0].text if cell else None


def _is_level_list(cells: list[Cell]) -> bool:
    texts = [cell[0].text.text if len(cell) == 1 else "" for cell in cells]
    told = [text for text in texts if text]
    if not told or any(len(cell) > 1 for cell in cells):
        return False
    coded = [text for text in told if level_name(text)]
    rungs = [text for text in told if level_name(text) or is_rung_title(text)]
    roles = [text for text in told if text in rungs or is_role(text)]
    if (
        len(rungs) == 1 and not coded
    ):  # "Junior Engineer" and a bare "Engineer" are two rungs of one job
        return (
            len(told) > 1
            and all(text.split()[-1] == rungs[0].split()[-1] for text in roles)
            and (len(roles) == len(told))
        )
    return len(coded) == len(told) or (len(rungs) >= 2 and len(roles) == len(told))


def _levels_in_columns(grid: Grid) -> bool:
    return len(grid.rows) > 1 and bool(_level_columns(grid.rows[0]))


def _level_columns(header: Sequence[Cell]) -> list[int]:
    """The places of the levels in a header such as "Theme, Skill, IC1, IC2, Notes"; [] for none.

    A column without a heading before the levels names rows too.
    """
    for columns in range(1, min(_MOST_NAME_COLUMNS, len(header) - 1) + 1):
        own = [place for place in range(columns, len(header)) if not _is_aside(header[place])]
        told = [place for place in own if header[place]]
        if not told or not _is_level_list([header[place] for place in told]):
            continue
        if (columns > 1 or len(own) < len(header) - columns) and len(told) < _SURE_LEVELS:
            return []
        return told
    return []


def _is_aside(cell: Cell) -> bool:
    """Whether a column's heading names none of the levels beside it: "Notes", "Owner"."""
    text = cell[0].text.text if len(cell) == 1 else ""
    if not text or level_name(text) or is_rung_title(text):
        return False
    return bool(kind_of(text)) or not is_role(text)


def _all_levels(header: list[Cell]) -> bool:
    """Whether the first column is a level's too, so that the table has no names of rows."""
    texts = [cell[0].text.text if len(cell) == 1 else "" for cell in header]
    return all(level_name(text) is not None for text in texts)


def _levels_in_rows(grid: Grid) -> bool:
    if len(grid.rows) < 2 or len(grid.rows[0]) < 2:
        return False
    body = [row[0] for row in grid.rows[1:]]
    corner = first_text(grid.rows[0][0])
    numbered = corner is not None and FIELD_OF.get(fold(corner.text)) == "level"
    return _is_level_list(body) or (numbered and all(len(cell) == 1 for cell in body))


def _columns(grid: Grid) -> tuple[list[Entry], list[Unplaced]]:
    rows = [[[], *row] for row in grid.rows] if _all_levels(grid.rows[0]) else grid.rows
    places = _level_columns(rows[0])
    width = places[0]
    header, *body = rows
    found: list[Entry] = []
    labels = _Labels(width)
    spare = [Unplaced(leaf.text, _NO_PART) for cell in header[:width] for leaf in cell]
    others = [place for place in range(width, len(header)) if place not in places]
    spare += [Unplaced(leaf.text, _NO_PART) for place in others for leaf in header[place]]
    for row in body:
        spare += [Unplaced(leaf.text, _NO_CELL) for cell in row[:width] for leaf in cell[1:]]
        names, heads_others = labels.of(row)
        if heads_others:
            continue
        for place in others:
            spare += [Unplaced(leaf.text, _beside(header[place])) for leaf in row[place]]
        found += [Entry(header[p][0].text, names, row[p]) for p in places if row[p]]
    told = {id(entry.level) for entry in found}
    levels = [header[p][0].text for p in places if id(header[p][0].text) in told]
    # Each level once in the header's order: a first row with an empty cell must not change it.
    found = [Entry(level, [], []) for level in levels] + found
    used = {id(name) for entry in found for name in entry.names}
    unused = [Unplaced(name, _NO_PART) for at, name in labels.seen.items() if at not in used]
    return found, spare + unused


def _beside(header: Cell) -> str:
    name = first_text(header)
    return f"stands in the column {name.text!r}, which is no level" if name else _NO_CELL


class _Labels:
    """The names of a matrix's rows: a blank one is that of the row above."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.seen: dict[int, Piece] = {}
        self._group: list[Piece] = []
        self._carried: list[Piece | None] = [None] * width

    def of(self, row: list[Cell]) -> tuple[list[Piece], bool]:
        """The names of a row, outermost first, and whether it only heads the rows below it."""
        heads = row[: self.width]
        own = list(map(first_text, heads))
        told = [name for name in own if name is not None]
        self.seen |= {id(name): name for name in told}
        filled = [cell for cell in row[self.width :] if cell]
        spans = bool(filled) and all(_same(cell, heads[0]) for cell in [*heads, *filled] if cell)
        if told and (spans or (not filled and self.width == 1)):
            self._group, self._carried = [told[0]], [None] * self.width
            return [], True
        for place, name in enumerate(own):
            if name is not None and name is not self._carried[place]:
                self._carried[place:] = [name] + [None] * (self.width - place - 1)
        carried = [name for name in self._carried if name is not None]
        return [*self._group, *carried], not filled


def _rows(grid: Grid, *, nameless: bool) -> tuple[list[Entry], list[Unplaced]]:
    header, *body = grid.rows
    found: list[Entry] = []
    spare = [Unplaced(leaf.text, _NO_PART) for leaf in header[0]]
    used: set[int] = set()
    for row in body:
        level = first_text(row[0])
        for column, (name_cell, cell) in enumerate(zip(header[1:], row[1:], strict=True)):
            name = first_text(name_cell)
            if level is None or (name is None and cell and not nameless):
                spare += [Unplaced(leaf.text, _NO_CELL) for leaf in cell]
            elif nameless:
                found.append(Entry(level, [], cell))
            elif cell:
                found.append(Entry(level, [name] if name else [], cell))
                used.add(column)
        if level is not None and not any(row[1:]):
            found.append(Entry(level, [], []))
    for column, name_cell in enumerate(header[1:]):
        if column not in used:
            spare += [Unplaced(leaf.text, _NO_PART) for leaf in name_cell]
    return found, spare


def _same(cell: Cell, other: Cell) -> bool:
    """Whether a merged cell stands in both places."""
    return [leaf.text for leaf in cell] == [leaf.text for leaf in other]
