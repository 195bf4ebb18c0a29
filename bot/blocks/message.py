"""An answer as a Slack message: blocks, and a `text` for notifications and screen readers."""

from functools import singledispatch
from typing import Any, TypedDict

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, ContextBlock, SectionBlock

from bot import text
from bot.answers import (
    Answer,
    BrowseAnswer,
    CardAnswer,
    ChoiceAnswer,
    CompareAnswer,
    HelpAnswer,
    PastedAnswer,
    UnknownAnswer,
)
from bot.answers.quote import statements
from bot.blocks import parts
from bot.blocks.compare import compared
from bot.blocks.mrkdwn import SECTION_TEXT, bold, escape, escaped
from bot.blocks.offers import NO_OFFERS, Offers, offered_blocks
from bot.blocks.outlined import SHORT_ROW, are_short, outlined
from bot.blocks.questions import MOST_BUTTONS, buttons, card_buttons
from bot.ladder import Card, Section

FALLBACK_TEXT = 3_000
"""Slack advises at most 4,000 characters of `text`; a notification shows far fewer."""

SHORT_LIST = 3
"""Lines of a long list that a card shows, so that it fits on a phone."""
LONG_LIST = 4
"""A list that is no longer than this is shown whole: a cut would save nothing."""
MOST_BLOCKS = 50
"""Slack docs, "Blocks": at most 50 in a message."""
LAST_BLOCKS = 2

MOST_LEVEL_BUTTONS = 25
"""Slack docs, "Reference: actions block": at most 25 elements."""
MOST_FAMILIES = 20
"""Families listed in a message; a ladder may have a thousand."""


_WHERE = (
    "Anywhere: type /level and your question. Only you see the answer, until you post it.",
    "In threads Slack offers no slash commands. Mention @levelbot there with your question, and "
    "everyone in the thread sees the answer; or choose “Look up level” from a message's menu, and "
    "only you do.",
    "In a direct message to levelbot: just ask.",
)


class Message(TypedDict):
    """The arguments that `chat.postMessage`, `ack` and `respond` share."""

    text: str
    blocks: list[dict[str, Any]]


def message(answer: Answer, offers: Offers = NO_OFFERS) -> Message:
    """`answer` as a message inside Slack's limits. Pure; never raises for a known answer."""
    offered = offered_blocks(answer, offers)
    built = fitted(blocks(answer), MOST_BLOCKS - len(offered))
    receipt = len(built) - isinstance(built[-1], ContextBlock)
    # Buttons stand together, above the small print that says whose words these are.
    built[receipt:receipt] = [each for each in offered if isinstance(each, ActionsBlock)]
    built += [each for each in offered if not isinstance(each, ActionsBlock)]
    return Message(
        text=escaped(text.brief(answer), FALLBACK_TEXT), blocks=[block.to_dict() for block in built]
    )


def fitted(built: list[Block], most: int) -> list[Block]:
    """At most `most` blocks: the last ones, buttons and receipt, stay; a line says what went."""
    if len(built) <= most:
        return built
    gone = len(built) - most + 1
    note = parts.paragraph(f"… {gone} more parts. Ask for less, or show the whole card.")
    return [*built[: most - LAST_BLOCKS - 1], note, *built[-LAST_BLOCKS:]]


def with_poster(built: Message, user: str) -> Message:
    """`built` with the small print of who had it posted; `user` is Slack's id."""
    signed = parts.small_print(f"Posted by <@{user}>").to_dict()
    return Message(text=built["text"], blocks=[*built["blocks"][: MOST_BLOCKS - 1], signed])


def with_note(built: Message, note: str) -> Message:
    """`built` with a line before it that says why it comes here."""
    first = parts.paragraph(note).to_dict()
    return Message(text=f"{escape(note)} {built['text']}", blocks=[first, *built["blocks"][:49]])


@singledispatch
def blocks(answer: Answer) -> list[Block]:
    """The blocks of an answer."""
    return outlined(text.outline(answer), buttons(answer))


@blocks.register
def _(answer: PastedAnswer) -> list[Block]:
    # The whole card opens for the one who presses; the offers below post it for everybody.
    card = answer.cited.card
    show = parts.button("Show the ladder's card", parts.WHOLE_CARD, card.ref)
    further = [each for each in buttons(answer) if each.value != card.ref]
    return outlined(text.outline(answer), [show, *further])


@blocks.register
def _(answer: CompareAnswer) -> list[Block]:
    return compared(answer)


@blocks.register
def _(answer: CardAnswer) -> list[Block]:
    card = answer.card
    where = f"{bold(card.level.name, 400)}  ·  {escape(answer.family.name)}"
    if answer.track.who:
        where += f"  ·  {escape(answer.track.who)}"
    summary = escaped(card.summary or "", SECTION_TEXT - 500)
    built: list[Block] = [
        parts.header(f"{card.level.code} · {card.title}"),
        *parts.cautions(answer),
        # At the top, since on a phone the card goes on below the first screen.
        SectionBlock(
            text=parts.mrkdwn(f"{where[:450]}\n{summary}".strip()),
            accessory=_whole_card(answer) if card.written else None,
        ),
        *parts.dimensions(answer),
    ]
    if not card.written:
        built.append(parts.paragraph(text.NOT_WRITTEN))
    for section in answer.sections.values():
        if lines := statements(card.sections.get(section.id, ())):
            built.append(_section(section, lines))
    if card.titles:
        built.append(parts.in_a_row(_first(list(card.titles), SHORT_ROW), "Common titles"))
    if pay := text.card_pay(answer):
        built.append(parts.paragraph(pay, "What it pays"))
    built += map(parts.paragraph, text.not_shown_lines(answer.not_shown))
    return [
        *built,
        *_buttons(answer),
        *parts.notes([parts.neighbors(answer), text.receipt_line(answer.receipt)]),
    ]


