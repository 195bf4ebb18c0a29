"""A sheet of cells, whatever file it came from: sparse, with merged ranges, read either way."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.ladder.importers.found import Piece

At = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A text and where it stands. Cells are told apart by identity, since texts may repeat."""

    piece: Piece

    @property
    def text(self) -> str:
        """The text without the space around it."""
        return self.piece.text


@dataclass(slots=True)
class Grid:
    """One sheet. Rows and columns count from 1; only cells that hold text are kept."""

    name: Piece | None = None
    """The name of the sheet; None where the file has no sheets."""
    cells: dict[At, Cell] = field(default_factory=dict)
    merged: dict[At, At] = field(default_factory=dict)
    """Each further place that a merged cell covers, to the place of its text."""
    hidden: bool = False
    """True for a sheet that people don't see; it is read, but names nothing."""
    _by_row: dict[int, list[Cell]] = field(default_factory=dict, repr=False)
    _columns: list[int] = field(default_factory=list, repr=False)
    """Both made when first asked for, by when every cell is in its place."""

    def at(self, row: int, column: int) -> Cell | None:
        """The cell at a place, also where a merged cell covers it."""
        place = (row, column)
        return self.cells.get(self.merged.get(place, place))

    def own(self, row: int, column: int) -> Cell | None:
        """The cell whose text stands at this very place."""
        return self.cells.get((row, column))

    def rows(self) -> list[int]:
        """Rows that hold text, from the top."""
        return list(self._index())

    def columns(self) -> list[int]:
        """Columns that hold text, from the left."""
        if not self._columns:
            self._columns = sorted({column for _, column in self.cells})
        return self._columns

    def row_cells(self, row: int) -> list[Cell]:
        """The cells whose text stands in a row, from the left."""
        return self._index().get(row, [])

    def _index(self) -> dict[int, list[Cell]]:
        if not self._by_row:
            for row, column in sorted(self.cells):
                self._by_row.setdefault(row, []).append(self.cells[row, column])
        return self._by_row

    def part(self, rows: Iterable[int]) -> "Grid":
        """Only these rows. A cell merged down into them is there too, at its first place."""
        wanted = set(rows)
        cells = {at: cell for at, cell in self.cells.items() if at[0] in wanted}
        merged = {at: origin for at, origin in self.merged.items() if at[0] in wanted}
        for origin in set(merged.values()):
            if origin in self.cells:
                cells.setdefault(origin, self.cells[origin])
        return Grid(self.name, cells, merged, self.hidden)

    def turned(self) -> "Grid":
        """Rows for columns."""
        return Grid(
            self.name,
            {(column, row): cell for (row, column), cell in self.cells.items()},
            {(at[1], at[0]): (origin[1], origin[0]) for at, origin in self.merged.items()},
            self.hidden,
        )


def column_letters(column: int) -> str:
    """The letters of a column that counts from 1: 28 is "AB"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
