"""Makes and changes the tables on start, one process at a time."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.state.errors import StateError

if TYPE_CHECKING:
    from alembic.config import Config

_log = logging.getLogger(__name__)

# Any number that no other user of the same database takes for a lock: "levelbot" in ASCII.
_LOCK = int.from_bytes(b"levelbot", "big")


def migrate(connection: Connection) -> None:
    """Bring the tables up to date within the transaction of `connection`. Raises StateError.

    Another process that starts at the same time waits for this transaction's end. On PostgreSQL
    the lock belongs to the transaction, so that it works through a pooler as well; on SQLite the
    transaction has begun as a writing one.
    """
    # Only here: most commands need no database, and would wait for Alembic to be loaded.
    from alembic import command  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    config = _config(connection)
    newest = ScriptDirectory.from_config(config).get_current_head()
    before = _version(connection)
    if before == newest:
        return
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StateError(
            f"the database can't be migrated ({error}); was it made by a newer levelbot? "
            "Start that version, or use another database"
        ) from error
    if before is not None:
        _log.info("state: tables migrated from version %s to %s", before, newest)


def _config(connection: Connection) -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def _version(connection: Connection) -> str | None:
    """The version that the tables are at; None before the first migration."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return found
