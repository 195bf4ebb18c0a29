"""Years of experience, told in any way."""

import pytest

from bot.answers import Ask
from bot.questions.language.years import years_in
from tests.understanding.said import DS, SW, Understood, asked, at

YEARS = [
    ("finished my sixth year as a data scientist", 6),
    ("going into my second year", 1.5),
    ("a dozen years", 12),
    ("half a dozen yrs", 6),
    ("2½ years", 2.5),
    ("two and a half years", 2.5),
    ("3ish years", 3),
    ("1 year and 3 months", 1.2),
    ("2y 6m", 2.5),
    ("3 years of backend, then 2 years of frontend", 5),
    ("without any experience", 0),
    ("zero years of experience", 0),
    ("no years of experience", 0),
    ("ten-plus years", 10),
    ("18 months", 1.5),
]
PLACED = [
    ("fresh from university, zero years of experience, I'd be what level", at("P1")),
    ("finished my sixth year as a data scientist, where does that put me", at("P4", DS)),
    ("we're hiring a DS who brings 3.5 years from a bank, what level is usual", at("P3", DS)),
    (
        "I finish PhD and have not worked yet, 0 years. Which level am I for machine learning?",
        at("P1"),
    ),
    ("she's been writing frontend code since 8 years, which level do we offer", at("P4 P5", SW)),
    ("2 yrs exp. p1 or p2?", at("P1 P2")),
    ("6 years as an swe, P3 or P4?", at("P4", SW)),
]
NOT_PLACED = [
    "our software contract runs 2 years, what grade of SLA do we get",
    "10 years software license, what level of support do we get",
    "he has 10 years in software prison lol",
    "how many years to level up in data science",
]


@pytest.mark.parametrize(("text", "years"), YEARS)
def test_years_are_read(text: str, years: float) -> None:
    found = years_in(text)
    assert found is not None
    assert (found.low, found.high) == (years, years)


@pytest.mark.parametrize(("text", "levels"), PLACED)
def test_somebody_is_placed_by_years(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text) == Understood("experience", levels)


@pytest.mark.parametrize("text", NOT_PLACED)
def test_years_of_something_else_place_nobody(ask: Ask, text: str) -> None:
    assert asked(ask, text) == Understood("unknown", ())


def test_a_need_is_asked_of_either_level(ask: Ask) -> None:
    assert asked(ask, "does a P2 or a P3 need 3 years of python").intent == "skill"
