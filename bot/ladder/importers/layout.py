"""Where a sheet names its levels: in a row, in a column, or record by record."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from bot.ladder.importers.field_names import kind_of, normal
from bot.ladder.importers.grid import Cell, Grid
from bot.ladder.importers.level_labels import (
    BARE,
    NONE,
    STRONG,
    WORD,
    is_plain_role,
    level_key,
    level_strength,
)

NOT_LEVELS = frozenset({"description", "aside", "number", "theme", "group", "text", "examples"})
"""Kinds of names that no level bears, though they may stand in line with levels."""

_FIELDS = frozenset(
    {"title", "role", "titles", "summary", "meaning", "pay", "soc", "track", "family"}
)
_HEADER_ROWS = 12
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column, and how plainly it names levels."""

    index: int
    score: float


def best_row(grid: Grid) -> Line:
    """The row that most plainly names the levels; score 0 where none does."""
    rows = grid.rows()
    lines = [
        Line(row, row_score(grid, row) + (0.5 if row == _first_wide(grid, rows) else 0))
        for row in rows
        if row_score(grid, row)
    ]
    return max(lines, key=lambda line: (line.score, -line.index), default=Line(0, 0))


def row_score(grid: Grid, row: int) -> float:
    """How plainly a row names levels; 0 for a row that names a field of theirs."""
    cells = grid.row_cells(row)
    if not cells or kind_of(cells[0].text) in _FIELDS:
        return 0
    named = kind_of(cells[0].text) == "level"
    also = own_headings(cells)
    cells = [cell for cell in cells if id(cell) not in also]
    levels = [cell for cell in cells[named:] if kind_of(cell.text) == ""]
    if named and len(levels) == 1 and level_strength(levels[0].text) > BARE:
        return _NAMED
    score = _score(levels)
    if not score and named and len(levels) > 1 and all(level_strength(c.text) for c in levels):
        score = len({level_key(cell.text) for cell in levels})  # "Level", then 4, 5, 5, 6
    if not score and row == _first_wide(grid, grid.rows()) and _names_columns(cells):
        return 1
    plain = sum(level_strength(cell.text) > NONE or is_plain_role(cell.text) for cell in levels)
    if score == 0 or plain * 2 < len(cells) - 1:
        return 0
    return score + (2 if named else 0)


def own_headings(cells: list[Cell]) -> dict[int, tuple[Cell, str]]:
    """By `id`, headings such as "L1 examples": the level, and what it calls its column."""
    found: dict[int, tuple[Cell, str]] = {}
    for cell in cells:
        for level in cells:
            text = cell.text.removeprefix(level.text)
            rest = text.strip(" -–—:()")
            begins = level is not cell and text != cell.text and not text[:1].isalnum()
            if begins and level_strength(level.text) and kind_of(rest) in {"examples", "text"}:
                found[id(cell)] = (level, rest)
    return found


def _names_columns(cells: list[Cell]) -> bool:
    """True for "Competency", then names that mean nothing else: a ladder's own words for levels."""
    return (
        kind_of(cells[0].text) in {"theme", "level"}
        and len(cells) > 2
        and all(kind_of(c.text) == "" and len(c.text.split()) <= 3 for c in cells[1:])
    )


def best_column(grid: Grid) -> Line:
    """The column that most plainly names the levels; score 0 where none does."""
    columns = grid.columns()
    lines = []
    for column in columns:
        score = column_score(grid, column)
        if score:
            lines.append(Line(column, score + (0.5 if column == columns[0] else 0)))
    return max(lines, key=lambda line: (line.score, -line.index), default=Line(0, 0))


