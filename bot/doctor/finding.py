"""What a check found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How it stands."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was checked, how it stands, and how to mend it where it is not well."""

    part: str
    verdict: Verdict
    told: str
    mend: str = ""


def ok(part: str, told: str) -> Finding:
    """All is well."""
    return Finding(part, Verdict.OK, told)


def warning(part: str, told: str, mend: str) -> Finding:
    """It works, but."""
    return Finding(part, Verdict.WARNING, told, mend)


def failed(part: str, told: str, mend: str) -> Finding:
    """It does not work."""
    return Finding(part, Verdict.FAILED, told, mend)


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """For people: a line each, and below it how to mend what is not well."""
    for finding in findings:
        yield f"{finding.verdict:<8} {finding.part:<14} {finding.told}"
        if finding.mend:
            yield f"{'':<8} {'':<14} → {finding.mend}"
