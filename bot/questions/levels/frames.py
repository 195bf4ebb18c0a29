"""What a question wants to know of the levels that it names: to compare them, the way up, a skill.

The patterns are those of `patterns`; a frame says which pieces of the sentence they cover.
"""

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from bot.questions.language.patterns import FAMILY, LEVEL, pattern
from bot.questions.lazily import once
from bot.questions.levels.step_roles import BEFORE_LEVEL, is_step
from bot.questions.tagging.sentence import Sentence, Span


class Way(Enum):
    """Where a question about one level looks from it."""

    UP = auto()
    """From the level named to the next: "what comes after P4?"."""
    HERE = auto()
    """To the level named: "how do I become a P4?"."""
    DOWN = auto()
    """To the level below the one named: "what is below P4?"."""


class Frame(NamedTuple):
    """What a sentence asks, how sure that is, and the pieces that say so."""

    sure: float
    covered: frozenset[int]
    way: Way | None = None
    across: bool = False
    """Whether families are compared at the one level that is named."""


_COMPARE = pattern(
    """
    vs
    versus
    (compare|compared|comparing|comparison|comparable)
    (differ|difference|different|differentiate|differentiates|differs|delta|diff)
    (distinguish|distinguishes|distinction|contrast)
    side by side
    between (a|an|the)? @ (and|or) (a|an|the)? @
    (know|tell|tells|keep) * @ (from|and) (a|an|the)? @
    (show|lay out|list|open|see|give|put|view) * both
    both (of them|card|level|side)
    table (of|with|for) * @
    across
    apart
    @ (and|but) not (a|an|the)? @
    @ (isnt|is not|arent|are not) (a|an|the)? @
    (what|whats) is new (in|at|for|with) * @ * @
    on top of (a|an|the|what)? (a|an|the)? @
    @ (rather than|instead of) (a|an|the)? @
    (where|what) * line
    is (a|an|the)? @ (above|below|over|under|beneath|higher|lower|ahead|beyond|more|less|senior)
    @ (is|be) (above|below|higher|lower|more) * @
    makes (a|an|the)? @ * (not|and not|instead|rather) * @
    (which|who) (is|one is)? (above|below|higher|lower|bigger|more senior)
    (stack|stacks|measure|match) up
    (same|similar) (as|to|level)
    (set|sets|separate|separates|tell) * apart
    (more|less|higher|lower|better|bigger|broader|harder|senior|junior) than
    (than|over|against) (a|an|the)? @
    (against|beside|alongside) (that|those|the one|the ones|what) (of|for|at|in|from) (a|an|the)? @
    (set|put|place|lay|hold|line|weigh|measure|pit) * (beside|alongside|next to|against) (a|an|the)? @
    than (of|for|in|at|as|with|from) (a|an|the)? @
    which * (more|less|fewer|higher|senior|better|bigger|lower|broader|wider|tougher|harder|greater|closer)
    @ v @
    what * (separate|separates|distinguishes|sets)
    next to (each other|one another|a|an|the|it|that|@)
    (line|lined|lining) * up
    far from * @
    (equal|equals|equivalent) (rank|to|level)
    (equal|equivalent)
    between (them|these|those|the two)
    is @ just (a|an)? @
    who * (more|harder|bigger|broader|higher) * @
    (diverge|diverges|divergence|resemble|resembles|resemblance|overlap|overlaps)
    relative to
    (outrank|outranks|outranked|outranking)
    (as)? opposed to
    unlike
    (similar|similarity|similarities|alike|identical|interchangeable)
    in common
    (read|reads|look|looks|sound|sounds|seem) (exactly|pretty much|much)? the same
    (the)? same (thing|job|level|as)
    @ or (a|an|the)? @ * what * (change|changes|different)
    @ or (a|an|the)? @ * (which|choose|pick|whether)
    how far (is|are) (a|an|the)? @ (from|off)
    @ (end|ends|stop|stops) * @ (start|starts|begin|begins)
    (borderline|cusp|fence)
    (mean|means) (exactly)? the same
    (whose|who|which) * (further|farther|wider|broader|bigger|larger|greater|deeper|longer|harder|tougher|trickier)
    that (a|an|the)? @ (may|can|could|would|should|must|does|do|is|has|need|needs) not
    @ and (a|an|the)? @ * (share|shares|shared)
    @ (cannot|cant|couldnt|doesnt|dont|wont|neednt|may not|can not|does not|need not)
    @ (and|or|,)? (a|an|the)? @ * same
    (is|are|do|does|isnt|arent) * @ * same
    @ minus @
    @ ,? (or|and) (a|an|the)? @ * gap
    (separate|separates) (a|an|the)? @ and (a|an|the)? @
    (column|columns|opposite|opposites)
    @ * all together
    (rate|rated|rank|ranked|placed|sit|sits|stand|stands|count|counts) (above|below|higher|lower|over|under) (than)? (a|an|the)? @
    that (a|an|the)? @ (does not|doesnt|dont|lacks|has not|hasnt)
    (has|have) * that (a|an)? @
    """
)
_EITHER = pattern("@ ,? (or|,) (as|of|at|in|for|with|from|than|does|do|is|at)? (a|an|the)? @")
_MORE = pattern(
    """
    (more|less|fewer|most|higher|lower|bigger|broader|wider|larger|greater|harder|tougher|trickier)
    (easier|smaller|freer|better|worse|longer|deeper|further|farther|stronger|closer|looser|tighter)
    (stricter|richer|steeper|heavier|lighter|faster|slower|senior)
    """
)
"""Words that set one of two things above the other: "who has more authority, P5 or M3"."""
_IN_EACH_FAMILY = pattern(
    """
    (across|between|among) (the|our|all|different|job|other|two|three|four|of|these|those)? (the|our|different|job|two|three|four)? (family|discipline|profession)
    (in|for|of|at|by) (all|each|every|any) (of|the|our|job|two|three|four)? (the|our|job|two|three|four)? (family|discipline|profession)
    family (by|to|vs|versus) family
    """
)
_NEXT_TO = pattern(
    """
    (the|a)? next (level|step|rung|grade|one|band|tier)
    (the)? (level|step|rung|grade|one|band) (above|after|up)
    (the)? (level|step|rung|grade|one|band) (below|before|under)
    (the)? (previous|prior) (level|step|rung|grade|one|band)
    one (level|step|rung)? (up|above|higher|down|below|lower)
    """
)
_DOWN_WORDS = pattern("(below|before|under|previous|prior|down|lower|beneath|preceding)")

