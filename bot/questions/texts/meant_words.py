"""The cards' words that an unknown word of a skill may be meant for: cut short, or misspelled."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.questions.language.common_words import COMMON_WORDS
from bot.questions.language.english import FILLERS
from bot.questions.language.spelling import Spelling
from bot.questions.language.stems import stem
from bot.questions.language.talk import TOOLS

_SHORTEST_TYPO = 6
_SHORTEST_PREFIX = 5
_MOST_LONGER = 20


def is_meant(word: str) -> bool:
    """Whether a word is meant as it is written: an everyday word, or a tool's name."""
    return word in COMMON_WORDS or word in TOOLS or word in FILLERS


def meant_for(
    word: str, stems: Sequence[str], names: frozenset[str], spelling: Spelling
) -> list[str]:
    """Stems of the cards' words, of which `stems` are all in order, `names` those of names."""
    if is_meant(word):
        return []
    if swapped := names.intersection(_swapped(word)) - COMMON_WORDS - FILLERS:
        return sorted(map(stem, swapped))
    own = stem(word)
    if len(word) >= _SHORTEST_PREFIX:
        first = bisect_left(stems, own)
        longer = stems[first : bisect_left(stems, own + "\uffff", first)]
        if longer:
            return list(longer[:_MOST_LONGER])
    if len(word) < _SHORTEST_TYPO - 2:
        return []
    most = 1 if len(word) < 9 else 2
    near = spelling.alike(own)
    return [
        found
        for found, edits in near.items()
        if edits <= most
        and found[0] == own[0]
        and len(found) >= _SHORTEST_PREFIX - 1
        and (len(word) >= _SHORTEST_TYPO or found in names)
    ]


def _swapped(word: str) -> Iterator[str]:
    """The word with each two neighboring letters swapped: SQL for "slq"."""
    for place in range(len(word) - 1):
        yield f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"
