"""An answer as plain text: for the terminal and the JSON answer, in short for a notification."""

from collections.abc import Iterable
from functools import singledispatch

from bot.answers import (
    Answer,
    BrowseAnswer,
    CardAnswer,
    ChoiceAnswer,
    CompareAnswer,
    HelpAnswer,
    UnknownAnswer,
)
from bot.answers.quote import SUMMARY, soc_line, statements
from bot.questions.language.words import plain, words
from bot.text.compare import read_row_by_row
from bot.text.names import (
    NOT_WRITTEN,
    assumed_line,
    bullets,
    draft_line,
    grouped_by_track,
    in_short,
    level_name,
    listed,
    neighbor,
    receipt_line,
)
from bot.text.outline import outline, plain_text, short
from bot.text.unseen import card_pay, not_shown_lines

ABOUT_A_PERSON = (
    "I can't tell you anyone's level or pay: the ladder describes levels, not people. "
    "I can show what a level means."
)


@singledispatch
def full(answer: Answer) -> str:
    """The whole answer as plain text, many lines."""
    return plain_text(outline(answer))


@full.register
def _(answer: CardAnswer) -> str:
    card = answer.card
    lines = [level_name(card, answer.family), card.title]
    lines += [line for line in (draft_line(answer.receipt), assumed_line(answer)) if line]
    if card.summary:
        lines.append(card.summary)
    lines += _meaning(answer)
    if not card.written:
        lines += ["", NOT_WRITTEN]
    for section in answer.sections.values():
        if section.id in card.sections:
            lines += ["", section.name, *bullets(statements(card.sections[section.id]))]
    if card.titles:
        lines += ["", "Common titles", *bullets(card.titles)]
    if pay := card_pay(answer):
        lines += ["", "What it pays", pay]
    if kept := not_shown_lines(answer.not_shown):
        lines += ["", *kept]
    lines.append("")
    if answer.soc:
        lines.append(f"O*NET / SOC: {soc_line(answer.soc)}")
    lines += [f"Level below: {neighbor(answer.below)}"] if answer.below else []
    lines += [f"Level above: {neighbor(answer.above)}"] if answer.above else []
    return "\n".join([*lines, receipt_line(answer.receipt)])


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
            lines += [f"{track}:", *bullets(neighbor(card) for card in cards)]
    return "\n".join(lines)


@full.register
def _(answer: HelpAnswer) -> str:
    about = f"I answer questions about the {answer.ladder} with the level's own card."
    return "\n".join(
        [f"{about} Ask, for example:"]
        + [f"- {asked} ({what})" for asked, what in answer.examples]
        + ["", f"Families: {listed(answer.families)}"]
    )


@full.register
def _(answer: UnknownAnswer) -> str:
    return "\n".join([unknown_line(answer), "Try:", *bullets(answer.suggestions)])


@singledispatch
def brief(answer: Answer) -> str:
    """One or two sentences for a notification and a screen reader, before the blocks are seen.

    A comparison goes on row by row, since a table's text is all that some clients read out.
    """
    return short(outline(answer))


@brief.register
def _(answer: CompareAnswer) -> str:
    return read_row_by_row(answer)


@brief.register
def _(answer: ChoiceAnswer) -> str:
    return full(answer)


@brief.register
def _(answer: UnknownAnswer) -> str:
    return full(answer)


@brief.register
def _(answer: CardAnswer) -> str:
    card = answer.card
    return f"{level_name(card, answer.family)}: {card.title}. {in_a_sentence(answer)}"


def in_a_sentence(answer: CardAnswer) -> str:
    """What the level is: its summary, or why there is none."""
    card = answer.card
    kept = (each for each in answer.not_shown if SUMMARY in {part.id for part in each.parts})
    return (
        card.summary
        or card.meaning.summary
        or next(iter(not_shown_lines(kept)), None)
        or (f"{card.level.name}." if card.written else NOT_WRITTEN)
    )


@brief.register
def _(answer: BrowseAnswer) -> str:
    names = listed(family.name for family in answer.families)
    count = len(answer.levels)
    return f"{answer.ladder}: {names}, {count} {'level' if count == 1 else 'levels'}"


@brief.register
def _(answer: HelpAnswer) -> str:
    return (
        f"{greeting(answer)}I answer questions about the {answer.ladder}. "
        f"Ask, for example: {' · '.join(answer.suggestions)}"
    )


def greeting(answer: HelpAnswer) -> str:
    """ "Hello! " for somebody who has called without a word; else nothing."""
    return "" if words(plain(answer.question)) else "Hello! "


def unknown_line(answer: UnknownAnswer) -> str:
    """What is said when the ladder has no answer, or the question is not clear."""
    if answer.about_person:
        return ABOUT_A_PERSON
    if answer.draft:
        owner = answer.draft.owner
        named = f", {owner}," if owner else ""
        return (
            f"The ladder’s guide has an entry for this, “{answer.draft.question}”, but it is a "
            f"draft that its owner{named} has not approved yet, so I can't give its answer. "
            f"Until then, please ask {owner or 'the owner of the ladder'}."
        )
    return _not_clear(answer)


def _not_clear(answer: UnknownAnswer) -> str:
    family = answer.asked_family
    if answer.too_many:
        return (
            f"I can put two to four levels side by side, and you named {answer.too_many}. "
            "Please ask for up to four of them."
        )
    if answer.no_such and family and answer.no_such not in family.cards:
        return f"{family.name} has no {answer.no_such}. Its levels are {', '.join(family.cards)}."
    if answer.no_such and not answer.near:
        return f"The ladder has no level {answer.no_such}."
    if answer.near:
        return _perhaps(answer)
    if family:
        return f"I know {family.name}, but not which of its levels you mean."
    asked = in_short(answer.question)
    what = f"“{asked}”" if asked else "that"
    return f"I couldn't find {what} in the ladder. I can only tell you what the ladder says."


def _perhaps(answer: UnknownAnswer) -> str:
    names = _either(level_name(card, family) for card, family in answer.near)
    if answer.foreign_card:
        return (
            f"This reads like a card of {names}, but none of its lines stands word for word on "
            "the ladder’s cards, so it may be another ladder’s."
        )
    return f"I'm not sure what you mean, and I'd rather not guess. Did you mean {names}?"


def _either(names: Iterable[str]) -> str:
    """ "A", "A or B", "A, B or C"."""
    *rest, last = names
    return f"{', '.join(rest)} or {last}" if rest else last