_BETWEEN_TWO = pattern(
    """
    from (a|an|the|being|being a)? @ * to
    from (a|an|the)? @ * into
    @ (to|into|towards) (a|an|the)? @
    (get|go|move|jump|grow|progress|advance|promote|promotion|step|transition|become|reach|upgrade|climb|aspire|evolve|level) * (to|into|toward|towards|from|for|as)
    (become|becoming|reach|reaching|aim|aiming) * @
    (path|road|way|journey|leap|bump|ladder|gap|distance|bridge|delta|route|stone|milestone|roadmap) (from|to|between|up)
    (next level|level up|step up|move up|moving up|ready for|qualify for)
    (missing|lacking|need|needed|takes|take|required) (for|to|in order)
    what (change|changes|changed|is new|gets added|grow|grows)
    (want|wants|hope|hoping|like|aim|aiming|plan) to (be|become|get|reach|make)
    promotion
    promo
    promoted
    (stand|stands|is) between
    (gap|target|goal|roadmap|plan)
    going to @
    (take|takes|bring|brings|carry|carries|lift|lifts|push|pushes) (me|us|him|her|them|you|someone|somebody|one|people) (up|over|on|all the way)? (to|into|toward|towards) * @
    (dream|ambition|aspiration|aspire|aspires|aspiring)
    (want|wants|wanna|aiming|hoping|wish|wishes|targeting|target|eyeing|hungry|dreaming) (a|an|the|that|this|for|of|to be|to be a)? @
    (ask|asks|asking|asked|dream|dreams) (about|for|of) (a|an|the)? @
    (seen|considered|treated|viewed|regarded|recognized|taken) (seriously)? as (a|an)? @
    (ready|readiness) for (a|an|the)? @
    earn * @
    next (stop|goal|target) * @
    (work|focus|concentrate) on
    (prove|demonstrate|show) * (for|to) (a|an|the|be|make|reach|get)? @
    (keep|keeps|kept|keeping|hold|holds|holding|stop|stops|stopping) (me|us|him|her|them|you|my|our) * from
    (pass|passed) over
    (keep|keeps|hold|holds|stop|stops) (a|an|the)? @ * (from|becoming|being|making)
    on the table
    (considered|nominated|eligible|up|forward|proposed|recommended|submitted) for (a|an|the)? @
    (promo|promotion|promoted|bump|bumped) (to|into) * @
    (turn|turns|turning) into
    (make|making) (a|an|the|it)? * @
    (switch|switching|transition|transitioning|moving|change|changing) (to|into|from)
    (start|starting|coming|come) from
    (grow|growing|growth)
    (next|this) year
    how (far|close)
    between me
    (progression|advancement)
    (trying|try|gunning|shooting|pushing|applying) for (a|an|the)? @
    what (is|am i|are they|is she|is he) (still|yet)? (missing|lacking)
    (separate|separates|keeps|holds|stops) (me|us|him|her|them|you|my|our) * from
    """
)
_WAY_BETWEEN = pattern(
    """
    (stepping stone|stone|path|road|journey|route|roadmap|milestone) (that|which)? (lie|lies|are|is)? between
    (separate|separates|keeps|holds|stops) (me|us|him|her|them|you|my|our)
    (keep|keeps|hold|holds|stop|stops) (a|an|the)? @ * (from|becoming|being|making)
    """
)
_UP = pattern(
    """
    (after|above|beyond|past|following|succeed|succeeds) (a|an|the|being|being a)? @
    (come|comes|coming|follow|follows|next) (after|above|behind|past) (a|an|the)? @
    (promote|promoting) (a|an|the|my|our|his|her|their|this|that)? @
    next (level|step|rung|stage|grade|one|rank|position|move|thing|role)? (after|for|from|above|beyond|past|as|of|when|if|up from) * @
    (reach|get to|make|hit|attain|achieve|move to|go to|step to) (the|his|her|their|my|a)? (next|following) (level|step|rung|grade|stage|rank)
    (reach|get to|make|hit|attain|achieve|move to|go to|step to) (the|a)? (level|step|rung|grade|one) (above|up|after)
    @ (turn|turns|evolve|evolves|develop|develops) into
    from (a|an|the)? @ * (next|up|upward|upwards|onward|onwards|higher|further|promoted|promotion)
    @ * next (level|step|rung|stage|grade|one|rank|move|role)
    @ * next
    @ * (aim|aiming|shoot|strive|striving) (for|at|towards)
    (come|comes|follow|follows) (once|when|after) * @
    (once|when|after) (you|i|he|she|they|one|somebody|someone|people|youre|im|hes|shes|theyre)? (are|am|is|be|being|reach|reached|made|hit)? (a|an|the)? @ , (where|what) (do|does|can|could|should|would|to|is|then|next|now)? (you|i|he|she|they|one|it)? (go|next|then|now|head|turn)
    what is next * @
    next * @
    (get|be|become|being|getting) promoted (from|as|past|out of|when|if|at|beyond) * @
    (promotion|promoted|promote|advance|advancing|advancement|progress|progression|grow|growth|move up|level up|step up|get ahead|moving up|graduate) (from|as|past|beyond|out of|for|of) * @
    (move|go|get|grow|graduate|progress|advance|climb|step) (on|up|out|past|beyond|forward|further)? (from|past|beyond|out of) (a|an|the|being|being a)? @
    @ (get|gets|be|is|being|to get|to be) promoted
    @ * (promotion|promoted|progress|advance|grow|move up|level up|progression|career path|growth path|growth plan|development plan|development path)
    (career|growth|promotion|development|progression) (path|plan|steps|step|criteria|case|route) (for|of|from|as) * @
    (move|moves|lift|lifts|push|pushes|bring|brings) (a|an|the|my|our)? @ * (up|higher|further|ahead)
    one (level|step|rung)? (up|above|higher) * @
    (level|step|rung|grade|one) (up|above|after|higher) (from|than)? (a|an|the)? @
    what * (above|over|higher than|on top of) (a|an|the)? @
    """
)
_UP_SOMEHOW = pattern(
    """
    (next|following) (level|step|rung|stage|grade)
    (what|whats) (is|comes|should|would|do|to|i|aim|for|at|after|does)? * next
    (get|be|become|being|getting|got) promoted
    (asking|ask|thinking|think|talk|talked|talking|ready|case|packet|up) * (promo|promotion)
    how * (grow|progress|advance|develop|move up|move on|level up|get ahead|rise)
    (moving|move|going|climbing|step|stepping) (on|up|ahead)
    (get|go|move|climb|rise|advance) (one|a|another)? (level|step|rung|grade|notch|band) (further|higher|up)
    what (is|comes|lies) (above|beyond|higher)
    what now
    (make|makes|making|take|takes|taking) (the|that|this|my|his|her|their) (next|big)? (leap|jump|step|cut|climb)
    (make|makes|making|take|takes|taking) a (next|big) (leap|jump|step|climb)
    (close|closing|bridge|bridging) (the|this|that|my|our|her|his)? gap
    (after|above|beyond|past) (this|that|it) (is|comes|come)? * what
    what (is|comes|lies)? (after|above|beyond|past) (this|that|it|me|him|her|us|them)
    what (is|be|comes)? (the|my|a|her|his|their)? (level|step|rung|grade|role|job|band|one) (above|after|up|higher)
    comes what
    where * (go|grow|move|head) (from here|next|now)
    (separate|separates|keep|keeps|kept|keeping|hold|holds|holding|stop|stops|stopping|stand|stands|standing) (me|us|him|her|them|you|between) * (promotion|promo|promoted|next|up|higher)
    to be (bumped|moved|pushed) up
    to (advance|progress|get ahead|level up|move up|climb)
    to (finally|ever|actually)? (move|get on|move on|rise)
    (stop|stops|stopping|quit) being
    (anything|something) (above|higher|beyond)
    (my|first|next|own) (promo|promotion)
    (leave|leaving|outgrow|outgrown|outgrowing) (a|an|the|my)? @
    (way|route|path|road) (up|upward|upwards)
    (promo|promotion) * (focus|work on|missing|lacking|gap)
    from (here|there)
    """
)
_HERE = pattern(
    """
    (become|becoming|became|reach|reaching|attain|achieve) * @
    (get|getting|make|go|grow|work|advance|progress|move|moving|step|climb|rise|elevate|jump|bump|bumped|promote|promoted|promotion|promoting|path|road|route|way|up|upgrade|transition|pass|raised|ready|aspire|aim|aiming) (it|up|my way|myself|them|him|her|someone)? (to|into|towards|toward) (a|an|the|be|be a|being|being a|level|become|become a)? @
    (aim|aiming|ready|promoted|promotion|promote|path|route|road|raised|go|up|work) for (a|an|the|being|being a|level)? @
    how (to|do i|can i|does one|do you|would i|could i|should i|do people|does someone|can someone|might i|do they|can they|can one) (be|make|hit) * @
    (take|takes|need|needs|needed|required|requires|do|does|did) to (be|become|reach|make|hit|get to) * @
    (want|wants|like|love|hope|hoping|aim|trying|try|aspire|wanna|going) (to)? (be|make|hit|become) * @
    (qualify|eligible|ready|prepare|preparing|readiness|considered|nominated|up|apply|case) for (a|an|the|level|promotion to)? @
    (promotion|promo|move|step|jump) (to|into) * @
    (promotion|promo) (bar|criterion|criteria|requirement|threshold|case|packet|checklist|condition|process|doc) (to|for|into) (a|an|the)? @
    (qualify|qualifies|qualifying) (me|you|us|him|her|them|someone|somebody|one|people|a person) (for|as) (a|an|the)? @
    (show|demonstrate|prove) for (a|an|the)? @
    (prerequisite|prerequisites|precondition|preconditions|eligibility|eligible) (for|of|to) * @
    (i|we) (need|must have|have to have) (for|to be) (a|an|the)? @
    (goal|dream|target|aim|ambition|aspiration|objective|plan) (is|be|to be|to become|to)? * @
    (over the line|all the way|there|closer|turn|turns|turned|promoted|bump|bumped) (to|into) * @
    (get|got|getting|make it|arrive) @
    @ * (get|make it|got|arrive) there
    (take|takes|bring|brings|carry|carries|lift|lifts|push|pushes) (me|us|him|her|them|you|someone|somebody|one|people) (up|over|on|all the way)? (to|into|toward|towards) * @
    what * (take|takes) * @
    (to be|to become) (a|an|the)? @
    (before|until|till) * (call|consider|name) (me|myself|him|her|us|them) (a|an|the)? @
    to (make|reach|hit|attain) (a|an|the)? @
    """
)
_DOWN = pattern(
    """
    (below|beneath|under|before|preceding|precedes|underneath) (a|an|the)? @
    (lower|junior) (than|to) (a|an|the)? @
    (one|level|step|rung) (level|step|rung)? (down|below|lower|before) * @
    """
)
_FILED_UNDER = pattern(
    "(find|found|file|filed|list|listed|read|look|written|wrote|say|says|stands) * under (a|an|the)? @"
)
_WAYS = ((_DOWN, Way.DOWN), (_UP, Way.UP), (_HERE, Way.HERE), (_UP_SOMEHOW, Way.UP))
_ANY_WAY = _DOWN.lines | _UP.lines | _HERE.lines | _UP_SOMEHOW.lines
_COMPARES_ONE = _COMPARE.lines | _IN_EACH_FAMILY.lines
"""The lines of which a question has one that compares the one level that it names."""
_PAIR = 2
_BETWEEN_SIDES = BEFORE_LEVEL.union(["and", "or", ",", "&", "plus", "with"])


