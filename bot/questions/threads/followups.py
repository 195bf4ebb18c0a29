"""Questions that only make sense after an answer: "and P3?", "what about its autonomy?"."""

from bot.questions.asked import about_levels
from bot.questions.asked.answerable import refs_of
from bot.questions.asked.beside import with_neighbor
from bot.questions.language.chatter import is_chatter
from bot.questions.language.english import GREETINGS, THANKS
from bot.questions.language.patterns import FAMILY, LEVEL, pattern
from bot.questions.language.talk import TOOLS
from bot.questions.levels.frames import Way, compare, growth
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading, with_levels_at, with_levels_before
from bot.questions.skills.asked_skills import skill_of, who_else
from bot.questions.skills.skill_frames import skill_asked
from bot.questions.skills.skill_words import said_before
from bot.questions.tagging.runs import Run
from bot.questions.tagging.tags import Kind
from bot.questions.threads.asked_of_those import asked_of_those, part_of_those
from bot.questions.threads.other_years import same_for_other_years
from bot.questions.threads.thread_levels import another_instead, compared_as_before
from bot.questions.threads.thread_words import ON_AND_ON

_SURE = 0.95
_SURE_SKILL = 0.9
_FEW = 4
_SAME_AGAIN = {Intent.CARD, Intent.ATTRIBUTE, Intent.SKILL}
"""What may be asked of the level beside in the same way."""

_AND = ON_AND_ON
_COURTESY = GREETINGS | THANKS
_NEED_IT = _AND | frozenset(
    "need needs needed require requires required know knows have has use uses expected must should "
    "list lists listed include includes mention mentions want wants card really already".split()
)
"""Also words that ask for the skill that was spoken of: "and would a P4 need it?"."""
_VERSUS = pattern(
    """
    (vs|versus|against|than)
    (compare|compared|comparing|differ|different|difference|stack up) * (to|with|from|against|and)
    (how|what|anything|much|any) * (compare|differ|different)
    """
)


_WHO_ELSE = pattern(
    """
    (who|anyone|anybody|someone|somebody) else
    who * (need|needs|use|uses|list|lists|have|has|require|requires) (it|that|this)
    (which|what|any) (other)? (level|card|role|grade) * (it|that|this|else|too)
    (which|what|any) other (level|card|role|grade)
    """
)
_UP_OR_DOWN = frozenset(
    "one level step rung grade up down lower higher above below next previous before after it this "
    "under over further notch band tier".split()
)
_HIGHER = frozenset("up higher above".split())
_SHOW = frozenset("show see open pull view display read".split())
_PAIR = 2
_DOWN = frozenset("down lower below previous before under".split())
_UP = frozenset("up higher above next after over".split())
_FIRST = frozenset("first former 1st left".split())
_LAST = frozenset("second latter 2nd last other right".split())
_TO_LEVEL = pattern("(to|into|towards) (a|an|the)? @")
_IF_I_WERE = pattern(
    """
    (want|wanted|like|liked|go|went|move|moved|switch|become|became|try|tried) * @
    """
)


def follow_up(reading: Reading) -> Question | None:
    """What is asked after an answer; None when the question stands by itself."""
    levels = dict.fromkeys(reading.context.levels)
    before = tuple(ref for ref in levels if reading.index.ladder.card(ref))
    if not before:
        return None
    if other := same_for_other_years(reading):
        return other
    named = {mention.refs for some in reading.mentions.values() for mention in some}
    match min(len(named), len(reading.sentence.levels)):
        case 0:
            return (
                _of_grade(reading, before)
                or _who_else(reading)
                or _for_other_family(reading, before)
                or _beside(reading, before)
                or _on_from_there(reading, before)
                or _between_both(reading, before)
                or _other_skill(reading, before)
                or part_of_those(reading, before)
                or asked_of_those(reading, before)
            )
        case 1:
            return _with_one_level(reading, before)
    return _with_levels(reading, before)


