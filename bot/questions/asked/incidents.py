"""Bare codes that are an incident's priority: "impact of the P1 outage"."""

from bot.questions.language.talk import INCIDENT
from bot.questions.reading import Levels
from bot.questions.tagging.strange_words import is_ruled_out
from bot.questions.tagging.tags import Kind, Tag

_LONGEST_PRIORITY = 2
"""Letters of a code that may be an incident's priority; "Band-6" is none."""


def is_incident(levels: Levels) -> bool:
    """Whether a code, of no family that is named, stands among words of incidents."""
    if INCIDENT.isdisjoint([tag.text for tag in levels.tags]):
        return False
    if any(len(tag.code) > _LONGEST_PRIORITY for tag in levels.tags):
        return False
    return any(
        tag.kind in {Kind.OTHER, Kind.FILLER}
        and tag.text in INCIDENT
        and not is_ruled_out(levels.tags, place)
        and not _is_read(levels.tags, place)
        for place, tag in enumerate(levels.tags)
    )


def _is_read(tags: list[Tag], place: int) -> bool:
    """Whether a page is one to read: "the wiki page", "a page for M4", and not "page the team"."""
    before = tags[place - 1].text if place else ""
    return tags[place].text == "page" and before in _OF_PAGE


_OF_PAGE = frozenset("a the this that our its wiki web intranet level card code".split())
