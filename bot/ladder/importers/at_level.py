"""Puts what a YAML or JSON file says of one level into that level's card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.ladder.importers.card_book import path_of
from bot.ladder.importers.cell_text import entries_of
from bot.ladder.importers.field_names import kind_of, normal
from bot.ladder.importers.found import FoundCard, FoundStatement, Note, Piece
from bot.ladder.importers.key_names import (
    container_of,
    group_name_of,
    is_below,
    is_id,
    is_plain,
    name_of,
)
from bot.ladder.importers.leaves import Ledger
from bot.ladder.importers.tree import Leaf, Map, Node, Seq, leaves

_TEXT_KEYS = frozenset(
    [
        "text",
        "statement",
        "summary",
        "description",
        "criteria",
        "criterion",
        "content",
        "value",
        "body",
        "expectation",
        "behaviour",
        "behavior",
        "detail",
        "details",
        "point",
        "item",
        "overview",
        "requirement",
        "indicator",
        "evidence",
    ]
)
_ASIDE = "stands beside a level's texts and is none of them"

Path = tuple[Piece, ...]


@dataclass(slots=True)
class LevelContent:
    """Fills the cards of one ledger."""

    ledger: Ledger
    levels: Mapping[str, Piece] = field(default_factory=dict)
    """Every spelling of a level that the document declares."""

    def mapping(
        self,
        card: FoundCard,
        node: Map,
        path: Path,
        own: Sequence[Leaf],
        names: Sequence[Leaf] = (),
    ) -> None:
        """What a mapping says of a level. Of `own`, the first names it and the others title it;
        `names` are part of the level's name.
        """
        titles = [leaf for leaf in own if leaf.text.strip() != card.level.text]
        parts = self._lists(node, own)
        for key, value in _examples_last(node):
            if any(value is leaf for leaf in names) or _holds(value, own):
                continue
            if is_below(key.text, value, self.levels):
                self._below(card, key, value, path or parts[:1] * (len(parts) == 1))
            elif isinstance(value, Leaf) and any(value is leaf for leaf in own):
                if any(value is leaf for leaf in titles) and _is_title_key(key):
                    self._title(card, value)
                else:
                    self._same(card, value)
            elif path:
                self._in_theme(card, key, value, path, node)
            elif kind_of(key.text) == "examples":
                self._examples_of_card(card, key, value, parts, node)
            else:
                self._field(card, key, value)

    def _lists(self, node: Map, own: Sequence[Leaf]) -> Path:
        """The names of a level's lists of texts, each of which becomes a section."""
        found = []
        for key, value in node.entries:
            named = kind_of(key.text) in {"", "text", "theme", "group"}
            if named and _is_list(value) and not _holds(value, own):
                known = is_below(key.text, value, self.levels) or _is_blank(value)
                found += [] if known else [self.ledger.key_piece(key)]
        return tuple(found)

    def _below(self, card: FoundCard, key: Leaf, value: Node, path: Path) -> None:
        """`inherits: IC1` stands as it is written; nothing of that level is copied here."""
        for leaf in leaves(value):
            piece = self.ledger.piece(leaf)
            text = replace(piece, text=f"{key.text.strip()}: {piece.text}")
            what = f"stands as it is written; what {piece.text} says is not copied to this level"
            self.ledger.notes.append(Note(text, what))
            if path:
                self.ledger.book.add(card, path_of(path), text, False)
            else:
                card.summary.append(text)

    def _examples_of_card(
        self, card: FoundCard, key: Leaf, value: Node, parts: Path, node: Map
    ) -> None:
        """Examples stay with the list beside them, or else with the text that tells of the level.

        Beside several lists they are a part of their own.
        """
        told = [(k, v) for k, v in node.entries if isinstance(v, Leaf) and _tells(k)]
        if len(parts) == 1:
            statements = self.ledger.book.statements(card, parts)
            if len(statements) == 1:
                self._put_examples(statements[0], value)
            else:
                self.value(card, value, (*parts, self.ledger.key_piece(key)))
        elif not parts and len(told) == 1 and card.summary:
            piece = self.ledger.piece_of(told[0][1])
            card.summary[:] = [line for line in card.summary if line.line != piece.line]
            path = (self.ledger.key_piece(told[0][0]),)
            self.ledger.book.add_entries(card, path, [FoundStatement(piece)])
            self._put_examples(self.ledger.book.statements(card, path)[-1], value)
        else:
            self.value(card, value, (self.ledger.key_piece(key),))

    def value(self, card: FoundCard, node: Node, path: Path) -> None:
        """A text, a list or a mapping of statements under `path`."""
        if isinstance(node, Leaf):
            if node.text.strip():
                self._text(card, node, path)
        elif isinstance(node, Seq):
            for item in node.items:
                self.value(card, item, path)
        else:
            self._map(card, node, path)

    def _text(self, card: FoundCard, leaf: Leaf, path: Path) -> None:
        if path:
            self.ledger.add(card, path, leaf)
        else:
            self._lines(card.summary, leaf)

    def _field(self, card: FoundCard, key: Leaf, value: Node) -> None:
        """An entry of a card: one of its fields, its parts all at once, or one part."""
        kind = kind_of(key.text)
        name = self.ledger.key_piece(key)
        if isinstance(value, Leaf):
            if value.text.strip():
                self._leaf_field(card, kind, key, value)
        elif isinstance(value, Map) and (years := _years_text(value)) is not None:
            self.ledger.add(card, (name,), years, phrase=True)
            self.ledger.explain(value, "is told by the text that stands beside it")
        elif normal(key.text) == "meaning" and isinstance(value, Map):
            self._meaning(card, value)
        elif kind in {"titles", "pay", "summary", "meaning"}:
            self._list_field(card, kind, value)
        elif (container_of(key.text) and not _all_texts(value)) or (
            is_plain(key.text) and isinstance(value, Map) and not _all_texts(value)
        ):
            self._parts(card, value)
        else:
            self.value(card, value, (name,))

    def _leaf_field(self, card: FoundCard, kind: str, key: Leaf, value: Leaf) -> None:
        if is_id(key.text) or kind in {"number", "aside", "level"}:
            self.ledger.explain(value, _ASIDE)
        elif kind == "title" or normal(key.text) == "name":
            self._title(card, value)
        elif kind == "summary" or normal(key.text) == "description":
            self._lines(card.summary, value)
        elif kind == "meaning":
            self._lines(card.meaning_summary, value)
        elif kind in {"titles", "pay"}:
            self._lines(card.titles if kind == "titles" else card.pay, value)
        elif kind == "soc" and card.soc is None:
            card.soc = self.ledger.piece(value)
        elif kind == "track" and card.track is None:
            card.track = self.ledger.piece(value)
        elif kind == "family" and card.family is None:
            self.ledger.explain(value, "names a family beside a level that is told already")
        else:
            self.ledger.add(card, (self.ledger.key_piece(key),), value, phrase=True)

    def _list_field(self, card: FoundCard, kind: str, value: Node) -> None:
        target = {
            "titles": card.titles,
            "pay": card.pay,
            "summary": card.summary,
            "meaning": card.meaning_summary,
        }[kind]
        if isinstance(value, Map):
            for key, inner in value.entries:
                if isinstance(inner, Leaf) and inner.text.strip():
                    piece = self.ledger.piece(inner)
                    text = f"{key.text.strip()}: {piece.text}"
                    target.append(Piece(text, piece.file, piece.line))
                else:
                    self._list_field(card, kind, inner)
            return
        for leaf in leaves(value):
            target.append(self.ledger.piece(leaf))

    def _meaning(self, card: FoundCard, node: Map) -> None:
        """`meaning:` of a card of our own: its summary, and a phrase for each dimension."""
        for key, value in node.entries:
            if isinstance(value, Leaf) and kind_of(key.text) == "summary":
                self._lines(card.meaning_summary, value)
            elif isinstance(value, Leaf) and value.text.strip():
                self.ledger.add(card, (self.ledger.key_piece(key),), value, phrase=True)
            else:
                self._field(card, key, value)

    def _parts(self, card: FoundCard, node: Node) -> None:
        """The themes of a level, each with its name."""
        if isinstance(node, Seq):
            for item in node.items:
                self.value(card, item, ())
            return
        if isinstance(node, Map):
            if name_of(node) is not None:
                self._map(card, node, ())
                return
            for key, value in node.entries:
                self.value(card, value, (self.ledger.key_piece(key),))

    def _map(self, card: FoundCard, node: Map, path: Path) -> None:
        """A statement with its examples, or a named part or group of statements."""
        name = name_of(node) or group_name_of(node)
        texts = [v for k, v in node.entries if _is_text_key(k) and v is not name]
        rest = [
            value
            for key, value in node.entries
            if value is not name and not is_id(key.text) and not _is_blank(value)
        ]
        if name is not None and not rest:
            if any(_is_text_key(k) and v is not name for k, v in node.entries):
                self.ledger.explain(name, "names something that has no text at this level")
            else:
                self._text(card, name, path)
            return
        if name is not None and (not path or texts or rest):
            path = (*path, self.ledger.piece(name))
        for key, value in _examples_last(node):
            if value is not name:
                self._in_theme(card, key, value, path, node)

    def _in_theme(self, card: FoundCard, key: Leaf, value: Node, path: Path, parent: Map) -> None:
        """An entry under a theme: its texts, their examples, or a group with the key's name."""
        kind = kind_of(key.text)
        if _is_blank(value):
            return
        if is_id(key.text) or kind in {"number", "aside"}:
            self.ledger.explain(value, _ASIDE)
        elif kind == "examples":
            self._examples(card, key, value, path, parent)
        elif kind in {"level", "track", "family"} and isinstance(value, Leaf):
            self.ledger.explain(value, _ASIDE)
        elif kind == "title" and isinstance(value, Leaf) and path:
            self.ledger.add(card, (*path, self.ledger.key_piece(key)), value)
        elif is_below(key.text, value, self.levels):
            self._below(card, key, value, path)
        elif _is_text_key(key) or is_plain(key.text) or (container_of(key.text) and _named(value)):
            self.value(card, value, path)
        else:
            self.value(card, value, (*path, self.ledger.key_piece(key)))

    def _examples(self, card: FoundCard, key: Leaf, value: Node, path: Path, parent: Map) -> None:
        """Examples stay with the one statement beside them; beside several they are a group."""
        beside = [
            leaf
            for k, v in parent.entries
            if _is_text_key(k) and not _is_blank(v)
            for leaf in leaves(v)
        ]
        statement = self._statement(card, path, beside[0]) if len(beside) == 1 else None
        if statement is None:
            self.value(card, value, (*path, self.ledger.key_piece(key)))
            return
        self._put_examples(statement, value)

    def _put_examples(self, statement: FoundStatement, value: Node) -> None:
        for leaf in leaves(value):
            entries, _ = entries_of(self.ledger.piece(leaf), groups=False)
            for entry in entries:
                if isinstance(entry, FoundStatement):
                    statement.examples += [entry.text, *entry.examples]

    def _statement(self, card: FoundCard, path: Path, leaf: Leaf) -> FoundStatement | None:
        """The statement that a leaf became; None where it became several or another thing."""
        piece = self.ledger.piece_of(leaf)
        found = self.ledger.book.statements(card, path_of(path))
        return next((entry for entry in reversed(found) if entry.text == piece), None)

    def _title(self, card: FoundCard, leaf: Leaf) -> None:
        if card.title is None:
            card.title = self.ledger.piece(leaf)
        else:
            self._same(card, leaf)

    def _same(self, card: FoundCard, leaf: Leaf) -> None:
        """A name that the card bears already; another one is told as not placed."""
        text = leaf.text.strip()
        borne = {card.level.text, card.title.text if card.title else None}
        if text in borne:
            self.ledger.use(leaf)
        else:
            self.ledger.explain(leaf, "is a further name of a level that has one already")

    def _lines(self, target: list[Piece], leaf: Leaf) -> None:
        piece = self.ledger.piece(leaf)
        for line in piece.text.splitlines():
            if line.strip():
                target.append(Piece(line.strip(), piece.file, piece.line))


