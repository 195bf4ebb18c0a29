"""Which reader reads which file: one table of formats."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bot.ladder.importers.found import Found, UnreadableError

Read = Callable[[Path], Found]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file, the module whose `read` reads it, and the ends of its files' names."""

    module: str
    suffixes: tuple[str, ...]


FORMATS = {
    "text": Format("text", (".txt", ".text", "")),
    "markdown": Format("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx")),
    "html": Format("html", (".html", ".htm", ".xhtml")),
    "csv": Format("tables", (".csv", ".tsv")),
    "xlsx": Format("tables", (".xlsx", ".xlsm")),
    "yaml": Format("data", (".yaml", ".yml")),
    "json": Format("data", (".json", ".jsonl", ".ndjson")),
}
"""Name of a format, as `--format` takes it, to how it is read."""


def read(path: Path, format_name: str | None = None) -> Found:
    """What the file holds, read in the format that is named or that its name tells.

    Raises UnreadableError for a file that is of no known kind, or that can't be read.
    """
    return _reader(path, format_name)(path)


def _reader(path: Path, format_name: str | None) -> Read:
    name = format_of(path, format_name)
    module = f"{__package__}.{FORMATS[name].module}"
    if find_spec(module) is None:
        raise UnreadableError(str(path), 1, f"is {name}, which this version can't import yet")
    read_it: Read = import_module(module).read
    return read_it


def format_of(path: Path, format_name: str | None = None) -> str:
    """The format that is named, or that the file's name tells; UnreadableError where none is."""
    if format_name:
        return format_name
    suffix = path.suffix.casefold()
    for name, each in FORMATS.items():
        if suffix in each.suffixes:
            return _sniffed(path, name)
    known = ", ".join(suffix for each in FORMATS.values() for suffix in each.suffixes if suffix)
    message = f"has the ending {suffix}, which no reader knows ({known}); name one with --format"
    raise UnreadableError(str(path), 1, message)


def _sniffed(path: Path, name: str) -> str:
    """HTML saved under another text format's name is read as HTML."""
    if name not in {"text", "markdown"}:
        return name
    try:
        with path.open("rb") as file:
            start = file.read(200).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    except OSError:
        return name  # the reader tells what is wrong
    return "html" if start.startswith((b"<!doctype html", b"<html")) else name
