"""From a folder of YAML files to a `Ladder`. Every problem found is told, not only the first."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from rapidfuzz import process

from bot.ladder.documents import Document, Location, read_document
from bot.ladder.files import (
    CardFile,
    EntryFile,
    FamilyFile,
    GroupFile,
    LadderFile,
    LevelFile,
    StatementFile,
    TrackFile,
    YearsFile,
)
from bot.ladder.model import (
    Card,
    Dimension,
    Entry,
    Family,
    Group,
    Ladder,
    LadderError,
    Level,
    Meaning,
    Problem,
    Section,
    Statement,
    Track,
)
from bot.ladder.version import ladder_version

YEARS = "typical_experience"
"""The dimension that holds years; the only one whose value is a range."""

_Model = TypeVar("_Model", bound=BaseModel)
_ENTRIES: TypeAdapter[list[EntryFile]] = TypeAdapter(list[EntryFile])


def load_ladder(
    root: Path, *, before: Ladder | None = None, unchanged: frozenset[str] = frozenset()
) -> Ladder:
    """The ladder in `root`; raises LadderError with every problem found.

    A reload gives the ladder `before` and the ids of the families whose files are the same: they
    are taken over unread, unless what they are checked against (levels, dimensions, sections) is
    another.
    """
    if not root.is_dir():
        raise LadderError(
            [Problem(str(root), 1, 1, "is not a folder; set LEVEL_DATA to the ladder's folder")]
        )
    problems: list[Problem] = []
    ladder_file = _read(root / "ladder.yaml", root, LadderFile, problems)
    if ladder_file is None:
        raise LadderError(problems)
    document, data = ladder_file
    reader = _Reader(root, data, problems)
    reader.check_ladder(document)
    known = reader.still_sound(before, unchanged)
    families = {
        folder.name: family
        for folder in sorted(root.iterdir())
        if folder.is_dir() and not folder.name.startswith(".")
        if (family := known.get(folder.name) or reader.family(folder)) is not None
    }
    if families and data.default_family and data.default_family not in families:
        folders = ", ".join(families)
        message = (
            f"names a family that has no folder: {data.default_family!r}; "
            f"the families are {folders}"
        )
        problems.append(document.problem(("default_family",), message))
    if not families:
        problems.append(
            document.problem((), "has no family beside it; add a folder with a family.yaml")
        )
    if problems:
        raise LadderError(problems)
    return Ladder(
        name=data.name,
        owner=data.owner,
        version=data.version or ladder_version(root),
        default_family=data.default_family,
        dimensions=MappingProxyType(
            {k: Dimension(k, v.name, v.also) for k, v in data.dimensions.items()}
        ),
        sections=MappingProxyType(
            {k: Section(k, v.name, v.also) for k, v in data.sections.items()}
        ),
        tracks=MappingProxyType(reader.tracks),
        families=MappingProxyType(families),
    )


def _read(
    path: Path, root: Path, model: type[_Model], problems: list[Problem]
) -> tuple[Document, _Model] | None:
    """A file's content as `model`, or None with what is wrong added to `problems`."""
    document = _document(path, root, problems)
    if document is None:
        return None
    data = _checked(document, document.value, model, problems)
    return None if data is None else (document, data)


def _document(path: Path, root: Path, problems: list[Problem]) -> Document | None:
    try:
        return read_document(path, root)
    except LadderError as error:
        problems.extend(error.problems)
        return None


def _checked(
    document: Document, value: object, model: type[_Model], problems: list[Problem]
) -> _Model | None:
    if not isinstance(value, dict):
        problems.append(
            document.problem(
                (), "is not a mapping of keys to values; start with `name:` or `level:`"
            )
        )
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problems.extend(_problems(document, error, model))
        return None


