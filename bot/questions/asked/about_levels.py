"""Questions that name a level: what they want to know of it, and how sure that is."""

from collections.abc import Callable, Iterable

from bot.questions.asked.answerable import MOST_LEVELS, answered, refs_of
from bot.questions.asked.asked_card import (
    asks,
    asks_card,
    asks_no_card,
    is_called_so,
    means_another,
    says_other,
)
from bot.questions.asked.beside import (
    across_families,
    between,
    fits_families,
    in_one_family,
    with_neighbor,
)
from bot.questions.asked.of_people import asks_of_people
from bot.questions.asked.outright import OUTRIGHT, asked_outright, purpose
from bot.questions.asked.part_of_levels import SURE_OF_PART, asked_part, hinted_part
from bot.questions.asked.parts_beside import of_parts
from bot.questions.asked.steps import levels_apart, named_of_level, outranks
from bot.questions.asked.stories import OF_STORY, asked_of_story
from bot.questions.language.patterns import pattern
from bot.questions.levels.doubts import FOREIGN
from bot.questions.levels.frames import Frame, Way, compare, growth
from bot.questions.levels.step_roles import from_and_to, is_step
from bot.questions.parts.attributes import Asked
from bot.questions.question import Intent, Question
from bot.questions.reading import Levels, Reading
from bot.questions.skills.asked_skills import skill_found
from bot.questions.skills.level_skills import SkillReading, asked_plainly, named_clearly, spoken_of
from bot.questions.skills.named_skills import named_skill
from bot.questions.skills.skill_frames import SkillAsked, skill_asked
from bot.questions.skills.skill_pieces import may_name_skill
from bot.questions.skills.skill_words import (
    alternatives,
    is_of_kind,
    names_other,
    narrowed_to_skills,
    whole_line,
)
from bot.questions.tagging.strange_words import unknown_words

_SURE_SKILL = 0.93
_SURE_OF_SEVERAL = 0.85
_PAIR = 2

_PLAIN_QUESTION = pattern(
    """
    (just|recently|newly|now) (became|become|been made|made) (a|an|the)? @
    what does (the|that|its|my|this|her|his|their) card (say|list|contain|show|mention|look)
    (give|read|see|show) (me|us)? (the|that|its|this) (level|card|text|description|definition)
    what (is)? (it|that|this)
    what (am|did|do|have) (i|we|he|she|they) (sign|signed|signing|getting|get|got) (up|into|in)
    what does (it|that|this) (mean|stand for)
    """
)


_FOR_ONLY_CARD = OF_STORY.lines | OUTRIGHT
"""The lines of patterns without which a card is not asked for outright."""


def question(reading: Reading) -> Question | None:
    """What is asked of the levels that a question names; None when it names none."""
    if not reading.sentence.levels:
        return None
    possible = reading.sentence.possible
    if possible & _FOR_ONLY_CARD and (only_card := _only_card(reading)):
        return only_card
    skills = _skills_asked(reading) if may_name_skill(reading.sentence) else []
    return (
        (_skill(skills, asked_plainly) if skills else None)
        or _compared(reading)
        or (_part_changes(reading) if possible & _CHANGES.lines else None)
        or _grown(reading)
        or (_skill(skills, named_clearly) if skills else None)
        or asked_part(reading)
        or (_skill(skills, spoken_of) if skills else None)
        or hinted_part(reading)
        or _several(reading)
        or card(reading)
    )


def asked_line(reading: Reading) -> Question | None:
    """A need for what a card has in as many words, which no other wish is: "is X my job"."""
    if not reading.sentence.levels:
        return None
    lines = (skill for skill in _skills_asked(reading) if skill.asked.framed and skill.says_line())
    return _skill(lines, asked_plainly)


def _several(reading: Reading) -> Question | None:
    """Levels of which no words tell what is wanted: the way from one to the other, or both.

    "I am a P3 and my manager puts me up for P4", "where does P4 end and P5 begin".
    """
    if reading.before or len(reading.sentence.levels) < _PAIR or is_called_so(reading):
        return None
    levels = reading.levels_when((), evident=True)
    refs = refs_of(levels.mentions)
    if len(levels.mentions) < _PAIR or len(refs) < _PAIR:
        return None
    if len(refs) == _PAIR and is_step(reading.sentence):
        ends = _in_order(reading, levels, refs)
        return answered(reading, levels, Intent.GROWTH, ends, _SURE_OF_SEVERAL)
    return answered(reading, levels, Intent.COMPARE, refs, _SURE_OF_SEVERAL)


