"""Parts that are asked for in one breath: "the scope and autonomy of a P3"."""

from bot.questions.language.words import BREAK
from bot.questions.parts.attributes import BY_NAME, CLEAR, Asked
from bot.questions.question import Question
from bot.questions.reading import Reading
from bot.questions.tagging.sentence import Sentence

_LISTS = frozenset([",", "and", "plus", "also", "well", "vs", "versus"])
_SIGNS = ("/", "+", " + ")
"""Signs that list words, and are none of the sentence."""
_OR = "or"
"""Lists parts only by the ladder's names for them, not in "set salaries or ratings"."""
_AROUND = _LISTS | frozenset(
    "or the a an its their his her your what which is are as how much many both too work job "
    "there".split()
)
"""Words that may stand between two parts of a list."""
_LEFT_OUT = frozenset("not besides beside apart instead ignoring except excluding without".split())
"""Words of a clause that says which parts are not asked for: "apart from pay, the scope"."""
_ASKS = frozenset(["what", "which", "how"])
_WISHES = _ASKS | frozenset(
    "tell show give explain describe need want like see list compare wonder wondering".split()
)
"""Words of which a clause has one that asks for a part before another asks: "and what is"."""


def of_parts(question: Question, reading: Reading, asked: Asked) -> Question:
    """The question of a part, and of those that are listed beside it, in the order said.

    Where none of them is named more clearly than another, the first is the one that it is about.
    """
    if len(reading.attributes) == 1:
        return question._replace(attribute=asked.attribute)
    listed = _listed_with(reading, asked)
    alike = len({each.weight for each in listed}) == 1
    first = listed[0].attribute if alike else asked.attribute
    ids = dict.fromkeys(each.attribute for each in listed)
    return question._replace(attribute=first, beside=tuple(each for each in ids if each != first))


def _listed_with(reading: Reading, asked: Asked) -> list[Asked]:
    """A part that is asked for among those that are listed beside it, in the order said.

    Vague words list nothing, and neither do two parts between which more is said.
    """
    listed = [asked]
    if asked.weight < CLEAR:
        return listed
    clear = [each for each in reading.attributes if each.weight >= CLEAR]
    while before := next((each for each in clear if _lists(reading, each, listed[0])), None):
        if not _is_asked_too(reading.sentence, before, listed[0]):
            break
        listed.insert(0, before)
    while behind := next((each for each in clear if _lists(reading, listed[-1], each)), None):
        listed.append(behind)
    return listed


def _lists(reading: Reading, first: Asked, second: Asked) -> bool:
    """Whether two parts are neighbors in a list."""
    sentence = reading.sentence
    if first.covered[-1] >= second.covered[0]:
        return False
    said = {piece.word for piece in sentence.pieces[first.covered[-1] + 1 : second.covered[0]]}
    if not said:
        ends = sentence.pieces[first.covered[-1]].word, sentence.pieces[second.covered[0]].word
        plain = reading.plain.casefold()
        return any(sign.join(ends) in plain for sign in _SIGNS)
    if not said <= _AROUND:
        return False
    named = first.weight == second.weight == BY_NAME
    return not _LISTS.isdisjoint(said) or (named and _OR in said)


def _is_asked_too(sentence: Sentence, first: Asked, second: Asked) -> bool:
    """Whether the first of two neighbors is asked for, and not only told of in a clause before.

    "I know the pay. What is the scope" asks for one.
    """
    between = [piece.word for piece in sentence.pieces[first.covered[-1] : second.covered[0]]]
    if BREAK not in between:
        return True
    clause = sentence.clause(first.covered[0])
    before = {sentence.pieces[place].word for place in clause if place < first.covered[0]}
    if not before.isdisjoint(_LEFT_OUT):
        return False
    return _ASKS.isdisjoint(between) or before <= _AROUND or not before.isdisjoint(_WISHES)
