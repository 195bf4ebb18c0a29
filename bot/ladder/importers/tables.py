"""Reads career ladders kept in spreadsheets: CSV and its kin, and XLSX workbooks."""

import re
from dataclasses import replace
from pathlib import Path

from bot.ladder.importers.delimited import read_delimited
from bot.ladder.importers.families import of_document
from bot.ladder.importers.field_names import is_generic, names_family, names_track
from bot.ladder.importers.found import FILE_NAME, Found, Piece, Unplaced, UnreadableError
from bot.ladder.importers.grid import Grid
from bot.ladder.importers.headlines import Headline, headline
from bot.ladder.importers.own_table import read_own_table
from bot.ladder.importers.reading import Reading, Scope
from bot.ladder.importers.sheets import are_families, has_levels, read_sheet, sheet_levels
from bot.ladder.importers.single import level_of_form, level_of_name
from bot.ladder.importers.source_text import decode, read_bytes
from bot.ladder.importers.workbook import read_workbook

_DEFAULT_SHEET = re.compile(r"(?:sheet|tabelle|feuil|hoja|foglio|blad)\s*\d*", re.IGNORECASE)

_HIDDEN = "stands on a hidden sheet, which may be out of date; show the sheet to have it read"


def read(path: Path) -> Found:
    """Every level and text of a table, each text under its own level or told as not placed.

    The kind of the file is seen from its bytes, whatever its name. Raises UnreadableError.
    """
    file = str(path)
    data = read_bytes(path)
    reading = Reading()
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or path.suffix.casefold() in {
        ".xlsx",
        ".xlsm",
    }:
        workbook = read_workbook(file, data)
        grids = workbook.grids
        reading.unplaced.extend(workbook.unplaced)
    else:
        text = decode(file, data)
        ours = read_own_table(file, text)
        if ours is not None:
            return ours
        grids = [read_delimited(file, text, path.suffix.casefold())]
    if not any(grid.cells for grid in grids):
        raise UnreadableError(file, 1, "is empty; give a file that holds a ladder")
    stem = Piece(path.stem, file, 1, FILE_NAME)
    filled = [grid for grid in grids if grid.cells]
    if any(_tells_levels(grid) for grid in filled if not grid.hidden):
        for grid in filled:
            reading.explain(grid.cells.values() if grid.hidden else [], _HIDDEN)
        filled = [grid for grid in filled if not grid.hidden]
    lines = [headline(grid) for grid in filled]
    title = _title(lines, reading)
    for line, scope in zip(lines, _scopes(lines, stem, reading), strict=True):
        read_sheet(line.grid, scope, reading)
    for grid in grids:
        if not grid.cells and grid.name:
            reading.unplaced.append(Unplaced(grid.name, "names a sheet that is empty"))
    reading.close(grids)
    return Found(reading.book.cards(), reading.unplaced, title=title)


def _tells_levels(grid: Grid) -> bool:
    return has_levels(grid) or (grid.name is not None and level_of_name(grid.name) is not None)


def _title(lines: list[Headline], reading: Reading) -> Piece | None:
    """The title of the one sheet that has one; titles of several sheets name their families."""
    titled = [line for line in lines if line.title is not None]
    names = {of_document(line.title.text) for line in titled if line.title is not None}
    if len(titled) > 1 and len(names) == len(titled):
        for line in titled:
            if line.title is not None and line.family is None:
                name = of_document(line.title.text) or line.title.text
                line.family, line.used = replace(line.title.piece, text=name), (line.title,)
        return None
    for line in titled:
        if line.title is not None:
            same = titled[0].title is not None and line.title.text == titled[0].title.text
            reading.use([line.title] if same else [])
            reading.explain([line.title], "is a further title of a file that has one already")
    return titled[0].title.piece if titled and titled[0].title is not None else None


def _scopes(lines: list[Headline], stem: Piece, reading: Reading) -> list[Scope]:
    """What each sheet's lines and name say: its level, family, theme or track, or nothing.

    A file without sheets is named by itself, where it is one level's own.
    """
    named: list[tuple[Grid, Piece]] = []
    scopes: dict[int, Scope] = {}
    for grid in (line.grid for line in lines):
        name = grid.name or stem
        level = None if has_levels(grid) else level_of_name(name)
        if level is not None:
            scopes[id(grid)] = Scope(level=level)
        elif grid.name is not None and any(level_of_form(grid, row) for row in grid.rows()):
            scopes[id(grid)] = Scope()
            _tell(
                reading, name, "is the name of a sheet; the sheet says itself of what level it is"
            )
        elif grid.name is None:
            scopes[id(grid)] = Scope()
        elif _DEFAULT_SHEET.fullmatch(name.text):
            pass
        elif grid.hidden and not names_family(name.text):
            pass  # what hides it has told its name already
        elif is_generic(name.text) or not has_levels(grid):
            _tell(reading, name, "is the name of a sheet; it names no level, family or theme")
        else:
            named.append((grid, name))
    kind = _kind_of_names(named)
    for grid, name in named:
        scopes[id(grid)] = Scope().named(kind, name)
    return [_scope(line, scopes.get(id(line.grid), Scope()), reading) for line in lines]


def _scope(line: Headline, scope: Scope, reading: Reading) -> Scope:
    """The scope with the family that a line above the table names."""
    if line.family is None:
        return scope
    reading.use(line.used)
    return replace(scope, family=line.family)


def _kind_of_names(named: list[tuple[Grid, Piece]]) -> str:
    """What the names of sheets are: "family", "theme" or "track"."""
    names = [name.text for _, name in named]
    if names and all(map(names_track, names)):
        return "track"
    if len(named) < 2:
        return "family"
    facts = [sheet_levels(grid) for grid, _ in named]
    levels, labels = [fact[0] for fact in facts], [fact[1] for fact in facts]
    return "family" if are_families(names, levels, labels) else "theme"


def _tell(reading: Reading, piece: Piece, why: str) -> None:
    reading.unplaced.append(Unplaced(piece, why))
