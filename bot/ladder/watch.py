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


class Change:
    """A state of the folder in which nothing has moved for a moment: it may be read by now.

    Whether it may be used is told by `is_finished`, so that reading takes none of the time in
    which an edit has to be live.
    """

    def __init__(self, root: Path, now: Look, used: Look, since_s: float) -> None:
        self.look = now
        self.used = used
        """The state before; with a change that was finished, the state of it."""
        self._root = root
        self._changed = [root / name for name in now.changed_files(used)]
        self._suspect = [
            root / name
            for name in now.changed_files(used)
            if _is_smaller(now.stamp(name), used.stamp(name))
        ]
        self._since_s = since_s

    async def is_finished(self) -> bool:
        """Wait until nobody is about to write more; False when something has moved since.

        A file that is written anew in place is smaller first and grows: while it is, a pause of
        the writer has to be longer to count as its end. A writer that keeps the file open has not
        finished, however long it pauses. What this can't see is a writer that closes the file,
        pauses for longer than QUIET_WHEN_SUSPECT_S at the end of a line, and then opens it again
        for more: no one could tell that from an edit that removes the end.
        """
        while not await asyncio.to_thread(self._at_rest):
            await asyncio.sleep(STEP_S)
            if await asyncio.to_thread(look, self._root) != self.look:
                return False
        if await asyncio.to_thread(look, self._root) != self.look:
            return False
        self.used = self.look
        return True

    def _at_rest(self) -> bool:
        still_s = time.monotonic() - self._since_s
        if still_s < QUIET_WHEN_SUSPECT_S and (self._suspect or any(map(is_cut, self._changed))):
            return False
        return still_s >= HELD_OPEN_S or not any(map(is_open_for_writing, self._changed))


def _is_smaller(now: Stamp, before: Stamp) -> bool:
    return before is None or now is None or now[_SIZE] < before[_SIZE]


async def changes(root: Path, used: Look) -> AsyncIterator[Change]:
    """Each state of `root` that differs from the one before and has come to rest; endless.

    The one before the first is `used`. Looking is done in a thread.
    """
    seen = used
    while True:
        began = time.perf_counter()
        now = await asyncio.to_thread(look, root)
        if now != seen:
            now, since_s = await _quiet(root, now)
        if now != seen:
            change = Change(root, now, used, since_s)
            yield change
            seen, used = now, change.used
            continue
        cost_s = time.perf_counter() - began
        await asyncio.sleep(max(LOOK_EVERY_S, MOST_OF_TIME * cost_s))


async def _quiet(root: Path, now: Look) -> tuple[Look, float]:
    """Wait until nothing moves in the folder: the state then, and since when it is so.

    There is no upper bound: a bound would be the moment at which a half-written file is read.
    """
    since_s = time.monotonic()
    while time.monotonic() - since_s < QUIET_S:
        await asyncio.sleep(STEP_S)
        began_s = time.monotonic()
        later = await asyncio.to_thread(look, root)
        if later != now:
            now, since_s = later, began_s
    return now, since_s
