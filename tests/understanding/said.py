"""What the tests of the understanding compare: an answer cut down to what was understood."""

from typing import NamedTuple

from bot.answers import Answer, Ask
from bot.questions import Context

AI, SW, DS = "ai-ml-engineer", "software-engineer", "data-scientist"
ANYONE = Context()


class Understood(NamedTuple):
    """What must not depend on how a question is put."""

    intent: str
    levels: tuple[str, ...]
    attribute: str | None = None
    skill: str | None = None
    listed: bool | None = None


def understood(answer: Answer) -> Understood:
    """What the bot took a question for."""
    return Understood(
        str(answer.intent), answer.levels, answer.attribute, answer.skill, answer.listed
    )


def asked(ask: Ask, text: str, context: Context = ANYONE) -> Understood:
    """What the bot takes `text` for."""
    return understood(ask(text, context))


def at(codes: str, family: str = AI) -> tuple[str, ...]:
    """("ai-ml-engineer/P2", "ai-ml-engineer/P3") for "P2 P3"."""
    return tuple(f"{family}/{code}" for code in codes.split())
