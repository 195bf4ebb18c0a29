"""Outlines of answers to a pasted card."""

from collections.abc import Iterator

from bot.answers import Difference, PastedAnswer, PastedLine
from bot.text.names import cited_name, counted, draft_lines, receipt_lines
from bot.text.outline import Line, Outline, Passage, outline
from bot.text.unseen import not_shown_lines

_SHOWN = 5
"""Lines of each kind of difference that a message shows."""


@outline.register
def _(answer: PastedAnswer) -> Outline:
    cited = [answer.cited]
    this_is = f"This is {cited_name(answer.cited)}."
    if answer.different:
        are = "is" if answer.same == 1 else "are"
        count = counted(len(answer.different), "line")
        lead = (
            f"{this_is} It differs from the ladder’s card in {count}; {answer.same} {are} the same."
        )
    else:
        shown = "what is shown of the ladder’s card" if answer.not_shown else "the ladder’s card"
        lead = f"{this_is} It matches {shown} word for word."
    return Outline(
        lead=lead,
        passages=tuple(_passages(answer)),
        cautions=tuple(draft_lines(cited)),
        receipts=tuple(receipt_lines(cited)),
        not_shown=tuple(not_shown_lines(answer.not_shown)),
    )


def _passages(answer: PastedAnswer) -> Iterator[Passage]:
    for kind, title in (
        (Difference.REWORDED, "Reworded: pasted → ladder"),
        (Difference.ADDED, "Not on the ladder’s card"),
        (Difference.MISSING, "Missing from what was pasted"),
    ):
        lines = tuple(_line(each) for each in answer.different if each.difference is kind)
        if lines:
            yield Passage(f"{title} ({len(lines)})", lines, _SHOWN)


def _line(each: PastedLine) -> str | Line:
    said = " → ".join(line for line in (each.pasted, each.ours) if line)
    return Line(each.part.name, said) if each.part else said
