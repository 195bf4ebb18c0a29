"""Whether a clause asks of people, places or days, and not of the level that is told of before it.

"Our new ML III is at reception, who is picking her up?"
"""

from bot.questions.language.patterns import LEVEL
from bot.questions.language.words import BREAK
from bot.questions.reading import Reading
from bot.questions.tagging.sentence import Piece


def asks_of_people(reading: Reading) -> bool:
    """Whether a clause behind a level asks who, where, when or which of something else."""
    sentence = reading.sentence
    if reading.before or not sentence.levels or BREAK not in sentence.stems:
        return False
    clause: list[Piece] = []
    for piece in sentence.pieces[sentence.levels[0] :]:
        if piece.word == BREAK:
            if _asks_other(clause):
                return True
            clause = []
        else:
            clause.append(piece)
    return _asks_other(clause)


def _asks_other(clause: list[Piece]) -> bool:
    said = [piece.word for piece in clause if piece.word not in _BEFORE]
    if not said or said[0] not in _ASKS or any(piece.stem == LEVEL for piece in clause):
        return False
    return len(said) > 1 and _OF_LADDER.isdisjoint(said)


_BEFORE = frozenset("and so but please pls anyone".split())
_ASKS = frozenset("who whos whose where wheres when which".split())
_OF_LADDER = frozenset(
    "it that this these those they you one find see read look open written write described "
    "defined listed page card level levels ladder title titles mean means am grade code called "
    "stand stands start starts ends".split()
)
"""Words with which the text of a level is asked for, or its place on the ladder."""
