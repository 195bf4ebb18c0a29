"""Parts of a card that are only told of, in a clause of its own beside a level that is asked for.

"Before I decide on the offer: Deep Learning III?", "Backend Team Lead, the salary I know".
"""

from bot.questions.language.english import GREETINGS
from bot.questions.language.of_cards import MEDIA
from bot.questions.language.patterns import FAMILY, LEVEL, pattern
from bot.questions.language.words import BREAK
from bot.questions.tagging.sentence import Sentence, Span
from bot.questions.tagging.tags import Kind

_PARTS_CLAUSES = frozenset([BREAK, "so", "but"])
_I = frozenset("i im ive ill id we weve were".split())
_MY = frozenset(["my", "our"])
_SAYS_WHOSE = _I | _MY
_IS = frozenset("is are was were has have comes came seems seem".split())
_ASKS = frozenset(
    "what how who whose whom which where when why need needs want wants wanted wonder "
    "wondering ask asked asking care interested curious keen looking look show tell explain "
    "remind understand please just only mostly mainly love like hope wish find compare think "
    "guess believe mean dont didnt not never no cant idk forgot unsure unclear missing lost "
    "whether if read see hear about should must may might can could would expect expected".split()
)
"""Words with which something is wished for or not known: a clause with one may ask for a part."""
_BEGINS_QUESTION = frozenset(
    "am do does did is are can could should would may might will has".split()
)
_ASKS_LATER = _ASKS - frozenset("please just only look show tell see read find".split())
_REFERS = frozenset("that this these those they them their it its".split())
_SPEAKS = frozenset("says say said lists list shows reads states calls gives names prints".split())
_TELLS_NOTHING = MEDIA | GREETINGS | {BREAK}
_MAKES = pattern("(writing|write|drafting|draft|preparing|prepare) (a|an|the|my|our|this|that)?")
"""What somebody is at, right before what it is: "writing a job description for a P4"."""


def is_told_aside(covered: Span, sentence: Sentence) -> bool:
    """Whether a part's words are told of somebody's own matters, or rule out another title."""
    if not sentence.levels:
        return False
    pieces, place = sentence.pieces, covered[0]
    while place and pieces[place - 1].tag == pieces[place].tag >= 0:
        place -= 1
    if place and pieces[place - 1].word == "not" and _is_title(sentence, covered):
        return True  # "Lead Software Engineer (not team lead)"
    behind = pieces[covered[-1] + 1 : covered[-1] + 3]
    if behind and behind[0].word in _SPEAKS and behind[-1].stem == LEVEL:
        return True  # "our budget tool lists Data Scientist II"
    makes = sentence.find_all(_MAKES)
    if makes and any(span[-1] == place - 1 for span in makes):
        return True
    return not _SAYS_WHOSE.isdisjoint(sentence.words) and _is_own_matter(covered, sentence)


def _is_title(sentence: Sentence, covered: Span) -> bool:
    tags = [
        sentence.tags[sentence.pieces[at].tag] for at in covered if sentence.pieces[at].tag >= 0
    ]
    return bool(tags) and all(tag.signature or tag.kind is Kind.ROLE for tag in tags)


def _is_own_matter(covered: Span, sentence: Sentence) -> bool:
    """Whether I am, or what is mine, what its clause tells of, and a level stands by itself."""
    pieces = sentence.pieces
    start, end = _clause(sentence, covered[0], covered[-1])
    clause = pieces[start:end]
    words = [piece.word for piece in clause]
    if words[0] in _BEGINS_QUESTION or not _ASKS.isdisjoint(words):
        return False
    if _I.isdisjoint(words) and not _is_of_mine(words):
        return False
    if any(piece.stem in (LEVEL, FAMILY) for piece in clause):
        return False
    later = [piece.word for piece in pieces[end:]]
    asked = not _ASKS_LATER.isdisjoint(later) or not _REFERS.isdisjoint(later)
    return not asked and any(_stands_alone(sentence, level) for level in sentence.levels)


def _is_of_mine(words: list[str]) -> bool:
    """Whether a clause says what mine is: "my scope today is to fix the slides"."""
    mine = [at for at, word in enumerate(words) if word in _MY]
    return mine != [] and not _IS.isdisjoint(words[mine[0] :])


def _stands_alone(sentence: Sentence, level: int) -> bool:
    """Whether nothing that tells of anything stands in a level's clause."""
    start, end = _clause(sentence, level, level)
    return all(
        sentence.pieces[at].word in _TELLS_NOTHING for at in sentence.telling(range(start, end))
    )


def _clause(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """From where to where the clause reaches in which some pieces stand."""
    pieces = sentence.pieces
    while first > 0 and pieces[first - 1].word not in _PARTS_CLAUSES:
        first -= 1
    while last < len(pieces) and pieces[last].word not in _PARTS_CLAUSES:
        last += 1
    return first, last
