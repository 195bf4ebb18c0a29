"""Markdown and HTML as companies write them: nothing lost, nothing invented, the level right."""

from pathlib import Path
from typing import Any

import pytest

from bot.ladder import Ladder, load_ladder
from bot.ladder.export import card_data
from bot.ladder.importers.report import Report
from bot.ladder.importers.run import import_files


def read(tmp_path: Path, name: str, text: str, encoding: str = "utf-8") -> tuple[Ladder, Report]:
    """The ladder of a page; a second run must change nothing and say the same."""
    path = tmp_path / name
    path.write_text(text, encoding=encoding)
    report = import_files([path], tmp_path / "out")
    again = import_files([path], tmp_path / "out")
    assert (again.written, again.unplaced) == (0, report.unplaced)
    return load_ladder(tmp_path / "out"), report


def told(report: Report) -> list[str]:
    """What was not placed, as "LINE: text (why)"."""
    return [line.split(":", 1)[1].replace(" not placed: ", " ") for line in report.unplaced]


def sections(ladder: Ladder) -> dict[str, dict[str, Any]]:
    """Level code to the sections that its card has."""
    made = {}
    for card in ladder.cards():
        data = card_data(card, list(ladder.sections))
        made[card.level.code] = {id_: data[id_] for id_ in ladder.sections if data[id_]}
    return made


TABLE = """# Engineer levels

## IC1

### Technical

| Skill | Expectation | Example |
|---|---|---|
| Coding | Writes code | Fixes a bug |
| Testing | Writes tests | |
"""
LAZY = """# Baker

## L1
**Skills**
- Kneads
- Bakes
**Behaviors**
- Is kind
**Impact**: a shop
"""
EXAMPLES = """# Baker

## L1

### Craft

- Bakes bread.
  Example: a loaf of rye
- Bakes cakes
  - *e.g.* a torte
- Cleans up

#### Examples

- Wiped the table

### People

Asks early.

**Examples**

- Asked at noon

### Examples

- A day at the oven
"""
ABOVE = """# Baker

L1
--
**Craft**
Bakes small loaves.
**Examples**
- Made a bun
"""
FOOTNOTES = """# Baker

## L1

### Craft

- Bakes[^1]
- Cleans²
- Sells (1)

## L2

### Craft

- Leads

[^1]: Bread only.
[^2]: Nobody cites this.

² At night.

Notes

1. At the counter.
"""
MILESTONES = """# Milestones: Bakery

## Milestone 1

**Example behaviors:**
- Kneads

**Example tasks:**
- Made a bun
"""
TWO_LINES = """# Bakery

| | **Level 1**<br>Junior Baker | **Level 2**<br>Baker |
|---|---|---|
| Craft | - Kneads<br>- Bakes | — |
| Examples | Made a bun | |
"""
DETAILS = """# Bakery

<details>
<summary>Level 1 – Helper</summary>

### Craft

- Kneads

</details>
<details>
<summary>Level 2 – Baker</summary>

### Craft

- Bakes

</details>

Ask your manager.
"""

PAGES: dict[str, tuple[str, dict[str, dict[str, Any]], list[str]]] = {
    "a table's head under a section": (
        TABLE,
        {
            "IC1": {
                "technical": [
                    {
                        "group": "Coding",
                        "items": [{"text": "Writes code", "examples": ["Fixes a bug"]}],
                    },
                    {"group": "Testing", "items": ["Writes tests"]},
                ]
            }
        },
        ["7: Skill", "7: Expectation", "7: Example"],
    ),
    "bold labels right below a list": (
        LAZY,
        {"L1": {"skills": ["Kneads", "Bakes"], "behaviors": ["Is kind"]}},
        [],
    ),
    "examples": (
        EXAMPLES,
        {
            "L1": {
                "craft": [
                    {"text": "Bakes bread.", "examples": ["Example: a loaf of rye"]},
                    {"text": "Bakes cakes", "examples": ["e.g. a torte"]},
                    "Cleans up",
                    {"text": "Examples", "examples": ["Wiped the table"]},
                ],
                "people": [
                    {"text": "Asks early.", "examples": ["Asked at noon", "A day at the oven"]}
                ],
            }
        },
        ["21: Examples", "25: Examples"],
    ),
    "parts that are called after examples": (
        MILESTONES,
        {"milestone-1": {"example_behaviors": ["Kneads"], "example_tasks": ["Made a bun"]}},
        [],
    ),
    "labels above paragraphs": (
        ABOVE,
        {"L1": {"craft": [{"text": "Bakes small loaves.", "examples": ["Made a bun"]}]}},
        ["7: Examples"],
    ),
    "footnotes": (
        FOOTNOTES,
        {
            "L1": {
                "craft": [
                    {"text": "Bakes[^1]", "examples": ["[^1]: Bread only."]},
                    {"text": "Cleans²", "examples": ["² At night."]},
                    {"text": "Sells (1)", "examples": ["At the counter."]},
                ]
            },
            "L2": {"craft": ["Leads"]},
        },
        ["18: [^2]: Nobody cites this.", "22: Notes"],
    ),
    "heads of columns on two lines": (
        TWO_LINES,
        {
            "level-1": {
                "craft": ["Kneads", "Bakes", {"text": "Examples", "examples": ["Made a bun"]}]
            },
            "level-2": {},
        },
        [],
    ),
    "details": (
        DETAILS,
        {"level-1": {"craft": ["Kneads"]}, "level-2": {"craft": ["Bakes"]}},
        ["20: Ask your manager."],
    ),
}


