"""`levelbot import`: level data from a ladder that already exists."""

import argparse
from pathlib import Path

from bot.cli.output import InputError, write
from bot.ladder.importers.formats import FORMATS
from bot.ladder.importers.found import UnreadableError
from bot.ladder.importers.run import Report, import_files
from bot.settings import Settings


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    command.add_argument("files", nargs="+", metavar="FILE", type=Path)
    command.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        default=Path("imported_ladder"),
        help="the ladder's folder, new or to add to (default: imported_ladder)",
    )
    command.add_argument(
        "--family", metavar="ID", help="the family, where the files name none; or the one to take"
    )
    command.add_argument("--format", choices=tuple(FORMATS), help="(default: by the file's name)")


def run(options: argparse.Namespace, _: Settings) -> int:
    """Import the files, and tell every line that was not placed."""
    if (
        options.family is not None
        and not options.family.replace("-", "").replace("_", "").isalnum()
    ):
        raise InputError(f"--family {options.family!r} is no id; use letters, digits and hyphens")
    try:
        report = import_files(
            options.files, options.out, family=options.family, format_name=options.format
        )
    except UnreadableError as error:
        raise InputError(str(error)) from error
    _tell(report)
    return 0


def _tell(report: Report) -> None:
    for line in (*report.unplaced, *report.notes):
        write(" ".join(line.split()))
    wrote = f"wrote {_count(report.written, 'file')}"
    state = wrote if report.written else "all of it was there already"
    drafts = "Cards are drafts until you approve them; check" if report.drafts else "Check"
    write(
        f"Imported {_count(report.families, 'family', 'families')}, "
        f"{_count(report.levels, 'level')}, {_count(report.statements, 'statement')} "
        f"into {report.out} ({state}); "
        f"{_count(len(report.unplaced), 'text')} not placed. "
        f"{drafts} with: levelbot validate {report.out}"
    )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
