"""`levelbot export`: what is written where, and what is left alone."""

import json
import os
import shutil
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.export import RECORD

SHIPPED = Path(__file__).parents[2] / "level_data"


@pytest.fixture
def ladder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "ladder"))
    monkeypatch.setenv("LEVEL_DATA", str(folder))
    return folder


def files(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return found - {RECORD}


PAGES = {"ai-ml-engineer", "data-scientist", "software-engineer"}


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ([], {"index.md", *(f"families/{id_}.md" for id_ in PAGES)}),
        (["--format", "csv"], {"ladder.csv"}),
        (["--format", "json"], {"ladder.json"}),
        (["--format", "html"], {"index.html", *(f"families/{id_}.html" for id_ in PAGES)}),
    ],
    ids=["default", "csv", "json", "html"],
)
def test_writes_the_files(
    ladder: Path, tmp_path: Path, arguments: list[str], names: set[str]
) -> None:
    out = tmp_path / "new" / "out"
    assert main(["export", str(out), *arguments]) == 0
    assert files(out) == names
    mode = os.umask(0)
    os.umask(mode)
    assert all((out / name).stat().st_mode & 0o777 == 0o666 & ~mode for name in names)


def test_replaces_its_own_and_removes_what_is_gone(ladder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", str(out)]) == 0
    assert main(["export", str(out), "--format", "json"]) == 0
    shutil.rmtree(ladder / "data-scientist")
    assert main(["export", str(out)]) == 0
    assert not (out / "families/data-scientist.md").exists()
    assert "Data Scientist" not in (out / "index.md").read_text(encoding="utf-8")
    assert (out / "ladder.json").exists()


def test_leaves_a_file_alone_that_no_export_wrote(
    ladder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    mine = tmp_path / "out/index.md"
    mine.write_text("mine")
    assert main(["export", str(tmp_path / "out")]) == 2
    assert mine.read_text() == "mine"
    assert files(tmp_path / "out") == {"index.md"}
    assert capsys.readouterr().err.startswith(f"levelbot: {mine} is there and no export wrote it")


def test_the_same_file_may_stand_there_already(ladder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", str(out), "--format", "json"]) == 0
    (out / RECORD).unlink()
    assert main(["export", str(out), "--format", "json"]) == 0


@pytest.mark.parametrize("names", [["../mine.txt"], ["/etc/passwd"], [7], "x"])
def test_record_that_was_tampered_with_removes_nothing(
    ladder: Path, tmp_path: Path, names: object
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    out = tmp_path / "out"
    out.mkdir()
    (out / RECORD).write_text(json.dumps({"json": names}))
    assert main(["export", str(out), "--format", "json"]) == 0
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("name", [".", "exports"])
def test_never_into_the_ladder_itself(
    ladder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = files(ladder)
    assert main(["export", str(ladder / name)]) == 2
    assert "in the ladder's own folder" in capsys.readouterr().err
    assert files(ladder) == before


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_is_no_folder(
    ladder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["export", str(tmp_path / name)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert str(tmp_path / "file") in error
    assert (tmp_path / "file").read_text() == "mine"


def test_broken_ladder_writes_nothing(
    ladder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ladder / "ai-ml-engineer/P2.yaml").write_text("level: P2\n")
    assert main(["export", str(tmp_path / "out")]) == 2
    assert "P2.yaml:1:1: has no `title:`" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
