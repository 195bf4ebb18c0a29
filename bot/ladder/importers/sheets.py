"""Reads one sheet: finds its blocks, and what their titles name, and reads each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.ladder.importers.blocks import Part
from bot.ladder.importers.field_names import kind_of, names_family, names_track
from bot.ladder.importers.grid import Cell, Grid
from bot.ladder.importers.headlines import NAMED_FAMILY
from bot.ladder.importers.layout import (
    Line,
    best_column,
    best_row,
    find_records,
    header_rows,
    level_cells,
    own_headings,
)
from bot.ladder.importers.matrix import Block, Level, MatrixReader, label_columns
from bot.ladder.importers.reading import Reading, Scope
from bot.ladder.importers.records import read_records
from bot.ladder.importers.role_matrix import read_roles, role_header
from bot.ladder.importers.single import read_cards, read_filled_card
from bot.ladder.importers.turned import TurnedBlocks

_TITLE = "stands above a table and names no level"
_COLUMN = "is the heading of a column, whose texts are placed"
_CORNER = "is the heading of the names below it"
_NO_LEVEL_COLUMN = "stands in a column that names no level"


def has_levels(grid: Grid) -> bool:
    """True where the sheet itself names levels."""
    return bool(
        role_header(grid) is not None
        or find_records(grid)
        or best_row(grid).score
        or best_column(grid).score
    )


def read_sheet(grid: Grid, scope: Scope, reading: Reading) -> None:
    """Read all that the sheet says of levels; the rest stays unplaced."""
    records = find_records(grid)
    if records:
        read_records(grid, records, scope, reading)
        return
    roles = role_header(grid)
    if roles is not None:
        read_roles(grid, roles, scope, reading)
        return
    row, column = best_row(grid), best_column(grid)
    if not row.score and not column.score:
        read_cards(grid, scope, reading)
        return
    if read_filled_card(grid, row.index, scope, reading):
        return
    parts = (
        _blocks(grid, row)
        if row.score >= column.score
        else TurnedBlocks(grid, column.index).parts()
    )
    _explain(parts, reading)
    for part, own_scope in zip(parts, _scopes(parts, scope, reading), strict=True):
        MatrixReader(part.block, own_scope, reading).read()


def sheet_levels(grid: Grid) -> tuple[set[str], set[str]]:
    """The levels of a sheet and the names of its themes, as keys to compare sheets by."""
    records = find_records(grid)
    row, column = best_row(grid), best_column(grid)
    if records or not (row.score or column.score):
        return set(), set()
    parts = (
        _blocks(grid, row)
        if row.score >= column.score
        else TurnedBlocks(grid, column.index).parts()
    )
    levels = set[str]().union(*(part.levels() for part in parts))
    return levels, set[str]().union(*(part.labels() for part in parts))


def _parts(grid: Grid, row: Line, column: Line) -> list[Part]:
    if row.score >= column.score:
        return _blocks(grid, row)
    return TurnedBlocks(grid, column.index).parts()


# Levels as columns


def _blocks(grid: Grid, best: Line) -> list[Part]:
    rows = grid.rows()
    headers = header_rows(grid, best)
    starts = [rows[0]] + [
        _start(grid, rows, before, header) for before, header in pairwise(headers)
    ]
    parts = []
    for index, header in enumerate(headers):
        end = starts[index + 1] if index + 1 < len(headers) else rows[-1] + 1
        own = [row for row in rows if starts[index] <= row < end]
        parts.append(_block(grid.part(own), header))
    return parts


def _start(grid: Grid, rows: list[int], before: int, header: int) -> int:
    """The first row that belongs to the block of `header`: its titles stand above it."""
    first_level = level_cells(grid, header)[0][0]
    start = header
    for row in reversed([row for row in rows if before < row < header]):
        cells = [column for column in grid.columns() if grid.own(row, column)]
        alone = len(cells) == 1 and (cells[0] < first_level or _is_merged(grid, row, cells[0]))
        gap_before = not any(r in rows for r in (row - 1,))
        if not alone and not (gap_before and len(cells) == 1 and start == row + 1):
            break
        start = row
    return start


def _is_merged(grid: Grid, row: int, column: int) -> bool:
    return grid.merged.get((row, column + 1)) == (row, column)


def _block(grid: Grid, header: int) -> Part:
    named = level_cells(grid, header)
    rows = [row for row in grid.rows() if row > header]
    levels = [Level(cell, _covered(grid, header, column, cell)) for column, cell in named]
    _take_blank_columns(grid, header, levels)
    sub_headers, skip = _sub_headers(grid, rows, levels)
    sub_headers |= _own_columns(grid, header, levels)
    body = [row for row in grid.rows() if row >= header and row not in skip]
    columns = label_columns(grid, header, levels, body)
    titles = []
    level_columns = {column for level in levels for column in level.columns}
    for row in (row for row in grid.rows() if row < header):
        cells = grid.row_cells(row)
        over = {c for c in level_columns if (cell := grid.at(row, c)) and cell in cells}
        if len(cells) == 1 and (len(over) < 1 or not names_track(cells[0].text)):
            titles.append(cells[0])
    corner = next((c for column in columns if (c := grid.own(header, column))), None)
    skipped = frozenset(skip | {row for row in grid.rows() if _only(grid, row, titles)})
    block = Block(grid, header, levels, columns, sub_headers, skipped)
    return Part(block, titles, corner)


def _only(grid: Grid, row: int, titles: list[Cell]) -> bool:
    cells = grid.row_cells(row)
    return len(cells) == 1 and any(cells[0] is title for title in titles)


def _covered(grid: Grid, row: int, column: int, cell: Cell) -> list[int]:
    columns = sorted({c for _, c in grid.cells} | {c for r, c in grid.merged if r == row})
    return [c for c in columns if c >= column and grid.at(row, c) is cell]


def _take_blank_columns(grid: Grid, header: int, levels: list[Level]) -> None:
    """Columns without a heading behind each level are the level's, if each has as many."""
    columns = grid.columns()
    starts = [level.columns[0] for level in levels]
    blank: list[list[int]] = []
    for index, level in enumerate(levels):
        end = starts[index + 1] if index + 1 < len(starts) else columns[-1] + 1
        between = [c for c in columns if level.columns[-1] < c < end]
        if any(grid.at(header, c) for c in between) or not between:
            return
        blank.append(between)
    if len(levels) > 1 and len({len(found) for found in blank}) == 1:
        for level, found in zip(levels, blank, strict=True):
            level.columns.extend(found)


