"""Whether the card of a level is asked for, or some other thing that is called so: "the P1 fix"."""

from collections.abc import Iterable
from operator import attrgetter

from bot.questions.asked.of_people import asks_of_people
from bot.questions.language.chatter import is_chatter
from bot.questions.language.english import ASKING, GREETINGS, LEVEL_WORDS, NUMBER_WORDS, ROLE_WORDS
from bot.questions.language.of_cards import MEDIA
from bot.questions.language.patterns import FAMILY, LEVEL, pattern
from bot.questions.language.talk import FUNCTION_WORDS, TOOLS
from bot.questions.language.words import BREAK
from bot.questions.reading import Reading
from bot.questions.tagging.runs import Run
from bot.questions.tagging.sentence import Piece, Span
from bot.questions.tagging.strange_words import is_ruled_out
from bot.questions.tagging.tags import Kind

_ASKS_CARD = pattern(
    """
    what (is|are|was|does|do|would|exactly) * @
    @ * what (is|does|it|that|this|are) * (mean|that|it|this|stand for|about|exactly)
    (what|whats) (is|does) (that|it|this|this level|that level|that title|this title) (mean|about|stand for|supposed|called|exactly)?
    (define|describe|explain|show|pull up|look up|open|display|post|share|tell|summarize) * @
    (definition|description|meaning|card|details|overview|info|information|summary|lookup) (of|for|on|about) * @
    @ (card|definition|description|meaning|please|level|details)
    (know|clue|idea|understand|sure) what * (mean|means|is|that)
    (come|came|coming|hired|hiring|leveled|mapped|slotted|placed|listed|lists|start|joined|joining) * (as|at|to) (a|an)? @
    mean by * @
    (give|gimme|hand|fetch) (me|us) (the|a|an|our|your)? @
    (refresher|primer|rundown|lowdown|gist|crash course|cheat sheet|recap) (of|for|on|about) * @
    (pull|bring|look) (it|this|that|them) up
    (fill|clue) (me|us) in
    (brief|enlighten|educate) (me|us)
    (bring|get) (me|us) up to speed
    catch (me|us) up
    (show|open|see|view|read|display|post|paste|share) (it|this|that)
    (characterize|characterise|decode|decipher|demystify|sketch|outline) * @
    (paint|draw) (me|us)? (a|the)? picture (of|for) * @
    @ * card
    (see|paste|post|share|send|print|read|link) (me|us)? (that|the|this|its) (level|card|grade)
    (could|can|may|might) (i|you) (please|maybe)? (have|get|see|show|pull|read|paste|post|link) (me|us)? (the|a|that|our)? @
    (reading|learning) about (a|an|the)? @
    (give|read|see|show|need|want|get|send|have) (me|us)? (the|that|its|this) (level|card|text|description|definition)
    what (am|did|do|have|is|are) (i|we|he|she|they) (sign|signed|signing|getting|get|got) (up|into|in)
    """
)
_BESIDE_CARD = (
    FUNCTION_WORDS
    | ASKING
    | GREETINGS
    | LEVEL_WORDS
    | ROLE_WORDS
    | frozenset(
        "gimme lemme see view read check definition meaning lookup up overview summary typical normal usual full entire complete whole details detail "
        "description text version info information system doc page again sorry manager managers "
        "report hired hire joined started start company official confused forgot remember "
        "offer letter contract reads lists help explained".split()
    )
    | NUMBER_WORDS.keys()
    | {BREAK}
)
"""Words that say nothing beside a level but that its card is asked for."""


def asks_card(reading: Reading) -> Span | None:
    """The pieces that ask for the card, and for no other thing: not "the status of the P1"."""
    pieces = reading.sentence.pieces
    for found in reading.sentence.find_all(_ASKS_CARD):
        level = next((place for place in found if pieces[place].stem == LEVEL), found[0])
        if not any(map(_says_something, pieces[found[0] + 1 : level])):
            return found
    return _wished_medium(reading)


def _wished_medium(reading: Reading) -> Span | None:
    """The pieces that name on what a whole title is to be shown: "the text for Software III".

    Who wishes it, and what for, may be told in any words; none may stand between.
    """
    sentence, pieces = reading.sentence, reading.sentence.pieces
    held = sentence.find(_HELD)
    named = held or not MEDIA.isdisjoint(map(_WORD_OF, pieces))
    if not named or reading.before or not _OF_ITS_MAKING.isdisjoint(reading.words):
        return None
    if not any(run.specified for run in reading.runs):
        return None
    if held:
        return held
    for level in sentence.levels:
        for place in range(level - 1, max(level - _NEAR, -1), -1):
            if pieces[place].word in MEDIA and pieces[place + 1].word in _SAYS_OF_WHAT:
                return place, level
            if pieces[place].word == BREAK or _says_something(pieces[place]):
                break
        if any(piece.word in MEDIA for piece in pieces[level + 1 : level + 2]):
            return level, level + 1
    return None


