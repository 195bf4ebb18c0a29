"""Imports a whole ladder from our own export: the same ladder, down to who approved what."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from bot.ladder.documents import Document, Location, read_document
from bot.ladder.folder import FAMILY_FILE, GUIDE_FILE, LADDER_FILE
from bot.ladder.importers.exported import Exported
from bot.ladder.importers.found import UnreadableError
from bot.ladder.importers.report import Report, drafts_of, statements_of
from bot.ladder.importers.target import other, refuse_others, try_out, write_new
from bot.ladder.importers.vocabulary import fold
from bot.ladder.load import load_ladder
from bot.ladder.model import Family, Ladder, LadderError, Problem
from bot.ladder.version import is_worked_out
from bot.ladder.write import card_paths, ladder_files


def import_export(
    path: Path, exported: Exported, out: Path, *, family: str | None = None
) -> Report:
    """Write the ladder of an export into `out`, or what is missing there of the same ladder.

    Raises LadderError where `out` holds another ladder, or where the export is not sound, and
    UnreadableError when `family` is asked for and the export has none by that id.
    """
    ladder = exported.ladder
    if family is not None:
        family = next((id_ for id_ in ladder.families if fold(id_) == fold(family)), family)
        ladder = _only(ladder, family, path)
    there = out / LADDER_FILE
    if there.exists():
        files = _missing(ladder, load_ladder(out), out, chosen=family is not None)
    else:
        files = ladder_files(ladder)
    refuse_others(files, out)
    try:
        if files:
            try_out(files, out)
    except LadderError as error:
        told = _told_in_export(error.problems, files, ladder, exported, out)
        raise LadderError(list(told)) from error
    cards = list(ladder.cards())
    return Report(
        unplaced=(*exported.unplaced, *_left_out(path, exported, ladder)),
        notes=tuple(_notes(path, exported)),
        families=len(ladder.families),
        levels=len(cards),
        statements=statements_of(cards),
        out=out,
        written=write_new(files, out, ladder),
        drafts=drafts_of(cards),
    )


def _only(ladder: Ladder, family: str, path: Path) -> Ladder:
    """The ladder with one of its families."""
    if family not in ladder.families:
        known = ", ".join(ladder.families)
        message = f"holds the families {known}; choose one of them, or leave out --family"
        raise UnreadableError(str(path), 1, message)
    return replace(
        ladder,
        default_family=family if ladder.default_family == family else None,
        families=MappingProxyType({family: ladder.families[family]}),
    )


def _missing(ladder: Ladder, existing: Ladder, out: Path, *, chosen: bool) -> dict[str, str]:
    """The files of `ladder` that `existing` has not; LadderError where it says something else.

    Ladders are compared and not files: the same may be written in another way.
    """
    wanted = _head(ladder)
    if chosen:  # the rest of the ladder has the word on what is its default
        wanted = replace(wanted, default_family=existing.default_family)
    same_version = _declared_version(out) in (None, ladder.version)
    if wanted != _head(existing) or not same_version:
        raise LadderError([other(LADDER_FILE, out)])
    differ = []
    if existing.guide and ladder.guide and existing.guide != ladder.guide:
        differ.append(GUIDE_FILE)
    files = ladder_files(ladder)
    del files[LADDER_FILE]
    if existing.guide:
        files.pop(GUIDE_FILE, None)
    for family in ladder.families.values():
        for path, same in _compared(family, existing.families.get(family.id)):
            del files[path]
            differ += [] if same else [path]
    if differ:
        raise LadderError([other(path, out) for path in differ])
    return files


def _head(ladder: Ladder) -> Ladder:
    return replace(ladder, version="", families={}, guide=())


def _declared_version(out: Path) -> object:
    """What the ladder in `out` gives as its version; None where it is worked out."""
    value = read_document(out / LADDER_FILE).value
    return value.get("version") if isinstance(value, dict) else None


def _compared(family: Family, known: Family | None) -> Iterator[tuple[str, bool]]:
    """The paths of what `known` has of the family, and whether it says the same."""
    if known is None:
        return
    yield f"{family.id}/{FAMILY_FILE}", replace(family, cards={}) == replace(known, cards={})
    for code, path in card_paths(family).items():
        if code in known.cards:
            yield path, known.cards[code] == family.cards[code]


def _told_in_export(
    problems: list[Problem],
    files: Mapping[str, str],
    ladder: Ladder,
    exported: Exported,
    out: Path,
) -> Iterator[Problem]:
    """Problems of files that are not written, told where the export has what is wrong."""
    bases: dict[str, Location] = {LADDER_FILE: (), GUIDE_FILE: ()}
    for family in ladder.families.values():
        bases[f"{family.id}/{FAMILY_FILE}"] = ("families", family.id)
        for code, path in card_paths(family).items():
            bases[path] = ("families", family.id, "cards", code)
    texts = {str(out / path): (path, text) for path, text in files.items()}
    for problem in problems:
        if problem.file not in texts:
            yield problem
            continue
        path, text = texts[problem.file]
        at = Document(path, None, text).location((problem.line, problem.column))
        if path == GUIDE_FILE and at:
            at = ("guide", *at[1:])
        yield exported.problem((*bases[path], *at), problem.message)


def _left_out(path: Path, exported: Exported, ladder: Ladder) -> Iterator[str]:
    for id_, family in exported.ladder.families.items():
        if id_ not in ladder.families:
            line = exported.line(("families", id_))
            [chosen] = ladder.families
            yield f"{path}:{line}: not placed: {family.name} (is {id_}; --family chose {chosen})"


def _notes(path: Path, exported: Exported) -> Iterator[str]:
    version = exported.ladder.version
    if is_worked_out(version):
        yield (
            f"{path}:{exported.line(('version',))}: note: {version}: was worked out from git or "
            "from the files' dates where this was exported; it stays the ladder's `version:` until "
            "you change it, or remove it to have it worked out here"
        )
