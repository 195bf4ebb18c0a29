"""A ladder as a viewer may see it: what the rules keep for others is taken out of it.

Every answer is worked out from such a ladder, so that nothing after it, no index, answer or
renderer, can show what is not there. Pure.
"""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from bot.ladder.files import YEARS
from bot.ladder.model import Card, Family, Ladder, Level, Meaning, Track
from bot.ladder.rules import Granted, Hiding, Restriction, Rules, Withheld


def visible(ladder: Ladder, granted: Granted) -> Ladder:
    """`ladder` for a viewer who belongs to the circles `granted`; itself where it has no rules.

    Restricted fields are gone from cards, levels and families; `withheld` says which, and whom to
    ask. Hidden families and levels are gone as if they never were, and so are a track without
    levels, a family without cards, and the rules themselves, which name them.
    """
    if not ladder.rules:
        return ladder
    restricted = [rule for rule in ladder.rules.restricted if rule.to not in granted]
    hidden = [rule for rule in ladder.rules.hidden if rule.to not in granted]
    return _Redaction(ladder, restricted, hidden).ladder()


class _Redaction:
    def __init__(self, ladder: Ladder, restricted: list[Restriction], hidden: list[Hiding]) -> None:
        self._whole = ladder
        self._restricted = restricted
        self._fields = frozenset(field for rule in restricted for field in rule.fields)
        self._families = frozenset(family for rule in hidden for family in rule.families)
        self._levels = frozenset(level for rule in hidden for level in rule.levels)
        """Codes, and `family-id/CODE` of single cards."""
        self._tracks = {track.id: track for track in self._shown_tracks()}
        self._by_code = {
            level.code: level for track in self._tracks.values() for level in track.levels
        }

    def ladder(self) -> Ladder:
        whole = self._whole
        families = {family.id: family for family in self._shown_families()}
        default = whole.default_family if whole.default_family in families else None
        return replace(
            whole,
            default_family=default,
            tracks=MappingProxyType(self._tracks),
            families=MappingProxyType(families),
            rules=Rules(),
            withheld=tuple(Withheld(rule.fields, rule.ask) for rule in self._restricted),
        )

    def _shown_tracks(self) -> Iterator[Track]:
        for track in self._whole.tracks.values():
            levels = tuple(
                self._level(level) for level in track.levels if level.code not in self._levels
            )
            if levels:
                yield replace(track, levels=levels)

    def _level(self, level: Level) -> Level:
        meaning = self._meaning(level.meaning)
        return level if meaning is level.meaning else replace(level, meaning=meaning)

    def _shown_families(self) -> Iterator[Family]:
        for family in self._whole.families.values():
            if family.id in self._families:
                continue
            cards = {
                code: self._card(card)
                for code, card in family.cards.items()
                if code in self._by_code and card.ref not in self._levels
            }
            if family.cards and not cards:
                continue
            soc = None if "soc" in self._fields else family.soc
            yield replace(family, soc=soc, cards=MappingProxyType(cards))

    def _card(self, card: Card) -> Card:
        if not self._fields:
            return card
        level = self._by_code[card.level.code]
        inherits = card.meaning is card.level.meaning
        summary = None if "summary" in self._fields else card.summary
        sections = {id_: told for id_, told in card.sections.items() if id_ not in self._fields}
        seen = replace(
            card,
            level=level,
            meaning=level.meaning if inherits else self._meaning(card.meaning),
            summary=summary,
            sections=MappingProxyType(sections),
            titles=() if "titles" in self._fields else card.titles,
            pay=None if "pay" in self._fields else card.pay,
            source=None if "source" in self._fields else card.source,
        )
        return replace(seen, written_unseen=card.written and not seen.written)

    def _meaning(self, meaning: Meaning) -> Meaning:
        told = {"summary", *meaning.dimensions, *([YEARS] if meaning.years else ())}
        if not told & self._fields:
            return meaning
        dimensions = {
            id_: phrase for id_, phrase in meaning.dimensions.items() if id_ not in self._fields
        }
        return Meaning(
            None if "summary" in self._fields else meaning.summary,
            MappingProxyType(dimensions),
            None if YEARS in self._fields else meaning.years,
        )
