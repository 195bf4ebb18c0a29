"""Grades that are said before the family whose they are: "from 6 to 7, data scientist"."""

from bot.questions.language.chatter import is_of_other_topic
from bot.questions.language.english import ARTICLES
from bot.questions.tagging.tags import Kind, Tag

_FEWEST = 5
"""Tags that it takes: two grades, what joins them, what parts them from the family, and this."""
_JOINS = frozenset("to vs versus and or into".split())
_IN = frozenset("in for of as on".split())
_BEFORE = frozenset({Kind.FAMILY, Kind.TITLE, Kind.TERM, Kind.ROLE, Kind.CODE, Kind.LEVEL_WORD})
_OF_OTHERS = frozenset(
    "people headcount grew hire hires hired hiring heads folks engineers seats openings meeting "
    "meetings standup sync".split()
)
_COUNTS = frozenset("have has had need needs want wants got get about around only".split())
"""Words right before a number of people or things: "we have 2 or 3 for backend"."""


def with_family_first(tags: list[Tag]) -> list[Tag]:
    """The tags, with a family that ends its clause before the two grades that it belongs to."""
    kinds = [tag.kind for tag in tags]
    if len(tags) < _FEWEST or kinds.count(Kind.GRADE) < 2 or Kind.FAMILY not in kinds:
        return tags
    for place in range(1, len(tags) - 3):
        grades = kinds[place - 1] is Kind.GRADE and kinds[place + 1] is Kind.GRADE
        if not (grades and tags[place].text in _JOINS):
            continue
        parted = place + 2
        family = _family_behind(tags, parted)
        preceded = place > 1 and kinds[place - 2] in _BEFORE
        if family is None or preceded or _is_no_level(tags, place - 1):
            return tags
        before, numbers = tags[: place - 1], tags[place - 1 : parted]
        return [*before, tags[family], *numbers, *tags[family + 1 :]]
    return tags


def _is_no_level(tags: list[Tag], first: int) -> bool:
    """Whether the numbers count something, or tell when: "moved the meeting from 2 to 3"."""
    if first and tags[first - 1].text in _COUNTS:
        return True
    return any(tag.text in _OF_OTHERS or is_of_other_topic(tag.text) for tag in tags)


def _family_behind(tags: list[Tag], start: int) -> int | None:
    """Where the family stands that only "in", "for" or a sign parts from a place."""
    parting = tags[start]
    if parting.kind is not Kind.BREAK and parting.text not in _IN:
        return None
    place = start + 1
    while place < len(tags) and tags[place].text in ARTICLES:
        place += 1
    if place >= len(tags) or tags[place].kind is not Kind.FAMILY:
        return None
    alone = place + 1 == len(tags) or tags[place + 1].kind in _BEHIND
    return place if alone else None


_BEHIND = frozenset({Kind.BREAK, Kind.FILLER, Kind.CONNECTOR, Kind.SEPARATOR})
