"""Outlines of answers about a skill."""

from collections.abc import Iterator

from bot.answers import Cited, Listing, SkillAnswer
from bot.text.names import (
    cited_name,
    codes,
    counted,
    draft_lines,
    in_short,
    level_names,
    listed,
    receipt_lines,
)
from bot.text.outline import AT_A_GLANCE, LISTED, Line, Outline, Passage, outline
from bot.text.unseen import not_shown_lines

_ELSEWHERE = 5
"""Levels that list it where those asked about do not; with these, as many receipts as fit."""


@outline.register
def _(answer: SkillAnswer) -> Outline:
    if answer.unlisted:
        return _some_missing(answer)
    if answer.listed:
        return _all_listed(answer)
    return _anywhere(answer)


def _all_listed(answer: SkillAnswer) -> Outline:
    """The levels that the question names list it."""
    cited = [listing.cited for listing in answer.listings]
    yes = f"Yes: the card for {cited_name(cited[0])} lists {_first(answer.listings[0])}."
    if len(cited) > 1:
        yes = f"Yes: {level_names(cited)} list “{in_short(answer.asked)}”."
        passages = [_passage(listing) for listing in answer.listings]
    else:
        more = answer.listings[0].lines[1:]
        lines = tuple(Line(line.part.name, line.text) for line in more)
        passages = [Passage("Also on this card", lines, AT_A_GLANCE + 1)] if lines else []
    return Outline(
        lead=yes,
        passages=tuple(passages),
        cautions=tuple(draft_lines(cited)),
        receipts=tuple(receipt_lines(cited)),
    )


def _some_missing(answer: SkillAnswer) -> Outline:
    """Some or all of the levels that the question names do not list it."""
    asked = in_short(answer.asked)
    if answer.listings:
        has = [listing.cited for listing in answer.listings]
        verb = "lists" if len(has) == 1 else "list"
        lead = f"{level_names(has)} {verb} “{asked}”; {_does_not(answer, 'it')}"
    else:
        lead = _does_not(answer, f"“{asked}”")
        lead = f"{lead[0].upper()}{lead[1:]}" if answer.not_shown else f"No: {lead}"
    elsewhere = answer.elsewhere[:_ELSEWHERE]
    rest = [listing.cited for listing in answer.elsewhere[_ELSEWHERE:]]
    shown = [*(listing.cited for listing in (*answer.listings, *answer.unlisted))]
    shown += [listing.cited for listing in elsewhere]
    passages = [_passage(listing) for listing in answer.listings]
    passages += list(_nearest(answer))
    if elsewhere:
        lines = tuple(_line(listing) for listing in elsewhere)
        passages.append(Passage(f"Other levels that list “{asked}”", lines, AT_A_GLANCE + 1))
    return Outline(
        lead=lead,
        passages=tuple(passages),
        notes=_rest(answer, rest),
        cautions=tuple(draft_lines(shown)),
        receipts=tuple(receipt_lines(shown)),
        not_shown=tuple(not_shown_lines(answer.not_shown)),
    )


def _rest(answer: SkillAnswer, rest: list[Cited]) -> tuple[str, ...]:
    """Where else it is listed, as far as that is not shown; or that it is nowhere else."""
    if rest:
        return (f"And {len(rest):,} more: {codes(rest)}",)
    if answer.elsewhere or answer.listings or answer.not_shown:
        return ()
    families = {each.cited.family.id: each.cited.family.name for each in answer.unlisted}
    return (f"No other level of {listed(families.values(), ' or ')} lists it.",)


def _does_not(answer: SkillAnswer, what: str) -> str:
    missing = [listing.cited for listing in answer.unlisted]
    shown = " in what is shown here" if answer.not_shown else ""
    if len(missing) == 1:
        return f"the card for {cited_name(missing[0])} does not list {what}{shown}."
    return f"the cards for {level_names(missing)} do not list {what}{shown}."


def _nearest(answer: SkillAnswer) -> Iterator[Passage]:
    for listing in answer.unlisted:
        if not listing.lines:
            continue
        one = len(answer.unlisted) == 1
        on = "" if one else f" on the card for {cited_name(listing.cited)}"
        are = "line is" if len(listing.lines) == 1 else "lines are"
        lines = tuple(Line(line.part.name, line.text) for line in listing.lines)
        yield Passage(f"The nearest {are}{on}", lines)


def _anywhere(answer: SkillAnswer) -> Outline:
    """The question names no level: every card that lists it."""
    asked = in_short(answer.asked)
    if not answer.listings:
        kept = tuple(not_shown_lines(answer.not_shown))
        where = " in what is shown here" if kept else ""
        return Outline(f"No card of the ladder lists “{asked}”{where}.", not_shown=kept)
    shown = [listing.cited for listing in answer.listings[:LISTED]]
    rest = [listing.cited for listing in answer.listings[LISTED:]]
    every = [listing.cited for listing in answer.listings]
    verb = "lists" if len(every) == 1 else "list"
    head = f"{counted(len(every), 'level')} {verb} “{asked}”"
    lines = tuple(_line(listing) for listing in answer.listings[:LISTED])
    return Outline(
        lead=f"{head}{_order(every)}.",
        passages=(Passage(None, lines, LISTED),),
        notes=(f"And {len(rest):,} more: {codes(rest)}",) if rest else (),
        cautions=tuple(draft_lines(shown)),
        receipts=tuple(receipt_lines(shown)),
        brief=f"{head}: {codes(every)}",
    )


def _order(every: list[Cited]) -> str:
    """In which order several levels are told."""
    if len(every) == 1:
        return ""
    one_family = len({each.family.id for each in every}) == 1
    return ", lowest first" if one_family else ", family by family, lowest first"


def _passage(listing: Listing) -> Passage:
    lines = tuple(Line(line.part.name, line.text) for line in listing.lines)
    return Passage(cited_name(listing.cited), lines)


def _line(listing: Listing) -> str | Line:
    """A level with the line that lists the skill best."""
    name = cited_name(listing.cited)
    if not listing.lines:
        return name
    line = listing.lines[0]
    return Line(f"{name} · {line.part.name}", line.text)


def _first(listing: Listing) -> str:
    """ "“Hyperparameter tuning” under Skills"; "it" where no line is told."""
    if not listing.lines:
        return "it"
    line = listing.lines[0]
    return f"“{line.text}” under {line.part.name}"