def _problems(
    document: Document, error: ValidationError, model: type[BaseModel], base: Location = ()
) -> list[Problem]:
    """pydantic's findings in our words, each at its place; one for each place."""
    found: dict[Location, Problem] = {}
    for detail in error.errors(include_url=False, include_input=False, include_context=False):
        location = _in_document(document, (*base, *detail["loc"]))
        found.setdefault(
            location, document.problem(location, _words(detail["type"], detail, model))
        )
    return list(found.values())


def _in_document(document: Document, location: Location) -> Location:
    """`location` without the names that pydantic adds for the members of a union."""
    kept: Location = ()
    for index, part in enumerate(location):
        if (*kept, part) in document.places or index == len(location) - 1:
            kept = (*kept, part)
    return kept


def _words(kind: str, detail: Any, model: type[BaseModel]) -> str:
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "missing":
        return f"has no `{key}:`; add it"
    if kind == "extra_forbidden":
        return unknown_key(key, list(model.model_fields))
    if kind == "string_type":
        return "is not text; put it in quotes"
    if kind == "string_too_short":
        return "is empty; write something or remove the key"
    return f"is wrong: {detail['msg'][0].lower()}{detail['msg'][1:]}; correct it"


def unknown_key(key: str, known: list[str]) -> str:
    """Words for a key that nothing reads, with the nearest one that is read."""
    near = process.extractOne(key, known, score_cutoff=60)
    advice = f"did you mean `{near[0]}:`?" if near else f"known keys are {', '.join(known)}"
    return f"has the unknown key `{key}:`; {advice}"


