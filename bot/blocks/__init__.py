"""From an `Answer` to Block Kit, inside Slack's limits."""

from bot.blocks.message import Message, message
from bot.blocks.modal import answer_modal, card_modal
from bot.blocks.offers import Offers

__all__ = [
    "Message",
    "Offers",
    "answer_modal",
    "card_modal",
    "message",
]
