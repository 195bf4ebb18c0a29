"""How each kind of answer is laid out as blocks."""

from functools import singledispatch

from slack_sdk.models.blocks import Block, ButtonElement

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
from bot.blocks import parts
from bot.blocks.card import at_a_glance
from bot.blocks.compare import compared
from bot.blocks.laid import Laid
from bot.blocks.outlined import GLANCE, Room, outlined
from bot.blocks.parts import first
from bot.blocks.questions import MOST_BUTTONS, buttons
from bot.ladder import Card

MOST_LEVEL_BUTTONS = 24
"""Slack docs, "Reference: actions block": at most 25 elements, and one shows the rest."""
MOST_FAMILIES = 20
"""Families listed in a message; a ladder may have a thousand."""

_WHERE = (
    "Anywhere: /level and your question; only you see the answer.",
    "In threads Slack offers no slash commands. Mention @levelbot, or choose “Look up level” in a "
    "message's menu.",
    "In a direct message: just ask.",
)


@singledispatch
def laid_out(answer: Answer, room: Room = GLANCE) -> Laid:
    """The answer's blocks, as much of its lists as `room` has. Pure; a card is at a glance."""
    return outlined(text.outline(answer), buttons(answer), room)


@laid_out.register
def _(answer: PastedAnswer, room: Room = GLANCE) -> Laid:
    # The whole card opens for the one who presses; the offers below post it for everybody.
    card = answer.cited.card
    show = parts.button("Show the ladder's card", parts.WHOLE_CARD, card.ref)
    further = [each for each in buttons(answer) if each.value != card.ref]
    return outlined(text.outline(answer), [show, *further], room)


@laid_out.register
def _(answer: CompareAnswer, room: Room = GLANCE) -> Laid:
    return compared(answer, room)


@laid_out.register
def _(answer: CardAnswer, _room: Room = GLANCE) -> Laid:
    return at_a_glance(answer)


@laid_out.register
def _(answer: ChoiceAnswer, _room: Room = GLANCE) -> Laid:
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
    return Laid(head=parts.bullets([*lines[:MOST_FAMILIES], *more], title), buttons=choices)


@laid_out.register
def _(answer: BrowseAnswer, _room: Room = GLANCE) -> Laid:
    built: list[Block] = []
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
    head = parts.header(f"Levels of the {answer.ladder}")
    return Laid(head=[head], body=built, buttons=_browse_buttons(answer))


def _browse_buttons(answer: BrowseAnswer) -> list[ButtonElement]:
    """One step further: from the families to one family's levels, from a family to its cards."""
    if len(answer.families) > 1:
        shown = answer.families[:MOST_BUTTONS]
        return parts.ask_buttons([(family.name, f"levels of {family.name}") for family in shown])
    cards = [card for family in answer.families for card in family.cards.values()]
    return parts.ask_buttons([(card.level.code, card.ref) for card in cards[:MOST_LEVEL_BUTTONS]])


def _row(track: str, levels: list[str]) -> str:
    return f"{track}: {'  ·  '.join(first(levels, MOST_LEVEL_BUTTONS))}"


def _passing(card: Card, alone: bool) -> str:
    """A level in a list: with its name and years when one family is listed, else its code."""
    return text.neighbor(card) if alone else card.level.code


@laid_out.register
def _(answer: HelpAnswer, room: Room = GLANCE) -> Laid:
    # What each example asks for is said where there is room.
    asked = [
        example if room is GLANCE else f"{example}  —  {what}" for example, what in answer.examples
    ]
    hello = (
        f"{text.greeting(answer)}I answer questions about the {answer.ladder}, and I only ever "
        "quote its cards."
    )
    return Laid(
        head=[parts.paragraph(hello)],
        body=[
            *parts.bullets(asked, "What you can ask, for example"),
            *parts.bullets(_settings(answer), "What /level does besides"),
        ],
        told=parts.bullets(_WHERE, "Where you can ask"),
        buttons=parts.ask_buttons([(q, q) for q in answer.suggestions]),
    )


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


@laid_out.register
def _(answer: UnknownAnswer, _room: Room = GLANCE) -> Laid:
    choices = [(text.short_name(card, family), card.ref) for card, family in answer.near]
    choices += [(question, question) for question in answer.suggestions[len(choices) :]]
    return Laid(
        head=[parts.paragraph(text.unknown_line(answer))], buttons=parts.ask_buttons(choices)
    )
