"""Reads a table with one statement a row: family, level, theme, statement, in any order."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.ladder.importers.card_book import path_of
from bot.ladder.importers.field_names import kind_of
from bot.ladder.importers.found import FoundCard, Piece
from bot.ladder.importers.grid import Cell, Grid
from bot.ladder.importers.layout import Records
from bot.ladder.importers.level_labels import STRONG, level_strength
from bot.ladder.importers.reading import Reading, Scope

_BETWEEN = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")
_RANGE = re.compile(
    r"(?P<letters>[A-Z]{1,4})(?P<first>\d{1,2})\s*(?:[-–—]|to)\s*(?P<other>[A-Z]{1,4})(?P<last>\d{1,2})"
)
_CARRIED = ("family", "track", "level", "theme", "group")


def read_records(grid: Grid, records: Records, scope: Scope, reading: Reading) -> None:
    """Put each row's statement under the row's own level and theme."""
    columns = records.columns
    reading.explain(
        (cell for (row, _), cell in grid.cells.items() if row == records.header),
        "is the heading of a column, whose texts are placed",
    )
    rows = [row for row in grid.rows() if row > records.header]
    carried = {kind for kind in _CARRIED if _carries(grid, rows, columns.get(kind, []))}
    last: dict[int, Cell] = {}
    for row in rows:
        told = any(grid.own(row, c) for c in columns["text"] + columns.get("examples", []))
        if not told and len(grid.row_cells(row)) < 2:
            continue
        cells = {
            kind: [cell for c in found if (cell := _cell(grid, row, c, kind in carried, last))]
            for kind, found in columns.items()
        }
        heads = {
            id(cell): head.piece
            for found in columns.values()
            for c in found
            if (cell := grid.own(row, c)) and (head := grid.own(records.header, c))
        }
        _read_row(cells, scope, reading, heads)


def _read_row(
    cells: dict[str, list[Cell]], scope: Scope, reading: Reading, heads: dict[int, Piece]
) -> None:
    level = next(iter(cells["level"]), None)
    texts = cells["text"]
    if level is None:
        reading.explain(texts, "stands in a row that names no level")
        return
    for piece in _levels_in(level.piece):
        _read_level(piece, cells, scope, reading, heads)


def _read_level(
    level: Piece,
    cells: dict[str, list[Cell]],
    scope: Scope,
    reading: Reading,
    heads: dict[int, Piece],
) -> None:
    texts = cells["text"]
    family = _first(cells, "family") or scope.family
    card = reading.book.card(level, family, _first(cells, "track") or scope.track)
    reading.use(cells["level"])
    for kind in ("family", "track"):
        reading.use_name(cells.get(kind, []))
    themes = cells.get("theme", []) + cells.get("group", [])
    names = [scope.theme] if scope.theme else []
    path = path_of([*names, *(cell.piece for cell in themes)])
    field_kind = kind_of(themes[-1].text) if len(themes) == 1 else ""
    for text in texts:
        if reading.placeholder(text):
            continue
        reading.use([text])
        if field_kind in Reading.FIELDS:
            reading.set_field(card, field_kind, text.piece, themes[0].piece)
            reading.explain(themes, "is the name of a field; the text beside it is placed")
        else:
            reading.use_name(themes)
            exemplified = bool(cells.get("examples")) and len(texts) == 1
            reading.book.add(card, path, text.piece, True, exemplified)
    _place_examples(cells, card, path, bool(texts), reading)
    _place_fields(cells, card, reading, heads)


def _levels_in(level: Piece) -> list[Piece]:
    """The levels of a cell: one, or those of "IC1, IC2" and of "IC1-IC3"."""
    parts = [part.strip() for part in _BETWEEN.split(level.text)]
    if len(parts) > 1 and all(level_strength(part) == STRONG for part in parts):
        return [replace(level, text=part) for part in parts]
    match = _RANGE.fullmatch(level.text)
    first, last = (int(match["first"]), int(match["last"])) if match else (0, 0)
    if match and first < last and match["other"] in {None, "", match["letters"]}:
        numbers = range(first, last + 1)
        return [replace(level, text=f"{match['letters']}{number}") for number in numbers]
    return [level]


def _place_examples(
    cells: dict[str, list[Cell]],
    card: FoundCard,
    path: Sequence[Piece],
    follows: bool,
    reading: Reading,
) -> None:
    """Examples belong to the statement of their own row."""
    for cell in cells.get("examples", []):
        statements = reading.book.statements(card, path)
        if reading.placeholder(cell):
            continue
        if statements and follows:
            statements[-1].examples.extend(reading.lines(cell.piece))
            reading.use([cell])
        else:
            reading.explain([cell], "is an example without a statement")


def _place_fields(
    cells: dict[str, list[Cell]], card: FoundCard, reading: Reading, heads: dict[int, Piece]
) -> None:
    """Fields such as the title, which each row of a level may repeat."""
    for kind in ("title", "summary", "meaning", "titles", "pay", "soc"):
        for cell in cells.get(kind, []):
            known = [card.title, card.soc, *card.summary, *card.meaning_summary]
            known += [*card.titles, *card.pay]
            if any(piece is not None and piece.text == cell.text for piece in known):
                reading.use([cell])
            elif kind != "title" or card.title is None:
                reading.use([cell])
                reading.set_field(card, kind, cell.piece, heads.get(id(cell), cell.piece))
            else:
                reading.explain([cell], "is a further title of a level that has one already")


def _first(cells: dict[str, list[Cell]], kind: str) -> Piece | None:
    found = next(iter(cells.get(kind, [])), None)
    return found.piece if found else None


def _cell(grid: Grid, row: int, column: int, carried: bool, last: dict[int, Cell]) -> Cell | None:
    cell = grid.at(row, column)
    if cell is not None:
        last[column] = cell
    return cell or (last.get(column) if carried else None)


def _carries(grid: Grid, rows: list[int], columns: list[int]) -> bool:
    """True where a column is filled only where its value changes, as merged cells are exported.

    A single gap in a full column is a slip: what stands there has no level.
    """
    blank = sum(grid.at(row, column) is None for row in rows for column in columns[:1])
    return blank * 3 >= len(rows)
