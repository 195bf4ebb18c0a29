"""What an answer does not show because the viewer may not see it, and whom to ask for it."""

from collections.abc import Iterable, Iterator

from bot.answers.answer import NotShown, Part
from bot.answers.quote import TITLES, part
from bot.ladder import Ladder

PERSONAL = frozenset({TITLES, "pay", "soc"})
"""Parts that a person does not grow in."""


def not_shown(ladder: Ladder, only: Iterable[str] | None = None) -> tuple[NotShown, ...]:
    """The parts that were taken out of `ladder` for its viewer; of those in `only`, when given."""
    if not ladder.withheld:  # as most viewers see it
        return ()
    wanted = None if only is None else frozenset(only)
    return tuple(_not_shown(ladder, wanted))


def _not_shown(ladder: Ladder, wanted: frozenset[str] | None) -> Iterator[NotShown]:
    for rule in ladder.withheld:
        parts: list[Part] = [
            part(field, ladder)
            for field in rule.fields
            # Where a card's text comes from is told in exports only.
            if field != "source" and (wanted is None or field in wanted)
        ]
        if parts:
            yield NotShown(tuple(parts), rule.ask)