def _only_card(reading: Reading) -> Question | None:
    """A card that is asked for outright, so that no other word names a skill or a part of it."""
    asks = asked_of_story(reading) or asked_outright(reading)
    if asks is None:
        return None
    levels = reading.levels_when((*asks, *purpose(reading.sentence)), evident=True)
    if len(levels.mentions) != 1:
        return None
    return answered(reading, levels, Intent.CARD, refs_of(levels.mentions), 0.95)


def _compared(reading: Reading) -> Question | None:
    frame = compare(reading.sentence)
    if frame is None or (frame.sure < 0.9 and (growth(reading.sentence) or reading.attributes)):
        return None
    attribute = _clearest(reading, frame)
    covered = frame.covered | (frozenset(attribute.covered) if attribute else frozenset())
    levels = in_one_family(reading.levels_when(covered, evident=True))
    refs = refs_of(levels.mentions)
    if len(levels.mentions) > 1 and len({mention.refs for mention in levels.mentions}) == 1:
        return None  # "P3 P3 P3, what's that" names one level
    if frame.way:
        ends = with_neighbor(reading.index, refs, frame.way)
        refs = ends if frame.way is Way.UP else ends[::-1]  # in the order asked
    if frame.way is None and len(levels.mentions) < 2:
        refs = across_families(reading, refs)
    if not refs or (frame.across and len(refs) < 2):
        return None
    built = answered(reading, levels, Intent.COMPARE, refs, frame.sure)
    if frame.sure < _SURE_OF_SEVERAL and built.intent is Intent.UNKNOWN:
        return None
    if frame.sure < _SURE_OF_SEVERAL and not levels.named_family and asks_of_people(reading):
        return built._replace(intent=Intent.UNKNOWN, confidence=FOREIGN, refs=(), near=refs)
    return of_parts(built, reading, attribute) if attribute else built


_CHANGES = pattern(
    """
    (change|grow|differ|increase|rise|shift|widen|evolve|expand|vary|shrink) (much|a lot)? (from|between) (a|an|the)? @ (to|and) (a|an|the)? @
    """
)


def _part_changes(reading: Reading) -> Question | None:
    """A part that is other at one level than at another: "how does autonomy change from P1 to P3"."""
    changes = reading.sentence.find(_CHANGES)
    if changes is None:
        return None
    parts = (each for each in reading.attributes if each.weight > 1)
    asked = next((each for each in parts if each.covered[-1] == changes[0] - 1), None)
    if asked is None:
        return None
    levels = in_one_family(reading.levels_when({*changes, *asked.covered}, evident=True))
    refs = refs_of(levels.mentions)
    if len(refs) < _PAIR:
        return None
    compared = answered(reading, levels, Intent.COMPARE, refs, SURE_OF_PART[asked.weight])
    return of_parts(compared, reading, asked)


def _grown(reading: Reading) -> Question | None:
    frame = growth(reading.sentence)
    if frame is None or (frame.way is Way.HERE and reading.sentence.find(_PLAIN_QUESTION)):
        return None
    if frame.way is not None and named_of_level(reading):
        return None
    attribute = _clearest(reading, frame)
    if attribute and frame.way is None and (each := _of_each(reading, frame, attribute)):
        return each
    if (
        attribute
        and frame.way is not None
        and attribute.weight > 1
        and not outranks(reading, frame, attribute)
    ):
        return None
    covered = frame.covered | (frozenset(attribute.covered) if attribute else frozenset())
    levels = in_one_family(reading.levels_when(covered, evident=True))
    refs = refs_of(levels.mentions)
    torn = any(map(fits_families, levels.mentions))
    if frame.way is None and len(refs) >= 2 and not torn:
        refs = _in_order(reading, levels, refs)
    elif len(refs) == 1 and frame.covered:
        apart = levels_apart(reading.sentence)
        refs = with_neighbor(reading.index, refs, frame.way or Way.UP, apart)
    if not refs or (len(refs) < _PAIR and not frame.covered):
        return None
    only_told = frame.way is not None and not asks(reading) and says_other(reading, covered)
    sure = FOREIGN if only_told or torn else frame.sure
    return answered(reading, levels, Intent.GROWTH, refs[: MOST_LEVELS if torn else 2], sure)


