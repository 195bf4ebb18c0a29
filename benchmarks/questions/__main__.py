"""The figures of a set and, of a set that may be tuned to, its misses.

python -m benchmarks.questions [--set NAME]... [--misses] [--reveal] [--intent INTENT]
python -m benchmarks.questions --typos COUNT [--seed N] [--misses]
"""

import argparse
import signal
import sys
from collections.abc import Iterator, Sequence

from benchmarks.figures import SkippedError
from benchmarks.ladders import large_ladder
from benchmarks.questions.door import front_door, ladder_in
from benchmarks.questions.obvious import obvious_way, our_way
from benchmarks.questions.rows import SETS, QuestionSet
from benchmarks.questions.score import Judged, Score, calibration_error, percent, reliability, score
from benchmarks.questions.typos import SEED, find, typos

_DEFAULT_SETS = [name for name in SETS if not name.startswith("development")]
_LONGEST = 200
"""Characters of a question that are shown; a pasted card is longer."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was asked for; 2 for a request that makes no sense."""
    options = _options(arguments)
    if options.typos:
        return _print(_typo_lines(options.typos, options.seed, options.misses))
    chosen = [SETS[name] for name in options.sets or _DEFAULT_SETS]
    held_out = [questions.name for questions in chosen if questions.held_out]
    if options.misses and held_out and not options.reveal:
        sys.stderr.write(
            f"{', '.join(held_out)}: only figures are for reading; use --misses with --set "
            "development, or --reveal when these questions need not be held out any longer\n"
        )
        return 2
    return max(_print(_set_lines(each, options.misses, options.intent)) for each in chosen)


def _print(lines: Iterator[str]) -> int:
    try:
        sys.stdout.writelines(lines)
    except SkippedError as reason:
        sys.stderr.write(f"skipped: {reason}\n")
    return 0


def _set_lines(questions: QuestionSet, misses: bool, kind: str | None) -> Iterator[str]:
    judged = score(questions)
    yield from _lines(questions, judged)
    if misses:
        yield from _misses(judged, kind)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions", description=__doc__)
    parser.add_argument("--set", dest="sets", action="append", choices=list(SETS))
    parser.add_argument("--misses", action="store_true", help="what went wrong, one by one")
    parser.add_argument("--reveal", action="store_true", help="also of the held-out set")
    parser.add_argument("--intent", help="misses of this kind only, such as skill")
    parser.add_argument("--typos", type=int, metavar="COUNT", help="of the large ladder's titles")
    parser.add_argument("--seed", type=int, default=1, help=f"not {SEED}, which the figures have")
    return parser.parse_args(arguments)


def _lines(questions: QuestionSet, judged: Score) -> Iterator[str]:
    yield f"\n{questions.name}: {len(judged.judged)} questions, {judged.right:.1f} % right; "
    yield f"{judged.out_of_scope_answered:.1f} % of what is out of scope answered\n"
    for kind, rows in sorted(judged.by_kind().items()):
        yield f"  {kind:<14}{len(rows):>5}{percent(each.right for each in rows):>8.1f} %\n"
    yield from (f"  stale {line}\n" for line in judged.stale)
    bins = reliability(judged.answers())
    with_unknown = calibration_error(reliability(judged.judged))
    yield f"  confidence of answers, expected calibration error {calibration_error(bins):.3f} "
    yield f"(with those that say unknown {with_unknown:.3f})\n"
    for each in bins:
        yield f"    {each.low:.1f}–{each.high:.1f}{each.count:>6} answers, "
        yield f"mean confidence {each.confidence:.2f}, {100 * each.right:.1f} % right\n"
    if not questions.guide_approved:
        yield from _comparison(questions, judged)


def _comparison(questions: QuestionSet, judged: Score) -> Iterator[str]:
    ladder = ladder_in(questions.ladder)
    ways = {f"WRatio, cut {cut}": obvious_way(judged, ladder, cut) for cut in (0, 90)}
    for name, way in {"levelbot": our_way(judged), **ways}.items():
        yield f"  {way.cards} card questions, {name:<15}{way.right:>6.1f} % right, "
        yield f"{way.answered:.1f} % of what is out of scope answered\n"


def _misses(judged: Score, kind: str | None) -> Iterator[str]:
    for each in judged.judged:
        if not each.right and kind in (None, each.row.kind):
            yield _miss(each)


def _miss(each: Judged) -> str:
    row = each.row
    asked = " ".join(row.question.split())[:_LONGEST]
    family = f" [family {row.family}]" if row.family else ""
    thread = f" [after {', '.join(row.context.levels)}]" if row.context else ""
    told = "".join(f"\n      {fault}" for fault in each.faults)
    why = f"\n      ({row.why})" if row.why else ""
    confidence = each.answer["confidence"]
    return f"  {row.id} {asked!r}{family}{thread} at {confidence:.2f}{told}{why}\n"


def _typo_lines(count: int, seed: int, misses: bool) -> Iterator[str]:
    if seed == SEED:
        raise SkippedError(f"the figures are made with seed {SEED}; tune with another one")
    with large_ladder() as root:
        ladder = ladder_in(root)
        found = list(find(front_door(ladder), typos(ladder, count, seed)))
    yield f"{len(found)} typos: {percent(each.right for each in found):.1f} % right first, "
    yield f"{percent(each.answered for each in found):.1f} % as the answer\n"
    for each in found:
        if misses and not each.right:
            yield f"  {each.typo.text!r} for {each.typo.title!r}: {each.first}\n"


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # so that `| head` ends it without a word
    sys.exit(main())
