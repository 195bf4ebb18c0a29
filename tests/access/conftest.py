"""The bot in a workspace, with a ladder that keeps something for some."""

from pathlib import Path

import pytest

from bot.ladder import Ladder, load_ladder
from bot.reload import LadderSource
from tests.access import restricted


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ladder's files."""
    return restricted.write(tmp_path_factory.mktemp("restricted"))


@pytest.fixture(scope="session")
def whole(folder: Path) -> Ladder:
    """The ladder as its files have it."""
    return load_ladder(folder)


@pytest.fixture(scope="session")
def shipped_source(folder: Path) -> LadderSource:
    """In place of the ladder that ships, so that the bot answers from this one."""
    return LadderSource(folder)
