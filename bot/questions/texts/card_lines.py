"""The lines of the cards as words, and which of these words are names, compounds or initials."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from bot.ladder import Card, Group, Statement
from bot.questions.language.english import FILLERS, SHORT_FORMS
from bot.questions.language.stems import stem
from bot.questions.language.talk import FUNCTION_WORDS
from bot.questions.language.words import WORD, words

_SHORTEST_INITIALS = 3
_LONGEST_INITIALS = 5


def card_lines(card: Card) -> Iterator[tuple[str, str]]:
    """Every line of a card's sections and meaning with the id of the part where it stands.

    A range of years is no skill.
    """
    years = card.meaning.years
    for dimension, told in card.meaning.dimensions.items():
        if years is None or told != years.text:
            yield told, dimension
    for section, entries in card.sections.items():
        for entry in entries:
            yield from ((line, section) for line in _entry_lines(entry))


def _entry_lines(entry: Statement | Group) -> Iterator[str]:
    statements = entry.items if isinstance(entry, Group) else (entry,)
    for statement in statements:
        yield statement.text
        yield from statement.examples


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card taken apart, which is done once for all that an index needs to know."""

    text: str
    key: str
    """Its letters alone."""
    words: tuple[str, ...]
    stems: frozenset[str]
    """Those of its words that say something, with short forms written out."""
    head: frozenset[str]
    """The same without what it has in brackets."""
    only_how: frozenset[str]
    """The stems that it has only in words for how something is done: promptly."""
    initials: tuple[str, ...]
    """The words of which the first letters may stand for it; none for a longer or shorter one."""
    names: frozenset[str]
    """Its words that are written as names: Docker, GDPR, ggplot2."""
    numbered: tuple[tuple[str, str], ...]
    """Names with a number of their own: SOC 2."""

    @classmethod
    def of(cls, text: str) -> "CardLine":
        """Take a line apart."""
        said = words(text)
        before, bracket, _ = text.partition("(")
        said_before = words(before) if bracket else said
        stems = frozenset(_stems(said, text))
        short = _SHORTEST_INITIALS <= len(said_before) <= _LONGEST_INITIALS
        return cls(
            text=text,
            key="".join(said),
            words=tuple(map(intern, said)),  # the lines of a ladder share few words
            stems=stems,
            head=frozenset(_stems(said_before, before)) if bracket else stems,
            only_how=_only_how(said),
            initials=tuple(said_before) if short else (),
            names=frozenset(_names(text)) or _NONE,
            numbered=tuple((name.casefold(), digits) for name, digits in _NUMBERED.findall(text)),
        )


def _stems(said: Sequence[str], line: str) -> Iterator[str]:
    for word in said:
        yield from _stems_of(word)
    if not _JOINED_FIRST.isdisjoint(said):
        for pair in pairwise(said):
            if pair in JOINED:
                yield stem(JOINED[pair])
    if "-" in line:
        for compound in COMPOUND.findall(line):
            if joined := everyday_compound(compound.casefold().split("-")):
                yield joined


@lru_cache(maxsize=50_000)
def _stems_of(word: str) -> tuple[str, ...]:
    """Those of what a word says, with a short form written out."""
    long = (word if word in FUNCTION_WORDS else SHORT_FORMS.get(word, word)).split()
    return tuple(stem(each) for each in long if each not in FUNCTION_WORDS)


def _only_how(said: Sequence[str]) -> frozenset[str]:
    how = {stem(word) for word in said if word.endswith("ly")}
    if not how:
        return _NONE
    return frozenset(how.difference(stem(word) for word in said if not word.endswith("ly")))


def _names(line: str) -> Iterator[str]:
    """Its words that are written with capitals or digits, beyond what begins a sentence.

    A line in which most words are capitalized is a heading, and says nothing of that.
    """
    if _NAMELESS.fullmatch(line):
        return
    said = WORD.findall(line)
    titled = 2 * sum(word[0].isupper() for word in said) > len(said)
    for place, word in enumerate(said):
        inside = any(letter.isupper() for letter in word[1:]) or not word.isalpha()
        begins = word[0].isupper() and place > 0 and not titled
        if (inside or begins) and not word.isdigit():
            yield word.casefold()


_NONE: frozenset[str] = frozenset()
_NAMELESS = re.compile(r"[A-Z]?[a-z\s,.;:()'/&-]*")
"""A line without a name at first sight, as most are: no capital but the first, and no digit."""
JOINED = {
    ("on", "call"): "oncall",
    ("stand", "up"): "standup",
    ("stand", "ups"): "standup",
    ("post", "mortem"): "postmortem",
    ("post", "mortems"): "postmortem",
}
"""Two everyday words that are one thing, and are also written as one."""
_JOINED_FIRST = frozenset(first for first, _ in JOINED)
_NUMBERED = re.compile(r"\b([A-Z][A-Za-z]+) (\d+)\b(?!\s*[-–+%])")
COMPOUND = re.compile(r"\w+(?:-\w+){2,}")


def everyday_compound(said: Sequence[str]) -> str:
    """One stem for three or more words that say nothing apart: "one-on-ones"; else empty."""
    return stem("".join(map(stem, said))) if FILLERS.issuperset(said) and len(said) > 2 else ""


def inside_compounds(lines: Iterable[CardLine]) -> frozenset[str]:
    """The words in the middle of the everyday compounds of three words that lines have."""
    written = (each for line in lines if "-" in line.text for each in COMPOUND.findall(line.text))
    parted = (compound.casefold().split("-") for compound in written)
    return frozenset(said[1] for said in parted if len(said) == _THREE and everyday_compound(said))


_THREE = 3


@lru_cache(maxsize=20_000)
def telling_stems(said: tuple[str, ...]) -> frozenset[str]:
    """Those of the words that say something by themselves."""
    return frozenset([stem(word) for word in said if word not in FUNCTION_WORDS])


def initials_of(lines: Iterable[CardLine]) -> dict[str, tuple[str, ...]]:
    """The first letters of short lines to their words; not those that several lines have."""
    found: dict[str, tuple[str, ...] | None] = {}
    for line in lines:
        if said := line.initials:
            letters = "".join(word[0] for word in said)
            found[letters] = said if found.get(letters, said) == said else None
    return {letters: said for letters, said in found.items() if said}


class Written(NamedTuple):
    """How a line of the cards writes its words."""

    compounds: Mapping[str, str]
    """By the one word that each everyday compound is read as."""
    words: tuple[tuple[str, str, str], ...]
    """Each as it stands, in small letters, and its stem."""


@lru_cache(maxsize=5_000)
def written(line: str) -> Written:
    """The words of a line; the same lines are found again and again."""
    compounds: dict[str, str] = {}
    for each in map(str.casefold, COMPOUND.findall(line)):
        compounds.setdefault(everyday_compound(each.split("-")), each)
    words = [(each, each.casefold()) for each in WORD.findall(line)]
    return Written(compounds, tuple([(each, folded, stem(folded)) for each, folded in words]))