def column_score(grid: Grid, column: int) -> float:
    """How plainly a column names levels, by its own heading and by what stands under it."""
    at = sorted(row for row, c in grid.cells if c == column)
    cells = [grid.cells[row, column] for row in at]
    top = next((i for i, row in enumerate(at) if _wide(grid, row)), None)
    heading = top if top is not None and kind_of(cells[top].text) == "level" else None
    if heading is not None and heading < len(cells) - 1:
        row = at[heading]
        others = [c for c in grid.row_cells(row) if c is not cells[heading]]
        below = cells[heading + 1 :]
        one_level = any(level_strength(c.text) > BARE for c in others) and not _score(below)
        if others and not one_level and (_score(below) or not _score(others)):
            return max(_score(below), 1) + _NAMED
        return 0
    if any(kind_of(cell.text) in _FIELDS for cell in cells[:2]):
        return 0
    levels = [cell for cell in cells if level_strength(cell.text) or is_plain_role(cell.text)]
    beside = [cell for row, cell in zip(at, cells, strict=True) if _wide(grid, row)]
    with_texts = sum(any(cell is level for level in levels) for cell in beside)
    if not with_texts or with_texts * 2 < len(beside):
        return 0  # levels that stand alone on their rows are headings of cards
    score = _score(levels)
    return 0 if score and _is_under_levels(grid, at, levels) else score


def _is_under_levels(grid: Grid, at: list[int], levels: list[Cell]) -> bool:
    """True for a column of words such as "Advanced" that stands below a row of plainer levels."""
    first = _first_wide(grid, grid.rows())
    if first is None or first not in at or not row_score(grid, first):
        return False
    above = [cell for _, cell in level_cells(grid, first)]
    mine = sum(level_strength(cell.text) for cell in levels) / len(levels)
    return any(cell is levels[0] for cell in above) and (
        mine <= sum(level_strength(cell.text) for cell in above) / len(above)
    )


def _wide(grid: Grid, row: int) -> bool:
    return len(grid.row_cells(row)) > 1


def _first_wide(grid: Grid, rows: list[int]) -> int | None:
    return next((row for row in rows if _wide(grid, row)), None)


def _score(cells: list[Cell]) -> float:
    """Strengths of the distinct levels in a line, less where labels repeat; 0 below two."""
    strengths = [(level_key(c.text), level_strength(c.text)) for c in cells]
    plain = [(key, strength) for key, strength in strengths if strength >= WORD]
    if len({key for key, _ in plain}) > 1:
        distinct = dict(plain)
        return sum(distinct.values()) * len(distinct) / len(plain)
    roles = {level_key(c.text) for c in cells if is_plain_role(c.text)}
    if plain and roles - {plain[0][0]}:
        return plain[0][1] + 1
    bare = [cell.text for cell in cells if level_strength(cell.text) == BARE]
    if len(bare) > 1 and len(bare) == len(cells) and _ascending(bare):
        return len(bare)
    return 0


def _ascending(labels: list[str]) -> bool:
    values = [_value(label) for label in labels]
    steps = {after - before for before, after in pairwise(values)}
    return steps in ({1}, {-1})


def _value(label: str) -> int:
    if label.isdigit():
        return int(label)
    worth = {"I": 1, "V": 5, "X": 10}
    numbers = [worth.get(sign, 0) for sign in label]
    return sum(
        -n if any(n < later for later in numbers[i + 1 : i + 2]) else n
        for i, n in enumerate(numbers)
    )


def level_cells(grid: Grid, row: int) -> list[tuple[int, Cell]]:
    """The levels that a row names, each with its first column.

    Besides plain levels: what stands between two of them, and titles without a grade.
    """
    also = own_headings(grid.row_cells(row))
    line = [(c, cell) for c in grid.columns() if (cell := grid.own(row, c)) is not None]
    line = [(c, cell) for c, cell in line if id(cell) not in also]
    named = bool(line) and kind_of(line[0][1].text) == "level"
    own_words = bool(line) and row_score(grid, row) == 1
    if named or own_words:
        line = line[1:]
    least = BARE if not any(level_strength(cell.text) >= WORD for _, cell in line) else WORD
    sure = [c for c, cell in line if level_strength(cell.text) >= least and not _other(cell)]
    levels = []
    for column, cell in line:
        between = bool(sure) and sure[0] < column < sure[-1]
        if (
            column in sure
            or (between and not _other(cell))
            or (bool(sure) and is_plain_role(cell.text))
            or ((named or own_words) and not _other(cell))
        ):
            levels.append((column, cell))
    return levels


def _other(cell: Cell) -> bool:
    return kind_of(cell.text) in NOT_LEVELS and level_strength(cell.text) < STRONG


