"""A file's name may name the level of a card, but never make a card of a text that is none."""

from pathlib import Path

import pytest

from bot.ladder import load_ladder
from bot.ladder.importers.found import UnreadableError
from bot.ladder.importers.run import import_files

FOREIGN = {
    "a note": ("b04.md", "Dear all,\n\nLunch is at noon.\n\n- Pizza\n- Salad\n"),
    "a note as text": ("b04.txt", "Dear all,\nLunch is at noon.\n- Pizza\n- Salad\n"),
    "a note with a heading": ("b04.md", "# Lunch\n\n- Pizza\n- Salad\n"),
    "a page with a script": ("b08.html", "<html><body><script>x</script></body></html>"),
    "a page with a note": ("b08.html", "<html><body><p>Lunch is at noon.</p></body></html>"),
    "a grade and a note": ("senior-2.md", "Lunch is at noon.\n"),
}
CARDS = {
    "a known part": ("ic3.md", "Ships things.\n\n## Skills\n\n- Python\n"),
    "a job": ("ic3.md", "# Software Engineer\n\n- Ships things\n"),
    "themes": ("ic3.md", "## Delivery\n\n- Ships things\n\n## Growth\n\n- Learns\n"),
    "a label": ("ic3.txt", "Scope: small things\nShips things.\n"),
    "years": ("ic3.md", "Ships things.\n\n2-4 years of experience\n"),
    "a page": ("ic3.html", "<html><body><h1>Engineer</h1><p>Ships things.</p></body></html>"),
}


@pytest.mark.parametrize(("name", "text"), FOREIGN.values(), ids=FOREIGN)
def test_another_text_is_refused(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError, match=f"{name}:1: "):
        import_files([path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("name", "text"), CARDS.values(), ids=CARDS)
def test_a_card_takes_its_code_from_the_name(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    import_files([path], tmp_path / "out", family="engineer")
    assert list(load_ladder(tmp_path / "out").families["engineer"].cards) == ["IC3"]
