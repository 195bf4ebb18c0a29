"""The ladder: its model, and how it is read from files."""

from bot.ladder.load import load_ladder
from bot.ladder.model import (
    Card,
    Dimension,
    Entry,
    Family,
    Group,
    GuideEntry,
    Ladder,
    LadderError,
    Level,
    Meaning,
    Pay,
    Problem,
    Section,
    Soc,
    Statement,
    Track,
    Years,
)

__all__ = [
    "Card",
    "Dimension",
    "Entry",
    "Family",
    "Group",
    "GuideEntry",
    "Ladder",
    "LadderError",
    "Level",
    "Meaning",
    "Pay",
    "Problem",
    "Section",
    "Soc",
    "Statement",
    "Track",
    "Years",
    "load_ladder",
]
