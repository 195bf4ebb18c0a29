"""Opening the database: made at the first start, however many start at once; clear errors."""

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Connection

from bot.state import State, StateError
from bot.state.address import Postgres, Sqlite, read_address
from bot.state.tables import metadata
from tests.state.conftest import KEY, Open


async def test_several_that_start_at_once_on_an_empty_database(open_state: Open) -> None:
    states = await asyncio.gather(*(open_state(token_key=KEY) for _ in range(5)))
    for state in states:
        assert await state.check() == "ok"
    claims = [await state.deliveries.claim("A1", "T1", "Ev1") for state in states]
    assert len([claim for claim in claims if claim]) == 1


async def test_the_migrations_make_the_tables_as_they_are_declared(state: State) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with state.database.transaction() as connection:
        assert await connection.run_sync(differences) == []


async def test_what_is_kept_outlives_the_process(open_state: Open) -> None:
    first = await open_state()
    await first.preferences.set_level("T1", "U1", "ai-ml-engineer/P2")
    await first.close()
    second = await open_state()
    assert (await second.preferences.own("T1", "U1")).level == "ai-ml-engineer/P2"


async def test_a_database_of_a_newer_version_is_left_alone(
    open_state: Open, database_url: str
) -> None:
    state = await open_state()
    async with state.database.transaction() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StateError, match="newer levelbot"):
        await State.open(database_url)
    async with state.database.transaction() as connection:
        version = await connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    assert version == "9999"


async def test_a_transaction_that_fails_leaves_nothing(state: State) -> None:

    async def half() -> None:
        async with state.database.transaction() as connection:
            await connection.execute(sa.text("INSERT INTO facts VALUES ('a', 'b')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await half()
    assert await state.database.rows(sa.text("SELECT * FROM facts WHERE name = 'a'")) == []


async def test_a_database_that_is_gone_is_told(state: State) -> None:
    assert await state.check() == "ok"
    async with state.database.transaction() as connection:
        await connection.execute(sa.text("DROP TABLE feedback"))
    assert await state.check() == "ok", "it asks for no table"


# Addresses


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///var/levelbot.db", "var/levelbot.db"),
        ("sqlite:////data/level%20bot.db", "/data/level bot.db"),
        ("sqlite+aiosqlite:///x.db?mode=rw", "x.db"),
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
    ],
)
def test_sqlite_addresses(url: str, path: str | None) -> None:
    assert read_address(url) == Sqlite(Path(path) if path else None)


@pytest.mark.parametrize(
    ("url", "dsn", "told"),
    [
        (
            "postgres://me:s3cret@db.example.com:5432/levels",
            "postgresql://me:s3cret@db.example.com:5432/levels",
            "PostgreSQL, levels on db.example.com",
        ),
        (
            "postgresql+asyncpg://me@db/levels?ssl=require",
            "postgresql://me@db/levels?sslmode=require",
            "PostgreSQL, levels on db",
        ),
        (
            "postgresql://me:p%40ss@ep-1.neon.example/levels?sslmode=require&channel_binding=require",
            "postgresql://me:p%40ss@ep-1.neon.example/levels?sslmode=require",
            "PostgreSQL, levels on ep-1.neon.example",
        ),
        (
            "postgresql:///levels?host=/var/run/postgresql&application_name=levelbot",
            "postgresql:///levels?host=%2Fvar%2Frun%2Fpostgresql&application_name=levelbot",
            "PostgreSQL, levels on /var/run/postgresql",
        ),
    ],
)
def test_postgresql_addresses_as_hosts_give_them(url: str, dsn: str, told: str) -> None:
    address = read_address(url)
    assert isinstance(address, Postgres)
    assert (address.dsn, address.told) == (dsn, told)
    assert "s3cret" not in repr(address)


@pytest.mark.parametrize(
    ("url", "pooled", "timeout_s"),
    [
        ("postgresql://db/levels", False, 5),
        ("postgresql://db/levels?pgbouncer=true&connect_timeout=15", True, 15),
    ],
)
def test_what_a_postgresql_address_says_of_its_pooler(
    url: str, pooled: bool, timeout_s: float
) -> None:
    address = read_address(url)
    assert isinstance(address, Postgres)
    assert (address.pooled, address.connect_timeout_s) == (pooled, timeout_s)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://db/levels", "names no database that levelbot knows"),
        ("levels.db", "names no database that levelbot knows"),
        ("", "names no database that levelbot knows"),
        ("sqlite://var/levels.db", "three slashes"),
        ("postgresql://db:port/levels", "is no address"),
        ("postgresql://db/levels?connect_timeout=soon", "connect_timeout"),
    ],
)
async def test_addresses_that_are_none(url: str, words: str) -> None:
    with pytest.raises(StateError, match=words):
        await State.open(url)


async def test_a_server_that_is_not_there() -> None:
    with pytest.raises(ConnectionError, match="can't open the database") as raised:
        await State.open("postgresql://me:s3cret@127.0.0.1:9/levels?connect_timeout=1")
    assert "s3cret" not in str(raised.value)
    assert "check DATABASE_URL" in str(raised.value)


async def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConnectionError, match="can't open the database"):
        await State.open(f"sqlite:///{tmp_path}/file/levelbot.db")


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "levelbot.db").write_text("not a database" * 100)
    with pytest.raises(ConnectionError, match="not a database"):
        await State.open(f"sqlite:///{tmp_path}/levelbot.db")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_behind_a_pooler_no_statement_is_kept_prepared(
    open_state: Open, database_url: str
) -> None:
    state = await open_state(url=f"{database_url}&pgbouncer=true")
    for number in range(3):
        assert await state.deliveries.claim("A1", "T1", str(number))
    kept = await state.database.rows(sa.text("SELECT name FROM pg_prepared_statements"))
    assert len(kept) <= 1, "but for this one"