def _section(section: Section, lines: list[str]) -> Block:
    """A section at a glance: short items in a row, sentences as a short list."""
    if are_short(lines):
        return parts.in_a_row(_first(lines, SHORT_ROW), section.name)
    whole = len(lines) <= LONG_LIST
    shown = lines if whole else lines[:SHORT_LIST]
    more = "" if whole else f"\n_and {len(lines) - SHORT_LIST} more_"
    room = (SECTION_TEXT - 300) // len(shown)
    rows = "\n".join(f"•  {escaped(line, room)}" for line in shown)
    return SectionBlock(text=parts.mrkdwn(f"{bold(section.name, 200)}\n{rows}{more}"))


def _first(items: list[str], most: int) -> list[str]:
    if len(items) <= most + 1:
        return items
    return [*items[:most], f"and {len(items) - most} more"]


def _buttons(answer: CardAnswer) -> list[ActionsBlock]:
    """What comes next, and the same level elsewhere."""
    elements = card_buttons(answer)
    elements += parts.ask_buttons(
        [(text.short_name(card, family), card.ref) for card, family in answer.also]
    )
    return [ActionsBlock(elements=elements)] if elements else []


def _whole_card(answer: CardAnswer) -> ButtonElement:
    card = answer.card
    counts = [
        f"{len(lines)} {section.id.replace('_', ' ')}"
        for section in answer.sections.values()
        if (lines := statements(card.sections.get(section.id, ())))
    ]
    describe = f"Show whole card {card.level.code}: {', '.join(counts)}"
    return parts.button("Show whole card", parts.WHOLE_CARD, card.ref, describe=describe)


@blocks.register
def _(answer: ChoiceAnswer) -> list[Block]:
    lines = [text.level_name(card, family) for card, family in answer.choices]
    choices = parts.ask_buttons(
        [
            (text.short_name(card, family), card.ref)
            for card, family in answer.choices[:MOST_BUTTONS]
        ]
    )
    hidden = len(lines) - MOST_FAMILIES
    more = [f"and {hidden} more; name the family to see one"] if hidden > 0 else []
    title = "Several levels fit. Which of these do you want?"
    return [
        *parts.bullets([*lines[:MOST_FAMILIES], *more], title),
        ActionsBlock(elements=choices),
    ]


@blocks.register
def _(answer: BrowseAnswer) -> list[Block]:
    built: list[Block] = [parts.header(f"Levels of the {answer.ladder}")]
    alone = len(answer.families) == 1
    for family in answer.families[:MOST_FAMILIES]:
        lines = [
            _row(track, [_passing(card, alone) for card in cards])
            for track, cards in text.grouped_by_track(family, answer)
        ]
        built.extend(parts.bullets(lines, family.name))
    hidden = len(answer.families) - MOST_FAMILIES
    if hidden > 0:
        built.append(parts.paragraph(f"… and {hidden} more families. Ask for one by its name."))
    if further := _browse_buttons(answer):
        built.append(ActionsBlock(elements=further))
    return built


def _browse_buttons(answer: BrowseAnswer) -> list[ButtonElement]:
    """One step further: from the families to one family's levels, from a family to its cards."""
    if len(answer.families) > 1:
        shown = answer.families[:MOST_BUTTONS]
        return parts.ask_buttons([(family.name, f"levels of {family.name}") for family in shown])
    cards = [card for family in answer.families for card in family.cards.values()]
    return parts.ask_buttons([(card.level.code, card.ref) for card in cards[:MOST_LEVEL_BUTTONS]])


def _row(track: str, levels: list[str]) -> str:
    return f"{track}: {'  ·  '.join(_first(levels, MOST_LEVEL_BUTTONS))}"


def _passing(card: Card, alone: bool) -> str:
    """A level in a list: with its name and years when one family is listed, else its code."""
    return text.neighbor(card) if alone else card.level.code


@blocks.register
def _(answer: HelpAnswer) -> list[Block]:
    asked = [f"{example}  —  {what}" for example, what in answer.examples]
    return [
        parts.paragraph(
            f"{text.greeting(answer)}I answer questions about the {answer.ladder}, and I only ever "
            "quote its cards."
        ),
        *parts.bullets(asked, "What you can ask, for example"),
        *parts.bullets(_WHERE, "Where you can ask"),
        *parts.bullets(_settings(answer), "What /level does besides"),
        ActionsBlock(elements=parts.ask_buttons([(q, q) for q in answer.suggestions])),
    ]


def _settings(answer: HelpAnswer) -> list[str]:
    """What else can be typed; a default family only where there is a choice."""
    forget = "/level forget me  —  deletes what is kept of you"
    if len(answer.families) <= 1:
        return [forget]
    family = answer.families[-1]
    return [
        f"/level default {family}  —  your own job family, where a question names none; "
        f"/level default here {family}  —  that of this channel",
        forget,
    ]


@blocks.register
def _(answer: UnknownAnswer) -> list[Block]:
    choices = [(text.short_name(card, family), card.ref) for card, family in answer.near]
    choices += [(question, question) for question in answer.suggestions[len(choices) :]]
    built: list[Block] = [parts.paragraph(text.unknown_line(answer))]
    return [*built, ActionsBlock(elements=parts.ask_buttons(choices))]
