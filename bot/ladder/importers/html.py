"""HTML pages, parsed by lxml: what stands in the main part, without navigation and scripts."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from lxml import etree
from lxml import html as lxml_html

from bot.ladder.importers.found import Found, Piece, Unplaced, UnreadableError
from bot.ladder.importers.html_page import (
    is_footnotes,
    is_reference,
    kind_of_furniture,
    labels_of_panels,
    main_of,
    outside,
    text_of,
    title_of,
    told,
)
from bot.ladder.importers.html_tables import is_data, is_headed, rows_of, span_of
from bot.ladder.importers.interpret import interpret
from bot.ladder.importers.labeled_tables import heads_others
from bot.ladder.importers.outline import Block, Cell, Close, Grid, Heading, Leaf, Outline, Pair
from bot.ladder.importers.outline_tables import whole_heads
from bot.ladder.importers.source import read_text
from bot.ladder.importers.vocabulary import words_of

_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_INLINE = words_of(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp
    rt ruby s samp small span strike strong sub sup time tt u var wbr
    """
)
_BOLD = frozenset({"b", "strong"})
_BULLET = re.compile(r"(?:[•·▪◦‣●■]\s*|[-–*]\s+)(?=\S)")
_EMPTY = re.compile(r"[\s\-–—_.]*")
"""What marks a cell that is empty."""


def read(path: Path) -> Found:
    """What the page holds; raises UnreadableError when it is no page or has no level."""
    return interpret(outline(str(path), read_text(path)))


def outline(file: str, text: str) -> Outline:
    """The blocks of the page's main part, in order."""
    root = _parsed(file, text)
    main = main_of(root)
    found = Outline(file, title=title_of(root, file))
    walker = _Walker(file, 1, labels_of_panels(root))
    try:
        walker.walk(main)
        for element in outside(root, main):
            walker.skip(element, kind_of_furniture(element))
    except RecursionError as error:
        raise UnreadableError(file, 1, "is nested too deeply for a ladder's page") from error
    found.blocks = walker.finished()
    found.lines = walker.lines
    found.unplaced = walker.unplaced
    found.footnotes = walker.footnotes
    return found


def blocks_of_fragment(text: str, file: str, line: int) -> list[Block]:
    """The blocks of a piece of HTML within another document; `line` is where it begins."""
    if not re.sub(r"<!--.*?-->|<[^>]*>", "", text, flags=re.DOTALL).strip():
        return []
    walker = _Walker(file, line)
    walker.walk(_parsed(file, f"<div>{text}</div>"))
    return walker.finished()


def _parsed(file: str, text: str) -> etree._Element:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(file, 1, f"can't be read as HTML ({error})") from error
    if root is None:
        raise UnreadableError(file, 1, "has no text as HTML; give the page of a ladder")
    return root


