"""Answers to a pasted card: which level it is, and where it differs from the ladder's card."""

from collections.abc import Iterator, Sequence

from bot.answers.answer import Difference, Part, PastedAnswer, PastedLine, Quoted
from bot.answers.quote import SUMMARY, cite, parts, quote
from bot.ladder import Card, Ladder
from bot.ladder.pairs import Said, pairs
from bot.questions import Intent, Question
from bot.questions.pasted import said_lines
from bot.questions.words import squash


def pasted(question: Question, card: Card, ladder: Ladder) -> PastedAnswer:
    """What differs between the pasted text and `card`, line by line."""
    ours = list(_lines(card, ladder))
    own = frozenset(squash(line.text) for line in ours)
    said = said_lines(question.text, ladder, own)
    headings = _headings(card)
    left, theirs, same = _without_same(
        ours, [each for each in said if squash(each) not in headings]
    )
    return PastedAnswer(
        question=question.text,
        intent=Intent.PASTED_CARD,
        levels=(card.ref,),
        confidence=question.confidence,
        cited=cite(card, ladder),
        same=same,
        different=tuple(_different(left, theirs)),
    )


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


def _without_same(
    ours: Sequence[Quoted], theirs: Sequence[str]
) -> tuple[list[Quoted], list[str], int]:
    """What is left of both when the lines that say the same are taken out, and how many did.

    Several lines of ours may run together in one of theirs, as titles do when a page is copied.
    """
    pasted = {squash(line) for line in theirs}
    left = [line for line in ours if squash(line.text) not in pasted]
    known = {squash(line.text) for line in ours}
    extra = []
    for line in theirs:
        if squash(line) in known:
            continue
        together = _together(line, ours)
        left = [each for each in left if each not in together]
        if not together:
            extra.append(line)
    return left, extra, len(ours) - len(left)


def _together(line: str, ours: Sequence[Quoted]) -> list[Quoted]:
    """The lines of ours that stand in `line` without a break; none when anything else does."""
    rest = squash(line)
    inside = [each for each in ours if squash(each.text) in rest]
    for each in sorted(inside, key=lambda each: -len(each.text)):
        rest = rest.replace(squash(each.text), " ", 1)
    return [] if rest.strip() else inside


def _different(ours: Sequence[Quoted], theirs: Sequence[str]) -> Iterator[PastedLine]:
    for i, j in pairs([Said(line.text) for line in ours], [Said(line) for line in theirs]):
        old = ours[i] if i is not None else None
        new = theirs[j] if j is not None else None
        kind = Difference.ADDED if old is None else Difference.REWORDED
        if new is None:
            kind = Difference.MISSING
        yield PastedLine(kind, old.part if old else None, new, old.text if old else None)