def _examples_last(node: Map) -> list[tuple[Leaf, Node]]:
    """The entries of a mapping, examples after the statements that they stand under."""
    return sorted(node.entries, key=lambda entry: kind_of(entry[0].text) == "examples")


def _holds(node: Node, own: Sequence[Leaf]) -> bool:
    """True for the list of the levels that the mapping is of."""
    items = node.items if isinstance(node, Seq) else []
    return any(item is leaf for item in items for leaf in own)


def _is_text_key(key: Leaf) -> bool:
    return normal(key.text) in _TEXT_KEYS or kind_of(key.text) == "text"


def _is_title_key(key: Leaf) -> bool:
    return normal(key.text) in {"title", "name", "label", "job title", "display name", "heading"}


def _tells(key: Leaf) -> bool:
    """True for a key whose text tells what a level is."""
    return kind_of(key.text) in {"summary", "text"} or normal(key.text) == "description"


def _is_list(node: Node) -> bool:
    return isinstance(node, Seq) and all(
        isinstance(item, Leaf) or (isinstance(item, Map) and name_of(item) is None)
        for item in node.items
    )


def _named(node: Node) -> bool:
    """True for parts that have names of their own, so that the key above them names nothing."""
    return isinstance(node, Map) or not _all_texts(node)


def _years_text(node: Map) -> Leaf | None:
    """The text of a range of years, as a ladder of our own writes it."""
    keys = {normal(key.text) for key, _ in node.entries}
    if not {"min years", "text"} <= keys <= {"min years", "max years", "text"}:
        return None
    texts = [v for k, v in node.entries if normal(k.text) == "text" and isinstance(v, Leaf)]
    return texts[0] if texts and texts[0].text.strip() else None


def _is_blank(node: Node) -> bool:
    return next(leaves(node), None) is None


def _all_texts(node: Node) -> bool:
    return isinstance(node, Seq) and all(isinstance(item, Leaf) for item in node.items)
