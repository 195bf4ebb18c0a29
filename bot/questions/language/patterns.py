"""Patterns of what people say, written as words and found whatever the words' endings.

    from @ * to @         words, with `@` for a level, `%` for a family that is named alone
    what (is|was) next    one of several words
    how much * earn       `*` for up to five other words
    get promoted?         a word that may be left out

Words are compared by their stems: "promoted" also finds promotion. A pattern matches whole words.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from bot.questions.language.common_words import COMMON_WORDS
from bot.questions.language.english import FILLERS
from bot.questions.language.pattern_lines import PATTERN_LINES, Lines
from bot.questions.language.spelling import Spelling
from bot.questions.language.stems import stem
from bot.questions.language.talk import FUNCTION_WORDS, TOOLS

LEVEL = "@"
FAMILY = "%"

_TOKEN = re.compile(r"\(([^)]*)\)(\?)?|(\S+?)(\?)?(?=\s|$)")
_GAP = r"(?: [^ ]+){0,5}?"

_SHORTEST_TYPO = 5
_LONG = 9
"""Letters from which two may be wrong."""
_MOST_REMEMBERED = 10_000
"""Words of questions of which is remembered what they are meant for."""


class Line(NamedTuple):
    """One line of patterns."""

    begins: frozenset[str]
    """The stems with one of which it begins, wherever it is found."""
    match: Callable[[str, int], re.Match[str] | None]
    """Over stems that stand apart, in a text with a blank at both ends, from the blank at a place.

    A line is tried alone: of the dozens that are looked for together a question may mostly have
    one, and one pattern for all of them takes much longer to fail.
    """


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """Patterns that are looked for together; one is itself alone, and can be remembered by."""

    lines: Lines
    """Its lines: it is not found where `PATTERN_LINES` rules out all of them."""
    _each: Mapping[int, Line]
    """Each of these, by the place of its bit."""
    stems: frozenset[str]
    """Every stem that they name; other words are in a gap."""

    def places(self) -> Iterable[int]:
        """The places of the bits of its lines."""
        return self._each.keys()

    def among(self, possible: Lines) -> list[Line]:
        """Those of its lines that are `possible`, in the order in which they are written."""
        left = self.lines & possible
        found: list[Line] = []
        while left:
            place = left.bit_length() - 1
            found.append(self._each[place])
            left ^= 1 << place
        found.reverse()
        return found


def pattern(text: str) -> Wanted:
    """Several patterns for every ladder, one a line; see `own_pattern`.

    Words of questions may be meant for theirs. They are made while modules are loaded.
    """
    _KNOWN_WORDS.update(words_of(text))
    return own_pattern(text)


@cache
def own_pattern(text: str) -> Wanted:
    """Several patterns, one a line, which only some ladders have; see `PatternWords`.

    Raises ValueError for a line that a gap begins: it would be looked for at every word.
    """
    every = _lines(text)
    made = [_made(line) for line in every]
    each = {PATTERN_LINES.add(_needed(line)): one for line, one in zip(every, made, strict=True)}
    return Wanted(
        lines=sum(each),
        _each={bit.bit_length() - 1: one for bit, one in each.items()},
        stems=frozenset(
            each
            for line in every
            for phrases, _ in _parts(line)
            for phrase in phrases
            for each in _stemmed(phrase).split()
        ),
    )


def words_of(text: str) -> set[str]:
    """Every word of the patterns in a text."""
    return {
        word
        for line in _lines(text)
        for phrases, _ in _parts(line)
        for phrase in phrases
        for word in phrase.split()
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def _made(line: str) -> Line:
    begins = frozenset([_first(phrase) for part in _beginning(line) for phrase in part])
    return Line(begins, re.compile(_written(line) + "(?= )").match)


def _written(line: str) -> str:
    """A regular expression in which every part brings the blank before it."""
    written = ""
    for phrases, optional in _parts(line):
        if not phrases:
            written += _GAP
            continue
        one = "(?: (?:" + "|".join(re.escape(_stemmed(phrase)) for phrase in phrases) + "))"
        written += f"{one}?" if optional else one
    return written


def _beginning(line: str) -> list[list[str]]:
    """The phrases of the first part that must be there, after those that may be before it."""
    parts: list[list[str]] = []
    for phrases, optional in _parts(line):
        if not phrases:
            raise ValueError(f"a pattern begins with a word, and not with a gap: {line}")
        parts.append(phrases)
        if not optional:
            return parts
    raise ValueError(f"a pattern has a word that must be there: {line}")


def _needed(line: str) -> list[frozenset[str]]:
    """For each part that must be there, stems of which one must be; the rarest part first."""
    parts = (phrases for phrases, optional in _parts(line) if phrases and not optional)
    return sorted(
        (
            frozenset(max(_stemmed(phrase).split(), key=_rareness) for phrase in part)
            for part in parts
        ),
        key=lambda part: sum(_MANY if _is_common(each) else 1 for each in part),
    )


def _rareness(stem_: str) -> tuple[bool, int]:
    return not _is_common(stem_), len(stem_)


_MANY = 20
"""Rare stems that are together as common as one that nearly every question has."""


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(map(stem, FUNCTION_WORDS)) | {LEVEL, FAMILY}


def _is_common(stem_: str) -> bool:
    return stem_ in _common_stems()


def _first(phrase: str) -> str:
    return _stemmed(phrase).split()[0]


def _parts(line: str) -> Iterator[tuple[list[str], bool]]:
    """The phrases of each part of a line, none for a gap, and whether it may be left out."""
    for group, group_optional, word, word_optional in _TOKEN.findall(line):
        phrases = [] if word == "*" else (group or word).split("|")
        yield phrases, bool(group_optional or word_optional)


def _stemmed(phrase: str) -> str:
    return " ".join(each if each in (LEVEL, FAMILY) else stem(each) for each in phrase.split())


_KNOWN_WORDS: set[str] = set()
"""Every word of the patterns for every ladder."""


@cache
def _spelling() -> Spelling:
    return Spelling.of(_long_enough(_KNOWN_WORDS))


def _long_enough(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) >= _SHORTEST_TYPO}


def get_ready() -> None:
    """Build what the first misspelled word would else wait for, some 20 ms."""
    _spelling()
    _meant_stems()


@cache
def _meant_stems() -> frozenset[str]:
    """The stems of words that are meant as they are written."""
    return frozenset(stem(word) for word in COMMON_WORDS | FILLERS)


@lru_cache(maxsize=20_000)
def is_everyday(word: str) -> bool:
    """Whether a word, in any of its forms, is everyday English."""
    return stem(word) in _meant_stems()


@lru_cache(maxsize=20_000)
def meant(word: str) -> str:
    """The word of a pattern that an unknown word is a misspelling of, or the word itself."""
    return word if _is_as_meant(word) else _nearest(word, _spelling().alike(word))


@dataclass(frozen=True, slots=True)
class PatternWords:
    """The words of one ladder's own patterns, for which those of a question may be meant too."""

    words: frozenset[str]
    _spelling: Spelling = field(repr=False)
    _meant: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out: one question needs it several times."""

    @classmethod
    def of(cls, words: Collection[str], before: "PatternWords | None" = None) -> "PatternWords":
        """Index them; what `before` knows of spelling is taken over where it fits."""
        long = _long_enough(words)
        return cls(frozenset(words), Spelling.of(long, before._spelling if before else None))

    def meant(self, word: str) -> str:
        """As `meant`, of the patterns for every ladder and of these."""
        found = self._meant.get(word)
        if found is None:
            if len(self._meant) >= _MOST_REMEMBERED:
                self._meant.clear()
            found = self._meant[word] = self._looked_up(word)
        return found

    def _looked_up(self, word: str) -> str:
        if word in self.words or _is_as_meant(word):
            return word
        own = self._spelling.alike(word)
        near = {each: edits for each, edits in own.items() if each in self.words}
        return _nearest(word, near | _spelling().alike(word))


def _is_as_meant(word: str) -> bool:
    short = len(word) < _SHORTEST_TYPO
    return short or word in _KNOWN_WORDS or word in TOOLS or is_everyday(word)


def _nearest(word: str, near: Mapping[str, int]) -> str:
    alike = [each for each in near if near[each] == 1 or len(word) >= _LONG]
    return min(alike, key=lambda each: (near[each], each), default=word)
