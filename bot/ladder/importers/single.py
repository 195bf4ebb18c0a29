"""Reads sheets that hold one level each, and sheets of cards below one another."""

import re
from dataclasses import replace
from statistics import median

from bot.ladder.importers.card_book import path_of
from bot.ladder.importers.field_names import kind_of
from bot.ladder.importers.found import FoundCard, Piece
from bot.ladder.importers.grid import Cell, Grid
from bot.ladder.importers.level_labels import BARE, level_strength
from bot.ladder.importers.reading import Reading, Scope

_HEADING_WORDS = 6
_HEADINGS = frozenset({"theme", "group", "text", "examples", "description", "aside", "number"})


def read_cards(grid: Grid, scope: Scope, reading: Reading) -> None:
    """Read a sheet whose level is the scope's, or is named alone on a row above its texts."""
    rows = grid.rows()
    starts = [row for row in rows if _names_level(grid, row)]
    if not starts and scope.level is None:
        reading.explain(grid.cells.values(), "stands on a sheet that names no level")
        return
    bounds = [*starts, rows[-1] + 1]
    if scope.level is not None and not starts:
        starts, bounds = [0], [0, rows[-1] + 1]
    for start, end in zip(starts, bounds[1:], strict=True):
        name = grid.row_cells(start)[0] if start else None
        level = name.piece if name else scope.level
        if level is None:
            continue
        if name:
            reading.use([name])
        card = reading.book.card(level, scope.family, scope.track)
        own = grid.part(row for row in rows if start < row < end)
        _Card(own, card, scope, reading).read()


def read_filled_card(grid: Grid, row: int, scope: Scope, reading: Reading) -> bool:
    """Read a sheet that is one level's form: "Level | IC1" in `row`, then its table of texts.

    False, and nothing read, where the sheet is none.
    """
    level = level_of_form(grid, row)
    heading = _heading_below(grid, row)
    if level is None or heading is None:
        return False
    card = reading.book.card(level.piece, scope.family, scope.track)
    for part in (
        grid.part(each for each in grid.rows() if row <= each < heading),
        grid.part(each for each in grid.rows() if each >= heading),
    ):
        _Card(part, card, scope, reading).read()
    reading.explain(
        [cell for each in grid.rows() if each < row for cell in grid.row_cells(each)],
        "stands above a table and names no level",
    )
    reading.use([level])
    return True


def level_of_form(grid: Grid, row: int) -> Cell | None:
    """The one level that a row names as a field, above a table of names and texts."""
    cells = grid.row_cells(row)
    if len(cells) != 2 or kind_of(cells[0].text.rstrip(":")) != "level":
        return None
    named = level_strength(cells[1].text) > BARE and _heading_below(grid, row) is not None
    return cells[1] if named else None


def _heading_below(grid: Grid, row: int) -> int | None:
    """The row below `row` that says what its columns hold: "Area", "Expectation", "Example"."""
    for each in (each for each in grid.rows() if each > row):
        kinds = [kind_of(cell.text) for cell in grid.row_cells(each)]
        if len(kinds) > 1 and set(kinds) <= _HEADINGS and {"text", "description"} & set(kinds):
            return each if each != grid.rows()[-1] else None
    return None


def _names_level(grid: Grid, row: int) -> bool:
    cells = grid.row_cells(row)
    return len(cells) == 1 and level_strength(cells[0].text) > BARE


