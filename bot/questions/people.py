"""Questions about a person's level or pay, which no ladder tells."""

import re

from bot.questions.reading import Reading
from bot.questions.sentence import Sentence
from bot.questions.tags import Kind
from bot.questions.talk import PEOPLE

_NAME = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^>]*)?>|@?\b[A-Z][a-z]+")
_OF_PERSON = re.compile(
    r"(?:<@[UW][A-Z0-9]+(?:\|[^>]*)?>|\b[A-Z][a-z]+|\b(?i:my|our|his|her|their) \w+)(?:['’]s|s['’])\s+(?:\w+\s+){0,2}?"
    r"(?:level|salary|pay|grade|comp|compensation|title|wage|bonus|band|rank|promotion|raise|code|card)\b"
)
_EARNS = re.compile(
    r"\b(?i:what|which|how much|how)\b[^?.!\n]{0,40}?\b(?:does|do|did|is|are|was)\s+"
    r"(?P<who>(?:my|our|the|his|her|their)\s+\w+|<@[UW][A-Z0-9]+(?:\|[^>]*)?>|@?[A-Z]\w+(?:\s+[A-Z]\w+)?)"
    r"(?:\s+(?:in|from|on|at|over)\s+\w+(?:\s+\w+)?)?\s*"
    r"(?:make|makes|earn|earns|get|gets|paid|making|earning|on|at|now|currently|being|have|has)?"
    r"(?:\s+(?:paid|a year|right now|now|currently|these days|annually|at|on))*\s*[?.!]*\s*$"
)
_IS_LEVEL = re.compile(
    r"^ (?:hey |hi |so |and |but )?(?:is|was|should|will|did|doe|has|are) (?:[^ @%]+ ){1,2}?"
    r"(?:(?:readi|for|good|enough|still|alreadi|realli|actual|at|a|an|now|be|becom|get|made|the|on|level) )*"
    r"(?:@|underlevel|overlevel|promot|underpaid|overpaid|demot)"
    r"(?: (?:to|@|engin|or|not|now|,|yet|thi|year|a|an))* (?:$|,)"
)
_ADDRESSED = re.compile(
    r"^\W*(?:(?:hi|hey|hello|hallo|ok)\W+)?<@[UW][A-Z0-9]+(?:\|[^>]*)?>(?!['’])(?=.*\S)"
)
"""Who is spoken to: "hey <@U07QKALVBOT> what does a P2 get paid?"."""
_ABOUT = re.compile(
    r"\b(?:level|levels|salary|pay|paid|earn|earns|make|makes|grade|comp|compensation|title|wage|bonus|band|"
    r"rank|promoted|promotion|underpaid|overpaid|underleveled|overleveled|senior|raise)\b",
    re.IGNORECASE,
)


def about_person(reading: Reading) -> bool:
    """Whether the level or pay of one person is asked."""
    text, sentence = reading.text, reading.sentence
    if sentence.levels():
        text = _ADDRESSED.sub("", text)
    whose = _OF_PERSON.search(text)
    if whose and _is_person(whose[0], sentence):
        return True
    if not _ABOUT.search(text) and not sentence.levels():
        return False
    earns = _EARNS.search(text)
    if earns and _is_person(earns["who"], sentence):
        return True
    named = any(_is_person(each, sentence) for each in _NAME.findall(text))
    paid = any(asked.attribute == "pay" and asked.weight > 1 for asked in reading.attributes)
    return named and (paid or bool(_IS_LEVEL.search(sentence.line)))


def _is_person(who: str, sentence: Sentence) -> bool:
    if who.startswith("<@"):
        return True
    if who[0].islower():
        return bool(PEOPLE & set(re.findall("[a-z]+", who)))
    return _unknown(who, sentence)


def _unknown(said: str, sentence: Sentence) -> bool:
    """Whether the first name of what was said is a word that the ladder and English do not know."""
    first = re.split(r"[^A-Za-z]", said.lstrip("@"))[0].casefold()
    return any(tag.kind is Kind.OTHER and first in tag.said for tag in sentence.tags)
