"""Modals: the whole card, any other answer, and the question that a person is asked for."""

from slack_sdk.models.blocks import (
    Block,
    ContextBlock,
    DividerBlock,
    PlainTextObject,
    SectionBlock,
)
from slack_sdk.models.views import View

from bot import text
from bot.answers import (
    Answer,
    BrowseAnswer,
    CardAnswer,
    ChoiceAnswer,
    CompareAnswer,
    HelpAnswer,
    UnknownAnswer,
)
from bot.answers.quote import soc_line, statements
from bot.blocks import parts
from bot.blocks.compare import compared
from bot.blocks.message import blocks as message_blocks
from bot.blocks.message import fitted
from bot.blocks.mrkdwn import bold, cut, escaped
from bot.blocks.offers import Offers, offered_blocks
from bot.blocks.outlined import MODAL, outlined
from bot.blocks.posting import Target
from bot.blocks.questions import buttons

MODAL_TITLE = 24
"""Slack docs, "Modal view object"."""
MOST_BLOCKS = 100
"""Slack docs, "Modal view object"."""


def card_modal(answer: CardAnswer, target: Target | None = None) -> View:
    """Everything that the card says; it can be posted to `target`."""
    card = answer.card
    post = _posting(answer, target)
    built = _card_blocks(answer, MOST_BLOCKS - len(post))
    # Below the summary: on a phone the card's end is screens away.
    first = next(place for place, each in enumerate(built) if isinstance(each, SectionBlock))
    return View(
        type="modal",
        title=PlainTextObject(text=cut(f"{card.level.code} · {answer.family.name}", MODAL_TITLE)),
        close=PlainTextObject(text="Close"),
        private_metadata=target.packed() if target else None,
        blocks=[*built[: first + 1], *post, *built[first + 1 :]],
    )


def _card_blocks(answer: CardAnswer, most: int) -> list[Block]:
    """The whole card. What does not fit into `most` blocks is counted and named."""
    card = answer.card
    built: list[Block] = [parts.header(card.title)]
    name = bold(f"{card.level.code} — {card.level.name}", 500)
    summary = escaped(card.summary or ("" if card.written else text.NOT_WRITTEN), 2_400)
    built += parts.cautions(answer)
    built.append(SectionBlock(text=parts.mrkdwn(f"{name}\n{summary}".rstrip())))
    built += parts.dimensions(answer)
    for section in answer.sections.values():
        if lines := statements(card.sections.get(section.id, ())):
            built += [DividerBlock(), *parts.bullets(lines, section.name)]
    if card.titles:
        built += [DividerBlock(), *parts.bullets(card.titles, "Common titles")]
    kept = text.not_shown_lines(answer.not_shown)
    if pay := text.card_pay(answer):
        built += [DividerBlock(), parts.paragraph(pay, "What it pays")]
    built += [DividerBlock(), *map(parts.paragraph, kept)] if kept else []
    room = most - 2
    if len(built) > room:
        rest = f"This card is longer than Slack can show: {len(built) - room} parts are left out."
        built = [*built[:room], parts.paragraph(rest)]
    return [*built, *_receipt(answer)]


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
        return _card_blocks(answer, most)
    return fitted(_at_length(answer), most)


def _at_length(answer: Answer) -> list[Block]:
    """As in a message, but with lists as a modal has room for, and without tables."""
    if isinstance(answer, CompareAnswer):
        return compared(answer, MODAL)
    if isinstance(answer, ChoiceAnswer | BrowseAnswer | HelpAnswer | UnknownAnswer):
        return message_blocks(answer)
    return outlined(text.outline(answer), buttons(answer), MODAL)


def _receipt(answer: CardAnswer) -> list[ContextBlock]:
    soc = f"O*NET / SOC {soc_line(answer.soc)}" if answer.soc else None
    return parts.notes([parts.neighbors(answer), soc, text.receipt_line(answer.receipt)])
