"""Questions that only make sense after an answer: "and P3?", "what about its autonomy?"."""

from dataclasses import replace

from bot.questions import about_levels
from bot.questions.asked_skills import skill_of
from bot.questions.frames import Way
from bot.questions.patterns import FAMILY, LEVEL, pattern
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading, with_levels_before
from bot.questions.tags import Kind
from bot.questions.words import words

_SURE = 0.95
_PLAIN = 0.8
"""A comparison that is only guessed from the levels being there is less sure than this."""
_FEW = 4

_AND = frozenset(
    "and what about how for same also or ok okay now then so a an the please pls thanks too "
    "as well whats is of level one in , hm hmm cool great but at does sorry meant i my bad oops no "
    "not instead rather actually mean it that those would do".split()
)
_VERSUS = pattern(
    """
    (vs|versus|against|than)
    (compare|compared|comparing|differ|different|difference|stack up) * (to|with|from|against|and)
    how * (compare|differ|different)
    """
)


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
    (show|open|pull up|see) (me|us)? (it|that|the card|this|that card)
    """
)


def follow_up(reading: Reading) -> Question | None:
    """What is asked after an answer; None when the question stands by itself."""
    before = tuple(ref for ref in reading.context.levels if reading.index.ladder.card(ref))
    if not before:
        return None
    named = len(reading.sentence.levels())
    if named == 0:
        return _for_other_family(reading, before) or _about_those_before(reading, before)
    if named == 1 and _begins_with_versus(reading):
        return about_levels.question(with_levels_before(reading, before[-1:]))
    if named == 1 and _says_only(reading, LEVEL):
        levels = reading.levels_when((), evident=True)
        refs = about_levels.refs_of(levels.mentions)
        if _is_elsewhere(reading, refs):
            return Question(
                reading.text,
                Intent.UNKNOWN,
                0.4,
                family=reading.context.family,
                near=refs,
                no_such=refs[0].partition("/")[2],
            )
        return _same_again(reading, refs, before)
    return None


def _is_elsewhere(reading: Reading, refs: tuple[str, ...]) -> bool:
    """Whether only other families have the level: after a data scientist's P3, "and M1?"."""
    spoken_of = reading.context.family
    named = any(run.families for run in reading.runs)
    return (
        bool(spoken_of) and not named and all(not ref.startswith(f"{spoken_of}/") for ref in refs)
    )


def _says_only(reading: Reading, what: str) -> bool:
    return all(piece.stem == what or piece.word in _AND for piece in reading.sentence.pieces)


def _begins_with_versus(reading: Reading) -> bool:
    found = reading.sentence.find(_VERSUS)
    level = reading.sentence.levels()[0]
    return found is not None and found[0] < level and level - found[-1] <= 3


def _about_those_before(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """A question without a level that asks something of the levels answered before."""
    if reading.sentence.find(_STANDS_ALONE):
        return None
    if reading.context.intent is Intent.GROWTH:
        before = before[-1:]
    if reading.sentence.find(_WHOLE_CARD):
        return Question(reading.text, Intent.CARD, _SURE, before, assumed=False)
    strange = sum(tag.kind is Kind.OTHER for tag in reading.tags)
    asked = about_levels.question(with_levels_before(reading, before))
    if asked is None or asked.intent in {Intent.CARD, Intent.UNKNOWN}:
        return None
    if asked.intent is Intent.COMPARE and asked.confidence < _PLAIN:
        return None
    vague = all(each.weight == 1 for each in reading.attributes)
    if asked.intent is Intent.ATTRIBUTE and vague and len(reading.sentence.pieces) > _FEW:
        return None
    return None if strange > 1 and asked.intent is not Intent.SKILL else asked


def _for_other_family(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """ "and for data scientists?": the same levels there."""
    if not reading.family or not reading.sentence.pieces or not _says_only(reading, FAMILY):
        return None
    cards = reading.index.ladder.families[reading.family].cards
    codes = [ref.partition("/")[2] for ref in before]
    refs = tuple(cards[code].ref for code in codes if code in cards)
    return _same_again(reading, refs, before) if refs else None


def _same_again(
    reading: Reading, refs: tuple[str, ...], before: tuple[str, ...]
) -> Question | None:
    """What was asked before, of the levels named now."""
    context = reading.context
    if not refs:
        return None
    asked = Question(reading.text, Intent.CARD, _SURE, refs, reading.family)
    match context.intent:
        case Intent.ATTRIBUTE if context.attribute:
            return replace(asked, intent=Intent.ATTRIBUTE, attribute=context.attribute)
        case Intent.SKILL if context.skill:
            skill = skill_of(reading.index, words(context.skill), refs)
            return replace(asked, intent=Intent.SKILL, skill=skill)
        case Intent.GROWTH:
            ends = about_levels.with_neighbor(reading.index, refs, Way.UP)
            return replace(asked, intent=Intent.GROWTH, refs=ends)
        case Intent.COMPARE if before[0] not in refs:
            both = (before[0], *refs)
            return replace(asked, intent=Intent.COMPARE, refs=both, attribute=context.attribute)
    return asked