@pytest.mark.parametrize(("text", "wanted", "unplaced"), PAGES.values(), ids=PAGES)
def test_markdown(
    tmp_path: Path, text: str, wanted: dict[str, dict[str, Any]], unplaced: list[str]
) -> None:
    ladder, report = read(tmp_path, "x.md", text)
    assert sections(ladder) == wanted
    assert [line.split(" (")[0] if "(1)" not in line else line for line in told(report)] == unplaced


def test_a_label_and_its_value_below_a_list(tmp_path: Path) -> None:
    ladder, _ = read(tmp_path, "x.md", LAZY)
    [card] = ladder.cards()
    assert card.meaning.dimensions == {"impact": "a shop"}


@pytest.mark.parametrize(
    ("name", "text", "family"),
    [
        ("x.md", "# Web Engineer\n\n| | IC1 | IC2 |\n|-|-|-|\n| Craft | a | b |\n", "Web Engineer"),
        ("x.md", "# Data Platform\n\n## IC1\n\n- a\n\n## IC2\n\n- b\n", "Data Platform"),
        ("x.md", "# :wrench: Backend career ladder\n\n## IC1\n\n- a\n", "Backend"),
        ("x.html", "<h1>Site Reliability</h1><h2>L1</h2><p>a</p>", "Site Reliability"),
        ("x.html", "<title>Recruiter | Acme</title><h2>L1</h2><p>a</p>", "Recruiter"),
        ("x.html", "<h1>Data Analyst</h1><h2>D1 – Analyst</h2><p>a</p>", "Data Analyst"),
        ("bakery.md", "# Introduction\n\n## IC1\n\n- a\n\n## IC2\n\n- b\n", "bakery"),
    ],
)  # fmt: skip
def test_a_family_is_named_as_the_heading_names_it(
    tmp_path: Path, name: str, text: str, family: str
) -> None:
    ladder, report = read(tmp_path, name, text)
    assert [each.name for each in ladder.families.values()] == [family]
    assert report.unplaced == ()


@pytest.mark.parametrize(
    ("name", "text", "level"),
    [
        ("x.md", "---\nlevel: 5\n---\n\n## Craft\n\n- a\n", ("level-5", "Level 5")),
        ("x.md", "---\ngrade: 7\n---\n\n## Craft\n\n- a\n", ("grade-7", "Grade 7")),
        ("x.md", "# Baker\n\nLevel: 3\n\n## Craft\n\n- a\n", ("level-3", "Level 3")),
        ("x.md", "# Baker\n\n| Level | Craft |\n|-|-|\n| 2 | a |\n", ("level-2", "Level 2")),
        ("x.html", "<h1>Bäcker</h1><h2>Stufe 4</h2><h3>K</h3><p>a</p>", ("stufe-4", "Stufe 4")),
    ],
)
def test_a_bare_number_is_a_level(
    tmp_path: Path, name: str, text: str, level: tuple[str, str]
) -> None:
    ladder, report = read(tmp_path, name, text)
    assert [(card.level.code, card.level.name) for card in ladder.cards()] == [level]
    assert not any("5" in line.split(" (")[0].split(": ", 1)[1] for line in told(report))


FRAME = """<!doctype html><html><head><title>Ladder</title></head><body>
<header><p>All levels assume probation.</p></header>
<nav><a href="/">Home</a>
<a href="/d">Docs</a></nav>
<main><h1>Baker</h1><h2>D1</h2><h3>Craft</h3><ul><li>Bakes<sup><a href="#f1">1</a></sup></li></ul>
<aside>D1 has a mentor.</aside>
<section class="footnotes"><ol><li id="f1">Bread. <a href="#r">↩</a></li></ol></section></main>
<form><label>Search</label><button>Go</button></form>
<footer>Owned by the bakery</footer></body></html>
"""


