"""Reads CSV and its kin into a grid: the delimiter is found by what it makes of the rows."""

import csv
import io
import re
from collections import Counter

from bot.ladder.importers.found import Piece, UnreadableError
from bot.ladder.importers.grid import Cell, Grid, column_letters
from bot.ladder.importers.level_labels import BARE, level_key, level_strength
from bot.ladder.importers.markup import without_markup

_DELIMITERS = ",;\t|"
_HINT = re.compile(r"sep=(.)\r?(?:\n|$)")
_MAX_CELLS = 1_000_000
_END = "\x1fend\x1f"

Row = tuple[int, list[str]]
"""The line on which a row starts, from 1, and its fields."""


def read_delimited(file: str, text: str, suffix: str = "") -> Grid:
    """The grid of a delimited text.

    Raises UnreadableError for a quote that is never closed or a field that goes on after one.
    """
    first_line = 1
    hint = _HINT.match(text)
    if hint and hint[1] in _DELIMITERS:  # Excel's own line, which says how to read the rest
        delimiter, text, first_line = hint[1], text[hint.end() :], 2
    else:
        delimiter = _delimiter(text, suffix)
    rows = _strict_rows(file, text, delimiter)
    grid = Grid()
    for number, (line, fields) in enumerate(rows, first_line):
        for column, value in enumerate(fields, 1):
            if text := without_markup(value).strip():
                place = f"{column_letters(column)}{number}"
                piece = Piece(text, file, line + first_line - 1, place)
                grid.cells[number, column] = Cell(piece)
    if len(grid.cells) > _MAX_CELLS:
        message = f"has more than {_MAX_CELLS:,} cells; split it into smaller files"
        raise UnreadableError(file, 1, message)
    return grid


def _delimiter(text: str, suffix: str) -> str:
    """The delimiter under which one row names most levels; then the one with the evenest rows."""

    def score(delimiter: str) -> tuple[int, float, int]:
        rows = [fields for _, fields in _rows(text, delimiter) if any(map(str.strip, fields))]
        widths = Counter(len(fields) for fields in rows if len(fields) > 1)
        if not widths:
            return 0, 0.0, 0
        width, often = widths.most_common(1)[0]
        even = often / len(rows) + (0.5 if suffix == ".tsv" and delimiter == "\t" else 0)
        return max(map(_levels, rows)), even, width

    return max(_DELIMITERS, key=score)


def _levels(fields: list[str]) -> int:
    found = {level_key(f) for f in fields if level_strength(f) > BARE}
    return len(found) if len(found) > 1 else 0


def _strict_rows(file: str, text: str, delimiter: str) -> list[Row]:
    """The rows, or an error where a quote would make rows run into each other or lose a mark."""
    try:
        return _whole_rows(text, delimiter)
    except csv.Error as error:
        # Text pasted from a spreadsheet has quotes that are no more than quotes.
        if delimiter == "\t" and not _is_open(text):
            return [
                (line, value.split("\t"))
                for line, value in enumerate(re.split(r"\r\n|\r|\n", text), 1)
            ]
        line, what = _broken_quote(text, delimiter)
        raise UnreadableError(file, line, what) from error


def _whole_rows(text: str, delimiter: str) -> list[Row]:
    rows = _rows(text, delimiter, strict=True)
    if not rows or rows[-1][1] != [_END]:  # a quote has swallowed the row put behind the last
        raise csv.Error("unexpected end of data")
    return rows[:-1]


def _is_open(text: str) -> bool:
    return any(line.count('"') % 2 for line in re.split(r"\r\n|\r|\n", text))


def _rows(text: str, delimiter: str, strict: bool = False) -> list[Row]:
    source = text if not strict else f"{text.rstrip(chr(10) + chr(13))}\n{_END}"
    limit = csv.field_size_limit(max(len(source) + 1, 131_072))
    rows: list[Row] = []
    start = 1
    try:
        reader = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter, strict=strict)
        for fields in reader:
            rows.append((start, fields))
            start = reader.line_num + 1
    except csv.Error:
        if strict:
            raise
    finally:
        csv.field_size_limit(limit)
    return rows


def _broken_quote(text: str, delimiter: str) -> tuple[int, str]:
    """Where the trouble with quotes starts, and how to mend it."""
    source = f"{text.rstrip(chr(10) + chr(13))}\n{_END}"
    reader = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for _ in reader:
            start = reader.line_num + 1
    except csv.Error as error:
        if "expected after" in str(error):
            return start, (
                "has text after the quote that closes a field; double the quotes inside of it"
            )
        if "end of data" not in str(error):
            return start, f"can't be read as delimited text ({error}); save the file again as CSV"
    return start, 'has a quote (") that is never closed; close it, or double it if it is text'
