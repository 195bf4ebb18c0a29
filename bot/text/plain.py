"""An answer as plain text: for the terminal and the JSON answer, in short for a notification."""

import re
from collections.abc import Iterable, Iterator
from functools import singledispatch

from bot.answers import (
    Answer,
    BrowseAnswer,
    CardAnswer,
    ChoiceAnswer,
    HelpAnswer,
    UnknownAnswer,
)
from bot.answers.quote import pay_line as quoted_pay
from bot.answers.quote import soc_line, statements
from bot.ladder import Card, Family, Pay
from bot.questions.words import plain

_QUOTED = 80
"""Characters of a question that are quoted back."""

NOT_WRITTEN = "The ladder names this level, but its card is not written yet."


def level_name(card: Card, family: Family) -> str:
    """ "P2 — Developing Professional (AI/ML Engineer)"."""
    return f"{card.level.code} — {card.level.name} ({family.name})"


def short_name(card: Card, family: Family) -> str:
    """ "P2 · AI/ML Engineer", for a button or a modal's title."""
    return f"{card.level.code} · {family.name}"


def neighbor(card: Card) -> str:
    """ "P3 Mid-Level Professional (3–5 yrs)": a level in passing, with its years if it has any."""
    years = card.level.meaning.years
    return f"{card.level.code} {card.level.name}" + (f" ({years.text})" if years else "")


def pay_line(pay: Pay | None) -> str:
    """What the card says of pay; never a figure that it does not have."""
    return quoted_pay(pay) or "The card says nothing about pay."


def draft_line(answer: CardAnswer) -> str | None:
    """A warning for a card that is no approved policy; None for an approved one."""
    if answer.receipt.status == "approved":
        return None
    owner = answer.receipt.owner
    return f"Draft, not approved by {owner} yet" if owner else "Draft, not approved yet"


def assumed_line(answer: CardAnswer) -> str | None:
    """Says that the family was not named, when there are others that it could have been."""
    if not answer.also:
        return None
    names = ", ".join(family.name for _, family in answer.also)
    more = answer.families_like_it - len(answer.also)
    return f"You named no family, so this is {answer.family.name}. Also in: {names}" + (
        f" and {more} more" if more else ""
    )


def receipt_line(answer: CardAnswer) -> str:
    """What is quoted, and whom to ask: status, ladder, version, owner."""
    receipt = answer.receipt
    owner = receipt.owner or "not named"
    status = receipt.status.capitalize()
    return f"{status} · {receipt.ladder}, version {receipt.version} · Owner: {owner}"


def grouped_by_track(family: Family, answer: BrowseAnswer) -> Iterator[tuple[str, list[Card]]]:
    """A family's cards by track: ("Professional — individual contributors", [...])."""
    for track in answer.tracks.values():
        cards = [card for card in family.cards.values() if card.level.track_id == track.id]
        if cards:
            yield (f"{track.name} — {track.who}" if track.who else track.name), cards


@singledispatch
def full(answer: Answer) -> str:
    """The whole answer as plain text, many lines."""
    raise TypeError(f"no text for {type(answer).__name__}")


@full.register
def _(answer: CardAnswer) -> str:
    card = answer.card
    lines = [level_name(card, answer.family), card.title]
    lines += [line for line in (draft_line(answer), assumed_line(answer)) if line]
    if card.summary:
        lines.append(card.summary)
    lines += _meaning(answer)
    if not card.written:
        lines += ["", NOT_WRITTEN]
    for section in answer.sections.values():
        if section.id in card.sections:
            lines += ["", section.name, *_bullets(statements(card.sections[section.id]))]
    if card.titles:
        lines += ["", "Common titles", *_bullets(card.titles)]
    if card.written:
        lines += ["", "What it pays", pay_line(card.pay)]
    lines.append("")
    if answer.soc:
        lines.append(f"O*NET / SOC: {soc_line(answer.soc)}")
    lines += [f"Level below: {neighbor(answer.below)}"] if answer.below else []
    lines += [f"Level above: {neighbor(answer.above)}"] if answer.above else []
    return "\n".join([*lines, receipt_line(answer)])


def _meaning(answer: CardAnswer) -> list[str]:
    """What the level means, or nothing when the ladder does not tell."""
    meaning = answer.card.meaning
    told = [
        f"- {dimension.name}: {meaning.dimensions[dimension.id]}"
        for dimension in answer.dimensions.values()
        if dimension.id in meaning.dimensions
    ]
    summary = [meaning.summary] if meaning.summary else []
    return ["", "What this level means", *summary, *told] if summary or told else []


@full.register
def _(answer: ChoiceAnswer) -> str:
    return "\n".join(
        ["Several levels fit. Which of these do you want?"]
        + [f"- {level_name(card, family)}" for card, family in answer.choices]
    )


