"""A level that comes up in a long story, at the end of which somebody asks what it is.

"My badge now says Backend II, and I'd like to read what I apparently am": the words of the story
say nothing of another level, nor do they ask for a part of the card.
"""

from collections.abc import Sequence

from bot.questions.asked.asked_card import asks
from bot.questions.language.chatter import is_of_other_topic
from bot.questions.language.english import ARTICLES
from bot.questions.language.patterns import is_everyday, pattern
from bot.questions.language.talk import INCIDENT, TOOLS
from bot.questions.language.words import BREAK
from bot.questions.levels.frames import compare, growth
from bot.questions.levels.surroundings import surroundings
from bot.questions.reading import Reading
from bot.questions.tagging.runs import Run
from bot.questions.tagging.sentence import Sentence, Span
from bot.questions.tagging.tags import Kind

OF_STORY = pattern(
    """
    (what|whatever) (is|was|are) (it|that|this|he|she|they|i)
    (what|which|who|where) (level|code|grade|number|rung|one|card)? (is|was|are|would|does|do|could|will|should|can) (that|it|this|such) (be|correspond|map|translate|equal|fit|belong|land|sit|amount|stand|fall|match|mean|with|here|for|on|in|at|to)
    (which|what) (one|number|code)? of (ours|our level|our code|our card|our rung) (is|was|would|does|could|will|should|match|fit|correspond)
    (translate|interpret) (it|that|this|for|please|pls|me|us|to)
    (define|explain|decode|decipher|elaborate)
    (what|whatever) (it|that|this|he|she|they|i|we|you|one|his|her|the) * (is|means|mean|am|are|was)
    (what|whatever) (it|that|this) * (entails|involves|implies|amounts)
    what (does|did|do|would|could|might) (it|that|this) * (mean|entail|involve|imply|amount|stand)
    what (it|that|this) (makes|make|made) (me|him|her|us|them)
    what (i|we|he|she|they|you) * (sign|signed|become|became|turned|agreed) (up|into|to)
    what (do|does|would|should|can) (we|you|one|i|people) * (understand|mean|make|expect|imagine) (by|of|with|under|from)? (it|that|this)
    (read|look|learn) (it|that|this)? (up)? (on|about|into)? (it|that|this|them) (up)?
    (read|look|learn) up (on|about)
    (know|understand|learn|see|read) (what|about|more)? (it|that|this) (is|means)?
    (like|love|want|curious|keen|happy) (to)? (know|read|learn|see|find out) (too|more|it)?
    (want|like|love) to understand (it|that|this|more)?
    help (me|us) (to)? (understand|grasp|get) (it|that|this)
    and (that|this|it) (is|means)
    is (that|this|it) (even|really|actually)? (a thing|real|something)
    what (we|you|they|our|the) (ladder|framework)? (say|says|write|wrote) (about|on) (it|that|this)
    (show|open|post|paste|pull up|bring up) (me|us)? (it|that|this)
    (bring|pull|look) (it|that|this) up
    (fill|clue) (me|us) in
    (enlighten|brief|educate) (me|us)
    """
)
"""What is asked of a level that came up in a story."""
_IS = frozenset("am im as be become becoming became hired made youre shes hes".split())
_CALLS = frozenset("call called calls made make makes hired consider considers named".split())
_THEM = frozenset("me him her them us you".split())
_PARTS_CLAUSES = frozenset([BREAK, "and", "but", "so", "because"])
_LONG = 8
"""Words from which a question tells a story."""


def asked_of_story(reading: Reading) -> Span | None:
    """The pieces that ask what the only level of a story is, and nothing else of it."""
    sentence = reading.sentence
    found = sentence.find_all(OF_STORY)
    if not found or not _may_be_story(reading):
        return None
    wishes = [
        each for each in found if each[-1] > sentence.levels[0] and not _is_done(reading, each)
    ]
    if not wishes or _asks_more(reading, wishes[-1]):
        return None
    return tuple(range(len(sentence.pieces)))


