"""Reads a table whose rows are families and whose columns are levels: one text for each card."""

from bot.ladder.importers.card_book import path_of
from bot.ladder.importers.field_names import kind_of, names_family
from bot.ladder.importers.grid import Cell, Grid
from bot.ladder.importers.level_labels import STRONG, is_plain_role, level_key, level_strength
from bot.ladder.importers.reading import Reading, Scope

_HEADER_ROWS = 12


def role_header(grid: Grid) -> int | None:
    """The row "Role, L1, L2, L3" above rows that each begin with a family; None without one."""
    rows = grid.rows()
    for row in rows[:_HEADER_ROWS]:
        corner, *levels = grid.row_cells(row)
        named = kind_of(corner.text) in {"role", "family"} and len(levels) > 1
        if not named or any(level_strength(cell.text) < STRONG for cell in levels):
            continue
        first = _column(grid, row, corner)
        names = [cell for later in rows if later > row and (cell := grid.own(later, first))]
        plain = [cell for cell in names if names_family(cell.text) or is_plain_role(cell.text)]
        distinct = len({level_key(cell.text) for cell in levels}) == len(levels)
        if names and distinct and len(plain) == len(names):
            return row
    return None


def read_roles(grid: Grid, header: int, scope: Scope, reading: Reading) -> None:
    """Put each text under the family of its row and the level of its column."""
    corner = grid.row_cells(header)[0]
    reading.explain([corner], "is the heading of families, which are placed")
    first = _column(grid, header, corner)
    levels = {c: cell for c in grid.columns() if c != first and (cell := grid.own(header, c))}
    path = path_of([scope.theme] if scope.theme else [])
    for row in (row for row in grid.rows() if row > header):
        family = grid.own(row, first)
        if family is None:
            continue
        reading.use_name([family, *levels.values()])
        reading.book.in_order([(level.piece, family.piece, 0) for level in levels.values()])
        for column, level in levels.items():
            cell = grid.at(row, column)
            if cell is not None and not reading.placeholder(cell):
                card = reading.book.card(level.piece, family.piece, scope.track)
                reading.use([cell])
                reading.book.add(card, path, cell.piece)


def _column(grid: Grid, row: int, cell: Cell) -> int:
    return next(column for column in grid.columns() if grid.own(row, column) is cell)
