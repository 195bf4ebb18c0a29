"""`levelbot validate`: every problem of a ladder, each on a line of its own."""

import argparse
from pathlib import Path

from bot.cli.output import FAILED, InputError, write
from bot.ladder.validate import find_problems
from bot.questions.language.english import SHORT_FORMS
from bot.settings import Settings


def add_arguments(validate: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    validate.add_argument(
        "folder", metavar="DIR", nargs="?", help="the ladder's folder (default: LEVEL_DATA)"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print every error and warning; 0 when there is no error, else 1."""
    root = Path(options.folder or settings.ladder_folder)
    if not root.is_dir():
        raise InputError(f"{root} is not a folder; name the folder that holds ladder.yaml")
    problems = find_problems(root, SHORT_FORMS)
    if problems:
        write("\n".join(map(str, problems)))
    return FAILED if any(not problem.warning for problem in problems) else 0
