"""Tables in a document: levels as columns, levels as rows, or labels with their values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ladder.importers.examples import is_label
from bot.ladder.importers.field_names import kind_of
from bot.ladder.importers.found import Piece, Unplaced
from bot.ladder.importers.levels import is_role, is_rung_title, level_name, numbered_level
from bot.ladder.importers.outline import Cell, Grid, Leaf
from bot.ladder.importers.vocabulary import DIMENSION_OF, FIELD_OF, fold

_MOST_NAME_COLUMNS = 3
_SURE_LEVELS = 2
_EMPTY_MARK = re.compile(r"[-–—―−_.…/\s]+|n\s?/?\s?a\.?", re.IGNORECASE)
_NO_PART = "heads a table, but names no level or part"
_NO_CELL = "stands in a table's cell that is of no level"


@dataclass(slots=True)
class Entry:
    """One cell's text for one level."""

    level: Piece
    names: list[Piece]
    """The names that lead to it, outermost first: of a row's group, of the row or column."""
    cell: Cell
    number: Piece | None = None
    """The level as it stands, where that is a bare number."""
    track: Piece | None = None
    """What a row above the levels calls several of them."""


def whole_heads(rows: list[list[Cell]]) -> None:
    """Make one text of a heading cell that has its level on two lines: "L1", "Junior Engineer"."""
    heads = rows[:2] if _heads_levels(rows[1:2]) else rows[:1]
    for cell in {id(cell): cell for row in heads for cell in row if len(cell) > 1}.values():
        text = " ".join(leaf.text.text for leaf in cell)
        if level_name(text):
            last = max(cell[-1].text.line, cell[-1].text.last)
            cell[:] = [Leaf(replace(cell[0].text, text=text, last=last), strong=True)]


def _heads_levels(rows: list[list[Cell]]) -> bool:
    """Whether a row below the first one names levels on two lines each, under their tracks."""
    cells = [cell for row in rows for cell in row[1:] if cell]
    return len(cells) > 1 and all(
        len(cell) > 1 and level_name(cell[0].text.text) is not None for cell in cells
    )


def is_matrix(grid: Grid) -> bool:
    """Whether the table has levels as columns or as rows."""
    return _levels_in_columns(grid) or _under_tracks(grid) or _levels_in_rows(grid)


def entries(grid: Grid, *, named: bool) -> tuple[list[Entry], list[Unplaced]]:
    """The matrix level by level, and the texts that are of no level or name no part.

    `named` says that a heading over the table names its part, so that an only column needs none.
    """
    found, spare = _read(grid, named=named)
    return _without_marks(found, spare)


def _read(grid: Grid, *, named: bool) -> tuple[list[Entry], list[Unplaced]]:
    if _levels_in_columns(grid):
        return _columns(grid)
    if _under_tracks(grid):
        return _tracked(grid)
    heads = [first_text(cell) for cell in grid.rows[0][1:]]
    told = [name for name in heads if name is None or not is_label(name.text)]
    bare = len(told) == 1 and not (told[0] and fold(told[0].text) in {**DIMENSION_OF, **FIELD_OF})
    return _rows(grid, nameless=named and bare)


def _without_marks(found: list[Entry], spare: list[Unplaced]) -> tuple[list[Entry], list[Unplaced]]:
    """The entries without the texts of cells that only say that they are empty: "–", "n/a".

    Each such entry stays as its level, of which its row or column says nothing.
    """
    marks = [entry for entry in found if _is_mark(entry.cell)]
    told = [Unplaced(cell[0].text, "marks an empty cell") for cell in _once(marks)]
    kept = [replace(each, names=[], cell=[]) if _is_mark(each.cell) else each for each in found]
    used = {id(name) for entry in kept for name in entry.names}
    unused = {id(name): name for entry in marks for name in entry.names if id(name) not in used}
    return kept, told + spare + [Unplaced(name, _NO_PART) for name in unused.values()]


def _is_mark(cell: Cell) -> bool:
    return len(cell) == 1 and _EMPTY_MARK.fullmatch(cell[0].text.text) is not None


def _once(entries: Sequence[Entry]) -> list[Cell]:
    """The cells of the entries; a merged one once."""
    return list({id(entry.cell): entry.cell for entry in entries}.values())


