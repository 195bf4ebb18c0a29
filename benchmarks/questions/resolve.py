"""Expectations that depend on the ladder's words, looked up in the ladder as it is now.

A card may be reworded at any time. A set that named the levels of "Docker" would then be wrong
without anybody having asked a wrong question.
"""

import re
from collections.abc import Iterator

from benchmarks.questions.rows import Expectation
from bot.ladder.model import Card, Entry, Group, Ladder, Statement


class StaleError(Exception):
    """The ladder no longer has what the expectation is about; the message names it."""


def resolved(expect: Expectation, ladder: Ladder) -> Expectation:
    """`expect` with its terms and its guide entry looked up in `ladder`; raises StaleError."""
    if expect.guide:
        return _of_guide(expect.guide, ladder)
    if expect.include_listed_by:
        levels = _levels_with(expect.include_listed_by, None, ladder)
        return expect.model_copy(
            update={"levels_include": levels, **_term(expect, expect.include_listed_by)}
        )
    if not expect.listed_by:
        return expect
    levels = _levels_with(expect.listed_by, expect.listed_in, ladder)
    if not expect.levels:
        return expect.model_copy(update={"levels": (levels,), **_term(expect, expect.listed_by)})
    [(asked, *_), *_] = expect.levels
    listed = asked in levels
    update = {"listed": listed} | (_term(expect, expect.listed_by) if listed else {})
    return expect.model_copy(update=update)


def lines_of(card: Card) -> Iterator[str]:
    """Every line of a card's sections, examples too."""
    for entries in card.sections.values():
        for entry in entries:
            yield from _lines(entry)


def _lines(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Group):
        yield entry.name
        for item in entry.items:
            yield from _lines(item)
    elif isinstance(entry, Statement):
        yield entry.text
        yield from entry.examples


def _levels_with(term: str, family: str | None, ladder: Ladder) -> tuple[str, ...]:
    # A word of its own: Git is not in GitHub, nor Stan in standards.
    pattern = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)
    having = [card for card in ladder.cards() if any(map(pattern.search, lines_of(card)))]
    if not having:
        raise StaleError(f"no card has {term!r}")
    return tuple(card.ref for card in having if family in (None, card.family_id))


def _term(expect: Expectation, term: str) -> dict[str, str]:
    return {} if "skill" in expect.model_fields_set else {"skill": term}


def _of_guide(question: str, ladder: Ladder) -> Expectation:
    entry = next((entry for entry in ladder.guide if entry.question == question), None)
    if entry is None:
        raise StaleError(f"no guide entry {question!r}")
    if entry.status != "approved":
        return Expectation(intent=("unknown",), levels=((),))
    return Expectation(intent=("guide",), levels=((),), says=entry.answer)
