"""Markdown, read by markdown-it-py: headings, lists, tables, front matter, HTML within."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.ladder.importers.examples import is_example
from bot.ladder.importers.found import Found, Piece, Unplaced, UnreadableError
from bot.ladder.importers.html import blocks_of_fragment
from bot.ladder.importers.interpret import interpret
from bot.ladder.importers.labeled_tables import heads_others
from bot.ladder.importers.line_ends import begins_anew
from bot.ladder.importers.outline import Block, Cell, Close, Grid, Heading, Leaf, Outline, Pair
from bot.ladder.importers.outline_tables import whole_heads
from bot.ladder.importers.source import decode_entities, read_text

_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TAG = re.compile(r"</?(?![a-z][a-z0-9+.-]+:|[^\s<>]+@)[A-Za-z][^<>]*>|<!--.*?-->|<!--.*|-->")
_MARKERS = re.compile(r"^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:\[[ xX]\]\s+)?")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_EMPTY = re.compile(r"[\s\-–—_.]*")
"""What marks a cell that is empty."""
_DETAILS = re.compile(r"<(?P<end>/?)details\b", re.I)
_TASK = re.compile(r"\[[ xX]\]\s+")


def read(path: Path) -> Found:
    """What the page holds; raises UnreadableError when it is no text or has no level."""
    return interpret(outline(str(path), read_text(path)))


def outline(file: str, text: str) -> Outline:
    """The page's blocks, in order; raises UnreadableError for front matter that is no YAML."""
    found = Outline(file)
    front = _FRONT.match(text)
    skipped = 0
    if front:
        skipped = front[0].count("\n")
        found.fields = _fields(file, front["yaml"] or "")
        text = text[front.end() :]
    # Link definitions stay lines of text: as definitions they would vanish where nothing links
    # to them, and "[^1]: Soon" would be taken for one.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("reference")
    try:
        tokens = parser.parse(text)
    except RecursionError as error:
        message = "is nested too deeply; a ladder needs only a few levels of lists"
        raise UnreadableError(file, 1, message) from error
    found.lines = list(_lines(file, front["yaml"] or "" if front else "", 2))
    found.lines += _lines(file, text, skipped + 1)
    _Walker(found, skipped, text.split("\n")).walk(tokens)
    return found


def _lines(file: str, text: str, first: int) -> list[Piece]:
    """The source's lines less their markup, for the self-check."""
    lines = []
    for number, line in enumerate(text.split("\n"), start=first):
        plain = _TAG.sub(" ", line)
        if not _FENCE.match(plain):
            plain = _MARKERS.sub("", plain, count=1)
        if any(map(str.isalnum, plain)):
            lines.append(Piece(decode_entities(plain).strip(), file, number))
    return lines


def _fields(file: str, text: str) -> list[Pair]:
    """Front matter as labels and values, each with its line."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        message = f"has front matter that is not valid YAML ({error.problem}); correct it"
        raise UnreadableError(file, line, message) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableError(file, 1, "has front matter that is not valid YAML") from error
    if not isinstance(node, yaml.MappingNode):
        return []
    pairs = []
    for key, value in node.value:
        groups = _groups(file, value)
        pieces = [p for group in groups for p in [group.label, *group.values]]
        labeled = any(group.values for group in groups)
        pairs.append(Pair(_scalar(file, key), pieces, groups if labeled else []))
    return pairs


def _groups(file: str, node: yaml.Node) -> list[Pair]:
    """A field's values: each text as a label without values, each mapping's as they stand."""
    if isinstance(node, yaml.MappingNode):
        return [
            Pair(_scalar(file, name), [_scalar(file, each) for each in _scalars(value)])
            for key, value in node.value
            for name in _scalars(key)[:1]
        ]
    if isinstance(node, yaml.SequenceNode):
        return [group for each in node.value for group in _groups(file, each)]
    return [Pair(_scalar(file, each), []) for each in _scalars(node)]


def _scalars(node: yaml.Node) -> list[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        return [node] if node.value.strip() else []
    if isinstance(node, yaml.SequenceNode):
        return [scalar for each in node.value for scalar in _scalars(each)]
    return [s for pair in node.value for each in pair for s in _scalars(each)]


def _scalar(file: str, node: yaml.Node) -> Piece:
    last = node.end_mark.line + 2
    return Piece(" ".join(str(node.value).split()), file, node.start_mark.line + 2, last=last)


class _Text(NamedTuple):
    """One line's text, and whether all of it is bold, or struck through."""

    piece: Piece
    strong: bool
    struck: bool


