"""Footnotes stand at the end of a document, far from the level that they are of."""

import re

from bot.ladder.importers.found import (
    Found,
    FoundGroup,
    FoundPart,
    FoundStatement,
    Piece,
    Unplaced,
    entries_of,
)
from bot.ladder.importers.outline import Leaf, Outline

_FOOTNOTE = re.compile(r"(?P<mark>\[\^?[\w-]{1,20}\]):?\s+\S.*", re.DOTALL)


def take(outline: Outline) -> dict[str, Piece]:
    """Take the footnotes out of the outline: "[^1]" to the footnote's whole line."""
    notes: dict[str, Piece] = {}
    kept = []
    for block in outline.blocks:
        match = _FOOTNOTE.fullmatch(block.text.text) if isinstance(block, Leaf) else None
        if match and isinstance(block, Leaf) and not block.depth and match["mark"] not in notes:
            notes[match["mark"]] = block.text
        else:
            kept.append(block)
    outline.blocks = kept
    return notes


def place(notes: dict[str, Piece], found: Found) -> None:
    """Put each footnote behind the statements of every section that refers to it."""
    for mark, note in notes.items():
        placed = False
        for part in [part for card in found.cards for part in card.parts]:
            if any(mark in piece.text for piece in _pieces(part)):
                entries_of(part).append(FoundStatement(note))
                placed = True
        if not placed:
            found.unplaced.append(Unplaced(note, "a footnote that no statement refers to"))


def _pieces(part: FoundPart) -> list[Piece]:
    pieces = [part.phrase] if part.phrase else []
    for entry in part.entries:
        items = entry.items if isinstance(entry, FoundGroup) else [entry]
        pieces += [piece for item in items for piece in [item.text, *item.examples]]
    return pieces
