"""Wishes that name levels, but ask for what no ladder tells: to write, to count, to decide."""

import re
from itertools import pairwise

from bot.questions.kinds.beside_wish import asked_beside
from bot.questions.kinds.wish_lines import OF_A_CODE, OF_THE_BOT, OTHER, PEOPLE_HERE
from bot.questions.language.english import GREETINGS, LEVEL_WORDS, SOMEBODYS
from bot.questions.language.patterns import pattern
from bot.questions.parts.attributes import BY_NAME
from bot.questions.reading import Reading
from bot.questions.skills.skill_frames import LEVEL_SAID
from bot.questions.tagging.tags import Kind

_TOLD = re.compile(
    r" (?:(?:hi|hey|all|guy|folk|team|,) )*(?:we|weve|this|that|there|new|anoth)"
    r"(?: (?:have|got|ve|weve|is|a|an|anoth|new|now|be|should|not|or|just|@))*? @"
    r"(?: (?>not(?: an?)? \S+|not|or|a|an|again|now|@|,))* $"
)
_EXTRA_PAY = pattern("(bonus|equity|rsu|rsus|stock|stocks|stipend)")
_THE_BOT = frozenset("you this it bot levelbot".split())
_PAST = frozenset(
    "made wrote broke built took left sent ran did came went gave got won said".split()
)
_NO_PAST = frozenset(
    "supposed expected required skilled experienced involved allowed tasked obliged qualified "
    "advanced concerned interested".split()
)
_PEOPLE_ASKED = frozenset("who whos anyone anybody someone somebody".split())
_TIMES = frozenset("tomorrow today tonight yesterday now tmrw eod currently".split())
_THIS = frozenset("this next last".split())
_PERIODS = frozenset(
    "week month sprint quarter weekend morning afternoon evening night monday tuesday wednesday "
    "thursday friday saturday sunday cycle time".split()
)
_COMMANDS = frozenset(
    "hire move update edit rename modify correct email deny reject fire submit upload merge revert schedule "
    "restart reboot reopen reassign escalate triage change set approve add invite book schedule cancel promote demote bump fix deploy install delete "
    "remove order assign forward remind ping "
    "negotiate accept decline say repeat".split()
)
"""Words with which a wish begins that the bot can't fulfil."""


_TOLD_AGAIN = frozenset("what whats which how who where why of".split())
_NEWS = pattern(
    """
    (congrats|congratulations|kudos|welcome|welcoming|congratulate) * @
    (joining|joins|joined) (us|here|the team)? as (a|an|our|the)? (new)? @
    """
)
_QUESTION_WORDS = frozenset(
    "what whats which how who why where show tell explain describe card level mean means "
    "give pull need find see remind define".split()
)


_CARD_PLEASE = pattern(
    """
    (see|show|read|open|pull up|paste|need|want|get|have|give|send|find) (me|us|them)? (the|its|that|their|our) (card|level text|level description)
    (what|whatever) (our|the) (ladder|framework) (says|say|has|have)
    what is (on|in) (the|that|my|our|his|her|their|its) card
    (show|see|tell|explain) (me|us)? how * (differ|differs|compare|compares)
    """
)
"""A wish for the card, whatever it is wanted for."""


_HELP_TO = frozenset(
    "with find write fix move get make prepare draft install debug solve book plan buy choose".split()
)
_OF_LADDERS = LEVEL_WORDS | frozenset(
    "level levels ladder ladders card cards this you it bot levelbot career title titles skill skills".split()
)


_WISHES = OF_THE_BOT.lines | OTHER.lines | _NEWS.lines | _EXTRA_PAY.lines | OF_A_CODE.lines
"""The lines of the patterns of wishes."""


def wants_other(reading: Reading) -> bool:
    """Whether something is wished for that the bot can't give, whatever levels it names."""
    sentence = reading.sentence
    if sentence.possible & _CARD_PLEASE.lines and sentence.levels and sentence.find(_CARD_PLEASE):
        return False  # "writing feedback for a P4, can I see the card first"
    if sentence.possible & _WISHES and (
        _is_for_the_bot(reading)
        or _wishes_other(reading)
        or _tells_news(reading)
        or _wants_extra_pay(reading)
        or (sentence.levels and _speaks_of_a_code(reading))
    ):
        return True
    if not _COMMANDS.isdisjoint(reading.words) and _commands(reading):
        return True
    if not sentence.levels:
        return asks_people(reading) or _wants_help_elsewhere(reading)
    return "?" not in reading.text and _only_tells_of_a_level(reading)


def _is_for_the_bot(reading: Reading) -> bool:
    """Whether the bot is to be another; "which one am I acting as" is asked of oneself."""
    said = reading.sentence
    return any(said.pieces[wish[0]].word != "acting" for wish in said.find_all(OF_THE_BOT))


