"""One YAML file as plain values, with the place of every key and value at hand for problems."""

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn, cast

import yaml
from yaml.reader import Reader, ReaderError

from bot.ladder.model import LadderError, Problem

MAX_BYTES = 1_000_000
"""A file over 1 MB is refused (contract: "a file over 1 MB")."""

MAX_DEPTH = 16
"""Lists and mappings within each other. A ladder needs half of it; the parser's stack holds it."""

Location = tuple[str | int, ...]
"""Path of keys and indexes to a value."""
Place = tuple[int, int]
"""Line and column, both from 1."""

try:
    _Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = yaml.CSafeLoader
except AttributeError:  # PyYAML built without libyaml: slower, the same result
    _Loader = yaml.SafeLoader

_TYPED_STARTS = frozenset(_Loader.yaml_implicit_resolvers)
"""First characters of plain scalars that YAML may take for something other than text."""


_PLAIN_NUMBER = re.compile(
    r"[-+]?(?:0|[1-9][0-9_]*)?(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|.*(?:inf|nan)", re.I
)
_HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True)
class Document:
    """A file's value (plain dicts, lists and scalars) and where each part of it stands."""

    file: str
    value: object
    text: str = field(repr=False)
    problems: tuple[Problem, ...] = ()
    """What must not be in a file, such as aliases and repeated keys; the rest could be read."""

    @cached_property
    def places(self) -> dict[Location, tuple[Place, Place]]:
        """Where each value stands: its key (its own start where it has none), and the value.

        Worked out only when asked for: nearly every file is sound, and reading it is the hot path.
        """
        places: dict[Location, tuple[Place, Place]] = {}
        _parse(self.file, self.text, places)
        return places

    def place(self, location: Location, *, key: bool = False) -> Place:
        """The place of the value at `location` or, with `key`, of its key.

        A value that is not there has the place of its nearest parent's key.
        """
        if location not in self.places:
            key = True
        while location and location not in self.places:
            location = location[:-1]
        return self.places.get(location, ((1, 1), (1, 1)))[not key]

    def location(self, place: Place) -> Location:
        """What stands at `place`, a key or a value; () when nothing starts there.

        A mapping starts where its first key does: the key is meant.
        """
        found = [at for at, here in self.places.items() if place in here]
        return found[-1] if found else ()

    def told(self, location: Location) -> bool:
        """Whether `problems` tells of the value at `location`, or of its key, already."""
        places = (self.place(location), self.place(location, key=True)) if self.problems else ()
        return any((problem.line, problem.column) in places for problem in self.problems)

    def problem(
        self, location: Location, message: str, *, key: bool = False, warning: bool = False
    ) -> Problem:
        """A problem of the value at `location` or, with `key`, of its key or all that it names."""
        return Problem(self.file, *self.place(location, key=key), message, warning)


def read_document(path: Path) -> Document:
    """Read one file of a ladder.

    Raises LadderError when the file can't be read, is too large, is not UTF-8 or is not YAML.
    Aliases and repeated keys are the document's `problems`.
    """
    file = str(path)
    text, hidden = _without_hidden_breaks(file, _decoded(file, _bytes(path)))
    value, problems = _parse(file, text, None)
    return Document(file, value, text, (*hidden, *problems))


def plain_value(text: str) -> object:
    """The plain value of YAML that was loaded or written by us before; raises yaml.YAMLError.

    By the same parser as the loader's: PyYAML's own one in Python refuses some files that
    libyaml reads.
    """
    value: object = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    return value


def _bytes(path: Path) -> bytes:
    file = str(path)
    try:
        with open(path, "rb", buffering=0, opener=_open_at_once) as source:
            status = os.fstat(source.fileno())
            if not stat.S_ISREG(status.st_mode):
                _refuse(file, "can't be read (it is a device or a pipe); put a plain file here")
            data = bytearray()
            while len(data) <= MAX_BYTES and (part := source.read(MAX_BYTES + 1)):
                data += part
    except IsADirectoryError:
        _refuse(file, "can't be read (it is a folder); rename the folder or remove it")
    except FileNotFoundError:
        _refuse(file, "can't be read (no such file); add the file")
    except OSError as error:
        _refuse(file, f"can't be read ({error.strerror}); check the file and its permissions")
    if len(data) > MAX_BYTES:
        size = max(status.st_size, len(data))
        message = f"has {size:,} bytes, more than {MAX_BYTES:,}; split it into smaller files"
        _refuse(file, message)
    return bytes(data)


def _open_at_once(path: str, flags: int) -> int:
    # A named pipe would make open() wait for somebody who writes.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _decoded(file: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        before = data[line_start : error.start].decode("utf-8-sig", "replace")
        place = (data.count(b"\n", 0, error.start) + 1, len(before) + 1)
        _refuse(file, "is not UTF-8 here; save the file with the encoding UTF-8", place)


def _without_hidden_breaks(file: str, text: str) -> tuple[str, list[Problem]]:
    """The text with spaces for line breaks that only YAML takes for some, and their problems.

    They come with text that is pasted, no editor shows them, and they would shift every place.
    """
    problems = []
    for match in _HIDDEN_BREAK.finditer(text):
        at = match.start()
        place = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        message = f"holds U+{ord(match[0]):04X}, a line break that editors hide; remove it"
        problems.append(Problem(file, *place, message))
    return _HIDDEN_BREAK.sub(" ", text) if problems else text, problems