_WORD_OF = attrgetter("word")
_NEAR = 8
_SAYS_OF_WHAT = frozenset("of for on about behind to regarding concerning with as".split())
_OF_ITS_MAKING = frozenset(
    "who when why how update updated edit edited rewrite rewritten wrong outdated approve approved "
    "translate translated wrote writes author owner delete remove fix correct".split()
)
"""Words with which a text itself is spoken of, and not what it says."""
_HELD = pattern(
    """
    (what|whatever|anything|everything|something|all) (that)? (we|you|they|it|there|hr|the ladder|one)? (can|could|may|might)? (have|has|hold|holds|got|keep|keeps|exist|exists|is|find|know|store|publish|published|wrote|write|offer) (is|written|documented|stored|published|down|up)? (on|about|for|under|regarding) (a|an|the|our|your)? @
    (present|presenting|introduce|introducing|feature|featuring) (a|an|the|our|your|their)? @ (at|in|to|during|for|on)
    (anything|everything|something|material|stuff) (on|about|regarding|under) (a|an|the|our|your)? @
    """
)


def asks(reading: Reading) -> bool:
    """Whether its signs or words show a question, and not only something that is told."""
    return "?" in reading.text or not _QUESTION_WORDS.isdisjoint(reading.words)


def asks_no_card(reading: Reading) -> bool:
    """Whether a card would be no answer: more is said than asks for it, or yes or no is asked."""
    return (
        says_other(reading)
        or _asks_yes_or_no(reading)
        or asks_of_people(reading)
        or means_another(reading)
    )


def means_another(reading: Reading) -> bool:
    """Whether a level is named to say that another is meant: "anything but P3, please"."""
    return reading.sentence.find(_BUT_THIS) is not None


_BUT_THIS = pattern(
    """
    (anything|everything|anyone|all|any|nothing|nobody) (but|except|besides|bar|other than) (for)? (a|an|the)? @
    """
)


def _asks_yes_or_no(reading: Reading) -> bool:
    """Whether it begins as what yes, no or a reason answers, and no card: "does a P4 lead people"."""
    said = [piece.word for piece in reading.sentence.pieces]
    if not _SHOWN.isdisjoint(said):
        return False  # "does Distinguished ML engineer exist? if so, show"
    first = next((word for word in said if word not in GREETINGS and word != BREAK), "")
    if first in _MAY_ASK_CARD:
        return any(map(_says_something, reading.sentence.pieces))
    return first in _ASKS_YES_OR_NO


_SHOWN = frozenset(["exist", "exists", "show", "open", "card"])
_ASKS_YES_OR_NO = frozenset("does did may might should would will must why".split())
_MAY_ASK_CARD = frozenset("do can could".split())
"""Words that also begin a wish for a card: "do we have a P5 one"."""


def _says_something(piece: Piece) -> bool:
    if piece.stem in (LEVEL, FAMILY) or piece.word.isdigit():
        return False
    return piece.word not in _BESIDE_CARD and not is_chatter(piece.word)


def says_other(reading: Reading, covered: Iterable[int] = ()) -> bool:
    """Whether more is said beside a level, and beside `covered`, than asks for it: "open P2s?".

    One word is enough where no family is named; a story around a whole title takes more.
    """
    if reading.before:
        return False
    tags, known = reading.sentence.tags, set(covered)
    telling = [
        piece.tag
        for place, piece in enumerate(reading.sentence.pieces)
        if piece.word not in _BESIDE_CARD and place not in known and _says_something(piece)
    ]
    other = len([place for place in telling if not is_ruled_out(tags, place)])
    if not any(run.specified for run in reading.runs):
        return other > 0
    if reading.sentence.find(_OF_TIME):
        return True
    asked = asks(reading)
    if other and not asked and reading.sentence.find(_TOLD_OF):
        return True  # "backend 2 is unreachable"
    return other >= (_STORY_AND_QUESTION if asked else _STORY)


_TOLD_OF = pattern("@ (is|are|was|were|has|have|had|got|keeps|went|left|joined|came|said)")
_OF_TIME = pattern(
    """
    when (will|would|did|is|are|do|does|can) (i|we|you|he|she|they|it|the|my|our)
    who (will|would|did)
    """
)
"""What is asked of people and of days, and of no card."""
_STORY, _STORY_AND_QUESTION = 3, 4
"""Words that say something else, from which a title is only one of the things that are told of."""
_QUESTION_WORDS = frozenset("what which how who why where when".split())


def is_called_so(reading: Reading) -> bool:
    """Whether a bare code is part of another thing's name: "the M3 GPU", "two M3 screws", "M1 air".

    A strange word follows it that no verb before it makes one: "can a P3 weld".
    """
    return any(
        not run.families and run.has(Kind.CODE) and _names_thing(reading, run)
        for run in reading.runs
    )


def _names_thing(reading: Reading, run: Run) -> bool:
    tags = reading.tags
    if [tag.kind for tag in tags[run.last + 1 : run.last + 2]] != [Kind.OTHER]:
        return False
    before = [tag.text for tag in tags[max(0, run.first - 2) : run.first]]
    if before[-1:] == ["the"]:
        return True
    asked = not _AUXILIARIES.isdisjoint(before)
    return not asked and tags[run.last + 1].text not in TOOLS


_AUXILIARIES = frozenset("do does did can could should would must may might will shall to".split())
