"""A ladder as it was at a git revision, read without touching the work tree."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from bot.ladder.load import load_ladder
from bot.ladder.model import Ladder, LadderError

_TIMEOUT_S = 60
_REVISION = re.compile(r"[^-\s\x00-\x1f:][^\s\x00-\x1f:]*")
"""What may name a revision. Never an option, and never REVISION:PATH."""
_LINK = "120000"


class RevisionError(Exception):
    """A revision that can't be read; the message says why and what to give instead."""


def ladder_at(revision: str, root: Path) -> Ladder:
    """The ladder that `root`, a folder in a git repository, held at `revision`.

    Raises RevisionError: no such revision, no repository, no git, no ladder there. Raises
    LadderError for a ladder that was broken then, with places as `REVISION:FILE:LINE:COLUMN`.
    """
    if not _REVISION.fullmatch(revision):
        raise RevisionError(f"{revision!r} is no revision; give a folder, a tag or a commit")
    folder = root if root.is_dir() else root.parent
    if not folder.is_dir():
        raise RevisionError(f"{root} is no folder, so it has no revisions; set LEVEL_DATA")
    prefix = _git(folder, "rev-parse", "--show-prefix", fault=_no_repository(revision, root))
    inside = prefix.decode().rstrip("\n") + ("" if root.is_dir() else f"{root.name}/")
    unknown = f"{revision!r} is neither a folder nor a revision of {root}; see git log"
    commit = _git(
        folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", fault=unknown
    )
    tree = f"{commit.decode().strip()}:{inside}"
    missing = f"{root} held no ladder at {revision}; give another revision"
    listing = _git(folder, "ls-tree", "--full-tree", "-r", "-z", tree, fault=missing)
    if b"\tladder.yaml\0" not in listing:
        raise RevisionError(missing)
    with tempfile.TemporaryDirectory(prefix="levelbot-") as temporary:
        copy = Path(temporary).resolve() / "ladder"
        copy.mkdir()
        _write(folder, listing, copy)
        try:
            return load_ladder(copy)
        except LadderError as error:
            raise LadderError(
                [
                    replace(problem, file=f"{revision}:{_named(problem.file, copy, root)}")
                    for problem in error.problems
                ]
            ) from None


def last_before(root: Path, days: int) -> str | None:
    """The last revision of the folder `root` that is older than `days`.

    None where there is none, or no repository, or no git.
    """
    return _log_of(root, "--format=%H", f"--before={days}.days.ago")


def last_change(root: Path) -> float | None:
    """When the folder `root` was last committed, in seconds of Unix time; None as above."""
    at = _log_of(root, "--format=%ct")
    return float(at) if at else None


def _log_of(root: Path, *arguments: str) -> str | None:
    try:
        told = _git(root, "log", "-1", *arguments, "--", ".", fault="no repository")
    except RevisionError:
        return None
    return told.decode().strip() or None


def _no_repository(revision: str, root: Path) -> str:
    return f"{revision!r} is no folder, and {root} is in no git repository that could have it"


def _named(file: str, copy: Path, root: Path) -> str:
    """A file of the temporary copy under the name that it has in the ladder's folder."""
    path = Path(file)
    return str(root / path.relative_to(copy)) if path.is_relative_to(copy) else file


def _write(repository: Path, listing: bytes, into: Path) -> None:
    """Write every file of a tree; `git archive` would leave out what its attributes say."""
    entries = list(_entries(listing))
    wanted = "".join(f"{blob}\n" for _, blob, _ in entries).encode()
    output = _git(repository, "cat-file", "--batch", fault="git could not read it", given=wanted)
    at = 0
    for mode, _, name in entries:
        end = output.index(b"\n", at)
        size = int(output[at:end].split()[-1])
        content = output[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if mode == _LINK:
            path.symlink_to(os.fsdecode(content))
        else:
            path.write_bytes(content)


def _entries(listing: bytes) -> Iterator[tuple[str, str, str]]:
    """Mode, object and name of the files and links in a tree; submodules are left out."""
    for line in listing.split(b"\0"):
        if not line:
            continue
        about, _, raw = line.partition(b"\t")
        mode, kind, blob = about.decode().split()
        name = os.fsdecode(raw)
        if kind == "blob" and ".." not in PurePosixPath(name).parts:
            yield mode, blob, name


def _git(folder: Path, *arguments: str, fault: str, given: bytes | None = None) -> bytes:
    """What git prints; raises RevisionError with `fault` when it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a revision can't be an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is found on the PATH
            input=given,
            capture_output=True,
            timeout=_TIMEOUT_S,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
        )
    except OSError:
        raise RevisionError(f"{fault}; git is not installed, so give folders") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git took more than {_TIMEOUT_S} s; give folders") from None
    if done.returncode:
        raise RevisionError(fault)
    return done.stdout
