"""Sheets that are each one level's form: fields above a table of its texts."""

from pathlib import Path

import openpyxl
import pytest

from bot.ladder import load_ladder
from bot.ladder.export import card_data
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


def test_a_row_of_titles_below_the_codes_is_the_cards_titles(tmp_path: Path) -> None:
    path = tmp_path / "ladder.csv"
    path.write_text("Level,Engineer I,Engineer II\nCode,L1,L2\nCraft,Kneads,Folds\n", "utf-8")
    found = tables.read(path)
    assert level_texts(found) == {"L1": {"Craft": ["Kneads"]}, "L2": {"Craft": ["Folds"]}}
    assert [card.title.text for card in found.cards if card.title] == ["Engineer I", "Engineer II"]


def test_a_tracks_list_of_graded_titles_is_its_levels(tmp_path: Path) -> None:
    path = tmp_path / "ladder.yaml"
    path.write_text(
        """tracks:
  ic:
    - {id: eng1, name: Engineer I, expectations: {craft: Fixes bugs}}
    - {id: eng2, name: Engineer II, expectations: {craft: Ships features}}
  management:
    - {id: em1, name: Engineering Manager I, expectations: {craft: Leads a team}}
    - {id: em2, name: Engineering Manager II, expectations: {craft: Leads teams}}
""",
        "utf-8",
    )
    import_files([path], tmp_path / "out")
    ladder = load_ladder(tmp_path / "out")
    assert [track.name for track in ladder.tracks.values()] == ["ic", "management"]
    assert [card.title for card in ladder.cards()] == [
        "Engineer I",
        "Engineer II",
        "Engineering Manager I",
        "Engineering Manager II",
    ]
    assert {card.level.code: card_data(card, ["craft"])["craft"] for card in ladder.cards()} == {
        "eng1": ["Fixes bugs"],
        "eng2": ["Ships features"],
        "em1": ["Leads a team"],
        "em2": ["Leads teams"],
    }
