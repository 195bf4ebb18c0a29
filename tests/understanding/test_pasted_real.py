"""The real card, as a web page gives it: badge and heading run together, titles without a break."""

import pytest

from bot.answers import PastedAnswer, ask_about
from bot.answers.quote import quote
from bot.ladder import Ladder
from bot.questions import Context

P2 = "ai-ml-engineer/P2"


def as_copied(ladder: Ladder, bullet: str = "- ", end: str = "\n") -> str:
    """The card as it is copied from a page."""
    card = ladder.card(P2)
    assert card
    lines = [f"P2P2 — {card.level.name}", card.title, card.summary or "", "What this level means"]
    lines.append(card.meaning.summary or "")
    for dimension in ladder.dimensions.values():
        lines += [bullet + dimension.name, bullet + card.meaning.dimensions[dimension.id]]
    for section in ladder.sections.values():
        lines += [section.name, *(bullet + line for line in quote(card, section.id, ladder))]
    lines += ["Common titles", "".join(card.titles), "What it pays", *quote(card, "pay", ladder)]
    lines.append(f"O*NET / SOC: {quote(card, 'soc', ladder)[0]}")
    return end.join(lines)


@pytest.mark.parametrize("bullet", ["- ", "• ", "* ", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_real_card_matches(ladder: Ladder, bullet: str, end: str) -> None:
    answer = ask_about(ladder)(as_copied(ladder, bullet, end), Context())
    assert isinstance(answer, PastedAnswer)
    assert (answer.levels, answer.different) == ((P2,), ())


def test_a_changed_line_is_told(ladder: Ladder) -> None:
    text = as_copied(ladder).replace("May guide interns", "Guides interns")
    answer = ask_about(ladder)(text, Context())
    assert isinstance(answer, PastedAnswer)
    assert [(each.pasted, each.ours) for each in answer.different] == [
        ("Guides interns", "May guide interns")
    ]
