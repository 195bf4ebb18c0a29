"""Levels that a follow-up adds to those answered before, or puts in the place of one of them."""

from bot.questions.asked.answerable import MOST_LEVELS, refs_of
from bot.questions.language.patterns import LEVEL, pattern
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.threads.thread_words import ON_AND_ON

_ADDS = pattern(
    """
    (throw|put|bring|stick) (a|an|the|also)? @ (in|into|to|there|next to)
    (add|include|append|throw in|put in|bring in|insert|squeeze in|tack on)
    (as well|too|also)
    plus
    on top
    @ (included|added|join|joins)
    as (a|an|the)? (third|fourth|another|extra|new|last|first) (column|row|one|level)
    """
)
_ADDS_WORDS = ON_AND_ON | frozenset(
    "add adding include including append throw put bring insert squeeze stick tack mix table list "
    "join joins included added third fourth extra new last first columns "
    "comparison picture column row slide chart view in into next beside them these those".split()
)
_IN_PLACE_OF = pattern("@ (instead of|rather than|in place of|not) (a|an|the)? @")
_PUTS = ON_AND_ON | frozenset("make do use swap replace change switch in place of rather".split())
_SURE = 0.95
_PAIR = 2


def one_more(reading: Reading) -> Question | None:
    """All of them side by side: "add P5 to that", "put P6 in there too"."""
    before = _before(reading)
    if not before or not reading.sentence.levels:
        return None
    if reading.sentence.find(_ADDS) is None and not reading.text.lstrip().startswith("+"):
        return None
    if reading.context.intent is not Intent.COMPARE and "add" not in reading.words:
        return None
    if not _says_only(reading, _ADDS_WORDS):
        return None
    refs = tuple(dict.fromkeys((*before, *_named(reading))))
    if not len(before) < len(refs) <= MOST_LEVELS:
        return None
    asked = Question(reading.text, Intent.COMPARE, _SURE, refs, reading.family)
    return asked.as_before(reading.context)


def another_instead(reading: Reading) -> tuple[str, ...]:
    """The levels answered before, one of them another now: "make it P5 instead of P4"; or none."""
    before, named = _before(reading), _named(reading)
    if len(named) != _PAIR or named[1] not in before or named[0] in before:
        return ()
    if not reading.sentence.find(_IN_PLACE_OF) or not _says_only(reading, _PUTS):
        return ()
    return tuple(named[0] if ref == named[1] else ref for ref in before)


def compared_as_before(reading: Reading, asked: Question | None) -> Question | None:
    """A comparison, of the part that was spoken of before: after P3's autonomy, "vs P4?"."""
    before = reading.context
    if asked is None or asked.intent is not Intent.COMPARE or asked.attribute:
        return asked
    same = before.attribute is not None and _says_only(reading, _VERSUS)
    return asked.as_before(before) if same else asked


_VERSUS = ON_AND_ON | frozenset(
    "vs versus against than compare compared comparing differ different difference between up "
    "stack stacks next one or".split()
)


def _before(reading: Reading) -> tuple[str, ...]:
    return tuple(ref for ref in reading.context.levels if reading.index.ladder.card(ref))


def _named(reading: Reading) -> tuple[str, ...]:
    return refs_of(reading.levels_when((), evident=True).mentions)


def _says_only(reading: Reading, words: frozenset[str]) -> bool:
    return all(piece.stem == LEVEL or piece.word in words for piece in reading.sentence.pieces)
