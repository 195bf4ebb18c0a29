"""One YAML file, read with the place of every key and value, so that problems have a place."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.ladder.model import LadderError, Problem

MAX_BYTES = 1_000_000
"""A file over 1 MB is refused (contract: "a file over 1 MB")."""

Location = tuple[str | int, ...]

try:
    _Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = yaml.CSafeLoader
except AttributeError:  # PyYAML built without libyaml: slower, the same result
    _Loader = yaml.SafeLoader


@dataclass(frozen=True, slots=True)
class Document:
    """A file's value (plain dicts, lists and scalars) and where each part of it stands."""

    file: str
    value: object
    places: dict[Location, tuple[int, int]] = field(repr=False)
    """Path of keys and indexes to (line, column), both from 1; a key's place stands for it."""

    def problem(self, location: Location, message: str) -> Problem:
        """A problem at `location`, or at its nearest parent that has a place."""
        while location and location not in self.places:
            location = location[:-1]
        line, column = self.places.get(location, (1, 1))
        return Problem(self.file, line, column, message)


def read_document(path: Path, root: Path) -> Document:
    """Read one file of the ladder under `root`.

    Raises LadderError when the file leaves the folder, is too large, is not UTF-8, is not YAML,
    uses an alias, or repeats a key.
    """
    file = str(path)

    def refuse(message: str, line: int = 1, column: int = 1) -> LadderError:
        return LadderError([Problem(file, line, column, message)])

    if not path.resolve().is_relative_to(root.resolve()):
        raise refuse(f"links to a file outside of {root}; put the file itself here")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refuse(
            f"can't be read ({error.strerror}); check the file and its permissions"
        ) from error
    if len(data) > MAX_BYTES:
        raise refuse(
            f"has {len(data):,} bytes, more than {MAX_BYTES:,}; split it into smaller files"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        message = "is not UTF-8 here; save the file with the encoding UTF-8"
        raise refuse(message, before.count(b"\n") + 1, column) from error
    try:
        return _parse(file, text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise refuse(
            f"is not valid YAML: {error.problem}; check indentation and quotes", *place
        ) from error
    except yaml.YAMLError as error:
        raise refuse(f"is not valid YAML: {error}; remove the character") from error
    except RecursionError as error:
        raise refuse(
            "is nested too deeply; a ladder needs only a few levels of indentation"
        ) from error


def _parse(file: str, text: str) -> Document:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return Document(file, None, {})
        builder = _Builder(file, loader)
        value = builder.build(node, ())
    finally:
        loader.dispose()
    if builder.problems:
        raise LadderError(builder.problems)
    return Document(file, value, builder.places)


class _Builder:
    """Turns nodes into plain values and notes the place of each."""

    def __init__(self, file: str, loader: yaml.SafeLoader | yaml.CSafeLoader) -> None:
        self.file = file
        self.loader = loader
        self.places: dict[Location, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, at: Location) -> object:
        place = _place(node)
        self.places.setdefault(at, place)
        if id(node) in self._seen:  # the composer hands out one node again for each alias
            here = self.places[at]
            self._refuse(here, "uses a YAML alias (*name); write the text out instead")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*at, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        try:
            value: object = self.loader.construct_object(node, deep=True)
        except (ValueError, yaml.YAMLError) as error:  # such as the date 2026-13-45
            self._refuse(place, f"can't be read ({error}); put it in quotes if it is text")
            return None
        return value

    def _mapping(self, node: yaml.MappingNode, at: Location) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(_place(key_node), "is a list or a mapping used as a key; use a word")
                continue
            key = str(key_node.value)
            if key in mapping:
                self._refuse(_place(key_node), f"repeats the key {key!r}; keep one of them")
                continue
            self.places[(*at, key)] = _place(key_node)
            mapping[key] = self.build(value_node, (*at, key))
        return mapping

    def _refuse(self, place: tuple[int, int], message: str) -> None:
        self.problems.append(Problem(self.file, *place, message))


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
