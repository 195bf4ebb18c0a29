"""The self-check of an import: what the source says, less what was found in it.

Texts are compared by their letters and digits alone, so that markup, bullets and quotes that a
reader takes off do not count, and nothing else can go missing unseen.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.ladder.importers.found import (
    FILE_NAME,
    Found,
    FoundCard,
    FoundGroup,
    FoundStatement,
    Note,
    Piece,
)

NAMELESS = "Expectations"
"""The name of a section whose statements stand under a level without a heading of their own."""


def pieces_of(found: Found) -> list[Piece]:
    """Every piece of text in `found`, placed or not."""
    pieces = [unplaced.piece for unplaced in found.unplaced]
    pieces += [found.title] if found.title else []
    for card in found.cards:
        pieces += card_pieces(card)
    return pieces


def card_pieces(card: FoundCard) -> list[Piece]:
    """Every piece of text in a card."""
    single = (card.level, card.family, card.track, card.title, card.soc)
    pieces = [piece for piece in single if piece is not None]
    pieces += [*card.summary, *card.meaning_summary, *card.titles, *card.pay]
    for part in card.parts:
        pieces.append(part.name)
        pieces += [part.phrase] if part.phrase else []
        for entry in part.entries:
            pieces += entry_pieces(entry)
    return pieces


def name_sections(cards: Sequence[FoundCard]) -> list[Note]:
    """Give a name to sections that the sources leave without one, and a note on each such name.

    A name that is not the source's stands on no line (line 0), or is the name of its file.
    """
    first: dict[tuple[str, str], Piece] = {}
    held: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for card in cards:
        for part in card.parts:
            if not part.name.text.strip():
                part.name = Piece(NAMELESS, part.name.file, 0)
            pieces = [piece for entry in part.entries for piece in entry_pieces(entry)]
            pieces = [part.phrase, *pieces] if part.phrase else pieces
            if pieces and (part.name.line == 0 or part.name.place == FILE_NAME):
                key = (pieces[0].file, part.name.text)
                first.setdefault(key, pieces[0])
                held[key].add(id(card))
    return [
        Note(piece, _unnamed(name, len(held[file, name]))) for (file, name), piece in first.items()
    ]


def _unnamed(name: str, cards: int) -> str:
    others = f" of {cards} cards" if cards > 1 else ""
    return (
        f"stands under no heading; such texts{others} are put into a section called {name!r}, "
        "which is not the source's name: give it a better one in ladder.yaml"
    )


def entry_pieces(entry: FoundStatement | FoundGroup) -> list[Piece]:
    """Every piece of text in an entry."""
    if isinstance(entry, FoundGroup):
        return [entry.name, *(piece for item in entry.items for piece in entry_pieces(item))]
    return [entry.text, *entry.examples]


def leftovers(lines: Sequence[Piece], used: Iterable[Piece]) -> list[Piece]:
    """The texts of `lines` that no piece in `used` accounts for, line by line."""
    source = _Source(lines)
    once = {id(piece): piece for piece in used}.values()
    for piece in sorted(once, key=lambda piece: len(piece.text), reverse=True):
        source.take(piece)
    return source.left()


class _Source:
    """The letters of a source's lines, in a row, and which of them are accounted for."""

    def __init__(self, lines: Sequence[Piece]) -> None:
        self.lines = lines
        self.letters: list[str] = []
        self.homes: list[tuple[int, int]] = []
        self.spans: dict[int, tuple[int, int]] = {}
        for index, line in enumerate(lines):
            start = len(self.letters)
            for offset, letter in enumerate(line.text):
                if letter.isalnum():
                    self.letters.append(letter)
                    self.homes.append((index, offset))
            first = self.spans.get(line.line, (start, start))[0]
            self.spans[line.line] = (first, len(self.letters))
        self.taken = bytearray(len(self.letters))

    def take(self, piece: Piece) -> None:
        """Mark the first free place of the piece's text on its lines as accounted for."""
        wanted = "".join(filter(str.isalnum, piece.text))
        if not wanted or piece.line not in self.spans:
            return
        start, end = self.spans[piece.line]
        if piece.last in self.spans:
            end = max(end, self.spans[piece.last][1])
        text = "".join(self.letters[start:end])
        at = text.find(wanted)
        while at >= 0:
            if not any(self.taken[start + at : start + at + len(wanted)]):
                self.taken[start + at : start + at + len(wanted)] = b"\x01" * len(wanted)
                return
            at = text.find(wanted, at + 1)

    def left(self) -> list[Piece]:
        """What is not accounted for, cut from the line as it stood."""
        runs: list[tuple[int, int, int]] = []  # line, first and last place in it
        for at, taken in enumerate(self.taken):
            if taken:
                continue
            line, offset = self.homes[at]
            follows = at > 0 and not self.taken[at - 1] and runs and runs[-1][0] == line
            if follows:
                runs[-1] = (line, runs[-1][1], offset)
            else:
                runs.append((line, offset, offset))
        return [
            Piece(
                self.lines[line].text[first : last + 1],
                self.lines[line].file,
                self.lines[line].line,
                self.lines[line].place,
            )
            for line, first, last in runs
        ]
