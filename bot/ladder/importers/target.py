"""The folder that an import writes into: nothing broken is written, and nothing overwritten."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from bot.ladder.documents import plain_value
from bot.ladder.folder import FAMILY_FILE, GUIDE_FILE, LADDER_FILE
from bot.ladder.load import load_ladder
from bot.ladder.model import Ladder, LadderError, Problem
from bot.ladder.schema import FOLDER, write_schemas


def refuse_others(files: Mapping[str, str], out: Path) -> None:
    """Raise LadderError where `out` has a file by the path of one of `files` that says another."""
    others = [
        path
        for path, text in files.items()
        if (out / path).exists() and not _same_data(out / path, text)
    ]
    if others:
        raise LadderError([other(path, out) for path in others])


def other(path: str, out: Path) -> Problem:
    """The problem that a file of the ladder in `out` says something else already."""
    whats = {LADDER_FILE: "ladder", GUIDE_FILE: "guide", FAMILY_FILE: "family"}
    message = (
        f"is another {whats.get(Path(path).name, 'card')} already, and is not overwritten; "
        "nothing was written. Move it away, or import into another folder with --out"
    )
    return Problem(str(out / path), 1, 1, message)


def _same_data(path: Path, text: str) -> bool:
    try:
        return bool(plain_value(path.read_text("utf-8-sig")) == plain_value(text))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return False


def try_out(files: Mapping[str, str], out: Path) -> None:
    """Load the ladder as it would become, so that nothing broken is ever written.

    Raises LadderError, with paths as they would be in `out`.
    """
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "ladder"
        if (out / "ladder.yaml").exists():
            shutil.copytree(out, trial)
        write_new(files, trial)
        try:
            load_ladder(trial)
        except LadderError as error:
            problems = [
                replace(problem, file=problem.file.replace(str(trial), str(out)))
                for problem in error.problems
            ]
            raise LadderError(problems) from error


def write_new(files: Mapping[str, str], out: Path, ladder: Ladder | None = None) -> int:
    """Write the files that are not there yet, each whole or not at all; how many they were.

    A new ladder, `ladder`, gets the schemas that editors check its files with, as the shipped one
    has them. Each file's first line names its schema, where the folder has it.
    """
    new = LADDER_FILE in files and not (out / LADDER_FILE).exists()
    if new and ladder is not None:
        out.mkdir(parents=True, exist_ok=True)
        write_schemas(ladder, out / FOLDER)
    written = 0
    for path, text in files.items():
        there = out / path
        if there.exists():
            continue
        there.parent.mkdir(parents=True, exist_ok=True)
        part = there.with_name(f".{there.name}.part")
        part.write_text(_modeline(path, out) + text, encoding="utf-8", newline="\n")
        part.replace(there)  # a reload never sees half a file
        written += 1
    return written


def _modeline(path: str, out: Path) -> str:
    """The line by which editors find a file's schema; empty where the ladder has no schemas."""
    kinds = {LADDER_FILE: "ladder", GUIDE_FILE: "guide", FAMILY_FILE: "family"}
    schema = f"{FOLDER}/{kinds.get(Path(path).name, 'card')}.schema.json"
    if not (out / schema).is_file():
        return ""
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}{schema}\n"
