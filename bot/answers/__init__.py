"""From a `Question` and a `Ladder` to an `Answer`."""

from bot.answers.answer import (
    Answer,
    BrowseAnswer,
    CardAnswer,
    ChoiceAnswer,
    HelpAnswer,
    Receipt,
    UnknownAnswer,
)
from bot.answers.ask import Answerer, Ask, answer, ask_about, card_answer

__all__ = [
    "Answer",
    "Answerer",
    "Ask",
    "BrowseAnswer",
    "CardAnswer",
    "ChoiceAnswer",
    "HelpAnswer",
    "Receipt",
    "UnknownAnswer",
    "answer",
    "ask_about",
    "card_answer",
]
