"""Finds the blocks of a sheet whose levels stand in a column, one a row."""

from dataclasses import dataclass, field

from bot.ladder.importers.blocks import Part
from bot.ladder.importers.field_names import kind_of, names_family, names_track
from bot.ladder.importers.grid import Cell, Grid
from bot.ladder.importers.level_labels import is_plain_role, level_strength
from bot.ladder.importers.matrix import Block, Level


@dataclass(slots=True)
class _Rows:
    """The rows of one block by what they are."""

    titles: list[Cell] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    groups: dict[int, Cell] = field(default_factory=dict)


class TurnedBlocks:
    """The blocks of a sheet whose levels stand in `column`, each turned to lie in a row."""

    def __init__(self, grid: Grid, column: int) -> None:
        self.grid = grid
        self.column = column
        self.rows = grid.rows()
        self.named = any(
            kind_of(cell.text) == "level" for (_, c), cell in grid.cells.items() if c == column
        )
        self._now = _Rows()

    def parts(self) -> list[Part]:
        """Every block from the top."""
        parts: list[Part] = []
        for place, row in enumerate(self.rows):
            role = self._role(place)
            if role == "body":
                self._now.body.append(row)
                continue
            if role == "group":
                self._now.groups[row] = self.grid.row_cells(row)[0]
                self._now.body.append(row)
                continue
            if self._now.body:
                parts.append(self._part())
            if role == "title":
                self._now.titles.append(self.grid.row_cells(row)[0])
            else:
                self._now.heads.append(row)
        if self._now.body:
            parts.append(self._part())
        return parts

    def _role(self, place: int) -> str:
        """What a row is: "body", "group", "title" or "head"."""
        cell = self.grid.at(self.rows[place], self.column)
        alone = len(self.grid.row_cells(self.rows[place])) == 1
        in_body = bool(self._now.body)
        if cell is None:
            outside = "title" if alone and not self._level_follows(place) else "head"
            return "body" if in_body else outside
        if kind_of(cell.text) == "level":
            return "head"
        if _is_level(cell) and (not alone or in_body or self._level_follows(place)):
            return "body"
        if alone:
            return "group" if in_body and self._level_follows(place) else "title"
        # Below the heading "Level", a word of the ladder's own is a level too.
        own_word = self._is_headed() if self.named else in_body and not self._is_apart(place)
        return "body" if own_word else "head"

    def _level_follows(self, place: int) -> bool:
        """True where the next row that has a text in the column names a level, or a head went by.

        A title may read like a level ("Engineering Manager"); it stands above a head.
        """
        if self._now.heads and _is_level(self.grid.at(self.rows[place], self.column)):
            return True
        if place + 1 >= len(self.rows):
            return False
        return _is_level(self.grid.at(self.rows[place + 1], self.column))

    def _is_headed(self) -> bool:
        heads = (self.grid.own(row, self.column) for row in self._now.heads)
        return any(cell is not None and kind_of(cell.text) == "level" for cell in heads)

    def _is_apart(self, place: int) -> bool:
        before = self.rows[place - 1]
        return before < self.rows[place] - 1 or len(self.grid.row_cells(before)) == 1

    def _part(self) -> Part:
        now, self._now = self._now, _Rows()
        levels = self._levels(now)
        own = [*now.heads, *(row for row in now.body if row not in now.groups)]
        corner = next((c for row in now.heads if (c := self.grid.own(row, self.column))), None)
        groups = [c for c in now.groups.values() if names_track(c.text) or names_family(c.text)]
        block = Block(self.grid.part(own).turned(), self.column, levels, now.heads)
        return Part(block, now.titles, corner, turned=True, groups=groups)

    def _levels(self, now: _Rows) -> list[Level]:
        """The levels with their rows: an empty place below one is the level's, if many are empty.

        A single gap in a full column is a slip: what stands there has no level.
        """
        blanks = sum(self.grid.at(row, self.column) is None for row in now.body)
        carries = blanks * 3 >= len(now.body)
        levels: list[Level] = []
        group: Cell | None = None
        for row in now.body:
            cell = self.grid.at(row, self.column)
            if row in now.groups:
                group = now.groups[row]
            elif cell is None:
                if carries and levels:
                    levels[-1].columns.append(row)
            elif levels and levels[-1].cell is cell:
                levels[-1].columns.append(row)
            else:
                levels.append(_grouped(Level(cell, [row]), group))
        return levels


def _is_level(cell: Cell | None) -> bool:
    return cell is not None and bool(level_strength(cell.text) or is_plain_role(cell.text))


def _grouped(level: Level, group: Cell | None) -> Level:
    if group is not None and names_track(group.text):
        level.track = group.piece
    elif group is not None and names_family(group.text):
        level.family = group.piece
    return level
