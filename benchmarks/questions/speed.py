"""Time a question, time to build the index, and the memory of the index.

`python -m benchmarks.questions.speed DIR [--large] [--memory]` measures one run, as JSON.

A question is timed from its words to the `Answer`; what a door makes of the answer is not. Each
is asked once, so that remembering answers would not count.
"""

import json
import random
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median, quantiles

from benchmarks.questions.door import front_door, ladder_in
from benchmarks.questions.obvious import Scan
from benchmarks.questions.rows import SETS, Expectation, Question
from benchmarks.questions.typos import typos
from bot.ladder import Ladder

SCANNED = 100
"""Questions that the WRatio scan is timed with: it is slow, and even."""
_WARM_UP = 20
_BUDGET_S = 60.0
"""No more questions are asked after this, in an order that is shuffled and always the same."""
_FEWEST = 10
"""Asked whatever they take."""


def measure(root: Path, *, large: bool) -> dict[str, float]:
    """Milliseconds a question (`p50_ms`, `p99_ms`), and of the scan; seconds to build the index.

    `own_p99_ms` leaves out what a busy machine did meanwhile.

    Asks the questions of the shipped ladder's sets, and of the large ladder also 2,000 typos of
    its titles; fewer (`questions` says how many) when they take more than a minute.
    """
    ladder = ladder_in(root)
    rows = _rows(ladder, large=large)
    random.Random(0).shuffle(rows)
    started = time.perf_counter()
    ask = front_door(ladder)
    ask(_row("what is the first question's share of the index?"))
    build_s = time.perf_counter() - started
    for row in rows[:_WARM_UP]:
        ask(row.model_copy(update={"question": f"{row.question} please"}))
    times, own = _times_ms(ask, rows)
    scan = Scan.of(ladder)
    scan_ms = median(_times_ms(lambda row: scan.best(row.question), rows[:SCANNED])[0])
    return {
        "questions": len(times),
        "build_s": build_s,
        "p50_ms": median(times),
        "p99_ms": quantiles(times, n=100)[98],
        "own_p99_ms": quantiles(own, n=100)[98],
        "scan_ms": scan_ms,
        "ratio": scan_ms / median(times),
    }


def memory_mb(root: Path) -> dict[str, float]:
    """Megabytes that the index has allocated and keeps, by tracemalloc.

    In a process of its own: tracing makes everything slower.
    """
    ladder = ladder_in(root)
    tracemalloc.start()
    ask = front_door(ladder)
    ask(_row("what is the first question's share of the index?"))
    kept, peak = tracemalloc.get_traced_memory()
    return {"index_mb": kept / 1e6, "index_peak_mb": peak / 1e6}


def _rows(ladder: Ladder, *, large: bool) -> list[Question]:
    sets = [row for name in ("held-out", "development") for row in SETS[name].questions()]
    if not large:
        return sets
    # Families and threads of the shipped ladder are none of this one's.
    plain = [row.model_copy(update={"family": None, "context": None}) for row in sets]
    return [*(_row(typo.text) for typo in typos(ladder)), *plain]


def _row(question: str) -> Question:
    return Question(id="", question=question, expect=Expectation())


def _times_ms(
    ask: Callable[[Question], object], rows: Iterable[Question]
) -> tuple[list[float], list[float]]:
    """By the clock, and the processor time that the process itself used meanwhile."""
    times: list[float] = []
    own: list[float] = []
    until = time.perf_counter() + _BUDGET_S
    for row in rows:
        started = time.perf_counter()
        if started > until and len(times) >= _FEWEST:
            break
        used = time.process_time()
        ask(row)
        own.append((time.process_time() - used) * 1000)
        times.append((time.perf_counter() - started) * 1000)
    return times, own


def main() -> int:
    """Measure the ladder in the folder that the first argument names."""
    root, options = Path(sys.argv[1]), sys.argv[2:]
    large = "--large" in options
    measured = memory_mb(root) if "--memory" in options else measure(root, large=large)
    sys.stdout.write(json.dumps(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
