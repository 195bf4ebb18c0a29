"""What pasted text, Markdown and HTML have in common: headings, lines, lists, pairs, tables."""

from dataclasses import dataclass, field

from bot.ladder.importers.found import Note, Piece, Unplaced


@dataclass(slots=True)
class Heading:
    """A heading; smaller depths stand above greater ones."""

    depth: int
    text: Piece


@dataclass(slots=True)
class Leaf:
    """One paragraph or one bullet."""

    text: Piece
    depth: int = 0
    """0 for a paragraph, 1 for a bullet, 2 for a bullet under a bullet, and so on."""
    strong: bool = False
    """Whether all of it is set in bold."""


@dataclass(slots=True)
class Pair:
    """A label and what it stands for, where the source says so (front matter, `dl`)."""

    label: Piece
    values: list[Piece]
    groups: "list[Pair]" = field(default_factory=list)
    """The values once more where some have labels of their own; a plain one has no values."""


Cell = list[Leaf]


@dataclass(slots=True)
class Grid:
    """A table: rows of cells, all of one width; a cell that spans several stands in each."""

    rows: list[list[Cell]]
    headed: bool = False
    """Whether the source says that the first row heads the others (`th`)."""
    marked: frozenset[int] = frozenset()
    """Rows, from 0, in which a cell says no more than that it is empty ("–"); it has no text."""


@dataclass(slots=True)
class Close:
    """The end of what stands under a heading of this depth, where the source says so."""

    depth: int


Content = Leaf | Pair | Grid
Block = Heading | Close | Content


@dataclass(slots=True)
class Outline:
    """A document in the order of its text."""

    file: str
    blocks: list[Block] = field(default_factory=list)
    fields: list[Pair] = field(default_factory=list)
    """Front matter."""
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    lines: list[Piece] = field(default_factory=list)
    """Every text of the source, as `Found.lines`."""
    title: Piece | None = None
    """What the page is called where its text has no title of its own (HTML's `title`)."""
    footnotes: dict[str, Piece] = field(default_factory=dict)
    """A footnote's mark as the text refers to it, such as "[^1]", to the footnote."""
