"""Walks a tree of YAML or JSON down to its levels, and puts every text under the one it is of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.ladder.importers.at_level import LevelContent
from bot.ladder.importers.data_look import is_level_of
from bot.ladder.importers.field_names import (
    is_generic,
    kind_of,
    names_family,
    names_track,
    normal,
)
from bot.ladder.importers.found import Piece
from bot.ladder.importers.key_names import (
    container_of,
    has_levels,
    is_description,
    is_document_name,
    is_id,
    is_plain,
    is_title_key,
    level_keys,
    level_leaves,
    name_of,
    names_of,
    own_names,
    text_at,
    titles_levels,
)
from bot.ladder.importers.leaves import Context, Ledger
from bot.ladder.importers.level_labels import level_key, level_strength
from bot.ladder.importers.roles import are_themes, is_simple, names_level, role_of
from bot.ladder.importers.tree import Leaf, Map, Node, Seq

_TITLES = ("title", "job title", "display name")
_NAMES = ("name", "label", "level name")
_CODES = ("level", "code", "grade", "level code", "band", "milestone", "job level", "lvl")


@dataclass(slots=True)
class Walk:
    """One document's walk. What is known of levels and themes serves those that refer to them."""

    ledger: Ledger
    levels: dict[str, Piece] = field(default_factory=dict)
    """Every spelling of a declared level, to the one it is known by."""
    themes: dict[str, Leaf] = field(default_factory=dict)
    """Every identifier of a declared theme, to its name."""

    content: LevelContent = field(init=False)
    _roots: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.content = LevelContent(self.ledger, self.levels)

    def document(self, node: Node, stem: Piece) -> None:
        """Walk a whole document. `stem` names the file, for one that names nothing itself."""
        self._declare(node)
        self._roots = _wrappers(node)
        context = Context()
        if isinstance(node, Map) and not has_levels(node, self.levels):
            self._one_level(node, stem)
            return
        if isinstance(node, Map) and name_of(node) is None and not is_generic(stem.text):
            keyed = level_keys(node, self.levels)
            if keyed and all(is_simple(value) for _, value in keyed):
                context = Context(path=(stem,))
        self.walk(node, context)

    def walk(self, node: Node, context: Context, role: str = "") -> None:
        """Walk a node at which no level is known yet. `role` is what its container calls it."""
        if isinstance(node, Seq) and titles_levels(node) and isinstance(node.items[0], Map):
            self._levels(node.items[0].entries[0][0], node, context)
        elif isinstance(node, Seq):
            self._in_order(node, context)
            for item in node.items:
                self.walk(item, context, role)
        elif isinstance(node, Map):
            self._map(node, context, role)

    # Mappings without a level yet

    def _map(self, node: Map, context: Context, role: str) -> None:
        own = level_leaves(node)
        if own:
            self._record(node, own, context)
            return
        context, named = self._named(node, context, role)
        levels_first = sorted(
            node.entries, key=lambda entry: container_of(entry[0].text) != "levels"
        )
        keyed = level_keys(node, self.levels)
        if keyed:
            self._keyed_levels(keyed, context)
        done = {id(key) for key, _ in keyed}
        lists = [v for _, v in node.entries if isinstance(v, Seq) and has_levels(v, self.levels)]
        for key, value in levels_first:
            if id(key) not in done and id(value) not in named:
                listed = len(lists) > 1 and names_family(key.text)
                self._entry(key, value, context, role, beside=listed)

    def _entry(
        self, key: Leaf, value: Node, context: Context, role: str, *, beside: bool = False
    ) -> None:
        """One entry above levels; `beside` where it is a list of levels among others."""
        container = container_of(key.text)
        if isinstance(value, Leaf):
            self._explain_leaf(key, value, role)
        elif container == "levels":
            self._levels(key, value, context)
        elif container == "families":
            self._members(value, context, "family")
        elif container == "tracks":
            self._members(value, context, "theme" if are_themes(value) else "track")
        elif container == "themes":
            self._members(value, context, "theme")
        elif not has_levels(value, self.levels):
            self.ledger.explain(value, f"stands under `{key.text}`, which names no level")
        elif names_track(key.text):
            self._member(key, value, context, "track")
        elif is_plain(key.text) or (isinstance(value, Seq) and not beside):
            self.walk(value, context)
        else:
            listed = isinstance(value, Seq) and names_family(key.text)
            self._member(key, value, context, "family" if listed else role_of(value))

    def _members(self, node: Node, context: Context, role: str) -> None:
        """The families, tracks or themes of a container, named by key or by themselves."""
        if isinstance(node, Seq):
            for item in node.items:
                self.walk(item, context, role)
        elif isinstance(node, Map):
            if level_keys(node, self.levels):
                self._map(node, context, role)
                return
            for key, value in node.entries:
                self._member(key, value, context, role)

    def _member(self, key: Leaf, value: Node, context: Context, role: str) -> None:
        if isinstance(value, Map) and name_of(value) is not None and not level_leaves(value):
            self._map(value, context, role)
            return
        self.walk(value, context.named(role, self.ledger.key_piece(key)))

    def _named(self, node: Map, context: Context, role: str) -> tuple[Context, set[int]]:
        """The context within a mapping, and the leaves that name its family, track or theme."""
        own = own_names(node)
        taken = {id(leaf) for _, leaf in own}
        name = name_of(node)
        if id(node) in self._roots:
            titles = [v for k, v in node.entries if is_title_key(k.text) and isinstance(v, Leaf)]
            for leaf in titles[:1]:
                self.ledger.entitle(leaf)
                taken.add(id(leaf))
        for kind, leaf in own:
            context = context.named(kind, self.ledger.name_piece(leaf))
        if name is None:
            return context, taken
        taken.add(id(name))
        told = any(kind == "family" for kind, _ in own)
        role = role or role_of(node)
        titled = id(node) in self._roots and (told or is_document_name(name.text))
        if titled and (role == "family" or is_document_name(name.text)):
            self.ledger.entitle(name)
        elif role != "family":
            context = context.named(role, self.ledger.name_piece(name))
        elif told or is_generic(name.text):
            taken.discard(id(name))
        else:
            context = context.named(role, self.ledger.name_piece(name))
        return context, taken

    def _explain_leaf(self, key: Leaf, value: Leaf, role: str) -> None:
        what = role or "file"
        if is_id(key.text) or kind_of(key.text) == "number":
            why = f"identifies or orders a {what}; no card has a place for it"
        elif is_description(key.text) or kind_of(key.text) == "summary":
            why = f"describes a {what}, not a level"
        else:
            why = f"stands under `{key.text}`, at no level"
        self.ledger.explain(value, why)

    # Levels

    def _levels(self, key: Leaf, node: Node, context: Context) -> None:
        if isinstance(node, Map):
            usable = [(k, v) for k, v in node.entries if k.text.strip()]
            self._keyed_levels(usable, context)
            return
        if not isinstance(node, Seq):
            return
        self._in_order(node, context)
        declared = list(dict.fromkeys(self.levels.values()))
        names = [item for item in node.items if isinstance(item, Leaf)]
        if names and len(names) == len(node.items) and not context.path:
            for leaf in names:
                if leaf.text.strip():
                    self.ledger.card(self._resolve(leaf), context)
            return
        twins: Counter[str] = Counter()
        # The same alias twice is no two levels: nothing says which of them it would be.
        repeated = len(set(map(id, node.items))) < len(node.items)
        for index, item in enumerate(node.items):
            own = _identity(item) if isinstance(item, Map) else None
            if own is not None and isinstance(item, Map):
                same = level_key(own[0].text)
                self._level(item, context, twins[same])
                twins[same] += not context.path  # a theme may tell one level twice
            elif isinstance(item, Leaf) and not context.path:
                self.ledger.card(self._resolve(item), context)
            elif len(declared) == len(node.items) and not repeated:
                self._at(item, declared[index], context)
            elif repeated or not (isinstance(item, Map) or context.path):
                self.ledger.explain(item, "stands in a list of levels and names none")
            else:
                # The list's place is the only name that the source gives such a level.
                word = normal(key.text).rstrip("s").capitalize()
                piece = replace(self.ledger.key_piece(key), text=f"{word} {index + 1}")
                self._at(item, replace(piece, line=item.line), context)

    def _keyed_levels(self, entries: Sequence[tuple[Leaf, Node]], context: Context) -> None:
        pieces = [self._known(self.ledger.key_piece(key)) for key, _ in entries]
        self.ledger.in_order(pieces, context)
        for piece, (_, value) in zip(pieces, entries, strict=True):
            self._at(value, piece, context)

    def _at(self, node: Node, level: Piece, context: Context) -> None:
        card = self.ledger.card(level, context)
        if isinstance(node, Map):
            name, title = text_at(node, _NAMES), text_at(node, _TITLES)
            both = name is not None and title is not None and not context.path
            shown = title or name
            own = [self._own_level(node, level), shown[1] if shown else None]
            names = [name[1]] if both and name else []
            for leaf in names:
                self.ledger.use(leaf)
            known = [leaf for leaf in own if leaf]
            self.content.mapping(card, node, context.path, known, names)
        elif isinstance(node, Leaf) and context.path and node.text.strip():
            self.ledger.add(card, context.path, node, phrase=True)
        else:
            self.content.value(card, node, context.path)

    def _own_level(self, node: Map, level: Piece) -> Leaf | None:
        found = text_at(node, [*_CODES, "rank"])
        same = found is not None and level_key(found[1].text) == level_key(level.text)
        return found[1] if found and same else None

    def _level(self, node: Map, context: Context, twin: int = 0) -> None:
        """A mapping that is a level: its code or name, then what is said of it."""
        identity = _identity(node)
        if identity is None:
            return
        level = self._resolve(identity[0])
        for leaf in identity:
            self.ledger.use(leaf)
        card = self.ledger.card(level, context, twin)
        title = text_at(node, [*_TITLES, *_NAMES])
        own = [identity[0]]
        if title and title[1] not in identity:
            own.append(title[1])
        self.content.mapping(card, node, context.path, own, [*identity[1:]])

    def _record(self, node: Map, own: list[Leaf], context: Context) -> None:
        """A mapping that says of which level it is: a card, or one statement of many."""
        path = list(context.path)
        taken: list[Leaf] = list(own)
        for kind in ("family", "track", "theme", "group"):
            for key, value in node.entries:
                if (
                    kind_of(key.text) != kind
                    or not isinstance(value, Leaf)
                    or not value.text.strip()
                ):
                    continue
                taken.append(value)
                if kind in {"family", "track"}:
                    context = context.named(kind, self.ledger.name_piece(value))
                else:
                    theme = self.themes.get(level_key(value.text), value)
                    path.append(self.ledger.name_piece(theme))
                    if theme is not value:
                        self.ledger.use(value)
        for leaf in own:
            card = self.ledger.card(self._resolve(leaf), context)
            identity = _identity(node) if not path else None
            extra = [] if identity is None else [i for i in identity if i is not leaf]
            for other in extra:
                self.ledger.use(other)
            self.content.mapping(card, node, tuple(path), taken, extra)

    def _resolve(self, leaf: Leaf) -> Piece:
        self.ledger.use(leaf)
        return self._known(self.ledger.piece(leaf))

    def _known(self, piece: Piece) -> Piece:
        return self.levels.get(level_key(piece.text), piece)

    def _in_order(self, node: Seq, context: Context) -> None:
        leaves = []
        for item in node.items:
            if isinstance(item, Map):
                identity = level_leaves(item) or []
                leaves += identity[:1] if len(identity) == 1 else []
        if len({level_key(leaf.text) for leaf in leaves}) == len(leaves) == len(node.items):
            self.ledger.in_order([self._known(self.ledger.piece_of(i)) for i in leaves], context)

    # What a document declares before it is walked

    def _declare(self, node: Node) -> None:
        stack: list[tuple[str, Node]] = [("", node)]
        seen: set[int] = set()
        others: list[tuple[str, Piece]] = []
        while stack:
            container, here = stack.pop()
            if id(here) in seen:
                continue
            seen.add(id(here))
            if isinstance(here, Seq):
                stack.extend((container, item) for item in reversed(here.items))
                continue
            if not isinstance(here, Map):
                continue
            if container == "levels" and (keyed := _keyed_names(here)):
                for key, known_as in keyed:
                    piece = self.ledger.level_piece([key, known_as])
                    self.levels.setdefault(level_key(key.text), piece)
            elif container == "levels" and (identity := _identity(here)) is not None:
                piece = self.ledger.level_piece(identity)
                self.levels.setdefault(level_key(identity[0].text), piece)
                others.extend((level_key(leaf.text), piece) for leaf in names_of(here))
            elif container == "themes" and (name := name_of(here)) is not None:
                for leaf in names_of(here):
                    self.themes.setdefault(level_key(leaf.text), name)
            stack.extend((container_of(key.text), value) for key, value in reversed(here.entries))
        # Another level's code always wins over a title, and a title of two levels means neither.
        meant: dict[str, set[int]] = {}
        for alias, piece in others:
            meant.setdefault(alias, set()).add(id(piece))
        for alias, piece in others:
            if len(meant[alias]) == 1:
                self.levels.setdefault(alias, piece)

    def _one_level(self, node: Map, stem: Piece) -> None:
        """A file of one level: it, or the file's name, says which."""
        identity = _identity(node)
        if identity is not None and level_strength(identity[0].text):
            self._level(node, Context())
        elif is_level_of(stem.text, node):
            card = self.ledger.card(stem, Context())
            name = name_of(node)
            self.content.mapping(card, node, (), [name] if name else [])
        else:
            self.ledger.explain(node, "stands in a file that names no level")


