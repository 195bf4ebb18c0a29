"""How soon an edit of a ladder's file is live, and for how long that stops the event loop.

`python -m benchmarks.reload DIR` measures one run on a copy of DIR and prints it as JSON.

A pause is measured twice: by the clock, and by the processor time that the process itself used
meanwhile. On a machine that is busy with other things the clock shows their share too.
"""

import asyncio
import json
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure, in_fresh_processes
from benchmarks.ladders import SHIPPED, large_ladder
from bot.reload import LadderSource

RUNS = 3
EDITS = 3
LIVE_AIM_S = 2.0
PAUSE_AIM_MS = 50.0
_BEAT_S = 0.002
_AFTERWARDS_S = 0.5
"""Time for the old ladder to be freed, which must not stop the loop either."""
_CHANGED = re.compile(r"^(title: | *- )", re.MULTILINE)
"""Before a card's title, and before each line of its sections."""


def figures() -> Iterator[Figure]:
    """Edits of a card, a level and the structure; raises SkippedError after the shipped ladder."""
    yield from _figures_of(SHIPPED)
    with large_ladder() as root:
        yield from _figures_of(root)


def _figures_of(root: Path) -> Iterator[Figure]:
    run = in_fresh_processes("benchmarks.reload", [str(root)], RUNS)
    size = f"{run['families']:,.0f} families, {run['cards']:,.0f} cards"
    live, pause = "card edit to live", "longest pause of the loop"
    yield Figure(live, size, round(run["card_live_s"], 3), "s", LIVE_AIM_S)
    yield Figure(pause, size, round(run["pause_ms"], 1), "ms", PAUSE_AIM_MS)
    yield Figure(f"{pause}, own time", size, round(run["own_pause_ms"], 1), "ms", PAUSE_AIM_MS)
    yield Figure("level edit to live", size, round(run["level_live_s"], 3), "s", LIVE_AIM_S)
    added = "new level, section and dimension to live"
    yield Figure(added, size, round(run["structure_live_s"], 3), "s", LIVE_AIM_S)


class _Beats:
    """Wakes up all the time, and notes by how much it was late."""

    def __init__(self) -> None:
        self.late_s = 0.0
        self.own_late_s = 0.0

    async def run(self) -> None:
        while True:
            clock, own = time.perf_counter(), time.process_time()
            await asyncio.sleep(_BEAT_S)
            self.late_s = max(self.late_s, time.perf_counter() - clock - _BEAT_S)
            self.own_late_s = max(self.own_late_s, time.process_time() - own)


async def measure(root: Path) -> dict[str, float]:
    """Seconds from an edit to its being live, and milliseconds that the loop was late at most."""
    source = LadderSource(root)
    async with source.following():
        beats = _Beats()
        beating = asyncio.create_task(beats.run())
        card_live = [await _live_s(source, _edit_card) for _ in range(EDITS)]
        level_live = await _live_s(source, _edit_level)
        structure_live = await _live_s(source, _edit_structure)
        beating.cancel()
    return {
        "families": len(source.ladder.families),
        "cards": sum(1 for _ in source.ladder.cards()),
        "card_live_s": median(card_live),
        "level_live_s": level_live,
        "structure_live_s": structure_live,
        "pause_ms": beats.late_s * 1000,
        "own_pause_ms": beats.own_late_s * 1000,
    }


async def _live_s(source: LadderSource, edit: Callable[[Path], None]) -> float:
    before = source.attempts
    started = time.perf_counter()
    edit(source.root)
    await source.attempted(before)
    live_s = time.perf_counter() - started
    if source.failure:
        raise RuntimeError(str(source.failure))
    await asyncio.sleep(_AFTERWARDS_S)
    return live_s


def _edit_card(root: Path) -> None:
    """Another title and another line for one card, so that nothing of the index stays as it was."""
    file = min(root.glob("*/P2.yaml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(_CHANGED.sub(r"\1Edited ", text, count=2), encoding="utf-8")


def _edit_level(root: Path) -> None:
    """Another name for the last level, which every card and every word of the index hangs on."""
    file = root / "ladder.yaml"
    before, name, after = file.read_bytes().rpartition(b" name: ")
    file.write_bytes(before + name + b"Edited " + after)


def _edit_structure(root: Path) -> None:
    """A level, a section and a dimension that no card has yet."""
    file = root / "ladder.yaml"
    text = file.read_text(encoding="utf-8").rstrip("\n")
    for kind in ("dimensions", "sections"):
        text = text.replace(f"\n{kind}:\n", f"\n{kind}:\n  another:\n    name: Another\n")
    file.write_text(f"{text}\n      X9:\n        name: Another\n", encoding="utf-8")


def main() -> int:
    """Measure on a copy of the folder that the first argument names."""
    with tempfile.TemporaryDirectory(prefix="levelbot-bench-") as folder:
        copy = Path(shutil.copytree(sys.argv[1], Path(folder, "ladder")))
        sys.stdout.write(json.dumps(asyncio.run(measure(copy))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
