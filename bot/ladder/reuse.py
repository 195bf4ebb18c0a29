"""What a reload takes over from the ladder before it, when only `ladder.yaml` has changed.

A family's files are checked against little of `ladder.yaml`: its levels' codes, and the ids of its
sections and dimensions. A family that uses only what is still declared is as sound as it was, and
its cards differ in nothing but their levels' own words. So no file of it is read again.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.ladder import build
from bot.ladder.files import LadderFile
from bot.ladder.model import Card, Family, Ladder, Track


class Reuse:
    """Takes families over from the ladder `before` into one with other levels or sections."""

    def __init__(self, before: Ladder, data: LadderFile, tracks: Mapping[str, Track]) -> None:
        self._before = before
        self._levels = {level.code: level for track in tracks.values() for level in track.levels}
        self._order = {code: place for place, code in enumerate(self._levels)}
        self._sections = {id_: place for place, id_ in enumerate(data.sections)}
        self._meanings = {"summary", *data.dimensions}
        old = before.levels
        self._new = {code for code, level in self._levels.items() if old.get(code) != level}

    def families(self, unchanged: Collection[str]) -> dict[str, Family]:
        """The families among `unchanged` as reading them again would give them.

        Those are left out that use what is not declared any more: reading tells where.
        """
        known = (family for id_, family in self._before.families.items() if id_ in unchanged)
        return {
            family.id: self._family(family)
            for family in known
            if all(map(self._is_sound, family.cards.values()))
        }

    def _is_sound(self, card: Card) -> bool:
        return (
            card.level.code in self._levels
            and self._sections.keys() >= card.listed
            and self._meanings >= set(card.own)
        )

    def _family(self, family: Family) -> Family:
        codes = sorted(family.cards, key=self._order.__getitem__)
        cards = {code: self._card(family.cards[code]) for code in codes}
        if list(family.cards) == codes and all(cards[code] is family.cards[code] for code in codes):
            return family
        return replace(family, cards=MappingProxyType(cards))

    def _card(self, card: Card) -> Card:
        code = card.level.code
        if code in self._new:
            level = self._levels[code]
            card = replace(card, level=level, meaning=build.meaning_at(level, card))
        sections = sorted(card.sections, key=self._sections.__getitem__)
        if sections != list(card.sections):
            card = replace(
                card, sections=MappingProxyType({key: card.sections[key] for key in sections})
            )
        return card
