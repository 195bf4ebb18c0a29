"""What a reader found in a source file, word for word, before it is made into level data.

Readers place text; they do not interpret it. `assemble` decides codes, tracks and which named
parts are dimensions or sections.
"""

from dataclasses import dataclass, field

FILE_NAME = "file name"
"""The place of a piece that is the name of its file, since the text within gave none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text exactly as it stood, and where. Entities are decoded, bullets are not part of it."""

    text: str
    file: str
    line: int
    """Counts from 1. For a table, the row; for XLSX, the row of the sheet."""
    place: str = ""
    """Further place within the file, such as a sheet and cell: "Engineering!C4"."""
    last: int = 0
    """The last line, where the source wrapped the text over several; else 0."""


@dataclass(slots=True)
class FoundStatement:
    """A statement and the examples that stand under it."""

    text: Piece
    examples: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class FoundGroup:
    """Statements under a name of their own."""

    name: Piece
    items: list[FoundStatement] = field(default_factory=list)


@dataclass(slots=True)
class FoundPart:
    """A named part of a card: a section of statements, or one label with a phrase."""

    name: Piece
    """Its text is empty where the source gives the statements no name."""
    entries: list[FoundStatement | FoundGroup] = field(default_factory=list)
    phrase: Piece | None = None
    """For "Scope: small features": the phrase. Such a part has no entries."""


@dataclass(slots=True)
class FoundCard:
    """One level of one family, as its source tells it. What the source lacks is None or empty."""

    level: Piece
    """The level as it is written: "P2 — Developing Professional", "Level 3", "senior-2-ic"."""
    family: Piece | None = None
    track: Piece | None = None
    title: Piece | None = None
    summary: list[Piece] = field(default_factory=list)
    meaning_summary: list[Piece] = field(default_factory=list)
    parts: list[FoundPart] = field(default_factory=list)
    """Dimensions and sections in the order of the source, under the names that it gives them."""
    titles: list[Piece] = field(default_factory=list)
    pay: list[Piece] = field(default_factory=list)
    soc: Piece | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A text that no card has a place for, and why."""

    piece: Piece
    why: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know of a text that was placed, such as titles that were kept whole."""

    piece: Piece
    what: str


@dataclass(slots=True)
class Found:
    """Everything that one source file held."""

    cards: list[FoundCard] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    title: Piece | None = None
    """The document's own title, such as "Acme engineering ladder"."""
    lines: list[Piece] = field(default_factory=list)
    """Every text of the source, line by line, for the check that none was dropped; empty where
    the reader can't tell lines apart from what it found."""


def entries_of(part: FoundPart) -> list[FoundStatement | FoundGroup]:
    """The part's own list of entries, its phrase made the first of them."""
    if part.phrase is not None:
        part.entries.insert(0, FoundStatement(part.phrase))
        part.phrase = None
    return part.entries


class UnreadableError(Exception):
    """A file that can't be read at all: where, what is wrong, and how to mend it."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