def _own_columns(grid: Grid, header: int, levels: list[Level]) -> dict[int, Cell]:
    """Give each level the columns that it heads besides: "L1 examples", behind "L1"."""
    heads = own_headings(grid.row_cells(header))
    found: dict[int, Cell] = {}
    for column in grid.columns():
        cell = grid.own(header, column)
        owner, name = heads.get(id(cell), (None, ""))
        for level in levels:
            if cell is not None and level.cell is owner:
                level.columns.append(column)
                if kind_of(name) != "text":
                    found[column] = Cell(replace(cell.piece, text=name))
    return found


def _sub_headers(
    grid: Grid, rows: Sequence[int], levels: list[Level]
) -> tuple[dict[int, Cell], set[int]]:
    """What the columns of a level are called, where a row below the levels says so for each."""
    if not rows or all(len(level.columns) == 1 for level in levels):
        return {}, set()
    row = rows[0]
    names = [
        tuple(cell.text for c in level.columns if (cell := grid.own(row, c))) for level in levels
    ]
    wide = [name for name in names if len(name) > 1]
    if not wide or (len(set(wide)) > 1 or (len(wide) < 2 and not all(map(kind_of, wide[0])))):
        return {}, set()
    cells = {c: cell for lv in levels for c in lv.columns if (cell := grid.own(row, c))}
    plain = {c: cell for c, cell in cells.items() if kind_of(cell.text) != "text"}
    return plain, {row}


# What titles name


def _scopes(parts: list[Part], scope: Scope, reading: Reading) -> list[Scope]:
    """The scope of each block: its title is a family, a track or a theme, or says nothing."""
    titles = [part.title() for part in parts]
    kind = _kind_of_titles(parts, titles)
    scopes = []
    for part, title in zip(parts, titles, strict=True):
        own = replace(scope, twins=not part.turned)
        for cell in part.titles:
            match = NAMED_FAMILY.fullmatch(cell.text)
            if match:
                own = replace(own, family=replace(cell.piece, text=match[1]))
                reading.use([cell])
        if title is not None and kind:
            own = own.named(kind, title.piece)
            reading.use_name([title])
        reading.use_name(part.groups)
        scopes.append(own)
    return scopes


def _kind_of_titles(parts: list[Part], titles: list[Cell | None]) -> str:
    named = [title for title in titles if title is not None]
    if len(parts) < 2 or len(named) < len(parts) or len({t.text for t in named}) < len(parts):
        return ""
    if any(NAMED_FAMILY.fullmatch(title.text) for title in named):
        return ""
    if all(names_track(title.text) for title in named):
        return "track"
    return (
        "family"
        if are_families(
            [title.text for title in named],
            [part.levels() for part in parts],
            [part.labels() for part in parts],
        )
        else "theme"
    )


def are_families(names: list[str], levels: list[set[str]], labels: list[set[str]]) -> bool:
    """True where tables of these names are of several families, False where of several themes.

    Families have themes in common; the tables of themes have the levels in common and nothing
    else.
    """
    if all(names_family(name) for name in names):
        return True
    pairs = [(a, b) for a in range(len(labels)) for b in range(a)]
    shared = [len(labels[a] & labels[b]) * 3 >= len(labels[a] | labels[b]) for a, b in pairs]
    same_levels = [len(levels[a] & levels[b]) * 2 >= len(levels[a] | levels[b]) for a, b in pairs]
    if any(labels) and any(s and labels[a] for s, (a, _) in zip(shared, pairs, strict=True)):
        return True
    return not all(same_levels)


def _explain(parts: list[Part], reading: Reading) -> None:
    for part in parts:
        reading.explain(part.titles, _TITLE)
        block = part.block
        for column in block.label_columns:
            heading = block.grid.own(block.header, column)
            if heading:
                reading.explain([heading], _CORNER)
        heads = [block.grid.own(block.header, column) for column in block.sub_headers]
        reading.explain((cell for cell in heads if cell is not None), _COLUMN)
        if not part.turned:
            taken = {c for level in block.levels for c in level.columns}
            for (_, column), cell in block.grid.cells.items():
                if column not in taken and column not in block.label_columns:
                    reading.explain([cell], _NO_LEVEL_COLUMN)
