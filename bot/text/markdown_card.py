"""A card as a Markdown page, for `levelbot show --format markdown`."""

import re

from bot.answers import CardAnswer
from bot.answers.quote import soc_line, statements
from bot.text.names import (
    NOT_WRITTEN,
    bullets,
    draft_line,
    level_name,
    neighbor,
    receipt_line,
)
from bot.text.unseen import card_pay, not_shown_lines


def markdown(answer: CardAnswer) -> str:
    """A card as a Markdown page."""
    card = answer.card
    lines = [f"# {level_name(card, answer.family)}", "", f"**{_md(card.title)}**"]
    lines += ["", f"*{_md(draft)}*"] if (draft := draft_line(answer.receipt)) else []
    lines += ["", _md(card.summary)] if card.summary else []
    told = [
        f"- **{_md(dimension.name)}**: {_md(card.meaning.dimensions[dimension.id])}"
        for dimension in answer.dimensions.values()
        if dimension.id in card.meaning.dimensions
    ]
    if card.meaning.summary or told:
        lines += ["", "## What this level means", ""]
        lines += [_md(card.meaning.summary), ""] if card.meaning.summary else []
        lines += told
    lines += [] if card.written else ["", NOT_WRITTEN]
    for section in answer.sections.values():
        if section.id in card.sections:
            said = statements(card.sections[section.id])
            lines += ["", f"## {_md(section.name)}", "", *bullets(map(_md, said))]
    if card.titles:
        lines += ["", "## Common titles", "", *bullets(map(_md, card.titles))]
    if pay := card_pay(answer):
        lines += ["", "## What it pays", "", _md(pay)]
    lines += [line for kept in not_shown_lines(answer.not_shown) for line in ("", _md(kept))]
    lines += ["", "---", ""]
    lines += [f"O\\*NET / SOC: {_md(soc_line(answer.soc))}  "] if answer.soc else []
    lines += [f"Level below: {_md(neighbor(answer.below))}  "] if answer.below else []
    lines += [f"Level above: {_md(neighbor(answer.above))}  "] if answer.above else []
    return "\n".join([*lines, _md(receipt_line(answer.receipt))])


def _md(plain: str) -> str:
    """`plain` with the signs that Markdown would read as markup escaped."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", plain)
