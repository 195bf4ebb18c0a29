"""What the readers of tables share: the book they fill, and which cells have found their place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from bot.ladder.importers.card_book import CardBook, path_of
from bot.ladder.importers.cell_text import entries_of
from bot.ladder.importers.field_names import normal
from bot.ladder.importers.found import FoundCard, FoundStatement, Piece, Unplaced
from bot.ladder.importers.grid import Cell, Grid

_PLAIN_PAY = frozenset(
    {"pay", "salary", "compensation", "what it pays", "gehalt", "salaire", "salario", "wage"}
)
_EMPTY_MARK = re.compile(r"[-–—_.…/\s]+|n/?a", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for a whole sheet or block."""

    family: Piece | None = None
    track: Piece | None = None
    theme: Piece | None = None
    level: Piece | None = None
    twins: bool = True
    """Two levels of one label are two cards; False where a label is repeated for each text."""

    def named(self, kind: str, name: Piece) -> "Scope":
        """The same with its family, its track or its theme, as `kind` says."""
        if kind == "family":
            return replace(self, family=name)
        return replace(self, track=name) if kind == "track" else replace(self, theme=name)


@dataclass(slots=True)
class Reading:
    """The cards so far, and the cells whose texts stand in one of them."""

    FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"title", "titles", "summary", "meaning", "pay", "soc", "track", "family"}
    )

    unplaced: list[Unplaced] = field(default_factory=list)
    book: CardBook = field(init=False)
    _used: set[int] = field(default_factory=set)
    _names: set[int] = field(default_factory=set)
    _why: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.book = CardBook(self.tell_headings)

    def use(self, cells: Iterable[Cell]) -> None:
        """These cells' texts stand in a card."""
        self._used.update(id(cell) for cell in cells)

    def use_name(self, cells: Iterable[Cell]) -> None:
        """These cells' texts name what stands beside or below them, and are placed if that is."""
        for cell in cells:
            self._used.add(id(cell))
            self._names.add(id(cell))

    def forget(self, cell: Cell) -> None:
        """The cell's text stands in no card after all."""
        self._used.discard(id(cell))

    def used(self, cell: Cell) -> bool:
        """True when the cell's text stands in a card."""
        return id(cell) in self._used

    def explain(self, cells: Iterable[Cell], why: str) -> None:
        """Why these cells stand in no card, unless they come to stand in one."""
        for cell in cells:
            self._why.setdefault(id(cell), why)

    def placeholder(self, cell: Cell) -> bool:
        """True for a mark that stands for an empty cell, which is told as not placed."""
        if not _EMPTY_MARK.fullmatch(cell.text):
            return False
        self.explain([cell], "marks an empty cell")
        return True

    def tell_headings(self, pieces: Iterable[Piece]) -> None:
        """Words that only say what follows them."""
        why = "is a heading; what stands under it is placed with its statement"
        self.unplaced.extend(Unplaced(piece, why) for piece in pieces)

    def close(self, grids: Sequence[Grid]) -> None:
        """Tell every cell that stands in no card."""
        names = {piece.text for piece in self.book.names()}
        parts = {part for name in names for part in name.split(" / ")} | names
        for grid in grids:
            for _, cell in sorted(grid.cells.items(), key=lambda item: item[0]):
                is_name = id(cell) in self._names and cell.text not in parts
                if id(cell) not in self._used or is_name:
                    why = self._why.get(id(cell), "stands beside no level")
                    self.unplaced.append(Unplaced(cell.piece, why))

    def set_field(self, card: FoundCard, kind: str, text: Piece, name: Piece) -> None:
        """Fill a field of a card. What is filled already becomes a part named `name`."""
        if kind == "title" and card.title is None:
            card.title = text
        elif kind == "title" and card.title is not None and card.title.text == text.text:
            pass  # each row of a level may repeat its title
        elif kind == "soc" and card.soc is None:
            card.soc = text
        elif kind == "track" and (card.track is None or card.track.text == text.text):
            card.track = text
        elif kind == "family" and card.family is not None and card.family.text == text.text:
            card.family = text
        elif kind == "titles":
            card.titles.extend(self.lines(text))
        elif kind == "summary":
            card.summary.extend(self.lines(text))
        elif kind == "meaning":
            card.meaning_summary.extend(self.lines(text))
        elif kind == "pay":
            card.pay.extend(self._pay(text, name))
        else:
            self.book.add(card, (name,), text)

    def _pay(self, text: Piece, name: Piece) -> list[Piece]:
        """What a column says of pay: "Pay min: $90,000", where its heading tells which figure."""
        if normal(name.text) in _PLAIN_PAY or name.text == text.text:
            return self.lines(text)
        return [replace(text, text=f"{name.text.rstrip(':')}: {text.text}")]

    def add_examples(
        self, card: FoundCard, path: Sequence[Piece], text: Piece, name: Piece
    ) -> bool:
        """Put examples under the one statement of `path`, or in a group `name` below several.

        False where it has none.
        """
        statements = self.book.statements(card, path)
        if len(statements) == 1:
            statements[0].examples.extend(self.lines(text))
        elif statements:
            self.book.add(card, path_of([*path, name]), text)
        return bool(statements)

    def lines(self, text: Piece) -> list[Piece]:
        """The items of a text that is a plain list."""
        entries, headings = entries_of(text, groups=False)
        self.tell_headings(headings)
        lines: list[Piece] = []
        for entry in entries:
            if isinstance(entry, FoundStatement):
                lines += [entry.text, *entry.examples]
        return lines
