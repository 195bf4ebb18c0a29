"""Tables in a document: levels as columns, levels as rows, or labels with their values."""

from dataclasses import dataclass

from bot.ladder.importers.found import Piece
from bot.ladder.importers.levels import is_role, is_rung_title, level_name
from bot.ladder.importers.outline import Cell, Grid
from bot.ladder.importers.vocabulary import FIELD_OF, fold


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


def entries(grid: Grid, *, named: bool) -> tuple[list[Entry], list[Piece]]:
    """The matrix level by level, and the texts that head it but name no part.

    `named` says that a heading over the table names its part, so that an only column needs none.
    """
    if _levels_in_columns(grid):
        return _columns(grid)
    return _rows(grid, nameless=named and len(grid.rows[0]) == 2)


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
    return len(grid.rows) > 1 and len(grid.rows[0]) > 1 and _is_level_list(grid.rows[0][1:])


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


def _columns(grid: Grid) -> tuple[list[Entry], list[Piece]]:
    rows = [[[], *row] for row in grid.rows] if _all_levels(grid.rows[0]) else grid.rows
    header, *body = rows
    found: list[Entry] = []
    spare = [leaf.text for leaf in header[0]]
    group: list[Piece] = []
    group_used = True
    for row in body:
        name = first_text(row[0])
        filled = [cell for cell in row[1:] if cell]
        if name is not None and (not filled or all(_same(cell, row[0]) for cell in filled)):
            spare += group if not group_used else []
            group, group_used = [name], False
            continue
        names = [*group, *([name] if name else [])]
        spare += [leaf.text for leaf in row[0][1:]]
        group_used = group_used or bool(filled)
        for level, cell in zip(header[1:], row[1:], strict=True):
            level_piece = first_text(level)
            if level_piece is None:
                spare += [leaf.text for leaf in cell]
            elif cell:
                found.append(Entry(level_piece, names, cell))
    return found, spare + ([] if group_used else group)


def _rows(grid: Grid, *, nameless: bool) -> tuple[list[Entry], list[Piece]]:
    header, *body = grid.rows
    found: list[Entry] = []
    spare = [leaf.text for leaf in header[0]]
    used: set[int] = set()
    for row in body:
        level = first_text(row[0])
        for column, (name_cell, cell) in enumerate(zip(header[1:], row[1:], strict=True)):
            name = first_text(name_cell)
            if level is None or (name is None and cell and not nameless):
                spare += [leaf.text for leaf in cell]
            elif nameless:
                found.append(Entry(level, [], cell))
            elif cell:
                found.append(Entry(level, [name] if name else [], cell))
                used.add(column)
        if level is not None and not any(row[1:]):
            found.append(Entry(level, [], []))
    for column, name_cell in enumerate(header[1:]):
        if column not in used:
            spare += [leaf.text for leaf in name_cell]
    return found, spare


def _same(cell: Cell, other: Cell) -> bool:
    """Whether a merged cell stands in both places."""
    return [leaf.text for leaf in cell] == [leaf.text for leaf in other]
