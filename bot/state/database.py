"""The connection to the database: SQLite or PostgreSQL, with the same manners."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, Self, TypeVar
from uuid import uuid4

import asyncpg
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.state.address import Address, Postgres, Sqlite, read_address
from bot.state.errors import StateError
from bot.state.migrating import migrate
from bot.state.pulse import Pulse
from bot.state.timing import within
from bot.state.wal import use_wal

CONNECTIONS = 10
"""The most connections that one process takes to PostgreSQL."""
STATEMENT_TIMEOUT_S = 10.0
WAIT_FOR_CONNECTION_S = 5.0
CHECK_WITHIN_S = 1.5
TRIES = 3
"""Of what must be known, at a database that refuses; a connection that broke is made anew."""
AGAIN_AFTER_S = 0.2
INSIST_FOR_S = 30.0
"""For so long what must be known is asked of a database that answers others, but not this."""

T = TypeVar("T")

Row = sa.Row[Any]

FAILURES = (SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError)
"""What statements raise when the database can't be reached, or fails."""


class Database:
    """Statements, each a transaction of its own unless `transaction()` joins several."""

    def __init__(self, address: Address, engine: AsyncEngine) -> None:
        self.address = address
        self._engine = engine
        # Without BEGIN and COMMIT around a single statement: two round trips fewer.
        self._single = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._is_postgres = isinstance(address, Postgres)
        self._pulse = Pulse()

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect, and bring the tables up to date. Raises StateError, ConnectionError."""
        address = read_address(url)
        try:
            engine = await _sqlite(address) if isinstance(address, Sqlite) else _postgres(address)
            database = cls(address, engine)
        except (OSError, sqlite3.Error) as error:
            raise ConnectionError(f"can't open the database ({address.told}): {error}") from error
        try:
            async with engine.begin() as connection:
                await connection.run_sync(migrate)
        except StateError:
            await engine.dispose()
            raise
        except FAILURES as error:
            await engine.dispose()
            message = f"can't open the database ({address.told}): {cause(error)}"
            raise ConnectionError(f"{message}; check DATABASE_URL") from error
        return database

    async def close(self) -> None:
        """Give every connection back."""
        await self._engine.dispose()

    async def check(self) -> str:
        """ "ok", or what is wrong. Never raises, and takes CHECK_WITHIN_S at most."""
        try:
            await within(CHECK_WITHIN_S, self.rows(sa.select(sa.literal(1))))
        except FAILURES as error:
            return f"can't be reached: {cause(error)}"
        return "ok"

    def insert(self, table: sa.Table) -> "postgresql.Insert | sqlite.Insert":
        """An INSERT that knows ON CONFLICT."""
        return postgresql.insert(table) if self._is_postgres else sqlite.insert(table)

    async def rows(self, statement: sa.Executable) -> Sequence[Row]:
        """Run one statement, reading or writing; returns the rows that it gives."""
        async with self._single.connect() as connection:
            result = await connection.execute(statement)
            self._pulse.beat()
            return result.all() if result.returns_rows else ()

    async def row(self, statement: sa.Executable) -> Row | None:
        """The first row that a statement gives, if any."""
        return next(iter(await self.rows(statement)), None)

    async def count(self, statement: sa.Executable) -> int:
        """Run one writing statement; returns how many rows it changed."""
        async with self._single.connect() as connection:
            result = await connection.execute(statement)
            self._pulse.beat()
            return result.rowcount

    async def patiently(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` returns, for as long as the database answers anything.

        Raises what it raises, and TimeoutError when nothing is heard of the database.
        """
        return await self._pulse.heard(work)

    async def insist(self, call: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What `call` returns, called again where it fails: for what must be known.

        It must do no harm when it is done twice, as a statement that failed may have come through.
        Raises one of FAILURES when the database is out of reach: it refuses, or is silent.
        """
        tries, started, known_silent = 0, time.monotonic(), self._pulse.is_silent
        while True:
            beats, tries = self._pulse.beats, tries + 1
            try:
                return await self.patiently(call())
            except FAILURES:
                if self._pulse.beats != beats:  # it answers others meanwhile
                    is_over = time.monotonic() - started > INSIST_FOR_S
                else:
                    is_over = known_silent or self._pulse.is_silent or tries >= TRIES
                if is_over:
                    self._pulse.is_silent = True
                    raise
            await asyncio.sleep(AGAIN_AFTER_S)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """Several statements as one: all of them hold, or none."""
        async with self._engine.begin() as connection:
            yield connection
        self._pulse.beat()


def cause(error: BaseException) -> str:
    """Why the database failed, for people: without statements and their values."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig.__cause__ or error.orig
    if isinstance(error, TimeoutError):
        return "it did not answer in time"
    return str(error).partition("\n")[0] or type(error).__name__


async def _sqlite(address: Sqlite) -> AsyncEngine:
    if address.path is not None:
        address.path.parent.mkdir(parents=True, exist_ok=True)
        await asyncio.to_thread(use_wal, address.path, WAIT_FOR_CONNECTION_S)
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{address.path or ':memory:'}",
        # One connection: writers of one process wait in a row here, and not in SQLite's own way,
        # which is to sleep and try again.
        poolclass=sa.pool.AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=WAIT_FOR_CONNECTION_S,
        pool_reset_on_return=None,  # nothing is left open: a rollback each time would cost as much
        connect_args={"timeout": WAIT_FOR_CONNECTION_S},
        hide_parameters=True,
    )

    @sa.event.listens_for(engine.sync_engine, "connect")
    def set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        cursor = connection.cursor()
        for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @sa.event.listens_for(engine.sync_engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # A transaction that reads first and then writes would fail when another has written
        # in between; one that begins as a writing one waits.
        if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _postgres(address: Postgres) -> AsyncEngine:
    # Behind a pooler a prepared statement may meet another session, so none outlives its use.
    unprepared: dict[str, Any] = (
        {
            "prepared_statement_cache_size": 0,
            "prepared_statement_name_func": lambda: f"__levelbot_{uuid4()}__",
        }
        if address.pooled
        else {}
    )

    async def connect() -> Any:
        return await asyncpg.connect(
            address.dsn,
            timeout=address.connect_timeout_s,
            command_timeout=STATEMENT_TIMEOUT_S,
            statement_cache_size=0 if address.pooled else 100,
        )

    return create_async_engine(
        "postgresql+asyncpg://",
        async_creator=connect,
        connect_args=unprepared,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=WAIT_FOR_CONNECTION_S,
        pool_pre_ping=True,
        pool_recycle=1_800,  # hosts drop connections that are idle for long
        hide_parameters=True,
    )
