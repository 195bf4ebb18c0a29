"""What changed in a ladder, one line for each thing that did."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.ladder.diff import Kind, Subject

_THINGS = {"card": "", "ladder": "Ladder ", "guide": "Guide: "}
_VERBS = {
    Kind.ADDED: "added",
    Kind.REMOVED: "removed",
    Kind.REWORDED: "reworded",
    Kind.MOVED: "moved",
}


def change_lines(subjects: Sequence[Subject]) -> Iterator[str]:
    """ "P2 · AI/ML Engineer: 1 line added, 2 reworded"; whole things: "Level P8: new"."""
    for subject in subjects:
        thing = f"{_THINGS.get(subject.what, f'{subject.what.capitalize()} ')}{subject.name}"
        yield f"{thing}: {_happened(subject)}"


def _happened(subject: Subject) -> str:
    if subject.kind is Kind.ADDED:
        return "new"
    if subject.kind is Kind.REMOVED:
        return "removed"
    counts = Counter(change.kind for change in subject.changes)
    told = [f"{count} {_VERBS[kind]}" for kind, count in counts.items() if kind in _VERBS]
    if subject.kind is Kind.RENAMED:
        told.insert(0, f"renamed from {subject.was}")
    return ", ".join(told) or "changed"