class _Reader:
    """Reads families and cards against the levels, dimensions and sections of one ladder file."""

    def __init__(self, root: Path, data: LadderFile, problems: list[Problem]) -> None:
        self.root = root
        self.problems = problems
        self.dimensions = data.dimensions
        self.sections = data.sections
        self.tracks = {track_id: _track(track_id, track) for track_id, track in data.tracks.items()}
        self.levels = {
            level.code: level for track in self.tracks.values() for level in track.levels
        }
        self._data = data

    def check_ladder(self, document: Document) -> None:
        """What a single key can't show: codes used twice, meanings of no dimension."""
        seen: dict[str, str] = {}
        for track_id, track in self._data.tracks.items():
            for code, level in track.levels.items():
                at: Location = ("tracks", track_id, "levels", code)
                squashed = "".join(filter(str.isalnum, code)).casefold()
                if squashed in seen:
                    message = (
                        f"is the same code as {seen[squashed]}; give each level a code of its own"
                    )
                    self.problems.append(document.problem(at, message))
                seen[squashed] = code
                self._check_meaning(document, (*at, "meaning"), level.meaning)

    def still_sound(self, before: Ladder | None, unchanged: frozenset[str]) -> dict[str, Family]:
        """The families of `before` among `unchanged`, if they would be read the same again."""
        if (
            before is None
            or before.tracks != self.tracks
            or list(before.dimensions) != list(self.dimensions)
            or list(before.sections) != list(self.sections)
        ):
            return {}
        return {id_: family for id_, family in before.families.items() if id_ in unchanged}

    def family(self, folder: Path) -> Family | None:
        """The family in `folder`; None when something in its own file is wrong."""
        read = _read(folder / "family.yaml", self.root, FamilyFile, self.problems)
        cards: dict[str, Card] = {}
        places: dict[str, Path] = {}
        for path in sorted(folder.glob("*.yaml")):
            # Emacs marks an open P2.yaml with a link that leads nowhere, .#P2.yaml.
            if path.name == "family.yaml" or path.name.startswith("."):
                continue
            card = self._card(path, folder.name)
            if card is None:
                continue
            code = card.level.code
            if code in cards:
                message = f"is a second card for {code}, beside {places[code].name}; keep one"
                self.problems.append(Problem(str(path), 1, 1, message))
            cards[code], places[code] = card, path
        if read is None:
            return None
        data = read[1]
        ordered = {code: cards[code] for code in self.levels if code in cards}
        return Family(
            id=folder.name,
            name=data.name,
            aliases=data.aliases,
            stems=data.stems,
            soc=data.soc.soc() if data.soc else None,
            cards=MappingProxyType(ordered),
        )

    def _card(self, path: Path, family_id: str) -> Card | None:
        document = _document(path, self.root, self.problems)
        if document is None:
            return None
        data = _checked(document, self._fixed_part(document), CardFile, self.problems)
        sections = self._sections(document)
        if data is None:
            return None
        level = self.levels.get(data.level)
        if level is None:
            known_codes = ", ".join(self.levels)
            message = (
                f"names a level that no track has: {data.level!r}; the levels are {known_codes}"
            )
            self.problems.append(document.problem(("level",), message))
            return None
        self._check_meaning(document, ("meaning",), data.meaning)
        return Card(
            family_id=family_id,
            level=level,
            title=data.title,
            summary=data.summary,
            meaning=_meaning(data.meaning, level.meaning),
            sections=MappingProxyType(sections),
            titles=data.titles,
            pay=data.pay.pay() if data.pay else None,
            status=data.status,
            source=data.source,
        )

    def _fixed_part(self, document: Document) -> object:
        """The card without its sections; unknown keys are told here, since sections count too."""
        value = document.value
        if not isinstance(value, dict):
            return value
        known = [*CardFile.model_fields, *self.sections]
        for key in value.keys() - set(known):
            self.problems.append(document.problem((key,), unknown_key(key, known)))
        return {key: part for key, part in value.items() if key in CardFile.model_fields}

    def _sections(self, document: Document) -> dict[str, tuple[Entry, ...]]:
        value = document.value if isinstance(document.value, dict) else {}
        sections: dict[str, tuple[Entry, ...]] = {}
        for section_id in self.sections:
            if section_id not in value:
                continue
            try:
                entries = _ENTRIES.validate_python(value[section_id], strict=True)
            except ValidationError as error:
                self.problems.extend(_problems(document, error, GroupFile, (section_id,)))
                continue
            sections[section_id] = tuple(map(_entry, entries))
        return sections

    def _check_meaning(
        self, document: Document, at: Location, meaning: Mapping[str, str | YearsFile]
    ) -> None:
        known = ["summary", *self.dimensions]
        for key, value in meaning.items():
            if key not in known:
                self.problems.append(document.problem((*at, key), unknown_key(key, known)))
            elif isinstance(value, YearsFile) != (key == YEARS):
                message = (
                    "is a range of years"
                    if isinstance(value, YearsFile)
                    else "is not a range of years"
                )
                advice = f"only `{YEARS}:` has `min_years`, `max_years` and `text`"
                self.problems.append(document.problem((*at, key), f"{message}; {advice}"))


def _entry(entry: EntryFile) -> Entry:
    if isinstance(entry, GroupFile):
        return Group(entry.group, tuple(map(_statement, entry.items)))
    return _statement(entry)


def _statement(statement: str | StatementFile) -> Statement:
    if isinstance(statement, str):
        return Statement(statement)
    return Statement(statement.text, statement.examples)


def _track(track_id: str, data: TrackFile) -> Track:
    levels = tuple(_level(code, track_id, level) for code, level in data.levels.items())
    return Track(track_id, data.name, data.who, levels)


def _level(code: str, track_id: str, data: LevelFile) -> Level:
    meaning = _meaning(data.meaning, Meaning())
    return Level(code, data.name, track_id, meaning, data.grades, data.words, data.titles)


def _meaning(own: Mapping[str, str | YearsFile], inherited: Meaning) -> Meaning:
    """A meaning's own words over those that it inherits."""
    summary, years = inherited.summary, inherited.years
    dimensions = dict(inherited.dimensions)
    for key, value in own.items():
        if isinstance(value, YearsFile):
            years = value.years()
            dimensions[key] = years.text
        elif key == "summary":
            summary = value
        else:
            dimensions[key] = value
    return Meaning(summary, MappingProxyType(dimensions), years)
