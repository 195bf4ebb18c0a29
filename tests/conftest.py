"""Fixtures: the shipped ladder, the bot in a local Slack workspace, its door and its log."""

import asyncio
import io
import logging
import os
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

import aiohttp
import hypothesis
import pytest
from pydantic import SecretStr

from bot.answers import Answerer, ask_about
from bot.app import build_web
from bot.ladder import Ladder, load_ladder
from bot.logs import set_up_logging
from bot.manifest import manifest
from bot.reload import LadderSource
from bot.settings import Settings
from bot.state import State
from bot.web.server import start, stop
from local_slack import LocalSlack
from tests.support import PATIENCE_S, Door, Log, sent_problems, settled

ROOT = Path(__file__).resolve().parent.parent
SLACK_WAITS_S = 3.0
"""For an acknowledgement. On a busy machine the app goes on beyond it, into whatever comes next."""
TALKATIVE = ("slack_sdk", "slack_bolt", "aiohttp", "asyncio", "alembic", "aiosqlite", "sqlalchemy")
"""Loggers whose level `set_up_logging` changes."""

# The same examples on every run, so that a red suite means a changed product and nothing else.
# HYPOTHESIS_PROFILE=search looks for new ones.
hypothesis.settings.register_profile("default", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2_000, database=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "provokes_faults: Slack refuses or fails here on purpose; the test judges alone"
    )
    config.addinivalue_line(
        "markers", "on_time: Slack waits no longer for the app than it does, on a busy machine too"
    )


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither this machine's environment nor its tokens reach a test."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/state.db")


@pytest.fixture(scope="session")
def ladder() -> Ladder:
    """The ladder that ships."""
    return load_ladder(ROOT / "level_data")


@pytest.fixture(scope="session")
def ask(ladder: Ladder) -> Answerer:
    """Asks the ladder that ships."""
    return ask_about(ladder)


@pytest.fixture(scope="session")
def shipped_source() -> LadderSource:
    """The ladder that ships, as the bot holds it."""
    return LadderSource(ROOT / "level_data")


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[Log]:
    """The bot's log at DEBUG, through its own set-up; what pytest had set up comes back."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in TALKATIVE}
    root.handlers = []
    stream = io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        set_up_logging("DEBUG", "text")
    root.handlers += handlers
    yield Log(stream)
    root.handlers = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table, to be copied."""
    path = tmp_path_factory.mktemp("state") / "empty.db"

    async def make() -> None:
        await (await State.open(f"sqlite:///{path}")).close()

    with ThreadPoolExecutor(1) as thread:  # a loop may be running in this one
        thread.submit(lambda: asyncio.run(make())).result()
    return path


@asynccontextmanager
async def fresh_state(
    request: pytest.FixtureRequest, name: str = "levelbot.db"
) -> AsyncIterator[State]:
    """What the bot remembers: nothing yet."""
    path = request.getfixturevalue("tmp_path") / name
    shutil.copy(request.getfixturevalue("empty_database"), path)
    state = await State.open(f"sqlite:///{path}")
    try:
        yield state
    finally:
        await state.close()


@pytest.fixture
async def state(request: pytest.FixtureRequest) -> AsyncIterator[State]:
    """What the bot of the fixture `slack` remembers."""
    async with fresh_state(request) as opened:
        yield opened


@pytest.fixture
async def slack(
    shipped_source: LadderSource, state: State, log: Log, request: pytest.FixtureRequest
) -> AsyncIterator[LocalSlack]:
    """A local workspace joined with the bot over HTTP."""
    async with joined(shipped_source, log, request, state) as workspace:
        yield workspace


@asynccontextmanager
async def joined(
    source: LadderSource,
    log: Log,
    request: pytest.FixtureRequest,
    state: State | None = None,
    **further: Any,
) -> AsyncIterator[LocalSlack]:
    """A local workspace joined with the bot over HTTP, for as long as the `with` block lasts.

    At its end, everything that the bot sent must be what Slack takes (unless the test is
    marked `provokes_faults`), and no secret may stand in the log. The bot remembers nothing yet,
    unless a `state` is given. `further` settings are the bot's own.
    """
    waits_s = SLACK_WAITS_S if request.node.get_closest_marker("on_time") else PATIENCE_S
    made = manifest("https://levelbot.example.com", restricts=bool(source.circles))
    async with (
        nullcontext(state) if state else fresh_state(request) as remembered,
        LocalSlack(manifest=made, timeout_s=waits_s) as workspace,
    ):
        settings = Settings(
            slack_bot_token=SecretStr(workspace.bot_token),
            slack_signing_secret=SecretStr(workspace.signing_secret),
            slack_api_url=workspace.api_url,
            _env_file=None,
            **further,
        )
        runner, port = await start(build_web(settings, source, remembered), "127.0.0.1", 0)
        workspace.app_url = f"http://127.0.0.1:{port}/slack/events"
        try:
            yield workspace
            await settled(workspace)
        finally:
            await stop(runner)
        if not request.node.get_closest_marker("provokes_faults"):
            assert sent_problems(workspace) == []
        for secret in (workspace.bot_token, workspace.signing_secret):
            assert secret not in log.text


@pytest.fixture
async def door(slack: LocalSlack) -> AsyncIterator[Door]:
    """For requests that no workspace would send."""
    async with aiohttp.ClientSession() as http:
        yield Door(slack, http)
