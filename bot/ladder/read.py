"""Reads a ladder's files one after another, checks the form of each, and goes on after a mistake.

What is wrong is collected, and what is left is handed on, so that one broken file or line does not
hide the problems of the rest.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.ladder import build
from bot.ladder.documents import Document, Location, read_document
from bot.ladder.files import (
    YEARS,
    CardFile,
    EntryFile,
    FamilyFile,
    GuideFile,
    LadderFile,
    Phrase,
    SectionFile,
    YearsFile,
)
from bot.ladder.findings import UNREADABLE, Shape, checked, unknown_key
from bot.ladder.folder import FAMILY_FILE, GUIDE_FILE, LADDER_FILE, FamilyFolder, list_folder
from bot.ladder.model import Card, LadderError, Level, Meaning, Problem, Track

_LADDER: Shape[LadderFile] = Shape(LadderFile)
_FAMILY: Shape[FamilyFile] = Shape(FamilyFile)
_CARD: Shape[CardFile] = Shape(CardFile)
_SECTION: Shape[list[EntryFile]] = Shape(SectionFile)
_GUIDE: Shape[GuideFile] = Shape(GuideFile)


@dataclass(frozen=True, slots=True)
class ReadCard:
    """A card and the document that it was read from."""

    document: Document
    card: Card
    data: CardFile
    level_known: bool
    """False when its level is missing or no track has it; `card.level` says nothing then."""

    @property
    def titles(self) -> Iterator[tuple[Location, str]]:
        """Each title of the card with its place in the document, `title` first."""
        if self.card.title != UNREADABLE:
            yield ("title",), self.card.title
        for index, title in enumerate(self.card.titles):
            if title != UNREADABLE:
                yield ("titles", index), title


@dataclass(frozen=True, slots=True)
class ReadFamily:
    """A family's folder as it was read. `document` and `data` are None when its file was not."""

    id: str
    document: Document | None
    data: FamilyFile | None
    cards: tuple[ReadCard, ...]
    """In the order of their files' names."""
    complete: bool
    """False when one of its cards, or its level, could not be read."""


@dataclass(frozen=True, slots=True)
class ReadGuide:
    """The guide and the document that it was read from."""

    document: Document
    data: GuideFile


