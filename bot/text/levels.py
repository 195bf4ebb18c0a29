"""Outlines of answers about one part of the cards: an attribute, years of experience."""

from collections.abc import Iterable, Iterator

from bot.answers import (
    AttributeAnswer,
    Cited,
    ExperienceAnswer,
    GuideAnswer,
    Part,
    Receipt,
    Told,
    ToldPart,
)
from bot.answers.quote import PAY, SOC, SUMMARY, TITLES
from bot.text.names import (
    NOT_WRITTEN,
    cited_name,
    codes,
    draft_line,
    draft_lines,
    labels,
    level_names,
    listed,
    receipt_line,
    receipt_lines,
    track_name,
)
from bot.text.outline import LISTED, Line, Outline, Passage, first_line, outline, sentence
from bot.text.unseen import not_shown_lines, told_elsewhere

_SILENT = {
    SUMMARY: "what the level means in short",
    TITLES: "common titles",
    PAY: "pay",
    SOC: "an O*NET / SOC code",
}
_WHOLE_SECTION = 12
"""Lines of a section that a message shows when it was asked for by name."""


def in_words(part: Part) -> str:
    """What a silent card says nothing about: "pay", "“Autonomy”"."""
    return _SILENT.get(part.id, f"“{part.name}”")


def silence(cited: Cited, part: Part) -> str:
    """ "The card for P3 — … says nothing about “Autonomy”."."""
    said = f"The card for {cited_name(cited)} says nothing about {in_words(part)}."
    return said if cited.card.written else f"{said} {NOT_WRITTEN}"


@outline.register
def _(answer: AttributeAnswer) -> Outline:
    if kept := told_elsewhere(answer):
        return _kept(answer, kept)
    if answer.beside:
        return _of_parts(answer)
    if len(answer.told) == 1:
        return _of_one(answer.told[0], answer.part)
    shown = answer.told[:LISTED]
    cited = [told.cited for told in shown]
    rest = [told.cited for told in answer.told[LISTED:]]
    told = [_of_one(each, answer.part) for each in shown]
    if all(len(each.lines) <= 1 for each in shown):
        passages = [Passage(None, tuple(_in_a_row(each, answer.part) for each in shown), LISTED)]
    else:
        passages = [
            Passage(cited_name(each.cited), each.lines or (silence(each.cited, answer.part),), 4)
            for each in shown
        ]
    return Outline(
        lead=f"{answer.part.name}, level by level",
        passages=tuple(passages),
        notes=(f"And {len(rest):,} more: {codes(rest)}",) if rest else (),
        cautions=tuple(draft_lines(cited)),
        receipts=tuple(receipt_lines(cited)),
        brief=" ".join(sentence(each.brief or first_line(each)) for each in told[:4]),
    )


def _kept(answer: AttributeAnswer, kept: str) -> Outline:
    every = [told.cited for told in answer.told]
    name = cited_name(every[0]) if len(every) == 1 else codes(every)
    return Outline(kept, f"{name} · {_names(_asked(answer))}")


def _of_one(told: Told, part: Part) -> Outline:
    cited = [told.cited]
    about = f"{cited_name(told.cited)} · {part.name}"
    cautions, receipts = tuple(draft_lines(cited)), tuple(receipt_lines(cited))
    if not told.lines:
        return Outline(silence(told.cited, part), cautions=cautions, receipts=receipts)
    first, *rest = told.lines
    if not rest:
        return Outline(first, about, cautions=cautions, receipts=receipts)
    return Outline(
        lead=about,
        passages=(Passage(None, told.lines, _WHOLE_SECTION),),
        cautions=cautions,
        receipts=receipts,
        brief=f"{about}: {first}; and {len(rest)} more",
    )


def _of_parts(answer: AttributeAnswer) -> Outline:
    """Several parts of the cards, one passage each; what is kept for others is said so."""
    asked = _asked(answer)
    kept = {part.id for each in answer.not_shown for part in each.parts}
    shown = [each for each in asked if each.part.id not in kept]
    cited = [told.cited for told in answer.told]
    names = _names(asked)
    one = cited_name(cited[0]) if len(cited) == 1 else None
    first = [f"{each.part.name}: {each.told[0].lines[0]}" for each in shown if each.told[0].lines]
    return Outline(
        lead=f"{one or level_names(cited)} · {names}",
        passages=tuple(_passages_of_one(shown) if one else _passages(shown, labels(cited))),
        not_shown=tuple(not_shown_lines(answer.not_shown)),
        cautions=tuple(draft_lines(cited)),
        receipts=tuple(receipt_lines(cited)),
        brief=f"{one} · {'; '.join(first)}" if one and first else None,
    )


