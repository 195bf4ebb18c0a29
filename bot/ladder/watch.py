"""Seeing that a ladder's folder has changed, and that whoever changes it has finished.

The folder is looked at several times a second: what stands there, how large, and since when. Not
inotify and the like, which say nothing about network drives, folders shared into a container, or
a folder that is itself a link and is switched to another place; a look sees all of these, and at
the usual size takes well under a millisecond.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.ladder.version import revision_log
from bot.ladder.writing import is_cut, is_open_for_writing

Stamp = tuple[int, int, int, int] | None
"""Time of the last write and of the last change (ns), size (bytes) and inode; None: not there."""
_SIZE = 2

LOOK_EVERY_S = 0.2
MOST_OF_TIME = 5
"""A look at a very large folder takes long; between two looks this many times as long passes."""
STEP_S = 0.1
"""Between two looks while a change is under way."""
QUIET_S = 0.35
"""A change counts as finished when nothing has moved for so long."""
QUIET_WHEN_SUSPECT_S = 1.0
"""The same where a changed file may be half written: it is new, smaller than it was, empty, or its
last line has no end. More would leave no time to be live within two seconds."""
HELD_OPEN_S = 30.0
"""For so long at most a change waits for a program that has the file open for writing."""


@dataclass(frozen=True, slots=True)
class Look:
    """What stood in a ladder's folder at one moment; equal when nothing has changed."""

    top: Mapping[str, Stamp] = field(repr=False)
    """The files beside the families, and git's log of revisions, by name."""
    folders: Mapping[str, Mapping[str, Stamp]] = field(repr=False)
    """Each family's files by name, by the family's id."""

    def unchanged_folders(self, before: "Look") -> frozenset[str]:
        """The families whose files are those of `before`."""
        return frozenset(
            name for name, files in self.folders.items() if before.folders.get(name) == files
        )

    def stamp(self, name: str) -> Stamp:
        """The stamp of a file as `changed_files` names it; None when it was not there."""
        folder, slash, file = name.rpartition("/")
        if not slash or name in self.top:
            return self.top.get(name)
        return self.folders.get(folder, {}).get(file)

    def changed_files(self, before: "Look") -> list[str]:
        """Files that are new or other than in `before`, relative to the folder."""
        top = [name for name, stamp in self.top.items() if before.top.get(name) != stamp]
        return top + [
            f"{folder}/{name}"
            for folder in self.folders.keys() - self.unchanged_folders(before)
            for name, stamp in self.folders[folder].items()
            if before.folders.get(folder, {}).get(name) != stamp
        ]


def look(root: Path) -> Look:
    """What stands in `root` now. Never raises: what can't be seen is not there.

    Only what the loader reads counts, so an editor's own files beside a card are no change.
    """
    top, names = _entries(root)
    folders = {name: _entries(root / name)[0] for name in names}
    log = revision_log(root)
    if log is not None:  # a commit changes the version on the receipt, though no card
        top[str(log)] = _stamp(log)
    return Look(top, folders)


def _entries(folder: Path) -> tuple[dict[str, Stamp], list[str]]:
    """The YAML files of a folder, and the names of the folders in it."""
    files: dict[str, Stamp] = {}
    folders: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.name.endswith((".yaml", ".yml")):
                    files[entry.name] = _stamp(entry)
                elif entry.is_dir():
                    folders.append(entry.name)
    except OSError:  # taken away between two looks
        return files, folders
    return files, folders


def _stamp(path: "Path | os.DirEntry[str]") -> Stamp:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


async def changes(root: Path, seen: Look) -> AsyncIterator[Look]:
    """Each state of `root` that differs from the one before and has settled; endless.

    The one before the first is `seen`. Looking is done in a thread.
    """
    while True:
        began = time.perf_counter()
        now = await asyncio.to_thread(look, root)
        if now != seen:
            now = await _settled(root, now, seen)
        if now != seen:
            yield now
            seen = now
            continue
        cost_s = time.perf_counter() - began
        await asyncio.sleep(max(LOOK_EVERY_S, MOST_OF_TIME * cost_s))


async def _settled(root: Path, now: Look, seen: Look) -> Look:
    """Wait until nothing moves in the folder, and nobody is about to write more.

    A file that is written anew in place is smaller first and grows: while it is, a pause of the
    writer has to be longer to count as its end. A writer that keeps the file open has not
    finished, however long it pauses. What this can't see is a writer that closes the file, pauses
    for longer than QUIET_WHEN_SUSPECT_S at the end of a line, and then opens it again for more:
    no one could tell that from an edit that removes the end.

    As long as something moves there is no upper bound: a bound would be the moment at which a
    half-written file is read.
    """
    since = time.monotonic()
    quiet_s = await asyncio.to_thread(_quiet_s, root, now, seen)
    while True:
        still_s = time.monotonic() - since
        if still_s >= quiet_s and (
            still_s >= HELD_OPEN_S or not await asyncio.to_thread(_is_held, root, now, seen)
        ):
            return now
        await asyncio.sleep(STEP_S)
        began = time.monotonic()
        later = await asyncio.to_thread(look, root)
        if later != now:
            now, since = later, began
            quiet_s = await asyncio.to_thread(_quiet_s, root, now, seen)


def _quiet_s(root: Path, now: Look, seen: Look) -> float:
    changed = now.changed_files(seen)
    suspect = any(_is_suspect(root / name, now.stamp(name), seen.stamp(name)) for name in changed)
    return QUIET_WHEN_SUSPECT_S if suspect else QUIET_S


def _is_suspect(path: Path, now: Stamp, before: Stamp) -> bool:
    return before is None or now is None or now[_SIZE] < before[_SIZE] or is_cut(path)


def _is_held(root: Path, now: Look, seen: Look) -> bool:
    return any(is_open_for_writing(root / name) for name in now.changed_files(seen))