class _Walker:
    """Goes through markdown-it's tokens, block by block."""

    def __init__(self, found: Outline, skipped: int, source: Sequence[str]) -> None:
        self.found = found
        self.skipped = skipped
        self.source = source
        self.depth = 0
        """How many lists are open."""
        self.struck = 0
        """The depth of the bullet last read, where it is struck through."""
        self.headed = 0
        """The depth of the heading that the text stands under."""
        self.details: list[int] = []
        """The depths of the headings under which the open `details` stand."""

    def walk(self, tokens: Sequence[Token]) -> None:
        place = 0
        fresh = False  # whether the open list item has no text yet
        while place < len(tokens):
            token = tokens[place]
            if token.type in {"bullet_list_open", "ordered_list_open"}:
                self.depth += 1
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                self.depth -= 1
            elif token.type == "list_item_open":
                fresh = True
            elif token.type == "heading_open":
                self.headed = int(token.tag[1])
                texts = self._inline(tokens[place + 1])
                for text in texts[:1]:
                    self.found.blocks.append(Heading(int(token.tag[1]), text.piece))
                for text in texts[1:]:
                    self.found.blocks.append(Leaf(text.piece, strong=text.strong))
                place += 2
            elif token.type == "inline":
                self._paragraph(token, fresh=fresh)
                fresh = False
            elif token.type == "table_open":
                end = next(i for i in range(place, len(tokens)) if tokens[i].type == "table_close")
                self._table(tokens[place:end])
                place = end
            elif token.type == "html_block":
                self._html(token)
            elif token.type in {"code_block", "fence"}:
                self._code(token)
            place += 1

    def _paragraph(self, token: Token, *, fresh: bool) -> None:
        texts = self._inline(token)
        if self.struck and self.depth > self.struck:  # what stands under such a bullet goes too
            why = "stands under a text that is struck through"
            self.found.unplaced += [Unplaced(text.piece, why) for text in texts]
            return
        pieces = self._standing(texts)
        self.struck = self.depth if fresh and not pieces else 0
        if self.depth and pieces:
            first, strong = pieces[0]
            # A further line or paragraph of one item belongs to it.
            depth = self.depth + (not fresh)
            self.found.blocks.append(Leaf(_task_off(first) if fresh else first, depth, strong))
            for piece, strong in pieces[1:]:
                depth = 0 if self._leaves_list(piece) else self.depth + 1
                self.found.blocks.append(Leaf(piece, depth, strong))
            return
        self.found.blocks += [Leaf(piece, 0, strong) for piece, strong in pieces]

    def _leaves_list(self, piece: Piece) -> bool:
        """Whether a line under a bullet is no part of it: Markdown needs a blank line to see that.

        "**Skills**" at the margin, right below a bullet, heads what follows.
        """
        line = self.source[piece.line - 1 - self.skipped]
        return not line[:1].isspace() and not is_example(piece.text)

    def _standing(self, texts: Sequence[_Text]) -> list[tuple[Piece, bool]]:
        """The texts that are not struck through: those hold no more, and are told."""
        gone = [text.piece for text in texts if text.struck]
        self.found.unplaced += [
            Unplaced(piece, "is struck through in the source") for piece in gone
        ]
        return [(text.piece, text.strong) for text in texts if not text.struck]

    def _inline(self, token: Token) -> list[_Text]:
        """The token's texts, one for each line that the author broke, and whether it is bold."""
        first = (token.map[0] if token.map else 0) + 1 + self.skipped
        last = (token.map[1] if token.map else first) + self.skipped
        return _pieces(token.children or [], self.found.file, first, last)

    def _table(self, tokens: Sequence[Token]) -> None:
        rows: list[list[Cell]] = []
        marked: set[int] = set()
        line = 1
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
                line = (token.map[0] if token.map else line - 1 - self.skipped) + 1 + self.skipped
            elif token.type == "inline" and rows:
                pieces = self._standing(_pieces(token.children or [], self.found.file, line, 0))
                told = [
                    (piece, strong) for piece, strong in pieces if not _EMPTY.fullmatch(piece.text)
                ]
                if len(told) < len(pieces):
                    marked.add(len(rows) - 1)
                rows[-1].append([_cell_leaf(piece, strong) for piece, strong in told])
        width = max(map(len, rows), default=0)
        for row in rows:
            row += [[] for _ in range(width - len(row))]
        whole_heads(rows)
        headed = bool(rows) and heads_others(rows[0], always=True)
        self.found.blocks.append(Grid(rows, headed, frozenset(marked)))

    def _html(self, token: Token) -> None:
        line = (token.map[0] if token.map else 0) + 1 + self.skipped
        content = token.content
        ended = begun = 0  # `details` whose other end stands in another piece
        for match in _DETAILS.finditer(content):
            begun += 0 if match["end"] else 1
            if match["end"]:
                ended, begun = (ended, begun - 1) if begun else (ended + 1, 0)
        self._end_details(ended)
        blocks = blocks_of_fragment(content, self.found.file, line)
        closes = [block for block in blocks if isinstance(block, Close)]
        open_still = closes[len(closes) - begun :]
        for block in blocks:
            if isinstance(block, Heading | Close):
                block.depth += self.headed
        self.found.blocks += [block for block in blocks if not _is_one_of(block, open_still)]
        for _ in range(begun):
            self.details.append(self.headed)
            self.headed += 1
        for comment in re.finditer(r"<!--(.*?)-->", content, re.DOTALL):
            text = " ".join(comment[1].split())
            if text:
                at = line + content.count("\n", 0, comment.start())
                piece = Piece(text, self.found.file, at)
                self.found.unplaced.append(Unplaced(piece, "a comment of the source"))

    def _end_details(self, ended: int) -> None:
        """A blank line parts what `details` hold from their tags: they end in another piece."""
        for _ in range(min(ended, len(self.details))):
            self.headed = self.details.pop()
            self.found.blocks.append(Close(self.headed + 1))

    def _code(self, token: Token) -> None:
        line = (token.map[0] if token.map else 0) + 1 + self.skipped
        line += token.type == "fence"
        if token.info.strip():
            piece = Piece(token.info.strip(), self.found.file, line - 1)
            self.found.unplaced.append(Unplaced(piece, "names a code block's language"))
        for number, text in enumerate(token.content.split("\n"), start=line):
            if text.strip():
                self.found.blocks.append(Leaf(Piece(text.strip(), self.found.file, number)))


