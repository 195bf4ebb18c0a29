"""One card of level data from what was found of it, with a ledger of what was placed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.ladder.importers.families import FamilyOf
from bot.ladder.importers.found import (
    FoundCard,
    FoundGroup,
    FoundPart,
    FoundStatement,
    Note,
    Piece,
    Unplaced,
)
from bot.ladder.importers.levels import is_role, is_rung_title
from bot.ladder.importers.parts import Parts, phrase_of, plain_name, stated_years
from bot.ladder.importers.plain import pay_of, years_of
from bot.ladder.importers.rungs import name_of
from bot.ladder.importers.vocabulary import fold
from bot.ladder.load import YEARS
from bot.ladder.model import (
    Card,
    Dimension,
    Entry,
    Group,
    Level,
    Meaning,
    Pay,
    Statement,
    Years,
)


class Ledger:
    """Which pieces are placed or told; by identity, since equal texts may stand twice."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._known: dict[int, Piece] = {}

    def place(self, piece: Piece) -> str:
        """Note that the text went into the ladder, and return it."""
        if id(piece) not in self._known:
            self._known[id(piece)] = piece
            self.pieces.append(piece)
        return piece.text.strip()

    def done(self, *pieces: Piece) -> None:
        """Note that the texts are told, or need no telling."""
        self._known |= {id(piece): piece for piece in pieces}

    def knows(self, piece: Piece) -> bool:
        """Whether the piece was placed or told."""
        return id(piece) in self._known


@dataclass(slots=True)
class Slot:
    """A card of the result while it is made: where it goes, and what was read for it."""

    family: FamilyOf
    code: str
    cards: list[FoundCard]
    """All that the sources say of this level of this family; the first has the word."""
    source: str
    title: Piece | None = None
    summary: str | None = None
    meaning: Meaning = field(default_factory=Meaning)
    sections: dict[str, list[Entry]] = field(default_factory=dict)
    titles: list[Piece] = field(default_factory=list)
    pay: Pay | None = None