@full.register
def _(answer: BrowseAnswer) -> str:
    lines = [f"{answer.ladder}: levels by family"]
    for family in answer.families:
        lines += ["", family.name]
        for track, cards in grouped_by_track(family, answer):
            lines += [f"{track}:", *_bullets(neighbor(card) for card in cards)]
    return "\n".join(lines)


@full.register
def _(answer: HelpAnswer) -> str:
    about = f"I answer questions about the {answer.ladder} with the level's own card."
    return "\n".join(
        [f"{about} Ask, for example:"]
        + [f"- {asked} ({what})" for asked, what in answer.examples]
        + ["", f"Families: {_listed(answer.families)}"]
    )


@full.register
def _(answer: UnknownAnswer) -> str:
    return "\n".join([unknown_line(answer), "Try:", *_bullets(answer.suggestions)])


def markdown(answer: CardAnswer) -> str:
    """A card as a Markdown page."""
    card = answer.card
    lines = [f"# {level_name(card, answer.family)}", "", f"**{_md(card.title)}**"]
    lines += ["", f"*{_md(draft)}*"] if (draft := draft_line(answer)) else []
    lines += ["", _md(card.summary)] if card.summary else []
    told = [
        f"- **{_md(dimension.name)}**: {_md(card.meaning.dimensions[dimension.id])}"
        for dimension in answer.dimensions.values()
        if dimension.id in card.meaning.dimensions
    ]
    if card.meaning.summary or told:
        lines += ["", "## What this level means", ""]
        lines += [_md(card.meaning.summary), ""] if card.meaning.summary else []
        lines += told
    lines += [] if card.written else ["", NOT_WRITTEN]
    for section in answer.sections.values():
        if section.id in card.sections:
            said = statements(card.sections[section.id])
            lines += ["", f"## {_md(section.name)}", "", *_bullets(map(_md, said))]
    if card.titles:
        lines += ["", "## Common titles", "", *_bullets(map(_md, card.titles))]
    if card.written:
        lines += ["", "## What it pays", "", _md(pay_line(card.pay))]
    lines += ["", "---", ""]
    lines += [f"O\\*NET / SOC: {_md(soc_line(answer.soc))}  "] if answer.soc else []
    lines += [f"Level below: {_md(neighbor(answer.below))}  "] if answer.below else []
    lines += [f"Level above: {_md(neighbor(answer.above))}  "] if answer.above else []
    return "\n".join([*lines, _md(receipt_line(answer))])


@singledispatch
def brief(answer: Answer) -> str:
    """One or two sentences for a notification and a screen reader, before the blocks are seen."""
    return full(answer)


@brief.register
def _(answer: CardAnswer) -> str:
    card = answer.card
    said = card.summary or card.meaning.summary or NOT_WRITTEN
    return f"{level_name(card, answer.family)}: {card.title}. {said}"


@brief.register
def _(answer: BrowseAnswer) -> str:
    names = _listed(family.name for family in answer.families)
    return f"{answer.ladder}: {names}, {len(answer.levels)} levels"


@brief.register
def _(answer: HelpAnswer) -> str:
    return (
        f"I answer questions about the {answer.ladder}. "
        f"Ask, for example: {' · '.join(answer.suggestions)}"
    )


def unknown_line(answer: UnknownAnswer) -> str:
    """What is said when the ladder has no answer, or the question is not clear."""
    family = answer.asked_family
    if answer.no_such and family and answer.no_such not in family.cards:
        return f"{family.name} has no {answer.no_such}. Its levels are {', '.join(family.cards)}."
    if answer.no_such and not answer.near:
        return f"The ladder has no level {answer.no_such}."
    if answer.near:
        names = _either(level_name(card, family) for card, family in answer.near)
        return f"I'm not sure what you mean, and I'd rather not guess. Did you mean {names}?"
    if family:
        return f"I know {family.name}, but not which of its levels you mean."
    asked = " ".join(plain(answer.question).split())
    if not asked:
        return "I couldn't find that in the ladder. I can only tell you what the ladder says."
    shown = asked if len(asked) <= _QUOTED else f"{asked[:_QUOTED].rstrip()}…"
    return f"I couldn't find “{shown}” in the ladder. I can only tell you what the ladder says."


def _bullets(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines]


def _listed(names: Iterable[str], most: int = 12) -> str:
    """Names in a row; beyond `most`, how many more there are."""
    every = list(names)
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(every[:most]) + more


def _md(plain: str) -> str:
    """`plain` with the signs that Markdown would read as markup escaped."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", plain)


def _either(names: Iterable[str]) -> str:
    """ "A", "A or B", "A, B or C"."""
    *rest, last = names
    return f"{', '.join(rest)} or {last}" if rest else last
