"""Footnotes stand at the end of a document, far from the text that they are of.

They are no statements of a level: a footnote stays with the statement that refers to it, as its
example, and one that nothing refers to is told as not placed.
"""

import re
from collections.abc import Iterator, Sequence

from bot.ladder.importers.found import Found, FoundCard, FoundGroup, FoundStatement, Piece, Unplaced
from bot.ladder.importers.levels import is_rung_title, level_name
from bot.ladder.importers.outline import Block, Heading, Leaf, Outline
from bot.ladder.importers.vocabulary import fold, words_of

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FOOTNOTE = re.compile(r"(?P<mark>\[\^?[\w-]{1,20}\]):?\s+\S.*", re.DOTALL)
_SIGNED = re.compile(rf"(?P<mark>[{_RAISED}]+|\*{{1,3}}|[†‡§])\s*[^\s*].*", re.DOTALL)
_ENDS = words_of("footnotes footnote endnotes endnote")
_MAY_END = words_of("notes note references")


def take(outline: Outline) -> dict[str, Piece]:
    """Take the footnotes out of the outline: "[^1]" to the footnote's whole line."""
    notes = dict(outline.footnotes)
    _take_last(outline, notes)
    texts = [_text(block) for block in outline.blocks if not isinstance(block, Leaf)]
    texts += [block.text.text for block in outline.blocks if isinstance(block, Leaf)]
    kept: list[Block] = []
    for block in outline.blocks:
        mark = _mark(block, texts)
        if mark and isinstance(block, Leaf) and mark not in notes:
            notes[mark] = block.text
        else:
            kept.append(block)
    outline.blocks = kept
    return notes


def place(notes: dict[str, Piece], found: Found) -> None:
    """Put each footnote under the statements, or behind the summaries, that refer to it."""
    statements = [each for card in found.cards for each in _statements(card)]
    homes: list[tuple[list[str], list[Piece]]] = [
        ([piece.text for piece in [each.text, *each.examples]], each.examples)
        for each in statements
    ]
    for card in found.cards:
        for texts in (card.summary, card.meaning_summary):
            homes.append(([piece.text for piece in texts], texts))
    for mark, note in notes.items():
        signs = [sign for sign in _signs(mark) if sign == mark or sign not in notes]
        told = [home for said, home in homes if any(_refers(t, signs) for t in said)]
        for home in told:
            home.append(note)
        if not told:
            found.unplaced.append(Unplaced(note, "a footnote that no statement refers to"))


def _signs(mark: str) -> list[str]:
    """How a text may refer to a footnote: a bare number is that of a list of notes."""
    if not mark.isdigit() or not mark.isascii():
        return [mark]
    raised = "".join(_RAISED[int(digit)] for digit in mark)
    return [f"[^{mark}]", f"[{mark}]", f"({mark})", raised]


def _refers(text: str, signs: Sequence[str]) -> bool:
    text = text.rstrip(" .,;:")
    return any(sign in text if sign[0] == "[" else _bears(text, sign) for sign in signs)


def _bears(text: str, sign: str) -> bool:
    if sign[0] in _RAISED:  # "10²" is a figure
        return bool(re.search(rf"(?<![\d{_RAISED}]){sign}(?![{_RAISED}])", text))
    return text.endswith(sign) and not text[: -len(sign)].endswith("*")


def _mark(block: Block, texts: Sequence[str]) -> str | None:
    """The mark that a footnote begins with; None for any other block."""
    if not isinstance(block, Leaf) or block.depth:
        return None
    if match := _FOOTNOTE.fullmatch(block.text.text):
        return match["mark"]
    match = _SIGNED.fullmatch(block.text.text)
    if match and any(t != block.text.text and _refers(t, [match["mark"]]) for t in texts):
        return match["mark"]
    return None


def _take_last(outline: Outline, notes: dict[str, Piece]) -> None:
    """Take a list at the very end that is headed "Notes", numbered as it stands."""
    blocks: list[Block] = outline.blocks
    heads = [at for at, block in enumerate(blocks) if fold(_text(block)) in _ENDS | _MAY_END]
    if len(heads) != 1:
        return
    [at] = heads
    after = [block for block in blocks[at + 1 :] if isinstance(block, Leaf)]
    listed = [block for block in after if block.depth == 1]
    if len(after) < len(blocks) - at - 1 or not listed:
        return
    levels = [b.depth for b in blocks if isinstance(b, Heading) and _is_level(b)]
    head = blocks[at]
    below = isinstance(head, Heading) and bool(levels) and head.depth > max(levels)
    if fold(_text(head)) in _MAY_END and (below or len(levels) < 2):
        return  # the notes of a level, and not of the document
    for number, block in enumerate(listed, start=1):
        notes[str(number)] = block.text
    why = "heads the document's notes"
    piece = head.text if isinstance(head, Heading | Leaf) else None
    outline.unplaced += [Unplaced(piece, why)] if piece else []
    outline.blocks = blocks[:at] + [block for block in after if block not in listed]


def _is_level(heading: Heading) -> bool:
    return bool(level_name(heading.text.text)) or is_rung_title(heading.text.text)


def _text(block: Block) -> str:
    return block.text.text if isinstance(block, Heading | Leaf) else ""


def _statements(card: FoundCard) -> Iterator[FoundStatement]:
    for part in card.parts:
        for entry in part.entries:
            yield from entry.items if isinstance(entry, FoundGroup) else (entry,)
