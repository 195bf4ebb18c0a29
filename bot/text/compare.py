"""Outlines of comparisons: level beside level, part by part."""

from collections.abc import Iterator

from bot.answers import Cited, CompareAnswer, ComparedPart
from bot.text.levels import in_words
from bot.text.names import (
    cited_name,
    counted,
    draft_lines,
    labels,
    level_names,
    listed,
    receipt_lines,
)
from bot.text.outline import LISTED, Line, Outline, Passage, outline, sentence
from bot.text.unseen import beside, not_shown_lines, told_elsewhere

SILENT = "nothing on this card"
_NO_CARD_SAYS = "no card says anything."

_FEW = 3


@outline.register
def _(answer: CompareAnswer) -> Outline:
    sides = list(answer.sides)
    if len(sides) == 1:
        return _one_level(answer, sides[0])
    return Outline(
        lead=lead(answer),
        passages=tuple(each for row in told_rows(answer) for each in _passages(row, labels(sides))),
        cautions=tuple(draft_lines(sides)),
        receipts=tuple(receipt_lines(sides)),
        not_shown=tuple(beside(answer)),
    )


def _one_level(answer: CompareAnswer, side: Cited) -> Outline:
    told = [row for row in answer.rows if is_single(row) and any(row.cells)]
    lines = tuple(Line(row.part.name, row.cells[0][0]) for row in told)
    return Outline(
        lead=f"Both are the same level: {cited_name(side)}.",
        passages=(Passage(None, lines, LISTED),) if lines else (),
        not_shown=tuple(not_shown_lines(answer.not_shown)),
        cautions=tuple(draft_lines([side])),
        receipts=tuple(receipt_lines([side])),
    )


def lead(answer: CompareAnswer) -> str:
    """The levels compared, and in how much they differ."""
    names = level_names(answer.sides)
    if not told_rows(answer):
        return f"{names}: {_nothing_told(answer)}"
    different = [row for row in answer.rows if not row.same]
    if answer.attribute:
        return f"{names} {_in_parts(answer)}."
    shown = " that is shown here" if answer.not_shown else ""
    if not different:
        return f"{names} are the same in everything{shown}."
    same = [row.part.name for row in answer.rows if row.same]
    if not same:
        return f"{names} differ in every part of their cards{shown}."
    if len(same) <= _FEW:
        return f"{names} differ in everything{shown} but {listed(same, ' and ')}."
    return f"{names} differ in {listed([row.part.name for row in different], ' and ')}."


def _in_parts(answer: CompareAnswer) -> str:
    """ "differ in Scope and are the same in Autonomy": of the parts that were asked for."""
    rows = told_rows(answer)
    differ = listed((row.part.name for row in rows if not row.same), " and ")
    same = listed((row.part.name for row in rows if row.same), " and ")
    said = (f"differ in {differ}" if differ else "", f"are the same in {same}" if same else "")
    silent = _silent(answer)
    return " and ".join(filter(None, said)) + (f"; {silent}" if silent else "")


def _silent(answer: CompareAnswer) -> str:
    """ "no card says anything about pay": of the parts that were asked for and are not kept."""
    kept = {part.id for each in answer.not_shown for part in each.parts}
    silent = [row.part for row in answer.rows if not any(row.cells) and row.part.id not in kept]
    return f"no card says anything about {listed(map(in_words, silent), ' and ')}" if silent else ""


def _nothing_told(answer: CompareAnswer) -> str:
    if kept := told_elsewhere(answer):
        return kept
    if answer.attribute:
        return f"{_silent(answer)}."
    return "nothing of their cards is shown here." if answer.not_shown else _NO_CARD_SAYS


def told_rows(answer: CompareAnswer) -> list[ComparedPart]:
    """The rows in which any of the cards says something."""
    return [row for row in answer.rows if any(row.cells)]


def is_single(row: ComparedPart) -> bool:
    """Whether each card has at most one line of this: a dimension, not a list."""
    return all(len(cell) <= 1 for cell in row.cells)


def in_common(row: ComparedPart) -> tuple[str, ...]:
    """The lines that every card has, in the first card's order."""
    first, *others = row.cells
    return tuple(line for line in first if all(line in other for other in others))


def only_on(row: ComparedPart, side: int) -> tuple[str, ...]:
    """The lines of one card that not every card has."""
    common = set(in_common(row))
    return tuple(line for line in row.cells[side] if line not in common)


def _passages(row: ComparedPart, names: list[str]) -> Iterator[Passage]:
    everyone = "both" if len(names) == 2 else "all"
    if row.same:
        yield Passage(f"{row.part.name} · the same for {everyone}", row.cells[0], 1)
    elif is_single(row):
        cells = [cell[0] if cell else SILENT for cell in row.cells]
        lines = [Line(name, cell) for name, cell in zip(names, cells, strict=True)]
        yield Passage(row.part.name, tuple(lines), len(lines))
    else:
        yield from _lists(row, names, everyone)


def _lists(row: ComparedPart, names: list[str], everyone: str) -> Iterator[Passage]:
    """The lines of a section by the cards that have them."""
    by_holders: dict[tuple[str, ...], list[str]] = {}
    for line in dict.fromkeys(line for cell in row.cells for line in cell):
        has = zip(names, row.cells, strict=True)
        holders = tuple(name for name, cell in has if line in cell)
        by_holders.setdefault(holders, []).append(line)
    for holders in sorted(by_holders, key=lambda each: (len(each), names.index(each[0]))):
        only = f"only {holders[0]}" if len(holders) == 1 else listed(holders, " and ")
        who = everyone if len(holders) == len(names) else only
        yield Passage(f"{row.part.name} · {who}", tuple(by_holders[holders]))
    silent = [name for name, cell in zip(names, row.cells, strict=True) if not cell]
    if silent:
        yield Passage(f"{row.part.name} · {listed(silent, ' and ')}", (SILENT,))


def read_row_by_row(answer: CompareAnswer) -> str:
    """The comparison as sentences, row by row: what a screen reader says instead of a table."""
    if len(answer.sides) == 1:
        return f"Both are the same level: {cited_name(answer.sides[0])}."
    names = labels(answer.sides)
    rows = [lead(answer), *draft_lines(answer.sides)]
    rows += [*(_read(row, names) for row in told_rows(answer)), *beside(answer)]
    return " ".join(map(sentence, rows))


def _read(row: ComparedPart, names: list[str]) -> str:
    if row.same and is_single(row):
        return f"{row.part.name}, the same: {row.cells[0][0]}"
    if is_single(row):
        cells = [cell[0].rstrip(".") if cell else SILENT for cell in row.cells]
    else:
        cells = [counted(len(cell), "line") if cell else SILENT for cell in row.cells]
    said = "; ".join(f"{name}: {cell}" for name, cell in zip(names, cells, strict=True))
    common = "" if is_single(row) else f"; {len(in_common(row))} in common"
    return f"{row.part.name} — {said}{common}"
