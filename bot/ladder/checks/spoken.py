"""Texts that everybody may read and that name a family or a level which is hidden from most."""

import re
from collections.abc import Iterator
from typing import Any

from bot.ladder.documents import Document, Location, read_document
from bot.ladder.folder import FAMILY_FILE
from bot.ladder.model import LadderError, Problem
from bot.ladder.read import LadderReader, ReadFamily


class HiddenNames:
    """The names of what `hidden:` hides: codes and names of levels, names of families."""

    def __init__(self, reader: LadderReader) -> None:
        rules = reader.data.hidden if reader.data else ()
        self._levels = {level for rule in rules for level in rule.levels}
        self._families = {family for rule in rules for family in rule.families}
        levels = [reader.levels[code] for code in self._levels if code in reader.levels]
        # A level's name of one word, such as Senior, is in many a text that does not mean it.
        names = [level.name for level in levels if " " in level.name]
        names += [level.code for level in levels]
        names += [each for family in self._families for each in _names_of(family, reader)]
        longest_first = sorted({each for each in names if each}, key=len, reverse=True)
        either = "|".join(map(re.escape, longest_first))
        self._named = re.compile(rf"(?<!\w)(?:{either})(?!\w)") if longest_first else None

    def in_family(self, family: ReadFamily) -> Iterator[Problem]:
        """Warnings of the texts of a family and its cards that are not hidden themselves."""
        if self._named is None or family.id in self._families:
            return
        if family.document:
            yield from self._in(family.document, family.document.value)
        for card in family.cards:
            if not self._levels & {card.card.level.code, card.card.ref}:
                yield from self._in(card.document, card.document.value)

    def in_guide(self, document: Document) -> Iterator[Problem]:
        """Warnings of the guide's texts."""
        if self._named is not None:
            yield from self._in(document, document.value)

    def in_levels(self, document: Document) -> Iterator[Problem]:
        """Warnings of what `ladder.yaml` says of the levels that are not hidden."""
        tracks = document.value.get("tracks") if isinstance(document.value, dict) else None
        if self._named is None or not isinstance(tracks, dict):
            return
        for track_id, track in tracks.items():
            levels = track.get("levels") if isinstance(track, dict) else None
            for code, level in levels.items() if isinstance(levels, dict) else ():
                if code not in self._levels:
                    yield from self._in(document, level, ("tracks", track_id, "levels", code))

    def _in(self, document: Document, value: object, at: Location = ()) -> Iterator[Problem]:
        assert self._named  # noqa: S101 - the callers looked
        for location, text in _texts(value, at):
            if found := self._named.search(text):
                message = f"names {found[0]!r}, which is hidden; everybody reads it here"
                yield document.problem(location, message, warning=True)


def _names_of(family_id: str, reader: LadderReader) -> Iterator[str]:
    """The name and the other names of a family; none where they can't be read."""
    try:
        value: Any = read_document(reader.folder.root / family_id / FAMILY_FILE).value
    except LadderError:
        return  # told when it is its turn
    if isinstance(value, dict):
        yield from (text for key in ("name", "aliases") for _, text in _texts(value.get(key), ()))


def _texts(value: object, at: Location) -> Iterator[tuple[Location, str]]:
    """Every text in a value, and where it stands."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*at, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*at, index))
