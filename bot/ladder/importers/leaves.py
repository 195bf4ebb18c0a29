"""Keeps account of every text of a YAML or JSON file: in which card it stands, or why in none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.ladder.importers.card_book import CardBook, path_of
from bot.ladder.importers.found import FoundCard, Note, Piece, Unplaced
from bot.ladder.importers.level_labels import level_key
from bot.ladder.importers.tree import Leaf, Node, leaves


@dataclass(frozen=True, slots=True)
class Context:
    """What is known on the way down: whose texts these are, and under which theme."""

    family: Piece | None = None
    track: Piece | None = None
    path: tuple[Piece, ...] = ()

    def named(self, role: str, name: Piece) -> "Context":
        """The context within a family, a track or a theme of this name."""
        if role == "family":
            return replace(self, family=name)
        if role == "track":
            return replace(self, track=name)
        return replace(self, path=(*self.path, name))


@dataclass(slots=True)
class Ledger:
    """The cards of one file, and the leaves that have found their place."""

    file: str
    book: CardBook = field(init=False)
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    title: Piece | None = None
    """The document's own title, which becomes the ladder's name."""
    _used: set[int] = field(default_factory=set)
    _names: list[Leaf] = field(default_factory=list)
    _why: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.book = CardBook(self._tell_headings)

    def piece(self, leaf: Leaf) -> Piece:
        """The text of a leaf that now stands in a card."""
        self.use(leaf)
        return self.piece_of(leaf)

    def name_piece(self, leaf: Leaf) -> Piece:
        """The text of a leaf that names what stands below it, and is placed if that is."""
        self._names.append(leaf)
        return self.piece(leaf)

    def entitle(self, leaf: Leaf) -> None:
        """Take a leaf for the document's title; a second one is told as not placed."""
        if self.title is None:
            self.title = self.piece(leaf)
        else:
            self.explain(leaf, "is a further title of a document that has one already")

    def piece_of(self, leaf: Leaf) -> Piece:
        """The text of a leaf, wherever it will stand."""
        return Piece(leaf.text.strip(), self.file, leaf.line + leaf.literal)

    def key_piece(self, key: Leaf) -> Piece:
        """The text of a key."""
        return Piece(key.text.strip(), self.file, key.line)

    def level_piece(self, identity: Sequence[Leaf]) -> Piece:
        """A level by its code, and its name behind it where it has both and a title too."""
        piece = self.piece_of(identity[0])
        return replace(piece, text=" — ".join(leaf.text.strip() for leaf in identity))

    def use(self, leaf: Leaf) -> None:
        """This leaf's text stands in a card."""
        self._used.add(id(leaf))

    def card(self, level: Piece, context: Context, twin: int = 0) -> FoundCard:
        """The card of a level within a context; `twin` tells levels of one name apart."""
        return self.book.card(level, context.family, context.track, twin)

    def in_order(self, levels: Iterable[Piece], context: Context) -> None:
        """Note the order in which a list names its levels."""
        self.book.in_order([(level, context.family, 0) for level in levels])

    def add(self, card: FoundCard, path: Sequence[Piece], leaf: Leaf, phrase: bool = False) -> None:
        """Put a text under a part and a group of a card; one that is no list may be a phrase."""
        self.book.add(card, path_of(path), self.piece(leaf), phrase)

    def explain(self, node: Node, why: str) -> None:
        """Why no text below `node` stands in a card, unless some come to."""
        for leaf in leaves(node):
            self._why.setdefault(id(leaf), why)

    def close(self, documents: Iterable[Node]) -> None:
        """Tell every text that stands in no card."""
        self._check_names()
        told: set[int] = set(self._used)
        for document in documents:
            for leaf in leaves(document):
                if id(leaf) not in told:
                    told.add(id(leaf))
                    why = self._why.get(id(leaf), "stands at no level")
                    self.unplaced.append(Unplaced(self.piece_of(leaf), why))

    def cards(self) -> list[FoundCard]:
        """Every card. What is told of a level for all families stands on each family's card."""
        cards = self.book.cards()
        shared = {level_key(card.level.text): card for card in cards if card.family is None}
        bound = [card for card in cards if card.family is not None]
        for card in bound:
            common = shared.get(level_key(card.level.text))
            if common is not None:
                _share(common, card)
        taken = {level_key(card.level.text) for card in bound}
        return [
            card
            for card in cards
            if card.family is not None or level_key(card.level.text) not in taken
        ]

    def _check_names(self) -> None:
        """A theme or a family that has nothing at any level stands in no card."""
        placed = {text for piece in self.book.names() for text in (piece.text, *_joined(piece))}
        for leaf in self._names:
            if leaf.text.strip() not in placed:
                self._used.discard(id(leaf))
                self._why[id(leaf)] = "names something that has no text at any level"

    def _tell_headings(self, pieces: Iterable[Piece]) -> None:
        why = "is a heading; what stands under it is placed with its statement"
        self.unplaced.extend(Unplaced(piece, why) for piece in pieces)


def _joined(name: Piece) -> list[str]:
    return name.text.split(" / ")


def _share(common: FoundCard, card: FoundCard) -> None:
    card.title = card.title or common.title
    card.track = card.track or common.track
    card.soc = card.soc or common.soc
    card.summary[:0] = common.summary
    card.meaning_summary[:0] = common.meaning_summary
    card.titles[:0] = common.titles
    card.pay[:0] = common.pay
    card.parts[:0] = common.parts
