"""The lines of a card that somebody pasted, without its labels and bullets."""

import re
from collections.abc import Container, Iterator

from bot.ladder import Dimension, Ladder, Section
from bot.questions.words import plain, squash

MOST_CHARACTERS = 40_000
"""Slack docs, "chat.postMessage": the longest `text` of a message."""

_BULLET = re.compile(r"^(?:[>\s]|&gt;)*(?:[-–—*•·◦‣▪●○■➤→✓✔☐☑]|\d{1,2}[.)])?\s+|^[>\s]+")
_LABEL = re.compile(r"^(.{2,60}?)(?:\s*:\s+|\s+[–—-]\s+)(.+)$")
_MARKUP = re.compile(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)")

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


def said_lines(text: str, ladder: Ladder, own: Container[str] = ()) -> list[str]:
    """The lines of a pasted text that say something: labels, the level's name and bullets go.

    `own` are the squashed lines of the card that it is compared with: "Mentoring" may be a label,
    and a skill on that card.
    """
    labels = label_keys(ladder)
    lines = list(plain_lines(text))
    return [
        said for line in lines if (said := line if squash(line) in own else _said(line, labels))
    ]


def plain_lines(text: str) -> Iterator[str]:
    """Its lines without Slack's markup and bullets; empty ones go."""
    for line in plain(text[:MOST_CHARACTERS], MOST_CHARACTERS).splitlines():
        bare = _MARKUP.sub("", _BULLET.sub("", line.strip() + " ")).strip()
        if bare:
            yield bare


def label_keys(ladder: Ladder) -> frozenset[str]:
    """The squashed labels that a card of this ladder may carry."""
    declared: list[Dimension | Section] = [*ladder.dimensions.values(), *ladder.sections.values()]
    named = [name for each in declared for name in (each.name, *each.also)]
    return frozenset(squash(label) for label in (*_COMMON_LABELS, *named))


def split_label(line: str, labels: frozenset[str]) -> tuple[str | None, str]:
    """("Scope", "Small fixes") for "Scope: Small fixes"; no label where none is known."""
    if squash(line) in labels:
        return line, ""
    parted = _LABEL.match(line)
    if parted and squash(parted[1]) in labels:
        return parted[1], parted[2]
    return None, line


def _said(line: str, labels: frozenset[str]) -> str:
    return split_label(line, labels)[1]
