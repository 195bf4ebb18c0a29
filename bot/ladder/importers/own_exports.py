"""Whether the files to import are an export of a whole ladder, in any of its formats."""

from collections.abc import Sequence
from pathlib import Path

from bot.ladder.importers.exported import MAX_BYTES, Exported, read_export
from bot.ladder.importers.formats import format_of
from bot.ladder.importers.found import UnreadableError
from bot.ladder.importers.own_ladder_table import read_ladder_table
from bot.ladder.importers.own_pages import read_own_pages
from bot.ladder.importers.source import read_text
from bot.ladder.importers.source_text import decode, read_bytes


def read_whole(paths: Sequence[Path], format_name: str | None = None) -> Exported | None:
    """The ladder of our own export; None for any other files.

    Raises UnreadableError where an export of one file is imported with others, and LadderError
    with every problem of an export that was changed so that it is no sound ladder any more.
    """
    formats = {format_of(path, format_name) for path in paths}
    if formats in ({"markdown"}, {"html"}):
        texts = {str(path): read_text(path) for path in paths}
        pages = read_own_pages(texts, html=formats == {"html"})
        return pages.exported() if pages else None
    for path in paths:
        exported = _alone(path, format_of(path, format_name))
        if exported is not None:
            if len(paths) > 1:
                message = "is an export of a whole ladder; import it alone"
                raise UnreadableError(str(path), 1, message)
            return exported
    return None


def _alone(path: Path, format_name: str) -> Exported | None:
    if format_name == "json":
        return read_export(path)
    if format_name != "csv":
        return None
    data = read_bytes(path, MAX_BYTES)
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return None  # a workbook under another name
    table = read_ladder_table(str(path), decode(str(path), data))
    return table.exported() if table else None
