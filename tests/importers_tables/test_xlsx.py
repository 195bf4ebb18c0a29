"""XLSX workbooks, made with openpyxl as a spreadsheet program would."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from bot.ladder.importers import tables
from bot.ladder.importers.found import Found, UnreadableError

from .reading import level_texts

Rows = list[list[object]]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Found]:
    """Reads sheets given as rows; `change` may change the workbook before it is saved."""

    def reader(sheets: dict[str, Rows], change: Callable[[Any], None] | None = None) -> Found:
        book = openpyxl.Workbook()
        book.remove(book.active)  # type: ignore[arg-type]
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        if change:
            change(book)
        path = tmp_path / "ladder.xlsx"
        book.save(path)
        return tables.read(path)

    return reader


MATRIX: Rows = [
    ["Area", "Skill", "P1", "P2"],
    ["Craft", "Code", "a one", "a two"],
    [None, "Tests", "b one", "b two"],
    ["People", "Talk", "c one", "c two"],
]


def test_a_merged_theme_holds_for_all_its_rows(read: Callable[..., Found]) -> None:
    found = read({"Sheet1": MATRIX}, lambda book: book["Sheet1"].merge_cells("A2:A3"))
    assert level_texts(found) == {
        "P1": {
            "Craft": [{"Code": ["a one"]}, {"Tests": ["b one"]}],
            "People": [{"Talk": ["c one"]}],
        },
        "P2": {
            "Craft": [{"Code": ["a two"]}, {"Tests": ["b two"]}],
            "People": [{"Talk": ["c two"]}],
        },
    }


def test_a_merged_level_covers_its_columns(read: Callable[..., Found]) -> None:
    rows: Rows = [
        ["Area", "Junior", None, "Senior", None],
        [None, "Expectation", "Example", "Expectation", "Example"],
        ["Craft", "Writes", "a patch", "Leads", "a plan"],
        ["People", "Asks", None, "Tells", "a talk"],
    ]

    def merge(book: Any) -> None:
        book["Sheet1"].merge_cells("B1:C1")
        book["Sheet1"].merge_cells("D1:E1")

    assert level_texts(read({"Sheet1": rows}, merge)) == {
        "Junior": {"Craft": [("Writes", ["a patch"])], "People": ["Asks"]},
        "Senior": {"Craft": [("Leads", ["a plan"])], "People": [("Tells", ["a talk"])]},
    }


def test_a_text_merged_over_levels_stands_at_each(read: Callable[..., Found]) -> None:
    rows: Rows = [["Area", "P1", "P2", "P3"], ["Craft", "Writes well", None, "Leads"]]
    found = read({"Sheet1": rows}, lambda book: book["Sheet1"].merge_cells("B2:C2"))
    assert level_texts(found) == {
        "P1": {"Craft": ["Writes well"]},
        "P2": {"Craft": ["Writes well"]},
        "P3": {"Craft": ["Leads"]},
    }


def test_a_title_merged_over_the_table_is_no_level(read: Callable[..., Found]) -> None:
    rows: Rows = [["Acme careers", None, None], ["Area", "P1", "P2"], ["Craft", "x y", "z w"]]
    found = read({"Sheet1": rows}, lambda book: book["Sheet1"].merge_cells("A1:C1"))
    assert level_texts(found) == {"P1": {"Craft": ["x y"]}, "P2": {"Craft": ["z w"]}}
    assert found.title is not None
    assert found.title.text == "Acme careers"


def test_rows_merged_across_part_the_table(read: Callable[..., Found]) -> None:
    rows: Rows = [
        ["Skill", "P1", "P2"],
        ["Craft", None, None],
        ["Code", "a one", "a two"],
        ["People", None, None],
        ["Talk", "b one", "b two"],
    ]

    def merge(book: Any) -> None:
        book["Sheet1"].merge_cells("A2:C2")
        book["Sheet1"].merge_cells("A4:C4")

    assert level_texts(read({"Sheet1": rows}, merge))["P2"] == {
        "Craft": [{"Code": ["a two"]}],
        "People": [{"Talk": ["b two"]}],
    }


def test_one_sheet_a_level(read: Callable[..., Found]) -> None:
    found = read(
        {
            "IC3": [
                ["Theme", "Expectation"],
                ["Craft", "Writes"],
                [None, "Tests"],
                ["People", "Asks"],
            ],
            "IC5 - Staff": [["Theme", "Expectation"], ["Craft", "Leads"]],
        }
    )
    assert level_texts(found) == {
        "IC3": {"Craft": ["Writes", "Tests"], "People": ["Asks"]},
        "IC5 - Staff": {"Craft": ["Leads"]},
    }


def test_one_sheet_a_family(read: Callable[..., Found]) -> None:
    rows: Rows = [["Area", "L1", "L2"], ["Craft", "x y", "z w"]]
    found = read({"Backend Engineering": rows, "Product Design": rows})
    cards = [(card.family.text if card.family else "", card.level.text) for card in found.cards]
    assert cards == [
        ("Backend Engineering", "L1"),
        ("Backend Engineering", "L2"),
        ("Product Design", "L1"),
        ("Product Design", "L2"),
    ]


def test_one_sheet_a_theme(read: Callable[..., Found]) -> None:
    found = read(
        {
            "Craft": [["Skill", "L1", "L2"], ["Code", "a one", "a two"]],
            "Collaboration": [["Skill", "L1", "L2"], ["Talk", "b one", "b two"]],
        }
    )
    assert level_texts(found) == {
        "L1": {"Craft": [{"Code": ["a one"]}], "Collaboration": [{"Talk": ["b one"]}]},
        "L2": {"Craft": [{"Code": ["a two"]}], "Collaboration": [{"Talk": ["b two"]}]},
    }


def test_cards_below_one_another(read: Callable[..., Found]) -> None:
    rows: Rows = [
        ["P1 — Junior"],
        ["Scope", "Tasks"],
        ["Craft", "Writes"],
        [],
        ["P2 — Engineer"],
        ["Scope", "Features"],
        ["Craft", "Leads"],
    ]
    assert level_texts(read({"Sheet1": rows})) == {
        "P1 — Junior": {"Scope": "Tasks", "Craft": ["Writes"]},
        "P2 — Engineer": {"Scope": "Features", "Craft": ["Leads"]},
    }


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (2.0, "General", "2"),
        (0.1 + 0.2, "General", "0.3"),
        (0.25, "0%", "25%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (95000, '"$"#,##0', "$95,000"),
        (95000, "#,##0 [$€-407]", "95,000 €"),
        (3, '"Level "0', "Level 3"),
        (7, "000", "007"),
        (dt.datetime(2026, 3, 9), "yyyy-mm-dd", "2026-03-09"),
        (dt.datetime(2026, 3, 9), "d mmm yyyy", "9 Mar 2026"),
        (dt.datetime(2026, 3, 9, 14, 5), "dd.mm.yyyy hh:mm", "09.03.2026 14:05"),
        (True, "General", "TRUE"),
        ("007", "General", "007"),
    ],
)
def test_values_come_out_as_the_sheet_shows_them(
    read: Callable[..., Found], value: object, number_format: str, text: str
) -> None:
    def form(book: Any) -> None:
        book["Sheet1"]["B2"].number_format = number_format

    found = read({"Sheet1": [["Area", "P1", "P2"], ["Craft", value, "other"]]}, form)
    assert level_texts(found)["P1"] == {"Craft": [text]}


def test_what_stands_beside_the_values_is_told(read: Callable[..., Found]) -> None:
    def add(book: Any) -> None:
        sheet = book["Sheet1"]
        sheet["B2"].comment = Comment("ask Ann", "Ann")
        sheet["C2"].hyperlink = "https://example.com/craft"
        sheet["C2"].value = "Leads"
        sheet["C3"].value = "=B3&B2"
        sheet.row_dimensions[3].hidden = True
        book.create_sheet("Old").append(["P9", "gone"])
        book["Old"].sheet_state = "hidden"

    rows: Rows = [["Area", "P1", "P2"], ["Craft", "Writes", None], ["People", "Asks", None]]
    found = read({"Sheet1": rows}, add)
    told: dict[str, str] = {}
    for unplaced in found.unplaced:
        told.setdefault(unplaced.piece.text, unplaced.why)
    assert "note" in told["ask Ann"]
    assert "link" in told["https://example.com/craft"]
    assert "formula" in told["=B3&B2"]
    assert "hidden row" in told["People"]
    assert "hidden sheet" in told["Old"]
    assert level_texts(found)["P1"] == {"Craft": ["Writes"], "People": ["Asks"]}


def test_places_name_sheet_and_cell(read: Callable[..., Found]) -> None:
    found = read({"Engineering": [[], ["Area", "P1", "P2"], ["Craft", "x y", "z w"]]})
    card = found.cards[1]
    assert (card.level.line, card.level.place) == (2, "Engineering!C2")


def _package(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def _workbook(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


BROKEN = {
    "cut off": (_workbook([["Area", "P1", "P2"]])[:-60], "cut off or broken"),
    "protected or old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    "another zip": (_package(**{"content.xml": b"<x/>"}), "no XLSX workbook"),
    "broken XML": (_package(**{"xl__workbook.xml": b"<workbook"}), "not a sound XLSX workbook"),
    "a bomb": (
        _package(**{"xl__workbook.xml": b"<x>" + b" " * 70_000_000}),
        "unpacks to more than",
    ),
    "entities": (
        _package(**{"xl__workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        "entities",
    ),
    "a merge of everything": (
        _package(
            **{
                "xl__workbook.xml": b"<x/>",
                "xl__worksheets__sheet1.xml": b'<x><mergeCell ref="A1:XFD1048576"/></x>',
            }
        ),
        "unmerge",
    ),
}


@pytest.mark.parametrize(("data", "words"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_workbook_is_told(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "ladder.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=words) as caught:
        tables.read(path)
    assert str(caught.value).startswith(f"{path}:1: ")


def test_an_empty_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ladder.xlsx"
    path.write_bytes(_workbook([]))
    with pytest.raises(UnreadableError, match="is empty"):
        tables.read(path)
