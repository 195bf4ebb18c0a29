"""A theme with one short phrase at each level is a section; dimensions go by their names alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.ladder import Statement, load_ladder
from bot.ladder.importers.run import import_files

HEADS = {
    "Junior Engineer | Engineer": ["junior-engineer", "engineer"],
    "Junior Engineer | Senior Engineer": ["junior-engineer", "senior-engineer"],
    "IC1 | IC2": ["IC1", "IC2"],
}
ROWS = (
    ("Craft", "Learns the craft", "Knows it"),
    ("People", "Asks", "Helps"),
    ("Scope", "Tasks", "Features"),
)


def markdown(levels: str) -> str:
    rows = "".join(f"| {' | '.join(row)} |\n" for row in ROWS)
    return f"# Acme ladder\n\n| Theme | {levels} |\n|---|---|---|\n{rows}"


def table(levels: str) -> str:
    rows = "".join(f"{','.join(row)}\n" for row in ROWS)
    return f"Theme,{levels.replace(' | ', ',')}\n{rows}"


@pytest.mark.parametrize("levels", HEADS)
@pytest.mark.parametrize(("name", "make"), [("x.md", markdown), ("x.csv", table)])
def test_only_a_known_name_makes_a_dimension(
    tmp_path: Path, name: str, make: Callable[[str], str], levels: str
) -> None:
    path = tmp_path / name
    path.write_text(make(levels), encoding="utf-8")
    import_files([path], tmp_path / "out", family="engineer")
    ladder = load_ladder(tmp_path / "out")
    assert list(ladder.dimensions) == ["scope"]
    assert list(ladder.sections) == ["craft", "people"]
    cards = ladder.families["engineer"].cards
    assert list(cards) == HEADS[levels]
    first = cards[HEADS[levels][0]]
    assert first.meaning.dimensions == {"scope": "Tasks"}
    assert first.sections["craft"] == (Statement("Learns the craft"),)


def test_a_theme_of_labels_and_values(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    text = "".join(f"## IC{n} Engineer\n\n- **Craft:** Learns {n} things\n\n" for n in (1, 2))
    path.write_text(text, encoding="utf-8")
    import_files([path], tmp_path / "out", family="engineer")
    ladder = load_ladder(tmp_path / "out")
    assert not ladder.dimensions
    assert list(ladder.sections) == ["craft"]
