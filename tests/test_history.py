"""What changed lately, from a real repository."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from bot.history import NOTHING, History, recent_changes
from bot.ladder import load_ladder
from bot.ladder.rules import Rules
from bot.text.changes import change_lines

SHIPPED = Path(__file__).parent.parent / "level_data"
DAY_S = 86_400


def commit(folder: Path, message: str, days_ago: float) -> None:
    at = f"@{int(time.time() - days_ago * DAY_S)} +0000"
    me = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    for words in (("add", "."), ("commit", "-m", message)):
        subprocess.run(
            ["git", "-C", folder, *me, *words],
            check=True,
            capture_output=True,
            env={**os.environ, **dates},
        )


@pytest.fixture
def ladder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ladder committed 60 days ago, changed 40 and 2 days ago."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    root = Path(shutil.copytree(SHIPPED, tmp_path / "work/ladder"))
    subprocess.run(
        ["git", "-C", root.parent, "init", "-b", "main"], check=True, capture_output=True
    )
    commit(root, "one", 60)
    card = root / "ai-ml-engineer/P2.yaml"
    for words, days_ago in (("Pipeline building", 40), ("Pipeline buildings", 2)):
        old = "Pipeline development" if days_ago == 40 else "Pipeline building"
        card.write_text(card.read_text().replace(old, words))
        commit(root, words, days_ago)
    return root


def test_tells_the_changes_of_the_last_month_only(ladder: Path) -> None:
    recent = recent_changes(ladder, load_ladder(ladder), Rules())
    (line,) = change_lines(recent.subjects)
    assert line == "AI/ML Engineer P2 — Developing Professional: 1 reworded"
    assert recent.at is not None
    assert time.time() - 3 * DAY_S < recent.at < time.time() - DAY_S
    (subject,) = recent.subjects
    assert [(c.old, c.new) for c in subject.changes] == [
        ("Pipeline building", "Pipeline buildings")
    ]


def test_a_folder_without_a_history_tells_nothing(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SHIPPED, tmp_path / "ladder"))
    assert recent_changes(root, load_ladder(root), Rules()) == NOTHING


def test_a_ladder_that_was_broken_then_tells_nothing(ladder: Path) -> None:
    (ladder / "ladder.yaml").write_text("tracks: [")
    commit(ladder, "broken", 35)
    shutil.copy(SHIPPED / "ladder.yaml", ladder / "ladder.yaml")
    commit(ladder, "sound", 1)
    assert recent_changes(ladder, load_ladder(ladder), Rules()) == NOTHING


HIDDEN = """
restricted:
  - fields: [skills]
    to: {}
    ask: Rosa
hidden:
  - families: [data-scientist]
    to: {}
"""


def test_what_was_hidden_to_its_end_does_not_show_as_removed(ladder: Path) -> None:
    """A rule goes with what it names: one that names nothing is an error."""
    plain = (ladder / "ladder.yaml").read_text("utf-8")
    (ladder / "ladder.yaml").write_text(plain + HIDDEN, "utf-8")
    commit(ladder, "rules", 35)
    (ladder / "ladder.yaml").write_text(plain, "utf-8")
    card = ladder / "ai-ml-engineer/P2.yaml"
    card.write_text(card.read_text("utf-8").replace("Pipeline buildings", "Pipeline making"))
    shutil.rmtree(ladder / "data-scientist")
    commit(ladder, "gone", 1)
    recent = recent_changes(ladder, load_ladder(ladder), Rules())
    told = repr(recent.subjects)
    assert "Data Scientist" not in told
    assert "Pipeline building'" not in told, "the wording that was kept for some"


async def test_the_history_is_worked_out_once_for_a_ladder(
    ladder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history, now = History(ladder), load_ladder(ladder)
    first = await history.recent(now, Rules())
    assert await history.recent(now, Rules()) is first
