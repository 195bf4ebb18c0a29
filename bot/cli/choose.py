"""Choosing a family and a card by what a person typed."""

import argparse

from bot.cli.output import InputError
from bot.ladder import Card, Ladder


def add_restricted(command: argparse.ArgumentParser) -> None:
    """The option that shows what the ladder keeps for some: whoever has its files may see it."""
    command.add_argument(
        "--restricted",
        action="store_true",
        help="also what ladder.yaml restricts or hides (default: as everybody sees it)",
    )


def family_id_of(family_id: str | None, ladder: Ladder) -> str | None:
    """`family_id` when the ladder has it, None for None; raises InputError with those it has."""
    if family_id is None or family_id in ladder.families:
        return family_id
    known = ", ".join(list(ladder.families)[:20])
    raise InputError(f"there is no family {family_id!r}; the families are {known}")


def card_of(level: str, family_id: str | None, ladder: Ladder) -> Card:
    """The card for a code, written in any case and with or without a hyphen.

    The code may have its family in front, as answers name a level: `data-scientist/P2`.
    """
    chosen = family_id_of(family_id, ladder)
    named, slash, code = level.rpartition("/")
    if slash and named in ladder.families:
        if chosen not in (None, named):
            raise InputError(f"{level!r} is not of the family {chosen}; leave one of the two out")
        chosen, level = named, code
    chosen = chosen or ladder.default_family
    if chosen is None:
        raise InputError(f"say which family: --family {' | '.join(list(ladder.families)[:20])}")
    family = ladder.families[chosen]
    wanted = "".join(filter(str.isalnum, level)).casefold()
    for code, card in family.cards.items():
        if "".join(filter(str.isalnum, code)).casefold() == wanted:
            return card
    known = ", ".join(family.cards)
    advice = f'to look a title up: levelbot ask "{level}"'
    raise InputError(f"{family.name} has no level {level!r}; it has {known}; {advice}")
