"""What the keys of YAML and JSON ladders say of the values that stand under them."""

from collections.abc import Iterable

from bot.ladder.importers.field_names import kind_of, normal
from bot.ladder.importers.level_labels import WORD, level_key, level_strength
from bot.ladder.importers.tree import Leaf, Map, Node, Seq

_CONTAINERS: dict[str, str] = {
    "levels": "levels,grades,bands,milestones,steps,stages,ranks,rungs,cards,job levels,"
    "career levels,level definitions,seniority levels,career stages",
    "themes": "themes,competencies,topics,pillars,dimensions,categories,areas,sections,"
    "attributes,capabilities,principles,domains,competences,skill areas,competency areas,"
    "focus areas,core competencies,skill groups,sub themes,subthemes,subtopics,subcompetencies,"
    "sub competencies",
    "families": "families,job families,disciplines,departments,functions,frameworks,ladders,"
    "professions,roles,jobs,role families",
    "tracks": "tracks,paths,career paths,career tracks",
}
_CONTAINER = {name: kind for kind, names in _CONTAINERS.items() for name in names.split(",")}


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split(","))


_PLAIN = _listed(
    "content,contents,data,criteria,items,matrix,ladder,framework,entries,list,rows,records,"
    "values,children,body,details,example criteria,career ladder,statements,career framework,"
    "expectations,behaviours,behaviors,indicators,bullets,points,descriptions"
)
_NAMES = ("display name", "title", "label", "name", "heading")
_IDS = frozenset({"id", "key", "slug", "uuid", "ref", "path", "handle"})
_DESCRIPTIONS = frozenset(
    {"description", "definition", "overview", "intro", "introduction", "about", "subtitle"}
)


def container_of(key: str) -> str:
    """What the values under a key are: "levels", "themes", "families", "tracks"; "" if unknown."""
    return _CONTAINER.get(normal(key), "")


def is_plain(key: str) -> bool:
    """True for a key that only holds things together, such as "content"."""
    return normal(key) in _PLAIN


def is_description(key: str) -> bool:
    """True for a key that tells what something is."""
    return normal(key) in _DESCRIPTIONS


def is_id(key: str) -> bool:
    """True for a key of an identifier."""
    return normal(key) in _IDS


def text_at(node: Map, names: Iterable[str]) -> tuple[Leaf, Leaf] | None:
    """The first key of these names, in their order, that has a text, and the text."""
    for name in names:
        for key, value in node.entries:
            if normal(key.text) == name and isinstance(value, Leaf) and value.text.strip():
                return key, value
    return None


def name_of(node: Map) -> Leaf | None:
    """The text by which a mapping is known to people."""
    found = text_at(node, _NAMES)
    return found[1] if found else None


def group_name_of(node: Map) -> Leaf | None:
    """The name of a group of statements: `group:`, `theme:` and the like."""
    for key, value in node.entries:
        if kind_of(key.text) in {"group", "theme"} and isinstance(value, Leaf):
            return value if value.text.strip() else None
    return None


def names_of(node: Map) -> list[Leaf]:
    """Every text by which a mapping may be meant: its names and its identifiers."""
    return [
        value
        for key, value in node.entries
        if isinstance(value, Leaf)
        and value.text.strip()
        and (normal(key.text) in _NAMES or is_id(key.text) or _is_level_key(key.text))
    ]


def level_leaves(node: Map) -> list[Leaf]:
    """The texts under `level:` and the like: one level, or several that share what stands here."""
    for key, value in node.entries:
        if kind_of(key.text) != "level" or normal(key.text) == "code":
            continue
        if isinstance(value, Leaf) and value.text.strip():
            if container_of(key.text):
                continue  # "levels: 4" counts them
            return [value]
        if isinstance(value, Seq) and value.items and not container_has_texts(node, key):
            found = [item for item in value.items if isinstance(item, Leaf) and item.text.strip()]
            if len(found) == len(value.items) and all(level_strength(i.text) for i in found):
                return found
    return []


def container_has_texts(node: Map, key: Leaf) -> bool:
    """True where a list of levels stands beside nothing that could be said of them."""
    others = [k for k, v in node.entries if k is not key and kind_of(k.text) == "text"]
    return not others


def level_keys(node: Map, known: Iterable[str] = ()) -> list[tuple[Leaf, Node]]:
    """The entries of a mapping whose keys are levels; empty where they are something else."""
    aliases = set(known)
    found = [
        (key, value)
        for key, value in node.entries
        if not container_of(key.text)
        and kind_of(key.text) == ""
        and (level_strength(key.text) or level_key(key.text) in aliases)
    ]
    plain = [
        key
        for key, _ in found
        if level_strength(key.text) >= WORD or level_key(key.text) in aliases
    ]
    others = [
        key
        for key, value in node.entries
        if kind_of(key.text) == "" and not (is_id(key.text) or isinstance(value, Leaf))
    ]
    if len(found) * 2 <= len(others) or not (plain or len(found) > 1):
        return []
    return found


def has_levels(node: Node, known: Iterable[str] = ()) -> bool:
    """True where levels are named somewhere below."""
    aliases = set(known)
    stack = [node]
    seen: set[int] = set()
    while stack:
        here = stack.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        if isinstance(here, Seq):
            stack.extend(here.items)
        elif isinstance(here, Map):
            if level_leaves(here) or level_keys(here, aliases):
                return True
            for key, value in here.entries:
                if container_of(key.text) == "levels" and not isinstance(value, Leaf):
                    return True
                stack.append(value)
    return False


def _is_level_key(key: str) -> bool:
    return kind_of(key) == "level"
