"""An answer as a Slack message: blocks, and a `text` for notifications and screen readers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypedDict

from slack_sdk.models.blocks import ActionsBlock, Block

from bot import text
from bot.answers import Answer, CardAnswer
from bot.blocks import card, parts
from bot.blocks.first_screen import one_screen
from bot.blocks.laid import Laid
from bot.blocks.layouts import laid_out
from bot.blocks.mrkdwn import escaped
from bot.blocks.offers import NO_OFFERS, Offers, offered_blocks
from bot.blocks.outlined import WHOLE
from bot.blocks.rest import show_all

FALLBACK_TEXT = 3_000
"""Slack advises at most 4,000 characters of `text`; a notification shows far fewer."""

MOST_BLOCKS = 50
"""Slack docs, "Blocks": at most 50 in a message."""
MOST_BUTTONS = 25
"""Slack docs, "Reference: actions block"."""


class Message(TypedDict):
    """The arguments that `chat.postMessage`, `ack` and `respond` share."""

    text: str
    blocks: list[dict[str, Any]]


def message(answer: Answer, offers: Offers = NO_OFFERS, *, whole: bool = False) -> Message:
    """`answer` as a message inside Slack's limits: what one phone screen shows, or the whole.

    Pure; never raises for a known answer.
    """
    built = _whole(answer, offers) if whole else _first(answer, offers)
    said = escaped(text.brief(answer), FALLBACK_TEXT)
    return Message(
        text=f"{escaped(offers.note, 500)} {said}" if offers.note else said,
        blocks=[block.to_dict() for block in built],
    )


def _first(answer: Answer, offers: Offers) -> list[Block]:
    """As much as one screen shows, with the button for the rest."""
    laid = laid_out(answer)
    screen = one_screen(laid, _note(offers))
    if screen.is_all and _is_whole(answer, laid):
        return _framed(answer, laid, screen.shown, offers)
    button = show_all(answer)
    if button is None:
        return _framed(answer, laid, fitted(laid, _room(answer, laid, offers)), offers)
    laid = replace(laid, buttons=[button, *laid.buttons][:MOST_BUTTONS])
    return _framed(answer, laid, screen.shown, offers)


def _whole(answer: Answer, offers: Offers) -> list[Block]:
    """As much as a message can hold."""
    laid = laid_out(answer, WHOLE)
    if isinstance(answer, CardAnswer):
        # Its own receipt stands at its end.
        laid = replace(laid, receipts=())
        return _framed(answer, laid, card.whole(answer, _room(answer, laid, offers)), offers)
    return _framed(answer, laid, fitted(laid, _room(answer, laid, offers)), offers)


def _is_whole(answer: Answer, laid: Laid) -> bool:
    """Whether what is laid out for a glance leaves nothing of the answer out."""
    if isinstance(answer, CardAnswer):
        return not answer.card.written
    return _dicts(laid.content) == _dicts(laid_out(answer, WHOLE).content)


def _framed(answer: Answer, laid: Laid, content: list[Block], offers: Offers) -> list[Block]:
    """The content between what stands above and below it."""
    offered = offered_blocks(answer, offers)
    # Buttons stand together, above the small print that says whose words these are.
    further = [each for each in offered if isinstance(each, ActionsBlock)]
    judged = [each for each in offered if not isinstance(each, ActionsBlock)]
    foot = [*laid.actions, *further, *laid.receipts, *judged]
    return [*_note(offers), *content, *foot, *_signed(offers)]


def _around(answer: Answer, laid: Laid, offers: Offers) -> list[Block]:
    """What stands above and below the content of a message."""
    return _framed(answer, laid, [], offers)


def _room(answer: Answer, laid: Laid, offers: Offers) -> int:
    """Blocks that Slack takes beside those."""
    return MOST_BLOCKS - len(_around(answer, laid, offers))


def _note(offers: Offers) -> list[Block]:
    return [parts.paragraph(offers.note)] if offers.note else []


def _signed(offers: Offers) -> list[Block]:
    return [parts.small_print(f"Posted by <@{offers.poster}>")] if offers.poster else []


def fitted(laid: Laid, most: int) -> list[Block]:
    """At most `most` blocks of the content: what must be told stays; a line says what went."""
    built, told = [*laid.head, *laid.body], list(laid.told)
    gone = len(built) + len(told) - most + 1
    if gone <= 1:
        return [*built, *told]
    note = parts.paragraph(f"… {gone} more parts. Ask for less at a time.")
    return [*built[: max(most - len(told) - 1, 1)], note, *told]


def _dicts(built: Sequence[Block]) -> list[dict[str, Any]]:
    return [block.to_dict() for block in built]