def _of_each(reading: Reading, frame: Frame, attribute: Asked) -> Question | None:
    """One part of each level from one to another: "salaries for P1 to P3".

    None where more is said of the way from one to the other than "to" or "from".
    """
    if reading.sentence.telling(frame.covered):
        return None
    levels = reading.levels_when(frame.covered | set(attribute.covered), evident=True)
    cards = [reading.index.ladder.card(ref) for ref in refs_of(levels.mentions)]
    if len(cards) != 2 or cards[0] is None or cards[1] is None:
        return None
    refs = between(reading.index, cards[0], cards[1])
    if not 2 < len(refs) <= MOST_LEVELS:
        return None
    sure = SURE_OF_PART[attribute.weight]
    built = answered(reading, levels, Intent.ATTRIBUTE, refs, sure)
    return built._replace(attribute=attribute.attribute)


def _in_order(reading: Reading, levels: Levels, refs: tuple[str, ...]) -> tuple[str, ...]:
    places = reading.sentence.levels
    if len(levels.mentions) != len(places) or len(refs) != len(places):
        return refs
    start, goal = from_and_to(reading.sentence)
    return refs[places.index(start)], refs[places.index(goal)]


def _clearest(reading: Reading, frame: Frame) -> Asked | None:
    """The part that a question names beside what it asks of the levels."""
    for asked in reading.attributes:
        if asked.weight > 1 and not frame.covered.issuperset(asked.covered):
            return asked
    return None


def _skills_asked(reading: Reading) -> list[SkillReading]:
    """The skills that the levels named may be asked for, likeliest first: at most two."""
    spoken = compare(reading.sentence)
    skip = spoken.covered if spoken and spoken.sure > _SURE_SKILL else ()
    asked = skill_asked(reading.sentence, reading.index.skills, skip)
    if asked is None or names_other(reading, asked) or _says_way(reading, asked):
        return []
    if not asked.framed and _HELP.issuperset(asked.words):
        return []  # "Interviewing a Data Science V tomorrow. Help?"
    levels = reading.levels_when(asked.covered, evident=True)
    refs = refs_of(levels.mentions)
    if not refs:
        return []
    whole = SkillReading.of(reading, asked, levels, refs)
    if whole.best is None and spoken and spoken.covered and len(refs) >= _PAIR:
        return []  # "do M3 and M4 have different budgets to sign for"
    if whole.best or not whole.is_firm():
        return [whole]
    cuts = filter(None, (cut(reading, asked) for cut in _CUTS))
    # The fewer words name the skill better where neither is listed: "kafka", not "kafka matters".
    fewer = (each for each in cuts if not is_of_kind(reading, each))
    readings = [*(SkillReading.of(reading, each, levels, refs) for each in fewer), whole]
    if not any(skill.best for skill in readings) and (named := named_skill(reading, asked)):
        name = SkillReading.of(reading, named, levels, refs)
        readings[:0] = [name] if name.best or name.names_tool() else []
    return sorted(readings, key=lambda skill: (skill.best is None, not skill.elsewhere))


_CUTS = (alternatives, narrowed_to_skills, whole_line)
"""What is left of a skill's words without those that say something else."""


_HELP = frozenset("help advice tips thoughts ideas suggestions hints".split())
"""What is wanted of whoever is asked, and no skill of a level."""


def _says_way(reading: Reading, asked: SkillAsked) -> bool:
    """Whether its words only ask for the way up: "what separates me from promotion"."""
    way = growth(reading.sentence)
    pieces = reading.sentence.pieces
    return way is not None and set(asked.words) <= {pieces[at].word for at in way.covered}


def _skill(skills: Iterable[SkillReading], how: Callable[[SkillReading], bool]) -> Question | None:
    """The first of the skills that the words show to be asked so; None where they show none."""
    skill = next(filter(how, skills), None)
    if skill is None:
        return None
    reading, asked, refs = skill.reading, skill.asked, skill.refs
    sure = FOREIGN if skill.best is None and is_called_so(reading) else _SURE_SKILL
    built = answered(reading, skill.levels, Intent.SKILL, refs, sure)
    found = skill_found(reading.index, asked, skill.matches, refs)
    return built._replace(skill=found)


_STRANGE_FROM = 3
"""Strange words from which a bare code may be anything: "IT gave me an M3, it is fast …"."""


def card(reading: Reading) -> Question | None:
    """The card or cards of the levels named; None when nothing shows that they are meant."""
    asks = asks_card(reading)
    levels = reading.levels_when(asks or (), evident=asks is not None)
    if not levels.mentions:
        return None
    strange = not levels.named_family and unknown_words(levels.tags) >= _STRANGE_FROM
    other = asks_no_card(reading) if asks is None else means_another(reading)
    sure = FOREIGN if strange or other else 1.0
    return answered(reading, levels, Intent.CARD, refs_of(levels.mentions), sure)
