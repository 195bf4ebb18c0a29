"""From source files to a ladder's folder, with a report of every line that was not placed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bot.ladder.documents import plain_value
from bot.ladder.importers.assemble import Assembled, assemble
from bot.ladder.importers.formats import read
from bot.ladder.importers.found import Note, Piece, Unplaced, UnreadableError
from bot.ladder.importers.levels import squash
from bot.ladder.importers.own_exports import read_whole
from bot.ladder.importers.report import Report, drafts_of, statements_of
from bot.ladder.importers.target import refuse_others, try_out, write_new
from bot.ladder.importers.whole import import_export
from bot.ladder.load import load_ladder
from bot.ladder.model import Card, Ladder, LadderError, Problem
from bot.ladder.write import card_paths, family_files, ladder_files

MOST_LEVELS = 12
"""Levels of a ladder that a message lists."""

__all__ = ["Report", "import_files"]


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
    exported = read_whole(paths, format_name)
    if exported is not None:
        return import_export(paths[0], exported, out, family=family)
    founds = [(str(path), read(path, format_name)) for path in paths]
    existing = load_ladder(out) if (out / "ladder.yaml").exists() else None
    made = assemble(founds, family=family, existing=existing)
    lacks = [_lacks(piece, existing, out) for piece in made.missing] if existing else []
    if lacks and not made.cards:
        raise LadderError(lacks)
    if not made.cards:
        reasons = "; ".join(str(note.what) for note in made.notes) or (
            "it holds no level; name each, such as `level: P2` or a heading `P2 — Developing`"
        )
        raise UnreadableError(str(paths[0]), 1, f"has nothing to import: {reasons}")
    files = _new_files(made, existing)
    _check(made, files, out, existing)
    try:
        refuse_others(files, out)
    except LadderError as error:
        raise LadderError([*error.problems, *lacks]) from error
    try_out(files, out)
    written = write_new(files, out, made.ladder)
    for piece, problem in zip(made.missing, lacks, strict=True):
        made.notes.append(Note(piece, problem.message))
    return _report(made, [str(path) for path in paths], out, written)


def _lacks(piece: Piece, existing: Ladder, out: Path) -> Problem:
    """What to do of a level that the ladder in `out` does not have."""
    codes = list(existing.levels)
    known = ", ".join(codes[:MOST_LEVELS]) + (" and others" if len(codes) > MOST_LEVELS else "")
    message = (
        f"{out} has no level {piece.text!r} (it has {known}), so nothing of this level is "
        f"imported; add the level to a track in {out / 'ladder.yaml'}, or import into another "
        "folder with --out"
    )
    return Problem(piece.file, piece.line or 1, 1, message)


def _new_files(made: Assembled, existing: Ladder | None) -> dict[str, str]:
    """The files to write; a card that the ladder has already, word for word, is left alone."""
    if existing is None:
        return ladder_files(made.ladder)
    files: dict[str, str] = {}
    for family in made.ladder.families.values():
        texts = family_files(family)
        paths = card_paths(family)
        if family.id not in existing.families:
            files |= {path: texts[path] for path in texts.keys() - set(paths.values())}
        for card in made.cards:
            if card.family_id == family.id and not _same(existing.card(card.ref), card):
                path = paths[card.level.code]
                files[path] = texts[path]
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
    waiting: list[object] = [plain_value(content)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            waiting += value
        else:
            yield str(value)


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
        statements=statements_of(made.cards),
        out=out,
        written=written,
        drafts=drafts_of(made.cards),
    )