def _wishes_other(reading: Reading) -> bool:
    """Whether another thing is wished for, and nothing of the cards is asked behind it.

    "Had a chat with our senior backend dev, what is expected of her" asks for a card.
    """
    sentence = reading.sentence
    wish = next(filter(sentence.is_in_one_clause, sentence.find_all(OTHER)), None)
    if wish is None:
        return False
    begins = all(piece.word in GREETINGS for piece in sentence.pieces[: wish[0]])
    if not begins and any(sentence.tags[sentence.pieces[at].tag].kind is Kind.SKILL for at in wish):
        return False  # "does an M2 need hiring process management"
    if not reading.sentence.levels:
        return True
    if (tells := sentence.telling(wish)) and _named_parts(reading).issuperset(tells):
        return False  # where "party" is a dimension: "the party of a senior artist"
    return not asked_beside(reading, wish)


def _named_parts(reading: Reading) -> set[int]:
    """The pieces that are, letter by letter, the ladder's own names for parts of its cards."""
    known, pieces = reading.index.part_names.words, reading.sentence.pieces
    named = (each for each in reading.attributes if each.weight == BY_NAME)
    return {at for each in named for at in each.covered if pieces[at].word in known}


def _wants_extra_pay(reading: Reading) -> bool:
    """Whether what is paid beside a salary is asked, which no ladder tells: "a P4's bonus"."""
    spans = reading.sentence.find_all(_EXTRA_PAY)
    extra = {place for each in spans for place in each}
    return bool(spans) and not any(
        asked.weight == BY_NAME  # a ladder may have its own "stock"
        or (asked.attribute == "pay" and asked.weight > 1 and not extra.issuperset(asked.covered))
        for asked in reading.attributes
    )


def _speaks_of_a_code(reading: Reading) -> bool:
    """Whether a code that no family is named of is an incident's: "who decides if it's a P1"."""
    if reading.sentence.find(OF_A_CODE) is None:
        return False
    return not reading.before and not any(run.families for run in reading.runs)


def asks_people(reading: Reading) -> bool:
    """Whether it is asked what people here have or do, at some time: "who is on call tonight"."""
    if not LEVEL_SAID.isdisjoint(reading.words):
        return False
    if reading.sentence.find(PEOPLE_HERE):
        return True
    if _PEOPLE_ASKED.isdisjoint(reading.words):
        return False
    said = reading.words
    if said[-1] not in _THE_BOT and any(
        first == "who" and _is_past(second) for first, second in pairwise(said)
    ):
        return True
    return not _TIMES.isdisjoint(said) or any(
        first in _THIS and second in _PERIODS for first, second in pairwise(said)
    )


def _is_past(word: str) -> bool:
    """Whether a verb tells what somebody did: "who wrote this"; "expected" is asked of a level."""
    regular = len(word) > 4 and word.endswith("ed") and not word.endswith("eed")
    return word in _PAST or (regular and word not in _NO_PAST)


def _only_tells_of_a_level(reading: Reading) -> bool:
    """Whether a level is told of, and none is asked about: an incident's, "my manager is mean"."""
    if _TOLD.match(reading.sentence.line) and not any(run.families for run in reading.runs):
        return True  # "we've got a P1"
    return _QUESTION_WORDS.isdisjoint(reading.words) and _tells_of_mine(reading)


def _tells_of_mine(reading: Reading) -> bool:
    """Whether a person is spoken of by a bare word: "my manager is mean"."""
    tags = reading.tags
    return all(
        run.first > 0
        and tags[run.first - 1].text in SOMEBODYS
        and {tag.kind for tag in run.tags} <= {Kind.TERM, Kind.ROLE}
        for number, run in enumerate(reading.runs)
        if number in reading.mentions
    )


def _tells_news(reading: Reading) -> bool:
    """Whether it only tells of somebody: "please welcome Ana, ML III"."""
    if reading.sentence.find(_NEWS) is None or reading.attributes:
        return False
    return "?" not in reading.text and _QUESTION_WORDS.isdisjoint(reading.words)


def _wants_help_elsewhere(reading: Reading) -> bool:
    """Whether help is wanted with something that is no ladder's: "help me with my resume"."""
    words = reading.words
    if "help" not in words or reading.runs:
        return False
    behind = words[words.index("help") + 1 :]
    if behind[:1] in (["me"], ["us"]):
        behind = behind[1:]
    return behind[:1] != [] and behind[0] in _HELP_TO and _OF_LADDERS.isdisjoint(behind)


def _commands(reading: Reading) -> bool:
    """Whether it begins with a wish to have something done: "change my level to P4"."""
    said = [word for word in reading.words if word not in GREETINGS]
    if not said or said[0] not in _COMMANDS:
        return False
    if said[0] in {"move", "bump"} and said[1:2] in (["from"], ["to"], ["up"]):
        return False  # "move from P2 to P3, what does it take"
    if said[0] == "remind" and (said[2:3] != ["to"] and not _TOLD_AGAIN.isdisjoint(said[2:])):
        return False  # "remind me what P3 is", "remind me, P3 is what again"
    pieces = enumerate(reading.sentence.pieces)
    at, first = next((each for each in pieces if each[1].word not in GREETINGS), (0, None))
    if reading.sentence.levels and at in _named_parts(reading):
        return False  # where "book" is a dimension: "book of a desk head"
    return first is None or first.run is None  # a title may begin so: "Set-Up Baker"
