"""What is asked of the levels answered before by a question that names none."""

from bot.questions.asked import about_levels
from bot.questions.asked.asked_card import asks
from bot.questions.language.english import DEGREES, THANKS
from bot.questions.language.patterns import pattern
from bot.questions.language.talk import TOOLS
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading, with_levels_before
from bot.questions.tagging.strange_words import unknown_words
from bot.questions.tagging.tags import Kind
from bot.questions.threads.thread_words import ON_AND_ON

_SURE = 0.95
_PLAIN = 0.8
"""A comparison that is only guessed from the levels being there is less sure than this."""
_FEW = 4
_STANDS_ALONE = pattern(
    """
    who (need|needs|use|uses|has|have|must|does|should|can)
    (which|what) (level|card|grade|family|role)
    (what|how) * (can|do|are) you
    """
)
_WHOLE_CARD = pattern(
    """
    (whole|full|entire|complete) card
    (tell|say|show|see|know|give) * more * (it|that|this|about it|about that)
    more (about|on|of) (it|that|this)
    (show|open|pull up|see) (me|us)? (it|that|the card|this|that card)
    (that|this|its|his|her|their) card
    """
)


_AND_OF_PART = ON_AND_ON | frozenset(
    "terms regards regarding concerning aspect part wise matter comes both each any much".split()
)
"""Also words that only lead on to a part of the card: "and in terms of scope?"."""
_DOERS = frozenset("i we you they he she it do does did can could would should will".split())


def part_of_those(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """ "And reach?", "in terms of ownership?": a part, whatever else its words say."""
    pieces = reading.sentence.pieces
    named = {
        each.attribute: each
        for each in reading.attributes
        if not all(pieces[place].word in ON_AND_ON for place in each.covered)
    }
    if len(named) != 1:
        return None
    if all(each.weight == 1 for each in named.values()) and not _DOERS.isdisjoint(reading.words):
        return None  # "and ownership?", but not "can you teach me that"
    part, covered = next(iter(named)), {at for each in reading.attributes for at in each.covered}
    if not all(
        piece.word in _AND_OF_PART or place in covered for place, piece in enumerate(pieces)
    ):
        return None
    context = reading.context
    beside = context.intent is Intent.COMPARE and len(before) > 1
    refs = before[-1:] if context.intent is Intent.GROWTH else before
    intent = Intent.COMPARE if beside else Intent.ATTRIBUTE
    return Question(reading.text, intent, _SURE, refs, reading.family, attribute=part)


def asked_of_those(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """A question without a level that asks something of the levels answered before."""
    weighs = len(before) > 1 and not DEGREES.isdisjoint(reading.words)
    if reading.sentence.find(_STANDS_ALONE) and not weighs:
        return None  # but "who has more autonomy" is asked of both
    if reading.context.intent is Intent.GROWTH:
        before = before[-1:]
    if reading.sentence.find(_WHOLE_CARD) and not _names_skill(reading):
        return Question(reading.text, Intent.CARD, _SURE, before, assumed=False)
    covered = {place for each in reading.attributes for place in each.covered}
    strange = unknown_words(reading.sentence.understood(covered))
    asked = about_levels.question(with_levels_before(reading, before))
    if asked is None or asked.intent in {Intent.CARD, Intent.UNKNOWN}:
        return None
    guessed = asked.intent is Intent.COMPARE and asked.confidence < _PLAIN
    if guessed or _only_tells(reading, asked):
        return None
    if asked.intent is Intent.ATTRIBUTE and reading.context.intent is Intent.COMPARE:
        asked = asked._replace(intent=Intent.COMPARE)  # still side by side
    vague = all(each.weight == 1 for each in reading.attributes)
    if asked.intent is Intent.ATTRIBUTE and vague and len(reading.sentence.pieces) > _FEW:
        return None
    return None if strange > 1 and asked.intent is not Intent.SKILL else asked


def _names_skill(reading: Reading) -> bool:
    """Whether something is named that a card may list: "anything about Terraform on that card"."""
    knows = reading.index.skills.knows
    return any(
        tag.text in TOOLS or (tag.kind is Kind.OTHER and knows(tag.text)) for tag in reading.tags
    )


def _only_tells(reading: Reading, asked: Question) -> bool:
    """Whether nothing asks for a skill that is nowhere: "let's take it offline, see you there"."""
    if asked.skill is None or asks(reading):
        return False
    if reading.words[0] in THANKS and _ASKS_OF_LEVEL.isdisjoint(reading.words):
        return True
    if asked.skill.wording is not None:
        return False
    return reading.words[0] not in _BEGINS_QUESTION


_ASKS_OF_LEVEL = frozenset(
    "is are do does did must should can could would will need needs any".split()
)
_BEGINS_QUESTION = _ASKS_OF_LEVEL | {"and", "or", "also", "plus"}
