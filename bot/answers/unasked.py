"""Whether a question is worth an answer where nobody has called the bot.

In a thread people talk to each other. A wrong word there costs more than silence, so only what is
both put as a question and understood with confidence is answered.
"""

from bot.answers.answer import Answer, ChoiceAnswer, SkillAnswer, UnknownAnswer
from bot.answers.ask import Answerer
from bot.questions import Context, Intent
from bot.questions.language.words import plain, words
from bot.questions.named import strange_words

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


def unasked(text: str, answerer: Answerer, context: Context) -> Answer | None:
    """The answer to what someone says to others after an answer; None for nearly everything.

    A word that the ladder does not know makes it another topic: "how many vacation days?", "when
    was Kevin made lead?". So does a level that it does not have.
    """
    if not context.levels or not is_asking(text):
        return None
    answer = answerer(text, context)
    if answer.intent not in _SUBJECTS or answer.confidence < SURE:
        return None
    if isinstance(answer, ChoiceAnswer) or (isinstance(answer, SkillAnswer) and not answer.skill):
        return None
    skill = words(answer.asked) if isinstance(answer, SkillAnswer) else ()
    strange = strange_words(text, answerer.index).difference(skill)
    alone = answerer(text, Context(family=context.family))
    elsewhere = isinstance(alone, UnknownAnswer) and (alone.no_such or alone.about_person)
    return None if strange or elsewhere else answer
