"""Reads career ladders kept as YAML or JSON of any shape; `exported` reads our own export."""

from pathlib import Path

from bot.ladder.importers.found import FILE_NAME, Found, Piece, UnreadableError
from bot.ladder.importers.leaves import Ledger
from bot.ladder.importers.markup import without_markup
from bot.ladder.importers.reshape import reshape
from bot.ladder.importers.shapes import Walk
from bot.ladder.importers.source_text import decode, read_bytes
from bot.ladder.importers.tree import Leaf, Map, Node, Seq, leaves, parse_json, parse_yaml

_JSON_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})


def read(path: Path) -> Found:
    """Every level and text of a YAML or JSON file, or why a text was not placed.

    Raises UnreadableError where the file is neither.
    """
    file = str(path)
    text = decode(file, read_bytes(path))
    if path.suffix.casefold() in _JSON_SUFFIXES:
        documents = parse_json(file, text)
    else:
        documents = parse_yaml(file, text)
    return _found(file, documents)


def _found(file: str, documents: list[Node]) -> Found:
    if all(next(leaves(document), None) is None for document in documents) and not any(
        isinstance(document, (Map, Seq)) for document in documents
    ):
        raise UnreadableError(file, 1, "is empty; give a file that holds a ladder")
    _decode_entities(documents)
    reshape(documents)
    ledger = Ledger(file)
    stem = Piece(Path(file).stem, file, 1, FILE_NAME)
    for document in documents:
        Walk(ledger).document(document, stem)
    ledger.close(documents)
    return Found(ledger.cards(), ledger.unplaced, ledger.notes, ledger.title)


def _decode_entities(documents: list[Node]) -> None:
    """Decode each text and key once, though aliases may lead to it by several ways."""
    waiting, seen = list(documents), set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Leaf):
            node.text = without_markup(node.text)
        elif isinstance(node, Seq):
            waiting += node.items
        else:
            waiting += [each for entry in node.entries for each in entry] + node.odd
