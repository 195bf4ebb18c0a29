"""Pasted card text: from a web page, from Slack, from a mail. No markup says what is a heading.

A line is a heading when it names a level, when it is a name that ladders give to a part, or when
it is set off from the bullets under it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from bot.ladder.importers.found import Found, Piece
from bot.ladder.importers.interpret import interpret
from bot.ladder.importers.levels import is_rung_title, level_name
from bot.ladder.importers.outline import Heading, Leaf, Outline
from bot.ladder.importers.source import decode_entities, read_text
from bot.ladder.importers.vocabulary import DIMENSION_OF, FIELD_OF, SECTION_OF, fold, without_emoji

_BULLET = re.compile(
    r"(?P<mark>[-*•–—◦‣▪▫●○∙·⁃►▸➢✓✔+]|\d{1,2}[.)]|\(?[a-z]\)|[a-z]\.|\[[ xX]?\])"
    r"(?:\s+|$)(?P<text>.*)"
)
_TIGHT_BULLET = re.compile(r"(?P<mark>[•◦‣▪▫●○∙⁃►▸➢✓✔]|-(?=[A-Za-z]))(?P<text>\S.*)")
_BOLD = re.compile(r"(\*{1,2}|__)(?P<text>[^*]+?)\1:?")
_INLINE_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_HASHES = re.compile(r"#{1,6}\s+(?P<text>.+?)\s*#*")
_RULE = re.compile(r"[-=_*~—–\s]{3,}")
_FAMILY_LINE = re.compile(r"(?:job )?family\s*:\s*\S.*", re.IGNORECASE)
_FIELDS_WITH_LISTS = frozenset({"summary", "meaning", "titles", "pay", "soc"})
_FAMILY, _LEVEL, _SECTION, _GROUP = 0, 1, 2, 3
_HIDDEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@dataclass(slots=True)
class _Line:
    number: int
    text: str
    indent: int
    mark: str
    """The bullet in front; empty for none."""
    style: str
    """How it is set off: "bold", "hash", "colon", "caps" or ""."""
    after_blank: bool
    last: int = 0

    @property
    def bullet(self) -> bool:
        return bool(self.mark)


def read(path: Path) -> Found:
    """What the text holds; raises UnreadableError when it is no text."""
    return interpret(outline(str(path), read_text(path)))


def outline(file: str, text: str) -> Outline:
    """The text's headings, lines and bullets."""
    found = Outline(file)
    lines = _lines(text)
    found.lines = [Piece(line.text, file, line.number) for line in lines]
    lines = _unwrapped(lines)
    depths = _bullet_depths(lines)
    section_styles: set[tuple[str, bool]] = set()
    in_section = False
    for place, line in enumerate(lines):
        piece = Piece(line.text, file, line.number, last=line.last)
        following = lines[place + 1] if place + 1 < len(lines) else None
        kind = _heading(line, following, in_section=in_section)
        if kind == _LEVEL:
            section_styles, in_section = set(), False
        elif kind == _SECTION:
            section_styles.add((line.style, line.after_blank))
            in_section = True
        elif kind == _GROUP and (line.style, line.after_blank) in section_styles:
            kind = _SECTION  # it looks as this card's own sections look
        if kind is not None:
            found.blocks.append(Heading(kind, piece))
        else:
            depth = depths[line.indent, line.mark] if line.bullet else 0
            found.blocks.append(Leaf(piece, depth, strong=line.style == "bold"))
    return found


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    after_blank, pending = True, ""
    for number, raw in enumerate(text.split("\n"), start=1):
        decoded = decode_entities(raw).replace("\u00a0", " ").translate(_HIDDEN)
        stripped = decoded.strip()
        if not stripped or _RULE.fullmatch(stripped):
            after_blank = True
            continue
        indent = len(decoded.expandtabs(4)) - len(decoded.expandtabs(4).lstrip())
        mark, content = _bullet(stripped)
        if not content:  # a bullet alone: its text comes on the next line
            pending = mark
            continue
        if pending and not mark:
            mark = pending
        pending = ""
        content, style = _style(content, bullet=bool(mark))
        lines.append(_Line(number, content, indent, mark, style, after_blank))
        after_blank = False
    return lines


