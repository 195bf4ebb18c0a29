"""Where in a document a line stands, and what that makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ladder.importers.found import (
    Found,
    FoundGroup,
    FoundPart,
    FoundStatement,
    Piece,
    Unplaced,
    entries_of,
)
from bot.ladder.importers.levels import is_role, level_name, squash
from bot.ladder.importers.outline import Content, Leaf, Pair
from bot.ladder.importers.vocabulary import FIELD_OF, fold


@dataclass(frozen=True, slots=True)
class Context:
    """Where in the document a line stands."""

    family: Piece | None = None
    track: Piece | None = None
    themes: tuple[Piece, ...] = ()
    """Headings of parts that stand above the levels."""


def family_line(block: Content) -> Piece | None:
    """A line above the levels that is a job ("Data Engineer") or says "Family: …"."""
    if not isinstance(block, Leaf) or block.depth:
        return None
    label, colon, _ = block.text.text.partition(":")
    named = bool(colon) and FIELD_OF.get(fold(label)) == "family"
    return block.text if named or is_role(block.text.text) else None


def key_of(level: Piece, at: Context) -> tuple[str, str]:
    """What tells one card from another: its family, and its level's code or name."""
    name = level_name(level.text)
    return (fold(at.family.text) if at.family else "", squash(name.whole if name else level.text))


def tells(block: Content, level: Piece) -> bool:
    """Whether a line is the one that names the document's level."""
    if isinstance(block, Pair):
        return is_of(level, block.values)
    return isinstance(block, Leaf) and block.text.line == level.line > 0


def is_of(level: Piece, values: Sequence[Piece]) -> bool:
    """Whether the level is one of a field's values, be it with the word "Level" before it."""
    return any(value.line == level.line > 0 and level.text.endswith(value.text) for value in values)


def plain_items(part: FoundPart) -> list[FoundStatement]:
    """A part's entries as statements."""
    return [s for entry in entries_of(part) for s in statements_of(entry)]


def statements_of(entry: FoundStatement | FoundGroup) -> list[FoundStatement]:
    """An entry as statements; a group within a group becomes a statement with examples."""
    if isinstance(entry, FoundStatement):
        return [entry]
    shown = [piece for item in entry.items for piece in [item.text, *item.examples]]
    return [FoundStatement(entry.name, shown)]


def fields_of_all(fields: Sequence[Pair], found: Found) -> None:
    """Front matter of a file with many levels: its family and track hold for all of them."""
    for pair in fields:
        kind = FIELD_OF.get(fold(pair.label.text))
        if kind in {"family", "track"} and len(pair.values) == 1:
            for card in found.cards:
                if getattr(card, kind) is None:
                    setattr(card, kind, pair.values[0])
            why = f"a label; its value is the cards' {kind}"
            found.unplaced.append(Unplaced(pair.label, why))
        elif kind == "title" and found.title is None and len(pair.values) == 1:
            found.title = pair.values[0]
            found.unplaced.append(Unplaced(pair.label, "a label of the document's title"))
        else:
            for piece in [pair.label, *pair.values]:
                found.unplaced.append(Unplaced(piece, "front matter that no card has"))


def pieces_of_block(block: Content) -> list[Piece]:
    """Every text of a block."""
    if isinstance(block, Leaf):
        return [block.text]
    if isinstance(block, Pair):
        return [block.label, *block.values]
    return [leaf.text for row in block.rows for cell in row for leaf in cell]
