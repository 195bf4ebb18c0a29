"""The second ladder, and the shipped one with a guide of which a part is approved."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers import Ask, ask_about
from bot.ladder import GuideEntry, Ladder, load_ladder

OTHER_LADDER = Path(__file__).resolve().parents[2] / "benchmarks" / "other-ladder"


@pytest.fixture(scope="session")
def studio() -> Ladder:
    """A ladder that shares no code, dimension or section with the shipped one."""
    return load_ladder(OTHER_LADDER)


@pytest.fixture(scope="session")
def other_folder() -> str:
    """Where that ladder's files are."""
    return str(OTHER_LADDER)


@pytest.fixture(scope="session")
def ask_studio(studio: Ladder) -> Ask:
    """Asks that ladder."""
    return ask_about(studio)


GUIDE = (
    GuideEntry(
        question="Is this ladder a promotion checklist?",
        also_asked=("Do I get promoted when I meet every line?",),
        answer="No. It describes work that is typical of a level.",
        owner="Ladder council",
        status="approved",
    ),
    GuideEntry(
        question="Who approves changes to the ladder?",
        also_asked=("Who signs off on a new version?",),
        answer="The ladder council, twice a year.",
        owner="Ladder council",
        status="approved",
    ),
    GuideEntry(
        question="How often are promotions considered?",
        also_asked=("When is the next promotion cycle?",),
        answer="Every spring, unless the council says otherwise.",
        owner="People team",
        status="draft",
    ),
)


@pytest.fixture(scope="session")
def ask_guided(ladder: Ladder) -> Ask:
    """Asks the shipped ladder with two approved entries in its guide, and a draft."""
    return ask_about(replace(ladder, guide=GUIDE))


@pytest.fixture(scope="session")
def ask_approved(ladder: Ladder) -> Ask:
    """Asks the shipped ladder as if its owner had approved its whole guide."""
    guide = tuple(replace(entry, status="approved") for entry in ladder.guide)
    return ask_about(replace(ladder, guide=guide))
