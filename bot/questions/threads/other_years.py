"""The same of other years, after levels were found by years of experience: "and with 7 years?"."""

from bot.questions.kinds.experience import (
    OF_YEARS,
    SHORT,
    placed_by_years,
    strange_beside,
    titled_runs,
)
from bot.questions.language.english import PROFESSIONS
from bot.questions.language.years import TYPICAL_EXPERIENCE, bare_years, years_in
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.tagging.tags import Kind
from bot.questions.threads.thread_words import ON_AND_ON

_SURE_AGAIN = 0.9
_OF_YEARS_AGAIN = frozenset({Kind.BREAK, Kind.FAMILY, Kind.ROLE, Kind.TERM, Kind.GRADE})
_KNOWN = ON_AND_ON | PROFESSIONS | {"year", "years", "experience"}


def same_for_other_years(reading: Reading) -> Question | None:
    """The same of other years, another family or another track, after levels were found by years.

    "and with 7 years?", "what if it was 8", "and as a manager with 5".
    """
    if reading.context.intent is not Intent.EXPERIENCE:
        return None
    if any(run.some(Kind.CODE) or run.some(Kind.GRADE) for run in titled_runs(reading)):
        return None
    tags = [tag for tag in reading.tags if tag.text not in _KNOWN]
    only = all(tag.kind in _OF_YEARS_AGAIN or OF_YEARS.fullmatch(tag.text) for tag in tags)
    years = years_in(reading.plain) or (bare_years(reading.plain) if only else None)
    others = [each for each in reading.attributes if each.attribute != TYPICAL_EXPERIENCE]
    few = len(reading.sentence.telling(range(len(reading.sentence.pieces)))) <= SHORT
    if years is None or others or not few or strange_beside(reading, tags):
        return None
    return placed_by_years(reading, years, _SURE_AGAIN)
