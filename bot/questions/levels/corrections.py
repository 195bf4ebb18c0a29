"""Levels that are taken back in the same breath: "P2, no sorry, P3", "ML II, I mean III"."""

from itertools import pairwise, takewhile

from bot.questions.tagging.runs import TITLE_KINDS
from bot.questions.tagging.tags import Kind, Tag

_TAKES_BACK = frozenset(
    "no nope nah nein sorry scratch oops whoops ups correction meant strike typo mistake".split()
)
"""Words that take back what was said before them, where a sign stands beside them."""
_AND_MORE = frozenset(
    "wait actually rather mean i it is that this one hm hmm er erm um uh "
    "ah oh make hold on stop not my bad a an the or its thats well "
    "so but wrong in fact was should be say".split()
)
"""Words that may stand beside these."""
_ENOUGH = (("i", "mean"), ("i", "meant"), ("make", "that"), ("make", "it"), ("or", "rather"))
"""Pairs of words that take back what was said, with no other word or sign."""
_MAY_MAKE_IT = frozenset("can could will would does do did to may might should must".split())
"""Words before a level that then makes it somewhere: "can a P2 make it P3"."""
_ALONE = frozenset(["sorry", "oops", "whoops", "correction"])
"""Words that do so alone: "P4 sorry P3"."""
_MAY_TAKE_BACK = _TAKES_BACK | {"wait", "mean", "make", "rather", "actually"}
_CHOOSES = frozenset({Kind.CODE, Kind.TITLE, Kind.TERM, Kind.GRADE})
_NAMED = frozenset({Kind.TERM, Kind.FAMILY, Kind.ROLE})
_RANKS = frozenset({Kind.TITLE, Kind.TERM})
_NUMBERS = frozenset({Kind.CODE, Kind.TITLE, Kind.GRADE})


def without_corrected(tags: list[Tag]) -> list[Tag]:
    """The tags, without levels that are taken back; their family stays where no other is named."""
    if _MAY_TAKE_BACK.isdisjoint([tag.text for tag in tags]):
        return tags
    found: list[Tag] = []
    place = 0
    while place < len(tags):
        end = _behind_correction(tags, place) if found else place
        start = _start_of_title(found)
        if end > place and start < len(found) and _corrects(found[start:], tags, end):
            found[start:] = _family(found[start:], tags, end)
            place = end
        else:
            found.append(tags[place])
            place += 1
    return found


def _behind_correction(tags: list[Tag], place: int) -> int:
    """Where a title follows behind words that take back what was said; `place` where none does."""
    end = place
    while end < len(tags) and (
        tags[end].kind is Kind.BREAK or tags[end].text in _TAKES_BACK | _AND_MORE
    ):
        end += 1
    if end == place or end == len(tags) or tags[end].kind not in TITLE_KINDS:
        return place
    said = [tag.text for tag in tags[place:end] if tag.kind is not Kind.BREAK]
    signs = end - place - len(said)
    makes = said[:1] == ["make"] and not signs and _makes_it(tags[:place])
    pairs = () if makes else pairwise(said)
    enough = any(pair in _ENOUGH for pair in pairs) or not _ALONE.isdisjoint(said)
    taken_back = any(word in _TAKES_BACK for word in said) and (signs > 0 or len(said) > 1)
    after_all = signs > 0 and said[:1] in (["actually"], ["wait"])
    return end if enough or taken_back or after_all else place


def _makes_it(before: list[Tag]) -> bool:
    """Whether a level may, can or wants to do something, in the clause that ends with it."""
    breaks = [place for place, tag in enumerate(before) if tag.kind is Kind.BREAK]
    clause = before[breaks[-1] + 1 :] if breaks else before
    return not _MAY_MAKE_IT.isdisjoint(tag.text for tag in clause)


def _start_of_title(tags: list[Tag]) -> int:
    """Where the title begins that these tags end with."""
    start = len(tags)
    while start and tags[start - 1].kind in TITLE_KINDS:
        start -= 1
    return start


def _corrects(before: list[Tag], tags: list[Tag], start: int) -> bool:
    """Whether a title may stand for the one before it: a number for a number, a rank for a rank."""
    kinds = {tag.kind for tag in before}
    after = {tag.kind for tag in takewhile(lambda tag: tag.kind in TITLE_KINDS, tags[start:])}
    if not after.isdisjoint({Kind.CODE, Kind.TITLE}):
        return not kinds.isdisjoint(_CHOOSES)
    if tags[start].kind is Kind.GRADE:
        return not kinds.isdisjoint(_NUMBERS)
    return tags[start].kind in _NAMED and not kinds.isdisjoint(_RANKS)


def _family(before: list[Tag], tags: list[Tag], start: int) -> list[Tag]:
    """The family of a title that is taken back, where the one behind names none."""
    end = start
    while end < len(tags) and tags[end].kind in TITLE_KINDS | {Kind.CONNECTOR, Kind.BREAK}:
        end += 1
    named = [tag for tag in before if tag.families]
    if not named or any(tag.families for tag in tags[start:end]):
        return []
    return [named[-1]._replace(kind=Kind.FAMILY, signature=frozenset(), refs=frozenset())]
