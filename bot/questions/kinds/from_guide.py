"""Questions that the ladder's guide answers, by their own words or by what they speak of."""

from bot.ladder import GuideEntry
from bot.questions.language.chatter import is_of_other_topic
from bot.questions.language.patterns import is_everyday
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.tagging.tags import Kind, has_kind
from bot.questions.texts.guide import NEARLY_THE_SAME, confidence

_SURE_OF_TOPIC = 0.75
_SIGNS = "?!.,;:()'\"’"
_WORDS_OF_A_STORY = 6
"""Words beside which one that nobody knows matters little."""


def from_guide(reading: Reading, at_least: float) -> Question | None:
    """A question that the ladder's guide answers. A draft is no answer yet, and is only named."""
    nearly = at_least >= NEARLY_THE_SAME
    found = reading.nearly_in_guide() if nearly else reading.like_guide
    if found is None or found[0] < at_least:
        return None
    likeness, entry = found
    return _guide_question(reading, entry, likeness)


def of_topic(reading: Reading) -> Question | None:
    """What the guide answers, told by what is spoken of, where no level is named clearly."""
    return None if reading.names_clearly() else perhaps_of_topic(reading)


def perhaps_of_topic(reading: Reading) -> Question | None:
    """The same, also of a level that is named, and where little is said that nobody knows."""
    entry = reading.guide_topic
    if entry is None or has_kind(Kind.SKILL, reading.tags):
        return None
    topics = reading.index.guide.topics
    unknown = [tag.text for tag in reading.tags if tag.kind is Kind.OTHER]
    unknown = [word for word in unknown if not topics.knows(word)]
    strange = sum(not is_everyday(word) for word in unknown)
    if any(map(is_of_other_topic, unknown)) or strange * _WORDS_OF_A_STORY > len(reading.words):
        return None
    if speaks_of_somebody(reading):
        return None
    return _guide_question(reading, entry, _SURE_OF_TOPIC)


def speaks_of_somebody(reading: Reading) -> bool:
    """Whether a word that nobody knows is written as a name: "did Priya get promoted"."""
    others = [tag.text for tag in reading.tags if tag.kind is Kind.OTHER]
    if not others:
        return False
    knows = reading.index.guide.topics.knows
    written = {each.strip(_SIGNS) for each in reading.plain.split() if each[0].isupper()}
    return any(
        not (is_everyday(word) or knows(word))
        and not written.isdisjoint((word.capitalize(), word.upper()))
        for word in others
    )


def _guide_question(reading: Reading, entry: GuideEntry, likeness: float) -> Question:
    approved = entry.status == "approved"
    intent = Intent.GUIDE if approved else Intent.UNKNOWN
    return Question(reading.text, intent, confidence(likeness) if approved else 0.3, guide=entry)
