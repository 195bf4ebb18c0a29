"""From an `Answer` to Block Kit, inside Slack's limits."""

from bot.blocks.message import Message, message, with_note
from bot.blocks.modal import answer_modal, card_modal

__all__ = [
    "Message",
    "answer_modal",
    "card_modal",
    "message",
    "with_note",
]
