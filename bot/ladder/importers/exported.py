"""Reads our own export to JSON back into the very ladder that it was made of.

Nothing is guessed here: the file is checked as strictly as a ladder's own files, and every problem
is told with the line of the export on which it stands.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.ladder import build
from bot.ladder.documents import Document, Location, Place
from bot.ladder.files import (
    CardFile,
    EntryFile,
    FamilyFile,
    GuideFile,
    SectionFile,
    TrackFile,
)
from bot.ladder.findings import Shape, checked, unknown_key
from bot.ladder.folder import GUIDE_FILE, LADDER_FILE
from bot.ladder.importers.export_shape import FamilyExport, LadderExport
from bot.ladder.importers.found import UnreadableError
from bot.ladder.importers.source_text import decode, read_bytes
from bot.ladder.importers.tree import Leaf, Map, Node, Seq, parse_json
from bot.ladder.model import (
    Card,
    Dimension,
    Family,
    Ladder,
    LadderError,
    Level,
    Problem,
    Section,
)

MAX_BYTES = 200_000_000
"""An export is one file however large the ladder is, and can't be split."""

_LADDER: Shape[LadderExport] = Shape(LadderExport)
_CARD: Shape[CardFile] = Shape(CardFile)
_SECTION: Shape[list[EntryFile]] = Shape(SectionFile)

_OURS = frozenset({"tracks", "families", "default_family", "dimensions", "sections", "name"})
_FEW_MISSING = 1
_CARD_KEYS = ("summary", "meaning", "titles", "pay", "status", "source")
"""Keys that each card of an export has, beside `level` and `title`."""


@dataclass(frozen=True)
class ExportDocument(Document):
    """A JSON text. Its places have lines; each column is 1."""

    @cached_property
    def places(self) -> dict[Location, tuple[Place, Place]]:
        """Where each value stands, worked out when the first problem is told."""
        places: dict[Location, tuple[Place, Place]] = {}
        for document in parse_json(self.file, self.text, bounded=False):
            places.update(_places(document, ()))
        return places


@dataclass(frozen=True, slots=True)
class Exported:
    """A ladder as an export tells it, and the export itself."""

    ladder: Ladder
    """Its version is empty where the export tells none."""
    document: ExportDocument = field(repr=False)
    unplaced: tuple[str, ...] = ()
    """What the export says beside the ladder, as lines of the report."""

    def problem(self, location: Location, message: str) -> Problem:
        """A problem of a value; for an entry of a list, its id or code may stand for its index."""
        return self.document.problem(_indexed(self.document.value, location), message)

    def line(self, location: Location) -> int:
        """The line of a value, found in the same way."""
        return self.problem(location, "").line


def read_export(path: Path) -> Exported | None:
    """The ladder that `levelbot export --format json` wrote; None for any other file.

    Raises UnreadableError where the file can't be read at all, and LadderError with every problem
    of an export that was changed so that it is no sound ladder any more.
    """
    text = decode(str(path), read_bytes(path, MAX_BYTES))
    value, repeated = _parsed(text)
    if not _is_export(value):
        return None
    document = ExportDocument(str(path), value, text)
    try:
        if repeated:
            tree = parse_json(str(path), text, bounded=False)
            keys = [key for node in tree for key in _repeated(node)]
            raise LadderError([_repeats(str(path), key) for key in keys])
        return Exported(ladder_of(document), document)
    except RecursionError:
        raise UnreadableError(str(path), 1, "is nested too deeply for a ladder") from None


def ladder_of(document: ExportDocument) -> Ladder:
    """The ladder that an export's data tells; raises LadderError with every problem of it."""
    return _Reader(document).ladder()


def _parsed(text: str) -> tuple[object, bool]:
    """The value, and whether a key is repeated; None for what is no JSON."""
    repeated = False

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeated
        made = dict(pairs)
        repeated = repeated or len(made) < len(pairs)
        return made

    try:
        return json.loads(text, object_pairs_hook=mapping), repeated
    except (ValueError, RecursionError):
        return None, False  # the reader of any JSON tells where it is broken


