"""A wish to see levels, of a family or of the whole ladder: "which levels do you have"."""

from collections.abc import Iterable

from bot.questions.language.english import BROWSE_VERBS, BROWSE_WORDS, PROFESSIONS
from bot.questions.language.patterns import pattern
from bot.questions.levels.mentions import FAMILY_ALONE, plainly_asked
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.skills.other_jobs import level_of_a_title, levels_of_others
from bot.questions.tagging.runs import Run
from bot.questions.tagging.strange_words import other_topics, unknown_words
from bot.questions.tagging.tags import Kind

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
BROWSES = BROWSE_WORDS | BROWSE_VERBS
"""Words with which people ask to see levels, and for which ones."""
_BROWSE_PLURALS = BROWSE_WORDS - {"level", "family", "track", "ladder"}
_BROWSE_COMMANDS = BROWSE_VERBS - {"what", "which"}
_PLURALS = frozenset(
    "levels families tracks rungs grades cards titles roles ladder ladders framework professions "
    "disciplines everything all list overview".split()
)
_PROFESSIONS = tuple(PROFESSIONS)


def about_family(reading: Reading) -> Question | None:
    """The levels of a family, or of the whole ladder, when nothing else is asked."""
    family, tags = reading.family, reading.tags
    if reading.sentence.find(_WHAT_IS) and not any(
        run.some(Kind.ROLE) or _is_title(run) for run in reading.runs
    ):
        return None  # "what is machine learning?" asks for the field, not for its levels
    chosen = family and any(run.chooses for run in reading.runs)
    if family and not chosen and plainly_asked(tags, also=BROWSES):
        cards = reading.index.ladder.families[family].cards.values()
        refs = tuple(card.ref for card in cards)
        return Question(reading.text, Intent.BROWSE, FAMILY_ALONE, refs, family)
    if not (family or unknown_words(tags) or levels_of_others(tags)) and _asks_browse(reading.said):
        return Question(reading.text, Intent.BROWSE, 0.9)
    return lists_levels(reading, 0)


def lists_levels(reading: Reading, most_unknown: int) -> Question | None:
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
