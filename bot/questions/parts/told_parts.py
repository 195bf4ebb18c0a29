"""Parts of the card that are named without being asked for: "never mind the pay", "title: …"."""

from bot.questions.language.english import ARTICLES, GREETINGS
from bot.questions.language.patterns import LEVEL, pattern
from bot.questions.language.words import BREAK
from bot.questions.tagging.sentence import Sentence, Span

TITLES = "titles"
"""What every card has: a single word for it is mostly said of the title that is asked about."""

_ARTICLES = frozenset("the any all their his her my".split())
_BEFORE_CLAUSE = GREETINGS | {BREAK, "and", "or", "so", "but", "just", "please", "card"}
_NOT_ASKED = pattern(
    """
    (never mind|nevermind|forget|forget about|skip|ignore|spare me|leave out|leaving out|leaving aside) (the|all the|all|any|about|about the)?
    (not|never) (about|asking about|asking for|asking|interested in|looking for|for|after) (the|any|all|all the|their|her|his|my)?
    (dont|do not|didnt|did not) (care|ask|bother) (about|for|with) (the|any|all|all the|their|her|his|my)?
    """
)
"""Right before what is not asked for."""
_TOLD_TITLE = pattern(
    """
    (title|headline|badge) (is|was|as|reads|says|,) (a|an|the)? @
    (called|aka) (a|an|the)? @
    called (me|him|her|us|them|you|our|my|somebody|someone) * @
    called (me|him|her|us|them|you) (that|this|so)
    @ * called (me|him|her|us|them|you) (that|this|so)
    (real|genuine|legit|legitimate) title
    title (is|was|comes|came|stems) (from|on|in|out of)
    title (on|in) (linkedin|his|her|the|my|an|a)
    """
)
"""Says which title is meant."""
_POINTS = frozenset(["this", "that", "such"])
_WRITTEN = frozenset(["on", "in"])
_PUTS = frozenset(
    "can may might should could must do does what which how put use write call add".split()
)
_CHOOSES = frozenset("what which whats any other".split())


def is_told(attribute: str, covered: Span, sentence: Sentence) -> bool:
    """Whether a part's words only say what is not asked for, or which title is meant."""
    place = covered[0]
    not_asked = sentence.find_all(_NOT_ASKED)
    if not_asked and any(span[-1] == place - 1 for span in not_asked):
        return True
    if _begins_clause_with_no(sentence, place) or _is_said_of_bot(sentence, covered):
        return True
    first, last = sentence.pieces[place].word, sentence.pieces[covered[-1]].word
    if first == "year" and _is_period(covered, sentence):
        return True
    if last == "own" and _is_somebodys(covered, sentence):
        return True
    if first == "answer" and place and sentence.pieces[place - 1].word in _NOUN:
        return True  # "I promised an answer to the council"
    return attribute == TITLES and _is_told_title(covered, sentence)


def _is_period(covered: Span, sentence: Sentence) -> bool:
    """Whether a year is only how often something is counted: "what does he cost us a year"."""
    (first, *more), pieces = covered, sentence.pieces
    return not more and first > 0 and pieces[first - 1].word in _EVERY


def _is_somebodys(covered: Span, sentence: Sentence) -> bool:
    """Whether "own" only says whose it is: "find her own work", "my own P3"."""
    first, last, pieces = covered[0], covered[-1], sentence.pieces
    if first == last:
        return first > 0 and pieces[first - 1].word in _WHOSE
    if last - first > 1 or pieces[first].word not in _WHOSE:
        return False
    of_mine = first > 0 and pieces[first - 1].word == "of"
    return of_mine or any(piece.stem == LEVEL for piece in pieces[last + 1 : last + 2])


_WHOSE = frozenset("my your his her its our their whose".split())
_NOUN = frozenset(["a", "an", "the", "any", "no", "my"])
_EVERY = frozenset(["a", "per", "each", "every", "this", "next", "last"])


def _is_told_title(covered: Span, sentence: Sentence) -> bool:
    """Whether a title is told, and none is asked for."""
    place, pieces = covered[0], sentence.pieces
    if pieces[place - 1 : place] and pieces[place - 1].word in _POINTS:
        return True  # "what does that title mean", "we have no such title"
    start = next((at for at in range(place, 0, -1) if pieces[at - 1].word == BREAK), 0)
    clause = {piece.word for piece in pieces[start:place]}
    if pieces[place].word in _WRITTEN and LEVEL in {piece.stem for piece in pieces[start:place]}:
        return clause.isdisjoint(_PUTS)  # "she is Director of ML on her badge"
    if clause.isdisjoint(_ASKS_FOR) and _tells_level(covered, sentence):
        return True
    if any(piece.word in _CHOOSES for piece in pieces[:place]):
        return False  # "what is the title of a P4", "is a P4 called anything else"
    return any(set(covered) <= set(span) for span in sentence.find_all(_TOLD_TITLE))


