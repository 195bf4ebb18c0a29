"""The button *Show all* of an answer that one screen has not shown whole."""

from slack_sdk.models.blocks import ButtonElement

from bot.answers import (
    Answer,
    CardAnswer,
    Cited,
    CompareAnswer,
    GrowthAnswer,
    HelpAnswer,
    PastedAnswer,
)
from bot.blocks import card, parts
from bot.blocks.posting import carried

_APART = "|"


def show_all(answer: Answer) -> ButtonElement | None:
    """The button; None where no button can bring the answer again, which is then shown whole."""
    if isinstance(answer, CardAnswer):
        return card.show_all(answer)
    question = _again(answer)
    if question is None:
        return None
    value = f"{answer.question_id or ''}{_APART}{question}"
    return parts.button("Show all", parts.SHOW_ALL, value)


def unpacked(value: str) -> tuple[str | None, str]:
    """The recorded question's id, if there is one, and the question, of such a button's value."""
    question_id, _, question = value.partition(_APART)
    return question_id or None, question


def _again(answer: Answer) -> str | None:
    """The question that brings this answer again, wherever it is asked."""
    match answer:
        case HelpAnswer():  # also the answer to nothing at all
            return "help"
        case PastedAnswer():
            return None
        case CompareAnswer(attribute=None, sides=[_, _, *_] as sides):
            return " vs ".join(each.card.ref for each in sides)
        case GrowthAnswer(attribute=None, start=Cited() as start, goal=Cited() as goal):
            return f"How do I get from {start.card.ref} to {goal.card.ref}?"
    return carried(answer)
