"""What stands under a card or an answer of the guide: whose words these are, and how firm."""

from bot import text
from bot.answers.quote import PAY
from bot.answers.unseen import not_shown
from bot.ladder import Card, Ladder
from bot.ladder.model import GuideEntry

GUIDE = "Questions about the ladder"


def receipt(card: Card, ladder: Ladder) -> str:
    """ "Status: draft · Version 3f2a1bc of 2026-11-22 · Owner: People team · Source: …"."""
    parts = [
        f"Status: {card.status}",
        f"Version {ladder.version_of(card)}",
        f"Owner: {ladder.owner_of(card) or 'not named'}",
        f"Source: {card.source}" if card.source else "",
    ]
    return " · ".join(filter(None, parts))


def unseen(ladder: Ladder) -> list[str]:
    """ "Pay is not shown here. Ask People Ops." for what was taken out of the ladder's cards."""
    return text.not_shown_lines(not_shown(ladder))


def pay(card: Card, ladder: Ladder) -> str | None:
    """What a card says of pay; None where it is not written, or its pay was taken out."""
    taken_out = any(PAY in rule.fields for rule in ladder.withheld)
    return None if taken_out or not card.written else text.pay_line(card.pay)


def ladder_receipt(ladder: Ladder) -> str:
    """ "Version 3f2a1bc of 2026-11-22 · Owner: People team · Default family: Data Scientist"."""
    default = ladder.families.get(ladder.default_family or "")
    parts = [
        f"Version {ladder.version}",
        f"Owner: {ladder.owner or 'not named'}",
        f"Default family: {default.name}" if default else "",
    ]
    return " · ".join(filter(None, parts))


def guide_receipt(entry: GuideEntry) -> str:
    """ "Status: draft · Owner: People team"."""
    return f"Status: {entry.status} · Owner: {entry.owner or 'not named'}"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which empty lines part."""
    return [paragraph for part in text.split("\n\n") if (paragraph := part.strip())]
