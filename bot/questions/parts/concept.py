"""What people say for one thing that most ladders have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked of a level."""

    names: frozenset[str]
    """Squashed names of the parts of a ladder that it speaks for."""
    clear: str
    """Patterns that hardly mean anything else."""
    vague: str = ""
    """Patterns that count when nothing clearer is said."""


def names_of(names: str) -> frozenset[str]:
    """Squashed names that stand apart in one text."""
    return frozenset(names.split())
