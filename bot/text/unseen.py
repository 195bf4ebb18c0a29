"""What is said where something is kept for others: that it is not shown, and whom to ask."""

from collections.abc import Iterable

from bot.answers import Answer, CardAnswer, NotShown, Part
from bot.answers.quote import PAY, SOC, SUMMARY, TITLES
from bot.text.names import listed, pay_line

_NAMES = {SUMMARY: "summary", TITLES: "common titles", PAY: "pay", SOC: "O*NET / SOC code"}
_SEVERAL = frozenset({TITLES})


def not_shown_lines(parts: Iterable[NotShown]) -> list[str]:
    """ "Pay is not shown here. Ask People Ops." for each of them."""
    return [_line(each.parts, each.ask) for each in parts]


def _line(parts: tuple[Part, ...], ask: str) -> str:
    names = listed((_NAMES.get(part.id, f"“{part.name}”") for part in parts), " and ")
    several = len(parts) > 1 or parts[0].id in _SEVERAL
    whom = ask.strip().rstrip(".")
    return f"{names[0].upper()}{names[1:]} {'are' if several else 'is'} not shown here. Ask {whom}."


def told_elsewhere(answer: Answer) -> str | None:
    """The line that is the answer itself: none of the parts that were asked for is shown.

    None where no part was asked for, or one of them is shown.
    """
    kept = {part.id for each in answer.not_shown for part in each.parts}
    if not answer.attribute or not kept.issuperset((answer.attribute, *answer.beside)):
        return None
    return " ".join(not_shown_lines(answer.not_shown))


def beside(answer: Answer) -> list[str]:
    """What is not shown, where that is not the answer itself."""
    return [] if told_elsewhere(answer) else not_shown_lines(answer.not_shown)


def card_pay(answer: CardAnswer) -> str | None:
    """What a card says of pay; None where it is kept for others, and on a card not written yet."""
    kept = any(part.id == PAY for each in answer.not_shown for part in each.parts)
    if kept or not (answer.card.written or answer.card.pay):
        return None
    return pay_line(answer.card.pay)
