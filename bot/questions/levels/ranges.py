"""Levels that stand between two that a question names: "P2 through P4", "ML II-IV"."""

import re
from collections.abc import Sequence

from bot.ladder import Card
from bot.questions.tagging.tags import Kind, Tag
from bot.questions.vocabulary.lexicon import Lexicon

_THROUGH = frozenset(["through", "thru", "thro"])
_EACH = frozenset(["cards", "every", "range", "inclusive", "view", "table"])
"""Words beside which "to" means all the levels from one to the other, and not the way."""
RANGE_WORDS = _THROUGH | _EACH
"""Words of which a question says one that asks for the levels between two."""
_MOST_BETWEEN = 12

_CODES = re.compile(r"\b([^\W\d_]{1,3})(\d{1,2})[-–—](?:\1)?(\d{1,2})\b", re.IGNORECASE)
_LEVELS = re.compile(
    r"\b((?:level|grade|band|tier|step|rung|lvl)s?) (\d{1,2})[-–—](\d{1,2})\b", re.IGNORECASE
)
_ROMAN = re.compile(r"\b([ivx]{1,4})[-–—]([ivx]{1,4})\b", re.IGNORECASE)


def written_out(text: str) -> str:
    """ "P2-P4", "P2-4" and "II-IV" with the word "through" for the dash."""
    text = _LEVELS.sub(r"\1 \2 through \3", _CODES.sub(r"\1\2 through \1\3", text))
    return _ROMAN.sub(r"\1 through \2", text)


def with_ranges(tags: list[Tag], lexicon: Lexicon) -> list[Tag]:
    """The tags, with the levels between the two ends of a range that is not the way up."""
    said = [tag.text for tag in tags]
    joins = _THROUGH if _EACH.isdisjoint(said) else _THROUGH | {"to"}
    found: list[Tag] = []
    for place, tag in enumerate(tags):
        if tag.text in joins and 0 < place < len(tags) - 1:
            found += _between(tags, place, lexicon) or [tag]
        else:
            found.append(tag)
    return found


def _between(tags: Sequence[Tag], place: int, lexicon: Lexicon) -> list[Tag]:
    """Tags for the levels between the two beside a place, parted; [] where these are no ends."""
    before, after = tags[place - 1], tags[place + 1]
    if before.kind is Kind.CODE and after.kind is Kind.CODE:
        codes = _inside(before.code, after.code, lexicon)
        levels = [Tag(Kind.CODE, code.casefold(), code=code, said=(code,)) for code in codes]
    elif (ends := _ends(before, after, lexicon)) is None:
        return []
    else:
        family, first, last = ends
        cards = lexicon.ladder.families[family].cards
        levels = [_title(cards[code]) for code in _inside(first, last, lexicon) if code in cards]
    parting = Tag(Kind.SEPARATOR, "and", said=("and",))
    return [parting, *(tag for level in levels for tag in (level, parting))]


def _inside(first: str, last: str, lexicon: Lexicon) -> list[str]:
    """The codes between two of one track, in the order from the first to the last."""
    for track in lexicon.ladder.tracks.values():
        codes = [level.code for level in track.levels]
        if first in codes and last in codes:
            if codes.index(first) > codes.index(last):
                codes.reverse()
            return codes[codes.index(first) + 1 : codes.index(last)][:_MOST_BETWEEN]
    return []


def _ends(before: Tag, after: Tag, lexicon: Lexicon) -> tuple[str, str, str] | None:
    """The family and both codes of a title and another, or its grade: "ML II through IV"."""
    if before.kind is not Kind.TITLE or len(before.refs) != 1:
        return None
    family, _, first = next(iter(before.refs)).partition("/")
    if after.kind is Kind.TITLE:
        codes = {ref.partition("/")[2] for ref in after.refs if ref.partition("/")[0] == family}
    else:
        codes = set(lexicon.levels_for(after.signature, family)) if after.signature else set()
    return (family, first, codes.pop()) if len(codes) == 1 else None


def _title(card: Card) -> Tag:
    refs, families = frozenset({card.ref}), frozenset({card.family_id})
    return Tag(Kind.TITLE, card.title, refs=refs, families=families, said=(card.level.code,))
