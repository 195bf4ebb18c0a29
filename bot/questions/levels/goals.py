"""What somebody wants to become in a bare word: "Software III, how to get to senior"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.questions.language.english import ARTICLES, ROMAN_NUMERALS
from bot.questions.language.patterns import meant
from bot.questions.language.words import BREAK
from bot.questions.tagging.runs import Run
from bot.questions.tagging.tags import Kind, Tag

_BEFORE_GOAL = frozenset([*"a an the be being that is".split(), BREAK])
_BECOMES = frozenset(
    "become becoming became reach reaching make making hit hitting goal dream ambition target "
    "want wants wanting wanna eyeing eying targeting before until till earn earning than".split()
)
_TOWARDS = frozenset("to into towards toward for about of".split())
_MOVES = frozenset(
    "considered ready nominated apply applying applied qualify qualifies up aim aiming aims "
    "gunning shooting pushing passed over thinking dreaming dream think chance shot case bar "
    "get getting go going move moving step jump grow growing promoted promotion path road way "
    "gap distance bridge transition "
    "progress advance switch climb straight directly skip need needs needed".split()
)
_NEAR = 10
_WISHES = frozenset("want wants wanting wanna hope hopes hoping like".split())
_INTO = frozenset("as into be for".split())
_VERBS = frozenset(["lead", "staff"])
_ALMOST = frozenset(["quite", "yet", "really"])
_BEHIND_NOUN = frozenset(["for", "from"])


def is_goal(tags: Sequence[Tag], run: Run) -> bool:
    """Whether somebody wants to be what a bare word says: "Software III, how to get to senior".

    A word that is also a verb ("who gets to lead") needs more than a "to" before it.
    """
    said = (tag for tag in tags[max(0, run.first - _NEAR) : run.first])
    before = [meant(tag.text) for tag in said if tag.text not in _BEFORE_GOAL][-5:]
    after = tags[run.last + 1 : run.last + 2]
    if not before or not run.some(Kind.TERM) or any(tag.kind is Kind.OTHER for tag in after):
        return False
    if before[-1] in _BECOMES:
        return True
    if "not" in before and (before[-1] in _ALMOST or any(tag.text == "yet" for tag in after)):
        return True  # "not quite a senior"
    ends = not after or after[0].kind is Kind.BREAK
    if ends and not _WISHES.isdisjoint(before) and before[-1] in _INTO:
        return True
    moves = before[-1] in _TOWARDS and not _MOVES.isdisjoint(before)
    verb = before[-1] == "to" and _VERBS.issuperset(tag.text for tag in run.tags)
    verb = verb and not any(tag.text in _BEHIND_NOUN for tag in after)
    return moves and not verb


def is_lone_grade(tags: Sequence[Tag], run: Run) -> bool:
    """Whether a grade is that of a title said elsewhere: "Frontend II, what would III take".

    A Roman numeral of two letters is hardly another word. Others are grades where somebody moves
    to or from them ("what keeps me from 4").
    """
    if [tag.kind for tag in run.tags] == [Kind.TERM, Kind.GRADE]:
        return True  # "software team lead today, what does manager II take"
    if len(run.tags) != 1 or not run.some(Kind.GRADE):
        return False
    text = run.tags[0].text
    before = tags[run.first - 1].text if run.first else BREAK
    after = tags[run.last + 1] if run.last + 1 < len(tags) else None
    if before in _NUMBERED:
        return False
    if text in ROMAN_NUMERALS and len(text) > 1:
        return True
    ends = after is None or after.kind in (Kind.BREAK, Kind.FILLER, Kind.CUE)
    before = tags[run.first - 2].text if before in ARTICLES and run.first > 1 else before
    written = text.isdecimal() or text in ROMAN_NUMERALS  # "explain it like I'm five"
    beside = before in _BESIDE_GRADE or (text == "v" and before in _BESIDE_LETTER)
    return ends and written and beside


_BESIDE_GRADE = frozenset(
    "to into towards toward for make making reach reaching hit hitting become becoming be being "
    "from than earn earning want wants wanting get getting eyeing am im isnt".split()
)
_BESIDE_LETTER = frozenset("at as does do is in that and or vs".split())
_NUMBERED = frozenset(
    "type phase part chapter version stage step schedule appendix class series war vol".split()
)
"""Words whose number is no grade: "a type II error"."""


def numbers_other(tags: Sequence[Tag]) -> bool:
    """Whether numbers are said of something else: "stuck at step II, what would III take"."""
    return any(
        before.text in _NUMBERED and after.kind is Kind.GRADE for before, after in pairwise(tags)
    )
