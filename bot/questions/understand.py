"""From the words of a question to what it asks of which levels, or honest doubt."""

from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from bot.questions.asked import about_levels
from bot.questions.asked.endings import endings
from bot.questions.index import Index
from bot.questions.kinds import about_bot, track_levels
from bot.questions.kinds.experience import experience, places_somebody
from bot.questions.kinds.from_guide import (
    from_guide,
    of_topic,
    perhaps_of_topic,
    speaks_of_somebody,
)
from bot.questions.kinds.listing import BROWSES, about_family, lists_levels
from bot.questions.kinds.overview import overview
from bot.questions.kinds.paste import pasted_card
from bot.questions.kinds.people import about_person, may_name_person
from bot.questions.kinds.told_skills import is_of_cards, told_before
from bot.questions.kinds.wishes import asks_people, wants_other
from bot.questions.language.english import (
    GREETINGS,
    HELP_WORDS,
    PLAINLY_ASKING,
    THANKS,
)
from bot.questions.language.patterns import is_everyday
from bot.questions.language.talk import TOOLS
from bot.questions.levels.mentions import CERTAIN, plainly_asked
from bot.questions.levels.surroundings import surroundings
from bot.questions.question import Context, Intent, Question
from bot.questions.reading import Reading, read
from bot.questions.skills.asked_skills import (
    SoughtSkill,
    asks_for_one_level,
    skill_of_kind,
    skill_of_people,
    skill_without_level,
)
from bot.questions.skills.other_jobs import levels_of_others
from bot.questions.skills.skill_words import names_other_title
from bot.questions.tagging.tags import Kind, Tag, has_kind
from bot.questions.texts.guide import ANSWERED_FROM, NEARLY_THE_SAME, PLAINLY_ASKED
from bot.questions.threads.followups import follow_up
from bot.questions.threads.thread_levels import one_more
from bot.questions.vocabulary.lexicon import Lexicon

_ONLY_THANKS = (
    GREETINGS
    | THANKS
    | frozenset(
        "a lot very so much really super helpful help helps helped great perfect awesome nice cool "
        "good that this was is all you appreciated exactly what i needed clear".split()
    )
)
_ONLY_GREETS = GREETINGS | HELP_WORDS
_FEW = 2
_ASKS = frozenset("who whom whose what which how why when is are do does can could".split())
_SURE_IN_THE_END = 0.85


def understand(text: str, index: Index, context: Context) -> Question:
    """What `text` asks of the index's ladder. Pure; never raises, whatever the text."""
    if "/" in text and (card := index.ladder.card(text.strip().strip("`"))):
        return Question(text, Intent.CARD, CERTAIN, (card.ref,), card.family_id)
    if pasted := pasted_card(text, index):
        return pasted
    if context.levels or context.attribute:
        context = _of_thread(index, context)
    reading = read(text, index, context)
    question = _read(reading)
    if question.intent is not Intent.UNKNOWN:
        return question
    return _asked_in_the_end(question, reading) or question


def _asked_in_the_end(question: Question, reading: Reading) -> Question | None:
    """What the last words ask of a level for sure, where the whole says nothing of any.

    "Have to write Ines's review tonight. What does good look like for a senior data scientist".
    """
    if question.about_person or question.guide:
        return None
    ends = endings(question.text, behind_aside=bool(reading.context.levels))
    if not ends or _is_elsewhere(reading):
        return None
    for text in ends:
        ending = read(text, reading.index, reading.context)
        asked = _read(ending)
        told = None if asked.refs else told_before(reading, ending)
        if told or (is_of_cards(asked, ending) and asked.confidence >= _SURE_IN_THE_END):
            return (told or asked)._replace(text=question.text)
    return None


def _is_elsewhere(reading: Reading) -> bool:
    """Whether it speaks of another company's levels."""
    told = (surroundings(run, reading.tags) for run in reading.runs)
    return levels_of_others(reading.tags) or any(beside.elsewhere for beside in told)


def _read(reading: Reading) -> Question:
    """What is asked, by the first reading that fits."""
    if _ONLY_THANKS.issuperset(reading.words) and not THANKS.isdisjoint(reading.words):
        return Question(reading.text, Intent.UNKNOWN, 0.3)
    if _ONLY_GREETS.issuperset(reading.words):
        return Question(reading.text, Intent.HELP, 0.95 if reading.words else 0.9)
    follows = bool(reading.context.levels)
    if early := track_levels.question(reading) or (one_more(reading) if follows else None):
        return early
    if not_told := _not_told(reading):
        return not_told
    if not reading.attributes and _is_only_a_title(reading):
        followed = follow_up(reading) if follows else None
        return followed or about_levels.card(reading) or _in_doubt(reading)
    return (
        from_guide(reading, NEARLY_THE_SAME)
        or (follow_up(reading) if follows else None)
        or of_topic(reading)
        or experience(reading)
        or skill_of_kind(reading)
        or _about_levels(reading)
        or _about_no_level(reading)
    )


