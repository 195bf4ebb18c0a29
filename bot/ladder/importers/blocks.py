"""A block of a sheet with the texts above it, before what they name is understood."""

from dataclasses import dataclass, field

from bot.ladder.importers.field_names import is_generic, kind_of
from bot.ladder.importers.grid import Cell
from bot.ladder.importers.level_labels import level_key
from bot.ladder.importers.matrix import Block


@dataclass(slots=True)
class Part:
    """A block before its title is understood."""

    block: Block
    titles: list[Cell] = field(default_factory=list)
    corner: Cell | None = None
    turned: bool = False
    groups: list[Cell] = field(default_factory=list)
    """Rows of one text between levels, which name a track or a family."""

    def title(self) -> Cell | None:
        """The nearest text above the block; else the text in its corner, if it says something."""
        if self.titles:
            return self.titles[-1]
        if self.corner is None or kind_of(self.corner.text) or is_generic(self.corner.text):
            return None
        return self.corner

    def labels(self) -> set[str]:
        """The names of the block's themes, as keys to compare blocks by."""
        block = self.block
        return {
            level_key(cell.text)
            for (row, column), cell in block.grid.cells.items()
            if column in block.label_columns and row != block.header
        }

    def levels(self) -> set[str]:
        """The labels of the block's levels, as keys to compare blocks by."""
        return {level_key(level.cell.text) for level in self.block.levels}