def _is_export(value: object) -> bool:
    """Whether this is our own form: one key may be missing, so that it can be told."""
    if not isinstance(value, dict) or len(_OURS - value.keys()) > _FEW_MISSING:
        return False
    lists = [value.get(key, []) for key in ("tracks", "families")]
    if not all(isinstance(each, list) for each in lists):
        return False
    families = lists[1]
    return not families or any(isinstance(each, dict) and "cards" in each for each in families)


def _raw(value: Any, at: Location) -> Any:
    for part in at:
        value = value[part]
    return value


def _repeats(file: str, key: Leaf) -> Problem:
    return Problem(file, key.line, 1, f"repeats the key {key.text!r}; keep one of them")


def _repeated(node: Node) -> Iterator[Leaf]:
    if isinstance(node, Seq):
        for item in node.items:
            yield from _repeated(item)
    elif isinstance(node, Map):
        seen: set[str] = set()
        for key, value in node.entries:
            if key.text in seen:
                yield key
            seen.add(key.text)
            yield from _repeated(value)


def _places(node: Node, at: Location) -> Iterator[tuple[Location, tuple[Place, Place]]]:
    yield at, ((node.line, 1), (node.line, 1))
    if isinstance(node, Seq):
        for index, item in enumerate(node.items):
            yield from _places(item, (*at, index))
    elif isinstance(node, Map):
        for key, value in node.entries:
            yield from _places(value, (*at, key.text))


def _indexed(value: object, location: Location) -> Location:
    """`location` with the index of a list's entry where it has the entry's id, code or level."""
    made: Location = ()
    for part in location:
        key = part
        if isinstance(value, list) and isinstance(part, str):
            names = [_name(entry) for entry in value]
            key = names.index(part) if part in names else len(names)
        made = (*made, key)
        try:
            value = value[key]  # type: ignore[index] # whatever can't be is caught
        except (LookupError, TypeError):
            value = None
    return made


def _name(entry: object) -> object:
    """What the ladder's files have as a key or a file's name for an entry of an export's list."""
    if not isinstance(entry, dict):
        return None
    return next((entry[key] for key in ("id", "code", "level") if key in entry), None)


def _without_nulls(value: object) -> Any:
    """A copy without the keys whose value is null: that is how an export says "not told"."""
    if isinstance(value, dict):
        return {key: _without_nulls(part) for key, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_without_nulls(part) for part in value]
    return value


