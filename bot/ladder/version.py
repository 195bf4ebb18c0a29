"""Which version of the ladder this is: its git revision, or the date of its newest file."""

import os
import re
import subprocess
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

_WORKED_OUT = re.compile(r"(?:[0-9a-f]{4,40} of )?\d{4}-\d\d-\d\d(?:, edited since)?")


def is_worked_out(version: str) -> bool:
    """Whether `version` looks like one that `ladder_version` made, and no person chose."""
    return _WORKED_OUT.fullmatch(version) is not None


def ladder_version(root: Path, newest: float) -> str:
    """The git revision and date of `root` ("3f2a1bc of 2026-11-22"), else the day of `newest`.

    `newest` is when its newest file was changed, in seconds since 1970. Uncommitted edits are
    named, since a receipt must not claim a revision that says something else.
    """
    revision = _git(root, "log", "-1", "--format=%h of %cs", "--", ".")
    if revision:
        edited = _git(root, "status", "--porcelain", "--", ".")
        return f"{revision}, edited since" if edited else revision
    return datetime.fromtimestamp(newest, UTC).date().isoformat()


@cache
def revision_log(root: Path) -> Path | None:
    """The file that git writes to at each new revision of the repository that `root` is in.

    None where there is no repository. Where it is does not change while the bot runs.
    """
    folder = _git(root, "rev-parse", "--absolute-git-dir")
    return Path(folder) / "logs" / "HEAD" if folder else None


def _git(root: Path, *arguments: str) -> str:
    """What git prints, or nothing where there is no git, no repository or no permission."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 - git is found on the PATH
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
