"""Questions about a skill: "does a P2 need PyTorch?", "who mentors interns?"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.questions.english import FILLERS
from bot.questions.patterns import FAMILY, LEVEL, pattern
from bot.questions.sentence import Piece, Sentence, Span
from bot.questions.skills import SkillIndex
from bot.questions.stems import stem
from bot.questions.tags import Kind
from bot.questions.talk import EVERYDAY_SKILLS, FUNCTION_WORDS
from bot.questions.words import BREAK, QUANTITY

_OF_LEVEL = pattern(
    """
    (do|does|did|must|should|can|could|would|will|shall|need|needs|might|may) (a|an|the|every|each|any|all|our|my)? @
    (is|are|was) * (on|in|part of|listed|required|needed|expected|mandatory|necessary|something|one of|among|a must|for|of|at) * @
    @ (card|level|role)? (need|needs|require|requires|use|uses|know|knows|have to|has to|must|should|list|lists|mention|mentions|include|includes|say|says|do|does|involve|involves|cover|covers|supposed|expected|able)
    (is|are) (a|an|the|every|each|any)? @ (expected|supposed|required|able|meant|asked|good|responsible|allowed|ever)
    (do|does|should|must|would|will) (i|we|you|one|they|someone|he|she) * (to be|for|at|as|in order to be) * @
    (need|needed|require|required|necessary|mandatory|must|expect|expected|list|listed|mention|mentioned) (for|at|of|by|on|in|from|as) * @
    (required|supposed|expected|meant|need|gotta|have|has|obliged) to (know|use|do|have|master|learn|handle|run|write|build|lead|deal|understand)
    @ * (required|obligatory|mandatory|necessary|yes or no|in or out|correct|true)
    (do|should|can|could|would|must) (we|you|they|i) (really|even|also|actually)? (expect|ask|require|demand|want|need) * (from|of|by|in|for) (a|an|the|our|every|any)? @
    (are|is) (they|he|she) * (on the hook|expected|required|supposed|meant|responsible|in charge) (for|to)
    true for (a|an|the|our|every|any)? @
    (in|within|part of) (the|his|her|their)? (remit|job|responsibility|duty|purview) of (a|an|the|our|every|any)? @
    (expect|expects|expecting|require|want|ask) (a|an|the|our|every|any)? @ to
    is * (a|an) @ (thing|skill|topic|requirement|must)
    (on|in) the @ (card|list)
    (card|list) (for|of) (a|an|the)? @ * (list|lists|mention|mentions|say|says|include|includes|have|has|require|requires)
    """
)
_OF_WHOM = pattern(
    """
    who (all|else|exactly|actually|here|on earth)? (is|are|was)? (expected|supposed|required|meant)? (to)? (need|needs|use|uses|know|knows|do|does|has|have|must|should|can|gets|handle|handles|work|works|run|runs|own|owns|deal|deals|own|lead|leads|mentor|mentors|write|writes|build|builds)
    who (is|are|does|do|should|must|needs|has|can)
    who
    (do|does|did|must|should|would|can|could) (a|an|the|all|our|every|any)? % (need|needs|have|use|know|learn)
    (which|what) (level|role|post|grade|card|band|rung|one|job|title|position|family|people|engineer) * (need|needs|require|requires|list|lists|mention|mentions|include|includes|use|uses|have|has|know|knows|do|does|call|calls|ask|asks|expect|expects|involve|involves|cover|covers|must|should|say|says|talk|want|wants|demand|demands|is|are|come|start|starts|contain|contains|get|gets|work|deal|care|see|mentor|write|lead|run|own|handle)
    (which|what) (level|card|grade|role|post|%|ppl|people|folk|seniority|manager)
    (whose|who s) (card|responsibility|job|task|role|turn|duty)
    (at|from) (what|which) (level|grade|seniority|point|rung)
    (level|grade|rung|card|role|title|position|seniority) (with|where|of|for|w|that|which|who)
    (everybody|everyone|anybody|anyone|somebody|someone|people|folk|those) (who|that|to|with)? (need|needs|must|have to|has to|should|know|knows|use|uses|supposed|expected|required)
    (list|name|show|find|give) (me)? (everybody|everyone|all|the|those|people|folks)? (people|folks|ones|those)? who
    (is|are) there (a|an|any|some)? (level|role|card|grade|rung|title)
    (from|since|by|starting at|starting from|starting) (when|which|what)
    who (is|s) (supposed|expected|meant|required|responsible|accountable|on the hook|in charge|the one|the person|tasked|charged)
    do we have (someone|anyone|somebody|anybody|people|a level|a role)
    , (level|grade|rung)
    do we (even|ever|really)? (ask|need|require|list|expect|want)
    (at|from|on|for|in|by|with) (which|what) (level|card|grade|point|stage|rung|band)
    where (do|does|is|are|in) * (appear|appears|come|comes|show|shows|start|starts|listed|mentioned|list|needed|required|expected|kick|first|the ladder)
    when (do|does|is|are|should|must) (i|we|one|you|people|someone|they)? (need|needs|have|has|start|begin|expected|supposed|required|become|should)
    (anyone|anybody|someone|somebody|any level|any card|any role|any family) * (need|needs|require|requires|list|lists|use|uses|know|knows|have|has|mention|mentions|do|does)
    (is|are) * (listed|required|needed|mentioned|expected|on any|in the ladder|anywhere|part of the ladder)
    (first|lowest|earliest|highest) (level|card|grade|rung|role)
    (list|show|find|search|give) * (level|card|role) * (need|require|list|mention|use|with|for|that|which|who)
    (levels|cards|roles) (that|which|with|needing|requiring|listing|using)
    (skill|skills|search|find)
    (need|needs|require|requires|list|lists) (it|them|that|this)
    (in|on) * (ladder|cards)
    """
)


_LIGHT_VERBS = frozenset(
    """
    run runs running hold holds holding conduct conducts perform performs bring brings bringing
    carry carries drive drives touch touched
    """.split()
)
"""Verbs that people put before the name of a skill, and that its line may have another word for."""
_NO_SKILL = FUNCTION_WORDS | {BREAK, QUANTITY}
_NOT_AFTER_FAMILY = FUNCTION_WORDS | FILLERS | {BREAK}

_EVERYDAY_STEMS = frozenset(map(stem, FILLERS))


@dataclass(frozen=True, slots=True)
class SkillAsked:
    """The words of a skill, and how a question asks for it."""

    words: tuple[str, ...]
    """Those that a line must have."""
    also: tuple[str, ...]
    """Everyday words, which a line may have."""
    said: str
    """As the question says it."""
    covered: frozenset[int]
    framed: bool
    """Whether the question plainly asks who needs, or whether a level needs, something."""


def skill_asked(
    sentence: Sentence, index: SkillIndex, skip: Iterable[int] = ()
) -> SkillAsked | None:
    """The skill that a sentence may ask about; None when no word is left that could name one.

    `skip` are pieces that say something else.
    """
    about_level = any(piece.stem == LEVEL for piece in sentence.pieces)
    frames = sentence.find_all(_OF_LEVEL if about_level else _OF_WHOM)
    skipped = set(skip)
    places = [
        place
        for place, piece in enumerate(sentence.pieces)
        if place not in skipped
        and piece.stem != LEVEL
        and not (piece.stem == FAMILY and not _inside(sentence, place, index))
        and piece.word not in _NO_SKILL
        and not piece.word.isdigit()
    ]
    worded = [p for p, piece in enumerate(sentence.pieces) if _is_worded(sentence, piece)]
    every = worded or places
    places = worded or _where_asked(sentence, places, frames) or places
    must, may = _parted(sentence, places)
    if not must and len(every) > len(places):
        must, may = _parted(sentence, every)
        places = every if must else places
    if not must:
        must, may = [word for word in may if word in EVERYDAY_SKILLS and index.knows(word)], []
    if not must:
        return None
    return SkillAsked(
        words=tuple(must),
        also=tuple(may),
        said=_said(sentence, places),
        covered=frozenset(places) | frozenset(place for frame in frames for place in frame),
        framed=bool(frames),
    )


def _where_asked(sentence: Sentence, places: list[int], frames: Sequence[Span]) -> list[int]:
    """The places in the clauses that ask: "typing from the train, does a P6 need mentoring?"."""
    clause = 0
    of_place: list[int] = []
    for piece in sentence.pieces:
        clause += piece.word == BREAK
        of_place.append(clause)
    asking = {of_place[place] for frame in frames for place in frame}
    return [place for place in places if of_place[place] in asking]


def _parted(sentence: Sentence, places: list[int]) -> tuple[list[str], list[str]]:
    must: list[str] = []
    may: list[str] = []
    for place in places:
        piece = sentence.pieces[place]
        for word in piece.said:
            everyday = (
                word in FUNCTION_WORDS
                if _is_worded(sentence, piece)
                else word in FILLERS or _is_slip(piece, word)
            )
            (may if everyday else must).append(word)
    heavy = [word for word in must if word not in _LIGHT_VERBS]
    if not heavy:
        return must, may
    return heavy, [*may, *(word for word in must if word in _LIGHT_VERBS)]


def _is_slip(piece: Piece, word: str) -> bool:
    """Whether it is an everyday word but for a letter: "accessibility knowlege"."""
    return piece.stem in _EVERYDAY_STEMS and piece.stem != stem(word)


def _is_worded(sentence: Sentence, piece: Piece) -> bool:
    """Whether it is a word of a skill that is asked for as a card has it."""
    return piece.tag >= 0 and sentence.tags[piece.tag].kind is Kind.SKILL


def _inside(sentence: Sentence, place: int, index: SkillIndex) -> bool:
    """Whether a family's name is part of a skill: "machine learning techniques"."""
    after = sentence.pieces[place + 1] if place + 1 < len(sentence.pieces) else None
    known = all(stem(word) in index.postings for word in sentence.pieces[place].said)
    follows = after is not None and after.word not in _NOT_AFTER_FAMILY
    return known and follows and after is not None and index.knows(after.word)


def _said(sentence: Sentence, places: list[int]) -> str:
    """The words from the first to the last that names the skill, as they were said."""
    first, last = places[0], places[-1]
    inside = [piece for piece in sentence.pieces[first : last + 1] if piece.stem != LEVEL]
    if len(inside) > 2 * len(places) + 2:
        inside = [sentence.pieces[place] for place in places]
    return " ".join(piece.word for piece in inside if piece.word != BREAK)