@once
def compare(sentence: Sentence) -> Frame | None:
    """A comparison of the levels named, of one with its neighbor, or of families at one level."""
    levels = sentence.levels
    if len(levels) == 1 and not sentence.possible & _COMPARES_ONE:
        return None
    if sentence.find(_WAY_BETWEEN):
        return None
    found = _covered(sentence.find_all(_COMPARE))
    if len(levels) == 1:
        return _compare_one(sentence, found)
    if found:
        return Frame(0.96, found)
    more = sentence.find_all(_MORE)
    if more and (sentence.find(_EITHER) or growth(sentence) is None):
        return Frame(0.9, _covered(more))
    between = {
        piece.word
        for place, piece in enumerate(sentence.pieces)
        if levels[0] < place < levels[-1] and piece.stem != LEVEL
    }
    return Frame(0.75, frozenset()) if between <= _BETWEEN_SIDES else None


def _compare_one(sentence: Sentence, found: frozenset[int]) -> Frame | None:
    """One level in several families, or with its neighbor."""
    if found and any(piece.stem == FAMILY for piece in sentence.pieces):
        return Frame(0.96, found, across=True)
    if families := sentence.find(_IN_EACH_FAMILY):
        return Frame(0.9, found | set(families), across=True)
    beside = sentence.find(_NEXT_TO)
    if not found or not beside:
        return None
    down = any(each in beside for place in sentence.find_all(_DOWN_WORDS) for each in place)
    return Frame(0.9, found | set(beside), Way.DOWN if down else Way.UP)


@once
def growth(sentence: Sentence) -> Frame | None:
    """The way from one level to another; with one level named, from it or to it."""
    if len(sentence.levels) > 1:
        if found := _covered(sentence.find_all(_BETWEEN_TWO)):
            return Frame(0.95, found)
        return Frame(0.9, frozenset()) if is_step(sentence) else None
    for wanted, way in _WAYS if sentence.possible & _ANY_WAY else ():
        if way is Way.DOWN and sentence.find(_FILED_UNDER):
            continue  # "what would I find under Software III"
        if found := _covered(sentence.find_all(wanted)):
            return Frame(0.93, found, way)
    if sentence.line.endswith(" now what "):
        return Frame(0.93, frozenset(range(len(sentence.pieces))[-_PAIR:]), Way.UP)
    return None


def _covered(found: Iterable[Span]) -> frozenset[int]:
    return frozenset([place for each in found for place in each])
