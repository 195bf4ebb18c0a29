"""Questions about a person's level or pay, which no ladder tells."""

import re
from collections.abc import Sequence

from bot.questions.language.common_words import COMPANIES
from bot.questions.language.english import GREETINGS, SOMEBODYS
from bot.questions.language.patterns import is_everyday, pattern
from bot.questions.language.talk import PEOPLE, TOOLS
from bot.questions.reading import Reading
from bot.questions.tagging.sentence import Sentence
from bot.questions.tagging.tags import Kind, Tag, has_kind

_HANDLE = r"(?<![\w<])@(?!\w*bot\b)[a-z][\w.-]*"
"""A person as they are typed where Slack knows of no such handle: "@ben"; no bot's."""
_NAME = re.compile(
    rf"<@[UW][A-Z0-9]+(?:\|[^>]*)?>|{_HANDLE}"
    r"|(?<!\bfrom )(?<!\b[Ii]n )(?<!\b[Aa]t )@?\b[A-Z][a-z]+"
)
"""A name; behind "from", "in" or "at" it is a place's."""
_OF_PERSON = re.compile(
    rf"(?:<@[UW][A-Z0-9]+(?:\|[^>]*)?>|{_HANDLE}|\b[A-Za-z][a-z]+|\b(?i:my|our|his|her|their) \w+)(?:['’]s|s['’])\s+(?:\w+\s+){{0,2}}?"
    r"(?:level|salary|pay|grade|comp|compensation|title|wage|bonus|band|rank|promotion|promo|raise|offer(?! letter)|rating|code|card)\b"
)
_EARNS = re.compile(
    r"\b(?i:what|which|how much|how)\b[^?.!\n]{0,40}?\b(?:does|do|did|is|are|was)\s+"
    r"(?P<who>(?:my|our|the|his|her|their)\s+\w+|<@[UW][A-Z0-9]+(?:\|[^>]*)?>|@[a-z][\w.-]*|@?[A-Z]\w+(?:\s+[A-Z]\w+)?|[a-z]+(?=\s+(?:make|earn|get paid|paid)))"
    r"(?:\s+(?:in|from|on|at|over)\s+\w+(?:\s+\w+)?)?\s*"
    r"(?:make|makes|earn|earns|get|gets|paid|making|earning|on|at|now|currently|being|have|has)?"
    r"(?:\s+(?:paid|a year|right now|now|currently|these days|annually|at|on))*\s*[?.!]*\s*$"
)
_WHO = (
    rf"(?P<who><@[UW][A-Z0-9]+(?:\|[^>]*)?>|{_HANDLE}|[A-Z][a-z]+(?: [A-Z][a-z]+)?"
    r"|(?i:my|our|his|her|their) (?P<whose>\w+))"
)
_LEVEL_OF = re.compile(
    rf"\b(?i:(?:level|grade|rank|title|band|salary|pay|comp|compensation) (?:of|for)|(?:what|which) (?:level|grade|band|rank|title) has) {_WHO}\W*$"
)
"""The level of whoever the question ends with: "the grade of Priya", "which level has <@U…>"."""
_IS_LEVEL = re.compile(
    r" (?:hey |hi |so |and |but )?(?:is|was|should|will|did|doe|has|are) (?:[^ @%]+ ){1,2}?"
    r"(?:(?:readi|for|good|enough|still|alreadi|realli|actual|at|a|an|now|be|becom|get|made|the|on|level) )*"
    r"(?:@|underlevel|overlevel|promot|underpaid|overpaid|demot)"
    r"(?: (?:to|@|engin|or|not|now|,|yet|this|last|year|cycl|round|quarter|month|week|time|half|a|an))* (?:$|,)"
)
_EITHER = re.compile(r"\b([A-Z][a-z]+),? (?:or|and|vs|versus|than) ([A-Z][a-z]+)\W*$")
_JOINED = frozenset(["or", "and", "vs", "versus", "than"])
_IS = frozenset("is was should will did does has".split())
_NEEDED = pattern("(needed|required|expected|listed|mandatory|necessary|optional|essential)")
_ADDRESSED = re.compile(
    r"^\W*(?:(?:hi|hey|hello|hallo|ok)\W+)?(?:<@[UW][A-Z0-9]+(?:\|[^>]*)?>|@\w[\w.-]*)(?!['’\w])(?=.*\S)"
)
"""Who is spoken to: "hey <@U07QKALVBOT> what does a P2 get paid?"."""
_ABOUT = re.compile(
    r"\b(?:level|levels|salary|pay|paid|earn|earns|make|makes|grade|comp|compensation|title|wage|bonus|band|"
    r"rank|promoted|promotion|underpaid|overpaid|underleveled|overleveled|senior|raise)\b",
    re.IGNORECASE,
)


