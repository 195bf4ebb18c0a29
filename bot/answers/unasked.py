"""Whether a question is worth an answer where nobody has called the bot.

In a thread people talk to each other. A wrong word there costs more than silence, so only what is
both put as a question and understood with confidence is answered.
"""

from bot.answers.answer import Answer, ChoiceAnswer, SkillAnswer
from bot.questions import Intent
from bot.questions.words import plain, words

SURE = 0.8
"""Confidence from which an answer is given unasked."""
FEW_WORDS = 3
"""As many words stand for a question by themselves: "and P3?", "P4 then"."""

_SUBJECTS = frozenset(
    {
        Intent.CARD,
        Intent.COMPARE,
        Intent.ATTRIBUTE,
        Intent.SKILL,
        Intent.GROWTH,
        Intent.EXPERIENCE,
        Intent.GUIDE,
    }
)
_OPENERS = frozenset(
    words(
        "what whats how hows who whos which where when why does do did is are was can could should "
        "would will may compare show tell give explain define describe list and or vs versus same"
    )
)


def is_asking(text: str) -> bool:
    """Whether a message is put as a question or a request. Pure, and quick to say no."""
    said = words(plain(text))
    if not said:
        return False
    return text.rstrip().endswith("?") or said[0] in _OPENERS or len(said) <= FEW_WORDS


def worth_saying(answer: Answer) -> bool:
    """Whether `answer` is sure enough to be given to someone who talks to others."""
    if answer.intent not in _SUBJECTS or answer.confidence < SURE:
        return False
    if isinstance(answer, SkillAnswer) and answer.skill is None:
        return False
    return not isinstance(answer, ChoiceAnswer) and is_asking(answer.question)
