"""Levels that stand as bullets, with what is said of them nested under each."""

from pathlib import Path

import pytest

from bot.ladder import load_ladder
from bot.ladder.export import card_data
from bot.ladder.importers.run import import_files

CODES = """# Engineering levels

- **IC1 (Junior Engineer)**
  - Writes code
  - Tests it
- **IC2 (Engineer)**
  - Writes more
    - for example, a service
- **IC3 (Senior Engineer)**
  - Leads

Ask your manager.
"""
TITLES = CODES.replace("IC1 (Junior Engineer)", "Junior Engineer")
TITLES = TITLES.replace("IC2 (Engineer)", "Engineer").replace(
    "IC3 (Senior Engineer)", "Senior Engineer"
)
HTML = """<h1>Engineering levels</h1><ul>
<li><b>IC1 (Junior Engineer)</b><ul><li>Writes code</li><li>Tests it</li></ul></li>
<li><b>IC2 (Engineer)</b><ul><li>Writes more<ul><li>for example, a service</li></ul></li></ul></li>
<li><b>IC3 (Senior Engineer)</b><ul><li>Leads</li></ul></li></ul><p>Ask your manager.</p>"""


@pytest.mark.parametrize(
    ("name", "text"),
    [("codes.md", CODES), ("titles.md", TITLES), ("page.html", HTML), ("paste.txt", CODES)],
)
def test_each_bullet_that_names_a_level_is_a_card(tmp_path: Path, name: str, text: str) -> None:
    source = tmp_path / name
    source.write_text(text, "utf-8")
    report = import_files([source], tmp_path / "out")
    ladder = load_ladder(tmp_path / "out")
    assert {
        card.title: card_data(card, ["expectations"])["expectations"] for card in ladder.cards()
    } == {
        "Junior Engineer": ["Writes code", "Tests it"],
        "Engineer": [{"text": "Writes more", "examples": ["for example, a service"]}],
        "Senior Engineer": ["Leads"],
    }
    assert any("Ask your manager." in line for line in report.unplaced)


def test_bullets_that_name_levels_under_a_level_stay_its_own(tmp_path: Path) -> None:
    source = tmp_path / "ladder.md"
    source.write_text("## M1 Manager\n### People\n- **IC1**\n  - Hires\n- **IC2**\n  - Grows\n")
    import_files([source], tmp_path / "out")
    ladder = load_ladder(tmp_path / "out")
    assert [card.level.code for card in ladder.cards()] == ["M1"]