def test_what_stands_around_a_page_is_told(tmp_path: Path) -> None:
    ladder, report = read(tmp_path, "x.html", FRAME)
    assert sections(ladder) == {"D1": {"craft": [{"text": "Bakes[1]", "examples": ["Bread."]}]}}
    assert told(report) == [
        "2: All levels assume probation. (stands in the page's header)",
        "3: Home · Docs (the page's navigation, skipped as a whole: 2 texts on lines 3–4)",
        "6: D1 has a mentor. (stands in the page's sidebar)",
        "8: Search · Go (the page's controls, skipped as a whole: 2 texts on line 8)",
        "9: Owned by the bakery (stands in the page's footer)",
    ]


TABS = """<h1>Baker</h1><div role="tablist"><button role="tab" aria-controls="a">IC1</button>
<button role="tab" aria-controls="b">IC2</button></div>
<div role="tabpanel" id="a"><h3>Craft</h3><p>Kneads</p></div>
<div role="tabpanel" id="b" hidden><h3>Craft</h3><p>Bakes</p></div><p>Ask.</p>"""
ACCORDION = """<h1>Baker</h1><h2><button aria-expanded="true">IC1</button></h2>
<div><h3>Craft</h3><p>Kneads</p></div><h2><button aria-expanded="false">IC2</button></h2>
<div aria-hidden="true" class="accordion-collapse"><h3>Craft</h3><p>&bull; Bakes</p></div>"""
TOGGLES = """<h1>Baker</h1><details><summary>IC1</summary><h3>Craft</h3><p>Kneads</p></details>
<details><summary>IC2</summary><h3>Craft</h3><p>Bakes</p></details><p>Ask.</p>"""
SPANS = """<h1>Baker</h1><table><tr><td rowspan=2>Area</td><td colspan=2>Individual</td></tr>
<tr><td>IC1</td><td>IC2</td></tr><tr><td>Craft</td><td>Kneads</td><td>Bakes</td></tr></table>"""
DEFINITIONS = """<h1>Baker</h1><dl><dt>IC1</dt><dd>Kneads</dd><dt>IC2</dt><dd>Bakes</dd></dl>"""


@pytest.mark.parametrize("text", [TABS, ACCORDION, TOGGLES, SPANS, DEFINITIONS])
def test_html_of_any_make(tmp_path: Path, text: str) -> None:
    ladder, report = read(tmp_path, "x.html", text)
    section = "expectations" if text is DEFINITIONS else "craft"
    assert sections(ladder) == {"IC1": {section: ["Kneads"]}, "IC2": {section: ["Bakes"]}}
    assert [line.split(" (")[0].split(": ")[1] for line in told(report)] in ([], ["Ask."], ["Area"])
    assert [family.name for family in ladder.families.values()] == ["Baker"]


def test_a_track_that_another_file_names_otherwise_is_told_alike_each_time(tmp_path: Path) -> None:
    coded, tracked = tmp_path / "qa.md", tmp_path / "design.md"
    coded.write_text("# QA Engineer\n\n## IC1\n\n- Writes tests\n", "utf-8")
    tracked.write_text(
        "# Product Design\n\n## Individual contributor track\n\n### IC1\n\n- Draws\n", "utf-8"
    )
    reports = [import_files([coded, tracked], tmp_path / "out") for _ in range(2)]
    assert reports[1].written == 0
    assert reports[0].unplaced == reports[1].unplaced
    assert "Individual contributor track" in "\n".join(reports[0].unplaced)


_MARKED = {
    "page.md": "# Data Engineer\n\n| Skill | IC1 | IC2 |\n|---|---|---|\n"
    "| Craft | Writes | Designs |\n| Delivery | – | - |\n| People | Asks | Helps |\n",
    "page.html": "<h1>Data Engineer</h1><table><tr><th>Skill</th><th>IC1</th><th>IC2</th></tr>"
    "<tr><td>Craft</td><td>Writes</td><td>Designs</td></tr>\n<tr><td>Delivery</td>"
    "<td colspan=2>–</td></tr>\n<tr><td>People</td><td>Asks</td><td>Helps</td></tr></table>",
}


@pytest.mark.parametrize("name", _MARKED)
def test_a_row_that_is_marked_as_empty_heads_no_other_rows(tmp_path: Path, name: str) -> None:
    ladder, report = read(tmp_path, name, _MARKED[name])
    cards = [card_data(card, list(ladder.sections)) for card in ladder.cards()]
    assert [(card["craft"], card["people"]) for card in cards] == [
        (["Writes"], ["Asks"]),
        (["Designs"], ["Helps"]),
    ]
    assert "Delivery" in "\n".join(report.unplaced)
