"""Pay is kept word for word; figures are taken only with a plain currency and period."""

from pathlib import Path

import pytest

from bot.ladder import Pay, load_ladder
from bot.ladder.importers.run import import_files

TEXT = "P2 — Engineer\nWrites code.\nWhat you'd do\n- Codes\nWhat it pays\n{}\n"
LABEL = "# P2 Engineer\n\nWrites code.\n\nSalary range: {}\n\n## What you'd do\n\n- Codes\n"
TABLE = "Competency,P2,P3\nCraft,Codes,Leads\nPay,{0},{0}\n"
NOTES = (
    "$100,000 - $120,000",
    "€60.000 – €75.000",
    "$100k - $120k",
    "$100k-$120k",
    "120000-150000 USD",
    "100-120 per hour",
    "Base: $100k-$120k and a bonus",
)


def pay_in(tmp_path: Path, name: str, text: str) -> Pay | None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    import_files([path], tmp_path / "out", family="engineer")
    return load_ladder(tmp_path / "out").families["engineer"].cards["P2"].pay


@pytest.mark.parametrize("note", NOTES)
def test_a_range_that_does_not_say_what_for_is_a_note(tmp_path: Path, note: str) -> None:
    assert pay_in(tmp_path, "x.txt", TEXT.format(note)) == Pay(note=note)


@pytest.mark.parametrize("note", NOTES)
def test_the_same_behind_a_label(tmp_path: Path, note: str) -> None:
    assert pay_in(tmp_path, "x.md", LABEL.format(note)) == Pay(note=note)


@pytest.mark.parametrize("note", NOTES)
def test_the_same_in_a_table(tmp_path: Path, note: str) -> None:
    assert pay_in(tmp_path, "x.csv", TABLE.format(f'"{note}"')) == Pay(note=note)


def test_a_currency_and_a_period_make_figures(tmp_path: Path) -> None:
    note = "£50k–£65k per year"
    pay = Pay("available", note, low=50000, high=65000, currency="GBP", period="year")
    assert pay_in(tmp_path, "x.txt", TEXT.format(note)) == pay
