"""Where in a document a line stands, and what that makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ladder.importers.found import FoundGroup, FoundPart, FoundStatement, Piece, entries_of
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
