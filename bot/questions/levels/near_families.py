"""Families named beside a code by one word of their names: "band 8a lab", "L2 software"."""

from collections.abc import Sequence

from bot.questions.language.patterns import is_everyday
from bot.questions.language.talk import INCIDENT
from bot.questions.tagging.strange_words import other_topics
from bot.questions.tagging.tags import Kind, Tag, places_of
from bot.questions.vocabulary.lexicon import Lexicon

_UNKNOWN = frozenset({Kind.OTHER, Kind.FILLER})
OF_TITLES = frozenset({Kind.FAMILY, Kind.TITLE, Kind.TERM, Kind.ROLE})
"""Tags beside which no other word is looked for as a family's, but where a code is named."""
_LEVELS = frozenset("levels grades ladder rungs".split())
_INSIDE = frozenset({Kind.CONNECTOR, Kind.LEVEL_WORD})


def with_near_families(tags: list[Tag], lexicon: Lexicon) -> list[Tag]:
    """The tags, with words beside codes that only one family's names have as the name of it.

    Only where no other word of the question is strange: "P1 data outage".
    """
    codes = places_of(Kind.CODE, tags)
    if not codes:
        return _of_all_levels(tags, lexicon)
    strange = places_of(Kind.OTHER, tags)
    if not strange or not INCIDENT.isdisjoint([tag.text for tag in tags]) or other_topics(tags):
        return tags
    if len(codes) > 1 and (each_named := _of_each(tags, codes, lexicon)):
        return each_named
    titled = any(tag.kind in OF_TITLES for tag in tags)
    after, before = _beyond_sign(tags, codes[-1], 1), _beyond_sign(tags, codes[0], -1)
    places = [after] if titled else [after, before, *_behind(tags, codes[-1])]
    for place in places:
        tag = tags[place] if 0 <= place < len(tags) else None
        if tag is None or tag.kind not in _UNKNOWN or _goes_on(tags, place):
            continue
        if not titled and any(at != place and not is_everyday(tags[at].text) for at in strange):
            continue
        if families := lexicon.families_with(tag.text):
            named = tag._replace(kind=Kind.FAMILY, families=families, edits=1)
            return [*tags[:place], named, *tags[place + 1 :]]
    return tags


def _of_each(tags: list[Tag], codes: Sequence[int], lexicon: Lexicon) -> list[Tag] | None:
    """The tags, where each of several codes has a family: "P3 in data vs P3 in software"; or None.

    Of some the family is named as such, and of others by a word beside it.
    """
    read = list(tags)
    for code in codes:
        places = [code - 1, code + 1, *_behind(tags, code)]
        beside = [place for place in places if 0 <= place < len(tags)]
        if any(tags[place].kind in OF_TITLES for place in beside):
            continue
        named = [
            (place, families)
            for place in beside
            if tags[place].kind in _UNKNOWN and not _goes_on(tags, place)
            if (families := lexicon.families_with(tags[place].text))
        ]
        if not named:
            return None
        place, families = named[0]
        read[place] = tags[place]._replace(kind=Kind.FAMILY, families=families, edits=1)
    return read


def _beyond_sign(tags: Sequence[Tag], code: int, step: int) -> int:
    """The place beside a code, or beyond a sign beside it: "the lab: band 7"."""
    place = code + step
    parted = 0 <= place < len(tags) and tags[place].kind is Kind.BREAK
    return place + step if parted else place


def _goes_on(tags: Sequence[Tag], place: int) -> bool:
    """Whether the word is only the beginning of another title or name: "P1 data pipeline"."""
    after = tags[place + 1].kind if place + 1 < len(tags) else Kind.BREAK
    return after in OF_TITLES or after is Kind.OTHER


def _of_all_levels(tags: list[Tag], lexicon: Lexicon) -> list[Tag]:
    """The same for the only strange word of a question for levels: "which bands are in the lab"."""
    if _LEVELS.isdisjoint([tag.text for tag in tags]):
        return tags
    strange = places_of(Kind.OTHER, tags)
    if len(strange) != 1 or any(tag.kind in OF_TITLES for tag in tags):
        return tags
    place = strange[0]
    families = lexicon.families_with(tags[place].text)
    named = tags[place]._replace(kind=Kind.FAMILY, families=families, edits=1)
    return [*tags[:place], named, *tags[place + 1 :]] if families else tags


def _behind(tags: Sequence[Tag], code: int) -> Sequence[int]:
    """The place behind "in" or "for" and an article that follow the code."""
    place = code + 1
    while place < len(tags) and tags[place].kind in _INSIDE:
        place += 1
    return (place,)
