"""Every benchmark: prints the figures as a table and writes `results.json` beside this file.

    make bench

A benchmark is a module with a function `figures()` that yields `Figure`s and may raise
SkippedError.
"""

import json
import platform
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import load, reload, understanding
from benchmarks.figures import Figure, SkippedError

BENCHMARKS: dict[str, Callable[[], Iterable[Figure]]] = {
    "load": load.figures,
    "reload": reload.figures,
    "questions": understanding.set_figures,
    "typos": understanding.typo_figures,
    "question time": understanding.time_figures,
}
RESULTS = Path(__file__).with_name("results.json")
_HEAD: tuple[str, ...] = ("benchmark", "figure", "of", "value", "aim")


def main() -> int:
    """Run all; 1 when a figure misses its aim."""
    results: list[dict[str, Any]] = []
    skipped: list[str] = []
    rows = [_HEAD]
    missed = False
    for name, figures in BENCHMARKS.items():
        try:
            for figure in figures():
                rows.append(_row(name, figure))
                missed = missed or figure.missed
                results.append({"benchmark": name, **figure.data()})
        except SkippedError as reason:
            skipped.append(f"{name}: {reason}")
    sys.stdout.write(_table(rows))
    sys.stdout.writelines(f"skipped {line}\n" for line in skipped)
    report = json.dumps(_report(results, skipped), indent=2)
    RESULTS.write_text(f"{report}\n", encoding="utf-8")
    return int(missed)


def _report(results: list[dict[str, Any]], skipped: list[str]) -> dict[str, Any]:
    return {
        "reproduce": "make bench (ONET_DATA names the folder of the O*NET 27.0 text files)",
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "note": "Medians of several runs, each in a fresh process on one core; 1 MB is 10^6 bytes.",
        "skipped": skipped,
        "figures": results,
    }


def _row(name: str, figure: Figure) -> tuple[str, ...]:
    sign = "≥" if figure.at_least else "≤"
    aim = "" if figure.aim is None else f"{sign} {figure.aim:g} {figure.unit}"
    if figure.missed:
        aim += "  MISSED"
    return (name, figure.name, figure.of, f"{figure.value:g} {figure.unit}", aim)


def _table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows = [rows[0], tuple("-" * width for width in widths), *rows[1:]]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
