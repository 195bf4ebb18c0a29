"""`levelbot diff` with folders and git revisions."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.cli import main

SHIPPED = Path(__file__).parents[2] / "level_data"
CARD = "ai-ml-engineer/P2.yaml"


def git(folder: Path, *words: str) -> None:
    me = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "tag.gpgsign=false")
    subprocess.run(["git", "-C", folder, *me, *words], check=True, capture_output=True)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with three revisions of a ladder: v1 sound, v2 reworded, and one broken."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "work"
    ladder = Path(shutil.copytree(SHIPPED, root / "data/ladder"))
    (root / ".gitattributes").write_text("*.yaml export-ignore\n")  # `git archive` would obey
    git(root, "init", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-m", "one")
    git(root, "tag", "v1")
    replace(ladder / CARD, "Pipeline development", "Pipeline construction")
    git(root, "commit", "-am", "two")
    git(root, "tag", "v2")
    replace(ladder / CARD, "title:", "titel:")
    git(root, "commit", "-am", "broken")
    replace(ladder / CARD, "titel:", "title:")
    monkeypatch.setenv("LEVEL_DATA", str(ladder))
    monkeypatch.chdir(root)
    return ladder


@pytest.mark.parametrize(("old", "new"), [("v1", "v2"), ("main~2", "data/ladder"), ("v1", "HEAD^")])
def test_tells_what_was_reworded(
    repository: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    assert main(["diff", old, new]) == 0
    out = capsys.readouterr().out
    assert "AI/ML Engineer P2 — Developing Professional\n" in out
    assert "    ~ Pipeline development\n      → Pipeline construction\n" in out
    assert out.endswith("Lines: 0 added, 0 removed, 1 reworded, 0 moved\n")


def test_json(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "v2", "v1", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data == {
        "old": "v2",
        "new": "v1",
        "summary": {"added": 0, "removed": 0, "reworded": 1, "moved": 0},
        "changes": [
            {
                "change": "changed",
                "what": "card",
                "id": "ai-ml-engineer/P2",
                "name": "AI/ML Engineer P2 — Developing Professional",
                "was": None,
                "lines": [
                    {
                        "change": "reworded",
                        "part": "skills",
                        "where": ["Skills, knowledge & tools"],
                        "was": None,
                        "old": "Pipeline construction",
                        "new": "Pipeline development",
                    }
                ],
            }
        ],
    }


def test_the_same(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "v2", str(repository)]) == 0
    assert capsys.readouterr().out == "The two ladders say the same.\n"


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("v9", "neither a folder nor a revision"),
        ("v1:data", "is no revision"),
        ("v1 v2", "is no revision"),
        ("", "is no revision"),
        ("v1\n", "is no revision"),
        ("v1^{tree}", "neither a folder nor a revision"),
    ],
)
def test_no_such_revision(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: str, words: str
) -> None:
    assert main(["diff", revision, "v1"]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


def test_revision_is_never_an_option(
    repository: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["diff", "--", f"--output={tmp_path}/stolen", "v1"]) == 2
    assert "is no revision" in capsys.readouterr().err
    assert not (tmp_path / "stolen").exists()


def test_ladder_that_was_broken_names_revision_and_place(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "v1", "HEAD"]) == 2
    error = capsys.readouterr().err
    assert f"HEAD:{repository / CARD}:" in error
    assert "has the unknown key `titel:`" in error


def test_before_there_was_a_ladder(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEVEL_DATA", str(repository.parent))
    assert main(["diff", "v1", "v2"]) == 2
    assert "held no ladder at v1" in capsys.readouterr().err


def test_no_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEVEL_DATA", str(shutil.copytree(SHIPPED, tmp_path / "ladder")))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert main(["diff", "HEAD", str(SHIPPED)]) == 2
    assert "is in no git repository" in capsys.readouterr().err


def test_no_git(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert main(["diff", "v1", "v2"]) == 2
    assert "git is not installed" in capsys.readouterr().err
