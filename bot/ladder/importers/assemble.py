"""From what the readers found to a ladder: every text placed word for word, or told as not placed.

A new ladder takes its levels, parts and names from the sources. A ladder that already exists is
added to where it has the level and the part, and is never changed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from bot.ladder.importers.account import card_pieces, name_sections
from bot.ladder.importers.build import CardBuilder, Ledger, Slot
from bot.ladder.importers.families import FamilyOf, resolve
from bot.ladder.importers.found import Found, FoundCard, Note, Piece, Unplaced, UnreadableError
from bot.ladder.importers.levels import same_code, slug
from bot.ladder.importers.parts import Parts, existing_parts, new_parts
from bot.ladder.importers.plain import soc_of
from bot.ladder.importers.rungs import Rungs, code_of, name_of, rungs_of
from bot.ladder.importers.vocabulary import fold
from bot.ladder.model import Card, Family, Ladder, Level, Meaning, Soc, Track

UNNAMED = "Imported ladder"
"""The name of a new ladder whose sources have no title."""


@dataclass(slots=True)
class Assembled:
    """A ladder made of sources, and what to tell of it."""

    ladder: Ladder
    """With the families of an existing ladder, where there is one."""
    cards: list[Card]
    """Those that the sources gave."""
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    placed: list[Piece] = field(default_factory=list)
    missing: list[Piece] = field(default_factory=list)
    """Levels that the existing ladder does not have, each where it is first named."""


def assemble(
    founds: Sequence[tuple[str, Found]],
    *,
    family: str | None = None,
    existing: Ladder | None = None,
) -> Assembled:
    """One ladder of all the sources, given as (file, what was found in it).

    Raises UnreadableError when `family` is asked for and the sources hold other families.
    """
    return _Assembly(founds, family, existing).run()


class _Assembly:
    def __init__(
        self, founds: Sequence[tuple[str, Found]], family: str | None, existing: Ladder | None
    ) -> None:
        self.founds = founds
        self.existing = existing
        self.ledger = Ledger()
        self.missing: list[Piece] = []
        self.unplaced = [unplaced for _, found in founds for unplaced in found.unplaced]
        self.notes = [note for _, found in founds for note in found.notes]
        self.families, told = resolve(founds, None, existing)
        if family:
            told = self._choose(family)
        self.notes += told
        self.cards = [card for _, found in founds for card in found.cards]
        self.cards = [card for card in self.cards if id(card) in self.families]
        self.notes += name_sections(self.cards)

    def run(self) -> Assembled:
        founds = [
            (file, replace(found, cards=[c for c in found.cards if id(c) in self.families]))
            for file, found in self.founds
        ]
        slots = self._slots(founds)
        if self.existing is None:
            parts = new_parts(self.cards)
            rungs = rungs_of(founds, self.families)
        else:
            parts = existing_parts(self.existing, self.cards)
            rungs = Rungs()
        builder = CardBuilder(parts, self.ledger, self.unplaced, self.notes)
        for slot in slots:
            builder.read(slot)
        tracks = self.existing.tracks if self.existing else self._tracks(rungs, slots)
        levels = {level.code: level for track in tracks.values() for level in track.levels}
        cards = builder.cards(slots, levels, self._claimed())
        ladder = self._ladder(tracks, parts, cards, slots)
        self._place_names(ladder)
        self._tell_the_rest()
        pieces = self.ledger.pieces
        return Assembled(ladder, cards, self.unplaced, self.notes, pieces, self.missing)

    def _choose(self, family: str) -> list[Note]:
        """Keep the cards of the family that was asked for; where none is named, all are."""
        named = {each.id for each in self.families.values()}
        family = self._meant(family)
        if family in named and len(named) > 1:
            for _, found in self.founds:
                for card in found.cards:
                    other = self.families[id(card)]
                    if other.id != family:
                        why = f"is of {other.id}; --family chose {family}"
                        self.unplaced += [Unplaced(piece, why) for piece in card_pieces(card)]
                        self.ledger.done(*card_pieces(card))
                        del self.families[id(card)]
            return []
        stated = {
            self.families[id(card)].id
            for _, found in self.founds
            for card in found.cards
            if card.family is not None
        }
        if len(stated) > 1:
            known = ", ".join(sorted(stated))
            message = f"holds the families {known}; choose one of them, or leave out --family"
            raise UnreadableError(self.founds[0][0], 1, message)
        self.families, notes = resolve(self.founds, family, self.existing)
        return notes

    def _meant(self, family: str) -> str:
        """The id of the family that was asked for by its id or name, in whatever case."""
        families = self.existing.families.values() if self.existing else ()
        known: list[FamilyOf | Family] = [*self.families.values(), *families]
        ids = [each.id for each in known if fold(family) in {fold(each.id), fold(each.name)}]
        return family if family in ids or not ids else ids[0]

    # -- cards to levels --------------------------------------------------------------------

    def _slots(self, founds: Sequence[tuple[str, Found]]) -> list[Slot]:
        """A slot for each card of the result; a second card for the same level is told."""
        rungs = rungs_of(founds, self.families)
        slots: dict[tuple[str, str], Slot] = {}
        missing: dict[str, Piece] = {}
        for file, found in founds:
            for card in found.cards:
                family = self.families[id(card)]
                code = self._code(card, rungs)
                if code is None:
                    missing.setdefault(name_of(card).whole, card.level)
                    self._reject(card, f"the ladder has no level {name_of(card).whole!r}")
                    continue
                slot = slots.get((family.id, code))
                if slot is None:
                    slots[family.id, code] = Slot(family, code, [card], Path(file).name)
                else:
                    slot.cards.append(card)
        self.missing = [replace(piece, text=whole) for whole, piece in missing.items()]
        return list(slots.values())

    def _code(self, card: FoundCard, rungs: Rungs) -> str | None:
        name = name_of(card)
        if self.existing is None:
            return rungs.by_key[rungs.of_card[id(card)]].code
        # The second of two columns with one title is engineer-2, though its title says engineer.
        for wanted in (rungs.by_key[rungs.of_card[id(card)]].code, code_of(name)):
            for level in self.existing.levels.values():
                if same_code(level.code, wanted):
                    return level.code
        named = [
            level.code
            for level in self.existing.levels.values()
            if not name.code and fold(level.name) == fold(name.name)
        ]
        return named[0] if len(named) == 1 else None

    def _reject(self, card: FoundCard, why: str) -> None:
        pieces = card_pieces(card)
        self.unplaced += [Unplaced(piece, why) for piece in pieces]
        self.ledger.done(*pieces)

    # -- the ladder -------------------------------------------------------------------------

    def _tracks(self, rungs: Rungs, slots: Sequence[Slot]) -> Mapping[str, Track]:
        by_code: defaultdict[str, list[Slot]] = defaultdict(list)
        for slot in slots:
            by_code[slot.code].append(slot)
        tracks = {}
        for track_id, keys in rungs.tracks.items():
            levels = []
            for key in keys:
                rung = rungs.by_key[key]
                meaning = _shared([slot.meaning for slot in by_code[rung.code]])
                levels.append(Level(rung.code, rung.name, track_id, meaning))
            tracks[track_id] = Track(track_id, rungs.track_names[track_id], None, tuple(levels))
        return MappingProxyType(tracks)

    def _claimed(self) -> dict[str, dict[str, str]]:
        """The titles of an existing ladder: family id to folded title to level code."""
        claimed: dict[str, dict[str, str]] = {}
        for card in self.existing.cards() if self.existing else ():
            titles = claimed.setdefault(card.family_id, {})
            for title in (card.title, *card.titles):
                titles[fold(title)] = card.level.code
        return claimed

    def _ladder(
        self,
        tracks: Mapping[str, Track],
        parts: Parts,
        cards: Sequence[Card],
        slots: Sequence[Slot],
    ) -> Ladder:
        families = dict(self.existing.families) if self.existing else {}
        names = {slot.family.id: slot.family for slot in slots}
        for family_id, family_of in names.items():
            known = families.get(family_id)
            own = {card.level.code: card for card in cards if card.family_id == family_id}
            merged = {**(known.cards if known else {}), **own}
            order = [level.code for track in tracks.values() for level in track.levels]
            ordered = {code: merged[code] for code in order if code in merged}
            soc = self._soc([slot for slot in slots if slot.family.id == family_id], known)
            families[family_id] = Family(
                id=family_id,
                name=known.name if known else family_of.name,
                aliases=known.aliases if known else (),
                stems=known.stems if known else (),
                soc=soc,
                cards=MappingProxyType(ordered),
            )
        self._place_families()
        if self.existing is not None:
            return replace(self.existing, families=MappingProxyType(families))
        return Ladder(
            name=self._title(),
            owner=None,
            version="",
            default_family=next(iter(families)) if len(families) == 1 else None,
            dimensions=MappingProxyType(parts.dimensions),
            sections=MappingProxyType(parts.sections),
            tracks=tracks,
            families=MappingProxyType(dict(sorted(families.items()))),
        )

    def _place_families(self) -> None:
        for card in self.cards:
            if card.family is not None:
                name = self.families[id(card)].name
                if slug(name) in slug(card.family.text):
                    self.ledger.done(card.family)  # a label in front of it has no place

    def _title(self) -> str:
        titles = [found.title for _, found in self.founds if found.title is not None]
        return self.ledger.place(titles[0]) if titles else UNNAMED

    def _place_names(self, ladder: Ladder) -> None:
        """A document's title is in the ladder where that, or one of its families, is called so.

        So is a track's name.
        """
        tracks = {fold(text) for track in ladder.tracks.values() for text in (track.id, track.name)}
        for card in self.cards:
            if card.track is not None and fold(card.track.text) in tracks:
                self.ledger.done(card.track)
        names = {ladder.name, *(family.name for family in ladder.families.values())}
        known = set(map(fold, names))
        for _, found in self.founds:
            title = fold(found.title.text) if found.title is not None else ""
            if found.title and any(f" {title} " in f" {name} " for name in known):
                self.ledger.done(found.title)

    def _soc(self, slots: Sequence[Slot], known: Family | None) -> Soc | None:
        soc = known.soc if known else None
        for slot in slots:
            for piece in [card.soc for card in slot.cards if card.soc is not None]:
                told = soc_of(piece.text)
                if told is None:
                    self.ledger.done(piece)
                    self.unplaced.append(Unplaced(piece, "is no SOC code such as 15-2051"))
                elif soc == told or (soc is None and known is None):
                    soc = told
                    self.ledger.done(piece)  # its parts go into family.yaml, each under its key
        return soc

    def _tell_the_rest(self) -> None:
        """Nothing is dropped in silence: what no step has placed or told is told here."""
        pieces = [piece for card in self.cards for piece in card_pieces(card)]
        pieces += [found.title for _, found in self.founds if found.title is not None]
        for piece in pieces:
            if piece.line and not self.ledger.knows(piece):
                self.ledger.done(piece)
                why = "the ladder has another text there already"
                self.unplaced.append(Unplaced(piece, why))


def _shared(meanings: Sequence[Meaning]) -> Meaning:
    """What all the cards of a level say of it alike; it is told once, with the level."""
    first, *others = meanings
    summary = first.summary if all(each.summary == first.summary for each in others) else None
    dimensions = {
        key: phrase
        for key, phrase in first.dimensions.items()
        if all(each.dimensions.get(key) == phrase for each in others)
    }
    years = first.years if all(each.years == first.years for each in others) else None
    return Meaning(summary, MappingProxyType(dimensions), years)


__all__ = ["UNNAMED", "Assembled", "FamilyOf", "assemble"]
