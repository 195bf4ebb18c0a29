"""From the words of a question to what it asks of which levels, or honest doubt."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from bot.ladder import GuideEntry
from bot.questions import about_bot, about_levels, track_levels
from bot.questions.asked_skills import (
    SoughtSkill,
    asks_for_one_level,
    skill_of_kind,
    skill_of_people,
    skill_without_level,
)
from bot.questions.chatter import is_of_other_topic
from bot.questions.endings import endings
from bot.questions.english import (
    ASKING,
    BROWSE_VERBS,
    BROWSE_WORDS,
    GREETINGS,
    HELP_WORDS,
    PROFESSIONS,
    THANKS,
)
from bot.questions.experience import experience, places_somebody
from bot.questions.followups import follow_up
from bot.questions.guide import ANSWERED_FROM, NEARLY_THE_SAME, PLAINLY_ASKED, confidence
from bot.questions.index import Index
from bot.questions.lexicon import Lexicon
from bot.questions.mentions import CERTAIN, FAMILY_ALONE, plainly_asked
from bot.questions.other_jobs import level_of_a_title, levels_of_others
from bot.questions.overview import overview
from bot.questions.paste import pasted_card
from bot.questions.patterns import is_everyday, pattern
from bot.questions.people import about_person
from bot.questions.question import Context, Intent, Question
from bot.questions.reading import Reading, read
from bot.questions.runs import Run
from bot.questions.skill_words import names_other_title
from bot.questions.strange_words import other_topics, unknown_words
from bot.questions.surroundings import surroundings
from bot.questions.tags import Kind, Tag, has_kind
from bot.questions.talk import TOOLS
from bot.questions.thread_levels import one_more
from bot.questions.told_skills import is_of_cards, told_before
from bot.questions.wishes import asks_people, wants_other

_LISTS_LEVELS = pattern(
    """
    (what|which|how many) * (level|family|track|rung|grade|card) (do|does|can|are|is)? (you|we|it|the ladder|this ladder|our ladder|there|they)? (cover|know|have|support|offer|exist|include|contain|got|in there)
    (list|show|browse|enumerate|print|display|see|give|gimme|get|find|want|need|view) * (all|every|full|whole|entire|complete|everything|list|table|overview|map) * (level|family|ladder|track|role|grade|rung|card|framework|title)
    (list|show|browse|enumerate|print|display|view) (me)? (the|your|our)? (level|family|ladder|track|grade|rung|framework|career ladder|career framework) (please|for|of|in|we|you)?
    (what|which|how many) (level|family|track|rung|grade|profession|discipline|job family|role) (are|do|does|exist|is|have|we|you|cover|there)
    (what|which) * (level|family|track|rung|grade|profession) (are there|exist|do you|do we|does this|does the|is there|are available|from|are covered)
    what are (the|our|all|your) (different|available|possible|various)? (level|family|track|rung|grade|profession|role)
    name of (the|all|your)? (family|level|track|grade)
    (table|list|overview|summary) (with|of|for) (all|every|the|our)? (level|family|track|grade|rung|role|ladder)
    (whole|entire|full|complete) (career)? (ladder|framework|list|picture)
    how (is|are) the (ladder|level|track|family) (structured|organized|built|set up|laid out|divided)
    (level|family|track) (list|overview|structure)
    (everything|all) * (family|ladder|level) from (lowest|bottom|first)
    what (is|are) (in|on|inside) (the|your|our|this) (ladder|framework)
    how (far|high|deep|long) (do|does|is) (the|our|your)? % (ladder|track|family)? (go|reach|run)?
    browse
    browse (you|by|through|it|this|that)? (the|your|our|all)? (every|whole|career)? (level|ladder|card|family|track|framework|grade|rung|role|title)
    (level|ladder) (wise|menu)
    (all|every) (of)? (the|your|our)? (of)? % (level|card|rung|grade|title)
    % (level|card|rung|grade|ladder|track|career ladder) (from)? (bottom|top|lowest|highest|low|high|first)
    (all|every) (of)? (the|your|our)? (level|card|family|rung|grade|ladder)
    % (track|family|ladder|side|path) * (from|bottom|top|lowest|highest)
    (enumerate|list|show|name) (me|us)? (the|your|our|all|all the|all of the)? (level|card|track|family)
    everything * (on|about|for|in|of) (the)? %
    """
)
_BUT_FOR = pattern("(besides|except|other than|apart from|beyond|excluding|without|not) (the)? %")
_WHAT_IS = pattern("what (is|are|was) %")
_BROWSES = BROWSE_WORDS | BROWSE_VERBS
_BROWSE_PLURALS = BROWSE_WORDS - {"level", "family", "track", "ladder"}
_BROWSE_COMMANDS = BROWSE_VERBS - {"what", "which"}
_ONLY_THANKS = (
    GREETINGS
    | THANKS
    | frozenset(
        "a lot very so much really super helpful help helps helped great perfect awesome nice cool "
        "good that this was is all you appreciated exactly what i needed clear".split()
    )
)
_PLAINLY_ASKS = ASKING | GREETINGS
_ONLY_GREETS = GREETINGS | HELP_WORDS
_PLURALS = frozenset(
    "levels families tracks rungs grades cards titles roles ladder ladders framework professions "
    "disciplines everything all list overview".split()
)
_FEW = 2
_PROFESSIONS = tuple(PROFESSIONS)
_ASKS = frozenset("who whom whose what which how why when is are do does can could".split())
_SURE_OF_TOPIC = 0.75
_SIGNS = "?!.,;:()'\"’"
_SURE_IN_THE_END = 0.85
_WORDS_OF_A_STORY = 6
"""Words beside which one that nobody knows matters little."""


def understand(text: str, index: Index, context: Context) -> Question:
    """What `text` asks of the index's ladder. Pure; never raises, whatever the text."""
    ref = text.strip().strip("`")
    if card := index.ladder.card(ref):
        return Question(text, Intent.CARD, CERTAIN, (card.ref,), card.family_id)
    if pasted := pasted_card(text, index):
        return pasted
    reading = read(text, index, _of_thread(index, context))
    question = _read(reading)
    return _asked_in_the_end(question, reading) or question


