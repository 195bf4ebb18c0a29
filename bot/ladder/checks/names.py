"""Names that a ladder declares: claimed by two families, or never used."""

from collections.abc import Iterator

from bot.ladder.checks.sound import same_words
from bot.ladder.documents import Document, Location
from bot.ladder.files import FamilyFile
from bot.ladder.findings import UNREADABLE
from bot.ladder.model import Problem
from bot.ladder.read import LadderReader, ReadFamily


class Names:
    """Remembers, family by family, which names are taken and which declared parts are used."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._sections: set[str] = set()
        self._levels: set[str] = set()
        self._complete = True

    def shared(self, family: ReadFamily) -> Iterator[Problem]:
        """Names of `family` that an earlier family has too."""
        self._complete = self._complete and family.complete
        for card in family.cards:
            self._levels.add(card.card.level.code)
            self._sections.update(key for key, entries in card.card.sections.items() if entries)
        if family.document is None or family.data is None:
            return
        for at, name in _names(family.data):
            owner = self._owners.setdefault(same_words(name), family.id)
            if name != UNREADABLE and owner != family.id:
                message = f"is a name of the family {owner} too: {name!r}; keep it with one of them"
                yield family.document.problem(at, message, warning=True)

    def unused(self, reader: LadderReader) -> Iterator[Problem]:
        """Sections and levels of `ladder.yaml` that no card has; ask once all cards are read.

        Yields nothing when a card could not be read, since it may have them.
        """
        if not self._complete:
            return
        if reader.document is None or reader.data is None:
            return
        yield from _unused_sections(reader.document, set(reader.data.sections) - self._sections)
        for level in reader.levels.values():
            if level.code not in self._levels:
                at: Location = ("tracks", level.track_id, "levels", level.code)
                message = f"is a level that no family has a card for: {level.code}; write one"
                yield reader.document.problem(at, message, key=True, warning=True)


def without_cards(family: ReadFamily) -> Iterator[Problem]:
    """A family that has no card."""
    if family.document and not family.cards:
        message = "has no cards beside it; add one file for each level, such as P1.yaml"
        yield family.document.problem((), message, warning=True)


def _unused_sections(document: Document, unused: set[str]) -> Iterator[Problem]:
    for section_id in unused:
        message = f"declares a section that no card has: {section_id}; use it or remove it"
        yield document.problem(("sections", section_id), message, key=True, warning=True)


def _names(data: FamilyFile) -> Iterator[tuple[Location, str]]:
    yield ("name",), data.name
    for key, names in (("aliases", data.aliases), ("stems", data.stems)):
        for index, name in enumerate(names):
            yield (key, index), name
