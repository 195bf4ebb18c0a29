"""The lines of cards and of the guide: written twice, too few, or none."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from statistics import median

from bot.ladder.checks.sound import same_words
from bot.ladder.documents import Document, Location
from bot.ladder.findings import UNREADABLE
from bot.ladder.model import Card, Group, Problem, Statement, Track
from bot.ladder.read import ReadCard, ReadFamily, ReadGuide

_THIN = 0.5
"""A card with less than this part of its neighbors' lines is much thinner than they are."""
_STOPS = " .,;:!…"
"""Signs at the end of a line that make it no other line."""
_NEIGHBORS = 2
"""Cards looked at on either side, so that two thin cards in a row don't hide each other."""


def repeated_lines(card: ReadCard) -> Iterator[Problem]:
    """Lines that stand twice in one list of a card."""
    titles = ((("titles", index), title) for index, title in enumerate(card.card.titles))
    yield from _repeated(card.document, titles)
    for section_id, entries in card.card.sections.items():
        statements = []
        for index, entry in enumerate(entries):
            at: Location = (section_id, index)
            if isinstance(entry, Statement):
                statements.append((_text_place(card.document, at), entry.text))
                continue
            items = (
                (_text_place(card.document, (*at, "items", place)), item.text)
                for place, item in enumerate(entry.items)
            )
            yield from _repeated(card.document, items)
        yield from _repeated(card.document, statements)


def _text_place(document: Document, at: Location) -> Location:
    return (*at, "text") if (*at, "text") in document.places else at


def _same_line(line: str) -> str:
    return " ".join(line.casefold().split()).rstrip(_STOPS)


def _repeated(document: Document, lines: Iterable[tuple[Location, str]]) -> Iterator[Problem]:
    seen: dict[str, Location] = {}
    for at, line in lines:
        key = _same_line(line)
        if line != UNREADABLE and key in seen:
            first, _ = document.place(seen[key])
            message = f"repeats line {first}: {line!r}; keep one of them"
            yield document.problem(at, message)
        seen.setdefault(key, at)


def repeated_questions(guide: ReadGuide) -> Iterator[Problem]:
    """Questions that the guide answers twice."""
    seen: dict[str, Location] = {}
    document = guide.document
    for index, entry in enumerate(guide.data.questions):
        at: Location = ("questions", index)
        asked = [((*at, "question"), entry.question)]
        asked += [
            ((*at, "also_asked", number), question)
            for number, question in enumerate(entry.also_asked)
        ]
        for place, question in asked:
            key = same_words(question)
            if question != UNREADABLE and key in seen:
                first, _ = document.place(seen[key])
                message = f"is asked in line {first} too: {question!r}; keep one of them"
                yield document.problem(place, message)
            seen.setdefault(key, place)


def without_titles(card: ReadCard) -> Iterator[Problem]:
    """A card that lists no titles."""
    if not card.card.titles and card.level_known:
        listed = ("titles",) in card.document.places
        at = ("titles",) if listed else ("level",)
        message = f"lists no titles for {card.card.level.code}; write them under `titles:`"
        yield card.document.problem(at, message, key=not listed, warning=True)


def misnamed(card: ReadCard) -> Iterator[Problem]:
    """A card whose file is named after something other than its level."""
    code, name = card.card.level.code, PurePath(card.document.file)
    if card.level_known and same_words(name.stem) != same_words(code):
        message = f"is {code} in a file named {name.name}; name the file after its level"
        yield card.document.problem(("level",), message, warning=True)


def thin_cards(family: ReadFamily, tracks: Mapping[str, Track]) -> Iterator[Problem]:
    """Cards that say much less than the cards around them on their track."""
    by_code = {card.card.level.code: card for card in family.cards if card.level_known}
    for track in tracks.values():
        cards = [by_code[level.code] for level in track.levels if level.code in by_code]
        counts = [_line_count(card.card) for card in cards]
        for index, (card, count) in enumerate(zip(cards, counts, strict=True)):
            near = slice(max(index - _NEIGHBORS, 0), index + _NEIGHBORS + 1)
            around = counts[near.start : index] + counts[index + 1 : near.stop]
            usual = median(around) if around else 0
            if count < usual * _THIN:
                lines = "line" if count == 1 else "lines"
                message = (
                    f"has {count} {lines} where the cards around it have about {usual:g}; "
                    "tell as much of this level"
                )
                yield card.document.problem(("level",), message, key=True, warning=True)


def _line_count(card: Card) -> int:
    return sum(
        len(entry.items) if isinstance(entry, Group) else 1
        for entries in card.sections.values()
        for entry in entries
    )