def _is_done(reading: Reading, wish: Span) -> bool:
    """Whether it is what somebody did: "I read it somewhere", but "can I read it".

    Or whether something else is asked for of them: "accessibility, is that a thing for them".
    """
    pieces = reading.sentence.pieces
    verb = pieces[wish[0]].word
    said = [piece.word for piece in pieces[wish[-1] : wish[-1] + 2]]
    if said == ["thing", "for"]:
        return True
    words = ["", *reading.words]
    return verb == "read" and any(
        each == verb and doer in _DOERS and before not in _MAY
        for before, doer, each in zip(words, words[1:], words[2:], strict=False)
    )


_DOERS = frozenset("i we he she they you".split())
_MAY = frozenset("can could may might let should shall".split())


def _may_be_story(reading: Reading) -> bool:
    """Whether one level is surely named, and no tool: "photoshop for an ML I, is that a thing"."""
    sentence = reading.sentence
    if len(sentence.levels) != 1 or len(reading.words) < _LONG or reading.before:
        return False
    if any(word in TOOLS and not is_everyday(word) for word in reading.words):
        return False
    return _is_surely_level(reading, reading.runs[sentence.pieces[sentence.levels[0]].run or 0])


def _asks_more(reading: Reading, wish: Span) -> bool:
    """Whether more is asked than what the level is: a part of it, the way up."""
    sentence = reading.sentence
    start, end = _clause(sentence, wish)
    frames = (compare(sentence), growth(sentence))
    if any(frame and not _is_told(sentence, sorted(frame.covered), start) for frame in frames):
        return True
    return any(
        each.weight > 1 and (asks(reading) or not {*range(start, end)}.isdisjoint(each.covered))
        for each in reading.attributes
        if not _is_told(sentence, each.covered, start)
    )


def _is_told(sentence: Sentence, covered: Sequence[int], start: int) -> bool:
    """Whether a part's words stand in a clause before the wish, which asks nothing."""
    if covered[-1] >= start:
        return False
    first, end = _clause(sentence, covered)
    words = {piece.word for piece in sentence.pieces[first:end]}
    # "SOC code for software 2": where nothing is told of the level, it is asked for.
    rest = (sentence.pieces[at] for at in range(first, end) if at not in covered)
    only = all(piece.run is not None or piece.word in _JOINING for piece in rest)
    named = any(first <= level < end for level in sentence.levels)
    return words.isdisjoint(_ASKS) and not (only and named)


_JOINING = frozenset("a an the of for at in on to".split())
_ASKS = frozenset("what how who whom whose where why does do is are can should".split())


def _is_surely_level(reading: Reading, run: Run) -> bool:
    """Whether a run is a whole title of no other company or job, or a code that somebody is."""
    beside = surroundings(run, reading.tags)
    if beside.elsewhere or beside.modified or run.torn or run.doubtful:
        return False
    behind = reading.tags[run.last + 1 : run.last + 3]
    if beside.foreign and any(
        tag.kind is Kind.OTHER and not is_everyday(tag.text) for tag in behind
    ):
        return False
    if run.specified:
        return True
    if any(word in INCIDENT or is_of_other_topic(word) for word in reading.words):
        return False
    before = [tag.text for tag in reading.tags[max(0, run.first - 3) : run.first]]
    said = [word for word in before if word not in ARTICLES]
    return said[-1:] != [] and (
        said[-1] in _IS or (said[-1] in _THEM and not _CALLS.isdisjoint(said[:-1]))
    )


def _clause(sentence: Sentence, span: Sequence[int]) -> tuple[int, int]:
    """From where to where the clause reaches in which some pieces stand."""
    start, end = span[0], span[-1] + 1
    while start > 0 and sentence.pieces[start - 1].word not in _PARTS_CLAUSES:
        start -= 1
    while end < len(sentence.pieces) and sentence.pieces[end].word not in _PARTS_CLAUSES:
        end += 1
    return start, end