def _tells_level(covered: Span, sentence: Sentence) -> bool:
    """Whether words for a title only bring up a level, of which a question behind it asks.

    "A candidate calls herself Principal SWE. What do we mean by that?"
    """
    pieces = sentence.pieces
    level = next((at for at in sentence.levels if at > covered[-1]), None)
    if level is None or any(piece.word == BREAK for piece in pieces[covered[-1] : level]):
        return False
    return any(piece.word in _POINTS or piece.word in _CHOOSES for piece in pieces[level + 1 :])


_ASKS_FOR = _PUTS | _CHOOSES | frozenset("is are be does did do".split())


def _begins_clause_with_no(sentence: Sentence, place: int) -> bool:
    """Whether a clause rules it out: "no summary", "not the pay", "without the salary"."""
    pieces, at = sentence.pieces, place - 1
    while at >= 0 and pieces[at].word in _ARTICLES:
        at -= 1
    if at < 0 or (at > 0 and pieces[at - 1].word not in _BEFORE_CLAUSE):
        return False
    if pieces[at].word == "no":
        return at == place - 1
    named = at < place - 1 or pieces[place].word in _ARTICLES
    return pieces[at].word in {"not", "without"} and named  # not "without supervision"


def _is_said_of_bot(sentence: Sentence, covered: Span) -> bool:
    """Whether it is told what the bot knows, before a level that stands by itself.

    "They say you know all titles. So: Associate AI Engineer."
    """
    pieces = sentence.pieces
    if _YOU.isdisjoint(sentence.words):
        return False
    start, end = _clause(sentence, covered)
    clause = {piece.word for piece in pieces[start:end]}
    if clause.isdisjoint(_YOU) or not clause.isdisjoint(_ASKS):
        return False
    return any(
        level > end and pieces[level - 1].word in _BEFORE_CLAUSE and _ends_clause(sentence, level)
        for level in sentence.levels
    )


def _ends_clause(sentence: Sentence, place: int) -> bool:
    return all(piece.word == BREAK for piece in sentence.pieces[place + 1 : place + 2])


def _clause(sentence: Sentence, covered: Span) -> tuple[int, int]:
    """From where to where the clause reaches in which some pieces stand."""
    pieces = sentence.pieces
    start = next((at for at in range(covered[0], 0, -1) if pieces[at - 1].word == BREAK), 0)
    after = range(covered[-1], len(pieces))
    return start, next((at for at in after if pieces[at].word == BREAK), len(pieces))


def is_aside(sentence: Sentence, covered: Span) -> bool:
    """Whether a vague word is said in a clause of its own that asks nothing, apart from the level.

    "Not sure if I'm typing this right... ML-IV ?"
    """
    pieces = sentence.pieces
    start, end = _clause(sentence, covered)
    clause = {piece.word for piece in pieces[start:end]}
    named = any(start <= level < end for level in sentence.levels)
    return not named and not clause.isdisjoint(_ME) and clause.isdisjoint(_ASKS)


def is_auxiliary(sentence: Sentence, covered: Span) -> bool:
    """Whether a "do" only begins a question ("do you have anything on P6"), or "call" names a level."""
    pieces = sentence.pieces
    if any(pieces[place].word not in _DO for place in covered):
        return _names_level(sentence, covered)
    return all(
        piece.word not in _DO or (after is not None and after.word in _SUBJECTS)
        for piece, after in zip(pieces, (*pieces[1:], None), strict=True)
    )


def _names_level(sentence: Sentence, covered: Span) -> bool:
    """Whether a "call" only says what a level's name is: "the level that people call Mid-Level"."""
    behind = sentence.pieces[covered[-1] + 1 : covered[-1] + 3]
    said = [piece for piece in behind if piece.word not in ARTICLES]
    calls = {sentence.pieces[place].word for place in covered} <= _CALLS
    return calls and said[:1] != [] and said[0].stem == LEVEL


_CALLS = frozenset("call calls calling called".split())
_DO = frozenset(["do", "does", "did"])
_SUBJECTS = frozenset("i you we they he she it people those these any anyone".split())
_YOU = frozenset(["you", "your", "youre", "bot", "app"])
_ME = frozenset("i im ive ill id my we our were weve".split())
_ASKS = frozenset(
    "what how who whose which where why does do is are can may must mean want need care interested "
    "curious wonder wondering asking looking show tell please just only mostly mainly".split()
)
