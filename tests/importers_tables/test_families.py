"""The family that data names: by a column, a key, a line above the table, or all its titles."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from bot.ladder import load_ladder
from bot.ladder.importers.run import import_files
from bot.ladder.model import Ladder

Import = Callable[[str, str], Ladder]


@pytest.fixture
def imported(tmp_path: Path) -> Import:
    """Import a text under a file name, and load the result."""

    def run(name: str, text: str) -> Ladder:
        (tmp_path / name).write_text(text, encoding="utf-8")
        import_files([tmp_path / name], tmp_path / "out")
        return load_ladder(tmp_path / "out")

    return run


TABLES = {
    "a role column": (
        "Role,Level,Competency,Expectation\nData Engineer,IC1,Code,a\nData Engineer,IC2,Code,b\n",
        {"data-engineer": ["IC1", "IC2"]},
    ),
    "a title row": (
        "Data Engineering Career Ladder 2024,,\n,IC1,IC2\nCode,a,b\n",
        {"data-engineering": ["IC1", "IC2"]},
    ),
    "a labeled row": (
        "Role: Data Engineer,,\nLevel,Scope,Craft\nIC1,a,b\nIC2,c,d\n",
        {"data-engineer": ["IC1", "IC2"]},
    ),
    "a label and a name": (
        "Discipline,Security,\nLevel,Scope,Craft\nIC1,a,b\nIC2,c,d\n",
        {"security": ["IC1", "IC2"]},
    ),
    "titles of one job": (
        "Level,Role,Expectations\nIC1,Junior Baker,a\nIC2,Senior Baker,b\n",
        {"baker": ["IC1", "IC2"]},
    ),
    "families as rows": (
        "Role,L1,L2\nBackend Engineer,a,b\nFrontend Engineer,c,d\n",
        {"backend-engineer": ["L1", "L2"], "frontend-engineer": ["L1", "L2"]},
    ),
    "names within levels": (
        "Level,Code\nIC1 Data Engineer,a\nIC3 Senior Data Engineer,b\nIC5 Staff Data Engineer,c\n",
        {"data-engineer": ["IC1", "IC3", "IC5"]},
    ),
}
KEYS = {
    "role": ("role: Data Engineer\nlevels: {IC1: {craft: [a]}}", "data-engineer"),
    "discipline and track": (
        "discipline: Product Design\ntrack: Individual contributor\n"
        "levels: [{level: D1, title: Designer, craft: a}, {level: D2, title: Lead, craft: b}]",
        "product-design",
    ),
    "a family with an id": (
        "family: {id: de, name: Data Engineering}\nlevels: [{code: L1, craft: [a]}]",
        "data-engineering",
    ),
    "the narrower of two": (
        "department: Technology\njob_family: Marketing\nlevels: {M1: {craft: [a]}}",
        "marketing",
    ),
    "a document's name": (
        "name: Acme Ladder\nlevels: [{name: IC1 Data Engineer, skills: [a]}]",
        "data-engineer",
    ),
    "titles of one job": ("levels: [{level: B1, title: Junior Baker, craft: [a]},"
        " {level: B2, title: Senior Baker, craft: [b]}]", "baker"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "families"), TABLES.values(), ids=TABLES)
def test_a_table_names_its_families(
    imported: Import, text: str, families: dict[str, list[str]]
) -> None:
    ladder = imported("x-2024.csv", text)
    assert {id_: list(family.cards) for id_, family in ladder.families.items()} == families


@pytest.mark.parametrize(("text", "family"), KEYS.values(), ids=KEYS)
def test_keys_name_the_family(imported: Import, text: str, family: str) -> None:
    assert list(imported("x-2024.yaml", text).families) == [family]


def test_families_of_a_list_stay_apart(imported: Import) -> None:
    text = """
- family: Engineering
  levels: [{name: L1, expectations: [Writes]}]
- family: Design
  levels: [{name: L1, expectations: [Draws]}]
"""
    ladder = imported("x.yaml", text)
    said = {
        id_: [entry.text for entry in family.cards["L1"].sections["expectations"]]  # type: ignore[union-attr]
        for id_, family in ladder.families.items()
    }
    assert said == {"design": ["Draws"], "engineering": ["Writes"]}


def test_the_title_above_a_table_names_the_ladder(imported: Import) -> None:
    assert imported("x.csv", "Acme Engineering Ladder,,\n,IC1,IC2\nCode,a,b\n").name == (
        "Acme Engineering Ladder"
    )


def test_titles_of_several_sheets_name_their_families(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("Security Ladder", "Mobile Ladder"):
        sheet = book.create_sheet()
        for row in [[name], [None], [None, "IC1", "IC2"], ["Craft", f"{name} a", f"{name} b"]]:
            sheet.append(row)
    book.save(tmp_path / "x.xlsx")
    import_files([tmp_path / "x.xlsx"], tmp_path / "out")
    assert list(load_ladder(tmp_path / "out").families) == ["mobile", "security"]


def test_a_hidden_sheet_neither_names_nor_speaks(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    old = book.worksheets[0]
    old.title, old.sheet_state = "Old 2019", "hidden"
    new = book.create_sheet("Matrix")
    book.active = new
    for sheet, text in ((old, "old text"), (new, "new text")):
        rows: list[list[str | None]] = [[None, "L1", "L2"], ["Craft", text, "more"]]
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "guide.xlsx")
    report = import_files([tmp_path / "guide.xlsx"], tmp_path / "out")
    ladder = load_ladder(tmp_path / "out")
    assert [str(e) for e in ladder.families["guide"].cards["L1"].sections["craft"]] == [
        "Statement(text='new text', examples=())"
    ]
    assert any("old text (stands on a hidden sheet" in line for line in report.unplaced)
