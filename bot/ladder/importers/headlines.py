"""What stands above a table: the document's title, and the family that a line names."""

import re
from dataclasses import dataclass, replace

from bot.ladder.importers.families import of_document
from bot.ladder.importers.field_names import kind_of, names_family, names_track
from bot.ladder.importers.found import Piece
from bot.ladder.importers.grid import Cell, Grid
from bot.ladder.importers.level_labels import level_strength

NAMED_FAMILY = re.compile(
    r"(?:(?:job|role|career)\s+)?(?:family|role|discipline|profession|department|function)"
    r"\s*[:–—-]\s*(\S.*)",
    re.IGNORECASE,
)
"""A line such as "Job family: Data Science"; its name is the first group."""

_ROWS_ABOVE = 6
_MOST_WORDS = 10


@dataclass(slots=True)
class Headline:
    """What the first rows of a sheet tell, and the sheet without them."""

    grid: Grid
    title: Cell | None = None
    family: Piece | None = None
    used: tuple[Cell, ...] = ()
    """Cells that are told once the family is."""


def headline(grid: Grid) -> Headline:
    """Take what names the document or its family off the rows above a sheet's table."""
    rows = grid.rows()
    found = Headline(grid)
    taken: set[int] = set()
    for row in rows[:_ROWS_ABOVE]:
        cells = grid.row_cells(row)
        if len(cells) > 2 or len(rows) < 2:
            break
        name = _family(cells)
        if name is not None and found.family is None:
            found.family, found.used = name, tuple(cells)
            taken.add(row)
    titles = [row for row in rows if row not in taken and _is_title(grid.row_cells(row))]
    if len(titles) == 1 and titles[0] in rows[:_ROWS_ABOVE] and titles[0] != rows[-1]:
        found.title = grid.row_cells(titles[0])[0]
        taken.add(titles[0])
    if taken:
        found.grid = grid.part(row for row in rows if row not in taken)
    return found


def _family(cells: list[Cell]) -> Piece | None:
    match = NAMED_FAMILY.fullmatch(cells[0].text) if len(cells) == 1 else None
    if match and not names_track(match[1]):
        return replace(cells[0].piece, text=match[1])
    if len(cells) == 2 and kind_of(cells[0].text.rstrip(":")) in {"family", "role"}:
        name = cells[1].text
        if not level_strength(name) and not kind_of(name) and not names_track(name):
            return cells[1].piece
    return None


def _is_title(cells: list[Cell]) -> bool:
    """True for a text alone on its row that names a document: "Data engineering ladder 2024"."""
    if len(cells) != 1:
        return False
    text = cells[0].text
    named = of_document(text) is not None
    return (
        named
        and len(text.split()) <= _MOST_WORDS
        and "\n" not in text
        and not text.endswith((".", ":", ";", "?", "!"))
        and not level_strength(text)
        and not kind_of(text)
        and (not names_family(text) or _says_document(text))
    )


def _says_document(text: str) -> bool:
    """Not a family alone, such as "Product Design", which may head one table of several."""
    return of_document(text) != text
