"""Reads one block of a sheet whose levels stand in a line: each text under its level and theme."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from bot.ladder.importers.card_book import CardBook, path_of
from bot.ladder.importers.field_names import (
    PAY_BOUNDS,
    PAY_PARTS,
    kind_of,
    names_family,
    names_track,
    normal,
)
from bot.ladder.importers.found import FoundCard, Piece
from bot.ladder.importers.grid import Cell, Grid
from bot.ladder.importers.level_labels import are_titles, level_key, level_strength
from bot.ladder.importers.reading import Reading, Scope

_LONG_TEXT = 60


@dataclass(slots=True)
class Level:
    """One level of a block: where it is named, and the columns that are its own."""

    cell: Cell
    columns: list[int]
    twin: int = 0
    family: Piece | None = None
    track: Piece | None = None
    card: FoundCard | None = None


@dataclass(slots=True)
class Block:
    """A grid whose levels are named in `header`, from left to right."""

    grid: Grid
    header: int
    levels: list[Level]
    label_columns: list[int]
    sub_headers: dict[int, Cell] = field(default_factory=dict)
    """Column to what its own level calls it, such as "Examples"."""
    skip: frozenset[int] = frozenset()
    """Rows that hold no texts of their own."""


Value = tuple[Level, int, Cell]
"""A text with its level and the column of the level in which it stands."""


class MatrixReader:
    """Puts every text of a block into the book."""

    def __init__(self, block: Block, scope: Scope, reading: Reading) -> None:
        self.block = block
        self.grid = block.grid
        self.scope = scope
        self.reading = reading
        self.book: CardBook = reading.book
        self._labels: list[Cell | None] = [None] * len(block.label_columns)
        self._section: Piece | None = None
        self._last_path: tuple[Piece, ...] = ()
        self._in_labels = {
            id(cell) for at, cell in self.grid.cells.items() if at[1] in block.label_columns
        }
        self._rows = [row for row in self.grid.rows() if row not in block.skip]
        self._sections = False
        self._titles_above: list[int] = []

    def read(self) -> None:
        """Read every row; those that tell of tracks and families first."""
        header = self.block.header
        for row in self._rows:
            if row < header or self._is_naming(row):
                self._naming_row(row)
        self._make_cards()
        for row in self._titles_above:
            self._set_titles(self._values(row))
        self.reading.use_name(level.cell for level in self.block.levels)
        below = [row for row in self._rows if row > header and not self._is_naming(row)]
        self._sections = self._has_sections(below)
        for row in self._rows:
            if row < header and self._label_cells(row) and not self._is_naming(row):
                self._row(row, [])
        self._labels = [None] * len(self._labels)
        for row in below:
            self._row(row, below)

    # Rows above the levels

    def _naming_row(self, row: int) -> None:
        """A row that names the tracks or the families of the levels below it."""
        labels = self._label_cells(row)
        kind = kind_of(labels[0].text) if labels else ""
        if labels and not self._is_naming(row):
            return
        values = self._spread(row)
        if not values or (not labels and not self._is_group_row(values)):
            return
        if not labels and self._titles_each(row, values):
            self._titles_above.append(row)
            return
        tracks = all(names_track(cell.text) for _, cell in values)
        families = kind in {"family", "role"} and not tracks
        families = families or (not kind and self._are_families(values))
        for level, cell in values:
            if families:
                level.family = cell.piece
            else:
                level.track = cell.piece
        self.reading.use_name(cell for _, cell in values)
        self.reading.explain(labels, "is the heading of families or tracks, which are placed")

    def _is_naming(self, row: int) -> bool:
        labels = self._label_cells(row)
        kind = kind_of(labels[0].text) if labels else ""
        return kind in {"family", "track"} or (kind == "role" and self._is_shared(row))

    def _is_shared(self, row: int) -> bool:
        """True for roles that several levels share, as those of a family do."""
        spread = self._spread(row)
        levels = {(cell.text, level_key(level.cell.text)) for level, cell in spread}
        return len({text for text, _ in levels}) < len(levels)

    def _spread(self, row: int) -> list[tuple[Level, Cell]]:
        """Each level with the cell above it; an empty place belongs to the cell on its left."""
        spread: list[tuple[Level, Cell]] = []
        last: Cell | None = None
        for level in self.block.levels:
            here = next((c for col in level.columns if (c := self.grid.at(row, col))), None)
            last = here or last
            if last is not None and id(last) not in self._in_labels:
                spread.append((level, last))
        return spread

    def _is_group_row(self, values: list[tuple[Level, Cell]]) -> bool:
        """One text alone over the block is its title, unless it plainly names a track."""
        cells = {id(cell): cell for _, cell in values}
        return len(cells) > 1 or all(names_track(cell.text) for cell in cells.values())

    def _titles_each(self, row: int, values: list[tuple[Level, Cell]]) -> bool:
        """True where each level has a title of its own above it, rather than a track or family."""
        own = [self.grid.own(row, level.columns[0]) for level in self.block.levels]
        texts = [cell.text for _, cell in values]
        keys = {level_key(level.cell.text) for level in self.block.levels}
        return (
            None not in own
            and len(keys) == len(self.block.levels)
            and are_titles(texts)
            and any(map(level_strength, texts))
            and not all(map(names_track, texts))
        )

    def _are_families(self, values: list[tuple[Level, Cell]]) -> bool:
        texts = {cell.text for _, cell in values}
        keys = [level_key(level.cell.text) for level, _ in values]
        repeated = len(set(keys)) < len(keys)
        if all(names_track(text) for text in texts) and not repeated:
            return False
        return repeated or all(names_family(text) for text in texts)

    def _make_cards(self) -> None:
        seen: dict[tuple[str, str], list[object]] = {}
        titles = self._titles_by_level()
        for index, level in enumerate(self.block.levels):
            level.family = level.family or self.scope.family
            level.track = level.track or self.scope.track
            key = (level_key(level.cell.text), level.family.text if level.family else "")
            track = level.track.text if level.track else None
            twins = seen.setdefault(key, [])
            mark: object = index if self.scope.twins else (track, titles.get(index))
            if not self.scope.twins and twins and titles.get(index) is None:
                mark = twins[-1]
            if mark not in twins:
                twins.append(mark)
            level.twin = twins.index(mark)
        levels = self.block.levels
        self.book.in_order([(lv.cell.piece, lv.family, lv.twin) for lv in levels])
        for lv in levels:
            lv.card = self.book.card(lv.cell.piece, lv.family, lv.track, lv.twin)

    def _titles_by_level(self) -> dict[int, str]:
        row = next(
            (
                row
                for row in self._rows
                if (labels := self._label_cells(row)) and kind_of(labels[0].text) == "title"
            ),
            None,
        )
        if row is None:
            return {}
        return {
            index: cell.text
            for index, level in enumerate(self.block.levels)
            if (cell := self.grid.at(row, level.columns[0])) is not None
        }

    # Rows of texts

    def _row(self, row: int, rows: Sequence[int]) -> None:
        values = self._values(row)
        self._carry(row)
        if not values:
            self._label_only(row, rows)
            return
        labels = [cell for cell in self._labels if cell is not None]
        if labels and kind_of(labels[-1].text) == "number":
            self.reading.explain(labels, "numbers or orders what stands beside it")
            self.reading.explain((v[2] for v in values), "numbers or orders what stands beside it")
            return
        if self._field(labels, values):
            return
        names_nothing = all(kind_of(cell.text) == "theme" for cell in labels)
        if names_nothing and not self._section and self._all_titles(values):
            self.reading.explain(labels, "is the heading of the names below it")
            self._set_titles(values)
            return
        names = [name for name in (self.scope.theme, self._section) if name]
        names += [cell.piece for cell in labels]
        path = path_of(names)
        self.reading.use_name(labels)
        examples = bool(labels) and kind_of(labels[-1].text) == "examples"
        phrase = all("\n" not in cell.text for _, _, cell in values)
        following = next((later for later in rows if later > row), None)
        for value in values:
            whole = following is not None and self._exemplified(following, value[0])
            whole = whole or self._has_examples(row, value)
            self._place(value, path, examples, phrase, whole)
        if not examples:
            self._last_path = path

    def _exemplified(self, row: int, level: Level) -> bool:
        """True where the row below a text holds the level's examples of it."""
        labels = self._label_cells(row)
        return (
            bool(labels)
            and kind_of(labels[-1].text) == "examples"
            and any(
                cell is not None and cell.text
                for cell in (self.grid.at(row, c) for c in level.columns)
            )
        )

    def _has_examples(self, row: int, value: Value) -> bool:
        """True where the level has a column of examples, and this row fills it."""
        level, column, _ = value
        return any(
            kind_of(sub.text) == "examples" and self.grid.own(row, other) is not None
            for other in level.columns
            if other != column and (sub := self.block.sub_headers.get(other)) is not None
        )

    def _place(
        self, value: Value, path: tuple[Piece, ...], examples: bool, phrase: bool, whole: bool
    ) -> None:
        level, column, cell = value
        card = level.card
        if card is None or self.reading.placeholder(cell):
            return
        self.reading.use([cell])
        sub = self.block.sub_headers.get(column)
        if examples or (sub is not None and kind_of(sub.text) == "examples"):
            target = path if not examples else self._last_path
            name = sub.piece if sub is not None else path[-1]
            if self.reading.add_examples(card, target, cell.piece, name):
                return
        if sub is not None:
            self.reading.use_name([sub])
            path = path_of([*path, sub.piece])
        self.book.add(card, path, cell.piece, phrase, whole)

    def _field(self, labels: list[Cell], values: list[Value]) -> bool:
        """True where the row fills a field of the cards, such as their titles."""
        if len(labels) != 1 or self.scope.theme:
            return False
        kind = "pay" if self._is_pay(labels[0].text) else kind_of(labels[0].text)
        # "Level" in front of titles, beside the row of codes that names the columns, is no part.
        graded = are_titles([cell.text for _, _, cell in values])
        kind = "title" if kind == "role" or (kind == "level" and graded) else kind
        if kind not in self.reading.FIELDS:
            return False
        for level, _, cell in values:
            if level.card is not None and not self.reading.placeholder(cell):
                self.reading.use([cell])
                self.reading.set_field(level.card, kind, cell.piece, labels[0].piece)
        self.reading.explain(labels, "is the name of a field; the texts beside it are placed")
        return True

    def _is_pay(self, label: str) -> bool:
        """True for "Min" and the like, where the table has a lower and an upper bound."""
        if normal(label) not in PAY_PARTS:
            return False
        names = {normal(cell.text) for row in self._rows for cell in self._label_cells(row)}
        return all(names & bound for bound in PAY_BOUNDS)

    def _all_titles(self, values: list[Value]) -> bool:
        cards = [level.card for level, _, _ in values if level.card]
        return are_titles([cell.text for _, _, cell in values]) and not any(
            card.title or card.parts for card in cards
        )

    def _set_titles(self, values: list[Value]) -> None:
        for level, _, cell in values:
            if level.card is not None:
                level.card.title = cell.piece
        self.reading.use(cell for _, _, cell in values)

    def _values(self, row: int) -> list[Value]:
        """The row's texts, each at every level that its cell covers, and once at each."""
        values: list[Value] = []
        for level in self.block.levels:
            seen: set[int] = set()
            for column in level.columns:
                cell = self.grid.at(row, column)
                if cell is None or id(cell) in seen or id(cell) in self._in_labels:
                    continue
                if self.grid.merged.get((row, column), (row, 0))[0] != row:
                    continue  # merged down from a row above, where it was placed
                seen.add(id(cell))
                values.append((level, column, cell))
        return values

    def _label_cells(self, row: int) -> list[Cell]:
        return [
            cell
            for column in self.block.label_columns
            if (cell := self.grid.own(row, column)) is not None
        ]

    def _carry(self, row: int) -> None:
        """The row's labels; an empty one in front of a filled one, or all empty, stay as before."""
        here = [self.grid.at(row, column) for column in self.block.label_columns]
        last = max((i for i, cell in enumerate(here) if cell is not None), default=-1)
        for place, cell in enumerate(here):
            if cell is not None:
                self._labels[place] = cell if cell not in here[:place] else None
            elif last >= 0 and place > last:
                self._labels[place] = None

    def _label_only(self, row: int, rows: Sequence[int]) -> None:
        """A row without texts names what follows, if it is set apart; else it stays unplaced."""
        columns = self.block.label_columns
        label = self.grid.own(row, columns[0]) if columns else None
        if label is None or not self._heads(row, rows):
            return
        covers = sum(cell is label for cell in self._across(row)) > 1
        marked = covers or label.text.isupper() or label.text.endswith(":")
        if marked or (self._sections and len(columns) == 1):
            self._section = label.piece
            self._labels = [None] * len(self._labels)
            self.reading.use_name([label])

    def _heads(self, row: int, rows: Sequence[int]) -> bool:
        following = next((later for later in rows if later > row), None)
        return following is not None and bool(self._values(following))

    def _has_sections(self, rows: Sequence[int]) -> bool:
        """True where rows of a label alone part the block: the first row and one more at least."""
        heads = [row for row in rows if not self._values(row) and self._heads(row, rows)]
        return len(heads) > 1 and heads[0] == rows[0]

    def _across(self, row: int) -> list[Cell | None]:
        columns = [column for level in self.block.levels for column in level.columns]
        return [self.grid.at(row, column) for column in [*self.block.label_columns, *columns]]


def label_columns(grid: Grid, header: int, levels: list[Level], rows: Sequence[int]) -> list[int]:
    """The columns whose texts name what stands beside them, outermost first."""
    taken = {column for level in levels for column in level.columns}
    free = [c for c in grid.columns() if c not in taken]
    left = [c for c in free if c < min(taken)] or free
    labels: list[int] = []
    for column in left:
        heading = grid.at(header, column)
        kind = kind_of(heading.text) if heading else ""
        texts = [cell.text for row in rows if (cell := grid.own(row, column)) and row != header]
        if not texts or kind in {"description", "aside", "number", "examples"}:
            continue
        if labels and (kind == "text" or (not kind and median(map(len, texts)) > _LONG_TEXT)):
            continue  # tells what a theme is, at no level
        labels.append(column)
    return labels
