"""Entities are decoded in every cell and value, before a list is parted at its semicolons."""

import json
from pathlib import Path

import openpyxl
import pytest

from bot.ladder.importers import data, tables

from .reading import level_texts

RAW = "Reads R&amp;D papers; writes &lt;b&gt;"
WHOLE = {"R&D": ["Reads R&D papers", "writes <b>"]}
AS_JSON = json.dumps({"IC1": {"R&amp;D": RAW}, "IC2": {"R&amp;D": RAW}})
AS_YAML = f"IC1:\n  R&amp;D: &text '{RAW}'\nIC2:\n  R&amp;D: *text\n"


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"Competency,IC1,IC2\nR&amp;D,{RAW},{RAW}\n", encoding="utf-8")
    assert level_texts(tables.read(path)) == {"IC1": WHOLE, "IC2": WHOLE}


def test_a_semicolon_as_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    text = f'Competency;IC1;IC2\n"R&amp;D";"{RAW}";"{RAW}"\n'
    path.write_text(text, encoding="utf-8")
    assert level_texts(tables.read(path)) == {"IC1": WHOLE, "IC2": WHOLE}


def test_xlsx(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Competency", "IC1", "IC2"])
    book.active.append(["R&amp;D", RAW, RAW])
    book.save(tmp_path / "x.xlsx")
    assert level_texts(tables.read(tmp_path / "x.xlsx")) == {"IC1": WHOLE, "IC2": WHOLE}


@pytest.mark.parametrize(("name", "text"), [("x.json", AS_JSON), ("x.yaml", AS_YAML)])
def test_data(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert level_texts(data.read(path)) == {"IC1": WHOLE, "IC2": WHOLE}


def test_what_is_escaped_twice_is_decoded_once(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("IC1:\n  Craft: &a '&amp;lt;'\nIC2:\n  Craft: *a\n", encoding="utf-8")
    whole = {"Craft": ["&lt;"]}
    assert level_texts(data.read(path)) == {"IC1": whole, "IC2": whole}
