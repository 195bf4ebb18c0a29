"""A small sound ladder to break, and a way to read what is wrong with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.ladder.validate import find_problems
from bot.questions.language.english import SHORT_FORMS

SOUND = Path(__file__).parent / "sound"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the small sound ladder."""
    return shutil.copytree(SOUND, tmp_path / "ladder")


@pytest.fixture
def told(root: Path) -> Callable[[], list[str]]:
    """What validation says of the ladder, with files named as within its folder."""

    def problems() -> list[str]:
        found = map(str, find_problems(root, SHORT_FORMS))
        return [line.replace(f"{root}/", "").replace(str(root), ".") for line in found]

    return problems
