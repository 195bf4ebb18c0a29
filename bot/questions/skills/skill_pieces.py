"""Which pieces of a sentence may name a skill, told by the pieces alone."""

from collections.abc import Mapping
from itertools import pairwise

from bot.questions.language.english import FILLERS
from bot.questions.language.patterns import LEVEL
from bot.questions.language.stems import stem
from bot.questions.language.talk import EVERYDAY_SKILLS, FUNCTION_WORDS
from bot.questions.language.words import BREAK, QUANTITY
from bot.questions.tagging.sentence import Piece, Sentence
from bot.questions.tagging.tags import Kind, has_kind
from bot.questions.texts.card_lines import JOINED
from bot.questions.texts.skill_index import SkillIndex

NO_SKILL = FUNCTION_WORDS | {BREAK, QUANTITY}
_NEVER = (NO_SKILL | FILLERS) - EVERYDAY_SKILLS
_NOT_AFTER_FAMILY = FUNCTION_WORDS | FILLERS | {BREAK}
_SECOND = frozenset(stem(after) for _, after in JOINED)


def may_name_skill(sentence: Sentence) -> bool:
    """Whether a word may be one of a skill, at a first look; of most questions about a level none.

    Everyday words are none, but where two of them are one on the cards, or a card's line is said.
    """
    said = [piece.word for piece in sentence.pieces if piece.stem != LEVEL]
    if not _NEVER.issuperset(said) or not sentence.stems.isdisjoint(_SECOND):
        return True
    return has_kind(Kind.SKILL, sentence.tags)


def joined_words(sentence: Sentence, index: SkillIndex) -> Mapping[int, str]:
    """Where two words begin that are one on the cards, with that word: "on call"."""
    pieces = sentence.pieces
    if sentence.stems.isdisjoint(_SECOND):
        return {}
    pairs = ((one.word, other.word) for one, other in pairwise(pieces))
    found = {place: JOINED[pair] for place, pair in enumerate(pairs) if pair in JOINED}
    return {place: word for place, word in found.items() if index.knows(word)}


def worded_places(sentence: Sentence) -> list[int]:
    """Where the words of a skill stand that is asked for as a card has it."""
    if not has_kind(Kind.SKILL, sentence.tags):
        return []
    return [place for place, each in enumerate(sentence.pieces) if is_worded(sentence, each)]


def is_worded(sentence: Sentence, piece: Piece) -> bool:
    """Whether it is a word of a skill that is asked for as a card has it."""
    return piece.tag >= 0 and sentence.tags[piece.tag].kind is Kind.SKILL


def is_in_skill(sentence: Sentence, place: int, index: SkillIndex) -> bool:
    """Whether a family's name is part of a skill: "machine learning techniques"."""
    after = sentence.pieces[place + 1] if place + 1 < len(sentence.pieces) else None
    known = all(stem(word) in index.postings for word in sentence.pieces[place].said)
    follows = after is not None and after.word not in _NOT_AFTER_FAMILY
    return known and follows and after is not None and index.knows(after.word)
