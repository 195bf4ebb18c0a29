"""A line of years under a level's heading is its experience and its text, never its title."""

from pathlib import Path

import pytest

from bot.ladder import Card, Years, load_ladder
from bot.ladder.importers.run import import_files

MARKDOWN = "## IC2 – Engineer\n\n{}\n\n### Craft\n\n- Codes\n"
TEXT = "IC2 — Engineer\n{}\nWhat you'd do\n- Codes\n"
FORMS = {"x.md": MARKDOWN, "x.txt": TEXT}
PLAIN = {
    "2–4 years of experience": (2, 4),
    "5+ years": (5, None),
    "3-5 yrs": (3, 5),
    "At least 8 years of relevant experience": (8, None),
}


def card_of(tmp_path: Path, name: str, line: str) -> Card:
    path = tmp_path / name
    path.write_text(FORMS[name].format(line), encoding="utf-8")
    import_files([path], tmp_path / "out", family="engineer")
    return load_ladder(tmp_path / "out").families["engineer"].cards["IC2"]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(("line", "years"), PLAIN.items(), ids=PLAIN)
def test_plain_years(
    tmp_path: Path, name: str, line: str, years: tuple[float, float | None]
) -> None:
    card = card_of(tmp_path, name, line)
    assert card.title == "Engineer"
    assert card.summary == line
    assert card.meaning.years == Years(*years, line)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    "line",
    ["Typically 2–4 years' experience", "About 5 years in the trade", "10 years, give or take"],
)
def test_years_that_are_not_plain_stay_text(tmp_path: Path, name: str, line: str) -> None:
    card = card_of(tmp_path, name, line)
    assert card.title == "Engineer"
    assert card.summary == line
    assert card.meaning.years is None


@pytest.mark.parametrize("name", FORMS)
def test_a_title_under_the_heading_is_the_title(tmp_path: Path, name: str) -> None:
    card = card_of(tmp_path, name, "Software Engineer II")
    assert card.title == "Software Engineer II"
    assert card.summary is None