def is_field(name: Piece, texts: Sequence[Piece]) -> bool:
    """Whether a row or column of a matrix fills a field; "Code" does only where it holds codes."""
    kind = FIELD_OF.get(fold(name.text))
    return bool(kind) and (kind != "level" or level_name(texts[0].text) is not None)


def first_text(cell: Cell) -> Piece | None:
    """A heading cell's text; None when it is empty."""
    return cell[0].text if cell else None


def _is_level_list(cells: list[Cell]) -> bool:
    texts = [cell[0].text.text if len(cell) == 1 else "" for cell in cells]
    told = [text for text in texts if text]
    if not told or any(len(cell) > 1 for cell in cells):
        return False
    coded = [text for text in told if level_name(text)]
    rungs = [text for text in told if level_name(text) or is_rung_title(text)]
    roles = [text for text in told if text in rungs or is_role(text)]
    if (
        len(rungs) == 1 and not coded
    ):  # "Junior Engineer" and a bare "Engineer" are two rungs of one job
        return (
            len(told) > 1
            and all(text.split()[-1] == rungs[0].split()[-1] for text in roles)
            and (len(roles) == len(told))
        )
    return len(coded) == len(told) or (len(rungs) >= 2 and len(roles) == len(told))


def _levels_in_columns(grid: Grid) -> bool:
    return len(grid.rows) > 1 and bool(_level_columns(grid.rows[0]))


def _under_tracks(grid: Grid) -> bool:
    """Whether the second row names the levels, and the first says which of them belong together."""
    if len(grid.rows) < 3:
        return False
    above = grid.rows[0]
    labels = [cell for cell, own in zip(above, grid.rows[1], strict=True) if cell and cell != own]
    return (
        bool(_level_columns(grid.rows[1]))
        and bool(labels)
        and all(len(cell) == 1 for cell in labels)
    )


def _tracked(grid: Grid) -> tuple[list[Entry], list[Unplaced]]:
    above, levels = grid.rows[0], grid.rows[1]
    marked = frozenset(row - 1 for row in grid.marked)
    found, spare = _columns(Grid(grid.rows[1:], marked=marked))
    tracks: dict[int, Piece] = {}
    track: Piece | None = None
    for cell, level in zip(above, levels, strict=True):
        own, named = first_text(cell), first_text(level)
        if own is not None and own is not named:
            track = own
        if named is not None and track is not None and own is not named:
            tracks[id(named)] = track
    for entry in found:
        entry.track = tracks.get(id(entry.level))
    used = {id(entry.track) for entry in found}
    heads = {id(leaf): leaf.text for cell in above for leaf in cell}
    below = {id(leaf) for cell in levels for leaf in cell}
    unused = [text for at, text in heads.items() if at not in below and id(text) not in used]
    spare += [Unplaced(text, _NO_PART) for text in unused]
    return found, spare


def _level_columns(header: Sequence[Cell]) -> list[int]:
    """The places of the levels in a header such as "Theme, Skill, IC1, IC2, Notes"; [] for none.

    A column without a heading before the levels names rows too.
    """
    for columns in range(1, min(_MOST_NAME_COLUMNS, len(header) - 1) + 1):
        own = [place for place in range(columns, len(header)) if not _is_aside(header[place])]
        told = [place for place in own if header[place]]
        if not told or not _is_level_list([header[place] for place in told]):
            continue
        if (columns > 1 or len(own) < len(header) - columns) and len(told) < _SURE_LEVELS:
            return []
        return told
    return []


def _is_aside(cell: Cell) -> bool:
    """Whether a column's heading names none of the levels beside it: "Notes", "Owner"."""
    text = cell[0].text.text if len(cell) == 1 else ""
    if not text or level_name(text) or is_rung_title(text):
        return False
    return bool(kind_of(text)) or not is_role(text)


def _all_levels(header: list[Cell]) -> bool:
    """Whether the first column is a level's too, so that the table has no names of rows."""
    texts = [cell[0].text.text if len(cell) == 1 else "" for cell in header]
    return all(level_name(text) is not None for text in texts)


def _levels_in_rows(grid: Grid) -> bool:
    if len(grid.rows) < 2 or len(grid.rows[0]) < 2:
        return False
    body = [row[0] for row in grid.rows[1:]]
    corner = first_text(grid.rows[0][0])
    numbered = corner is not None and FIELD_OF.get(fold(corner.text)) == "level"
    return _is_level_list(body) or (numbered and all(len(cell) == 1 for cell in body))


