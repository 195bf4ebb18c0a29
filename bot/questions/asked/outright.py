"""A card that is asked for outright, so that no other word names a skill or a part of it."""

from bot.questions.language.patterns import pattern
from bot.questions.language.words import BREAK
from bot.questions.levels.frames import Frame, compare, growth
from bot.questions.parts.attributes import Asked
from bot.questions.parts.told_parts import TITLES
from bot.questions.reading import Reading
from bot.questions.tagging.sentence import Sentence, Span

_ONLY_CARD = pattern(
    """
    (need|want|show|open|see|read|view|find|get|have|give|gimme|pull up|share|send|print) (me)? (the|a|our|that|your)? @ (level)? (card|description|definition|detail|page|profile|entry|sheet)
    (there|have|find|where|wheres|lost|missing) (is|still|now)? (still)? (a|an|the|any|our|that|my)? (old)? (card|page|sheet|entry|doc|description|definition) (for|on|of|about) (a|an|the|our)? @
    (there|have) (still)? (a|an|the|any|our)? @ (card|page|sheet|entry|doc|one)
    (where|wheres) (is|did)? (the|our|my|that)? @ (card|page|sheet|entry)
    what (a|an|the|our|that|this|your|their)? @ (is|means|mean|stands for|stand for)
    what (a|an|the|does|would|does a|does an|would a|would an)? @ (map|correspond|translate|equate|amount) to
    (what|which) * (level|code|grade|rung) (is|are|would|does|be|would be|is a|is an|a|an|for)? (a|an|the)? @
    @ (map|maps|translate|translates|correspond|corresponds|equate|equates|equivalent) to
    (my|the|their|his|her|our|your) (title|offer|badge|contract|letter|profile|slip) (is|says|say|reads|read|lists|states|shows) * @
    (profile|jd|chart|workday|hris|email|sheet|spreadsheet|invite|contract|offer|letter|signature) (says|say|reads|lists|states|shows) (a|an|the)? @
    how (is|are|was|would|do|does) (a|an|the|our|we|you|they)? @ (described|defined|worded|written)
    how (a|an|the|our)? @ (is|are) (described|defined|worded|written)
    @ (is|are) (described|defined|worded)
    (what|who|whom|which) (is|would|do|does) (one|we|you|people|they)? (call|title|dub|name|consider) (a|an)? @
    (what|who) (count|counts|qualifies|passes) as (a|an|the)? @
    (explain|define|describe) (the|a|an|me|to me|us)? @
    (never|not|first|havent) (heard|seen|met|read|known|know|come across) (of|about)? (the|this|that|such a)? title
    (ladder|framework|doc|guide|handbook|wiki|matrix|company|we|you) (say|says|said|state|states|have|has|got) (about|on|for|of) (a|an|the)? @
    (which|what) (level|code|grade|rung) (is|would|should|does|do) (that|this|it|he|she|they|i)
    (tell|show) (me)? (more)? (about|of|on) (that|this) (level|title|grade|rung|card)
    @ (is|be|means) (which|what) (level|grade|code|rung)
    more (about|of|on) (that|this) (level|title|grade|rung|card|role)
    what (do|does|did|has|have) (we|you|they|one|the ladder|it) (say|says|said|have|has|got|write|written) (about|on|for|of) (a|an|the|that|this|those|these|it|him|her|them)
    what (we|you|they|it|our ladder|the ladder|our framework|the framework) (say|says|said|write|wrote|have|has) (about|on|for|of) (a|an|the|our)? (@|that|this|those|these|it|them|him|her)
    what is (on|in) (the|that|my|our|his|her|their|its) card
    what is (the|that|my|our|his|her|their|its) card
    what (is|be) the (level|code|rung) (called|named|name|number)?
    (which|what) (card|page|entry) (do|should|would|must|can|shall) (i|we) (read|open|look|study|need|pull|check)
    @ (profile|writeup|write up|page|entry|blurb)
    what (do|does|did) (you|we|they|people|one|the ladder|hr) mean by
    what (is|does|do) (this|that|the|such a|it) (title|level|grade|code|name)? (mean|means|stand for|stands for)
    what (this|that|it) (title|level|grade|code|name)? (mean|means|stand for|stands for)
    (pull|bring) up (a|an|the|our)? @
    (walk|run|talk|take|guide) (me|us) through (a|an|the|our)? @
    talk to (me|us) about (a|an|the|our)? @
    (have|got|know|there) (anything|something|stuff|material) (written|documented|noted)? (up|down)? (on|about|for|regarding) (a|an|the)? @
    (anything|something) (written|on file|documented) (on|about|for|under) (a|an|the)? @
    (written|write|wrote|noted|stated|documented|writes) (down)? (under|for|about|on|at) (a|an|the)? @
    @ (text|blurb|wording)
    what is (this|that) @ (thing|level|title|grade|code|stuff|business)
    (how|where) (is|are) (that|it|this|they) (described|defined|written up)
    """
)
_WANTS_CARD = pattern(
    """
    (show|open|see|view|read|post|paste|share|send|drop|give|gimme|get|fetch|print|display|find|link|need|want|like|have) (me|us|him|her|them|to me|to us|to him|to her|to them)? (up|here)? (the|that|this|its|my|our|his|her|their|a)? (own|whole|full|entire|complete|official|actual)? (@)? (level)? (card|writeup|write up)
    (pull|bring) (up)? (the|that|this|its|my|our|his|her|their|a)? (own|whole|full|entire|complete|official|actual)? (@)? (level)? (card|writeup|write up)
    (shown|seen|saw|read|see) (his|her|their|my|our) (own)? card
    (just|simply|only) (show|open|give|see|post|paste|pull up|bring up) (me|us)? (up)? (the|a|an|our)? @
    (show|open|see|view|read|post|paste|share|send|drop|give|gimme|get|print|display|need|want) (me|us|him|her|them)? (the|that|this|its|my|our) (own|whole|full|entire|complete|official|actual|written|real)? (version|page|sheet|entry|text|wording|description|definition|doc|document|pager)
    (need|want|like|love|see) (a|an|the|our)? @ (up|open|visible|displayed|ready|handy|on screen|on the screen|on my screen|on the wall)
    (show|open) (me|us)? (that|it|this|mine|that one|this one|the last one)
    , (just|only|simply) (the|a|an|our)? @
    (can|could|may|let) (i|we|me|us) (see|read|have|get|open) (it|that|this|mine)
    (no|wait|sorry|actually|so|now|then|but) (just|only) (the|a|an|to)? @
    (show|showing|send|sending|give|giving|remind|tell) (me|us)? what (we|you|they|it|the ladder|the page) (say|says|write|wrote|is|have|has)
    (show|showing|send|sending|give|giving) (me|us)? (that|this) one
    """
)
"""Wishes for the card itself: whatever was said of its parts before is only told."""


