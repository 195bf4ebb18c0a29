"""Codes that begin with a word, such as Grade-II, as people write them."""

from collections.abc import Iterable, Iterator

from bot.questions.language.english import ROMAN_NUMERALS
from bot.questions.language.words import words

_SHORTEST_WORD = 3
"""Letters; P and IC are no words."""


def in_other_numbers(codes: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Codes of a word and a number, written with the other numerals: "grade2" for Grade-II."""
    for code in codes:
        *before, number = words(code) or [""]
        word = "".join(before)
        if len(word) < _SHORTEST_WORD:
            continue
        if number in ROMAN_NUMERALS:
            yield f"{word}{ROMAN_NUMERALS[number]}", code, ROMAN_NUMERALS[number]
        elif number.isdecimal():
            for roman, value in ROMAN_NUMERALS.items():
                if value == int(number):
                    yield f"{word}{roman}", code, value


def code_words(codes: Iterable[str]) -> Iterator[str]:
    """The words that some codes begin with, also in the plural: "bands"."""
    for code in codes:
        *before, _ = words(code) or [""]
        if len("".join(before)) >= _SHORTEST_WORD:
            yield "".join(before)
            yield "".join(before) + "s"