def _columns(grid: Grid) -> tuple[list[Entry], list[Unplaced]]:
    rows = [[[], *row] for row in grid.rows] if _all_levels(grid.rows[0]) else grid.rows
    places = _level_columns(rows[0])
    width = places[0]
    header, *body = rows
    # Each level in the order of the columns, also one that no row says anything of.
    found = [Entry(header[place][0].text, [], []) for place in places]
    labels = _Labels(width)
    spare = [Unplaced(leaf.text, _NO_PART) for cell in header[:width] for leaf in cell]
    others = [place for place in range(width, len(header)) if place not in places]
    spare += [Unplaced(leaf.text, _NO_PART) for place in others for leaf in header[place]]
    for number, row in enumerate(body, start=1):
        spare += [Unplaced(leaf.text, _NO_CELL) for cell in row[:width] for leaf in cell[1:]]
        names, heads_others = labels.of(row, marked=number in grid.marked)
        if heads_others:
            continue
        for place in others:
            spare += [Unplaced(leaf.text, _beside(header[place])) for leaf in row[place]]
        found += [Entry(header[p][0].text, names, row[p]) for p in places if row[p]]
    used = {id(name) for entry in found for name in entry.names}
    unused = [Unplaced(name, _NO_PART) for at, name in labels.seen.items() if at not in used]
    return found, spare + unused


def _beside(header: Cell) -> str:
    name = first_text(header)
    return f"stands in the column {name.text!r}, which is no level" if name else _NO_CELL


class _Labels:
    """The names of a matrix's rows: a blank one is that of the row above."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.seen: dict[int, Piece] = {}
        self._group: list[Piece] = []
        self._carried: list[Piece | None] = [None] * width

    def of(self, row: list[Cell], *, marked: bool) -> tuple[list[Piece], bool]:
        """The names of a row, outermost first, and whether it only heads the rows below it.

        A row that is `marked` as empty heads no others.
        """
        heads = row[: self.width]
        own = list(map(first_text, heads))
        told = [name for name in own if name is not None]
        self.seen |= {id(name): name for name in told}
        filled = [cell for cell in row[self.width :] if cell]
        spans = bool(filled) and all(_same(cell, heads[0]) for cell in [*heads, *filled] if cell)
        if told and (spans or (not filled and self.width == 1 and not marked)):
            self._group, self._carried = [told[0]], [None] * self.width
            return [], True
        for place, name in enumerate(own):
            if name is not None and name is not self._carried[place]:
                self._carried[place:] = [name] + [None] * (self.width - place - 1)
        carried = [name for name in self._carried if name is not None]
        return [*self._group, *carried], not filled


def _rows(grid: Grid, *, nameless: bool) -> tuple[list[Entry], list[Unplaced]]:
    header, *body = grid.rows
    found: list[Entry] = []
    spare = [Unplaced(leaf.text, _NO_PART) for leaf in header[0]]
    used: set[int] = set()
    corner = first_text(header[0])
    for row in body:
        number = level = first_text(row[0])
        if level is not None and corner is not None and FIELD_OF.get(fold(corner.text)) == "level":
            level = replace(level, text=numbered_level(corner.text, level.text))
        number = number if number != level else None
        for column, (name_cell, cell) in enumerate(zip(header[1:], row[1:], strict=True)):
            name = first_text(name_cell)
            if level is None or (name is None and cell and not nameless):
                spare += [Unplaced(leaf.text, _NO_CELL) for leaf in cell]
            elif nameless and not (name and is_label(name.text)):
                found.append(Entry(level, [], cell, number))
            elif cell:
                found.append(Entry(level, [name] if name else [], cell, number))
                used.add(column)
        if level is not None and not any(row[1:]):
            found.append(Entry(level, [], [], number))
    for column, name_cell in enumerate(header[1:]):
        if column not in used:
            spare += [Unplaced(leaf.text, _NO_PART) for leaf in name_cell]
    return found, spare


def _same(cell: Cell, other: Cell) -> bool:
    """Whether a merged cell stands in both places."""
    return [leaf.text for leaf in cell] == [leaf.text for leaf in other]
