"""Whether the levels that a question names are clear enough, and few enough, to be answered."""

from operator import attrgetter

from bot.questions.asked.incidents import is_incident
from bot.questions.levels.doubts import FOREIGN
from bot.questions.question import Intent, Mention, Question
from bot.questions.reading import Levels, Reading

ANSWER_FROM = 0.65
"""The confidence from which a question is answered; below it the bot asks back."""

MOST_LEVELS = 4
"""As many levels as one question may name and be answered (contract: compare, two to four)."""

_MOST_CARDS = {Intent.COMPARE: MOST_LEVELS, Intent.ATTRIBUTE: 12, Intent.SKILL: 12}
"""Cards that one answer can hold; where a code without a family fits more, the bot asks back."""
_CONFIDENCE = attrgetter("confidence")


def refs_of(mentions: list[Mention]) -> tuple[str, ...]:
    """The cards that fit some mentions, each once, in order."""
    if len(mentions) == 1:  # as of most questions
        return tuple(dict.fromkeys(mentions[0].refs))
    return tuple(dict.fromkeys([ref for mention in mentions for ref in mention.refs]))


def answered(
    reading: Reading, levels: Levels, intent: Intent, refs: tuple[str, ...], sure: float
) -> Question:
    """The question, or doubt when the levels are not clear enough or too many."""
    mentions = levels.mentions
    confidence = min(map(_CONFIDENCE, mentions), default=0.0) * sure
    named = len({mention.refs for mention in mentions}) if len(mentions) > MOST_LEVELS else 0
    incident = not levels.named_family and is_incident(levels)
    if named > MOST_LEVELS or incident:
        confidence = min(confidence, FOREIGN)
    asked = Question(
        reading.text,
        intent,
        round(confidence, 2),
        refs,
        reading.family,
        assumed=not levels.named_family,
    )
    most = _MOST_CARDS.get(intent, len(refs))
    if confidence >= ANSWER_FROM and len(refs) <= most:
        return asked
    if named > MOST_LEVELS and not incident:
        return asked._replace(intent=Intent.UNKNOWN, refs=(), too_many=refs)
    near = refs if len(refs) <= most else refs[:MOST_LEVELS]
    sure = min(asked.confidence, FOREIGN)
    return asked._replace(intent=Intent.UNKNOWN, confidence=sure, refs=(), near=near)