def _not_told(reading: Reading) -> Question | None:
    """What no ladder tells: another wish, a level that is not there, a person's level or pay."""
    if wants_other(reading) and not places_somebody(reading):
        other = Question(reading.text, Intent.UNKNOWN, 0.3, family=reading.family)
        skill = about_levels.asked_line(reading)
        skill = skill or (None if asks_people(reading) else skill_of_people(reading))
        # "How come there isn't any L1" is for the guide, where it speaks of that level.
        no_such = _like_a_code(reading.tags, reading.index.lexicon)
        asked = of_topic(reading) if _ASKS.intersection(reading.words[:1]) else None
        least = ANSWERED_FROM if no_such else PLAINLY_ASKED
        return from_guide(reading, least) or skill or asked or other
    if reading.sentence.levels and _like_a_code(reading.tags, reading.index.lexicon):
        return _in_doubt(reading)
    if may_name_person(reading) and about_person(reading):
        return Question(reading.text, Intent.UNKNOWN, 0.3, about_person=True)
    return None


def _is_only_a_title(reading: Reading) -> bool:
    """Whether a title of the ladder is asked for with no words but a plain question's.

    "Compensation Manager" then asks for no pay.
    """
    certain = [tag for tag in reading.tags if tag.kind is Kind.TITLE and not tag.doubtful]
    if len(certain) != 1:
        return False
    return PLAINLY_ASKING.issuperset(
        [tag.text for tag in reading.tags if tag.kind not in _TITLE_OR_BREAK]
    )


_TEXT_OF = attrgetter("text")
_TITLE_OR_BREAK = frozenset({Kind.TITLE, Kind.BREAK})


def _of_thread(index: Index, context: Context) -> Context:
    """The context, with the family that the conversation is about.

    Without attributes that the ladder no longer has.
    """
    if context.attribute and not all(map(index.attributes.has, _parts(context))):
        left = [part for part in _parts(context) if index.attributes.has(part)]
        first = left[0] if left else None
        context = replace(context, attribute=first, beside=tuple(left[1:]))
    families = {card.family_id for ref in context.levels if (card := index.ladder.card(ref))}
    return replace(context, family=families.pop()) if len(families) == 1 else context


def _parts(context: Context) -> tuple[str, ...]:
    """The ids of the parts that the conversation is about."""
    return (context.attribute, *context.beside) if context.attribute else ()


def _about_levels(reading: Reading) -> Question | None:
    """What is asked of levels, or what the guide says where they are no more than an example."""
    question = about_levels.question(reading)
    if question is None or question.intent is not Intent.UNKNOWN:
        return question
    return perhaps_of_topic(reading) or question


def _about_no_level(reading: Reading) -> Question:
    """A question that names no level that we know."""
    worded = has_kind(Kind.SKILL, reading.tags)
    skill = SoughtSkill(reading)
    return (
        (skill_without_level(skill) if worded else None)
        or about_bot.question(reading)
        or overview(reading)
        or (about_family(reading) if plainly_asked(reading.tags, also=BROWSES) else None)
        or skill_without_level(skill, word_for_word=True, plainly=True)
        or from_guide(reading, PLAINLY_ASKED)
        or about_family(reading)
        or skill_without_level(skill, word_for_word=True)
        or skill_without_level(skill, plainly=True)
        or _perhaps_from_guide(reading)
        or skill_without_level(skill)
        or (None if asks_for_one_level(reading) else lists_levels(reading, _FEW))
        or about_bot.in_other_words(reading)
        or _in_doubt(reading)
    )


def _perhaps_from_guide(reading: Reading) -> Question | None:
    """A question of the guide in other words, when it names nothing else that is asked for."""
    other = names_other_title(reading) and not _like_a_code(reading.tags, reading.index.lexicon)
    # "Go" and "word" are tools too, but "go up by two at once" is everyday English.
    tools = not all(map(is_everyday, TOOLS.intersection(reading.words)))
    if other or tools or lists_levels(reading, _FEW) or speaks_of_somebody(reading):
        return None
    return from_guide(reading, ANSWERED_FROM)


def _in_doubt(reading: Reading) -> Question:
    """Nothing that the ladder answers, with what is known of the levels it may mean."""
    lexicon, family = reading.index.lexicon, reading.family
    codes = [each.code for run in reading.runs for each in run.codes]
    none_such = _like_a_code(reading.tags, lexicon)
    near = () if none_such else _elsewhere(codes, lexicon)
    no_such = none_such or (codes[0] if codes else None)
    return Question(reading.text, Intent.UNKNOWN, 0.3, family=family, near=near, no_such=no_such)


def _elsewhere(codes: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The cards of other families for a code that the family asked about does not have."""
    return tuple(
        f"{family.id}/{code}"
        for code in codes
        for family in lexicon.ladder.families.values()
        if code in family.cards
    )


def _like_a_code(tags: list[Tag], lexicon: Lexicon) -> str | None:
    """A level written as this ladder writes codes, but with a number that it does not have: P9."""
    letters = lexicon.code_letters
    if letters.isdisjoint(map(_TEXT_OF, tags)):
        return None
    for first, second in pairwise(tags):
        if second.kind is Kind.GRADE and first.text in letters and second.text.isdigit():
            return f"{first.text}{second.text}".upper()
    return None