class _Reader:
    """Makes the ladder; goes on after a mistake, so that all of them are told at once."""

    def __init__(self, document: ExportDocument) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.builder = build.CardBuilder()

    def ladder(self) -> Ladder:
        problems = self.problems
        data = checked(self.document, _without_nulls(self.document.value), _LADDER, problems)
        if data is None or problems:
            raise LadderError(problems)
        sections = [section.id for section in data.sections]
        self._names(data)
        self._lacking(data, sections)
        tracks = build.tracks(
            {
                track.id: TrackFile.model_construct(
                    name=track.name,
                    who=track.who,
                    levels={level.code: level for level in track.levels},
                )
                for track in data.tracks
            }
        )
        levels = {level.code: level for track in tracks.values() for level in track.levels}
        families = {
            family.id: self._family(("families", index), family, levels, sections)
            for index, family in enumerate(data.families)
        }
        if problems:
            raise LadderError(sorted(problems, key=lambda problem: problem.line))
        return Ladder(
            name=data.name,
            owner=data.owner,
            version=data.version or "",
            default_family=data.default_family,
            dimensions=build.named(Dimension, {each.id: each for each in data.dimensions}),
            sections=build.named(Section, {each.id: each for each in data.sections}),
            tracks=tracks,
            families=MappingProxyType(dict(sorted(families.items()))),
            guide=build.guide(GuideFile.model_construct(questions=data.guide), data.owner),
            rules=build.rules(data),
        )

    def _names(self, data: LadderExport) -> None:
        """Ids and codes that stand twice, or can't be what the ladder's files need them for."""
        for key in ("dimensions", "sections", "tracks", "families"):
            named = [each.id for each in getattr(data, key)]
            self._twice(((key, index, "id"), id_) for index, id_ in enumerate(named))
        self._twice(
            (("tracks", index, "levels", place, "code"), level.code)
            for index, track in enumerate(data.tracks)
            for place, level in enumerate(track.levels)
        )
        for index, section in enumerate(data.sections):
            if section.id in CardFile.model_fields:
                message = f"is a key of every card: {section.id}; give the section another id"
                self._tell(("sections", index, "id"), message)
        for index, family in enumerate(data.families):
            if not _is_folder_name(family.id):
                message = f"can't be the name of a folder: {family.id!r}; use letters and hyphens"
                self._tell(("families", index, "id"), message)

    def _twice(self, names: Iterable[tuple[Location, str]]) -> None:
        seen: set[str] = set()
        for location, name in names:
            if name in seen:
                self._tell(location, f"stands here twice: {name!r}; keep one of them")
            seen.add(name)

    def _tell(self, location: Location, message: str) -> None:
        self.problems.append(self.document.problem(location, message))

    def _family(
        self,
        at: Location,
        data: FamilyExport,
        levels: Mapping[str, Level],
        sections: Sequence[str],
    ) -> Family:
        cards: dict[str, Card] = {}
        for index, raw in enumerate(data.cards):
            here = (*at, "cards", index)
            card = self._card(here, data.id, raw, levels, sections)
            if card is not None and card.level.code in cards:
                message = f"is a second card for {card.level.code}; keep one"
                self._tell((*here, "level"), message)
            elif card is not None:
                cards[card.level.code] = card
        ordered = {code: cards[code] for code in levels if code in cards}
        file = FamilyFile.model_construct(**{k: getattr(data, k) for k in FamilyFile.model_fields})
        return build.family(data.id, file, ordered)

    def _card(
        self,
        at: Location,
        family_id: str,
        raw: dict[str, Any],
        levels: Mapping[str, Level],
        sections: Sequence[str],
    ) -> Card | None:
        known = [*CardFile.model_fields, *sections]
        for key in raw.keys() - set(known):
            self._tell((*at, key), unknown_key(key, known))
        fixed = {key: part for key, part in raw.items() if key in CardFile.model_fields}
        data = checked(self.document, fixed, _CARD, self.problems, at)
        told = {
            id_: checked(self.document, raw[id_], _SECTION, self.problems, (*at, id_)) or []
            for id_ in sections
            if id_ in raw and id_ not in CardFile.model_fields
        }
        if data is None:
            return None
        level = levels.get(data.level)
        if level is None:
            codes = ", ".join(levels)
            message = f"names a level that no track has: {data.level!r}; the levels are {codes}"
            self._tell((*at, "level"), message)
            return None
        self._silenced(at, level)
        return self.builder.card(family_id, level, data, told)

    def _silenced(self, at: Location, level: Level) -> None:
        """A card can say something else than its level, but not nothing at all."""
        meaning = _raw(self.document.value, at).get("meaning") or {}
        told = {"summary": level.meaning.summary, **level.meaning.dimensions}
        for key, inherited in told.items():
            if inherited and meaning.get(key) is None:
                message = (
                    f"says nothing of {key}, but {level.code} tells it for every family; "
                    "write the words of one of them"
                )
                self._tell((*at, "meaning", key), message)

    def _lacking(self, data: LadderExport, sections: Sequence[str]) -> None:
        """Keys that an export always has, be it with null: without one, something was cut out."""
        self._require((), ("default_family",))
        for index, track in enumerate(data.tracks):
            for place, _ in enumerate(track.levels):
                self._require(("tracks", index, "levels", place), ("meaning",))
        for index, family in enumerate(data.families):
            self._require(("families", index), ("aliases", "soc"))
            for place, _ in enumerate(family.cards):
                self._require(("families", index, "cards", place), (*_CARD_KEYS, *sections))

    def _require(self, at: Location, keys: Iterable[str]) -> None:
        there = _raw(self.document.value, at)
        for key in keys:
            if key not in there:
                self._tell(at, f"has no `{key}:`; add it, with null if there is nothing to tell")


def _is_folder_name(id_: str) -> bool:
    taken = id_.casefold() in (LADDER_FILE, GUIDE_FILE)
    return Path(id_).name == id_ and not id_.startswith(".") and "\0" not in id_ and not taken