def _parse(
    file: str, text: str, places: dict[Location, tuple[Place, Place]] | None
) -> tuple[object, list[Problem]]:
    """The value of a YAML text and its problems; fills `places` unless it is None.

    Raises LadderError when nothing can be made of the text.
    """
    try:
        loader = _Loader(text)
        try:
            builder = _Builder(file, loader, places)
            value = builder.document()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = error.problem or error.context or "something is out of place"
        sign = text[mark.index : mark.index + 1] if mark else ""
        _refuse(file, f"is not valid YAML: {what}; {_advice(what, sign)}", place)
    except ReaderError:
        match = Reader.NON_PRINTABLE.search(text)
        at = match.start() if match else 0
        place = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        sign = f"U+{ord(text[at]):04X}" if match else "a control character"
        _refuse(file, f"is not valid YAML: it holds {sign}; remove the character", place)
    return value, builder.problems


def _advice(what: str, sign: str) -> str:
    if sign == "\t":
        return "indent with spaces, not with a tab"
    if "cannot start any token" in what:
        return f"put a text that starts with {sign} in quotes"
    if "mapping values are not allowed" in what:
        return "put a text with a colon in quotes, and check indentation"
    return "check indentation and quotes"


class _Builder:
    """Makes plain values of the parser's events. A method takes an event and eats what it opens.

    Events and not nodes: no recursion in C that a hostile file could send over the stack, no
    alias is ever followed, and it takes half the time.
    """

    def __init__(
        self,
        file: str,
        loader: Any,  # its stubs leave out what is needed here
        places: dict[Location, tuple[Place, Place]] | None,
    ) -> None:
        self.file = file
        self.loader = loader
        self.places = places
        self.problems: list[Problem] = []
        self._next = cast(Callable[[], yaml.Event], loader.get_event)

    def document(self) -> object:
        self._next()  # the stream's start
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        start = self._next()
        value = self._value(start, (), 0, start)
        self._next()  # the document's end
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            self._refuse(event, "is not valid YAML: a second document starts; keep one")
        return value

    def _value(self, event: yaml.Event, at: Location, depth: int, named: yaml.Event) -> object:
        """The value that starts with `event`; `named` is its key, or itself where it has none."""
        if self.places is not None:
            # Nothing after the colon or the dash: there is no value to point at.
            empty = isinstance(event, yaml.ScalarEvent) and event.implicit[0] and not event.value
            self.places[at] = _place(named), _place(named if empty else event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "uses a YAML alias (*name); write the text out instead")
            return None
        tag = cast(yaml.CollectionStartEvent, event).tag
        if tag is not None:
            self._refuse(event, f"can't be read: it has the YAML tag {tag}; remove the tag")
        if depth == MAX_DEPTH:
            self._give_up(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(at, depth + 1)
        return self._mapping(at, depth + 1)

    def _sequence(self, at: Location, depth: int) -> list[object]:
        sequence: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            sequence.append(self._value(event, (*at, len(sequence)), depth, event))
        return sequence

    def _mapping(self, at: Location, depth: int) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                if isinstance(event, yaml.AliasEvent):
                    self._refuse(event, "uses a YAML alias (*name); write the text out instead")
                else:
                    self._refuse(event, "is a list or a mapping used as a key; use a word")
                    self._skip(event)
                self._skip(self._next())
                continue
            key = event.value
            if key in mapping:
                self._refuse(event, f"repeats the key {key!r}; keep one of them")
                self._skip(self._next())
                continue
            mapping[key] = self._value(self._next(), (*at, key), depth, event)
        return mapping

    def _skip(self, event: yaml.Event) -> None:
        """Eat what `event` opens; nothing of it is kept."""
        opened = 0
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                opened += 1
                if opened > MAX_DEPTH:
                    self._give_up(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                opened -= 1
            if not opened:
                return
            event = self._next()

    def _scalar(self, event: yaml.ScalarEvent) -> object:
        text: str = event.value
        if event.tag is not None:
            if event.tag not in ("!", "tag:yaml.org,2002:str"):
                message = f"can't be read: it has the YAML tag {event.tag}; remove the tag"
                self._refuse(event, message)
            return text
        if not event.implicit[0] or text[:1] not in _TYPED_STARTS:
            return text
        tag = self.loader.resolve(yaml.ScalarNode, text, event.implicit)
        try:
            value: object = self.loader.construct_object(yaml.ScalarNode(tag, text), deep=True)
        except (ValueError, OverflowError, yaml.YAMLError) as error:  # such as the date 2026-13-45
            why = error.problem if isinstance(error, yaml.MarkedYAMLError) else error
            if tag.endswith(":int"):
                why = "too long a number"
            self._refuse(event, f"can't be read ({why}); put it in quotes if it is text")
            return text
        if type(value) in (int, float) and not _PLAIN_NUMBER.fullmatch(text):
            # YAML reads 050000 as 20480 and 1:30 as 90, which nobody means.
            what = "is a number that YAML reads in its own way; write plain digits"
            self._refuse(event, f"{what}, or put it in quotes if it is text")
            return text
        return value

    def _give_up(self, event: yaml.Event) -> NoReturn:
        # libyaml takes time with the square of the depth: a file of braces would keep it for hours.
        self._refuse(event, "is nested too deeply; a ladder needs only a few levels of indentation")
        raise LadderError(self.problems)

    def _refuse(self, event: yaml.Event, message: str) -> None:
        self.problems.append(Problem(self.file, *_place(event), message))


def _place(event: yaml.Event) -> Place:
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


def _refuse(file: str, message: str, place: Place = (1, 1)) -> NoReturn:
    # From None: the parser's own words are already in the message.
    raise LadderError([Problem(file, *place, message)]) from None
