"""Pasted card text: from a web page, from Slack, from a mail. No markup says what is a heading.

A line is a heading when it names a level, when it is a name that ladders give to a part, or when
it is set off from the bullets under it.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from bot.ladder.importers.examples import is_example, is_label
from bot.ladder.importers.found import Found, Piece, Unplaced
from bot.ladder.importers.interpret import interpret
from bot.ladder.importers.levels import is_rung_title, level_name
from bot.ladder.importers.lines import (
    is_everything_below,
    label_and_value,
)
from bot.ladder.importers.outline import Heading, Leaf, Outline, Pair
from bot.ladder.importers.source import read_text
from bot.ladder.importers.text_aside import mail_parts
from bot.ladder.importers.text_levels import (
    heads_levels,
    labeled_levels,
    repeated_names,
    title_levels,
    titles_level,
)
from bot.ladder.importers.text_lines import RawLine, TextLine, raw_lines, text_lines
from bot.ladder.importers.text_tables import TextTable, text_tables
from bot.ladder.importers.vocabulary import DIMENSION_OF, FIELD_OF, SECTION_OF, fold

_FAMILY_LINE = re.compile(r"(?:job )?(?:family|discipline)\s*:\s*\S.*", re.IGNORECASE)
_FIELDS_WITH_LISTS = frozenset({"summary", "meaning", "titles", "pay", "soc"})
_SET_OFF = frozenset({"hash", "caps", "bold"})
_FAMILY, _LEVEL, _SECTION, _GROUP = 0, 1, 2, 3


def read(path: Path) -> Found:
    """What the text holds; raises UnreadableError when it is no text."""
    return interpret(outline(str(path), read_text(path)))


def outline(file: str, text: str) -> Outline:
    """The text's headings, lines, bullets and tables."""
    found = Outline(file)
    raw = raw_lines(text)
    asides = mail_parts(raw)
    for each in raw:
        if each.number in asides and not each.blank:
            piece = Piece(each.text.strip(), file, each.number)
            found.lines.append(piece)
            found.unplaced.append(Unplaced(piece, asides[each.number]))
    raw = [RawLine(e.number, "") if e.number in asides else e for e in raw]
    tables = text_tables(file, raw)
    found.lines += [piece for table in tables for piece in table.lines]
    inside = {number for table in tables for number in range(table.first, table.last + 1)}
    lines = text_lines([RawLine(e.number, "") if e.number in inside else e for e in raw])
    _Writer(found, lines, tables).write()
    return found