def _asked(answer: AttributeAnswer) -> list[ToldPart]:
    """All the parts that are asked for."""
    return [ToldPart(answer.part, answer.told), *answer.told_beside]


def _names(asked: Iterable[ToldPart]) -> str:
    return listed((each.part.name for each in asked), " and ")


def _passages_of_one(asked: Iterable[ToldPart]) -> Iterator[Passage]:
    """Several parts of one card: what is a phrase in rows, and then each list."""
    phrases: list[str | Line] = []
    lists: list[Passage] = []
    for part, (told,) in asked:
        if len(told.lines) > 1:
            lists.append(Passage(part.name, told.lines, LISTED))
        else:
            said = told.lines[0] if told.lines else None
            phrases.append(Line(part.name, said) if said else silence(told.cited, part))
    yield from [Passage(None, tuple(phrases), LISTED)] if phrases else ()
    yield from lists


def _passages(asked: Iterable[ToldPart], names: list[str]) -> Iterator[Passage]:
    """Several parts of several cards: a row for each card where it is a phrase, else a list."""
    for part, told in asked:
        said = [each.lines or (silence(each.cited, part),) for each in told]
        by_name = zip(names, told, said, strict=True)
        if all(len(lines) == 1 for lines in said):
            rows = [
                Line(name, lines[0]) if each.lines else lines[0] for name, each, lines in by_name
            ]
            yield Passage(part.name, tuple(rows), LISTED)
        else:
            yield from (Passage(f"{part.name} · {name}", lines) for name, _, lines in by_name)


def _in_a_row(told: Told, part: Part) -> str | Line:
    if not told.lines:
        return silence(told.cited, part)
    return Line(cited_name(told.cited), told.lines[0])


@outline.register
def _(answer: ExperienceAnswer) -> Outline:
    track = f"{track_name(answer.track)} ({answer.family.name})"
    years = "1 year" if answer.years == 1 else f"{answer.years:g} years"
    if answer.not_shown:
        return Outline(" ".join(not_shown_lines(answer.not_shown)), track)
    if len(answer.fits) == 1:
        fit = answer.fits[0]
        lead = f"{years} of experience: {cited_name(fit)}, {_range(fit)}"
        passages: tuple[Passage, ...] = ()
    elif answer.fits:
        lead = f"{years} of experience are within {len(answer.fits)} levels of {track}."
        passages = (_ranges(answer.fits),)
    elif answer.ranges:
        lead = f"No level of {track} covers {years} of experience."
        passages = (_ranges(answer.ranges, "Its ranges"),)
    else:
        lead = f"The cards of {track} say nothing about years of experience."
        passages = ()
    cited = answer.fits or answer.ranges
    row = "; ".join(line for passage in passages for line in map(str, passage.lines[:4]))
    return Outline(
        lead=lead,
        passages=passages,
        cautions=tuple(draft_lines(cited)) if cited else (),
        receipts=tuple(receipt_lines(cited)) if cited else (),
        brief=f"{lead} {row}" if row else None,
    )


def _ranges(cited: tuple[Cited, ...], title: str | None = None) -> Passage:
    lines = tuple(Line(cited_name(each), _range(each)) for each in cited)
    return Passage(title, lines, LISTED)


def _range(cited: Cited) -> str:
    years = cited.card.meaning.years
    return years.text if years else ""


@outline.register
def _(answer: GuideAnswer) -> Outline:
    entry = answer.entry
    receipt = Receipt(entry.status, f"Guide of the {answer.ladder}", answer.version, entry.owner)
    return Outline(
        lead=entry.answer.strip(),
        notes=(f"This is the ladder’s own answer to “{entry.question}”",),
        cautions=tuple(filter(None, [draft_line(receipt)])),
        receipts=(receipt_line(receipt),),
        brief=" ".join(entry.answer.split()),
    )
