"""The one thing in a question that is a skill's name, told from whatever is said around it.

A tool, a name that the cards write as one, or words that stand side by side in a line: "running a
workshop on succession plans next week. Whose cards mention them?" is asked about succession plans.
"""

from collections.abc import Collection, Iterator, Sequence

from bot.questions.language.chatter import is_chatter
from bot.questions.language.common_words import COMMON_WORDS
from bot.questions.language.english import FILLERS
from bot.questions.language.patterns import FAMILY, LEVEL
from bot.questions.language.talk import FUNCTION_WORDS, TOOLS
from bot.questions.language.words import BREAK
from bot.questions.reading import Reading
from bot.questions.skills.skill_frames import (
    AUXILIARY,
    LEVEL_SAID,
    SkillAsked,
    names_thing,
)
from bot.questions.skills.skill_words import DEFINITE, is_name
from bot.questions.tagging.sentence import Piece
from bot.questions.texts.skill_index import SkillIndex

_LONGEST = 6
"""Words of the longest name that is looked for."""
_ALL = 0.95
_INSIDE = frozenset("of for and in to with on by the a from".split())
"""Small words that may stand within a skill's name."""
MEANS_IT = frozenset("it that this them those these they one thing ones".split())
"""Words that stand for what was named before."""


def named_skill(reading: Reading, asked: SkillAsked) -> SkillAsked | None:
    """The skill that is named in the clause that asks, or before it where it means that one."""
    found = list(names_in(reading))
    span = _meant(reading, asked, found) if found else None
    if span is None:
        return None
    named = with_name(asked, reading, span)
    if set(named.words) == set(asked.words) or _is_of_thing(reading, asked, span):
        return None
    return named


def with_name(asked: SkillAsked, reading: Reading, span: Sequence[int]) -> SkillAsked:
    """The question for a skill, with the words of a name in place of its own."""
    pieces = reading.sentence.pieces
    said = tuple(dict.fromkeys(word for place in span for word in pieces[place].said))
    within = " ".join(piece.word for piece in pieces[span[0] : span[-1] + 1])
    covered = asked.covered.union(span)
    return asked._replace(words=said, also=(), said=within, covered=covered, behind=())


def _is_of_thing(reading: Reading, asked: SkillAsked, span: Sequence[int]) -> bool:
    """Whether a certain thing is spoken of that only has the name: "my AWS request".

    "Does Terraform kick in" speaks of none: what is behind the name there is a verb.
    """
    pieces, left = reading.sentence.pieces, {*asked.words}
    first, behind = span[0], span[-1] + 1
    if behind < len(pieces) and left.issuperset(pieces[behind].said):
        return not first or pieces[first - 1].word not in AUXILIARY
    alone = True
    while first and left.issuperset(pieces[first - 1].said):
        alone, first = False, first - 1
    definite = first > 0 and pieces[first - 1].word in DEFINITE
    # "Where do I find the Tableau dashboard for sales" asks for that one.
    said = LEVEL_SAID.isdisjoint(reading.words) and not reading.sentence.levels
    return definite and (said or not alone)


def _meant(
    reading: Reading, asked: SkillAsked, found: Sequence[Sequence[int]]
) -> Sequence[int] | None:
    """The longest of the names in the clause that asks, or else the last one before it.

    The only one where no words ask for a skill.
    """
    if not asked.framed:
        return found[0] if len(found) == 1 else None
    sentence = reading.sentence
    frames = (at for at in asked.covered if not {*asked.words}.issuperset(sentence.pieces[at].said))
    asks = {at for place in frames for at in sentence.clause(place)}
    if here := [span for span in found if span[0] in asks]:
        return max(here, key=len)
    before = [span for span in found if span[-1] < max(asks, default=0)]
    return before[-1] if before and _means_it(reading, asks) else None


def _means_it(reading: Reading, asks: Collection[int]) -> bool:
    """Whether a clause asks for a thing that was named, by a pronoun or without any word for it."""
    said = [reading.sentence.pieces[at] for at in asks]
    if any(piece.word in MEANS_IT for piece in said):
        return True
    of_levels = any(piece.word in LEVEL_SAID for piece in said)
    return of_levels and not any(_may_name(piece, reading.index.skills) for piece in said)


def has_name(reading: Reading) -> bool:
    """Whether a skill is named at all."""
    return next(names_in(reading), None) is not None


def names_in(reading: Reading) -> Iterator[Sequence[int]]:
    """The places of each name: the longest that a stretch of the cards' words has, or its tools."""
    pieces, index = reading.sentence.pieces, reading.index.skills
    for span in _stretches(pieces, index):
        longest = _longest(reading, span)
        if longest:
            yield longest
            continue
        for place in span:
            named = is_name(reading, pieces[place].word) or _is_all_of_line(reading, place)
            if named and not names_thing(pieces, place, place):
                yield (place,)


def _is_all_of_line(reading: Reading, place: int) -> bool:
    """Whether one word that is not everyday is a whole line: "budgeting"."""
    word = reading.sentence.pieces[place].word
    if word in COMMON_WORDS or word in FILLERS or is_chatter(word):
        return False
    sections = reading.index.ladder.sections
    return any(
        min(match.asked, match.said) >= _ALL and any(part in sections for _, part in match.places)
        for match in reading.skill_lines((word,), (), word)
    )


def _longest(reading: Reading, span: Sequence[int]) -> Sequence[int]:
    """The most words of a stretch that a line of the cards has side by side."""
    for many in range(min(len(span), _LONGEST), 1, -1):
        for first in range(len(span) - many + 1):
            if _is_of_line(reading, span[first : first + many]):
                return span[first : first + many]
    return ()


def _is_of_line(reading: Reading, span: Sequence[int]) -> bool:
    """Whether some words stand side by side in what a section says."""
    skills, pieces = reading.index.skills, reading.sentence.pieces
    said = tuple(word for place in span for word in pieces[place].said)
    if not skills.stand_together(said[0], said[-1]):
        return False
    sections = reading.index.ladder.sections
    return any(
        match.asked >= _ALL
        and any(part in sections for _, part in match.places)
        and skills.are_side_by_side(said, match)
        for match in reading.skill_lines(said, (), " ".join(said))
    )


def _stretches(pieces: Sequence[Piece], index: SkillIndex) -> Iterator[list[int]]:
    """Words of the cards that stand together, with no sign or level between them."""
    span: list[int] = []
    for place, piece in enumerate(pieces):
        if _may_name(piece, index):
            span.append(place)
        elif span and piece.word not in _INSIDE:
            yield span
            span = []
    if span:
        yield span


def _may_name(piece: Piece, index: SkillIndex) -> bool:
    if piece.stem in (LEVEL, FAMILY) or piece.word in (BREAK, "") or piece.word in FUNCTION_WORDS:
        return False
    return piece.word in TOOLS or (not piece.word.isdigit() and index.says_of(piece.said) > 0)
