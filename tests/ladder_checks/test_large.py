"""The large ladder of the benchmarks, made of a few lines in the form of O*NET's files."""

from pathlib import Path

import pytest

from benchmarks import run
from benchmarks.figures import Figure
from benchmarks.ladders import large_ladder
from benchmarks.onet_ladder import write_ladder
from bot.ladder import load_ladder
from bot.ladder.validate import find_problems

ROWS = {
    "Occupation Data.txt": [
        "O*NET-SOC Code\tTitle\tDescription",
        "11-1011.00\tLine Cooks\tCook on a line.",
        "11-1012.00\tPipe Fitters, Other\tFit pipes.",
    ],
    "Alternate Titles.txt": [
        "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)",
        *(
            f"11-1011.00\t{title}\tn/a\t02"
            for title in ("Cook", "Senior Cook", "Cook II", "Kitchen Manager", "Fry Cook", "COOK")
        ),
        *(f"11-1012.00\t{title}\tn/a\t02" for title in ("Pipe-Fitter", "Fitter", "Pipefitter")),
    ],
    "Task Statements.txt": [
        "O*NET-SOC Code\tTask ID\tTask\tTask Type",
        "11-1011.00\t1\tFry food.\tCore",
        "11-1011.00\t2\tCut food.\tCore",
    ],
    "Technology Skills.txt": [
        "O*NET-SOC Code\tExample\tCommodity Code",
        "11-1011.00\tA till\t1",
    ],
}


@pytest.fixture
def onet(tmp_path: Path) -> Path:
    folder = tmp_path / "onet"
    folder.mkdir()
    for name, rows in ROWS.items():
        (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_it_is_a_sound_ladder_with_every_title_on_a_level(onet: Path, tmp_path: Path) -> None:
    write_ladder(onet, tmp_path / "ladder")
    assert [p for p in find_problems(tmp_path / "ladder", {}) if not p.warning] == []
    ladder = load_ladder(tmp_path / "ladder")
    levels = {title: card.level.code for card in ladder.cards() for title in card.titles}
    assert levels.keys() == {
        *("Cook", "Senior Cook", "Cook II", "Kitchen Manager", "Fry Cook"),
        *("Pipe-Fitter", "Fitter", "Pipefitter"),
    }
    assert levels["Senior Cook"] == "P4"
    assert levels["Cook II"] == "P2"
    assert levels["Kitchen Manager"] == "M2"
    assert levels["Pipe-Fitter"] == levels["Pipefitter"]


def test_it_is_the_same_each_time(onet: Path, tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        write_ladder(onet, tmp_path / name)
        files = sorted((tmp_path / name).rglob("*.yaml"))
        written.append([(f.relative_to(tmp_path / name), f.read_bytes()) for f in files])
    assert written[0] == written[1]


def test_without_the_files_the_benchmark_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def skipped() -> list[Figure]:
        with large_ladder():
            return []

    monkeypatch.setenv("ONET_DATA", str(tmp_path))
    monkeypatch.setattr(run, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(run, "BENCHMARKS", {"large": skipped})
    assert run.main() == 0
    assert "set ONET_DATA" in capsys.readouterr().out
    assert "set ONET_DATA" in (tmp_path / "results.json").read_text(encoding="utf-8")
