"""Reads our own export to CSV: a row for each statement, in which every cell is one whole text.

A table of another shape is read for lists within its cells; here "- x" or "a; b" is a statement
that says so. What only a whole ladder can keep, such as the guide, is told as not placed.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.ladder.cells import COLUMNS, unguarded
from bot.ladder.importers.found import (
    Found,
    FoundCard,
    FoundGroup,
    FoundPart,
    FoundStatement,
    Piece,
    Unplaced,
    UnreadableError,
)

_ELSEWHERE = "has no place in an import of cards; an export to JSON keeps it"
_FIELDS = {"Common titles": "titles", "What this level means": "meaning_summary"}
_NOT_TAKEN = frozenset({"Status", "Source", "Owner", "Version"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, cell by cell."""

    family: Piece
    level: Piece
    section: Piece
    group: Piece
    statement: Piece
    example: Piece


def read_own_table(file: str, text: str) -> Found | None:
    """The cards of an export to CSV; None for any other table.

    Raises UnreadableError for a row that has not the table's six cells.
    """
    rows = own_rows(file, text)
    if rows is None:
        return None
    table = _Table(rows)
    return Found(table.cards(), table.unplaced)


def own_rows(file: str, text: str) -> list[Row] | None:
    """The rows of an export to CSV; None for any other table, or one that is broken.

    Raises UnreadableError for a row that has not the table's six cells.
    """
    text = text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0].strip().replace('"', "")
    # Spreadsheets in many countries save with semicolons what they have read with commas.
    delimiter = next((sign for sign in ",;\t" if first == sign.join(COLUMNS)), None)
    if delimiter is None:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    limit = csv.field_size_limit(max(len(text), 131_072))
    try:
        return list(_rows(file, reader))
    except csv.Error:
        return None  # the reader of any table tells where it is broken
    finally:
        csv.field_size_limit(limit)


def _rows(file: str, reader: Iterator[list[str]]) -> Iterator[Row]:
    line = 1
    for cells in reader:
        if line > 1 and any(cells):
            if len(cells) != len(COLUMNS):
                message = f"has {len(cells)} cells, not {len(COLUMNS)}; export the ladder again"
                raise UnreadableError(file, line, message)
            yield Row(*(Piece(unguarded(cell).strip(), file, line) for cell in cells))
        line = 1 + getattr(reader, "line_num", line)


@dataclass(slots=True)
class _Table:
    rows: list[Row]
    unplaced: list[Unplaced] = field(default_factory=list)

    def cards(self) -> list[FoundCard]:
        """The cards in the order of the table."""
        of_levels = [row for row in self.rows if row.level.text and not row.family.text]
        names = {row.level.text: row for row in of_levels if row.section.text == "Name"}
        dimensions = {row.section.text for row in of_levels} - {"Name"}
        cards: list[FoundCard] = []
        told = set()
        for row in self.rows:
            if not row.level.text:
                self._tell(row, _ELSEWHERE)
            elif row.family.text:
                if row.section.text == "Title" or not cards:
                    cards.append(FoundCard(_label(row.level, names), row.family))
                told.add((row.level.text, row.section.text, row.statement.text))
                self._fill(cards[-1], row, dimensions)
        levels = {level for level, _, _ in told}
        for row in of_levels:  # what a level means stands with each of its cards again
            named = row.section.text == "Name" and row.level.text in levels
            if not named and (row.level.text, row.section.text, row.statement.text) not in told:
                self._tell(row, "is told of the level alone, and no card says it")
        return cards

    def _fill(self, card: FoundCard, row: Row, dimensions: set[str]) -> None:
        name, text = row.section.text, row.statement
        if name == "Title":
            card.title = text
        elif name == "Summary":
            card.summary.append(text)
        elif name in _FIELDS:
            getattr(card, _FIELDS[name]).append(text)
        elif name == "Pay" and row.group.text == "note":
            card.pay.append(text)
        elif name in _NOT_TAKEN or (name == "Pay" and row.group.text):
            self._tell(row, _ELSEWHERE)
        elif name in dimensions:
            card.parts.append(FoundPart(row.section, phrase=text))
        else:
            _add(card, row)

    def _tell(self, row: Row, why: str) -> None:
        for piece in (row.example,) if row.example.text else (row.statement,):
            label = ": ".join(filter(None, (row.section.text, row.group.text, piece.text)))
            self.unplaced.append(Unplaced(Piece(label, piece.file, piece.line), why))


def _label(code: Piece, names: dict[str, Row]) -> Piece:
    """The level as other sources write it: its code, and its name behind that."""
    name = names.get(code.text)
    return Piece(f"{code.text} — {name.statement.text}", code.file, code.line) if name else code


def _add(card: FoundCard, row: Row) -> None:
    """Put a statement into its section and group, or an example under the statement before it."""
    part = next((each for each in card.parts if each.name.text == row.section.text), None)
    if part is None:
        part = FoundPart(row.section)
        card.parts.append(part)
    last = part.entries[-1] if part.entries else None
    grouped = last if isinstance(last, FoundGroup) and last.name.text == row.group.text else None
    if row.example.text:
        item = grouped.items[-1] if grouped and grouped.items else last
        if isinstance(item, FoundStatement) and item.text.text == row.statement.text:
            item.examples.append(row.example)
            return
    made = FoundStatement(row.statement, [row.example] if row.example.text else [])
    if not row.group.text:
        part.entries.append(made)
    elif grouped:
        grouped.items.append(made)
    else:
        part.entries.append(FoundGroup(row.group, [made]))
