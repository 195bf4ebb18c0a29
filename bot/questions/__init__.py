"""From words to a `Question`: what is asked, about which levels, and how sure that is."""

from bot.questions.index import Index
from bot.questions.question import Context, Intent, Mention, Question, Skill, SkillLine
from bot.questions.understand import understand

__all__ = [
    "Context",
    "Index",
    "Intent",
    "Mention",
    "Question",
    "Skill",
    "SkillLine",
    "understand",
]
