"""Brings a tree of YAML or JSON into fewer shapes before it is read; no text changes or goes."""

from collections.abc import Callable

from bot.ladder.importers.field_names import kind_of, normal
from bot.ladder.importers.key_names import level_leaves, text_at
from bot.ladder.importers.level_labels import STRONG, level_key, level_strength
from bot.ladder.importers.tree import Leaf, Map, Node, Seq

_REFERENCES = ("id", "ref", "key", "slug", "uuid")
_CODES = ("code", "level", "level code", "id", "key", "slug", "name", "title", "label")
_NAMES = ("name", "title", "display name", "label")
_LABELS = ("key", "name", "label", "dimension", "attribute")
_NAMED = frozenset({"family", "role", "track", "theme", "group"})


def reshape(documents: list[Node]) -> None:
    """Rewrite, in place, what is told of a level by other means than most ladders have.

    A level, family or track that is a mapping becomes its code and name; `competency_id: c1`
    refers to the competency; pairs of `key` and `value` are a mapping; a `role` is the family of
    records that share it, else their title.
    """
    _each(documents, _pairs)
    _each(documents, _names)
    _each(documents, _references)
    _each(documents, _coded)
    _each(documents, _roles)


def _each(documents: list[Node], change: Callable[[Node], None]) -> None:
    """Change every collection once, though aliases may lead to it by several ways."""
    waiting, seen = list(documents), set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen or isinstance(node, Leaf):
            continue
        seen.add(id(node))
        change(node)
        waiting += node.items if isinstance(node, Seq) else [value for _, value in node.entries]


def _pairs(node: Node) -> None:
    """`[{key: scope, value: tasks}]` is `{scope: tasks}`."""
    if not isinstance(node, Map):
        return
    for place, (key, value) in enumerate(node.entries):
        pairs = [_pair(item) for item in value.items] if isinstance(value, Seq) else []
        entries = [pair for pair in pairs if pair is not None]
        if entries and len(entries) == len(pairs):
            node.entries[place] = (key, Map(entries, value.line))


def _pair(item: Node) -> tuple[Leaf, Node] | None:
    if not isinstance(item, Map) or len(item.entries) != 2 or item.odd:
        return None
    label = text_at(item, _LABELS)
    values = [value for key, value in item.entries if normal(key.text) in {"value", "values"}]
    return (label[1], values[0]) if label and values else None


def _names(node: Node) -> None:
    """`level: {code: IC1, name: Engineer}` is `level: IC1` and `title: Engineer`."""
    if not isinstance(node, Map):
        return
    entries: list[tuple[Leaf, Node]] = []
    for key, value in node.entries:
        kind = kind_of(key.text)
        leaves = value.entries if isinstance(value, Map) else []
        flat = bool(leaves) and all(isinstance(inner, Leaf) for _, inner in leaves)
        found = None
        if flat and isinstance(value, Map) and kind in {"level", "family", "role", "track"}:
            found = text_at(value, _CODES if kind == "level" else _NAMES)
        if found is None:
            entries.append((key, value))
            continue
        entries.append((key, found[1]))
        rest = [(k, v) for k, v in leaves if v is not found[1]]
        entries += rest if kind == "level" else [(Leaf("id", k.line), v) for k, v in rest]
    node.entries = entries


def _references(node: Node) -> None:
    """`competency_id` is the competency, as far as its key tells."""
    if not isinstance(node, Map):
        return
    for place, (key, value) in enumerate(node.entries):
        *words, last = normal(key.text).split() or [""]
        stem = " ".join(words)
        if last in _REFERENCES and kind_of(stem) in _NAMED and isinstance(value, Leaf):
            node.entries[place] = (Leaf(stem, key.line), value)


def _coded(node: Node) -> None:
    """`code: L1` in each record of a list is its level, where none of them names another."""
    maps = [item for item in node.items if isinstance(item, Map)] if isinstance(node, Seq) else []
    codes = [text_at(item, ["code"]) for item in maps]
    strong = [found for found in codes if found and level_strength(found[1].text) == STRONG]
    if not maps or len(strong) < len(maps) or any(level_leaves(item) for item in maps):
        return
    for item, (key, _) in zip(maps, strong, strict=True):
        item.entries = [
            (Leaf("level", k.line) if k is key else k, value) for k, value in item.entries
        ]


def _roles(node: Node) -> None:
    """The roles of a list of levels: one that several levels share is their family."""
    if not isinstance(node, Seq):
        return
    told: list[tuple[Map, str, Leaf]] = []
    for item in node.items:
        own = level_leaves(item) if isinstance(item, Map) else []
        role = _role(item) if isinstance(item, Map) else None
        if own and role is not None and isinstance(item, Map):
            told.append((item, level_key(own[0].text), role))
    levels = {(level, role.text) for _, level, role in told}
    shared = len({role for _, role in levels}) < len(levels) or len(levels) == 1
    for item, _, role in told:
        others = {kind_of(key.text) for key, _ in item.entries}
        kind = "family" if shared and "family" not in others else "title"
        if kind == "title" and "title" in others:
            continue
        item.entries = [
            (Leaf(kind, key.line), value) if value is role else (key, value)
            for key, value in item.entries
        ]


def _role(item: Map) -> Leaf | None:
    for key, value in item.entries:
        if kind_of(key.text) == "role" and isinstance(value, Leaf) and value.text.strip():
            return value
    return None