def about_person(reading: Reading) -> bool:
    """Whether the level or pay of one person is asked."""
    text, sentence = _closed_up(reading.text), reading.sentence
    if sentence.levels and "@" in text:
        text = _ADDRESSED.sub("", text)
    whose = _OF_PERSON.search(text) if "'" in text or "’" in text else None
    if whose and not _ends_title(whose[0], reading.tags) and _is_person(whose[0], reading):
        return True
    if not sentence.levels and not _ABOUT.search(text):
        return False
    whom = [earns["who"]] if (earns := _EARNS.search(text)) else []
    if (level_of := _LEVEL_OF.search(text)) and not _is_thing(level_of, reading):
        whom.append(level_of["who"])
    if any(who.casefold() not in COMPANIES and _is_person(who, reading) for who in whom):
        return True
    is_level = _IS_LEVEL.match(sentence.line) is not None
    if (is_level and _is_small_name(reading)) or _is_of_two(text, reading):
        return True
    if not is_level and not _asks_pay(reading):
        return False
    needs = sentence.find(_NEEDED) is not None
    return any(
        _is_person(each, reading)
        for each in _NAME.findall(text)
        if not (needs and reading.index.skills.knows(each.casefold()))
    )


def _asks_pay(reading: Reading) -> bool:
    return any(each.attribute == "pay" and each.weight > 1 for each in reading.attributes)


def may_name_person(reading: Reading) -> bool:
    """Whether a word may be a person's, at a first look: most questions have none such."""
    if "@" in reading.text or not PEOPLE.isdisjoint(reading.words):
        return True
    return has_kind(Kind.OTHER, reading.sentence.tags)


def _is_of_two(text: str, reading: Reading) -> bool:
    """Whether two people are set beside each other: "who is more senior, Tom or Ana"."""
    two = _EITHER.search(text) if _JOINED.intersection(reading.words) else None
    return two is not None and all(
        _is_person(who, reading) and _is_name(who.casefold(), reading) for who in two.groups()
    )


def _ends_title(whose: str, tags: Sequence[Tag]) -> bool:
    """Whether it is a title's own word: "the backend manager's card", but not "my manager's"."""
    word, before = re.split("['’]", whose, maxsplit=1)[0], ""
    for tag in tags:
        if tag.kind is Kind.TITLE and len(tag.said) > 1 and tag.said[-1] == word.casefold():
            return before not in SOMEBODYS
        before = tag.text
    return False


def _closed_up(text: str) -> str:
    """The text with one blank where it has more: each pattern tries every one of them."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _is_person(who: str, reading: Reading) -> bool:
    if who.startswith("<@") or re.match(_HANDLE, who):
        return True
    if who == "they" and reading.context.levels:
        return False  # of the level that was answered: "what do they earn"
    if who[0].islower():
        said = re.findall("[a-z]+", who)
        return bool(PEOPLE & set(said)) or _is_name(said[0], reading)
    return _unknown(who, reading.sentence)


def _is_thing(level_of: re.Match[str], reading: Reading) -> bool:
    """Whether no person has the level: "which level has Docker", "the level of their autonomy"."""
    if level_of["whose"]:
        return level_of["whose"].casefold() not in PEOPLE
    said, skills = level_of["who"].casefold().split(), reading.index.skills
    return any(word in TOOLS or skills.knows(word) for word in said) or all(map(is_everyday, said))


def _is_small_name(reading: Reading) -> bool:
    """Whether what is asked to be at a level is a name in small letters: "is jim a P4"."""
    sentence = reading.sentence
    said = (piece.word for piece in sentence.pieces if piece.word not in GREETINGS)
    if next(said, None) not in _IS:
        return False
    name = next(said, None)
    return name is not None and _is_name(name, reading)


def _is_name(word: str, reading: Reading) -> bool:
    """Whether neither the ladder nor English has a word, so that it may be somebody's name."""
    everyday = is_everyday(word) or reading.index.skills.knows(word) or word in TOOLS
    return word.isalpha() and not everyday and _unknown(word, reading.sentence)


def _unknown(said: str, sentence: Sentence) -> bool:
    """Whether the first name of what was said is a word that the ladder and English do not know."""
    first = re.split(r"[^A-Za-z]", said.lstrip("@"))[0].casefold()
    return any(tag.kind is Kind.OTHER and first in tag.said for tag in sentence.tags)