def _with_one_level(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """A question that names one level, and may mean those before beside it."""
    if _begins_with_versus(reading):
        both = with_levels_before(reading, before[-1:])
        return compared_as_before(reading, about_levels.question(both))
    if beside := _compared_with_those_before(reading, before):
        return beside
    refs = refs_of(reading.levels_when((), evident=True).mentions)
    # What names a level at first sight may name none when it is read again.
    if refs and (_says_only(reading, LEVEL, _words_around(reading)) or _says_no_more(reading)):
        return _same_of(reading, refs, before)
    return _other_skill(reading, refs) or _step_with_those_before(reading, before)


def _same_of(reading: Reading, refs: tuple[str, ...], before: tuple[str, ...]) -> Question | None:
    """What was asked before, of a level that is named now, which other families may have."""
    if _is_elsewhere(reading, refs):
        return Question(
            reading.text,
            Intent.UNKNOWN,
            0.4,
            family=reading.context.family,
            near=refs,
            no_such=refs[0].partition("/")[2],
        )
    if "card" in reading.words:
        return Question(reading.text, Intent.CARD, _SURE, refs, reading.family)
    if reading.context.intent is Intent.GROWTH and reading.sentence.find(_TO_LEVEL):
        refs = (before[0], *refs[:1])
        return Question(reading.text, Intent.GROWTH, _SURE, refs, reading.family)
    return _same_again(reading, refs, before)


def _words_around(reading: Reading) -> frozenset[str]:
    """The words that say no more than that the same is asked again."""
    needs_it = reading.context.intent is Intent.SKILL and "it" in reading.words
    return _NEED_IT if needs_it else _AND


def _compared_with_those_before(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """ "How would that compare with somebody who is ML III", "can you put it next to a P6"."""
    if len(before) > 1:
        return None
    both = with_levels_before(reading, before)
    frame = compare(both.sentence) if both.in_place else None
    if frame is None or frame.way or frame.sure < _SURE_FRAME:
        return None
    asked = about_levels.question(both)
    return asked if asked and asked.intent is Intent.COMPARE else None


_SURE_FRAME = 0.9


def _with_levels(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """A question that names several levels, and says no more: "and P5 and P6?"."""
    if instead := another_instead(reading):
        return _of_levels(reading, instead)
    again = reading.context.intent in {Intent.ATTRIBUTE, Intent.SKILL}
    if again and _says_only(reading, LEVEL):
        refs = refs_of(reading.levels_when((), evident=True).mentions)
        return _same_again(reading, refs, before)
    asked = about_levels.question(reading)
    changed = compared_as_before(reading, asked)
    return changed if changed is not asked else None


def _of_grade(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """ "How about III", "and a 4?": a grade of the family that was spoken of."""
    family = reading.context.family
    graded = [run for run in reading.runs if run.some(Kind.GRADE)]
    if len(graded) != 1 or not family or reading.runs != graded:
        return None
    if graded[0].tags[0].text == "one":
        return None  # "then the next one?"
    if not all(
        piece.word in _AND
        for piece in reading.sentence.pieces
        if piece.word != graded[0].tags[0].text
    ):
        return None
    codes = reading.index.lexicon.levels_for(graded[0].signature, family)
    return _same_again(reading, tuple(f"{family}/{code}" for code in sorted(codes)), before)


def _step_with_those_before(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """ "How do I make the jump to that from P2?", "and if I wanted to be a team lead instead?"."""
    both = with_levels_before(reading, before[-1:])
    instead = "instead" in reading.words and reading.sentence.find(_IF_I_WERE)
    if not instead and not (both.in_place and growth(both.sentence)):
        return None
    asked = about_levels.question(both)
    return asked if asked and asked.intent is Intent.GROWTH else None


def _who_else(reading: Reading) -> Question | None:
    """ "Who else needs it?", after a question about a skill."""
    said = reading.context.skill
    if reading.context.intent is not Intent.SKILL or not said:
        return None
    asks = reading.sentence.find(_WHO_ELSE)
    other = skill_asked(reading.sentence, reading.index.skills)
    return who_else(reading, said) if asks and other is None else None


def _other_skill(reading: Reading, refs: tuple[str, ...]) -> Question | None:
    """ "What about Tableau?", after a question whether these levels need another skill."""
    if reading.context.intent is not Intent.SKILL or not refs or reading.attributes:
        return None
    asked = skill_asked(reading.sentence, reading.index.skills)
    named = [word for word in asked.words if word not in _AND] if asked else []
    if asked is None or not 0 < len(named) <= _FEW:
        return None
    beside = {piece.word for piece in reading.sentence.pieces if piece.stem != LEVEL}
    if not beside <= _AND | {*asked.words, *asked.also}:
        return None
    if not all(word in TOOLS or reading.index.skills.knows(word) for word in named):
        return None
    skill = skill_of(reading.index, named, refs, asked.also)
    return Question(reading.text, Intent.SKILL, _SURE_SKILL, refs, reading.family, skill=skill)


def _beside(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """ "One level lower?": what was asked before, of the level beside."""
    said = {piece.word for piece in reading.sentence.pieces}
    down, up = said & _DOWN, said & _UP
    if bool(down) is bool(up) or not said <= _words_around(reading) | _UP_OR_DOWN:
        return None
    way = Way.DOWN if down else Way.UP
    ends = with_neighbor(reading.index, before[-1:], way)
    if up and reading.context.intent not in {Intent.ATTRIBUTE, Intent.SKILL}:
        if said.isdisjoint(_HIGHER) or len(ends) < _PAIR:
            return None  # "what's next?" asks for the way there
        if _SHOW.isdisjoint(reading.words):
            return Question(reading.text, Intent.GROWTH, _SURE, ends, reading.family)
    refs = ends[:1] if down else ends[1:]
    if len(ends) < 2 or reading.context.intent not in _SAME_AGAIN:
        return None
    return _same_again(reading, refs, before)


def _on_from_there(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """ "And from there?": the way on from the level where the last way ended."""
    grows = reading.context.intent is Intent.GROWTH
    if not grows or "from" not in reading.words or not _says_only(reading, LEVEL):
        return None
    return _same_again(reading, before[-1:], before)


def _between_both(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """ "How do I move from the first to the second?", after two levels."""
    if len(before) < 2:
        return None
    ends = {True: before[0], False: before[-1]}
    places = [
        (place, piece.word in _FIRST)
        for place, piece in enumerate(reading.sentence.pieces)
        if piece.word in _FIRST or piece.word in _LAST
    ]
    if sorted(first for _, first in places) != [False, True]:
        return None
    refs = tuple(ends[first] for _, first in places)
    return about_levels.question(with_levels_at(reading, refs, [place for place, _ in places]))


def _is_elsewhere(reading: Reading, refs: tuple[str, ...]) -> bool:
    """Whether only other families have the level: after a data scientist's P3, "and M1?"."""
    spoken_of = reading.context.family
    named = any(run.families for run in reading.runs)
    return (
        bool(spoken_of) and not named and all(not ref.startswith(f"{spoken_of}/") for ref in refs)
    )


def _says_only(reading: Reading, what: str, also: frozenset[str] = _AND) -> bool:
    return all(piece.stem == what or piece.word in also for piece in reading.sentence.pieces)


def _says_no_more(reading: Reading) -> bool:
    """Whether a level is named among words that people say around any question.

    "Hey, nice. Mind if I have a look at P3 too": none asks for a part of its card.
    """
    return not reading.attributes and all(
        piece.stem == LEVEL
        or piece.word in _AND
        or piece.word in _COURTESY
        or is_chatter(piece.word)
        for piece in reading.sentence.pieces
    )


def _begins_with_versus(reading: Reading) -> bool:
    found = reading.sentence.find(_VERSUS)
    level = reading.sentence.levels[0]
    return found is not None and found[0] < level and level - found[-1] <= _FEW


def _for_other_family(reading: Reading, before: tuple[str, ...]) -> Question | None:
    """ "and for data scientists?": the same levels there."""
    if not reading.family or not reading.sentence.pieces or not _says_only(reading, FAMILY):
        return None
    if any(run.chooses and not _is_pronoun(run) for run in reading.runs):
        return None  # "Machine Learning VIII", which is not there
    cards = reading.index.ladder.families[reading.family].cards
    codes = dict.fromkeys(ref.partition("/")[2] for ref in before)
    refs = tuple(cards[code].ref for code in codes if code in cards)
    return _of_levels(reading, refs) if refs else None


def _of_levels(reading: Reading, refs: tuple[str, ...]) -> Question | None:
    """What was asked before of several levels, of as many others."""
    context = reading.context
    if context.intent in {Intent.COMPARE, Intent.GROWTH} and len(refs) >= _PAIR:
        asked = Question(reading.text, context.intent, _SURE, refs, reading.family)
        return asked.as_before(context) if context.intent is Intent.COMPARE else asked
    return _same_again(reading, refs, refs)


def _is_pronoun(run: Run) -> bool:
    """Whether what looks like a grade is "the software one"."""
    said = [tag.text for kind in (Kind.CODE, Kind.TERM, Kind.GRADE) for tag in run.some(kind)]
    return said == ["one"]


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
            return asked._replace(intent=Intent.ATTRIBUTE).as_before(context)
        case Intent.SKILL if context.skill:
            told, also = said_before(context.skill)
            skill = skill_of(reading.index, told, refs, also, context.skill)
            return asked._replace(intent=Intent.SKILL, skill=skill)
        case Intent.GROWTH:
            ends = with_neighbor(reading.index, refs, Way.UP)
            return asked._replace(intent=Intent.GROWTH, refs=ends)
        case Intent.COMPARE if before[0] not in refs:
            both = (before[0], *refs)
            return asked._replace(intent=Intent.COMPARE, refs=both).as_before(context)
    return asked
