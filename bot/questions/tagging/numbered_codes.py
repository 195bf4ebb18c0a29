"""Codes of a word and a number, with the word said once: "bands 6 and 7", "grade II vs III".

And "level 3" for L3, where the ladder writes its levels so; what a ladder calls a band is a level.
"""

from collections.abc import Iterator

from bot.questions.language.english import (
    LEVEL_WORDS,
    NUMBER_WORDS,
    PROFESSIONS,
    ROMAN_NUMERALS,
    SEPARATORS,
)
from bot.questions.language.words import BREAK
from bot.questions.tagging.letter_grades import grade_at
from bot.questions.vocabulary.lexicon import Lexicon

_BETWEEN = (SEPARATORS - {"with", "into", "not", "v"}) | {
    BREAK,
    "through",
    "thru",
    "a",
    "an",
    "the",
}
_INITIALS = frozenset(word[0] for word in LEVEL_WORDS)
"""What codes begin with that a word for levels may stand for: the L of L3."""


def with_codes(tokens: list[str], lexicon: Lexicon) -> list[str]:
    """The tokens, with each number that a word of a code goes for as that code."""
    lettered = not _INITIALS.isdisjoint(lexicon.code_letters)
    if lexicon.code_words.isdisjoint(tokens) and (not lettered or LEVEL_WORDS.isdisjoint(tokens)):
        return tokens
    return list(_coded(tokens, lexicon))


def _coded(tokens: list[str], lexicon: Lexicon) -> Iterator[str]:
    word = ""  # that the numbers which follow go with
    place = 0
    while place < len(tokens):
        token, after = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else ""
        single = token.removesuffix("s")
        if token in lexicon.code_words and _is_number(tokens, place + 1, single, lexicon):
            word = single
            yield word + after
            place += 2
        elif word and _is_number(tokens, place, word, lexicon):
            yield word + token
            place += 1
        elif token in lexicon.code_words and _only_says_level(token, lexicon):
            yield "level" if token == single else "levels"
            place += 1
        elif token in LEVEL_WORDS and (code := _of_letter(tokens, place, lexicon)):
            yield code
            place += 2
        else:
            word = word if token in _BETWEEN else ""
            yield token
            place += 1


SPELLED = frozenset(NUMBER_WORDS) | {number for number in ROMAN_NUMERALS if len(number) > 1}
"""Numbers in words, and Roman ones of several letters."""


def with_spelled_numbers(tokens: list[str], lexicon: Lexicon) -> list[str]:
    """The tokens, with the code for a letter and a number in words: "p three", "P-III".

    A single letter is no word before these, but "I" and "v" may be. The number of a title may be
    called so: "software manager number two".
    """
    if SPELLED.isdisjoint(tokens):
        return tokens
    found = list(tokens)
    for place in reversed(range(1, len(tokens))):
        before, number = tokens[place - 1], tokens[place]
        grade = NUMBER_WORDS.get(number) or ROMAN_NUMERALS.get(number)
        if grade is None or number not in SPELLED:
            continue
        letter = len(before) == 1 and before not in _LETTER_WORDS
        if letter and f"{before}{grade}" in lexicon.codes:
            found[place - 1 : place + 1] = [f"{before}{grade}"]
        elif before == "number" and place > 1 and _may_be_title(tokens[place - 2], lexicon):
            del found[place - 1]
    return found


def _may_be_title(word: str, lexicon: Lexicon) -> bool:
    return word in PROFESSIONS or word in lexicon.terms or word in lexicon.families


_LETTER_WORDS = frozenset("aiv")


def _only_says_level(token: str, lexicon: Lexicon) -> bool:
    """Whether the word of a code stands for a level: "what bands are there"."""
    return token not in lexicon.terms and token not in lexicon.families


def _is_number(tokens: list[str], place: int, word: str, lexicon: Lexicon) -> bool:
    """Whether a token is a number that makes a code with the word, and counts nothing."""
    if place >= len(tokens) or word + tokens[place] not in lexicon.codes:
        return False
    number = tokens[place]
    return len(number) > 1 or number.isdecimal() or grade_at(tokens, place) is not None


def _of_letter(tokens: list[str], place: int, lexicon: Lexicon) -> str | None:
    """The code L3 for "level 3"; None where 3 is another level's grade in the ladder's titles."""
    word, grade = tokens[place], grade_at(tokens, place + 1)
    code = f"{word[0]}{grade}"
    if grade is None or code not in lexicon.codes:
        return None
    graded = lexicon.signatures.get(frozenset({f"#{grade}"}), {}).values()
    return code if all(codes == {lexicon.codes[code]} for codes in graded) else None