class CardBuilder:
    """Reads slots one after the other, then makes their cards, so that titles stay apart."""

    def __init__(
        self, parts: Parts, ledger: Ledger, unplaced: list[Unplaced], notes: list[Note]
    ) -> None:
        self.parts = parts
        self.ledger = ledger
        self.unplaced = unplaced
        self.notes = notes

    def read(self, slot: Slot) -> None:
        """Fill the slot with all that its cards say, but for titles."""
        first, *others = slot.cards
        self._texts(slot, first)
        meaning = _Meaning(_joined(self.ledger, first.meaning_summary))
        for part in first.parts:
            self._part(slot, part, meaning)
        for other in others:
            self._second(slot, first, other, meaning)
        years = meaning.years or stated_years(first)
        if years is not None and YEARS in self.parts.dimensions:
            meaning.dimensions[YEARS] = years.text
        else:
            years = None
        slot.meaning = Meaning(meaning.summary, MappingProxyType(meaning.dimensions), years)

    def _texts(self, slot: Slot, card: FoundCard) -> None:
        slot.title = card.title
        slot.summary = _joined(self.ledger, card.summary)
        slot.titles = list(card.titles)
        if card.pay:
            slot.pay = pay_of("; ".join(map(self.ledger.place, card.pay)))

    def _second(self, slot: Slot, first: FoundCard, other: FoundCard, meaning: "_Meaning") -> None:
        """One more source for the same card: the same again is fine, new parts are added."""
        known = {fold(part.name.text): part for part in first.parts}
        for part in other.parts:
            same = known.get(fold(part.name.text))
            if same is None:
                self._part(slot, part, meaning)
            elif _texts_of(same) == _texts_of(part):
                self.ledger.done(*_pieces(part))
        singles = (
            ([first.level], [other.level]),
            ([first.title] if first.title else [], [other.title] if other.title else []),
            (first.summary, other.summary),
            (first.meaning_summary, other.meaning_summary),
            (first.titles, other.titles),
            (first.pay, other.pay),
        )
        for mine, theirs in singles:
            if [piece.text for piece in mine] == [piece.text for piece in theirs]:
                self.ledger.done(*theirs)
        if slot.title is None:
            slot.title = other.title
        if slot.summary is None:
            slot.summary = _joined(self.ledger, other.summary)
        if meaning.summary is None:
            meaning.summary = _joined(self.ledger, other.meaning_summary)
        if slot.pay is None and other.pay:
            slot.pay = pay_of("; ".join(map(self.ledger.place, other.pay)))
        if not slot.titles:
            slot.titles = list(other.titles)
        self._tell(other, f"a second card for {slot.family.id}/{slot.code} says something else")

    def _tell(self, card: FoundCard, why: str) -> None:
        for part in card.parts:
            for piece in _pieces(part):
                if not self.ledger.knows(piece):
                    self.ledger.done(piece)
                    self.unplaced.append(Unplaced(piece, why))

    def _part(self, slot: Slot, part: FoundPart, meaning: "_Meaning") -> None:
        home = self.parts.of_name.get(fold(part.name.text))
        if home is None:
            why = (
                f"the ladder has no section or dimension {plain_name(part.name)!r}; "
                "add it to ladder.yaml, or import into another folder with --out"
            )
            self._refuse(part, why)
        elif not part.entries and part.phrase is None:
            self._refuse(part, "a heading with nothing under it")
        elif isinstance(home, Dimension):
            self._dimension(part, home, meaning)
        else:
            self.ledger.place(part.name)
            entries = slot.sections.setdefault(home.id, [])
            entries.extend(
                self._entries(part, {e.text for e in entries if isinstance(e, Statement)})
            )

    def _dimension(self, part: FoundPart, home: Dimension, meaning: "_Meaning") -> None:
        phrase = phrase_of(part)
        if phrase is None:
            why = f"the ladder has {home.name} as a dimension, which is one phrase"
            self._refuse(part, why)
            return
        if home.id in meaning.dimensions:
            self._refuse(part, f"the card has {home.name} already")
            return
        if home.id == YEARS:
            years = years_of(phrase.text, labeled=True)
            if years is None:
                self._refuse(part, "is no plain range of years, such as 3–5 years")
                return
            meaning.years = years
        self.ledger.place(part.name)
        meaning.dimensions[home.id] = self.ledger.place(phrase)

    def _refuse(self, part: FoundPart, why: str) -> None:
        for piece in _pieces(part):
            if not self.ledger.knows(piece):
                self.ledger.done(piece)
                self.unplaced.append(Unplaced(piece, why))

    def _entries(self, part: FoundPart, seen: set[str]) -> list[Entry]:
        entries: list[Entry] = []
        found: list[FoundStatement | FoundGroup] = list(part.entries)
        if part.phrase is not None:
            found.insert(0, FoundStatement(part.phrase))
        for entry in found:
            if isinstance(entry, FoundStatement):
                entries.extend(self._statement(entry, seen))
                continue
            within: set[str] = set()
            items = [made for item in entry.items for made in self._statement(item, within)]
            if items:
                self.ledger.place(entry.name)
                entries.append(Group(plain_name(entry.name), tuple(items)))
            else:
                self.ledger.done(entry.name)
                self.unplaced.append(Unplaced(entry.name, "a heading with nothing under it"))
        return entries

    def _statement(self, found: FoundStatement, seen: set[str]) -> list[Statement]:
        text = found.text.text.strip()
        if text in seen and not found.examples:
            self.ledger.done(found.text)
            why = "stands twice in this list; it is kept once"
            self.unplaced.append(Unplaced(found.text, why))
            return []
        seen.add(text)
        self.ledger.place(found.text)
        return [Statement(text, tuple(self.ledger.place(piece) for piece in found.examples))]

    # -- titles and cards -------------------------------------------------------------------

    def cards(
        self,
        slots: Sequence[Slot],
        levels: Mapping[str, Level],
        claimed: Mapping[str, Mapping[str, str]],
    ) -> list[Card]:
        """The cards of the slots; no two of a family share a title."""
        titles = {id(slot): self._own_title(slot, levels[slot.code]) for slot in slots}
        uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for slot in slots:
            every = {fold(titles[id(slot)]), *(fold(piece.text) for piece in slot.titles)}
            uses[slot.family.id].update(every)
        cards = []
        for slot in slots:
            others = {
                title
                for title, code in claimed.get(slot.family.id, {}).items()
                if code != slot.code
            }
            shared = {t for t, count in uses[slot.family.id].items() if count > 1} | others
            cards.append(self._card(slot, levels[slot.code], titles[id(slot)], shared))
        return cards

    def _own_title(self, slot: Slot, level: Level) -> str:
        """The card's title: its own, else what its level is called."""
        name = name_of(slot.cards[0])
        for card in slot.cards:
            told = name_of(card)
            self.ledger.done(card.level)
            if told.name and fold(told.name) not in {fold(level.name), fold(level.code)}:
                self._keep_name(slot, card, told.name)
        if slot.title is not None:
            return self.ledger.place(slot.title)
        return name.name or name.whole

    def _keep_name(self, slot: Slot, card: FoundCard, name: str) -> None:
        """A level's name that is not the ladder's own for it: a title of this card."""
        if slot.title is None or fold(slot.title.text) == fold(name):
            return
        known = {fold(piece.text) for piece in slot.titles}
        if fold(name) in known:
            return
        if is_rung_title(name) or is_role(name):
            level = card.level
            slot.titles.append(Piece(name, level.file, level.line, level.place))
        else:
            why = f"{slot.code} has another name in the ladder"
            self.unplaced.append(Unplaced(card.level, why))

    def _card(self, slot: Slot, level: Level, title: str, shared: Iterable[str]) -> Card:
        shared = set(shared)
        own, source = title, slot.source
        if fold(title) in shared and slot.title is None and fold(title) in _codes(slot):
            own = level.code  # no title at all, but the code that two tracks have in common
        elif fold(title) in shared:
            source = f"{source} (title there: {title})"
            own = f"{title} ({level.code})"
            piece = slot.title or slot.cards[0].level
            what = (
                f"{slot.code} shares this title with another level of {slot.family.id}; a card's "
                f"title is its own, so it is written as {own!r}, and `source:` keeps the file's"
            )
            self.notes.append(Note(piece, what))
        titles = []
        for piece in slot.titles:
            if fold(piece.text) in shared:
                self.ledger.done(piece)
                why = f"another level of {slot.family.id} claims this title too"
                self.unplaced.append(Unplaced(piece, why))
            elif piece.text in titles:
                self.ledger.done(piece)
                self.unplaced.append(Unplaced(piece, "stands twice in this list; it is kept once"))
            else:
                titles.append(self.ledger.place(piece))
        return Card(
            family_id=slot.family.id,
            level=level,
            title=own,
            summary=slot.summary,
            meaning=_resolved(slot.meaning, level.meaning),
            sections=MappingProxyType({k: tuple(v) for k, v in slot.sections.items() if v}),
            titles=tuple(titles),
            pay=slot.pay,
            status="draft",
            source=source,
        )


def _codes(slot: Slot) -> set[str]:
    return {fold(name_of(card).code) for card in slot.cards}


@dataclass(slots=True)
class _Meaning:
    summary: str | None
    dimensions: dict[str, str] = field(default_factory=dict)
    years: Years | None = None


def _resolved(own: Meaning, inherited: Meaning) -> Meaning:
    """As the loader resolves it: a card's own words over those of its level."""
    return Meaning(
        own.summary or inherited.summary,
        MappingProxyType({**inherited.dimensions, **own.dimensions}),
        own.years or inherited.years,
    )


def _joined(ledger: Ledger, pieces: Sequence[Piece]) -> str | None:
    return " ".join(map(ledger.place, pieces)) or None


def _pieces(part: FoundPart) -> list[Piece]:
    pieces = [part.name, *([part.phrase] if part.phrase else [])]
    for entry in part.entries:
        items = [entry] if isinstance(entry, FoundStatement) else entry.items
        pieces += [entry.name] if isinstance(entry, FoundGroup) else []
        pieces += [piece for item in items for piece in (item.text, *item.examples)]
    return pieces


def _texts_of(part: FoundPart) -> list[str]:
    return [piece.text for piece in _pieces(part)[1:]]
