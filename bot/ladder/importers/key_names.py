"""What the keys of YAML and JSON ladders say of the values that stand under them."""

from collections.abc import Iterable

from bot.ladder.importers.field_names import kind_of, names_track, normal
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
_BELOW = _listed(
    "inherits,inherits from,inherit,inherits all,extends,extends from,extends level,includes,"
    "includes level,includes all of,includes levels,builds on,builds upon,based on,"
    "everything in,everything from,all of,in addition to,on top of,adds to,base,base level,"
    "parent,parent level,previous,previous level,lower level,level below,prerequisite level"
)
_LOWER = _listed(
    "previous,previous level,the previous level,prior level,level below,the level below,below,"
    "lower,lower levels,all lower levels,all previous levels,all previous,true,yes,all"
)
_OUTER = _listed(
    "pillar,area,category,domain,theme,section,dimension,competency area,focus area,skill area,"
    "topic"
)
_FAMILIES = ("family", "role", "discipline", "profession", "job", "function", "department")
"""Words of keys that name families, the narrowest first: of two, one names the other's part."""
_TITLES = _listed("ladder,framework,ladder name,framework name,career ladder,career framework")
_DOCUMENT = _listed(
    "ladder,ladders,framework,frameworks,matrix,guide,rubric,progression,leveling,levelling"
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
            if titles_levels(here):
                return True
            stack.extend(here.items)
        elif isinstance(here, Map):
            if level_leaves(here) or level_keys(here, aliases):
                return True
            for key, value in here.entries:
                if container_of(key.text) == "levels" and not isinstance(value, Leaf):
                    return True
                stack.append(value)
    return False


def titles_levels(node: Seq) -> bool:
    """True for a list whose members are graded titles: "Engineer I", "Engineer II".

    Members that say themselves what level they are of, or that hold levels, are none of these.
    """
    titles: list[str] = []
    for item in node.items:
        name = name_of(item) if isinstance(item, Map) else None
        if not isinstance(item, Map) or name is None or level_strength(name.text) < WORD:
            return False
        held = [value for _, value in item.entries if not isinstance(value, Leaf)]
        if level_leaves(item) or not held or any(map(has_levels, held)):
            return False
        titles.append(level_key(name.text))
    return len(set(titles)) == len(titles) > 1


def _is_level_key(key: str) -> bool:
    return kind_of(key) == "level"


def is_below(key: str, value: Node, known: Iterable[str]) -> bool:
    """True for `inherits: IC1`: a key that says that all of another level holds here too."""
    leaves = value.items if isinstance(value, Seq) else [value]
    aliases = set(known)
    return (
        normal(key) in _BELOW
        and bool(leaves)
        and all(
            isinstance(leaf, Leaf)
            and (
                level_key(leaf.text) in aliases
                or normal(leaf.text) in _LOWER
                or bool(level_strength(leaf.text))
            )
            for leaf in leaves
        )
    )


def is_title_key(key: str) -> bool:
    """True for `ladder: Acme engineering`, which entitles the document."""
    return normal(key) in _TITLES


def is_document_name(name: str) -> bool:
    """True for "Acme engineering ladder": it names the document rather than a family."""
    return bool(set(normal(name).split()) & _DOCUMENT)


def own_names(node: Map) -> list[tuple[str, Leaf]]:
    """What leaves of a mapping above levels name: its family, track and themes, outermost first.

    As (role, leaf): "family", "track" or "theme". Of several families the narrowest is taken.
    """
    told: dict[str, list[tuple[str, Leaf]]] = {}
    for key, value in node.entries:
        if isinstance(value, Leaf) and value.text.strip():
            told.setdefault(kind_of(key.text), []).append((normal(key.text), value))
    families = [*told.get("family", []), *told.get("role", [])]
    tracks = [*told.get("track", []), *(each for each in families if names_track(each[1].text))]
    families = [each for each in families if each not in tracks]
    families.sort(key=lambda each: min(map(_width, each[0].split())))
    names = [("family", leaf) for _, leaf in families[:1]]
    snowflake = any(normal(key.text) == "milestones" for key, _ in node.entries)
    for _, leaf in tracks[:1]:
        skill = snowflake and not names_track(leaf.text)  # a "track" with milestones is a skill
        names.append(("theme" if skill else "track", leaf))
    themes = sorted(told.get("theme", []), key=lambda each: each[0] not in _OUTER)
    return names + [("theme", leaf) for _, leaf in [*themes, *told.get("group", [])]]


def _width(word: str) -> int:
    return _FAMILIES.index(word) if word in _FAMILIES else len(_FAMILIES)
