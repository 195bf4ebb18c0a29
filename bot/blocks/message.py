"""An answer as a Slack message: blocks, and a `text` for notifications and screen readers."""

from functools import singledispatch
from typing import Any, TypedDict

from slack_sdk.models.blocks import ActionsBlock, Block, SectionBlock

from bot import text
from bot.answers import (
    Answer,
    BrowseAnswer,
    CardAnswer,
    ChoiceAnswer,
    HelpAnswer,
    UnknownAnswer,
)
from bot.blocks import parts
from bot.blocks.mrkdwn import SECTION_TEXT, escape, escaped
from bot.ladder import Card, Section

FALLBACK_TEXT = 3_000
"""Slack advises at most 4,000 characters of `text`; a notification shows far fewer."""

SHORT_LIST = 3
"""Lines of a long list that a card shows, so that it fits on a phone."""
LONG_LIST = 4
"""A list that is no longer than this is shown whole: a cut would save nothing."""
SHORT_ROW = 6
"""Short items shown in a row."""

MOST_BUTTONS = 5
MOST_FAMILIES = 20
"""Families listed in a message; a ladder may have a thousand."""


class Message(TypedDict):
    """The arguments that `chat.postMessage`, `ack` and `respond` share."""

    text: str
    blocks: list[dict[str, Any]]


def message(answer: Answer) -> Message:
    """`answer` as a message inside Slack's limits. Pure; never raises for a known answer."""
    built: list[Block] = blocks(answer)
    return Message(
        text=escaped(text.brief(answer), FALLBACK_TEXT), blocks=[block.to_dict() for block in built]
    )


def with_note(built: Message, note: str) -> Message:
    """`built` with a line before it that says why it comes here."""
    first = parts.paragraph(note).to_dict()
    return Message(text=f"{escape(note)} {built['text']}", blocks=[first, *built["blocks"][:49]])


@singledispatch
def blocks(answer: Answer) -> list[Block]:
    """The blocks of an answer."""
    raise TypeError(f"no blocks for {type(answer).__name__}")


@blocks.register
def _(answer: CardAnswer) -> list[Block]:
    card = answer.card
    where = f"*{escape(card.level.name)}*  ·  {escape(answer.family.name)}"
    if answer.track.who:
        where += f"  ·  {escape(answer.track.who)}"
    summary = escaped(card.summary or "", SECTION_TEXT - 500)
    built: list[Block] = [
        parts.header(f"{card.level.code} · {card.title}"),
        SectionBlock(text=parts.mrkdwn(f"{where[:450]}\n{summary}".strip())),
        *parts.dimensions(answer),
    ]
    if not card.written:
        built.append(parts.paragraph(text.NOT_WRITTEN))
    for section in answer.sections.values():
        if card.sections.get(section.id):
            built.append(_section(section, text.statements(card.sections[section.id])))
    if card.titles:
        built.append(parts.in_a_row(_first(list(card.titles), SHORT_ROW), "Common titles"))
    if card.written:
        built.append(parts.paragraph(text.pay_line(card.pay), "What it pays"))
        built.append(_whole_card(answer))
    return [*built, parts.receipt(answer)]


def _section(section: Section, lines: list[str]) -> Block:
    """A section at a glance: short items in a row, sentences as a short list."""
    if _are_short(lines):
        return parts.in_a_row(_first(lines, SHORT_ROW), section.name)
    whole = len(lines) <= LONG_LIST
    shown = lines if whole else lines[:SHORT_LIST]
    more = "" if whole else f"\n_and {len(lines) - SHORT_LIST} more_"
    room = (SECTION_TEXT - 300) // len(shown)
    rows = "\n".join(f"•  {escaped(line, room)}" for line in shown)
    return SectionBlock(text=parts.mrkdwn(f"*{escaped(section.name, 200)}*\n{rows}{more}"))


def _are_short(lines: list[str]) -> bool:
    """Whether items read well in a row: many, and of a few words each."""
    return len(lines) > SHORT_ROW and sum(map(len, lines)) / len(lines) <= 32


def _first(items: list[str], most: int) -> list[str]:
    if len(items) <= most + 1:
        return items
    return [*items[:most], f"and {len(items) - most} more"]


def _whole_card(answer: CardAnswer) -> ActionsBlock:
    card = answer.card
    counts = [
        f"{len(lines)} {section.id.replace('_', ' ')}"
        for section in answer.sections.values()
        if (lines := text.statements(card.sections.get(section.id, ())))
    ]
    describe = f"Show whole card {card.level.code}: {', '.join(counts)}"
    button = parts.button("Show whole card", parts.WHOLE_CARD, card.ref, describe=describe)
    return ActionsBlock(elements=[button])


@blocks.register
def _(answer: ChoiceAnswer) -> list[Block]:
    lines = [f"{text.level_name(card, family)}: {card.title}" for card, family in answer.choices]
    buttons = parts.ask_buttons(
        [
            (text.short_name(card, family), card.ref)
            for card, family in answer.choices[:MOST_BUTTONS]
        ]
    )
    return [
        *parts.bullets(lines[:MOST_FAMILIES], "That fits several levels. Which card do you want?"),
        ActionsBlock(elements=buttons),
    ]


@blocks.register
def _(answer: BrowseAnswer) -> list[Block]:
    built: list[Block] = [parts.header(f"Levels of the {answer.ladder}")]
    alone = len(answer.families) == 1
    for family in answer.families[:MOST_FAMILIES]:
        lines = [
            f"{track}: {'  ·  '.join(_passing(card, alone) for card in cards)}"
            for track, cards in text.grouped_by_track(family, answer)
        ]
        built.extend(parts.bullets(lines, family.name))
    hidden = len(answer.families) - MOST_FAMILIES
    if hidden > 0:
        built.append(parts.paragraph(f"… and {hidden} more families. Ask for one by its name."))
    return built


def _passing(card: Card, alone: bool) -> str:
    """A level in a list: with its name and years when one family is listed, else its code."""
    return text.neighbor(card) if alone else card.level.code


@blocks.register
def _(answer: HelpAnswer) -> list[Block]:
    asked = [f"{example}  —  {what}" for example, what in answer.examples]
    return [
        parts.paragraph(
            f"I answer questions about the {answer.ladder}, and I only ever quote its cards."
        ),
        *parts.bullets(asked, "What you can ask, for example"),
        parts.paragraph(
            "Type /level and your question in any channel; only you see the answer. In a thread, "
            "where Slack has no slash commands, mention @levelbot with your question: everyone in "
            "the thread sees the answer.",
            "Where you can ask",
        ),
        ActionsBlock(elements=parts.ask_buttons([(q, q) for q in answer.suggestions])),
    ]


@blocks.register
def _(answer: UnknownAnswer) -> list[Block]:
    choices = [(text.short_name(card, family), card.ref) for card, family in answer.near]
    choices += [(question, question) for question in answer.suggestions[len(choices) :]]
    built: list[Block] = [parts.paragraph(text.unknown_line(answer))]
    return [*built, ActionsBlock(elements=parts.ask_buttons(choices))]
