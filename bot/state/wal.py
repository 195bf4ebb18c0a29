"""Putting a SQLite file into WAL mode, once for all its connections."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

_AGAIN_S = 0.02


def use_wal(path: Path, within_s: float) -> None:
    """Make `path` a SQLite file in WAL mode, where it is not one yet. Raises sqlite3.Error.

    The mode stays with the file. While another process changes it, SQLite refuses at once, however
    long a connection may wait for other locks; so it is tried again for `within_s` seconds.
    """
    end = time.monotonic() + within_s
    with closing(sqlite3.connect(path, timeout=within_s)) as connection:
        while True:
            try:
                connection.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError:
                if time.monotonic() >= end:
                    raise
                time.sleep(_AGAIN_S)
            else:
                return
