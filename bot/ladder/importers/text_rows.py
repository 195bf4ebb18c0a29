"""The rows of a table in a pasted text, each cell as it stands, on one line or on several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.ladder.importers.levels import is_rung_title, level_name
from bot.ladder.importers.text_lines import RawLine
from bot.ladder.importers.text_marks import bullet_of, look_of
from bot.ladder.importers.vocabulary import is_part_name

Fragments = list[tuple[int, str]]
"""What a cell holds: each of its lines by number."""
_SEGMENT = re.compile(r"\S+(?: \S+)*")
_BAR = re.compile(r"(?<!\\)\|")
_LONGEST_NAME = 40
_LONGEST_CELL = 60
"""Lines of a quoted cell; a quote that is not closed by then was no cell's."""


@dataclass(slots=True)
class Rows:
    """The rows of a table, all as wide as its header, and the place behind its last line."""

    rows: list[list[Fragments]]
    end: int
    unclear: set[int] = field(default_factory=set)
    """Numbers of lines whose cells can't be told apart; no row holds them."""
    sure: bool = True
    """Whether it is a table by its form alone; else only if it names levels."""


# -- tabs ------------------------------------------------------------------------------------


def tab_rows(raw: Sequence[RawLine], place: int) -> Rows | None:
    """The table that begins at `place` with cells parted by tabs; None where none does."""
    header, end = _tab_row(raw, place)
    told = [cell for cell in header if _says(cell)]
    if len(told) < 2 or _is_bullet(header[0]):
        return None
    return _TabReader(raw, header).read(end)


class _TabReader:
    def __init__(self, raw: Sequence[RawLine], header: list[Fragments]) -> None:
        self.raw = raw
        self.width = len(header)
        self.rows = [header]
        self.short: list[Fragments] | None = None
        """The row above where it lacks cells, so that the next line may go on with it."""
        self.unclear: set[int] = set()
        self.grouped = False
        """Whether names stand over rows, so that a short line alone is such a name."""

    def read(self, place: int) -> Rows:
        end = place
        while place < len(self.raw):
            if self.raw[place].blank:
                if not self._goes_on(place + 1):
                    break
                place += 1
                continue
            cells, after = _tab_row(self.raw, place)
            if not self._take(cells, after):
                break
            place = end = after
        width = max(map(len, self.rows))
        rows = [[*row, *([[]] * (width - len(row)))] for row in self.rows]
        kept = [row for row in rows if not self._is_unclear(row)]
        return Rows(kept, end, self.unclear)

    def _goes_on(self, place: int) -> bool:
        """Whether the line behind a blank one is a whole row of this table."""
        if place >= len(self.raw) or self.raw[place].blank:
            return False
        return self.width > 1 and len(_tab_row(self.raw, place)[0]) == self.width

    def _take(self, cells: list[Fragments], after: int) -> bool:
        """Add a line's cells to the rows; False where the table ends before it."""
        while len(cells) > self.width and not _says(cells[-1]):
            cells.pop()
        first = cells[0][0][1].strip() if cells[0] else ""
        continues = bool(bullet_of(first)[0]) or first[:1].islower()
        if len(cells) == 1:
            return self._lone(cells[0], first, after, continues=continues)
        above = self.short
        if above is not None and len(above) + len(cells) - 1 <= self.width:
            if continues:
                above[-1] = above[-1] + cells[0]
                above.extend(cells[1:])
                self.short = above if len(above) < self.width else None
                return True
            if len(above) + len(cells) - 1 == self.width:
                self.unclear |= _numbers(above) | _numbers(cells)
        self.rows.append(cells)
        self.short = cells if len(cells) < self.width else None
        return True

    def _lone(self, cell: Fragments, first: str, after: int, *, continues: bool) -> bool:
        """A line without a tab: more of the last cell, a name over rows, or the table's end."""
        inside = after < len(self.raw) and len(_tab_row(self.raw, after)[0]) > 1
        last = self.rows[-1][-1]
        listed = bool(last) and bool(bullet_of(last[-1][1].strip())[0])
        if len(self.rows) > 1 and continues and (inside or listed or first[:1].islower()):
            self.rows[-1][-1] = last + cell
            return True
        ahead = any(
            len(_tab_row(self.raw, place)[0]) == self.width
            for place in range(after, min(after + 3, len(self.raw)))
        )
        if not inside and not (ahead and continues):
            return False
        self.short = None
        self.grouped |= len(self.rows) == 1  # no row stands above that it could go on with
        named = self.grouped and len(first) <= _LONGEST_NAME and first[-1:] not in ".!?;,"
        if named or look_of(first, bullet=False).style in {"bold", "caps", "hash"}:
            self.rows.append([cell])
        else:
            self.unclear |= {number for number, _ in cell}
        return True

    def _is_unclear(self, row: Sequence[Fragments]) -> bool:
        return bool(self.unclear & _numbers(row))


def _tab_row(raw: Sequence[RawLine], place: int) -> tuple[list[Fragments], int]:
    """The cells of the line at `place`, and the place behind; a quoted cell may span lines."""
    cells: list[Fragments] = []
    text, at = raw[place].text, 0
    while True:
        quoted = _quoted(raw, place, text[at:]) if text[at : at + 1] == '"' else None
        if quoted is not None:
            cell, place, text = quoted
            cells.append(cell)
            at = 0
            if not text:
                return cells, place + 1
            at = 1  # behind the tab
            continue
        end = text.find("\t", at)
        cells.append([(raw[place].number, text[at : end if end >= 0 else None])])
        if end < 0:
            return cells, place + 1
        at = end + 1


