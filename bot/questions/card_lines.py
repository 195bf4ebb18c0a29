"""The lines of the cards as words, and which of these words are names, compounds or initials."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bot.ladder import Card, Group, Ladder, Statement
from bot.questions.english import FILLERS, SHORT_FORMS
from bot.questions.stems import stem
from bot.questions.talk import FUNCTION_WORDS
from bot.questions.words import WORD, words

_SHORTEST_INITIALS = 3
_LONGEST_INITIALS = 5
_MOST_WHOLE = 6


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


def line_stems(line: str) -> Iterator[str]:
    """The stems of its words that say something, with short forms written out."""
    said = words(line)
    for word in said:
        for long in SHORT_FORMS.get(word, word).split():
            if long not in FUNCTION_WORDS:
                yield stem(long)
    for pair in pairwise(said):
        if pair in JOINED:
            yield stem(JOINED[pair])
    for compound in COMPOUND.findall(line):
        if joined := everyday_compound(compound.casefold().split("-")):
            yield joined


JOINED = {
    ("on", "call"): "oncall",
    ("stand", "up"): "standup",
    ("stand", "ups"): "standup",
    ("post", "mortem"): "postmortem",
    ("post", "mortems"): "postmortem",
}
"""Two everyday words that are one thing, and are also written as one."""
NUMBERED = re.compile(r"\b([A-Z][A-Za-z]+) (\d+)\b(?!\s*[-–+%])")
"""A name with a number of its own: SOC 2."""
COMPOUND = re.compile(r"\w+(?:-\w+){2,}")


def everyday_compound(said: Sequence[str]) -> str:
    """One stem for three or more words that say nothing apart: "one-on-ones"; else empty."""
    return stem("".join(map(stem, said))) if FILLERS.issuperset(said) and len(said) > 2 else ""


def few_words(ladder: Ladder, stems: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    """What sections say in two to six words, as `stems` of the line; also without brackets."""
    for card in ladder.cards():
        for line, part in card_lines(card):
            if part in card.sections:
                head, bracket, _ = line.partition("(")
                said = frozenset(line_stems(head)) if bracket else stems[line]
                if 1 < len(said) <= _MOST_WHOLE:
                    yield said


def initials_of(lines: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The first letters of short lines to their words; not those that several lines have."""
    found: dict[str, tuple[str, ...] | None] = {}
    for line in lines:
        said = tuple(words(line.partition("(")[0]))
        if _SHORTEST_INITIALS <= len(said) <= _LONGEST_INITIALS:
            letters = "".join(word[0] for word in said)
            found[letters] = said if found.get(letters, said) == said else None
    return {letters: said for letters, said in found.items() if said}


def names_in(line: str) -> Iterator[str]:
    """Its words that are written with capitals or digits, beyond what begins a sentence.

    A line in which most words are capitalized is a heading, and says nothing of that.
    """
    said = WORD.findall(line)
    titled = 2 * sum(word[0].isupper() for word in said) > len(said)
    for place, word in enumerate(said):
        inside = any(letter.isupper() for letter in word[1:]) or not word.isalpha()
        begins = word[0].isupper() and place > 0 and not titled
        if (inside or begins) and not word.isdigit():
            yield word.casefold()