_THE_CARD = pattern(
    """
    (for now|now)? (please|pls|just|only|and|so)? (the|that|this|its|my|our|a|an)? (own|whole|full|entire|complete|official|actual)? @ (level)? (card|writeup|write up)
    (please|pls|just|and|so)? (the|that|this|its|my|our) (own|whole|full|entire|complete|official|actual)? (card|writeup|write up)
    """
)
"""The same at the beginning of a clause, where "show me" is courtesy and is left out."""
OUTRIGHT = _ONLY_CARD.lines | _WANTS_CARD.lines | _THE_CARD.lines
"""The lines of patterns of which one asks for a card outright."""
_ASKS_ON = frozenset("what which how who whom whose where does anything any".split())
_REASON = pattern(
    """
    (and|so|because|since|cause|while|as) (i|we|he|she|they) (will|ll|can|could|am|are|is|have|had|was|were|got|lost|forgot)
    (and|so) (ill|well)
    """
)
"""What somebody will do with the card asks nothing of it: "and I'll read it on my own"."""


def asked_outright(reading: Reading) -> Span | None:
    """The pieces that ask for a card and for no part of it, nor for a way or a comparison."""
    sentence = reading.sentence
    if wish := wanted_card(reading):
        return wish
    asks = sentence.find(_ONLY_CARD)
    if asks is None or compare(sentence) or growth(sentence):
        return None
    if any(_is_asked(reading, each, asks) for each in reading.attributes):
        return None
    return asks


def wanted_card(reading: Reading) -> Span | None:
    """The pieces of a wish for the card itself, where neither it nor what follows asks for more."""
    sentence = reading.sentence
    if not sentence.levels:
        return None
    begun = [
        each for each in sentence.find_all(_THE_CARD) if each[0] == _clause_start(sentence, each[0])
    ]
    wishes = sorted([*sentence.find_all(_WANTS_CARD), *begun])
    if not wishes:
        return None
    wish = wishes[-1]
    start = _clause_start(sentence, wish[0])
    reasons = sentence.find_all(_REASON)
    end = next((each[0] for each in reasons if each[0] > wish[-1]), len(sentence.pieces))
    if any(piece.word in _ASKS_ON for piece in sentence.pieces[wish[-1] + 1 : end]):
        return None  # "the software IV card - anything about Kubernetes on it?"
    frames: list[Frame | None] = [compare(sentence), growth(sentence)]
    asked = [frame.covered for frame in frames if frame]
    asked += [frozenset(each.covered) for each in reading.attributes if each.weight > 1]
    return None if any(start <= max(each, default=start) < end for each in asked) else wish


def purpose(sentence: Sentence) -> Span:
    """The pieces that say what a card is wanted for: "for the workshop", "before my review"."""
    pieces = sentence.pieces
    return tuple(
        place
        for place, piece in enumerate(pieces)
        if place > 1
        and pieces[place - 1].word in _DETERMINERS
        and pieces[place - 2].word in _PURPOSES
        and piece.run is None
    )


_PURPOSES = frozenset(["for", "before", "at", "during", "in"])
_DETERMINERS = frozenset("the my our a an this his her their next".split())


def _is_asked(reading: Reading, part: Asked, asks: Span) -> bool:
    """Whether a part is what is asked for, and not only told of: "she has the title Expert …"."""
    if part.weight <= 1 or set(part.covered) <= set(asks):
        return False
    named = part.attribute == TITLES and len(part.covered) == 1
    if named and part.covered[0] < asks[-1]:
        return False
    level = next(iter(reading.sentence.levels), 0)
    between = {piece.word for piece in reading.sentence.pieces[part.covered[-1] : asks[-1]]}
    return not (part.covered[-1] < level < asks[0] and BREAK not in between)


def _clause_start(sentence: Sentence, place: int) -> int:
    """Where the clause begins in which a piece stands."""
    before = (at for at in range(place, 0, -1) if sentence.pieces[at - 1].word in (BREAK, "so"))
    return next(before, 0)