class _Walker:
    """Goes through the elements and gathers running text into blocks."""

    def __init__(
        self,
        file: str,
        first_line: int,
        labels: Mapping[str, etree._Element] = MappingProxyType({}),
    ) -> None:
        self.labels = labels
        self.unplaced: list[Unplaced] = []
        self.footnotes: dict[str, Piece] = {}
        self._said = set(map(text_of, labels.values()))
        self._toggles: dict[int, int] = {}
        self.file = file
        self.first_line = first_line
        self.line = first_line
        self.blocks: list[Block] = []
        self.lines: list[Piece] = []
        self.depth = 0
        self._fresh = False
        self._text: list[str] = []
        self._bold: list[str] = []
        self._start = 0
        self._last = 0
        self._strong = 0
        self._details = 0
        self._real_depth = 0
        self._in_heading = False

    def walk(self, element: etree._Element) -> None:
        """The element's blocks, its own running text and its children's."""
        self._at(element)
        kind = kind_of_furniture(element)
        if kind is not None:
            self.skip(element, kind)
            return
        if (tab := self.labels.get(element.get("id", ""))) is not None:
            self._panel(tab, element)
            return
        self._element(element)

    def _panel(self, tab: etree._Element, panel: etree._Element) -> None:
        self._toggle(tab, panel)
        depth = self._real_depth
        self._element(panel)
        self.blocks.append(Close(depth))

    def _element(self, element: etree._Element) -> None:
        if element.tag in _HEADINGS or element.get("role") == "heading":
            self._real_depth = _HEADINGS.get(element.tag, 2)
            above = len(list(element.iterancestors()))
            self._toggles = {at: d for at, d in self._toggles.items() if at < above}
            self._heading(element, _HEADINGS.get(element.tag) or _level_of(element))
        elif is_footnotes(element):
            self._footnotes(element)
        else:
            self._block(element)

    def _block(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "button" and not self._in_heading:
            self._toggle(element, element)
        elif tag == "details":
            real = self._real_depth
            self._details += 1
            self._flush()
            self._inside(element)
            self._flush()
            self.blocks.append(Close(real + max(1, self._details)))
            self._details -= 1
            self._real_depth = real
        elif tag == "summary":
            self._heading(element, self._real_depth + max(1, self._details))
        elif tag in {"ul", "ol"}:
            self._list(element)
        elif tag == "dl":
            self._definitions(element)
        elif tag == "table" and is_data(element):
            self._table(element)
        elif tag == "br":
            self._flush()
        elif tag in _INLINE or tag == "button":
            self._inline(element)
        else:
            self._flush()
            self._inside(element)
            self._flush()

    def skip(self, element: etree._Element, kind: str | None) -> None:
        """Tell what is skipped; "" is what nobody sees, and None what is beside the page's text."""
        if kind != "":
            self.unplaced += told(element, kind or "rest", self.file, self.first_line, self._said)

    def _toggle(self, label: etree._Element, place: etree._Element) -> None:
        """A tab or button as the heading of what it opens; all of a row are of one depth."""
        above = len(list(place.iterancestors()))
        depth = self._toggles.setdefault(above, self._real_depth + 1)
        line = self.line
        self._heading(label, depth)
        self.line = line
        self._real_depth = depth

    def _footnotes(self, element: etree._Element) -> None:
        """Footnotes by their numbers, without the links back to where they are referred to."""
        self._flush()
        items = list(element.iter("li")) or [
            each for each in element if each.tag in {"p", "div"} or is_footnotes(each)
        ]
        for number, item in enumerate(items or [element], start=len(self.footnotes) + 1):
            inner = _Walker(self.file, self.first_line)
            inner.line = max(self.line, _line_of(item) + self.first_line - 1)
            inner._inside(item)
            leaves = [block.text for block in inner.finished() if isinstance(block, Leaf)]
            self.lines += inner.lines
            self.line = inner.line
            text = " ".join(leaf.text for leaf in leaves).strip(" ↩︎^")
            if leaves and _letters(text):
                self.footnotes[str(number)] = replace(leaves[0], text=text, last=leaves[-1].last)

    def finished(self) -> list[Block]:
        """All blocks, once everything was walked."""
        self._flush()
        return self.blocks

    def _at(self, element: etree._Element) -> None:
        self.line = max(self.line, _line_of(element) + self.first_line - 1)

    def _inside(self, element: etree._Element) -> None:
        self._say(element.text)
        for child in element:
            self.walk(child)
            self._say(child.tail)

    def _inline(self, element: etree._Element) -> None:
        bold = element.tag in _BOLD
        start = len("".join(self._text))
        self._strong += bold
        mark = is_reference(element)
        self._say("[" if mark else None)
        self._inside(element)
        self._say("]" if mark else None)
        self._strong -= bold
        if element.tag == "a":
            self._address(element, "".join(self._text)[start:])

    def _address(self, element: etree._Element, label: str) -> None:
        """A link keeps its address behind its words, but for one within the page."""
        href, label = element.get("href", "").strip(), label.strip()
        if not href or href.startswith(("#", "javascript:")) or not _letters(label):
            return
        if label in {href, href.split(":", 1)[-1]}:
            return
        if self._in_heading:  # a level's name stays its name; the address is told as not placed
            self.lines.append(Piece(href, self.file, self.line))
        else:
            self._say(f" ({href})")

    def _say(self, text: str | None) -> None:
        for number, part in enumerate((text or "").split("\n")):
            self.line += number > 0
            if part.strip():
                self._start = self._start or self.line
                self._last = self.line
                if self._strong:
                    self._bold.append(part)
                self.lines.append(Piece(" ".join(part.split()), self.file, self.line))
            self._text.append(part if number == 0 else f" {part}")

    def _take(self) -> tuple[Piece, bool] | None:
        """The running text so far as one piece, and whether all of it is bold."""
        text = " ".join("".join(self._text).split())
        bold = _letters("".join(self._bold)) == _letters(text) != ""
        piece = Piece(text, self.file, self._start, last=self._last)
        self._text, self._bold, self._start = [], [], 0
        return (piece, bold) if text else None

    def _flush(self) -> None:
        if taken := self._take():
            piece, bold = taken
            depth = self.depth + (self.depth > 0 and not self._fresh)
            if not depth and (bullet := _BULLET.match(piece.text)):
                piece, depth = replace(piece, text=piece.text[bullet.end() :]), 1
            self.blocks.append(Leaf(piece, depth, bold))
            self._fresh = False

    def _heading(self, element: etree._Element, depth: int) -> None:
        self._flush()
        self._in_heading = True
        self._inside(element)
        self._in_heading = False
        if taken := self._take():
            self.blocks.append(Heading(depth, taken[0]))

    def _list(self, element: etree._Element) -> None:
        self._flush()
        self.depth += 1
        for item in element:
            if item.tag == "li" and kind_of_furniture(item) is None:
                self._at(item)
                self._fresh = True
                self._inside(item)
                self._flush()
                self._say(item.tail)
            else:
                self.walk(item)
                self._say(item.tail)
            self._flush()
        self.depth -= 1
        self._fresh = False

    def _definitions(self, element: etree._Element) -> None:
        self._flush()
        label: Piece | None = None
        for child in element.iter("dt", "dd"):
            inner = _Walker(self.file, self.first_line)
            inner.line = max(self.line, _line_of(child) + self.first_line - 1)
            inner._inside(child)
            blocks = inner.finished()
            self.lines += inner.lines
            self.line = inner.line
            leaves = [block for block in blocks if isinstance(block, Leaf)]
            if len(leaves) != len(blocks) or not leaves:
                self.blocks += blocks
            elif child.tag == "dt":
                label = leaves[0].text
                self.blocks += [Pair(label, [])]
                self.blocks += leaves[1:]
            elif label is not None and isinstance(self.blocks[-1], Pair):
                self.blocks[-1].values += [leaf.text for leaf in leaves]
            else:
                self.blocks += leaves
        for place, block in enumerate(self.blocks):
            if isinstance(block, Pair) and not block.values:
                self.blocks[place] = Leaf(block.label, strong=True)

    def _table(self, element: etree._Element) -> None:
        self._flush()
        rows: list[list[Cell]] = []
        marked: set[int] = set()
        spans: dict[tuple[int, int], Cell] = {}
        for number, row in enumerate(rows_of(element)):
            cells: list[Cell] = []
            for cell in row:
                while (number, len(cells)) in spans:
                    cells.append(spans[number, len(cells)])
                content = self._cell(cell)
                if not content and any(str(text).strip() for text in cell.itertext()):
                    marked.add(number)
                for right in range(span_of(cell, "colspan")):
                    for down in range(1, span_of(cell, "rowspan")):
                        spans[number + down, len(cells)] = content
                    cells.append(content)
                    del right
            while (number, len(cells)) in spans:
                cells.append(spans[number, len(cells)])
            rows.append(cells)
        for caption in element.iter("caption"):
            self.walk(caption)
        width = max(map(len, rows), default=0)
        for row_cells in rows:
            row_cells += [[] for _ in range(width - len(row_cells))]
        if rows:
            whole_heads(rows)
            headed = is_headed(element) or heads_others(rows[0], always=False)
            self.blocks.append(Grid(rows, headed, frozenset(marked)))

    def _cell(self, cell: etree._Element) -> Cell:
        inner = _Walker(self.file, self.first_line)
        inner.line = max(self.line, _line_of(cell) + self.first_line - 1)
        inner._in_heading = cell.tag == "th"
        inner._inside(cell)
        leaves: Cell = []
        for block in inner.finished():
            if isinstance(block, Leaf):
                leaves += [] if _EMPTY.fullmatch(block.text.text) else [block]
            elif isinstance(block, Heading):
                leaves.append(Leaf(block.text, strong=True))
            elif isinstance(block, Pair):
                leaves += [Leaf(block.label, strong=True), *(Leaf(v, 1) for v in block.values)]
            elif isinstance(block, Grid):
                leaves += [leaf for row in block.rows for each in row for leaf in each]
        self.lines += inner.lines
        self.line = inner.line
        return leaves


def _level_of(element: etree._Element) -> int:
    level = element.get("aria-level", "")
    return int(level) if level.isascii() and level.isdigit() else 2


def _line_of(element: etree._Element) -> int:
    """The line of an element's start tag; 0 where the parser made the element up."""
    line: object = element.sourceline  # the stubs have no type for it
    return line if isinstance(line, int) else 0


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