class _Card:
    """One level's rows: names in front, texts behind them."""

    def __init__(self, grid: Grid, card: FoundCard, scope: Scope, reading: Reading) -> None:
        self.grid = grid
        self.card = card
        self.scope = scope
        self.reading = reading

    def read(self) -> None:
        rows = self.grid.rows()
        columns = self.grid.columns()
        if not rows:
            return
        if len(columns) == 1:
            self._list(rows, columns[0])
            return
        header = self._header(rows)
        if header is not None:
            rows = rows[1:]
            heading_cells = self.grid.row_cells(header)
            self.reading.explain(
                heading_cells, "is the heading of a column, whose texts are placed"
            )
        kinds = {
            column: kind_of(cell.text)
            for column in columns
            if header is not None and (cell := self.grid.own(header, column))
        }
        if header is None and self._headed_columns(rows, columns):
            self._columns(rows, columns)
            return
        self._rows(rows, columns, kinds)

    def _header(self, rows: list[int]) -> int | None:
        cells = self.grid.row_cells(rows[0])
        known = [kind_of(cell.text) in _HEADINGS for cell in cells]
        short = all(len(cell.text.split()) <= _HEADING_WORDS for cell in cells)
        named = all(known) or (len(cells) > 2 and short and sum(known) * 2 > len(known))
        return rows[0] if len(cells) > 1 and len(rows) > 1 and named else None

    def _headed_columns(self, rows: list[int], columns: list[int]) -> bool:
        """True where each column is a theme of its own: short names above texts."""
        heads = [cell for c in columns if (cell := self.grid.own(rows[0], c))]
        first = [cell.text for r in rows[1:] if (cell := self.grid.own(r, columns[0]))]
        rest = [cell.text for (_, c), cell in self.grid.cells.items() if c != columns[0]]
        return (
            len(columns) > 2
            and len(heads) == len(columns)
            and bool(first)
            and bool(rest)
            and all(len(cell.text.split()) <= _HEADING_WORDS for cell in heads)
            and median(map(len, first)) * 2 > median(map(len, rest))
            and len(first) * 2 > len(rows) - 1
            and median(map(len, first)) >= 25
        )

    def _columns(self, rows: list[int], columns: list[int]) -> None:
        for column in columns:
            name = self.grid.own(rows[0], column)
            for row in rows[1:]:
                cell = self.grid.own(row, column)
                if name and cell:
                    self._place([name], cell)

    def _rows(self, rows: list[int], columns: list[int], kinds: dict[int, str]) -> None:
        examples = [c for c in columns if kinds.get(c) == "examples"]
        texts = [c for c in columns if kinds.get(c) in {"text", "description"}]
        unknown = [c for c in columns[1:] if c in kinds and not kinds[c]]
        texts = texts or unknown or [c for c in columns if c not in examples][-1:]
        texts = [c for c in texts if c not in examples] or columns[1:2]
        names = [c for c in columns if c not in texts + examples and c < min(texts)]
        if len(columns) > 3 and not kinds:
            names, texts = columns[:1], columns[1:]
        if len(columns) == 2:
            names, texts, examples = columns[:1], columns[1:], []
        labels: list[Cell | None] = [None] * len(names)
        for row in rows:
            here = [self.grid.at(row, column) for column in names]
            for place, cell in enumerate(here):
                if cell is not None:
                    labels[place : place + 1] = [cell]
                    labels[place + 1 :] = [None] * (len(labels) - place - 1)
            known = list(dict.fromkeys(cell for cell in labels if cell is not None))
            told = [cell for column in texts if (cell := self.grid.own(row, column))]
            own = [cell for cell in here if cell is not None]
            if not told and len(own) > 1 and not any(self.grid.own(row, c) for c in examples):
                told, known = own[-1:], [cell for cell in known if cell is not own[-1]]
            for text in told:
                whole = any(self.grid.own(row, column) for column in examples)
                self._place(known, text, whole)
            for column in examples:
                self._example(known, self.grid.own(row, column))

    def _example(self, names: list[Cell], cell: Cell | None) -> None:
        if cell is None or self.reading.placeholder(cell):
            return
        statements = self.reading.book.statements(self.card, self._path(names))
        if statements:
            self.reading.use([cell])
            statements[-1].examples.extend(self.reading.lines(cell.piece))

    def _list(self, rows: list[int], column: int) -> None:
        """One column: a short first row over others of its paragraph is their name."""
        name: Cell | None = None
        for place, row in enumerate(rows):
            cell = self.grid.own(row, column)
            if cell is None:
                continue
            begins = place == 0 or rows[place - 1] < row - 1
            heads = place + 1 < len(rows) and rows[place + 1] == row + 1
            if begins:
                name = None
            if begins and heads and _is_heading(cell.text):
                name = cell
                continue
            self._place([name] if name else [], cell)

    def _place(self, names: list[Cell], text: Cell, whole: bool = False) -> None:
        if self.reading.placeholder(text):
            return
        self.reading.use([text])
        kind = kind_of(names[0].text) if len(names) == 1 else ""
        if kind == "level" and level_strength(text.text):
            self.reading.explain([text, *names], "names the level that the sheet is of")
            if text.text != self.card.level.text:
                self.reading.forget(text)
        elif kind in Reading.FIELDS and not self.scope.theme:
            self.reading.explain(names, "is the name of a field; the text beside it is placed")
            self.reading.set_field(self.card, kind, text.piece, names[0].piece)
        else:
            self.reading.use_name(names)
            self.reading.book.add(self.card, self._path(names), text.piece, True, whole)

    def _path(self, names: list[Cell]) -> tuple[Piece, ...]:
        theme = [self.scope.theme] if self.scope.theme else []
        return path_of([*theme, *(cell.piece for cell in names)])


def _is_heading(text: str) -> bool:
    return len(text.split()) <= _HEADING_WORDS and not re.search(r"[.;!?]$", text)


def level_of_name(name: Piece) -> Piece | None:
    """The level that a sheet's or a file's name tells; None where it tells none."""
    text = name.text
    if level_strength(text) > BARE:
        return name
    last = re.split(r"\s+[-–—|:]\s+", text)[-1]
    return replace(name, text=last) if last != text and level_strength(last) > BARE else None
