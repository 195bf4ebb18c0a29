"""From an `Answer` to Block Kit, inside Slack's limits."""

from bot.blocks.message import Message, message, with_note
from bot.blocks.modal import answer_modal, asked_in, card_modal, question_modal

__all__ = [
    "Message",
    "answer_modal",
    "asked_in",
    "card_modal",
    "message",
    "question_modal",
    "with_note",
]
