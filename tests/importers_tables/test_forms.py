"""Sheets that are each one level's form: fields above a table of its texts."""

from pathlib import Path

import openpyxl
import pytest

from bot.ladder import load_ladder
from bot.ladder.importers import tables
from bot.ladder.importers.run import import_files

from .reading import level_texts


@pytest.mark.parametrize("names", [["IC1 Baker", "IC2 Senior Baker"], ["Sheet1", "Sheet2"]])
def test_a_form_is_the_card_of_its_level(tmp_path: Path, names: list[str]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for place, name in enumerate(names, start=1):
        sheet = book.create_sheet(name)
        for row in [
            ["Baking"],
            ["Level", f"IC{place}"],
            ["Title", "Baker" if place == 1 else "Senior Baker"],
            [],
            ["Area", "Expectation", "Example"],
            ["Craft", f"Kneads {place}", "a loaf"],
            ["Craft", f"Folds {place}", None],
        ]:
            sheet.append(row)
    path = tmp_path / "ladder.xlsx"
    book.save(path)
    assert level_texts(tables.read(path)) == {
        f"IC{place}": {"Craft": [(f"Kneads {place}", ["a loaf"]), f"Folds {place}"]}
        for place in (1, 2)
    }
    report = import_files([path], tmp_path / "out")
    assert [family.name for family in load_ladder(tmp_path / "out").families.values()] == ["Baker"]
    assert report.levels == 2
