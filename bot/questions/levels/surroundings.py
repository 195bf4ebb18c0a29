"""What stands around the words of a title and may make it another company's, or another job's."""

from typing import NamedTuple

from bot.questions.language.chatter import is_of_other_topic
from bot.questions.language.common_words import COMPANIES
from bot.questions.language.english import GREETINGS
from bot.questions.language.patterns import is_everyday
from bot.questions.tagging.other_fields import FIELDS_AND_PROFESSIONS, is_of_other_job
from bot.questions.tagging.runs import Run
from bot.questions.tagging.tags import Kind, Tag, places_of

_VERB_ENDINGS = ("s", "ing", "ed")
"""Endings of a word that says what people at a level do: "the problems an ML II solves"."""
_BEFORE_SKILL = frozenset(
    "good great bad better best skilled proficient expert adept decent".split()
)
"""Words before "at" and what somebody can do."""


class Surroundings(NamedTuple):
    """What stands beside a run of words that speak of a title."""

    foreign: bool
    """An unknown word stands right before it, or after it behind a word such as "at"."""
    modified: bool
    """The unknown word stands before it, and may be of its title: "embedded software II"."""
    elsewhere: bool
    """Another company is named, or the words beside it make it another job's: "sales director"."""


def may_cast_doubt(tags: list[Tag]) -> bool:
    """Whether any word of a question may stand for another topic, company or job.

    Where none does, no run has any `surroundings`, and nothing casts doubt on its level.
    """
    for tag in tags:
        kind, text = tag.kind, tag.text
        if kind is Kind.OTHER or text in FIELDS_AND_PROFESSIONS:
            return True
        if kind is Kind.FILLER and is_of_other_topic(text):
            return True
    return False


def surroundings(run: Run, tags: list[Tag]) -> Surroundings:
    """What stands beside a run of a question's tags."""
    start, end = run.stretch
    before = tags[start - 1] if start else None
    strange = before is not None and before.kind is Kind.OTHER
    said = [tag.text for tag in tags]
    return Surroundings(
        foreign=strange or _is_strange_beyond_sign(tags, start) or _is_strange_after(tags, end),
        # "Became" is of no title.
        modified=before is not None and strange and not is_everyday(before.text),
        elsewhere=(not _MAY_NAME_COMPANY.isdisjoint(said) and _names_company(tags))
        or (not FIELDS_AND_PROFESSIONS.isdisjoint(said) and is_of_other_job(tags, start, end)),
    )


_MAY_NAME_COMPANY = COMPANIES | {"at"}


def _names_company(tags: list[Tag]) -> bool:
    """Whether another company is named anywhere in the question."""
    return any(_is_company(tags, place) for place in places_of(Kind.OTHER, tags))


def _is_company(tags: list[Tag], place: int) -> bool:
    """Whether another company is named: one that all know, or what nobody knows behind "at"."""
    tag = tags[place]
    if tag.text in COMPANIES:
        return tag.text not in _SITES or not place or tags[place - 1].text not in _SEEN_ON
    if place < 2 or tags[place - 1].text != "at" or tags[place - 2].text in _BEFORE_SKILL:
        return False
    last = place + 2 >= len(tags) or tags[place + 1].kind is Kind.BREAK
    return last and not is_everyday(tag.text)


_SITES = frozenset("linkedin glassdoor facebook twitter".split())
_SEEN_ON = frozenset("on via from".split())
"""Words before a site where a title was read: "she is a Staff Engineer on LinkedIn"."""


def _is_strange_beyond_sign(tags: list[Tag], start: int) -> bool:
    if start < 2 or tags[start - 1].kind is not Kind.BREAK:
        return False
    greeted = start > 2 and tags[start - 3].text in GREETINGS
    return tags[start - 2].kind is Kind.OTHER and not greeted


def _is_strange_after(tags: list[Tag], end: int) -> bool:
    if end == len(tags):
        return False
    if tags[end].kind is Kind.OTHER:
        return not tags[end].text.endswith(_VERB_ENDINGS)
    parted = tags[end].kind in _PARTS_FROM_AFTER and tags[end].text not in _OF_NO_COMPANY
    return parted and end + 1 < len(tags) and tags[end + 1].kind is Kind.OTHER


_PARTS_FROM_AFTER = frozenset({Kind.CONNECTOR, Kind.BREAK})
_OF_NO_COMPANY = frozenset(["on", "by"])
"""What is before no company and no field: "senior frontend manager on linkedin"."""