def _asked_in_the_end(question: Question, reading: Reading) -> Question | None:
    """What the last words ask of a level for sure, where the whole says nothing of any.

    "Have to write Ines's review tonight. What does good look like for a senior data scientist".
    """
    if question.intent is not Intent.UNKNOWN or question.about_person or question.guide:
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
    if early := track_levels.question(reading) or one_more(reading):
        return early
    if not_told := _not_told(reading):
        return not_told
    if _is_only_a_title(reading) and not reading.attributes:
        follows = follow_up(reading) if reading.context.levels else None
        return follows or about_levels.card(reading) or _in_doubt(reading)
    return (
        _from_guide(reading, NEARLY_THE_SAME)
        or (follow_up(reading) if reading.context.levels else None)
        or _of_topic(reading)
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
        asked = _of_topic(reading) if _ASKS.intersection(reading.words[:1]) else None
        least = ANSWERED_FROM if no_such else PLAINLY_ASKED
        return _from_guide(reading, least) or skill or asked or other
    if reading.sentence.levels and _like_a_code(reading.tags, reading.index.lexicon):
        return _in_doubt(reading)
    if about_person(reading):
        return Question(reading.text, Intent.UNKNOWN, 0.3, about_person=True)
    return None


def _is_only_a_title(reading: Reading) -> bool:
    """Whether a title of the ladder is asked for with no words but a plain question's.

    "Compensation Manager" then asks for no pay.
    """
    if not has_kind(Kind.TITLE, reading.tags):
        return False
    titles = [tag for tag in reading.tags if tag.kind is Kind.TITLE]
    certain = [tag for tag in titles if not tag.doubtful]
    return len(certain) == 1 and all(
        tag.text in _PLAINLY_ASKS
        for tag in reading.tags
        if tag.kind not in (Kind.TITLE, Kind.BREAK)
    )


def _of_thread(index: Index, context: Context) -> Context:
    """The context, with the family that the conversation is about.

    Without an attribute that the ladder no longer has.
    """
    if not (context.levels or context.attribute):
        return context
    if context.attribute and not index.attributes.has(context.attribute):
        context = replace(context, attribute=None)
    families = {card.family_id for ref in context.levels if (card := index.ladder.card(ref))}
    return replace(context, family=families.pop()) if len(families) == 1 else context


def _from_guide(reading: Reading, at_least: float) -> Question | None:
    """A question that the ladder's guide answers. A draft is no answer yet, and is only named."""
    nearly = at_least >= NEARLY_THE_SAME
    found = reading.nearly_in_guide() if nearly else reading.like_guide
    if found is None or found[0] < at_least:
        return None
    likeness, entry = found
    return _guide_question(reading, entry, likeness)


def _about_levels(reading: Reading) -> Question | None:
    """What is asked of levels, or what the guide says where they are no more than an example."""
    question = about_levels.question(reading)
    if question is None or question.intent is not Intent.UNKNOWN:
        return question
    return _perhaps_of_topic(reading) or question


def _of_topic(reading: Reading) -> Question | None:
    """What the guide answers, told by what is spoken of, where no level is named clearly."""
    return None if reading.names_clearly() else _perhaps_of_topic(reading)


def _perhaps_of_topic(reading: Reading) -> Question | None:
    """The same, also of a level that is named, and where little is said that nobody knows."""
    entry, topics = reading.guide_topic, reading.index.guide.topics
    if entry is None or any(tag.kind is Kind.SKILL for tag in reading.tags):
        return None
    unknown = [tag.text for tag in reading.tags if tag.kind is Kind.OTHER]
    unknown = [word for word in unknown if not topics.knows(word)]
    strange = sum(not is_everyday(word) for word in unknown)
    if any(map(is_of_other_topic, unknown)) or strange * _WORDS_OF_A_STORY > len(reading.words):
        return None
    if _speaks_of_somebody(reading):
        return None
    return _guide_question(reading, entry, _SURE_OF_TOPIC)


def _speaks_of_somebody(reading: Reading) -> bool:
    """Whether a word that nobody knows is written as a name: "did Priya get promoted"."""
    knows = reading.index.guide.topics.knows
    written = {each.strip(_SIGNS) for each in reading.plain.split() if each[0].isupper()}
    return any(
        tag.kind is Kind.OTHER
        and not (is_everyday(tag.text) or knows(tag.text))
        and not written.isdisjoint((tag.text.capitalize(), tag.text.upper()))
        for tag in reading.tags
    )


def _guide_question(reading: Reading, entry: GuideEntry, likeness: float) -> Question:
    approved = entry.status == "approved"
    intent = Intent.GUIDE if approved else Intent.UNKNOWN
    return Question(reading.text, intent, confidence(likeness) if approved else 0.3, guide=entry)


def _about_no_level(reading: Reading) -> Question:
    """A question that names no level that we know."""
    worded = has_kind(Kind.SKILL, reading.tags)
    plain_list = plainly_asked(reading.tags, also=_BROWSES)
    skill = SoughtSkill(reading)
    return (
        (skill_without_level(skill) if worded else None)
        or about_bot.question(reading)
        or overview(reading)
        or (_about_family(reading) if plain_list else None)
        or skill_without_level(skill, word_for_word=True, plainly=True)
        or _from_guide(reading, PLAINLY_ASKED)
        or _about_family(reading)
        or skill_without_level(skill, word_for_word=True)
        or skill_without_level(skill, plainly=True)
        or _perhaps_from_guide(reading)
        or skill_without_level(skill)
        or (None if asks_for_one_level(reading) else _lists_levels(reading, _FEW))
        or about_bot.in_other_words(reading)
        or _in_doubt(reading)
    )


def _perhaps_from_guide(reading: Reading) -> Question | None:
    """A question of the guide in other words, when it names nothing else that is asked for."""
    other = names_other_title(reading) and not _like_a_code(reading.tags, reading.index.lexicon)
    # "Go" and "word" are tools too, but "go up by two at once" is everyday English.
    tools = any(word in TOOLS and not is_everyday(word) for word in reading.words)
    if other or tools or _lists_levels(reading, _FEW) or _speaks_of_somebody(reading):
        return None
    return _from_guide(reading, ANSWERED_FROM)


def _about_family(reading: Reading) -> Question | None:
    """The levels of a family, or of the whole ladder, when nothing else is asked."""
    family, tags = reading.family, reading.tags
    if reading.sentence.find(_WHAT_IS) and not any(
        run.some(Kind.ROLE) or _is_title(run) for run in reading.runs
    ):
        return None  # "what is machine learning?" asks for the field, not for its levels
    chosen = family and any(run.chooses for run in reading.runs)
    if family and not chosen and plainly_asked(tags, also=_BROWSES):
        cards = reading.index.ladder.families[family].cards.values()
        refs = tuple(card.ref for card in cards)
        return Question(reading.text, Intent.BROWSE, FAMILY_ALONE, refs, family)
    if not (family or unknown_words(tags) or levels_of_others(tags)) and _asks_browse(reading.said):
        return Question(reading.text, Intent.BROWSE, 0.9)
    return _lists_levels(reading, 0)


def _lists_levels(reading: Reading, most_unknown: int) -> Question | None:
    """A wish to see the levels in other words, with few words that nobody knows."""
    listed = reading.sentence.find(_LISTS_LEVELS)
    if listed is None:
        return None
    if other_topics(reading.tags) or levels_of_others(reading.tags) or level_of_a_title(reading):
        return None
    if reading.words and unknown_words(reading.tags) and _PLURALS.isdisjoint(reading.said):
        return None  # "what level is the water in the tank"
    if len(listed) == 1 and len(_telling(reading)) > 1:
        return None  # "browse the intranet"
    chosen = any(run.chooses for run in reading.runs)
    if chosen or _unasked(reading, listed) > most_unknown:
        return None
    family = None if reading.sentence.find(_BUT_FOR) else reading.family
    refs: tuple[str, ...] = ()
    if family:
        cards = reading.index.ladder.families[family].cards.values()
        refs = tuple(card.ref for card in cards)
    return Question(reading.text, Intent.BROWSE, 0.8, refs, family)


def _telling(reading: Reading) -> list[int]:
    return reading.sentence.telling(range(len(reading.sentence.pieces)))


def _is_title(run: Run) -> bool:
    return any(tag.text.endswith(_PROFESSIONS) for tag in run.tags)


def _unasked(reading: Reading, covered: Iterable[int]) -> int:
    """Words that nobody knows beside those that a pattern covers."""
    return sum(
        reading.tags[piece.tag].kind is Kind.OTHER
        for place, piece in enumerate(reading.sentence.pieces)
        if place not in covered
    )


def _asks_browse(asked: list[str]) -> bool:
    said = set(asked)
    if said & {"ladder", "levels", "families", "tracks"} and len(said) <= 3:
        return True
    plural = said & _BROWSE_PLURALS
    whole = said & {"track", "ladder"} and said & _BROWSE_COMMANDS
    return bool((plural and said & BROWSE_VERBS) or whole) or (
        "every" in said and bool(said & BROWSE_WORDS)
    )


def _in_doubt(reading: Reading) -> Question:
    """Nothing that the ladder answers, with what is known of the levels it may mean."""
    lexicon, family = reading.index.lexicon, reading.family
    codes = [each.code for run in reading.runs for each in run.some(Kind.CODE)]
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
    for first, second in pairwise(tags):
        if (
            first.text in lexicon.code_letters
            and second.kind is Kind.GRADE
            and second.text.isdigit()
        ):
            return f"{first.text}{second.text}".upper()
    return None
