"""Words of a question that name a job of another ladder, or a person, and no skill.

"What levels do designers have" asks for the levels of designers, "embedded software engineer 4"
for a title that is not ours, and "M1 milestone slipped" asks for nothing: a line of some card has
the word, and yet it is no answer.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.questions.language.chatter import is_of_other_topic
from bot.questions.language.english import PROFESSIONS
from bot.questions.language.patterns import pattern
from bot.questions.language.stems import stem
from bot.questions.language.talk import TOOLS
from bot.questions.language.words import words
from bot.questions.reading import Reading
from bot.questions.skills.skill_frames import SkillAsked
from bot.questions.tagging.tags import Kind, Tag
from bot.questions.texts.skill_index import Match, SkillIndex

_PERSON = re.compile(r"(?:\w{3,}(?:er|or|ist|ian|ant)|intern|trainee|apprentice|student)s?")
"""A noun for who does something: designers, recruiter, analyst."""
_LEVEL_OF_A = pattern(
    "(what|which) (level|grade|code|rung) (is|are|would|does|for|be) (be)? (a|an)"
)
_SAYS_ENOUGH = 0.55
"""The share of a line that must be said where nothing shows that a skill is asked for."""
_HIRING = frozenset("recruiter recruiters hr hrbp hrbps".split())
"""Jobs that people name around any question, and that are no family of it."""
_WHOLE = 0.95
_OF = frozenset("of for in at on by do does".split())


def asks_for_other_job(reading: Reading, asked: SkillAsked, best: Match | None) -> bool:
    """Whether the words of a skill are rather those of a job, or of another topic."""
    if set(asked.words) & TOOLS:
        return False
    return (
        _is_in_title(reading.tags, asked)
        or level_of_a_title(reading)
        or is_amount(reading.tags)
        or (best is not None and _leaves_out(asked, best))
        or (not asked.framed and _has_levels(reading.tags, asked.words))
    )


def level_of_a_title(reading: Reading) -> bool:
    """Whether the level of a title is asked for that the ladder does not have."""
    return not reading.sentence.levels and reading.sentence.find(_LEVEL_OF_A) is not None


def says_enough(asked: SkillAsked, best: Match, index: SkillIndex) -> bool:
    """Whether a line says hardly more than the question, or the question has a skill's name."""
    names = any(word in TOOLS or word in index.names for word in asked.words)
    return names or best.said >= _SAYS_ENOUGH or len(asked.words) > 1


def levels_of_others(tags: Sequence[Tag]) -> bool:
    """Whether levels are asked for of somebody or something that the ladder does not know.

    "Levels of inventory", "levels for designers", "recruiter levels".
    """
    for place, tag in enumerate(tags):
        if tag.kind is not Kind.LEVEL_WORD:
            continue
        before = tags[place - 1] if place else None
        if before and (before.kind is Kind.OTHER or before.text in _HIRING):
            return True
        after = [
            each for each in tags[place + 1 : place + 4] if each.text not in {"the", "a", "an"}
        ]
        if len(after) > 1 and after[0].text in _OF and after[1].kind is Kind.OTHER:
            return True
    return False


def is_amount(tags: Sequence[Tag]) -> bool:
    """Whether "level" is how much there is of something: "what levels of access do I need"."""
    return any(
        first.kind is Kind.LEVEL_WORD and of.text == "of" and what.kind is Kind.OTHER
        for first, of, what in zip(tags, tags[1:], tags[2:], strict=False)
    )


def _leaves_out(asked: SkillAsked, best: Match) -> bool:
    """Whether the line lacks a word that says who, or of what topic: "designers" in a design."""
    if best.asked >= _WHOLE and best.said >= _WHOLE and len(asked.words) > 1:
        return False  # its very words: "mentor senior engineers"
    said = words(best.text)
    stems = {stem(word) for word in said}
    for word in asked.words:
        if is_of_other_topic(word) and stem(word) not in best.stems | stems:
            return True
        single = word.removesuffix("s")
        verb = stem(word) == single and word.endswith(("or", "er"))  # people mentor others
        if _PERSON.fullmatch(word) and stem(word) in stems and not {single, f"{single}s"} & {*said}:
            if verb:
                continue
            return True
    return False


def _is_in_title(tags: Sequence[Tag], asked: SkillAsked) -> bool:
    """Whether all its words stand inside or right before a title: "senior data engineer"."""
    left = set(asked.words)
    for before, tag, after in zip((None, *tags), tags, (*tags[1:], None), strict=False):
        if tag.text not in left:
            continue
        next_kind = after.kind if after else Kind.BREAK
        titled = next_kind in {Kind.TITLE, Kind.FAMILY} or (after and after.text in PROFESSIONS)
        inside = before is not None and before.kind is next_kind is Kind.TERM
        ends = before is not None and before.kind is Kind.FAMILY and _PERSON.fullmatch(tag.text)
        if ((titled or ends) and not asked.framed) or inside:
            left.discard(tag.text)
    return not left


def _has_levels(tags: Sequence[Tag], asked: Sequence[str]) -> bool:
    """Whether levels follow right behind the words: "hr business partner levels"."""
    return any(
        tag.text == asked[-1] and after.text in {"levels", "ladder", "grades", "track"}
        for tag, after in pairwise(tags)
    )
