"""Which named parts of the sources are dimensions of the ladder, and which are sections."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.ladder.files import CardFile
from bot.ladder.importers.found import FoundCard, FoundPart, FoundStatement, Piece
from bot.ladder.importers.levels import slug
from bot.ladder.importers.plain import speaks_of_years, years_of
from bot.ladder.importers.vocabulary import (
    DIMENSION_OF,
    DIMENSIONS,
    SECTION_OF,
    SECTIONS,
    fold,
)
from bot.ladder.load import YEARS
from bot.ladder.model import Dimension, Ladder, Section, Years

_RESERVED = {*CardFile.model_fields, "text", "examples", "group", "items"}


@dataclass(slots=True)
class Parts:
    """The dimensions and sections of a ladder, and where each name of the sources belongs."""

    dimensions: dict[str, Dimension] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    of_name: dict[str, Dimension | Section] = field(default_factory=dict)
    """Folded name to its part; a name without one has no place in an existing ladder."""


def phrase_of(part: FoundPart) -> Piece | None:
    """The one phrase or statement that a part says; None when it says more."""
    if part.phrase is not None:
        return part.phrase
    if len(part.entries) == 1:
        entry = part.entries[0]
        if isinstance(entry, FoundStatement) and not entry.examples:
            return entry.text
    return None


def stated_years(card: FoundCard) -> Years | None:
    """The years of experience that a line of the card states plainly, if only one line does."""
    texts = [piece.text for piece in [*card.summary, *card.meaning_summary]]
    for part in card.parts:
        for entry in part.entries:
            items = [entry] if isinstance(entry, FoundStatement) else entry.items
            texts += [item.text.text for item in items]
        texts += [part.phrase.text] if part.phrase else []
    stated = [years for text in texts if (years := years_of(text, labeled=False))]
    if not stated:  # "5+ years" alone under the level's heading can speak of nothing else
        first = card.summary[0].text if card.summary else ""
        alone = years_of(first, labeled=speaks_of_years(first))
        stated = [alone] if alone else []
    return stated[0] if len({(y.min_years, y.max_years) for y in stated}) == 1 else None


def new_parts(cards: Sequence[FoundCard]) -> Parts:
    """Dimensions and sections for a new ladder, in the order and by the names of the sources."""
    names: dict[str, str] = {}
    said: defaultdict[str, list[FoundPart]] = defaultdict(list)
    for card in cards:
        for part in card.parts:
            key = fold(part.name.text)
            names.setdefault(key, plain_name(part.name))
            said[key].append(part)
    parts = Parts()
    taken: dict[str, str] = {}
    clashes = _clashes(cards)
    for key, every in said.items():
        dimension = _is_dimension(key, every)
        known = (DIMENSION_OF if dimension else SECTION_OF).get(key)
        if key in clashes:
            known = None
        if known and known in (parts.sections if dimension else parts.dimensions):
            known = None  # the same id is of the other kind already
        if known and (known in parts.dimensions or known in parts.sections):
            _also(parts, known, key, names[key])
            continue
        part_id = known or _free_id(names[key], taken)
        taken[part_id] = key
        also = tuple(
            name
            for name in ({**DIMENSIONS, **SECTIONS}[known] if known else ())
            if fold(name) not in said
        )
        if dimension:
            parts.of_name[key] = parts.dimensions[part_id] = Dimension(part_id, names[key], also)
        else:
            parts.of_name[key] = parts.sections[part_id] = Section(part_id, names[key], also)
    if YEARS not in parts.dimensions and any(map(stated_years, cards)):
        parts.dimensions[YEARS] = Dimension(YEARS, DIMENSIONS[YEARS][0])
    return parts


def existing_parts(ladder: Ladder, cards: Sequence[FoundCard]) -> Parts:
    """Where the sources' names belong in a ladder that already exists, which is not changed."""
    parts = Parts(dict(ladder.dimensions), dict(ladder.sections))
    dimensions = {
        fold(name): each
        for each in ladder.dimensions.values()
        for name in (each.id, each.name, *each.also)
    }
    sections = {
        fold(name): each
        for each in ladder.sections.values()
        for name in (each.id, each.name, *each.also)
    }
    said: defaultdict[str, list[FoundPart]] = defaultdict(list)
    for card in cards:
        for part in card.parts:
            said[fold(part.name.text)].append(part)
    for key, every in said.items():
        dimension = dimensions.get(key) or ladder.dimensions.get(DIMENSION_OF.get(key, ""))
        section = sections.get(key) or ladder.sections.get(SECTION_OF.get(key, ""))
        if dimension is not None and (section is None or _fits(dimension.id, every)):
            parts.of_name[key] = dimension
        elif section is not None:
            parts.of_name[key] = section
    return parts


def plain_name(piece: Piece) -> str:
    """A part's name as it stood, less the colon behind it."""
    return piece.text.strip().rstrip(":").strip() or piece.text


def _is_dimension(key: str, every: Sequence[FoundPart]) -> bool:
    """Whether a part is a dimension: by its name alone, since a short text may be a statement."""
    known = DIMENSION_OF.get(key)
    return known is not None and _fits(known, every)


def _fits(dimension_id: str, every: Sequence[FoundPart]) -> bool:
    """Whether each part says one phrase only, and a plain one where it must be years."""
    phrases = [phrase_of(part) for part in every]
    if dimension_id != YEARS:
        return all(phrase is not None for phrase in phrases)
    return all(phrase is not None and years_of(phrase.text, labeled=True) for phrase in phrases)


def _clashes(cards: Sequence[FoundCard]) -> set[str]:
    """Names that would share an id with another name of the same card: they keep their own."""
    clashes: set[str] = set()
    for card in cards:
        keys = dict.fromkeys(fold(part.name.text) for part in card.parts)
        ids = Counter(DIMENSION_OF.get(key) or SECTION_OF.get(key) for key in keys)
        for key in keys:
            part_id = DIMENSION_OF.get(key) or SECTION_OF.get(key)
            if part_id and ids[part_id] > 1:
                main = fold({**DIMENSIONS, **SECTIONS}[part_id][0])
                if key != main:
                    clashes.add(key)
    return clashes


def _also(parts: Parts, part_id: str, key: str, name: str) -> None:
    """One more name of the sources for a part that has one already."""
    if part_id in parts.dimensions:
        old = parts.dimensions[part_id]
        parts.dimensions[part_id] = Dimension(old.id, old.name, (*old.also, name))
        new: Dimension | Section = parts.dimensions[part_id]
    else:
        section = parts.sections[part_id]
        parts.sections[part_id] = Section(section.id, section.name, (*section.also, name))
        new = parts.sections[part_id]
    for other, part in parts.of_name.items():
        if part.id == part_id:
            parts.of_name[other] = new
    parts.of_name[key] = new


def _free_id(name: str, taken: dict[str, str]) -> str:
    base = slug(name).replace("-", "_") or "section"
    every = {*taken, *_RESERVED}
    part_id, count = base, 2
    while part_id in every:
        part_id, count = f"{base}_{count}", count + 1
    return part_id
