"""The lines of a card that somebody pasted, without its labels and bullets."""

import re
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from bot.ladder import Dimension, Ladder, Section
from bot.questions.language.words import plain, squash

MOST_CHARACTERS = 40_000
"""Slack docs, "chat.postMessage": the longest `text` of a message."""

_BULLET = re.compile(r"^(?:[>\s]|&gt;)*(?:[-–—*•·◦‣▪●○■➤→✓✔☐☑]|\d{1,2}[.)])?\s+|^[>\s]+")
_LABEL = re.compile(r"^(.{2,60}?)(?:\s*:\s+|\s+[–—-]\s+)(.+)$")
_MARKS = "*_~`"
_MARKUP = re.compile(r"(?<!\w)[*_~`]++|(?<![*_~`])[*_~`]++(?!\w)")

_COMMON_LABELS = (
    "What this level means",
    "Common titles",
    "What it pays",
    "O*NET / SOC",
    "Level below",
    "Level above",
    "Owner",
    "Summary",
    "Titles",
    "Pay",
)


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line of a pasted text, taken apart."""

    text: str
    """What it says; nothing when it is a label alone."""
    key: str
    """The letters of the text alone."""
    label: str | None = None
    """Scope, for "Scope: Small fixes"; None where no label is known."""


def said_lines(text: str, ladder: Ladder, own: Collection[str] = ()) -> list[SaidLine]:
    """The lines of a pasted text that say something: labels and bullets go.

    `own` are the squashed lines of the card that it is compared with: "Mentoring" may be a label,
    and a skill on that card.
    """
    labels = label_keys(ladder)
    known = frozenset(own) | labels
    unrolled = (part for line in plain_lines(text) for part in run_apart(line, known))
    lines = [said_line(line, labels, own) for line in unrolled]
    return [line for line in lines if line.text]


def plain_lines(text: str) -> Iterator[str]:
    """Its lines without Slack's markup and bullets; empty ones go."""
    for line in plain(text[:MOST_CHARACTERS], MOST_CHARACTERS).splitlines():
        bare = line.strip() + " "
        if bullet := _BULLET.match(bare):
            bare = bare[bullet.end() :]
        if any(mark in bare for mark in _MARKS):
            bare = _MARKUP.sub("", bare)
        if bare := bare.strip():
            yield bare


def run_apart(line: str, *known: Container[str]) -> list[str]:
    """The lines of a card that run together in one, and what stands between them.

    `known` are the letters of such lines and labels. A line that does not hold several is left as
    it is. One that is a single word must begin with a capital: "impact" may be part of another.
    """
    if len(line) < _RUN_TOGETHER:
        return [line]
    tokens = islice(_TOKEN.finditer(line), _MOST_WORDS)
    words = [(found.start(), found.end(), squash(found[0])) for found in tokens]
    parts: list[str] = []
    rest = place = count = 0
    while place < len(words):
        stop = _known_until(line, words, place, known)
        if stop == place:
            place += 1
            continue
        start, end = words[place][0], words[stop - 1][1]
        parts += [line[rest:start].strip(), line[start:end]]
        rest, place, count = end, stop, count + 1
    return [part for part in (*parts, line[rest:].strip()) if part] if count > 2 else [line]


def _known_until(
    line: str, words: list[tuple[int, int, str]], start: int, known: tuple[Container[str], ...]
) -> int:
    """Behind the longest stretch of words from `start` that is known; `start` where none is."""
    key, found = "", start
    if not words[start][2]:
        return start
    alone = not line[words[start][0]].isupper()
    for place in range(start, min(len(words), start + _LONGEST_LINE)):
        key += words[place][2]
        for some in known:
            if key in some and not (alone and place == start):
                found = place + 1
    return found


_TOKEN = re.compile(r"\S+")
_RUN_TOGETHER = 200
"""Characters from which a line may be several: a message box may take the line breaks away."""
_MOST_WORDS = 3_000
"""Words of a line that are looked at; a whole card has some hundreds."""
_LONGEST_LINE = 60
"""Words of the longest line of a card that is looked for."""


def label_keys(ladder: Ladder) -> frozenset[str]:
    """The squashed labels that a card of this ladder may carry."""
    declared: list[Dimension | Section] = [*ladder.dimensions.values(), *ladder.sections.values()]
    return _squashed(tuple(name for each in declared for name in (each.name, *each.also)))


@lru_cache(maxsize=10)
def _squashed(names: tuple[str, ...]) -> frozenset[str]:
    """The labels of every card and those named; an edit of a ladder seldom changes them."""
    return frozenset(squash(label) for label in (*_COMMON_LABELS, *names))


def said_line(line: str, labels: Container[str], own: Container[str] = ()) -> SaidLine:
    """A line without its label; one of the card's `own` lines has none."""
    key = _letters(line)
    if key in labels and key not in own:
        return SaidLine("", "", line)
    parted = _LABEL.match(line) if key not in own else None
    if parted and _letters(parted[1]) in labels:
        return SaidLine(parted[2], _letters(parted[2]), parted[1])
    return SaidLine(line, key)


@lru_cache(maxsize=300)
def _letters(line: str) -> str:
    """Those of a line alone: each is read to know the card, and again to compare it."""
    return squash(line)
