"""The ladder: its model, and how it is read from files."""

from bot.ladder.load import YEARS, load_ladder
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
from bot.ladder.rules import PUBLIC, Circle, Granted, Withheld
from bot.ladder.visible import visible

__all__ = [
    "PUBLIC",
    "YEARS",
    "Card",
    "Circle",
    "Dimension",
    "Entry",
    "Family",
    "Granted",
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
    "Withheld",
    "Years",
    "load_ladder",
    "visible",
]
