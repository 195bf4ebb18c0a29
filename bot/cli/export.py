"""`levelbot export`: the whole ladder as files."""

import argparse
import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bot.app import read_ladder
from bot.cli.choose import add_restricted
from bot.cli.output import InputError, complain, write
from bot.exports import FORMATS
from bot.ladder import PUBLIC, visible
from bot.settings import Settings

RECORD = ".levelbot-export.json"
"""Names the files that exports wrote into a folder, by format: the next may replace them."""


def add_arguments(export: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    export.add_argument("folder", metavar="DIR", type=Path, help="made if it is not there")
    add_restricted(export)
    export.add_argument("--format", choices=FORMATS, default="markdown", help="(default: markdown)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the ladder into the folder."""
    folder: Path = options.folder
    source = settings.ladder_folder.resolve()
    if folder.resolve().is_relative_to(source):
        raise InputError(f"{folder} is in the ladder's own folder {source}; choose another")
    whole = read_ladder(settings, restricted=True)
    shown = whole if options.restricted else visible(whole, PUBLIC)
    files = FORMATS[options.format](shown)
    try:
        _write_all(folder, options.format, files)
    except OSError as error:
        where = error.filename or folder
        raise InputError(
            f"{where}: {error.strerror}; choose a folder that can be written"
        ) from error
    write(f"{len(files)} {'file' if len(files) == 1 else 'files'} in {folder}")
    kept = f"what the ladder keeps for some: {whole.rules}"
    if whole.rules and options.restricted:
        complain(f"the export holds {kept}", 0)
    elif whole.rules:
        complain(f"left out {kept}; --restricted writes it too", 0)
    return 0


def _write_all(folder: Path, kind: str, files: Mapping[str, str]) -> None:
    """Write `files`, replacing those of an earlier export and nothing else.

    Files of an earlier export in this format that are no longer part of it are removed.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file; give a folder")
    record = _read_record(folder)
    ours = {name for names in record.values() for name in names}
    for name, content in files.items():
        path = folder / name
        if name not in ours and path.exists() and not _holds(path, content):
            raise InputError(
                f"{path} is there and no export wrote it; move it away or choose another folder"
            )
    stale = set(record.get(kind, ())) - files.keys()
    # Recorded before it is done: an export that was cut short can be done again.
    _write(folder / RECORD, _record_text({**record, kind: sorted({*files, *stale})}))
    for name, content in files.items():
        _write(folder / name, content)
    for name in stale:
        (folder / name).unlink(missing_ok=True)
    _write(folder / RECORD, _record_text({**record, kind: sorted(files)}))


def _read_record(folder: Path) -> dict[str, list[str]]:
    """The files of earlier exports by format; empty where nothing sound is recorded."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return {str(kind): [_inside(name) for name in names] for kind, names in record.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _inside(name: object) -> str:
    """`name` when it stays within the folder; raises ValueError, since stale files are removed."""
    if not isinstance(name, str) or Path(name).is_absolute() or ".." in Path(name).parts:
        raise ValueError(name)
    return name


def _record_text(record: Mapping[str, list[str]]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _holds(path: Path, content: str) -> bool:
    return path.is_file() and path.read_bytes() == content.encode()


def _write(path: Path, content: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".levelbot-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)  # noqa: PTH101 - mkstemp makes it private
        os.replace(temporary, path)  # noqa: PTH105 - the same, a name and a path
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - the same
        raise
