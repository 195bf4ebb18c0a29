"""How well and how fast questions are understood, beside the obvious way of doing it.

The sets, the judge and the scan are in `questions/`.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.figures import Figure, SkippedError, in_fresh_processes
from benchmarks.ladders import SHIPPED, large_ladder
from benchmarks.questions.door import front_door, ladder_in
from benchmarks.questions.obvious import Scan, obvious_way, our_way
from benchmarks.questions.rows import OTHER_LADDERS, SETS, QuestionSet
from benchmarks.questions.score import Score, calibration_error, percent, reliability, score
from benchmarks.questions.typos import find, scanned, typos

RIGHT_AIM = 97.0
OUT_OF_SCOPE_AIM = 2.0
CUTS = (0, 90)
SCANNED_TYPOS = 500
"""The WRatio scan is too slow for all 2,000; ours is counted on the same ones beside it."""
SHIPPED_AIMS_MS = {"p50_ms": 0.3, "p99_ms": 1.5}
LARGE_AIMS_MS = {"p50_ms": 1.5, "p99_ms": 8.0}
RATIO_AIM = 20.0
MEMORY_AIM_MB = 300.0
BUILD_AIM_S = 5.0
RUNS = 3


def set_figures() -> Iterator[Figure]:
    """What share of each set is right; raises SkippedError last, for a set that is not here."""
    skipped: SkippedError | None = None
    for name in ("sample", "held-out", "held-out-guide", "held-out-fresh", *OTHER_LADDERS):
        try:
            yield from _set_figures(SETS[name])
        except SkippedError as reason:
            skipped = reason
    if skipped:
        raise skipped


def _set_figures(questions: QuestionSet) -> Iterator[Figure]:
    judged = score(questions)
    of = f"{questions.name}: {len(judged.judged)} questions"
    yield _share("right", of, judged.right, RIGHT_AIM)
    if outside := [each for each in judged.judged if each.out_of_scope]:
        of = f"{questions.name}: {len(outside)} out of scope"
        yield Figure("answered", of, round(judged.out_of_scope_answered, 1), "%", OUT_OF_SCOPE_AIM)
    if questions.name == "held-out":
        yield from _held_out_figures(judged)
    if not questions.guide_approved:
        yield from _comparison(questions, judged)


def _held_out_figures(judged: Score) -> Iterator[Figure]:
    for kind, rows in sorted(judged.by_kind().items()):
        right = percent(each.right for each in rows)
        yield _share("right", f"held-out: {len(rows)} {kind}", right)
    bins = reliability(judged.answers())
    for each in bins:
        of = f"held-out: {each.count} answers, mean confidence {each.confidence:.2f}"
        yield _share(f"right at confidence {each.low:.1f}–{each.high:.1f}", of, 100 * each.right)
    answers = f"held-out: {len(judged.answers())} answers"
    yield Figure("calibration error", answers, round(calibration_error(bins), 3), "of 1")
    with_unknown = calibration_error(reliability(judged.judged))
    of = "held-out: with those that say unknown"
    yield Figure("calibration error", of, round(with_unknown, 3), "of 1")


def _comparison(questions: QuestionSet, judged: Score) -> Iterator[Figure]:
    ladder = ladder_in(questions.ladder)
    ways = {f"WRatio, cut {cut}": obvious_way(judged, ladder, cut) for cut in CUTS}
    for name, way in {"ours": our_way(judged), **ways}.items():
        of = f"{questions.name}: {way.cards} titles and codes"
        yield _share(f"right, {name}", of, way.right)
        of = f"{questions.name}: out of scope"
        yield Figure(f"answered, {name}", of, round(way.answered, 1), "%")


def typo_figures() -> Iterator[Figure]:
    """Typos of the large ladder's titles; raises SkippedError without it."""
    with large_ladder() as root:
        ladder = ladder_in(root)
    wanted = typos(ladder)
    found = list(find(front_door(ladder), wanted))
    of = f"{len(found):,} typos, 1–2 edits, seeded"
    yield _share("right title first", of, percent(each.right for each in found), RIGHT_AIM)
    yield _share("… as the answer", of, percent(each.answered for each in found))
    scan = Scan.of(ladder, codes=False)
    theirs = percent(scanned(scan, wanted[:SCANNED_TYPOS]))
    ours = percent(each.right for each in islice(found, SCANNED_TYPOS))
    of = f"the first {SCANNED_TYPOS} of them"
    yield _share("right title first", of, ours)
    yield _share("right title first, WRatio", of, theirs)
    yield Figure("ours over WRatio", of, round(ours - theirs, 1), "points", 0.1, at_least=True)


def time_figures() -> Iterator[Figure]:
    """Time a question, and time and memory of the index; raises SkippedError after the shipped."""
    yield from _time_figures(SHIPPED, "shipped ladder", SHIPPED_AIMS_MS)
    with large_ladder() as root:
        yield from _time_figures(root, "large ladder", LARGE_AIMS_MS, "--large")


def _time_figures(
    root: Path, ladder: str, aims_ms: dict[str, float], *options: str
) -> Iterator[Figure]:
    module = "benchmarks.questions.speed"
    run = in_fresh_processes(module, [str(root), *options], RUNS)
    of = f"{ladder}, {run['questions']:,.0f} questions"
    for name, figure in (("p50_ms", "median"), ("p99_ms", "99th percentile")):
        yield Figure(figure, of, round(run[name], 3), "ms", aims_ms[name])
    own = round(run["own_p99_ms"], 3)
    yield Figure("99th percentile, own time", of, own, "ms", aims_ms["p99_ms"])
    yield Figure("median, WRatio", ladder, round(run["scan_ms"], 3), "ms")
    large = bool(options)
    aim = RATIO_AIM if large else None
    yield Figure("faster than WRatio", ladder, round(run["ratio"], 1), "times", aim, at_least=True)
    memory = in_fresh_processes(module, [str(root), "--memory"], 1)
    build_aim, memory_aim = (BUILD_AIM_S, MEMORY_AIM_MB) if large else (None, None)
    yield Figure("index build time", ladder, round(run["build_s"], 3), "s", build_aim)
    yield Figure("index kept (tracemalloc)", ladder, round(memory["index_mb"], 1), "MB", memory_aim)
    peak = round(memory["index_peak_mb"], 1)
    yield Figure("index peak (tracemalloc)", ladder, peak, "MB", memory_aim)


def _share(name: str, of: str, value: float, aim: float | None = None) -> Figure:
    return Figure(name, of, round(value, 1), "%", aim, at_least=True)
