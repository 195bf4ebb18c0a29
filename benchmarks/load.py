"""Reading a ladder from its files, checking all of it, and building the index of its words.

`python -m benchmarks.load DIR` measures one run and prints it as JSON.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, in_fresh_processes, peak_rss_mb
from benchmarks.ladders import SHIPPED, large_ladder

RUNS = 5
LOAD_AIM_S = 4.0
MEMORY_AIM_MB = 300.0


def figures() -> Iterator[Figure]:
    """Load time, index time and memory of both ladders; raises SkippedError after the first."""
    yield from _figures_of(SHIPPED)
    with large_ladder() as root:
        yield from _figures_of(root)


def _figures_of(root: Path) -> Iterator[Figure]:
    run = in_fresh_processes("benchmarks.load", [str(root)], RUNS)
    size = (
        f"{run['families']:,.0f} families, {run['cards']:,.0f} cards, {run['titles']:,.0f} titles"
    )
    yield Figure("load time", size, round(run["load_s"], 3), "s", LOAD_AIM_S)
    yield Figure("peak memory after load", size, round(run["load_mb"], 1), "MB", MEMORY_AIM_MB)
    yield Figure("memory of the ladder", size, round(run["load_mb"] - run["bare_mb"], 1), "MB")
    yield Figure("index build time", size, round(run["index_s"], 3), "s")
    yield Figure("peak memory after index", size, round(run["index_mb"], 1), "MB")
    yield Figure("memory of the index", size, round(run["index_mb"] - run["load_mb"], 1), "MB")
    yield Figure("validation time", size, round(run["validate_s"], 3), "s")


def measure(root: Path) -> dict[str, float]:
    """Seconds (`_s`), megabytes of peak resident memory (`_mb`) and counts of one run."""
    from bot.ladder import load_ladder  # imports are not part of the figures
    from bot.ladder.validate import find_problems
    from bot.questions import Index
    from bot.questions.language.english import SHORT_FORMS

    bare_mb = peak_rss_mb()
    started = time.perf_counter()
    ladder = load_ladder(root)
    loaded = time.perf_counter()
    load_mb = peak_rss_mb()
    indexing = time.perf_counter()
    Index.of(ladder)
    indexed = time.perf_counter()
    index_mb = peak_rss_mb()
    validating = time.perf_counter()
    find_problems(root, SHORT_FORMS)
    return {
        "bare_mb": bare_mb,
        "load_s": loaded - started,
        "load_mb": load_mb,
        "index_s": indexed - indexing,
        "index_mb": index_mb,
        "validate_s": time.perf_counter() - validating,
        "families": len(ladder.families),
        "cards": sum(1 for _ in ladder.cards()),
        "titles": sum(len(card.titles) for card in ladder.cards()),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))))
