"""What a test may ask of what a reader found."""

from collections.abc import Iterator

from bot.ladder.importers.found import (
    Found,
    FoundCard,
    FoundGroup,
    FoundPart,
    FoundStatement,
    Piece,
)

Content = dict[str, object]


def level_texts(found: Found) -> dict[str, Content]:
    """Each level with its parts: a phrase, or its statements, groups as mappings of their own."""
    return {card.level.text: parts(card) for card in found.cards}


def parts(card: FoundCard) -> Content:
    """A card's parts by name."""
    return {
        part.name.text: part.phrase.text if part.phrase else [_entry(e) for e in part.entries]
        for part in card.parts
    }


def _entry(entry: FoundStatement | FoundGroup) -> object:
    if isinstance(entry, FoundGroup):
        return {entry.name.text: [_entry(item) for item in entry.items]}
    if entry.examples:
        return (entry.text.text, [piece.text for piece in entry.examples])
    return entry.text.text


def pieces(found: Found) -> Iterator[Piece]:
    """Every piece that was placed or told as not placed."""
    if found.title is not None:
        yield found.title
    for card in found.cards:
        yield from placed(card)
    for unplaced in found.unplaced:
        yield unplaced.piece


def placed(card: FoundCard) -> Iterator[Piece]:
    """Every piece of a card."""
    for single in (card.level, card.family, card.track, card.title, card.soc):
        if single is not None:
            yield single
    for several in (card.summary, card.meaning_summary, card.titles, card.pay):
        yield from several
    for part in card.parts:
        yield part.name
        if part.phrase:
            yield part.phrase
        for entry in part.entries:
            if isinstance(entry, FoundGroup):
                yield entry.name
            for statement in entry.items if isinstance(entry, FoundGroup) else [entry]:
                yield statement.text
                yield from statement.examples


def part_letters(part: FoundPart) -> str:
    """The letters of all that stands in a part, in its order, names of groups too."""
    if part.phrase:
        return letters(part.phrase.text)
    said = ""
    for entry in part.entries:
        if isinstance(entry, FoundGroup):
            said += letters(entry.name.text)
        for statement in entry.items if isinstance(entry, FoundGroup) else [entry]:
            said += letters(statement.text.text)
            said += "".join(letters(example.text) for example in statement.examples)
    return said


def unplaced_texts(found: Found) -> list[str]:
    """The texts that were told as not placed."""
    return [unplaced.piece.text for unplaced in found.unplaced]


def letters(text: str) -> str:
    """Only letters and digits: what must not be lost when lists are parted."""
    return "".join(filter(str.isalnum, text))


def assert_all_there(found: Found, texts: Iterator[str]) -> None:
    """Every text stands in a piece, or in the pieces that a list was parted into."""
    every = [letters(piece.text) for piece in pieces(found)]
    whole = set(every)
    joined = "\n".join(every)
    for text in texts:
        wanted = letters(text)
        if wanted in whole or wanted in joined:
            continue
        lines = [letters(line) for line in text.replace("\r", "\n").splitlines()]
        parted = [letters(item) for item in text.split(";")]
        assert all(line in joined for line in lines) or all(item in joined for item in parted), (
            f"{text!r} is lost"
        )
