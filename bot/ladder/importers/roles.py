"""Whether what is named above levels in YAML or JSON is a theme, a track or a family."""

from bot.ladder.importers.field_names import kind_of, names_family, normal
from bot.ladder.importers.key_names import container_of, has_levels, is_plain, level_keys, name_of
from bot.ladder.importers.level_labels import BARE, is_plain_role, level_strength
from bot.ladder.importers.tree import Leaf, Map, Node, Seq

_SIMPLE = frozenset({"text", "summary", "description", "examples", "title", "level", "number"})
_SIMPLE_KEYS = frozenset({"name", "label", "signals", "criterion"})


def role_of(node: Node) -> str:
    """Whether what is named above levels is a "theme", told at each level, or a "family"."""
    name = name_of(node) if isinstance(node, Map) else None
    if isinstance(node, Seq):
        return "theme"
    if not isinstance(node, Map):
        return ""
    if any(container_of(k.text) in {"themes", "families", "tracks"} for k, _ in node.entries):
        return "family"
    simple = _levels_are_simple(node)
    if name is not None and names_family(name.text) and not simple:
        return "family"
    return "theme" if simple and not _holds_families(node) else "family"


def _holds_families(node: Map) -> bool:
    """True for a department: its members have levels of their own, with parts of their own."""
    members = [v for _, v in node.entries if isinstance(v, Map) and has_levels(v)]
    return not level_keys(node) and any(role_of(member) == "family" for member in members)


def are_themes(node: Node) -> bool:
    """True for "tracks" that are told at the same levels, as skills are."""
    members = node.items if isinstance(node, Seq) else [v for _, v in _entries(node)]
    return any(normal(key.text) == "milestones" for each in members for key, _ in _entries(each))


def names_level(text: str) -> bool:
    """True for a text that names a level by itself, such as a title with a grade or a job."""
    return level_strength(text) > BARE or is_plain_role(text)


def is_simple(node: Node) -> bool:
    """True for texts, lists of them, and mappings of a text and its examples."""
    if isinstance(node, Leaf):
        return True
    if isinstance(node, Seq):
        return all(isinstance(item, Leaf) or is_simple(item) for item in node.items)
    return all(
        kind_of(key.text) in _SIMPLE or is_plain(key.text) or normal(key.text) in _SIMPLE_KEYS
        for key, _ in node.entries
    )


def _entries(node: Node) -> list[tuple[Leaf, Node]]:
    return node.entries if isinstance(node, Map) else []


def _levels_are_simple(node: Map) -> bool:
    """True where what stands at each level is text, not parts with names of their own."""
    for key, value in node.entries:
        if container_of(key.text) == "levels" or is_plain(key.text):
            values = value.items if isinstance(value, Seq) else [v for _, v in _entries(value)]
            return all(is_simple(item) for item in values)
    return all(is_simple(value) for _, value in level_keys(node))
