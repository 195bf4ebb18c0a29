"""Importing into a folder that has a ladder already."""

import shutil
from pathlib import Path

from bot.cli import main

ROOT = Path(__file__).resolve().parents[2]
GUIDE = """questions:
  - question: How do promotions work?
    also_asked: [What is the promotion process?]
    answer: Ask the owner.
"""


def test_reads_what_the_loader_reads(tmp_path: Path) -> None:
    """PyYAML's parser in Python stops at the question mark; libyaml, which loads, does not."""
    ladder = tmp_path / "ladder"
    shutil.copytree(ROOT / "level_data", ladder)
    (ladder / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    card = ROOT / "tests" / "data" / "ai-ml-engineer-P2.txt"
    assert main(["import", str(card), "--out", str(ladder)]) == 0
    assert (ladder / "guide.yaml").read_text(encoding="utf-8") == GUIDE
