"""Answers for a message that was not written to the bot, and that somebody looks up."""

from dataclasses import replace

from bot.answers.answer import Answer, ChoiceAnswer, PastedAnswer, UnknownAnswer
from bot.answers.ask import MOST_SUGGESTIONS, Answerer
from bot.answers.unasked import is_asking
from bot.questions import Context, Intent
from bot.questions.named import named_levels

MOST_CHOICES = 5


def look_up(text: str, answerer: Answerer, context: Context) -> Answer:
    """The answer to a message's question, else the levels that it speaks of, to choose from.

    Several titles in a message that asks nothing are no comparison. Where only one is named among
    other things it is offered, and not taken for granted.
    """
    answer = answerer(text, context)
    is_question = is_asking(text) and not isinstance(answer, UnknownAnswer)
    if is_question or isinstance(answer, PastedAnswer) or answer.intent is Intent.CARD:
        return answer
    ladder = answerer.ladder
    cards = [ladder.card(ref) for ref in named_levels(text, answerer.index, context)]
    found = tuple((card, ladder.families[card.family_id]) for card in cards if card)
    if len(found) > 1:
        chosen = found[:MOST_CHOICES]
        return ChoiceAnswer(
            question=text,
            intent=Intent.CARD,
            levels=tuple(card.ref for card, _ in chosen),
            confidence=answer.confidence,
            choices=chosen,
        )
    if found and isinstance(answer, UnknownAnswer) and not answer.near:
        asked = tuple(f"What's {card.level.code} in {family.name}?" for card, family in found)
        return replace(
            answer, near=found, suggestions=(asked + answer.suggestions)[:MOST_SUGGESTIONS]
        )
    return answer
