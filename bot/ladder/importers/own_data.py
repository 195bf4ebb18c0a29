"""A ladder gathered from one of our own exports that is no JSON, as the data of one that is.

The tables and pages that `levelbot export` writes are read back as strictly as its JSON, so that
the same ladder comes of all of them, as far as each format can say it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.ladder.documents import Location
from bot.ladder.importers.exported import ExportDocument, Exported, ladder_of
from bot.ladder.importers.levels import slug
from bot.ladder.importers.plain import years_of
from bot.ladder.importers.vocabulary import (
    DIMENSION_OF,
    DIMENSIONS,
    SECTION_OF,
    SECTIONS,
    fold,
)
from bot.ladder.load import YEARS
from bot.ladder.model import Problem

Home = tuple[str, int]
"""A file and a line of it."""


@dataclass(frozen=True)
class GatheredDocument(ExportDocument):
    """Data of several places: each value has the file and the line that it was read from."""

    homes: Mapping[Location, Home] = field(default_factory=dict)

    def problem(
        self,
        location: Location,
        message: str,
        *,
        key: bool = False,  # noqa: ARG002 - a home is a line, which a key and its value share
        warning: bool = False,
    ) -> Problem:
        """A problem at `location`, or at its nearest parent that has a home."""
        while location and location not in self.homes:
            location = location[:-1]
        file, line = self.homes.get(location, (self.file, 1))
        return Problem(file, line, 1, message, warning)


@dataclass(slots=True)
class Gathered:
    """What was read so far: the data in the form of `ladder.json`, and where each part stood."""

    file: str
    value: dict[str, Any]
    homes: dict[Location, Home] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)
    """Lines of the report."""

    def tell(self, home: Home, text: str, why: str) -> None:
        """Note a text that has no place in the ladder."""
        self.unplaced.append(f"{home[0]}:{home[1]}: not placed: {text} ({why})")

    def exported(self) -> Exported:
        """The ladder; raises LadderError with every problem of what was changed in the export."""
        document = GatheredDocument(self.file, self.value, "", homes=self.homes)
        return Exported(ladder_of(document), document, tuple(self.unplaced))


def nothing_told(name: str) -> dict[str, Any]:
    """A ladder without anything in it."""
    return {
        "name": name,
        "owner": None,
        "version": None,
        "default_family": None,
        "dimensions": [],
        "sections": [],
        "tracks": [],
        "families": [],
        "guide": [],
    }


def empty_card(code: str, sections: Sequence[str]) -> dict[str, Any]:
    """A card that says nothing but its level yet."""
    return {
        "level": code,
        "title": None,
        "summary": None,
        "meaning": {},
        **{section: [] for section in sections},
        "titles": [],
        "pay": None,
        "status": "draft",
        "source": None,
        "owner": None,
        "version": None,
    }


def declared(names: Sequence[str], *, dimensions: bool) -> dict[str, str]:
    """Names of dimensions or sections to their ids, where the export does not tell the ids."""
    known = DIMENSION_OF if dimensions else SECTION_OF
    ids: dict[str, str] = {}
    for name in names:
        base = known.get(fold(name)) or slug(name).replace("-", "_") or "part"
        id_, count = base, 2
        while id_ in ids.values():
            id_, count = f"{base}_{count}", count + 1
        ids[name] = id_
    return ids


def other_names(id_: str, name: str) -> list[str]:
    """What people call a part that ladders have in common, beside its own name."""
    return [each for each in {**DIMENSIONS, **SECTIONS}.get(id_, ()) if fold(each) != fold(name)]


def years_data(text: str) -> dict[str, Any] | None:
    """A plain range of years as the data of an export; None for any other text."""
    years = years_of(text, labeled=True)
    if years is None:
        return None
    return {"min_years": years.min_years, "max_years": years.max_years, "text": text}


def set_meaning(meaning: dict[str, Any], id_: str, text: str) -> bool:
    """Put a dimension's phrase into a meaning; False where it must be years and is not."""
    if id_ != YEARS:
        meaning[id_] = text
        return True
    data = years_data(text)
    if data is not None:
        meaning[id_] = data
    return data is not None