def _keyed_names(node: Map) -> list[tuple[Leaf, Leaf]]:
    """Codes that are keys, with the levels' names, where the levels have titles besides."""
    found = []
    for key, value in node.entries:
        if isinstance(value, Map):
            name, title = text_at(value, _NAMES), text_at(value, _TITLES)
            if name and title and name[1].text != title[1].text:
                found.append((key, name[1]))
    return found


def _identity(node: Node) -> list[Leaf] | None:
    """The code or name by which a level is known, and its name where a code and a title stand too.

    None for a mapping that has none of these.
    """
    if not isinstance(node, Map):
        return None
    code, ident = text_at(node, _CODES), text_at(node, ["id", "key", "slug"])
    name, title = text_at(node, _NAMES), text_at(node, _TITLES)
    if code is None and ident and names_level(ident[1].text):
        code = ident
    code = code or text_at(node, ["rank"])
    if code is not None:
        both = name is not None and title is not None and name[1].text != code[1].text
        return [code[1], name[1]] if both and name else [code[1]]
    chosen = name or title or ident
    return [chosen[1]] if chosen else None


def _wrappers(node: Node) -> set[int]:
    """The document, and what alone it holds, such as `framework:`: a name there is its title."""
    found = {id(node)}
    while isinstance(node, Map):
        inner = [value for _, value in node.entries if not isinstance(value, Leaf)]
        if len(inner) != 1 or not isinstance(inner[0], Map) or level_keys(node):
            break
        node = inner[0]
        found.add(id(node))
    return found
