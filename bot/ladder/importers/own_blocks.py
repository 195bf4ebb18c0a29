"""The blocks of a page that `levelbot export` wrote, as Markdown or HTML, each text as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.ladder.importers.html_page import line_of


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, and what of it is set in bold."""

    text: str
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an entry of a list or a table."""

    kind: str
    """h1, h2, h3, p, li or table."""
    text: str
    line: int
    depth: int = 0
    """How deep an entry of a list stands, from 1."""
    strong: bool = False
    """Whether all of it is set in bold."""
    link: str = ""
    """The address of the first link in it, and `link_text` its words."""
    link_text: str = ""
    rows: tuple[tuple[Cell, ...], ...] = field(default=())


def markdown_blocks(text: str) -> list[Block]:
    """The blocks of Markdown as the exporter writes it; other blocks have a kind of their own."""
    tokens = MarkdownIt("commonmark").enable("table").disable("reference").parse(text)
    return list(_of_tokens(tokens))


def _of_tokens(tokens: Sequence[Token]) -> Iterator[Block]:
    depth = line = 0
    rows: list[list[Cell]] = []
    kind = "p"
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type in {"bullet_list_open", "bullet_list_close"}:
            depth += token.nesting
        elif token.type == "heading_open":
            kind = token.tag
        elif token.type == "paragraph_open":
            kind = "li" if depth else "p"
        elif token.type == "table_open":
            rows, kind = [], "table"
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and kind == "table":
            text, bold, _, _ = _inline(token)
            rows[-1].append(Cell(text, bold))
        elif token.type == "inline":
            text, bold, link, words = _inline(token)
            strong = bool(text) and bold == text
            yield Block(kind, text, line, depth if kind == "li" else 0, strong, link, words)
        elif token.type == "table_close":
            yield Block("table", "", line, rows=tuple(map(tuple, rows)))
            kind = "p"
        elif token.nesting == 0:
            yield Block(token.type, token.content, line)


def _inline(token: Token) -> tuple[str, str, str, str]:
    """The text, what of it is bold, the first link's address, and its words."""
    texts: list[str] = []
    bold: list[str] = []
    words: list[str] = []
    strong = linked = 0
    link = ""
    for each in token.children or []:
        strong += each.nesting if each.tag == "strong" else 0
        linked += each.nesting if each.tag == "a" else 0
        if each.type == "link_open" and not link:
            link = str(each.attrs.get("href", ""))
        content = " " if each.type in {"softbreak", "hardbreak"} else each.content
        texts.append(content)
        bold += [content] if strong else []
        words += [content] if linked else []
    return "".join(texts), "".join(bold), link, "".join(words)


def html_blocks(text: str) -> list[Block]:
    """The blocks of the main part of an HTML page as the exporter writes it; none of another."""
    root = etree.fromstring(text.encode("utf-8"), lxml_html.HTMLParser(encoding="utf-8"))
    mains = [] if root is None else list(root.iter("main"))
    return list(_of_elements(mains[0])) if len(mains) == 1 else []


def _of_elements(element: etree._Element) -> Iterator[Block]:
    for child in element:
        tag = str(child.tag)
        line = line_of(child)
        if tag == "nav":
            continue  # what it leads to stands below it, or on a page of its own
        if tag in {"h1", "h2", "h3", "p"}:
            strong = child.get("class") == "title"
            link = next(child.iter("a"), None)
            href, words = (link.get("href", ""), _text(link)) if link is not None else ("", "")
            yield Block(tag, _text(child), line, strong=strong, link=href, link_text=words)
        elif tag == "ul":
            yield from _of_list(child, 1)
        elif tag == "table":
            yield Block("table", "", line, rows=tuple(_rows(child)))
        elif tag in {"article", "div"}:
            yield from _of_elements(child)
        elif _text(child):
            yield Block(tag, _text(child), line)


def _of_list(element: etree._Element, depth: int) -> Iterator[Block]:
    for item in element.iterchildren("li"):
        line = line_of(item)
        names = list(item.iterchildren("strong"))
        own = _text(names[0]) if names else str(item.text or "").strip()
        yield Block("li", own, line, depth, bool(names))
        for inner in item.iterchildren("ul"):
            yield from _of_list(inner, depth + 1)


def _rows(table: etree._Element) -> Iterator[tuple[Cell, ...]]:
    for row in table.iter("tr"):
        yield tuple(
            Cell(_text(cell), "".join(map(_text, cell.iterchildren("strong")))) for cell in row
        )


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()
