"""Whether a question that names one level asks for the way from it, or for a part of its card."""

from bot.questions.language.patterns import LEVEL, pattern
from bot.questions.language.years import TYPICAL_EXPERIENCE, years_in
from bot.questions.levels.frames import Frame, Way
from bot.questions.parts.attributes import BY_NAME, Asked
from bot.questions.reading import Reading
from bot.questions.tagging.sentence import Sentence
from bot.questions.vocabulary.lexicon import grade_of

_OF = frozenset("of for at in as".split())
_NEAR = 4
_PLAINLY_ON_THE_WAY = pattern(
    """
    (before|until) (becoming|become|reaching|making|promoted to) * @
    promoted (to|into) (a|an|the)? @
    to (be|get) (promoted|bumped up|moved up)
    to (advance|progress|get ahead|level up|move up|climb)
    (become|becoming|attain|attaining) (a|an|the)? @
    (next|following) (level|step|rung|grade|rank)
    (get|getting|make it|advance|climb) (up|on)? (from|past|beyond|out of|to|into) (a|an|the)? @
    (grow|growing|advance|advancing|progress|promoted) (from|out of|past|beyond) (a|an|the)? @
    """
)
"""Says that the way is meant, whatever a vaguer word beside it hints at: "help me grow from P2"."""


_APART = pattern(
    """
    (two|2|three|3|four|4) (level|rung|grade|step|band|tier|notch|rank) (up|above|higher|over)
    (two|2|three|3|four|4) (level|rung|grade|step|band|tier|notch|rank) (past|beyond|further|from)
    (two|2|three|3|four|4) (level|rung|grade|step|band|tier|notch|rank) (down|below|lower|under)
    """
)


def levels_apart(sentence: Sentence) -> int:
    """How many levels up or down the other one is: 2 for "two levels above P2", mostly 1."""
    found = sentence.find(_APART)
    number = grade_of(sentence.pieces[found[0]].stem) if found else None
    return number or 1


def named_of_level(reading: Reading) -> bool:
    """Whether a part is named by the ladder's own word, and of a level: "reach of a P4"."""
    pieces = reading.sentence.pieces
    for asked in reading.attributes:
        end = asked.covered[-1] + 1
        follows = pieces[end : end + 1]
        if asked.weight < BY_NAME or not follows or follows[0].word not in _OF:
            continue
        if _is_told(reading, asked):
            continue
        if any(piece.stem == LEVEL for piece in pieces[end : end + _NEAR]):
            return True
    return False


def outranks(reading: Reading, frame: Frame, attribute: Asked) -> bool:
    """Whether the way up is asked, and not one part of a card: it says more of the question."""
    part, way = set(attribute.covered), frame.covered
    if attribute.weight < BY_NAME and reading.sentence.find(_PLAINLY_ON_THE_WAY):
        return True
    if frame.way is Way.UP and reading.sentence.pieces[-1].word == "next":
        return True  # "Software IV for three years. Next?"
    if _is_told(reading, attribute):
        return True
    telling = reading.sentence.telling
    longer = len(way - part) > len(part - way)
    return longer and len(telling(way - part)) > len(telling(part - way))


def _is_told(reading: Reading, asked: Asked) -> bool:
    """Whether years are told, and not asked: "5 years in as an ML II, how do I get promoted"."""
    return asked.attribute == TYPICAL_EXPERIENCE and years_in(reading.plain) is not None
