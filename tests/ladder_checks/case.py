"""A broken ladder: what is edited in the sound one, and what is to be told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

Told = Callable[[], list[str]]
"""Every line that validation prints, with files named as within the ladder's folder."""


@dataclass(frozen=True)
class Edit:
    """`old` in `file` becomes `new`; without `old`, `new` is the whole file."""

    file: str
    old: str | None
    new: str | bytes

    def apply(self, root: Path) -> None:
        path = root / self.file
        path.parent.mkdir(exist_ok=True)
        if isinstance(self.new, bytes):
            path.write_bytes(self.new)
        elif self.old is None:
            path.write_text(self.new, encoding="utf-8")
        else:
            before = path.read_text(encoding="utf-8")
            assert self.old in before
            path.write_text(before.replace(self.old, self.new, 1), encoding="utf-8")


@dataclass(frozen=True)
class Case:
    """A mistake and all that is told of it."""

    name: str
    edits: list[Edit]
    told: list[str]

    def apply(self, root: Path) -> None:
        for edit in self.edits:
            edit.apply(root)


def table(cases: list[Case]) -> pytest.MarkDecorator:
    """Run a test once for each case."""
    return pytest.mark.parametrize("case", cases, ids=[case.name for case in cases])
