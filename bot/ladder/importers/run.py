"""From source files to a ladder's folder, with a report of every line that was not placed."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from bot.ladder.importers.assemble import Assembled, assemble
from bot.ladder.importers.formats import read
from bot.ladder.importers.found import Unplaced, UnreadableError
from bot.ladder.importers.levels import squash
from bot.ladder.load import load_ladder
from bot.ladder.model import Card, Group, Ladder, LadderError, Problem
from bot.ladder.write import family_files, ladder_files


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, for people."""

    unplaced: tuple[str, ...]
    """`FILE:LINE: not placed: TEXT (why)`, in the order of the sources."""
    notes: tuple[str, ...]
    """`FILE:LINE: note: …`: texts that were placed, but that a person should look at."""
    families: int
    levels: int
    statements: int
    out: Path
    written: int
    """Files that were not there before; 0 when all was there already."""


def import_files(
    paths: Sequence[Path],
    out: Path,
    *,
    family: str | None = None,
    format_name: str | None = None,
) -> Report:
    """Make level data of the files in `out`, or add it to the ladder that is there.

    Writes all of it or nothing. Raises UnreadableError for a source that can't be read or holds
    nothing to import, and LadderError where a different card is there already.
    """
    founds = [(str(path), read(path, format_name)) for path in paths]
    existing = load_ladder(out) if (out / "ladder.yaml").exists() else None
    made = assemble(founds, family=family, existing=existing)
    if not made.cards:
        reasons = "; ".join(str(note.what) for note in made.notes) or "it holds no level"
        raise UnreadableError(str(paths[0]), 1, f"has nothing to import: {reasons}")
    files = _new_files(made, existing)
    _check(made, files, out, existing)
    _refuse_other_cards(files, out)
    _try(files, out)
    written = _write(files, out)
    return _report(made, [str(path) for path in paths], out, written)


def _new_files(made: Assembled, existing: Ladder | None) -> dict[str, str]:
    """The files to write; a card that the ladder has already, word for word, is left alone."""
    if existing is None:
        return ladder_files(made.ladder)
    files: dict[str, str] = {}
    cards = {card.ref: card for card in made.cards}
    for family in made.ladder.families.values():
        for path, text in family_files(family).items():
            name = Path(path).stem
            known = existing.families.get(family.id)
            card = cards.get(f"{family.id}/{name}")
            if name == "family" and path.endswith("/family.yaml"):
                if known is None:
                    files[path] = text
            elif card is not None and not _same(existing.card(card.ref), card):
                files[path] = text
    return files


def _same(known: Card | None, card: Card) -> bool:
    """Whether two cards say the same; who approved it, and where it is from, may differ."""
    return known is not None and replace(card, status=known.status, source=known.source) == known


def _check(made: Assembled, files: dict[str, str], out: Path, existing: Ladder | None) -> None:
    """The self-check: what is said to be placed must stand in the files, letter for letter."""
    said = {squash(text) for content in files.values() for text in _strings(content)}
    if existing is not None:
        kept = [*out.glob("*.yaml"), *out.glob("*/*.yaml")]
        said |= {squash(t) for path in kept for t in _strings(path.read_text("utf-8-sig"))}
    everything = "\n".join(said)
    for piece in made.placed:
        text = squash(piece.text)
        if text not in said and text not in everything and piece.line:
            made.unplaced.append(Unplaced(piece, "did not reach the card"))


def _strings(content: str) -> Iterator[str]:
    waiting: list[object] = [yaml.safe_load(content)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            waiting += value
        else:
            yield str(value)


def _refuse_other_cards(files: dict[str, str], out: Path) -> None:
    problems = []
    for path, text in files.items():
        there = out / path
        if there.exists() and not _same_data(there, text):
            what = "ladder" if path == "ladder.yaml" else "card"
            what = "family" if path.endswith("/family.yaml") else what
            message = (
                f"is another {what} already, and is not overwritten; nothing was written. "
                "Move it away, or import into another folder with --out"
            )
            problems.append(Problem(str(there), 1, 1, message))
    if problems:
        raise LadderError(problems)


def _same_data(path: Path, text: str) -> bool:
    try:
        return bool(yaml.safe_load(path.read_text("utf-8-sig")) == yaml.safe_load(text))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return False


def _try(files: dict[str, str], out: Path) -> None:
    """Load the ladder as it would become, so that nothing broken is ever written."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "ladder"
        if (out / "ladder.yaml").exists():
            shutil.copytree(out, trial)
        _write(files, trial)
        try:
            load_ladder(trial)
        except LadderError as error:
            problems = [
                replace(problem, file=problem.file.replace(str(trial), str(out)))
                for problem in error.problems
            ]
            raise LadderError(problems) from error


def _write(files: dict[str, str], out: Path) -> int:
    written = 0
    for path, text in files.items():
        there = out / path
        if there.exists():
            continue
        there.parent.mkdir(parents=True, exist_ok=True)
        part = there.with_name(f".{there.name}.part")
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(there)  # a reload never sees half a file
        written += 1
    return written


def _report(made: Assembled, files: list[str], out: Path, written: int) -> Report:
    def order(place: tuple[str, int]) -> tuple[int, int]:
        return files.index(place[0]) if place[0] in files else len(files), place[1]

    unplaced = sorted(
        (each for each in made.unplaced if each.piece.line),
        key=lambda each: order((each.piece.file, each.piece.line)),
    )
    notes = sorted(made.notes, key=lambda note: order((note.piece.file, note.piece.line)))
    return Report(
        unplaced=tuple(
            f"{each.piece.file}:{each.piece.line}: not placed: {each.piece.text} ({each.why})"
            for each in unplaced
        ),
        notes=tuple(
            f"{note.piece.file}:{note.piece.line or 1}: note: {note.piece.text}: {note.what}"
            for note in notes
        ),
        families=len({card.family_id for card in made.cards}),
        levels=len(made.cards),
        statements=sum(_statements(card) for card in made.cards),
        out=out,
        written=written,
    )


def _statements(card: Card) -> int:
    entries = [entry for section in card.sections.values() for entry in section]
    return sum(len(entry.items) if isinstance(entry, Group) else 1 for entry in entries)
