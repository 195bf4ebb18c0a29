"""Pages of one level each: the family they share, their titles, front matter over sections."""

from pathlib import Path

import pytest

from bot.ladder import Ladder, load_ladder
from bot.ladder.export import card_data
from bot.ladder.importers.run import import_files


def imported(tmp_path: Path, pages: dict[str, str], family: str | None = None) -> Ladder:
    for name, text in pages.items():
        (tmp_path / name).write_text(text, "utf-8")
    import_files([tmp_path / name for name in pages], tmp_path / "out", family=family)
    return load_ladder(tmp_path / "out")


RUNGS = {
    "senior-2-ic.md": "# Senior 2 (IC)\n\n## Delivery\n- Delivers big projects\n",
    "senior-1-ic.md": "# Senior 1 (IC)\n\n## Delivery\n- Delivers projects\n",
    "mid-1-mgr.md": "# Manager 1\n\n## Delivery\n- Runs a team\n",
}
BAKERS = {
    "one.md": "# IC1 Baker\n\n## Craft\n- Bakes\n",
    "five.md": "# IC5 Staff Baker\n\n## Craft\n- Bakes more\n",
}


@pytest.mark.parametrize(
    ("pages", "chosen", "family", "titles"),
    [
        (RUNGS, None, "ladder", {"Senior 2 (IC)", "Senior 1 (IC)", "Manager 1"}),
        (RUNGS, "engineering", "engineering", {"Senior 2 (IC)", "Senior 1 (IC)", "Manager 1"}),
        (BAKERS, None, "baker", {"Baker", "Staff Baker"}),
    ],
    ids=["rungs", "rungs with --family", "a job with no known noun"],
)
def test_pages_of_one_run_are_one_family(
    tmp_path: Path, pages: dict[str, str], chosen: str | None, family: str, titles: set[str]
) -> None:
    ladder = imported(tmp_path, pages, chosen)
    assert list(ladder.families) == [family]
    assert {card.title for card in ladder.cards()} == titles


def test_a_section_after_front_matter_stays_a_section(tmp_path: Path) -> None:
    text = "---\nlevel: 5\ntitle: Staff Software Engineer\n---\n\n## Craft\n- Designs\n"
    [card] = imported(tmp_path, {"l5.md": text}).cards()
    assert card.title == "Staff Software Engineer"
    assert card_data(card, ["craft"])["craft"] == ["Designs"]


def test_groups_in_front_matter_stay_groups(tmp_path: Path) -> None:
    text = (
        "---\nlevel: 3\ntitle: Engineer\nexpectations:\n  Craft: [Designs, Tests]\n"
        "  People:\n    - Mentors\nskills:\n  - Go\n  - SQL: deep\n---\n\nYou build.\n"
    )
    [card] = imported(tmp_path, {"l3.md": text}).cards()
    data = card_data(card, ["expectations", "skills"])
    assert data["expectations"] == [
        {"group": "Craft", "items": ["Designs", "Tests"]},
        {"group": "People", "items": ["Mentors"]},
    ]
    assert data["skills"] == ["Go", {"group": "SQL", "items": ["deep"]}]
