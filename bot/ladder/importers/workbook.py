"""Reads an XLSX workbook into grids, with bounds on what a small file may unfold to."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from bot.ladder.importers.found import Piece, Unplaced, UnreadableError
from bot.ladder.importers.grid import Cell, Grid
from bot.ladder.importers.markup import without_markup
from bot.ladder.importers.number_format import shown

MAX_UNPACKED = 60_000_000
"""Bytes of XML that a workbook may hold: far above any ladder, far below a zip bomb."""

_MAX_MERGED = 200_000
_MAX_CELLS = 500_000
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_TEXT_BOX = re.compile(r"<a:p\b.*?</a:p>", re.DOTALL)
_RUN = re.compile(r"<a:t(?:\s[^>]*)?>([^<]*)</a:t>")
_ESCAPED = re.compile(r"_x(000[9adAD])_")
_SAVE_AGAIN = "open it in a spreadsheet program and save it again as .xlsx"


@dataclass(slots=True)
class Workbook:
    """The sheets of a workbook and what stands in it outside of cells' values."""

    grids: list[Grid] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)


def read_workbook(file: str, data: bytes) -> Workbook:
    """Every sheet, hidden ones too, with formulas as the values they last had.

    Raises UnreadableError when the workbook is broken, protected or unfolds too large.
    """
    _check_package(file, data)
    try:
        book, values = _load(data)
    except MemoryError as error:
        raise UnreadableError(file, 1, "is too large; split it into smaller files") from error
    except Exception as error:
        message = f"is not a sound XLSX workbook ({_first_line(error)}); {_SAVE_AGAIN}"
        raise UnreadableError(file, 1, message) from error
    result = Workbook()
    for sheet in book.worksheets:
        reader = _Sheet(file, sheet, values[sheet.title] if values else None, result)
        result.grids.append(reader.grid())
    for name in book.sheetnames:
        if name not in {sheet.title for sheet in book.worksheets}:
            piece = Piece(name, file, 1, name)
            result.unplaced.append(Unplaced(piece, "is a chart sheet, which has no cells"))
    result.unplaced.extend(_text_boxes(file, data))
    return result


def _load(data: bytes) -> tuple[Any, Any]:
    """The workbook with its formulas and, where it has any, once more with their values."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of features that openpyxl would not write back
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=False)
        if any(cell.data_type == "f" for sheet in book.worksheets for cell in _cells(sheet)):
            return book, openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return book, None


class _Sheet:
    """One worksheet and, beside it, the same sheet with the values of its formulas."""

    def __init__(self, file: str, sheet: Any, values: Any, result: Workbook) -> None:
        self.file = file
        self.sheet = sheet
        self.values = values
        self.result = result

    def grid(self) -> Grid:
        grid = Grid(Piece(self.sheet.title, self.file, 1, self.sheet.title))
        if self.sheet.sheet_state != "visible":
            grid.hidden = True
            self._tell(grid.name, "names a hidden sheet")
        for cell in _cells(self.sheet):
            text = self._text(cell)
            if text.strip():
                at = (cell.row, cell.column)
                grid.cells[at] = Cell(self._piece(cell, text.strip()))
            self._beside(cell)
        for merge in self.sheet.merged_cells.ranges:
            origin = (merge.min_row, merge.min_col)
            if origin in grid.cells:
                grid.merged.update(
                    ((row, column), origin)
                    for row in range(merge.min_row, merge.max_row + 1)
                    for column in range(merge.min_col, merge.max_col + 1)
                    if (row, column) != origin
                )
        self._tell_hidden(grid)
        return grid

    def _text(self, cell: Any) -> str:
        """What the cell shows; empty, and told as not placed, where that can't be known."""
        value = cell.value
        if cell.data_type == "f":
            formula = value
            if isinstance(value, ArrayFormula):
                formula = value.text or "an array formula"
            elif isinstance(value, DataTableFormula):
                formula = "a data table"
            value = self.values[cell.coordinate].value if self.values is not None else None
            if value is None:
                why = "is a formula whose value the file does not hold; open and save it to have it"
                self._tell(self._piece(cell, str(formula)), why)
                return ""
        if cell.data_type in {"e", "f"} and re.fullmatch(r"#[A-Z/0!?]+", str(value)):
            self._tell(self._piece(cell, str(value)), "is an error of a formula; fix the formula")
            return ""
        text = "" if value is None else shown(value, cell.number_format)
        return without_markup(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text))

    def _beside(self, cell: Any) -> None:
        """A cell's note and the address behind its link."""
        if cell.comment is not None and cell.comment.text:
            self._tell(self._piece(cell, cell.comment.text), "is a note on the cell")
        link = cell.hyperlink
        target = (link.target or link.location) if link is not None else None
        if target and target.strip() not in str(cell.value or ""):
            self._tell(self._piece(cell, target), "is the address behind the cell's link")

    def _tell_hidden(self, grid: Grid) -> None:
        rows = {n for n, d in self.sheet.row_dimensions.items() if d.hidden}
        columns: set[int] = set()
        for dimension in self.sheet.column_dimensions.values():
            if dimension.hidden and dimension.min and dimension.max:
                columns.update(range(dimension.min, dimension.max + 1))
        told: set[tuple[str, int]] = set()
        for (row, column), cell in sorted(grid.cells.items(), key=lambda item: item[0]):
            for kind, number, hidden in (("row", row, rows), ("column", column, columns)):
                if number in hidden and (kind, number) not in told:
                    told.add((kind, number))
                    why = f"begins a hidden {kind}, which was read like the others"
                    self._tell(cell.piece, why)

    def _piece(self, cell: Any, text: str) -> Piece:
        place = f"{self.sheet.title}!{cell.coordinate}"
        return Piece(text, self.file, cell.row, place)

    def _tell(self, piece: Piece | None, why: str) -> None:
        if piece is not None:
            self.result.unplaced.append(Unplaced(piece, why))


