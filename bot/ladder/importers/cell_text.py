"""From the text of one cell or value to its statements: lists are parted, sentences never are."""

import re
from dataclasses import replace

from bot.ladder.importers.found import FoundGroup, FoundStatement, Piece
from bot.ladder.importers.lines import is_everything_below

_BULLET = re.compile(r"(?P<indent>\s*)[•◦▪‣●○■□▸►➢➤·∙⁃–—*+-]\s+(?P<text>\S.*)")
_NUMBERED = re.compile(r"(?P<indent>\s*)(?:\(?\d{1,2}|\(?[a-z])[.)]\s+(?P<text>\S.*)")
_TIGHT_BULLET = re.compile(r"(?P<indent>\s*)[•◦▪‣●○■□▸►➢➤∙⁃](?P<text>\S.*)")
_INLINE_BULLET = re.compile(r"\s*[•◦▪‣●■▸►➢➤∙⁃]\s*")
_EXAMPLE_LINE = re.compile(r"(?:for example|e\.\s?g\.|examples?\s*:)\s*,?", re.IGNORECASE)
_EXAMPLES_HEADING = re.compile(r"(?:for example|e\.\s?g\.|examples?)\s*:?", re.IGNORECASE)
_TURNS = re.compile(
    r"(?:and|but|or|however|then|so|otherwise|therefore|thus|yet|instead|this|that|these|it|they|"
    r"which|e\.g|i\.e|for example|also|while|when|if|because|as|not)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r"(?:and|or|but|which|that|with|to|of|for)\b")
_WRAPPED_FROM = 30
_MOST_ITEM_WORDS = 12

Entry = FoundStatement | FoundGroup


def entries_of(
    piece: Piece, *, groups: bool = True, whole: bool = False
) -> tuple[list[Entry], list[Piece]]:
    """The statements of a text, and headings ("Examples:") that only say what follows them.

    A line that ends with a colon before bullets names a group, where `groups` allows one; else it
    is a statement. With `whole`, a text on one line is one statement, whatever semicolons it has,
    since examples stand beside it. Examples and indented bullets stay under their statement.
    """
    reader = _Lines(piece, groups)
    lines = _joined(piece.text)
    if len(lines) == 1 and not lines[0][2]:
        items = [lines[0][1]] if whole else _semicolon_items(lines[0][1])
        return [FoundStatement(replace(piece, text=item)) for item in items], []
    for indent, text, bulleted in _without_semicolons(lines):
        reader.add(indent, text, bulleted)
    return reader.entries, reader.headings


class _Lines:
    """Puts each line of a cell where it belongs."""

    def __init__(self, piece: Piece, groups: bool) -> None:
        self.piece = piece
        self.groups = groups
        self.entries: list[Entry] = []
        self.headings: list[Piece] = []
        self._group: FoundGroup | None = None
        self._last: FoundStatement | None = None
        self._indent = 0
        self._under_examples = False

    def add(self, indent: int, text: str, bulleted: bool) -> None:
        piece = replace(self.piece, text=text)
        if self._last and _EXAMPLES_HEADING.fullmatch(text):
            self._under_examples = True
            self.headings.append(piece)
        elif self._last and (
            _EXAMPLE_LINE.match(text)
            or (self._under_examples and (bulleted or indent > self._indent))
            or (bulleted and indent > self._indent)
        ):
            self._last.examples.append(piece)
        elif not bulleted and text.endswith(":") and self.groups and not is_everything_below(text):
            self._group = FoundGroup(piece)
            self.entries.append(self._group)
            self._last, self._under_examples = None, False
        else:
            self._statement(piece, indent, bulleted)

    def _statement(self, piece: Piece, indent: int, bulleted: bool) -> None:
        self._last, self._indent, self._under_examples = FoundStatement(piece), indent, False
        if self._group is not None and (bulleted or not self._group.items):
            self._group.items.append(self._last)
            return
        self._group = None
        self.entries.append(self._last)


def _joined(text: str) -> list[tuple[int, str, bool]]:
    """Lines as (indent, text without its bullet, bulleted); a wrapped line joins the one before."""
    lines: list[tuple[int, str, bool]] = []
    parted = _parted(text)
    # One number alone may be part of the text ("2. Quarter"); two or more count a list.
    numbered = sum(bool(_NUMBERED.fullmatch(raw)) for raw in parted) > 1
    for raw in parted:
        match = _BULLET.fullmatch(raw) or _TIGHT_BULLET.fullmatch(raw)
        match = match or (_NUMBERED.fullmatch(raw) if numbered else None)
        if match:
            lines.append((_width(match["indent"]), match["text"].strip(), True))
            continue
        line = raw.strip()
        if not line:
            continue
        if lines and _continues(lines[-1], line):
            indent, before, bulleted = lines[-1]
            lines[-1] = (indent, f"{before} {line}", bulleted)
        else:
            lines.append((_width(raw[: len(raw) - len(raw.lstrip())]), line, False))
    return lines or [(0, text.strip(), False)]


def _parted(text: str) -> list[str]:
    """The lines of a text; bullets that follow each other on one line part it too."""
    lines = re.split(r"\r\n|[\r\n\v\f\x85\u2028\u2029]", text)
    parted: list[str] = []
    for line in lines:
        pieces = _INLINE_BULLET.split(line)
        if len(pieces) > 2 or (len(pieces) == 2 and pieces[0].strip().endswith((":", "."))):
            parted += [pieces[0]] + [f"• {piece}" for piece in pieces[1:]]
        else:
            parted.append(line)
    return [line for line in parted if line.strip() not in {"", "•"}] or [text]


def _continues(before: tuple[int, str, bool], line: str) -> bool:
    """True for the rest of a sentence that was broken to fit the cell."""
    text = before[1]
    if _JOINS.match(line) and not text.endswith(tuple(".;:!?")):
        return True
    return line[0].islower() and (
        len(text) >= _WRAPPED_FROM and text[0].isupper() and not text.endswith(tuple(".;:!?,•"))
    )


def _without_semicolons(lines: list[tuple[int, str, bool]]) -> list[tuple[int, str, bool]]:
    """Semicolons that end every line but the last part items; they are not part of the text."""
    *most, _ = lines
    if most and all(line[1].endswith(";") for line in most):
        return [(indent, text.rstrip("; ") or text, mark) for indent, text, mark in lines]
    return lines


def _semicolon_items(text: str) -> list[str]:
    """The items of "a; b; c", where the semicolons plainly part them; else the text whole."""
    if not re.search(r";\s", text) or re.search(r"[.!?]\s", text):
        return [text]
    if re.search(r"[(\[\"“][^)\]\"”]*;", text):
        return [text]
    items = [item.strip() for item in re.split(r";\s+", text.rstrip("; "))]
    words = [len(item.split()) for item in items]
    plain = all(items) and not any(_TURNS.match(item) for item in items[1:])
    few = 4 if len(items) == 2 else _MOST_ITEM_WORDS
    if plain and len(items) > 1 and max(words) <= few:
        return items
    return [text]


def _width(indent: str) -> int:
    return len(indent.replace("\t", "    "))
