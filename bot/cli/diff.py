"""`levelbot diff`: what changed between two ladders."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.cli.choose import add_restricted
from bot.cli.output import InputError, complain, write
from bot.ladder import PUBLIC, Ladder, load_ladder, visible
from bot.ladder.diff import Change, Kind, Subject, compare_ladders
from bot.ladder.revisions import RevisionError, ladder_at
from bot.settings import Settings

_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.REWORDED: "~", Kind.MOVED: ">"}
_WHOLE = {Kind.ADDED: " (added)", Kind.REMOVED: " (removed)", Kind.CHANGED: ""}
_HEADINGS = {
    "dimension": "Dimension ",
    "section": "Section ",
    "track": "Track ",
    "guide": "Guide: ",
}


def add_arguments(diff: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    where = "a ladder's folder, or a git revision of LEVEL_DATA such as HEAD~1"
    diff.add_argument("old", metavar="OLD", help=where)
    diff.add_argument("new", metavar="NEW", help="the same")
    diff.add_argument("--json", action="store_true", help="as one JSON object")
    add_restricted(diff)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the changes. The status is 0 with and without any: they are no failed check."""
    old, new = (_ladder(named, settings) for named in (options.old, options.new))
    if not options.restricted:
        old, new = _for_everybody(old, new)
    subjects = compare_ladders(old, new)
    if options.json:
        data = {"old": options.old, "new": options.new, **diff_data(subjects)}
        write(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        write("\n".join(_text(subjects)))
    return 0


def _for_everybody(old: Ladder, new: Ladder) -> tuple[Ladder, Ladder]:
    """Both without what either of them keeps for some; tells on standard error that there is."""
    rules = old.rules + new.rules
    if not rules:
        return old, new
    complain(f"left out what the ladder keeps for some: {rules}; --restricted shows it too", 0)
    first, second = (visible(replace(each, rules=rules), PUBLIC) for each in (old, new))
    return first, second


def _ladder(named: str, settings: Settings) -> Ladder:
    """A folder goes before a revision of the same name; ./NAME or NAME^0 says which is meant."""
    if named and Path(named).is_dir():
        return load_ladder(Path(named))
    try:
        return ladder_at(named, settings.ladder_folder)
    except RevisionError as error:
        raise InputError(str(error)) from error


def diff_data(subjects: tuple[Subject, ...]) -> dict[str, Any]:
    """`{"summary": {kind: count}, "changes": [subject]}`; the contract has no shape for it.

    A subject is `{"change", "what", "id", "name", "was", "lines"}`, a line `{"change", "part",
    "where", "was", "old", "new"}`: `change` is the kind, `was` the former id or place or null.
    """
    return {
        "summary": dict(_counts(subjects)),
        "changes": [
            {
                "change": str(subject.kind),
                "what": subject.what,
                "id": subject.id,
                "name": subject.name,
                "was": subject.was,
                "lines": [_line_data(change) for change in subject.changes],
            }
            for subject in subjects
        ],
    }


def _line_data(change: Change) -> dict[str, Any]:
    return {
        "change": str(change.kind),
        "part": change.part,
        "where": list(change.where),
        "was": list(change.was) if change.was else None,
        "old": change.old,
        "new": change.new,
    }


def _counts(subjects: tuple[Subject, ...]) -> Counter[str]:
    lines = Counter({str(kind): 0 for kind in _SIGNS})
    lines.update(str(change.kind) for subject in subjects for change in subject.changes)
    return lines


def _text(subjects: tuple[Subject, ...]) -> Iterator[str]:
    if not subjects:
        yield "The two ladders say the same."
        return
    for subject in subjects:
        was = f" (was {subject.was})" if subject.was else _WHOLE.get(subject.kind, "")
        yield f"{_heading(subject)}{was}"
        where: tuple[str, ...] = ()
        for change in subject.changes:
            if change.where != where:
                where = change.where
                yield f"  {' › '.join(where)}"
            yield from (f"    {line}" for line in _lines(change))
        yield ""
    counts = _counts(subjects)
    lines = ", ".join(f"{counts[kind]} {kind}" for kind in map(str, _SIGNS))
    whole = Counter(
        f"{subject.what} {subject.kind}" for subject in subjects if subject.kind is not Kind.CHANGED
    )
    yield "; ".join([f"Lines: {lines}", *(f"{what}: {n}" for what, n in whole.items())])


def _heading(subject: Subject) -> str:
    if subject.what == "level":
        return f"Level {subject.id} — {subject.name}, in every family"
    return _HEADINGS.get(subject.what, "") + subject.name


def _lines(change: Change) -> Iterator[str]:
    sign = _SIGNS[change.kind]
    if change.kind is Kind.REWORDED:
        yield f"{sign} {change.old}"
        yield f"  → {change.new}"
    else:
        yield f"{sign} {change.new if change.old is None else change.old}"
    if change.was:
        yield f"  (was in {' › '.join(change.was)})"
