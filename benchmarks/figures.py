"""A measured figure, and how it is measured: each time in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table. `value` is in `unit`; `of` says what was measured with how much."""

    name: str
    of: str
    value: float
    unit: str
    aim: float | None = None
    """The value is to be this or less; None where nothing is promised."""
    at_least: bool = False
    """The value is to be the aim or more instead."""

    @property
    def missed(self) -> bool:
        """The value is on the wrong side of the aim."""
        if self.aim is None:
            return False
        return self.value < self.aim if self.at_least else self.value > self.aim

    def data(self) -> dict[str, Any]:
        """The figure as `results.json` has it."""
        return asdict(self)


class SkippedError(Exception):
    """A benchmark that can't run here; the message says why and what would let it run."""


def in_fresh_processes(module: str, arguments: Sequence[str], runs: int) -> dict[str, float]:
    """Medians of what `python -m MODULE ARGUMENTS...` prints as one JSON object of numbers.

    A fresh process each time: neither a warm cache of ours nor memory of an earlier run counts.
    """
    results = [_run(module, arguments) for _ in range(runs)]
    return {key: median(result[key] for result in results) for key in results[0]}


def _run(module: str, arguments: Sequence[str]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    if done.returncode:
        raise RuntimeError(f"{module} failed: {done.stderr.strip()}")
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def peak_rss_mb() -> float:
    """The most memory that this process has had resident, in megabytes (10^6 bytes)."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not getrusage here: on Linux its peak starts with that of the process that started us.
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    import resource  # not on Windows, where benchmarks don't run

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6
