"""What a message speaks of, whatever it says about it: its levels, and what no ladder has. Pure."""

from bot.questions.index import Index
from bot.questions.question import Context
from bot.questions.reading import read
from bot.questions.tagging.tags import Kind

LIKELY = 0.65
"""A person chooses among them, so likely is enough."""


def named_levels(text: str, index: Index, context: Context) -> tuple[str, ...]:
    """`family-id/CODE` of each level named, in order, each once."""
    mentions = (each for some in read(text, index, context).mentions.values() for each in some)
    likely = [each for each in mentions if each.confidence >= LIKELY]
    return tuple(dict.fromkeys(ref for each in likely for ref in each.refs))


def strange_words(text: str, index: Index) -> frozenset[str]:
    """Its words that are neither everyday words nor of the ladder's titles, parts and levels."""
    tags = read(text, index, Context()).tags
    return frozenset(word for tag in tags if tag.kind is Kind.OTHER for word in tag.said)
