"""One level asked for in several families at once: "P4 for software and data science"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.ladder import Ladder
from bot.questions.question import Mention
from bot.questions.tagging.tags import Kind, Tag

_LISTS = frozenset("and or plus also both as well for in on of at the one a , side sides".split())
"""Words that may stand between two families of a list."""


def in_listed_families(
    mentions: list[Mention], tags: Sequence[Tag], ladder: Ladder
) -> list[Mention]:
    """The one level that is named, in each of the families that are listed beside it."""
    listed = _listed(tags)
    if len(mentions) != 1 or len(listed) < 2:
        return mentions
    refs = [ref.partition("/") for ref in mentions[0].refs]
    codes = {code for _, _, code in refs}
    if len(codes) != 1 or not {family for family, *_ in refs} & {*listed}:
        return mentions
    code = codes.pop()
    each = tuple(f"{family}/{code}" for family in listed if code in ladder.families[family].cards)
    return [mentions[0]._replace(refs=each)]


def _listed(tags: Sequence[Tag]) -> list[str]:
    """The families that are named one after the other; [] where other words part them."""
    places = [place for place, tag in enumerate(tags) if tag.kind is Kind.FAMILY]
    if len(places) < 2 or any(len(tags[place].families) != 1 for place in places):
        return []
    for first, second in pairwise(places):
        between = tags[first + 1 : second]
        if not between or any(tag.text not in _LISTS for tag in between):
            return []
    return list(dict.fromkeys(family for place in places for family in tags[place].families))
