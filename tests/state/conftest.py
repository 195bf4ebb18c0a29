"""The state on SQLite and on PostgreSQL: a database of its own for every test."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from os import getpid
from pathlib import Path

import asyncpg
import pytest

from bot.state import State
from tests import postgres

KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
"""A TOKEN_KEY."""

_numbers = count()

Open = Callable[..., Awaitable[State]]
"""Opens the test's database, once more each time; takes what `State.open` takes."""


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now_s = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of a PostgreSQL server that pytest's processes share."""
    base = tmp_path_factory.getbasetemp()
    with postgres.server(base if worker_id == "master" else base.parent) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty database, as an operator writes it."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/var/levelbot.db"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"test_{getpid()}_{next(_numbers)}"
    connection = await asyncpg.connect(f"{server}/postgres")
    try:
        await connection.execute(f"CREATE DATABASE {name}")
        yield f"{server}/{name}?sslmode=disable".replace("postgresql://", "postgres://")
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        await connection.close()


@pytest.fixture
def clock() -> Clock:
    """The state's clock."""
    return Clock()


@pytest.fixture
async def open_state(database_url: str, clock: Clock) -> AsyncIterator[Open]:
    """Opens the test's database as one more process would."""
    opened: list[State] = []

    async def open_it(**arguments: object) -> State:
        arguments = {"url": database_url, "clock_s": clock, **arguments}
        opened.append(await State.open(**arguments))  # type: ignore[arg-type]
        return opened[-1]

    yield open_it
    for state in opened:
        await state.close()


@pytest.fixture
async def state(open_state: Open) -> State:
    """The state, as one process has it."""
    return await open_state(token_key=KEY)


@pytest.fixture
def in_thread() -> Callable[..., None]:
    """Runs a function or a coroutine function where no event loop runs yet."""

    def run(work: Callable[[], object]) -> None:
        def started() -> None:
            result = work()
            if asyncio.iscoroutine(result):
                asyncio.run(result)

        with ThreadPoolExecutor(1) as thread:
            thread.submit(started).result()

    return run
