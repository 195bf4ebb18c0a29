"""Answers to a pasted card: which level it is, and where it differs from the ladder's card."""

from collections.abc import Iterator, Sequence

from bot.answers.answer import Difference, Part, PastedAnswer, PastedLine, Quoted
from bot.answers.quote import SUMMARY, cite, parts, quote
from bot.answers.unseen import not_shown
from bot.ladder import Card, Ladder
from bot.ladder.pairs import Said, pairs
from bot.questions import Intent, Question
from bot.questions.kinds.pasted import SaidLine, said_lines
from bot.questions.language.words import squash
from bot.questions.lazily import once


def pasted(question: Question, card: Card, ladder: Ladder) -> PastedAnswer:
    """What differs between the pasted text and `card`, line by line."""
    ours = _lines_with_keys(card, ladder)
    said = said_lines(question.text, ladder, {key for _, key in ours})
    headings = _headings(card)
    left, theirs, same = _without_same(ours, [line for line in said if line.key not in headings])
    return PastedAnswer(
        question=question.text,
        intent=Intent.PASTED_CARD,
        levels=(card.ref,),
        confidence=question.confidence,
        cited=cite(card, ladder),
        same=same,
        different=tuple(_different(left, theirs)),
        not_shown=not_shown(ladder),
    )


_Ours = Sequence[tuple[Quoted, str]]
"""Lines of the ladder's card, each with its letters alone."""


@once
def _compared(_: Ladder) -> dict[str, _Ours]:
    """Each card that was pasted so far, by its ref: the same are pasted again and again."""
    return {}


def _lines_with_keys(card: Card, ladder: Ladder) -> _Ours:
    known, ref = _compared(ladder), card.ref
    ours = known.get(ref)
    if ours is None:
        ours = known[ref] = [(line, squash(line.text)) for line in _lines(card, ladder)]
    return ours


def _headings(card: Card) -> frozenset[str]:
    """How a card may be headed by its level; a page's badge and heading may run together."""
    code, name = squash(card.level.code), squash(card.level.name)
    return frozenset({code, name, code + name, code + code + name, f"level{code}"})


def _lines(card: Card, ladder: Ladder) -> Iterator[Quoted]:
    """The lines of the ladder's card, each once."""
    yield Quoted(Part("title", "Title"), card.title)
    if card.meaning.summary and card.summary:
        yield Quoted(Part(SUMMARY, "What this level means"), card.meaning.summary)
    for part in parts(ladder):
        for line in quote(card, part.id, ladder):
            yield Quoted(part, line)


def _without_same(ours: _Ours, theirs: Sequence[SaidLine]) -> tuple[list[Quoted], list[str], int]:
    """What is left of both when the lines that say the same are taken out, and how many did.

    Several lines of ours may run together in one of theirs, as titles do when a page is copied.
    """
    pasted = {line.key for line in theirs}
    left = [line for line, key in ours if key not in pasted]
    known = {key for _, key in ours}
    extra = []
    for line in theirs:
        if line.key in known:
            continue
        together = _together(line.key, ours)
        left = [each for each in left if each not in together]
        if not together:
            extra.append(line.text)
    return left, extra, len(ours) - len(left)


def _together(letters: str, ours: _Ours) -> list[Quoted]:
    """The lines of ours that make up these `letters`; none when anything else is among them."""
    inside = [(line, key) for line, key in ours if key in letters]
    for _, key in sorted(inside, key=lambda each: -len(each[0].text)):
        letters = letters.replace(key, " ", 1)
    return [] if letters.strip() else [line for line, _ in inside]


def _different(ours: Sequence[Quoted], theirs: Sequence[str]) -> Iterator[PastedLine]:
    for i, j in pairs([Said(line.text) for line in ours], [Said(line) for line in theirs]):
        old = ours[i] if i is not None else None
        new = theirs[j] if j is not None else None
        kind = Difference.ADDED if old is None else Difference.REWORDED
        if new is None:
            kind = Difference.MISSING
        yield PastedLine(kind, old.part if old else None, new, old.text if old else None)
