"""Reads career ladders kept as YAML or JSON of any shape, and our own export without loss."""

import json
from pathlib import Path
from typing import Any

from bot.ladder.importers.found import Found, Piece, UnreadableError
from bot.ladder.importers.leaves import Ledger
from bot.ladder.importers.shapes import Walk
from bot.ladder.importers.source_text import decode, read_bytes
from bot.ladder.importers.tree import Map, Node, Seq, leaves, parse_json, parse_yaml

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


def read_yaml_text(file: str, text: str, first_line: int = 1) -> Found:
    """The same for YAML that stands within another file, such as front matter.

    `first_line` is the line of the file on which the text starts. Raises UnreadableError.
    """
    return _found(file, parse_yaml(file, text, first_line))


def read_export(path: Path) -> dict[str, Any] | None:
    """The ladder that `levelbot export --format json` wrote; None for any other file.

    Raises UnreadableError where the file can't be read at all.
    """
    if path.suffix.casefold() != ".json":
        return None
    text = decode(str(path), read_bytes(path))
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None  # read() tells where it is broken
    return value if _is_export(value) else None


def _is_export(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    keys = {"name", "default_family", "dimensions", "sections", "tracks", "families"}
    if not keys <= value.keys():
        return False
    tracks, families = value["tracks"], value["families"]
    return (
        isinstance(tracks, list)
        and all(isinstance(track, dict) and {"id", "levels"} <= track.keys() for track in tracks)
        and isinstance(families, list)
        and all(isinstance(fam, dict) and {"id", "cards"} <= fam.keys() for fam in families)
    )


def _found(file: str, documents: list[Node]) -> Found:
    if all(next(leaves(document), None) is None for document in documents) and not any(
        isinstance(document, (Map, Seq)) for document in documents
    ):
        raise UnreadableError(file, 1, "is empty; give a file that holds a ladder")
    ledger = Ledger(file)
    stem = Piece(Path(file).stem, file, 1, "file name")
    for document in documents:
        Walk(ledger).document(document, stem)
    ledger.close(documents)
    return Found(ledger.cards(), ledger.unplaced)
