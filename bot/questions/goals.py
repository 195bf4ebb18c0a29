"""What somebody wants to become in a bare word: "Software III, how to get to senior"."""

from collections.abc import Sequence

from bot.questions.runs import Run
from bot.questions.tags import Kind, Tag
from bot.questions.words import BREAK

_BEFORE_GOAL = frozenset([*"a an the be being that is".split(), BREAK])
_BECOMES = frozenset(
    "become becoming became reach reaching make making hit hitting "
    "goal dream ambition target".split()
)
_TOWARDS = frozenset("to into towards toward".split())
_MOVES = frozenset(
    "get getting go going move moving step jump grow growing promoted promotion path road way "
    "transition progress advance switch climb straight directly skip".split()
)
_VERBS = frozenset(["lead", "staff"])


def is_goal(tags: Sequence[Tag], run: Run) -> bool:
    """Whether somebody wants to be what a bare word says: "Software III, how to get to senior".

    A word that is also a verb ("who gets to lead") needs more than "to" before it.
    """
    before = [tag.text for tag in tags[: run.first] if tag.text not in _BEFORE_GOAL][-5:]
    after = tags[run.last + 1 : run.last + 2]
    if not before or not run.some(Kind.TERM) or any(tag.kind is Kind.OTHER for tag in after):
        return False
    if before[-1] in _BECOMES:
        return True
    moves = before[-1] in _TOWARDS and not _MOVES.isdisjoint(before)
    return moves and not _VERBS.issuperset(tag.text for tag in run.tags)
