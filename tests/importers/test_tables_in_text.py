"""Tables in Markdown and HTML: names in several columns, blank cells, headings, merged cells."""

from pathlib import Path
from typing import Any

import pytest

from bot.ladder import load_ladder
from bot.ladder.export import card_data
from bot.ladder.importers.run import import_files


def cards(tmp_path: Path, text: str, name: str = "ladder.md") -> dict[str, dict[str, Any]]:
    """The sections of each card that the text becomes, by the card's title."""
    source = tmp_path / name
    source.write_text(text, "utf-8")
    import_files([source], tmp_path / "out")
    ladder = load_ladder(tmp_path / "out")
    sections = list(ladder.sections)
    data = [(card.title, card_data(card, sections)) for card in ladder.cards()]
    return {title: {s: said[s] for s in sections if said.get(s)} for title, said in data}


def group(name: str, *items: str) -> dict[str, Any]:
    return {"group": name, "items": list(items)}


CODES = ("IC1", "IC2", "IC3")
TITLES = ("Junior Engineer", "Engineer", "Senior Engineer")
MATRIX_HTML = """<table>
<tr><th>Theme</th><th>Skill</th><th>{0}</th><th>{1}</th><th>{2}</th></tr>
<tr><td rowspan="2">Craft</td><td>Quality</td><td>Tests 1</td><td>Tests 2</td><td>Tests 3</td></tr>
<tr><td>Design</td><td>Designs 1</td><td>Designs 2</td><td>Designs 3</td></tr>
<tr><td>People</td><td>Mentoring</td><td></td><td>Helps 2</td><td>Helps 3</td></tr>
</table>"""
MATRIX = """# Career framework

| Theme | Skill | {0} | {1} | {2} |
|---|---|---|---|---|
| Craft | Quality | Tests 1 | Tests 2 | Tests 3 |
| {craft} | Design | Designs 1 | Designs 2 | Designs 3 |
| People | Mentoring | | Helps 2 | Helps 3 |
"""


@pytest.mark.parametrize("levels", [CODES, TITLES], ids=["codes", "titles"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(MATRIX.replace("{craft}", "Craft"), "ladder.md", id="repeated"),
        pytest.param(MATRIX.replace("{craft}", ""), "ladder.md", id="blank"),
        pytest.param(MATRIX_HTML, "ladder.html", id="merged"),
    ],
)
def test_a_matrix_with_two_columns_of_names_has_sections_with_groups(
    tmp_path: Path, levels: tuple[str, ...], text: str, name: str
) -> None:
    made = cards(tmp_path, text.format(*levels), name)
    assert list(made) == list(levels)
    for place, level in enumerate(levels, start=1):
        people = {"people": [group("Mentoring", f"Helps {place}")]} if place > 1 else {}
        assert made[level] == {
            "craft": [group("Quality", f"Tests {place}"), group("Design", f"Designs {place}")],
            **people,
        }


def test_a_row_without_a_name_is_of_the_name_above(tmp_path: Path) -> None:
    text = "| Skill | L1 | L2 |\n|---|---|---|\n| Code | Writes | Reads |\n| | Tests | Asks |\n"
    assert cards(tmp_path, text) == {
        "L1": {"code": ["Writes", "Tests"]},
        "L2": {"code": ["Reads", "Asks"]},
    }


def test_a_row_without_a_label_under_a_level_is_of_the_label_above(tmp_path: Path) -> None:
    text = (
        "## IC4 – Senior Engineer\n\n| Skill | Expectation |\n|---|---|\n"
        "| Technical | Designs services |\n| | Reviews them |\n"
        "| Communication | Leads meetings |\n| | Writes docs |\n"
    )
    assert cards(tmp_path, text) == {
        "Senior Engineer": {
            "technical": ["Designs services", "Reviews them"],
            "communication": ["Leads meetings", "Writes docs"],
        }
    }


def test_an_html_table_under_a_heading_is_groups_without_its_header(tmp_path: Path) -> None:
    text = (
        "<h1>IC3 Engineer</h1><h2>Areas</h2><table><tr><th>Area</th><th>What</th></tr>"
        "<tr><td rowspan=2>Reliability</td><td>SLOs are met</td></tr>"
        "<tr><td>Errors fall</td></tr><tr><th>Team</th><td>Helps<br>Teaches</td></tr></table>"
    )
    assert cards(tmp_path, text, "page.html") == {
        "Engineer": {
            "areas": [
                group("Reliability", "SLOs are met", "Errors fall"),
                group("Team", "Helps", "Teaches"),
            ]
        }
    }


def test_an_html_link_keeps_its_address(tmp_path: Path) -> None:
    text = (
        '<h1><a href="/levels/ic3">IC3 Engineer</a></h1><h2>Craft <a href="#craft">#</a></h2><ul>'
        '<li>Follows the <a href="https://acme.test/style">style <b>guide</b></a>.</li>'
        '<li>Asks <a href="mailto:arch@acme.test">arch@acme.test</a></li></ul>'
        '<table><tr><td>Code</td><td><a href="https://acme.test/code">Reviews</a></td></tr></table>'
    )
    assert cards(tmp_path, text, "page.html")["Engineer"]["craft"] == [
        "Follows the style guide (https://acme.test/style).",
        "Asks arch@acme.test",
        group("Code", "Reviews (https://acme.test/code)"),
    ]
