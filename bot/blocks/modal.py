"""Modals: the whole card, any other answer, and the question that a person is asked for."""

from slack_sdk.models.blocks import Block, PlainTextObject, SectionBlock
from slack_sdk.models.views import View

from bot.answers import Answer, CardAnswer
from bot.blocks.card import whole
from bot.blocks.layouts import laid_out
from bot.blocks.message import fitted
from bot.blocks.mrkdwn import cut
from bot.blocks.offers import Offers, offered_blocks
from bot.blocks.outlined import MODAL
from bot.blocks.posting import Target

MODAL_TITLE = 24
"""Slack docs, "Modal view object"."""
MOST_BLOCKS = 100
"""Slack docs, "Modal view object"."""


def card_modal(answer: CardAnswer, target: Target | None = None) -> View:
    """Everything that the card says; it can be posted to `target`."""
    card = answer.card
    post = _posting(answer, target)
    built = whole(answer, MOST_BLOCKS - len(post))
    # Below the summary: on a phone the card's end is screens away.
    first = next(place for place, each in enumerate(built) if isinstance(each, SectionBlock))
    return View(
        type="modal",
        title=PlainTextObject(text=cut(f"{card.level.code} · {answer.family.name}", MODAL_TITLE)),
        close=PlainTextObject(text="Close"),
        private_metadata=target.packed() if target else None,
        blocks=[*built[: first + 1], *post, *built[first + 1 :]],
    )


def answer_modal(answer: Answer, target: Target | None = None) -> View:
    """Any answer in a modal; a card whole. It can be posted to `target`."""
    if isinstance(answer, CardAnswer):
        return card_modal(answer, target)
    post = _posting(answer, target)
    return View(
        type="modal",
        title=PlainTextObject(text="levelbot"),
        close=PlainTextObject(text="Close"),
        private_metadata=target.packed() if target else None,
        blocks=[*answer_blocks(answer, MOST_BLOCKS - len(post)), *post],
    )


def _posting(answer: Answer, target: Target | None) -> list[Block]:
    """The button that posts the answer, where it was looked up for a message."""
    return offered_blocks(answer, Offers(post="Post in thread")) if target else []


def answer_blocks(answer: Answer, most: int) -> list[Block]:
    """At most `most` blocks of any answer, as long as a modal has room for."""
    if isinstance(answer, CardAnswer):
        return whole(answer, most)
    laid = laid_out(answer, MODAL)
    foot = [*laid.actions, *laid.receipts]
    return [*fitted(laid, most - len(foot)), *foot]
