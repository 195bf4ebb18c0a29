"""A row of titles beside the row of codes, and columns that bear the same title."""

from pathlib import Path

import openpyxl
import pytest

from bot.ladder import load_ladder
from bot.ladder.importers.run import import_files

BODY = [["Craft", "Learns", "Does", "Teaches"], ["People", "Asks", "Tells", "Leads"]]
CODES = ["L1", "L2", "L3"]
TITLES = ["Associate", "Engineer", "Engineer"]
GRADED = ["Junior Engineer", "Engineer", "Senior Engineer"]
HEADERS: dict[str, list[list[str]]] = {
    "below, empty corner": [["Theme", *CODES], ["", *TITLES]],
    "below, its corner named": [["", *CODES], ["Theme", *TITLES]],
    "above, empty corner": [["", *TITLES], ["Theme", *CODES]],
    "above, graded": [["", *GRADED], ["Theme", *CODES]],
    "below, graded": [["Theme", *CODES], ["", *GRADED]],
}


def write(path: Path, rows: list[list[str]]) -> Path:
    if path.suffix == ".csv":
        path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
        return path
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([text or None for text in row])
    book.save(path)
    return path


def files_in(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx"])
@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_a_row_of_titles(tmp_path: Path, header: list[list[str]], name: str) -> None:
    path = write(tmp_path / name, [*header, *BODY])
    import_files([path], tmp_path / "out", family="engineer")
    ladder = load_ladder(tmp_path / "out")
    cards = ladder.families["engineer"].cards
    graded = GRADED in [row[1:] for row in header]
    expected = GRADED if graded else ["Associate", "Engineer (L2)", "Engineer (L3)"]
    assert [card.title for card in cards.values()] == expected
    assert list(cards) == CODES
    assert list(ladder.sections) == ["craft", "people"]
    assert list(ladder.tracks) == ["L"]


def test_a_merged_corner(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [["Theme", *CODES], [None, *TITLES], *BODY]:
        book.active.append(row)
    book.active.merge_cells("A1:A2")
    book.save(tmp_path / "x.xlsx")
    import_files([tmp_path / "x.xlsx"], tmp_path / "out", family="engineer")
    ladder = load_ladder(tmp_path / "out")
    assert ladder.families["engineer"].cards["L1"].title == "Associate"
    assert list(ladder.sections) == ["craft", "people"]


def test_two_columns_of_one_title_come_in_twice_the_same(tmp_path: Path) -> None:
    header = ["Skill", "Engineer", "Engineer", "Senior Engineer"]
    path = write(tmp_path / "x.csv", [header, ["Craft", "a", "b", "c"]])
    out = tmp_path / "out"
    import_files([path], out)
    before = files_in(out)
    assert import_files([path], out).written == 0
    assert files_in(out) == before
    assert list(load_ladder(out).families["engineer"].cards) == [
        "engineer",
        "engineer-2",
        "senior-engineer",
    ]
