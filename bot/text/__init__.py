"""An answer in words, before it has Slack's form: plain text, Markdown, and what both are made of.

Importing the package registers the outline of every kind of answer.
"""

from bot.text import compare, growth, levels, pasted, skill
from bot.text.markdown_card import markdown
from bot.text.names import (
    NOT_WRITTEN,
    also_in_line,
    assumed_line,
    draft_line,
    draft_lines,
    grouped_by_track,
    labels,
    level_name,
    neighbor,
    pay_line,
    receipt_line,
    receipt_lines,
    short_name,
)
from bot.text.outline import Line, Outline, Passage, first_line, outline
from bot.text.plain import brief, full, greeting, in_a_sentence, unknown_line
from bot.text.unseen import card_pay, not_shown_lines

__all__ = [
    "NOT_WRITTEN",
    "Line",
    "Outline",
    "Passage",
    "also_in_line",
    "assumed_line",
    "brief",
    "card_pay",
    "compare",
    "draft_line",
    "draft_lines",
    "first_line",
    "full",
    "greeting",
    "grouped_by_track",
    "growth",
    "in_a_sentence",
    "labels",
    "level_name",
    "levels",
    "markdown",
    "neighbor",
    "not_shown_lines",
    "outline",
    "pasted",
    "pay_line",
    "receipt_line",
    "receipt_lines",
    "short_name",
    "skill",
    "unknown_line",
]
