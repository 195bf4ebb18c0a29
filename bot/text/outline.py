"""An answer in the order in which it is told, before any renderer gives it a form."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from bot.answers import Answer
from bot.text.names import bullets

AT_A_GLANCE = 3
"""Lines of a list that a message shows, so that it fits on a phone."""
LISTED = 10
"""Lines of a list that is the answer itself, and levels that an answer lists at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and what it is about, which a renderer may make stand out."""

    about: str
    said: str

    def __str__(self) -> str:
        return f"{self.about}: {self.said}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A list of lines under a title."""

    title: str | None
    lines: tuple[str | Line, ...]
    glance: int = AT_A_GLANCE
    """How many of the lines a message shows; 0 when it only counts them. Text shows them all."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is said first, the passages after it, and what stands under them."""

    lead: str
    """The answer itself; a sentence, or the ladder's own line."""
    about: str | None = None
    """Whose line the lead is: "P2 — Developing Professional (AI/ML Engineer) · Autonomy"."""
    passages: tuple[Passage, ...] = ()
    cautions: tuple[str, ...] = ()
    """What a reader must know before the rest: that a card is a draft."""
    receipts: tuple[str, ...] = ()
    brief: str | None = None
    """For a notification, where the lead alone says too little or too much."""
    notes: tuple[str, ...] = ()
    """Said after the passages."""
    not_shown: tuple[str, ...] = ()
    """What would stand among the passages, is kept for others, and whom to ask for it."""


@singledispatch
def outline(answer: Answer) -> Outline:
    """The outline of an answer that quotes parts of cards. Pure.

    Raises TypeError for an answer of another kind: a whole card, a list of the ladder's levels.
    """
    raise TypeError(f"no outline for {type(answer).__name__}")


def first_line(told: Outline) -> str:
    """The answer in one line, with what it is about."""
    return f"{told.about}: {told.lead}" if told.about else told.lead


def short(told: Outline) -> str:
    """One or two sentences."""
    said = [told.brief or first_line(told), *told.cautions]
    return " ".join(sentence(part) for part in said) if told.cautions else said[0]


def sentence(words: str) -> str:
    """The words with a full stop, unless they end with a sign of their own."""
    return words if words.endswith((".", "!", "?", "…", ":")) else f"{words}."


def plain_text(told: Outline) -> str:
    """Everything, as many lines of plain text."""
    return "\n".join(_lines(told))


def _lines(told: Outline) -> Iterator[str]:
    yield first_line(told)
    yield from told.cautions
    for passage in told.passages:
        if passage.title or told.cautions:  # a caution is not the title of a list
            yield ""
        yield from [passage.title] if passage.title else ()
        yield from bullets(map(str, passage.lines))
    if told.not_shown:
        yield from ("", *told.not_shown)
    if told.notes:
        yield from ("", *told.notes)
    if told.receipts:
        yield from ("", *told.receipts)
