"""From `DATABASE_URL`, as hosts give it, to how this bot connects."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from bot.state.errors import StateError

DEFAULT_URL = "sqlite:///var/levelbot.db"

_POSTGRES = re.compile(r"postgres(ql)?(\+[a-z0-9]+)?$")
_SQLITE = re.compile(r"sqlite(\+[a-z0-9]+)?$")

# What asyncpg 0.32 reads from a URL itself, and settings of the server that a URL may make.
# Others (channel_binding, gssencmode, keepalives, sslcompression) are libpq's alone: asyncpg
# would hand them to the server, which refuses a setting that it does not know.
_ASYNCPG_READS = frozenset(
    {
        *("host", "port", "dbname", "database", "user", "password", "passfile"),
        *("sslmode", "sslcert", "sslkey", "sslrootcert", "sslnegotiation", "sslcrl", "sslpassword"),
        *("ssl_min_protocol_version", "ssl_max_protocol_version", "target_session_attrs"),
        *("krbsrvname",),
    }
)
_SERVER_SETTINGS = frozenset({"application_name", "options", "search_path"})


@dataclass(frozen=True, slots=True)
class Sqlite:
    """A file; None for a database in memory that ends with the process."""

    path: Path | None

    @property
    def told(self) -> str:
        """For people, in logs and messages."""
        return f"SQLite, {self.path}" if self.path else "SQLite, in memory"


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server. `dsn` holds the password."""

    dsn: str
    told: str
    """For people: host and database, without user and password."""
    connect_timeout_s: float
    pooled: bool
    """A pooler stands between that may give each transaction another session (`pgbouncer=true`)."""

    def __repr__(self) -> str:
        return f"Postgres({self.told})"


Address = Sqlite | Postgres


def read_address(url: str) -> Address:
    """The database that a `DATABASE_URL` names; raises StateError."""
    scheme, colon, _ = url.strip().partition("://")
    if colon and _SQLITE.fullmatch(scheme):
        return _sqlite(url.strip())
    if colon and _POSTGRES.fullmatch(scheme):
        return _postgres(url.strip())
    raise StateError(
        "DATABASE_URL names no database that levelbot knows; write sqlite:///PATH, or "
        "postgresql://USER:PASSWORD@HOST/DATABASE as your host gives it"
    )


def _sqlite(url: str) -> Sqlite:
    path = unquote(url.partition("://")[2].partition("?")[0])
    if path and not path.startswith("/"):
        raise StateError(
            "DATABASE_URL: a SQLite address has three slashes before a relative path and four "
            "before an absolute one: sqlite:///var/levelbot.db, sqlite:////data/levelbot.db"
        )
    inside = path[1:]
    return Sqlite(None if inside in {"", ":memory:"} else Path(inside))


def _postgres(url: str) -> Postgres:
    try:
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        host = parts.hostname or query.get("host") or "localhost"
        # Only to see that it is one: several hosts with ports of their own are asyncpg's to read.
        _ = parts.port if "," not in parts.netloc else None
    except ValueError as error:
        raise StateError(f"DATABASE_URL is no address: {error}") from None
    database = unquote(parts.path.lstrip("/")) or query.get("dbname") or query.get("database")
    kept = {k: v for k, v in query.items() if k in _ASYNCPG_READS | _SERVER_SETTINGS and v}
    if "ssl" in query and "sslmode" not in kept:  # as SQLAlchemy and some hosts write it
        kept["sslmode"] = {"true": "require", "1": "require"}.get(query["ssl"], query["ssl"])
    # Not urlunsplit, which drops the slashes where no host stands between them.
    dsn = f"postgresql://{parts.netloc}{parts.path}" + (f"?{urlencode(kept)}" if kept else "")
    return Postgres(
        dsn,
        f"PostgreSQL, {database or 'the default database'} on {host}",
        _seconds(query),
        query.get("pgbouncer", "").lower() in {"true", "1"},
    )


def _seconds(query: Mapping[str, str]) -> float:
    """`connect_timeout` in seconds; 5 when it is not given."""
    try:
        return max(1.0, float(query.get("connect_timeout", 5)))
    except ValueError:
        raise StateError("DATABASE_URL: connect_timeout is a number of seconds") from None
