"""Outlines of answers about the step from one level to another."""

from collections.abc import Iterator

from bot.answers import Cited, GrowthAnswer, StepPart
from bot.answers.quote import SUMMARY
from bot.text.levels import in_words
from bot.text.names import (
    cited_name,
    counted,
    draft_lines,
    labels,
    level_names,
    listed,
    receipt_lines,
    track_name,
)
from bot.text.outline import LISTED, Line, Outline, Passage, outline
from bot.text.unseen import beside, told_elsewhere

ARROW = " → "

_GLANCE = 2
"""Lines of a section that a message shows: the step has many sections."""


@outline.register
def _(answer: GrowthAnswer) -> Outline:
    if answer.start and answer.goal:
        return _step(answer, answer.start, answer.goal)
    end = answer.start or answer.goal
    if end is None:  # no question leads here, and a renderer never raises
        return Outline("The ladder does not tell of this step.")
    which = "highest" if answer.start else "lowest"
    name = f"{end.card.level.code} — {end.card.level.name}"
    at_end = f"{name} is the {which} level of {track_name(end.track)} in {end.family.name}"
    return Outline(
        lead=f"{at_end}; this is what its card tells." if answer.steps else f"{at_end}.",
        brief=f"{at_end}.",
        passages=tuple(_whole(answer, end)),
        not_shown=tuple(beside(answer)),
        cautions=tuple(draft_lines([end])),
        receipts=tuple(receipt_lines([end])),
    )


def _whole(answer: GrowthAnswer, goal: Cited) -> Iterator[Passage]:
    """What the card of a goal tells that no level leads to: for who wants to get there."""
    if not answer.steps:
        return
    said = [step for step in answer.steps if step.part.id != SUMMARY or answer.attribute]
    yield from _goal_in_short(answer, goal)
    if lines := _said([step for step in said if _single(step)], "new"):
        yield Passage(None, tuple(lines), LISTED)
    yield from (Passage(step.part.name, step.new, _GLANCE) for step in said if not _single(step))


def goes_up(start: Cited, goal: Cited) -> bool:
    """Whether both are on one track and `goal` is the higher one."""
    order = [level.code for level in start.track.levels]
    ends = (start.card.level.code, goal.card.level.code)
    if start.track.id != goal.track.id or not set(ends) <= set(order):
        return False
    return order.index(ends[0]) < order.index(ends[1])


def _step(answer: GrowthAnswer, start: Cited, goal: Cited) -> Outline:
    ends = [start, goal]
    below, above = labels(ends)
    said = [step for step in answer.steps if step.part.id != SUMMARY or answer.attribute]
    verb = "grows" if goes_up(start, goal) else "changes"
    between = level_names(answer.between) if answer.between else ""
    return Outline(
        lead=_lead(answer, start, goal, verb),
        brief=_brief(answer, start, goal, verb),
        passages=(
            *_single_lines(said, verb, below, above),
            *_goal_in_short(answer, goal),
            *(each for step in said if not _single(step) for each in _list(step, below, above)),
        ),
        notes=(f"Levels in between: {between}",) if between else (),
        not_shown=tuple(beside(answer)),
        cautions=tuple(draft_lines(ends)),
        receipts=tuple(receipt_lines(ends)),
    )


def _lead(answer: GrowthAnswer, start: Cited, goal: Cited, verb: str) -> str:
    names = _names(start, goal)
    if not answer.steps:
        return f"{names}: {_nothing_told(answer)}"
    if not any(step.new or step.changed or step.gone for step in answer.steps):
        shown = " in what is shown here" if answer.not_shown else ""
        return f"{names}: both cards say the same{shown}."
    if answer.attribute and (teller := _only_teller(answer.steps[0], start, goal)):
        about = in_words(answer.steps[0].part)
        return f"{names}: only the card for {teller} says something about {about}."
    moved, new = _moved(answer), sum(len(step.new) for step in answer.steps)
    if answer.attribute and moved:
        return f"{names}, {moved[0]} {verb}."
    told = [
        f"{counted(len(moved), 'part')} {verb if len(moved) == 1 else verb.rstrip('s')}",
        f"{counted(new, 'line')} {'is' if new == 1 else 'are'} new",
    ]
    said = [words for words, number in zip(told, (len(moved), new), strict=True) if number]
    return f"{names}: {', '.join(said) or 'nothing is new'}."


def _nothing_told(answer: GrowthAnswer) -> str:
    if answer.not_shown:
        return told_elsewhere(answer) or "nothing of their cards is shown here."
    return "neither card says anything about this."


def _only_teller(step: StepPart, start: Cited, goal: Cited) -> str | None:
    """The one of the two cards that tells of this part; None when both do."""
    if step.changed or step.same or (step.new and step.gone):
        return None
    below, above = labels([start, goal])
    return above if step.new else below


def _brief(answer: GrowthAnswer, start: Cited, goal: Cited, verb: str) -> str | None:
    """With the names of the dimensions that grow, in place of how many."""
    moved = _moved(answer)
    return f"{_names(start, goal)}, what {verb}: {listed(moved, ' and ')}." if moved else None


def _names(start: Cited, goal: Cited) -> str:
    if start.family.id != goal.family.id:
        return f"From {cited_name(start)} to {cited_name(goal)}"
    lower = f"{start.card.level.code} — {start.card.level.name}"
    return f"From {lower} to {cited_name(goal)}"


def _moved(answer: GrowthAnswer) -> list[str]:
    """The names of the parts of one line that differ; the summary always does."""
    return [
        step.part.name
        for step in answer.steps
        if _single(step) and step.changed and (step.part.id != SUMMARY or answer.attribute)
    ]


def _goal_in_short(answer: GrowthAnswer, goal: Cited) -> Iterator[Passage]:
    said = goal.card.summary or goal.card.meaning.summary
    if said and not answer.attribute:
        yield Passage(f"{goal.card.level.code} in short", (said,))


def _single(step: StepPart) -> bool:
    """Whether each card has at most one line of this: a dimension, not a list."""
    higher = len(step.new) + len(step.changed) + len(step.same)
    lower = len(step.gone) + len(step.changed) + len(step.same)
    return higher <= 1 and lower <= 1


def _single_lines(steps: list[StepPart], verb: str, below: str, above: str) -> Iterator[Passage]:
    one = [step for step in steps if _single(step)]
    titled: list[tuple[str, list[Line], int]] = [
        (
            f"What {verb}",
            [Line(each.part.name, ARROW.join(pair)) for each in one for pair in each.changed],
            LISTED,
        ),
        (f"Only on the card for {above}", _said(one, "new"), LISTED),
        ("What stays the same", _said(one, "same"), 1),
        (f"Only on the card for {below}", _said(one, "gone"), 1),
    ]
    for title, lines, glance in titled:
        if lines:
            yield Passage(title, tuple(lines), glance)


def _said(steps: list[StepPart], kind: str) -> list[Line]:
    return [Line(step.part.name, line) for step in steps for line in getattr(step, kind)]


def _list(step: StepPart, below: str, above: str) -> Iterator[Passage]:
    """A section, by what becomes of its lines; what stays and goes is only counted in a message."""
    grown = tuple(ARROW.join(pair) for pair in step.changed)
    name = step.part.name
    if step.new:
        yield Passage(f"{name} · new at {above}", step.new, _GLANCE)
    if grown:
        yield Passage(f"{name} · from {below} to {above}", grown, 0 if step.new else 2)
    if step.same:
        yield Passage(f"{name} · the same", step.same, 0)
    if step.gone:
        yield Passage(f"{name} · only on the card for {below}", step.gone, 0)
