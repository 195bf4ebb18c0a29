"""YAML and JSON of any shape as one kind of tree, in which every text knows its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from json import JSONDecodeError, JSONDecoder

import yaml

from bot.ladder.importers.found import UnreadableError

MAX_DEPTH = 100
MAX_NODES = 300_000
"""Nodes after aliases are followed: a ladder of 1,016 families stays below."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

try:
    _Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = yaml.CSafeLoader
except AttributeError:  # PyYAML built without libyaml: slower, the same result
    _Loader = yaml.SafeLoader


@dataclass(eq=False, slots=True)
class Leaf:
    """A text, number or truth value as it is written. Null and empty texts have no text."""

    text: str
    line: int
    literal: bool = False
    """True where the text keeps the line breaks of the file and starts on the next line."""


@dataclass(eq=False, slots=True)
class Seq:
    """A list."""

    items: list["Node"] = field(default_factory=list)
    line: int = 1


@dataclass(eq=False, slots=True)
class Map:
    """A mapping, in the order of the file; a key that is repeated keeps each of its values."""

    entries: list[tuple[Leaf, "Node"]] = field(default_factory=list)
    line: int = 1
    odd: list["Node"] = field(default_factory=list)
    """Keys that are lists or mappings themselves, with their values."""


Node = Leaf | Seq | Map


def leaves(node: Node) -> Iterator[Leaf]:
    """Every text below `node` in the order of the file, keys aside."""
    stack = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, Leaf):
            if here.text.strip():
                yield here
        elif isinstance(here, Seq):
            stack.extend(reversed(here.items))
        else:
            stack.extend(reversed([*(value for _, value in here.entries), *here.odd]))


def parse_yaml(file: str, text: str, first_line: int = 1) -> list[Node]:
    """The documents of a YAML text that starts on `first_line` of its file.

    Raises UnreadableError for what is no YAML, nests over 100 deep or unfolds by its aliases.
    """
    builder = _Builder(file, first_line)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = text.rstrip().count("\n")  # an end that comes too early is told at the last text
        line = min(mark.line if mark else 0, last) + first_line
        message = f"is not valid YAML ({error.problem}); check indentation and quotes"
        raise UnreadableError(file, line, message) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = text[: getattr(error, "position", 0)].count("\n") + first_line
        what = str(error).splitlines()[0]
        raise UnreadableError(
            file, line, f"is not valid YAML ({what}); remove what stands there"
        ) from error
    _check_size(file, builder.documents)
    return builder.documents


class _Builder:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.documents: list[Node] = []
        self._open: list[Seq | Map] = []
        self._keys: list[Node | None] = []
        self._anchors: dict[str, Node] = {}

    def take(self, event: yaml.Event) -> None:
        line = (event.start_mark.line if event.start_mark else 0) + self.first_line
        if isinstance(event, yaml.DocumentStartEvent):
            self._anchors.clear()
        elif isinstance(event, yaml.ScalarEvent):
            plain = event.style in {None, ""}
            empty = plain and event.implicit[0] and event.value in _NULLS
            leaf = Leaf("" if empty else event.value, line, event.style == "|")
            self._name(event.anchor, leaf)
            self._put(leaf)
        elif isinstance(event, yaml.AliasEvent):
            self._put(self._alias(event.anchor or "", line))
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._begin(event, line)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            node = self._open.pop()
            self._keys.pop()
            if isinstance(node, Map):
                _merge(node)
            self._put(node)

    def _begin(self, event: yaml.CollectionStartEvent, line: int) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise UnreadableError(self.file, line, _too_deep())
        is_list = isinstance(event, yaml.SequenceStartEvent)
        node: Seq | Map = Seq([], line) if is_list else Map([], line)
        self._name(event.anchor, node)
        self._open.append(node)
        self._keys.append(None)

    def _name(self, anchor: str | None, node: Node) -> None:
        if anchor is not None:
            self._anchors[anchor] = node

    def _alias(self, anchor: str, line: int) -> Node:
        node = self._anchors.get(anchor)
        if node is None:
            message = f"uses the alias *{anchor}, which is not defined above; write the text out"
            raise UnreadableError(self.file, line, message)
        if any(node is parent for parent in self._open):
            message = f"uses the alias *{anchor} inside of itself; write the text out"
            raise UnreadableError(self.file, line, message)
        return node

    def _put(self, node: Node) -> None:
        if not self._open:
            self.documents.append(node)
            return
        parent = self._open[-1]
        if isinstance(parent, Seq):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = node
            return
        self._keys[-1] = None
        if isinstance(key, Leaf):
            parent.entries.append((key, node))
        else:
            parent.odd.extend([key, node])


