"""Patterns of what people say, written as words and found whatever the words' endings.

    from @ * to @         words, with `@` for a level, `%` for a family that is named alone
    what (is|was) next    one of several words
    how much * earn       `*` for up to five other words
    get promoted?         a word that may be left out

Words are compared by their stems: "promoted" also finds promotion. A pattern matches whole words.
"""

import re
from collections.abc import Iterable
from functools import cache

from bot.questions.stems import stem

LEVEL = "@"
FAMILY = "%"

_TOKEN = re.compile(r"\(([^)]*)\)(\?)?|(\S+?)(\?)?(?=\s|$)")
_GAP = r"(?: [^ ]+){0,5}?"


@cache
def pattern(lines: str) -> re.Pattern[str]:
    """One regular expression for several patterns, one a line, over stems that stand apart.

    The text that it searches has a blank at both ends.
    """
    every = (_compiled(line) for line in lines.strip().splitlines() if line.strip())
    return re.compile("(?:" + "|".join(every) + ")(?= )")


def _compiled(line: str) -> str:
    """A regular expression in which every part brings the blank before it."""
    written = ""
    for group, group_optional, word, word_optional in _TOKEN.findall(line.strip()):
        if word == "*":
            written += _GAP
            continue
        one = "(?: (?:" + "|".join(_escaped(each) for each in (group or word).split("|")) + "))"
        written += f"{one}?" if group_optional or word_optional else one
    return written


def _escaped(phrase: str) -> str:
    return " ".join(
        re.escape(each if each in (LEVEL, FAMILY) else stem(each)) for each in phrase.split()
    )


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words that patterns name, as they are written: those a misspelled word may mean."""
    found: set[str] = set()
    for line in lines:
        for group, _, word, _ in _TOKEN.findall(line):
            found.update(" ".join(group.split("|")).split() if group else [word])
    return frozenset(found - {"*", LEVEL, FAMILY})