def _quoted(raw: Sequence[RawLine], place: int, text: str) -> tuple[Fragments, int, str] | None:
    """A cell in quotes from the text's start on: its lines, the last one's place and the rest."""
    found: Fragments = []
    part = text[1:]
    for at in range(place, min(place + _LONGEST_CELL, len(raw))):
        part = part if at == place else raw[at].text
        closing = re.search(r'(?<!")(?:"")*"(?=\t|$)', part)
        if closing:
            found.append((raw[at].number, part[: closing.end() - 1].replace('""', '"')))
            return [each for each in found if each[1].strip()], at, part[closing.end() :]
        found.append((raw[at].number, part.replace('""', '"')))
    return None


# -- bars ------------------------------------------------------------------------------------


def bar_rows(raw: Sequence[RawLine], place: int) -> Rows | None:
    """The table that begins at `place` with cells parted by bars; None where none does."""
    rows: list[list[Fragments]] = []
    end = place
    unclear: set[int] = set()
    sure = raw[place].text.strip().startswith("|")
    if not sure and not _may_be_table(raw, place):
        return None
    for at in range(place, len(raw)):
        line = raw[at]
        text = line.text.strip()
        if line.blank and text and rows:
            sure = True  # a line drawn under the header
            continue
        cells = _bar_cells(text)
        if len(cells) < 2:
            break
        while rows and len(cells) > len(rows[0]) and not cells[-1]:
            cells.pop()
        end = at + 1
        if rows and len(cells) != len(rows[0]):
            unclear.add(line.number)
        else:
            rows.append([[(line.number, cell)] if cell else [] for cell in cells])
    return Rows(rows, end, unclear, sure) if len(rows) > 1 else None


def _may_be_table(raw: Sequence[RawLine], place: int) -> bool:
    """Whether lines with bars inside may be rows: else each line would be read to the text's end.

    They may be where a line is drawn below, or where levels or a known part stand in front.
    """
    cells = _bar_cells(raw[place].text.strip())
    if len(cells) < 2 or place + 1 >= len(raw):
        return False
    below = _bar_cells(raw[place + 1].text.strip())
    told = [*cells, below[0]]
    return (
        raw[place + 1].blank
        or is_part_name(cells[0])
        or any(level_name(text) or is_rung_title(text) for text in told)
    )


def _bar_cells(text: str) -> list[str]:
    inner = text.removeprefix("|")
    inner = inner.removesuffix("|") if inner != text or text.endswith(" |") else inner
    return [cell.strip() for cell in _BAR.split(inner)]


# -- spaces ----------------------------------------------------------------------------------


def aligned_rows(raw: Sequence[RawLine], place: int) -> Rows | None:
    """The table that begins at `place` with columns aligned by spaces; None where none does."""
    header = _segments(raw[place].text)
    levels = [text for _, text in header if level_name(text) or is_rung_title(text)]
    if len(header) < 2 or len(levels) < 2:
        return None
    starts = [start for start, _ in header]
    if starts[0] > 1 and (level_name(header[0][1]) or is_rung_title(header[0][1])):
        starts.insert(0, 0)  # nothing stands in the corner
        header.insert(0, (0, ""))
    rows: list[list[Fragments]] = [[[(raw[place].number, text)] for _, text in header]]
    unclear: set[int] = set()
    end = place + 1
    for at in range(place + 1, len(raw)):
        line = raw[at]
        if line.blank:
            if not _is_row(raw, at + 1, starts):
                break
            continue
        cells = _columns_of(line, starts)
        if cells is None and len(_segments(line.text)) < 2:
            break
        end = at + 1
        if cells is None:
            unclear.add(line.number)
        elif not cells[0] and len(rows) > 1:
            rows[-1] = [above + below for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return Rows(rows, end, unclear, sure=False) if len(rows) > 1 else None


def _is_row(raw: Sequence[RawLine], place: int, starts: Sequence[int]) -> bool:
    if place >= len(raw) or raw[place].blank:
        return False
    cells = _columns_of(raw[place], starts)
    return cells is not None and sum(map(bool, cells)) > 1


def _columns_of(line: RawLine, starts: Sequence[int]) -> list[Fragments] | None:
    """The line's texts by column; None where one of them stands in no column of its own."""
    found = _segments(line.text)
    if len(found) == len(starts) and _fits(found, starts):
        return [[(line.number, text)] for _, text in found]
    cells: list[Fragments] = [[] for _ in starts]
    for start, text in found:
        column = next((c for c, at in enumerate(starts) if abs(at - start) <= 1), None)
        if column is None or cells[column]:
            return None
        if any(start < at < start + len(text) for at in starts[column + 1 :]):
            return None  # it runs on into the next column
        cells[column] = [(line.number, text)]
    return cells


def _fits(found: Sequence[tuple[int, str]], starts: Sequence[int]) -> bool:
    """Whether each text begins its column, or was pushed on by a longer one right before it."""
    end = 0
    for (start, text), column in zip(found, starts, strict=True):
        if abs(start - column) > 1 and not (start > column and start <= end + 3):
            return False
        end = start + len(text)
    return True


def _segments(text: str) -> list[tuple[int, str]]:
    text = text.expandtabs(8)
    return [(match.start(), match[0]) for match in _SEGMENT.finditer(text)]


# -- cells -----------------------------------------------------------------------------------


def _says(cell: Fragments) -> bool:
    return any(text.strip() for _, text in cell)


def _is_bullet(cell: Fragments) -> bool:
    """Whether a cell is a bullet alone, whose text a tab sets off."""
    text = cell[0][1].strip() if cell else ""
    return bool(text) and bullet_of(f"{text}\tx")[1] == "x"


def _numbers(cells: Sequence[Fragments]) -> set[int]:
    return {number for cell in cells for number, _ in cell}
