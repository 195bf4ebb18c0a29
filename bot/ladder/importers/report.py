"""What an import tells people when it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.ladder.model import Card, Group


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, for people."""

    unplaced: tuple[str, ...]
    """`FILE:LINE: not placed: TEXT (why)`, in the order of the sources."""
    notes: tuple[str, ...]
    """`FILE:LINE: note: …`: texts that were placed, but that a person should look at."""
    families: int
    levels: int
    statements: int
    out: Path
    written: int
    """Files that were not there before, schemas aside; 0 when all was there already."""
    drafts: int
    """Cards that their owner has not approved."""


def statements_of(cards: Iterable[Card]) -> int:
    """How many statements the cards have, those within groups included."""
    entries = [entry for card in cards for section in card.sections.values() for entry in section]
    return sum(len(entry.items) if isinstance(entry, Group) else 1 for entry in entries)


def drafts_of(cards: Iterable[Card]) -> int:
    """How many of the cards their owner has not approved."""
    return sum(card.status == "draft" for card in cards)