def _bullet(text: str) -> tuple[str, str]:
    """The bullet in front of a line, and the line without it."""
    if _BOLD.fullmatch(text):
        return "", text
    match = _BULLET.fullmatch(text) or _TIGHT_BULLET.fullmatch(text)
    if match is None:
        return "", text
    mark = match["mark"]
    # Numbers of one list look different from line to line, and are one kind of bullet.
    return re.sub(r"\d+", "1", re.sub(r"[a-z]", "a", mark)), match["text"].strip()


def _style(text: str, *, bullet: bool) -> tuple[str, str]:
    """The text without what sets it off, and what that was."""
    if match := _BOLD.fullmatch(text):
        return match["text"].strip(), "bold"
    plain = without_emoji(text)
    if plain != text and (match := _BOLD.fullmatch(plain)):
        return text.replace(match[0], match["text"]), "bold"
    if not bullet and (match := _HASHES.fullmatch(text)):
        return match["text"], "hash"
    text = _INLINE_BOLD.sub(r"\1", text)
    if text.endswith(":") and len(text.split()) <= 8:
        return text, "colon"
    if text.isupper() and len(text) > 4 and " " in text and not _is_figures(text):
        return text, "caps"
    return text, ""


def _is_figures(text: str) -> bool:
    """True for "120000-150000 USD", whose capitals only say what its figures count."""
    return sum(map(str.isdigit, text)) >= sum(map(str.isalpha, text))


def _unwrapped(lines: list[_Line]) -> list[_Line]:
    """The lines with those joined that a mail or a terminal wrapped: they go on in lower case."""
    joined: list[_Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if (
            before is not None
            and not line.bullet
            and not line.style
            and not line.after_blank
            and not before.style
            and line.text[:1].islower()
            and before.text[-1:] not in ".!?:;"
            and len(before.text) > 30
            and (before.bullet or len(before.text) > 55)
        ):
            before.text = f"{before.text} {line.text}"
            before.last = line.number
        else:
            joined.append(line)
    return joined


def _bullet_depths(lines: list[_Line]) -> dict[tuple[int, str], int]:
    """(indent, bullet) to depth: deeper indents stand under lesser ones, "◦" under "•"."""
    indents = sorted({line.indent for line in lines if line.bullet})
    depths = {}
    for line in lines:
        if line.bullet:
            depth = indents.index(line.indent) + 1
            if line.mark in "◦○▫" and depth == 1:
                marks = {other.mark for other in lines if other.indent == line.indent}
                depth = 2 if marks & set("•●▪-*") else 1
            depths[line.indent, line.mark] = depth
    return depths


def _heading(line: _Line, following: _Line | None, *, in_section: bool) -> int | None:
    """Which heading the line is; None for none."""
    if line.bullet:
        return None
    if level_name(line.text.rstrip(":")):
        return _LEVEL
    return _part_heading(line, following, in_section=in_section)


def _part_heading(line: _Line, following: _Line | None, *, in_section: bool) -> int | None:
    """Which heading a line is that names no level by a code."""
    before_level = following is not None and level_name(following.text) is not None
    if before_level and _FAMILY_LINE.fullmatch(line.text):
        return _FAMILY
    name = fold(without_emoji(line.text))
    if name in SECTION_OF or FIELD_OF.get(name) in _FIELDS_WITH_LISTS:
        return _SECTION
    opens_list = following is not None and following.bullet
    if name in DIMENSION_OF:  # a label with its value on the next line, or a list of its own
        return _SECTION if opens_list and (in_section or line.style) else None
    if line.style in {"hash", "caps", "bold"} or (opens_list and _is_short(line)):
        inner = _GROUP if in_section else _SECTION
        return _LEVEL if is_rung_title(line.text) else inner
    return None


def _is_short(line: _Line) -> bool:
    words = line.text.split()
    return len(words) <= 7 and line.text[-1:] not in ".!?;," and line.text[:1].isupper()
