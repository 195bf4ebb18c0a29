"""The one skill that a story names, where its end asks who needs "it" and names none.

"Three managers claim succession plans are not their job. At what levels does that show up?"
"""

from collections.abc import Sequence

from bot.questions.asked.answerable import answered, refs_of
from bot.questions.language.patterns import pattern
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.skills.asked_skills import skill_found, who_needs_told
from bot.questions.skills.level_skills import SkillReading
from bot.questions.skills.named_skills import MEANS_IT, has_name, names_in, with_name
from bot.questions.skills.skill_frames import LEVEL_SAID, SkillAsked, asks_for_skill, skill_asked
from bot.questions.skills.skill_words import skill_words

_OF_LEVELS = frozenset([Intent.CARD, Intent.ATTRIBUTE, Intent.SKILL, Intent.COMPARE, Intent.GROWTH])
_SURE = 0.85
_NOTHING = SkillAsked((), (), "", frozenset(), framed=True)
_ASKS_FOR_IT = pattern(
    """
    (is|are|was) (it|that|this|they|those|these) (really|even|actually|still|also)? (a|an|the)? (thing|must|requirement|needed|required|expected|listed|wanted|mandatory|necessary|true|correct|right)
    (do|does|did|should|must|will|would) (i|we|you|he|she|they|one) (really|even|actually|have to|need to)? (need|ask|require|expect|want|know|list|mention|learn) (for)? (it|that|this|them|those)
    """
)


def is_of_cards(asked: Question, ending: Reading) -> bool:
    """Whether it asks something of levels that are named, or which of them list a skill."""
    if asked.intent is Intent.SKILL and not asked.refs:
        listed = asked.skill is not None and bool(asked.skill.lines)
        return listed and (not LEVEL_SAID.isdisjoint(ending.words) or has_name(ending))
    return asked.intent in _OF_LEVELS and bool(asked.refs)


def told_before(story: Reading, ending: Reading) -> Question | None:
    """Who needs "that", or whether a level does, of the one skill that is named before."""
    asked = _told(story, ending)
    if asked is None:
        return None
    if story.sentence.levels and story.names_clearly():
        return _at_level(story, asked)
    return who_needs_told(story, asked)


def _told(story: Reading, ending: Reading) -> SkillAsked | None:
    """The one skill that a story names, where its end asks who needs "it" and names none."""
    said = [piece.word for piece in ending.sentence.pieces]
    if MEANS_IT.isdisjoint(said) or ending.sentence.levels or has_name(ending):
        return None
    if not asks_for_skill(ending.sentence) and not ending.sentence.find(_ASKS_FOR_IT):
        return None
    asks = skill_asked(ending.sentence, ending.index.skills)
    if asks and skill_words(ending, asks):
        return None
    found: Sequence[Sequence[int]] = list(names_in(story))
    return with_name(_NOTHING, story, found[0]) if len(found) == 1 else None


def _at_level(reading: Reading, asked: SkillAsked) -> Question | None:
    """Whether the one level of a story needs a skill that it names."""
    levels = reading.levels_when(asked.covered, evident=True)
    if len(levels.mentions) != 1:
        return None
    skill = SkillReading.of(reading, asked, levels, refs_of(levels.mentions))
    found = skill_found(reading.index, asked, skill.matches, skill.refs)
    sure = answered(reading, levels, Intent.SKILL, skill.refs, _SURE)
    return sure._replace(skill=found) if skill.best or skill.names_tool() else None
