"""`--family` finds the family of the files by its id or its name, in whatever case."""

from pathlib import Path

import pytest

from bot.ladder import load_ladder
from bot.ladder.importers.run import import_files

TWO = "Family,Level,Theme,Statement\nBackend,IC1,Craft,Codes\nFrontend,IC1,Craft,Paints\n"
ONE = "Family,Level,Theme,Statement\nBackend,IC1,Craft,Codes\n"


@pytest.mark.parametrize("text", [TWO, ONE], ids=["of two families", "of one family"])
@pytest.mark.parametrize("family", ["Backend", "backend", "BACKEND"])
def test_any_case(tmp_path: Path, family: str, text: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    import_files([path], out, family=family)
    families = load_ladder(out).families
    assert [(each.id, each.name) for each in families.values()] == [("backend", "Backend")]
    assert import_files([path], out, family=family).written == 0
