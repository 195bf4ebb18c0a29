"""What is asked of a level in a question that also wishes for something else.

"Decision rights of an M3? I am writing her review" is answered, "write a review for an M3" is not.
"""

from bot.questions.asked.asked_card import asks_card
from bot.questions.asked.outright import wanted_card
from bot.questions.asked.stories import asked_of_story
from bot.questions.reading import Reading
from bot.questions.skills.skill_frames import skill_asked
from bot.questions.tagging.sentence import Span

_ASKS_THEN = frozenset("what which how who why where need show tell remind give gimme".split())


def asked_beside(reading: Reading, wish: Span) -> bool:
    """Whether another clause than that of the wish asks for a card, a part of it, or a skill."""
    return _asked_apart(reading, wish) or _asked_behind(reading, wish) or _asks_skill(reading, wish)


def _asks_skill(reading: Reading, wish: Span) -> bool:
    """Whether a clause without the wish names a level and asks if it needs something."""
    clause = reading.sentence.clause(wish[0])
    asked = skill_asked(reading.sentence, reading.index.skills)
    if asked is None or not asked.framed:
        return False
    levels = reading.sentence.levels
    return all(at not in clause for at in (*levels, *asked.covered))


def _asked_behind(reading: Reading, wish: Span) -> bool:
    """Whether a clause behind the wish asks for the card, or for a part of it."""
    sentence = reading.sentence
    ends = sentence.clause(wish[-1]).stop
    if ends == len(sentence.pieces):
        return False
    if (card := wanted_card(reading)) and card[0] > ends:
        return True
    asks = any(piece.word in _ASKS_THEN for piece in sentence.pieces[ends:])
    parts = any(each.weight > 1 and each.covered[0] > ends for each in reading.attributes)
    return asks and bool(parts or asks_card(reading) or asked_of_story(reading))


def _asked_apart(reading: Reading, wish: Span) -> bool:
    """Whether level and part stand in clauses without the wish: "pay, P4? writing her review"."""
    clause = reading.sentence.clause(wish[0])
    parts = (each.covered[0] for each in reading.attributes if each.weight > 1)
    return any(at not in clause for at in parts) and any(
        at not in clause for at in reading.sentence.levels
    )
