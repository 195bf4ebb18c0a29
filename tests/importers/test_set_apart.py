"""Levels set in bold or with a space in their codes, texts struck through, a chat's other talk."""

from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.ladder import load_ladder
from bot.ladder.export import card_data
from bot.ladder.importers.run import Report, import_files


def imported(tmp_path: Path, name: str, text: str) -> tuple[dict[str, Any], Report]:
    """Each card's section "craft" by its level's name, and the report."""
    source = tmp_path / name
    source.write_text(text, "utf-8")
    report = import_files([source], tmp_path / "out")
    assert import_files([source], tmp_path / "out").written == 0
    assert main(["validate", str(tmp_path / "out")]) == 0
    ladder = load_ladder(tmp_path / "out")
    said = {
        card.level.name: card_data(card, list(ladder.sections)).get("craft")
        for card in ladder.cards()
    }
    return said, report


CODED = "# Baking levels\n\n" + "\n\n".join(
    f"**{level}**\n\n**Craft**\n\n- {text}"
    for level, text in [("B1: Baker", "Kneads"), ("B2: Pastry Baker", "Folds")]
)
TITLED = CODED.replace("B1: Baker", "Junior Florist").replace("B2: Pastry Baker", "Florist")
TITLED += "\n\n**Senior Florist**\n\n**Craft**\n\n- Plans"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("codes.md", CODED, {"Baker": ["Kneads"], "Pastry Baker": ["Folds"]}),
        (
            "titles.md",
            TITLED,
            {"Junior Florist": ["Kneads"], "Florist": ["Folds"], "Senior Florist": ["Plans"]},
        ),
        (
            "page.html",
            "<h1>Baking levels</h1><p><b>B1: Baker</b></p><p><b>Craft</b></p><ul><li>Kneads</ul>"
            "<p><b>B2: Pastry Baker</b></p><p><b>Craft</b></p><ul><li>Folds</ul>",
            {"Baker": ["Kneads"], "Pastry Baker": ["Folds"]},
        ),
    ],
    ids=["codes", "titles", "html"],
)
def test_bold_lines_are_levels_where_no_heading_is(
    tmp_path: Path, name: str, text: str, expected: dict[str, Any]
) -> None:
    said, report = imported(tmp_path, name, text)
    assert said == expected
    assert report.unplaced == ()


def test_a_list_of_bold_titles_is_of_its_card(tmp_path: Path) -> None:
    text = "## L1\n\n### Craft\n\n- Bakes\n\n**Junior Baker**\n\n**Senior Baker**\n"
    said, _ = imported(tmp_path, "card.md", text)
    assert list(said) == ["L1"]


@pytest.mark.parametrize(
    ("name", "form", "levels"),
    [
        ("page.html", "<h2>{}</h2><h3>Craft</h3><ul><li>Works {}</li></ul>", ["UXR 1", "UXR 2"]),
        ("page.md", "## {}\n\n### Craft\n\n- Works {}\n\n", ["IC 3 – Lead", "IC 4 – Chief"]),
        ("paste.txt", "{}\nCraft\n- Works {}\n\n", ["L 4", "L 5"]),
    ],
)
def test_a_code_may_have_a_space(tmp_path: Path, name: str, form: str, levels: list[str]) -> None:
    text = "".join(form.format(level, place) for place, level in enumerate(levels))
    said, _ = imported(tmp_path, name, text)
    names = [level.split(" – ")[-1] for level in levels]
    assert said == {each: [f"Works {place}"] for place, each in enumerate(names)}


@pytest.mark.parametrize("counted", ["Q 3", "FY 26", "DAY 1", "ISO 27"])
def test_a_number_behind_capitals_that_counts_something_is_no_level(
    tmp_path: Path, counted: str
) -> None:
    said, _ = imported(tmp_path, "a.md", f"## L1\n### Craft\n- a\n\n#### {counted}\n- b\n")
    assert list(said) == ["L1"]


PASTED = "".join(
    f"{title}\nWrites {place}.\nCraft\n- Item {place}\n\n"
    for place, title in enumerate(["Junior Florist", "Florist", "Senior Florist", "Shop Director"])
)


def test_titles_of_any_job_are_levels_where_they_are_its_grades(tmp_path: Path) -> None:
    said, report = imported(tmp_path, "paste.txt", PASTED)
    assert said == {
        "Junior Florist": ["Item 0"],
        "Florist": ["Item 1"],
        "Senior Florist": ["Item 2"],
        "Shop Director": ["Item 3"],
    }
    assert report.unplaced == ()


def test_what_markdown_strikes_through_is_told_and_not_placed(tmp_path: Path) -> None:
    text = "## L1\n### Craft\n- Bakes\n- ~~Faxes~~\n  - to the mill\n- Folds\n\n~~Old~~\n"
    said, report = imported(tmp_path, "card.md", text)
    assert said == {"L1": ["Bakes", "Folds"]}
    assert [line.split("card.md:")[1] for line in report.unplaced] == [
        "4: not placed: Faxes (is struck through in the source)",
        "5: not placed: to the mill (stands under a text that is struck through)",
        "8: not placed: Old (is struck through in the source)",
    ]


CHAT = """Ana Ruiz  [10:42 AM]
P1 — Baker
Craft
• Bakes
Ana Ruiz  [10:43 AM]
P2 — Head Baker
Craft
• Plans
Ben Okafor  [10:50 AM]
thanks! looks great
Cleo  11:02 AM
P3 — Owner
Craft
• Owns
"""


def test_what_others_say_beside_a_pasted_ladder_is_of_no_card(tmp_path: Path) -> None:
    said, report = imported(tmp_path, "paste.txt", CHAT)
    assert said == {"Baker": ["Bakes"], "Head Baker": ["Plans"], "Owner": ["Owns"]}
    assert any(":10: not placed: thanks! looks great" in line for line in report.unplaced)
    assert len(report.unplaced) == 5


def test_same_as_the_level_below_heads_no_section(tmp_path: Path) -> None:
    text = "## L1\n### Craft\n- Bakes\n\n## L2\n### Craft\n- Same as L1, plus:\n  - Folds\n"
    said, _ = imported(tmp_path, "card.md", text)
    assert said["L2"] == [{"text": "Same as L1, plus:", "examples": ["Folds"]}]


def test_levels_on_two_lines_below_a_row_of_tracks(tmp_path: Path) -> None:
    text = """<h1>Baking levels</h1><table>
<tr><th rowspan=2>Area</th><th colspan=2>Bakers</th></tr>
<tr><th>B1<br>Baker</th><th>B2<br>Pastry Baker</th></tr>
<tr><td>Craft</td><td>Kneads</td><td>Folds</td></tr></table>"""
    said, _ = imported(tmp_path, "page.html", text)
    assert said == {"Baker": ["Kneads"], "Pastry Baker": ["Folds"]}