def _cells(sheet: Any) -> Iterator[Any]:
    # Not iter_rows(): it makes every empty cell up to the last one, and a stray format in the
    # corner XFD1048576 would make 17 billion. openpyxl has no public name for the cells it holds.
    for _, cell in sorted(sheet._cells.items()):
        if not isinstance(cell, MergedCell) and (cell.value is not None or cell.has_style):
            yield cell


def _check_package(file: str, data: bytes) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        message = "is protected by a password, or in the old .xls format; save it as .xlsx without"
        raise UnreadableError(file, 1, f"{message} a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(file, package)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        message = f"is cut off or broken ({_first_line(error)}); {_SAVE_AGAIN}"
        raise UnreadableError(file, 1, message) from error


def _check_parts(file: str, package: zipfile.ZipFile) -> None:
    names = package.namelist()
    if "xl/workbook.xml" not in names and not any(n.endswith("workbook.xml") for n in names):
        message = f"is no XLSX workbook; {_SAVE_AGAIN}"
        raise UnreadableError(file, 1, message)
    parts = [info for info in package.infolist() if info.filename.endswith((".xml", ".rels"))]
    unpacked = 0
    merged = cells = 0
    for info in parts:
        with package.open(info) as part:  # what it says of its size may be untrue
            content = part.read(MAX_UNPACKED - unpacked + 1)
        unpacked += len(content)
        if unpacked > MAX_UNPACKED:
            message = f"unpacks to more than {MAX_UNPACKED:,} bytes; split it into smaller files"
            raise UnreadableError(file, 1, message)
        if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content[:2000]:
            raise UnreadableError(
                file, 1, f"declares XML entities, as no sheet does; {_SAVE_AGAIN}"
            )
        if "worksheets/" in info.filename:
            merged += sum(_area(match) for match in _MERGE.finditer(content))
            cells += len(_CELL.findall(content))
    if merged > _MAX_MERGED or cells > _MAX_CELLS:
        message = "merges or formats whole columns of empty cells; unmerge and clear them"
        raise UnreadableError(file, 1, message)


def _area(match: re.Match[bytes]) -> int:
    left, top, right, bottom = match[1], int(match[2]), match[3], int(match[4])
    return (abs(bottom - top) + 1) * (abs(_column(right) - _column(left)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _text_boxes(file: str, data: bytes) -> Iterator[Unplaced]:
    """Texts of boxes and shapes, which stand over the cells and belong to none."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if not re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
                continue
            drawing = package.read(name).decode("utf-8", "replace")
            for paragraph in _TEXT_BOX.findall(drawing):
                text = unescape("".join(_RUN.findall(paragraph))).strip()
                if text:
                    yield Unplaced(
                        Piece(text, file, 1, name), "stands in a text box, not in a cell"
                    )


def _first_line(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    detail = text[0][:120] if text else type(error).__name__
    return "broken XML" if isinstance(error, ParseError) else detail