def header_rows(grid: Grid, best: Line) -> list[int]:
    """Each row that begins a block of its own, from the top; `best` is one of them."""
    rows = grid.rows()
    found: list[int] = []
    for place, row in enumerate(rows):
        if row != best.index and not _begins_block(grid, place, best):
            continue
        if found and found[-1] == rows[place - 1]:  # a row of codes and a row of titles
            if row_score(grid, row) > row_score(grid, found[-1]):
                found[-1] = row
            continue
        found.append(row)
    return found


def _begins_block(grid: Grid, place: int, best: Line) -> bool:
    """True for a row that names the levels of `best` again, or others, apart from what is above."""
    rows = grid.rows()
    row = rows[place]
    score = row_score(grid, row)
    if score < 2 * WORD and not (score and best.score < 2 * WORD):
        return False
    own = {level_key(cell.text) for _, cell in level_cells(grid, row)}
    known = {level_key(cell.text) for _, cell in level_cells(grid, best.index)}
    if len(own & known) * 2 >= len(own):
        return True
    apart = place == 0 or rows[place - 1] < row - 1 or not _wide(grid, rows[place - 1])
    here, there = _corner(grid, row), _corner(grid, best.index)
    return apart and (not here or here == there or kind_of(here) in {"theme", "level", "group"})


def _corner(grid: Grid, row: int) -> str:
    """The text in front of the first level of a row; "" where there is none."""
    levels = level_cells(grid, row)
    before = [cell for cell in grid.row_cells(row) if levels and cell is not levels[0][1]]
    return before[0].text if before and before[0] is grid.row_cells(row)[0] else ""


@dataclass(frozen=True, slots=True)
class Records:
    """A table with one statement a row: the row of its headings, and the columns of each kind."""

    header: int
    columns: dict[str, list[int]]


def find_records(grid: Grid) -> Records | None:
    """The headings of a table with one statement a row, or None where the sheet is none."""
    for row in grid.rows()[:_HEADER_ROWS]:
        kinds: dict[str, list[int]] = {}
        for column in grid.columns():
            cell = grid.own(row, column)
            if cell:
                kinds.setdefault(kind_of(cell.text), []).append(column)
        columns = _record_columns(grid, row, kinds)
        if columns:
            return Records(row, columns)
    return None


def _record_columns(
    grid: Grid, row: int, kinds: dict[str, list[int]]
) -> dict[str, list[int]] | None:
    if "level" not in kinds or not (kinds.get("theme") or kinds.get("group")):
        return None
    if not kinds.get("text"):
        kinds = _with_criteria(grid, row, kinds)
    text_kind = next((kind for kind in ("text", "summary", "description") if kinds.get(kind)), None)
    if text_kind is None or len(kinds[text_kind]) > 1:
        return None
    text_column = kinds[text_kind][0]
    themes = kinds.get("theme", []) + kinds.get("group", [])
    level = max(kinds["level"], key=lambda c: len(_below(grid, row, c)))
    below = _below(grid, row, level)
    repeated = any(n > 1 for n in Counter(map(level_key, below)).values())
    plural = any(
        (cell := grid.own(row, c)) is not None and cell.text.casefold().endswith("s")
        for c in themes
    )
    if not below or (plural and not repeated):
        return None
    columns = {kind: list(found) for kind, found in kinds.items() if kind not in {"", text_kind}}
    if "role" in columns:  # several levels of one role are a family
        columns.setdefault("family", columns.pop("role"))
    return columns | {"level": [level], "text": [text_column]}


def _with_criteria(grid: Grid, row: int, kinds: dict[str, list[int]]) -> dict[str, list[int]]:
    """ "Criterion" heads texts beside a column of themes, though it is a theme by itself."""
    themes = kinds.get("theme", [])
    texts = [c for c in themes if (cell := grid.own(row, c)) and normal(cell.text) == "criterion"]
    if not texts or len(themes) < 2:
        return kinds
    return {**kinds, "theme": [c for c in themes if c not in texts], "text": texts}


def _below(grid: Grid, row: int, column: int) -> list[str]:
    return [cell.text for at, cell in grid.cells.items() if at[1] == column and at[0] > row]