def _is_one_of(block: Block, others: Sequence[Block]) -> bool:
    return any(block is other for other in others)


def _cell_leaf(piece: Piece, strong: bool) -> Leaf:
    marker = re.match(r"(?:[-•*–◦]|\d{1,2}[.)])\s+", piece.text)
    if marker:
        text = piece.text[marker.end() :]
        return Leaf(Piece(text, piece.file, piece.line), 1, strong)
    return Leaf(piece, 0, strong)


def _task_off(piece: Piece) -> Piece:
    return Piece(_TASK.sub("", piece.text, count=1), piece.file, piece.line, last=piece.last)


class _Inline:
    """Inline tokens as plain text, a part for each line that the author broke."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.parts: list[tuple[int, list[str], list[str]]] = [(line, [], [])]
        self._strong = 0
        self._struck = 0
        self.struck: dict[int, list[str]] = {}
        """What is struck through, by the line's place among the parts."""
        self._links: list[tuple[str, int]] = []

    def take(self, token: Token, *, anew: bool) -> None:
        """Add one token; `anew` says of a line's end that the next line is a text of its own."""
        _, texts, bold = self.parts[-1]
        if token.type == "softbreak":
            self.line += 1
            if anew:
                self.parts.append((self.line, [], []))
            else:
                texts.append(" ")
        elif token.type in {"hardbreak", "html_inline"}:
            self.line += token.type == "hardbreak"
            if _breaks(token):
                self.parts.append((self.line, [], []))
        elif token.type in {"strong_open", "strong_close"}:
            self._strong += token.nesting
        elif token.type in {"s_open", "s_close"}:
            self._struck += token.nesting
        elif token.type in {"link_open", "link_close"}:
            self._link(token, texts)
        elif token.type == "image":
            texts.append(" ".join(filter(None, [token.content, f"({_attr(token, 'src')})"])))
        elif token.content:
            texts.append(token.content)
            if self._strong:
                bold.append(token.content)
            if self._struck:
                self.struck.setdefault(len(self.parts) - 1, []).append(token.content)

    def _link(self, token: Token, texts: list[str]) -> None:
        """A link keeps its address behind its words."""
        if token.type == "link_open":
            self._links.append((str(_attr(token, "href")), len("".join(texts))))
            return
        href, start = self._links.pop()
        label = "".join(texts)[start:]
        if href and not href.startswith("#") and label not in {href, href.split(":", 1)[-1]}:
            texts.append(f" ({href})")


def _pieces(children: Sequence[Token], file: str, first: int, last: int) -> list[_Text]:
    """Inline tokens as plain texts, and how they are set."""
    inline = _Inline(first)
    for place, token in enumerate(children):
        inline.take(token, anew=begins_anew(children, place))
    pieces = []
    for place, (line, parts, bold) in enumerate(inline.parts):
        text = " ".join("".join(parts).split())
        if text:
            whole = bool(bold) and _letters("".join(bold)) == _letters(text)
            struck = _letters("".join(inline.struck.get(place, []))) == _letters(text) != ""
            piece = Piece(text, file, line, last=last if last > line else 0)
            pieces.append(_Text(piece, whole, struck))
    return pieces


def _breaks(token: Token) -> bool:
    return token.type == "hardbreak" or bool(re.match(r"<br\b", token.content, re.I))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _attr(token: Token, name: str) -> Any:
    return token.attrs.get(name, "")
