"""Statements that stand under a level with no heading: their section's name is told as ours."""

from pathlib import Path

import pytest

from bot.ladder import load_ladder
from bot.ladder.importers.run import import_files

SOURCES = {
    "text": ("x.txt", "P1 — Junior Baker\n\n• Bakes bread\n• Cleans up\n", 3, "Expectations"),
    "markdown": ("x.md", "# P1 Junior Baker\n\n- Bakes bread\n- Cleans up\n", 3, "Expectations"),
    "table": ("x.md", "| P1 | P2 |\n|---|---|\n| Bakes bread | Leads |\n", 3, "Expectations"),
    "csv": ("x.csv", "P1,P2\nBakes bread,Leads\nCleans up,Plans\n", 2, "Expectations"),
    "json": ("bakers.json", '{"P1": ["Bakes bread", "Cleans up"]}', 1, "bakers"),
}


@pytest.mark.parametrize(("name", "text", "line", "section"), SOURCES.values(), ids=SOURCES)
def test_the_name_is_told_as_not_the_sources(
    tmp_path: Path, name: str, text: str, line: int, section: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    report = import_files([path], tmp_path / "out", family="baker")
    [note] = [note for note in report.notes if "no heading" in note]
    assert note.startswith(f"{path}:{line}: note: Bakes bread: stands under no heading")
    assert f"a section called {section!r}, which is not the source's name" in note
    ladder = load_ladder(tmp_path / "out")
    assert [each.name for each in ladder.sections.values()] == [section]


def test_a_section_with_a_heading_is_not_told(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("# P1 Junior Baker\n\n## Expectations\n\n- Bakes bread\n", encoding="utf-8")
    report = import_files([path], tmp_path / "out", family="baker")
    assert not [note for note in report.notes if "no heading" in note]