def _merge(node: Map) -> None:
    """What `<<: *other` brings in, after the mapping's own keys."""
    own = {key.text for key, _ in node.entries}
    merged: list[tuple[Leaf, Node]] = []
    for key, value in node.entries:
        if key.text != "<<":
            continue
        sources = value.items if isinstance(value, Seq) else [value]
        maps = [source for source in sources if isinstance(source, Map)]
        if len(maps) == len(sources):
            for source in maps:
                merged += [(k, v) for k, v in source.entries if k.text not in own]
                own |= {k.text for k, _ in source.entries}
    if merged:
        node.entries = [entry for entry in node.entries if entry[0].text != "<<"] + merged


def _check_size(file: str, documents: list[Node]) -> None:
    """Refuse aliases of aliases that unfold to more than a machine can hold."""
    sizes: dict[int, int] = {}
    stack: list[tuple[Node, bool]] = [(document, False) for document in documents]
    while stack:
        node, ready = stack.pop()
        if id(node) in sizes:
            continue
        parts = _parts(node)
        if ready or not parts:
            sizes[id(node)] = 1 + sum(sizes[id(part)] for part in parts)
        else:
            stack.append((node, True))
            stack.extend((part, False) for part in parts)
    if sum(sizes[id(document)] for document in documents) > MAX_NODES:
        message = "unfolds to more than a ladder holds; write its aliases out or split the file"
        raise UnreadableError(file, documents[0].line, message)


def _parts(node: Node) -> list[Node]:
    if isinstance(node, Seq):
        return node.items
    if isinstance(node, Map):
        return [*(value for _, value in node.entries), *node.odd]
    return []


_STRINGS = JSONDecoder(strict=False)  # reads tabs and line breaks within texts too
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_WORD = re.compile(r"-?(?:Infinity|NaN)|true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def parse_json(file: str, text: str, *, bounded: bool = True) -> list[Node]:
    """The values of a JSON text; several one after the other are JSON Lines.

    Raises UnreadableError for what is no JSON, nests over 100 deep or, if `bounded`, holds more
    values than a ladder that is to be interpreted.
    """
    reader = _Json(file, text)
    documents = reader.documents()
    if bounded:
        _check_size(file, documents)
    return documents


class _Json:
    """A JSON reader that notes the line of every value, and keeps numbers as written."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.at = 0
        self._counted = 0
        self._line = 1

    def documents(self) -> list[Node]:
        found: list[Node] = []
        self._skip()
        while self.at < len(self.text):
            found.append(self._value(0))
            self._skip()
        return found

    def _value(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise UnreadableError(self.file, self._here(), _too_deep())
        sign = self.text[self.at : self.at + 1]
        line = self._here()
        if sign == "{":
            return self._map(Map([], line), depth)
        if sign == "[":
            return self._list(Seq([], line), depth)
        if sign == '"':
            return Leaf(self._string(), line)
        match = _WORD.match(self.text, self.at)
        if not match:
            raise self._wrong("a value is missing or not quoted; put texts in double quotes")
        self.at = match.end()
        return Leaf("" if match[0] == "null" else match[0], line)

    def _map(self, node: Map, depth: int) -> Map:
        while self._more("}", first=not node.entries):
            line = self._here()
            if self.text[self.at : self.at + 1] != '"':
                raise self._wrong("a key is missing; put it in double quotes, or remove the comma")
            key = Leaf(self._string(), line)
            self._skip()
            if self.text[self.at : self.at + 1] != ":":
                raise self._wrong("a colon is missing after a key; add it")
            self.at += 1
            self._skip()
            node.entries.append((key, self._value(depth + 1)))
        return node

    def _list(self, node: Seq, depth: int) -> Seq:
        while self._more("]", first=not node.items):
            node.items.append(self._value(depth + 1))
        return node

    def _more(self, end: str, first: bool) -> bool:
        """Step over what opens or parts a collection; False at its end."""
        if first:
            self.at += 1
        self._skip()
        sign = self.text[self.at : self.at + 1]
        if sign == end:
            self.at += 1
            return False
        if not first:
            if sign != ",":
                what = "ends too early; the file is cut off" if not sign else "a comma is missing"
                raise self._wrong(f"{what}, or a bracket is not closed; fix it")
            self.at += 1
            self._skip()
        return True

    def _string(self) -> str:
        try:
            value, self.at = _STRINGS.raw_decode(self.text, self.at)
        except JSONDecodeError as error:
            self.at = min(error.pos, len(self.text))
            raise self._wrong(f"{error.msg.lower()}; close the quote or fix the escape") from error
        if not isinstance(value, str) or re.search("[\ud800-\udfff]", value):
            raise self._wrong("half of a character is written (\\ud800 to \\udfff); remove it")
        return value

    def _skip(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _here(self) -> int:
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = max(self._counted, self.at)
        return self._line

    def _wrong(self, what: str) -> UnreadableError:
        line = self.text.count("\n", 0, self.at) + 1
        return UnreadableError(self.file, line, f"is not valid JSON: {what}")


def _too_deep() -> str:
    return f"is nested more than {MAX_DEPTH} deep; a ladder needs only a few levels"