class LadderReader:
    """Reads `ladder.yaml` at once, and the rest when it is asked for."""

    def __init__(self, root: Path) -> None:
        self.folder = list_folder(root)
        self.problems: list[Problem] = list(self.folder.problems)
        """What is wrong, as far as the files have been read."""
        self.document: Document | None = None
        self.data: LadderFile | None = None
        if self.folder.has_ladder_file:
            self.document = self._document(root / LADDER_FILE, "name")
        if self.document:
            self.data = checked(self.document, self.document.value, _LADDER, self.problems)
        self.tracks: Mapping[str, Track] = build.tracks(self.data.tracks) if self.data else {}
        self.levels: dict[str, Level] = {
            level.code: level for track in self.tracks.values() for level in track.levels
        }
        self._levels_known, self._sections_known = self._known()
        self._builder = build.CardBuilder()
        if self.document and self.data:
            self._check_levels(self.document, self.data)

    def _known(self) -> tuple[bool, bool]:
        """Whether levels and sections could be read: else cards can't be checked against them."""
        value = self.document.value if self.document else None
        if self.data is None or not isinstance(value, dict):
            return False, False
        tracks = value.get("tracks")
        levels = isinstance(tracks, dict) and all(
            isinstance(track, dict) and isinstance(track.get("levels"), dict)
            for track in tracks.values()
        )
        return levels, isinstance(value.get("sections"), dict)

    def families(self, *, known: frozenset[str] = frozenset()) -> Iterator[ReadFamily]:
        """Each family, read when it is its turn, so that one family's files are held at a time.

        Those whose ids are `known` already are left out.
        """
        for folder in self.folder.families:
            if folder.path.name not in known:
                yield self._family(folder)

    def guide(self) -> ReadGuide | None:
        """The guide; None when there is none, or nothing of it can be read."""
        if not self.folder.has_guide:
            return None
        document = self._document(self.folder.root / GUIDE_FILE, "questions", listed=True)
        if document is None:
            return None
        value = document.value
        if isinstance(value, list):  # the list of questions alone says as much
            value = {"questions": value}
        data = checked(document, value, _GUIDE, self.problems)
        return ReadGuide(document, data) if data else None

    def _document(self, path: Path, first_key: str, *, listed: bool = False) -> Document | None:
        """A file that holds a mapping (or, with `listed`, a list); None when it does not."""
        try:
            document = read_document(path)
        except LadderError as error:
            self.problems.extend(error.problems)
            return None
        self.problems.extend(document.problems)
        if isinstance(document.value, dict) or (listed and isinstance(document.value, list)):
            return document
        message = f"is not a mapping of keys to values; start with `{first_key}:`"
        self.problems.append(document.problem((), message))
        return None

    def _family(self, folder: FamilyFolder) -> ReadFamily:
        document = data = None
        if folder.has_family_file:
            document = self._document(folder.path / FAMILY_FILE, "name")
        if document:
            data = checked(document, document.value, _FAMILY, self.problems)
        tried = [self._card(path, folder.path.name) for path in folder.cards]
        cards = tuple(filter(None, tried))
        complete = len(cards) == len(tried) and all(card.level_known for card in cards)
        return ReadFamily(folder.path.name, document, data, cards, complete)

    def _card(self, path: Path, family_id: str) -> ReadCard | None:
        document = self._document(path, "level")
        if document is None:
            return None
        data = checked(document, self._fixed_part(document), _CARD, self.problems)
        sections = self._sections(document)
        if data is None:
            return None
        level = self.levels.get(data.level)
        if level is None and self._levels_known and data.level != UNREADABLE:
            codes = ", ".join(self.levels)
            message = f"names a level that no track has: {data.level!r}; the levels are {codes}"
            self.problems.append(document.problem(("level",), message))
        self._check_meaning(document, ("meaning",), data.meaning)
        known = level or Level(data.level, "", "", Meaning())
        card = self._builder.card(family_id, known, data, sections)
        return ReadCard(document, card, data, level is not None)

    def _fixed_part(self, document: Document) -> object:
        """The card without its sections; unknown keys are told here, since sections count too."""
        value = document.value
        assert isinstance(value, dict)  # noqa: S101 - _document lets nothing else through
        known = [*CardFile.model_fields, *(self.data.sections if self.data else ())]
        if self._sections_known:
            for key in value.keys() - set(known):
                if not document.told((key,)):
                    message = unknown_key(key, known)
                    self.problems.append(document.problem((key,), message, key=True))
        return {key: part for key, part in value.items() if key in CardFile.model_fields}

    def _sections(self, document: Document) -> dict[str, list[EntryFile]]:
        value = document.value if isinstance(document.value, dict) else {}
        sections: dict[str, list[EntryFile]] = {}
        for section_id in self.data.sections if self.data else ():
            if section_id in value and section_id not in CardFile.model_fields:
                at = (section_id,)
                entries = checked(document, value[section_id], _SECTION, self.problems, at)
                sections[section_id] = entries or []
        return sections

    def _check_levels(self, document: Document, data: LadderFile) -> None:
        """What a single key can't show: codes used twice, meanings of no dimension."""
        for section_id in data.sections.keys() & CardFile.model_fields.keys():
            message = f"is a key of every card: {section_id}; give the section another id"
            self.problems.append(document.problem(("sections", section_id), message, key=True))
        if "summary" in data.dimensions:
            message = "is a key of every meaning: summary; give the dimension another id"
            self.problems.append(document.problem(("dimensions", "summary"), message, key=True))
        seen: dict[str, str] = {}
        for track_id, track in data.tracks.items():
            for code, level in track.levels.items():
                at: Location = ("tracks", track_id, "levels", code)
                squashed = "".join(filter(str.isalnum, code)).casefold()
                if squashed in seen:
                    message = (
                        f"is the same code as {seen[squashed]}; give each level a code of its own"
                    )
                    self.problems.append(document.problem(at, message, key=True))
                seen[squashed] = code
                self._check_meaning(document, (*at, "meaning"), level.meaning)

    def _check_meaning(
        self, document: Document, at: Location, meaning: Mapping[str, Phrase]
    ) -> None:
        known = ["summary", *(self.data.dimensions if self.data else ())]
        for key, value in meaning.items():
            place = (*at, key)
            if key not in known:
                if self.data and not document.told(place):
                    message = unknown_key(key, known)
                    self.problems.append(document.problem(place, message, key=True))
            elif isinstance(value, YearsFile) != (key == YEARS) and value != UNREADABLE:
                message = (
                    "is a range of years"
                    if isinstance(value, YearsFile)
                    else "is not a range of years"
                )
                advice = f"only `{YEARS}:` has `min_years`, `max_years` and `text`"
                self.problems.append(document.problem(place, f"{message}; {advice}"))