class _Writer:
    """Writes lines and tables into the outline, top to bottom."""

    def __init__(
        self, found: Outline, lines: Sequence[TextLine], tables: Sequence[TextTable]
    ) -> None:
        self.found = found
        self.lines = lines
        self.tables = list(tables)
        self.section_styles: set[tuple[str, bool]] = set()
        self.group_styles: set[tuple[str, bool]] = set()
        self.in_section = False
        self.after_heading = ""
        """How a section's heading right above stands: "set off", "plain"; "" where none does."""
        self.titles = title_levels(lines)
        self.labeled = labeled_levels(lines)
        self.names = repeated_names(lines)

    def write(self) -> None:
        lines = list(self.lines)
        for place, line in enumerate(lines[:-1]):
            if titles_level(line, lines[place + 1]):
                lines[place : place + 2] = [lines[place + 1], line]
        self.lines = lines
        for place, line in enumerate(self.lines):
            self._tables_before(line.number)
            before = self.lines[place - 1] if place else None
            following = self.lines[place + 1] if place + 1 < len(self.lines) else None
            if following and self.tables and self.tables[0].first < following.number:
                following = None
            kind = self._kind(line, before, following)
            if line.number in self.labeled:
                self._labeled_level(line)
            elif kind is None:
                self._leaf(line, before)
            else:
                self._heading(line, kind)
        self._tables_before(None)

    def _kind(
        self, line: TextLine, before: TextLine | None, following: TextLine | None
    ) -> int | None:
        if line.bullet or line.depth:
            return None
        if level_name(line.text.rstrip(":")) or line.number in self.titles:
            return _LEVEL
        if self.after_heading == "set off" and _is_value(line, following):
            return None
        if heads_levels(before, line, following):
            return _FAMILY
        return self._kind_of_part(line, before, following)

    def _kind_of_part(
        self, line: TextLine, before: TextLine | None, following: TextLine | None
    ) -> int | None:
        if line.number in self.names and not is_example(line.text):
            return _SECTION
        kind = _part_heading(line, following, in_section=self.in_section)
        if kind is None and self.tables and following is None:
            kind = _FAMILY if _heads_table(line, self.tables[0]) else None
        name = fold(line.text)
        if kind is None and name in DIMENSION_OF and following and not following.bullet:
            # "Experience" and "5+ years" below a list: set off from its bullets by having none.
            kind = _SECTION if before is not None and before.bullet and self.in_section else None
        if kind == _GROUP and self._is_like_sections(line):
            return _SECTION
        return kind

    def _is_like_sections(self, line: TextLine) -> bool:
        """Whether a line in a section looks as this card's own sections look, not its groups."""
        look = (line.style, line.after_blank)
        if look in self.group_styles or (self.after_heading and not line.after_blank):
            return False
        return look in self.section_styles or line.style in {
            style for style, _ in self.section_styles
        }

    def _labeled_level(self, line: TextLine) -> None:
        """ "Junior Engineer: fixes bugs" as a level and what is said of it."""
        pair = label_and_value(self._piece(line, line.text))
        if pair is not None:
            self.found.blocks += [Heading(_LEVEL, pair[0]), Leaf(pair[1])]
        self.section_styles, self.group_styles, self.in_section = set(), set(), False

    def _heading(self, line: TextLine, kind: int) -> None:
        if kind == _LEVEL:
            self.section_styles, self.group_styles, self.in_section = set(), set(), False
        elif kind == _SECTION:
            self.section_styles.add((line.style, line.after_blank))
            self.in_section = True
        elif kind == _GROUP:
            self.group_styles.add((line.style, line.after_blank))
        self.after_heading = ""
        if kind == _SECTION:
            self.after_heading = "set off" if line.style else "plain"
        text = line.text.rstrip(": ") if kind == _LEVEL else line.text
        piece = self._piece(line, text)
        pair = label_and_value(piece) if kind == _LEVEL else None
        if pair and FIELD_OF.get(fold(pair[0].text)) == "level":  # "Level: DS-2"
            self.found.unplaced.append(Unplaced(pair[0], "a label; it names the card's level"))
            piece = pair[1]
        self.found.blocks.append(Heading(kind, piece))

    def _leaf(self, line: TextLine, before: TextLine | None) -> None:
        piece = self._piece(line, line.whole)
        self.after_heading = ""
        if line.struck:
            self.found.unplaced.append(Unplaced(piece, "is struck through in the source"))
            return
        pair = None if line.bullet or line.depth else label_and_value(piece)
        apart = line.after_blank or (before is not None and before.bullet)
        if pair and self.in_section and apart and line.last == 0:
            name = fold(pair[0].text)
            if name in SECTION_OF:
                self.found.blocks += [Heading(_SECTION, pair[0]), Leaf(pair[1])]
                return
            if name in DIMENSION_OF or FIELD_OF.get(name) in _FIELDS_WITH_LISTS:
                self.found.blocks.append(Pair(pair[0], [pair[1]]))
                return
        self.found.blocks.append(Leaf(piece, line.depth, strong=line.style == "bold"))

    def _piece(self, line: TextLine, text: str) -> Piece:
        piece = Piece(text, self.found.file, line.number, last=line.last)
        self.found.lines.append(piece)
        return piece

    def _tables_before(self, number: int | None) -> None:
        while self.tables and (number is None or self.tables[0].first < number):
            table = self.tables.pop(0)
            self.found.unplaced += table.unplaced
            self.found.blocks += table.blocks
            self.after_heading = ""


def _part_heading(line: TextLine, following: TextLine | None, *, in_section: bool) -> int | None:
    """Which heading a line is that names no level by a code; None for none."""
    before_level = following is not None and level_name(following.text) is not None
    if before_level and _FAMILY_LINE.fullmatch(line.text):
        return _FAMILY
    text = line.text
    if is_label(text) or is_example(text) or is_everything_below(text):
        return None
    name = fold(line.text)
    if name in SECTION_OF or FIELD_OF.get(name) in _FIELDS_WITH_LISTS:
        return _SECTION
    opens_list = following is not None and following.bullet
    if name in DIMENSION_OF:  # a label with its value on the next line, or a list of its own
        return _SECTION if line.style or (opens_list and in_section) else None
    if line.style in _SET_OFF or _is_numbered_heading(line) or (opens_list and _is_short(line)):
        inner = _GROUP if in_section else _SECTION
        return _LEVEL if is_rung_title(line.text) else inner
    return None


def _is_value(line: TextLine, following: TextLine | None) -> bool:
    """Whether a line right below "SCOPE" is what it says, though it has a part's name: "Tasks"."""
    opens_list = following is not None and following.bullet
    return not (line.style or line.after_blank or opens_list or level_name(line.text))


def _is_numbered_heading(line: TextLine) -> bool:
    return line.style == "number" and _is_short(line)


def _heads_table(line: TextLine, table: TextTable) -> bool:
    """Whether a short line stands right above a table of levels, as its name."""
    return table.matrix and _is_short(line)


def _is_short(line: TextLine) -> bool:
    words = line.text.split()
    return len(words) <= 7 and line.text[-1:] not in ".!?;," and line.text[:1].isupper()
