"""The lines of a card that somebody pasted, without its labels and bullets."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.ladder import Dimension, Ladder, Section
from bot.questions.words import plain, squash

MOST_CHARACTERS = 40_000
"""Slack docs, "chat.postMessage": the longest `text` of a message."""

_BULLET = re.compile(r"^(?:[>\s]|&gt;)*(?:[-–—*•·◦‣▪●○■➤→✓✔☐☑]|\d{1,2}[.)])?\s+|^[>\s]+")
_LABEL = re.compile(r"^(.{2,60}?)(?:\s*:\s+|\s+[–—-]\s+)(.+)$")
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


def said_lines(text: str, ladder: Ladder, own: Container[str] = ()) -> list[SaidLine]:
    """The lines of a pasted text that say something: labels and bullets go.

    `own` are the squashed lines of the card that it is compared with: "Mentoring" may be a label,
    and a skill on that card.
    """
    labels = label_keys(ladder)
    lines = [said_line(line, labels, own) for line in plain_lines(text)]
    return [line for line in lines if line.text]


def plain_lines(text: str) -> Iterator[str]:
    """Its lines without Slack's markup and bullets; empty ones go."""
    for line in plain(text[:MOST_CHARACTERS], MOST_CHARACTERS).splitlines():
        bare = _MARKUP.sub("", _BULLET.sub("", line.strip() + " ")).strip()
        if bare:
            yield bare


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
    key = squash(line)
    if key in labels and key not in own:
        return SaidLine("", "", line)
    parted = _LABEL.match(line) if key not in own else None
    if parted and squash(parted[1]) in labels:
        return SaidLine(parted[2], squash(parted[2]), parted[1])
    return SaidLine(line, key)
