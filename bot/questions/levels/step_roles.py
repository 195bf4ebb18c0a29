"""Which of two levels is where somebody is, and which is where they want to be."""

from bot.questions.language.english import GREETINGS
from bot.questions.language.patterns import LEVEL, pattern
from bot.questions.language.words import BREAK
from bot.questions.tagging.sentence import Piece, Sentence

_GOAL_AFTER = frozenset(
    "target goal next hopefully eventually someday aim dream ambition take takes come comes "
    "ask asks want wants expect expects require requires demand demands".split()
)
_WISHES = frozenset(
    "aiming wanting wants eyeing targeting far goal target aim dream ambition "
    "considered seen regarded viewed treated taken".split()
)
_START_AFTER = frozenset(
    "today now here atm rn presently currently already wanting thinking".split()
)
_GOAL_BEFORE = frozenset(
    [
        "to",
        "into",
        "become",
        "becoming",
        "reach",
        "reaching",
        "almost",
        "nearly",
        "earn",
        "be",
        "hit",
        "make",
        "for",
        "toward",
        "towards",
        "before",
        "until",
        "wants",
        "about",
    ]
)
_START_BEFORE = frozenset(
    [
        "from",
        "im",
        "am",
        "as",
        "currently",
        "now",
        "being",
        "at",
        "is",
        "was",
        "past",
        "beyond",
        "after",
        "leaving",
        "still",
        "been",
        "stuck",
        "me",
    ]
)
BEFORE_LEVEL = frozenset(["a", "an", "the", "level", "being", "i"])
"""Words before a level that say nothing of it: "being a level P2"."""


def from_and_to(sentence: Sentence) -> tuple[int, int]:
    """The places of the two levels of a step, the start first, among the first two named."""
    first, second = sentence.levels[:2]
    if sentence.find(_KEEPS_FROM):
        return first, second
    roles = [_role(sentence, place) for place in (first, second)]
    if roles[0] == "goal" and _is_for_whom(sentence, second):
        return second, first  # "the gap to Principal for an Expert Data Scientist"
    if roles == ["goal", "goal"] and _is_now(sentence, second):
        return second, first  # "P5 is my dream. P3 now"
    turned = roles[0] == "goal" or (roles[1] == "start" and roles[0] != "start")
    return (second, first) if turned and roles != ["goal", "goal"] else (first, second)


def is_step(sentence: Sentence) -> bool:
    """Whether one of two levels is where somebody is, and the other where they want to be."""
    roles = sorted(_role(sentence, place) for place in sentence.levels)
    if roles == ["", "start"]:  # "three rounds as III, and IV still isn't there. What should I do?"
        return sentence.find(_WHAT_TO_DO) is not None
    if roles == ["", "goal"]:
        return _begins_with_level(sentence) or _needs_for(sentence)
    return roles == ["goal", "start"]


def _is_for_whom(sentence: Sentence, place: int) -> bool:
    before = [piece.word for piece in sentence.pieces[max(0, place - 2) : place]]
    return before[-1:] == ["for"] or (before[:1] == ["for"] and before[-1] in BEFORE_LEVEL)


_KEEPS_FROM = pattern(
    "(keep|keeps|hold|holds|stop|stops) (a|an|the)? @ * (from|becoming|being|making)"
)
_WHAT_TO_DO = pattern("(what|how) (should|shall|do|can|must|would|could) (i|we|he|she|they|one)")


def _begins_with_level(sentence: Sentence) -> bool:
    """Whether it begins with what somebody is: "senior backend, passed over for V twice"."""
    first, last = sentence.levels[0], sentence.levels[-1]
    told = all(piece.word in _BEFORE_STORY for piece in sentence.pieces[:first])
    parted = any(piece.word == BREAK for piece in sentence.pieces[first:last])
    return told and parted and _role(sentence, first) == ""


def _needs_for(sentence: Sentence) -> bool:
    """Whether somebody needs something to be another: "what must a DS II learn to be III"."""
    first, last = sentence.levels[0], sentence.levels[-1]
    between = {piece.word for piece in sentence.pieces[first:last]}
    goes = _role(sentence, last) == "goal" and between.isdisjoint(_PARTS)
    return goes and not between.isdisjoint(_NEEDS)


_PARTS = frozenset(["and", "or", "vs", "versus", "than"])
_NEEDS = frozenset(
    "need needs should must learn has have got show start lacks lack lacking missing improve "
    "do does change master prove demonstrate".split()
)
_BEFORE_STORY = GREETINGS | {BREAK, "a", "an", "im", "i", "am"}


def _is_now(sentence: Sentence, place: int) -> bool:
    return any(piece.word in _START_AFTER for piece in sentence.pieces[place + 1 : place + 2])


def _role(sentence: Sentence, place: int) -> str:
    """Whether the words before a level make it the goal or the start of a step."""
    before = sentence.pieces[max(0, place - 4) : place]
    if is_not_yet(sentence, place):
        return "goal"
    ends = [0, *(at for at, each in enumerate(before, start=1) if _ends_part(each))]
    if _WISHES & {piece.word for piece in before[ends[-1] :]}:
        return "goal"  # "my goal is P4"
    for piece in reversed(before):
        if piece.word in BEFORE_LEVEL or (piece.stem in {"engin"}):
            continue
        if piece.word in _GOAL_BEFORE:
            return "goal"
        if piece.word in _START_BEFORE:
            return "start"
        break
    behind = sentence.pieces[place + 1 : place + 4]
    until = next((at for at, each in enumerate(behind) if each.stem == LEVEL), len(behind))
    after = {piece.word for piece in behind[:until]}
    return "goal" if after & _GOAL_AFTER else "start" if after & _START_AFTER else ""


def is_not_yet(sentence: Sentence, place: int) -> bool:
    """Whether somebody is said not to be there yet: "not quite a senior", "no M2 yet"."""
    near = [piece.word for piece in sentence.pieces[max(0, place - _NEAR) : place]]
    near += [piece.word for piece in sentence.pieces[place + 1 : place + _NEAR]]
    return not (_NOT.isdisjoint(near) or _YET.isdisjoint(near))


_NEAR = 4
_NOT = frozenset("not no isnt arent wasnt nowhere".split())
_YET = frozenset("yet quite there".split())


def _ends_part(piece: Piece) -> bool:
    return piece.word == BREAK or piece.stem == LEVEL
