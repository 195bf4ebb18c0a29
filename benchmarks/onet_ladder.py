"""A ladder as large as they come: every O*NET occupation a family, its alternate titles on levels.

    python -m benchmarks.onet_ladder OUT [ONET]

O*NET 27.0 Database, U.S. Department of Labor, CC BY 4.0. Neither its files nor the ladder made of
them are part of this repository. The same files always give the same ladder.
"""

import csv
import itertools
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

DEFAULT_FOLDER = "../shared/onet"
"""Where the O*NET files are looked for, from the repository; ONET_DATA names another folder."""

GRADES = ("I", "II", "III", "IV", "V")
LEVELS: dict[str, tuple[str, tuple[str, ...]]] = {
    "P1": ("Entry", ("Trainee", "Apprentice", "Junior", "Assistant")),
    "P2": ("Developing", ()),
    "P3": ("Experienced", ()),
    "P4": ("Senior", ("Senior", "Lead")),
    "P5": ("Principal", ("Principal", "Master")),
    "M1": ("Supervisor", ()),
    "M2": ("Manager", ()),
    "M3": ("Executive", ()),
}
"""Level code to its name and the words that stand in front of its titles."""

# A word anywhere in a title that says where it belongs when its first and last words do not.
_MANAGERS = {
    "M1": re.compile(r"\b(supervisor|foreman|forewoman|team leader|crew chief)\b", re.IGNORECASE),
    "M2": re.compile(r"\b(manager|superintendent|administrator)\b", re.IGNORECASE),
    "M3": re.compile(r"\b(director|president|executive|chief|head)\b", re.IGNORECASE),
}
_STEPS = ("P2", "P3", "P1", "P4", "P5")
"""Titles that say nothing about their level are dealt to these in turn."""

Rows = dict[str, list[dict[str, str]]]
"""O*NET-SOC code to the rows of one file."""


def onet_folder() -> Path | None:
    """The folder with the O*NET files, or None when this machine has none."""
    repository = Path(__file__).resolve().parent.parent
    folder = Path(os.environ.get("ONET_DATA") or repository / DEFAULT_FOLDER)
    return folder if (folder / "Alternate Titles.txt").is_file() else None


def write_ladder(onet: Path, out: Path) -> None:
    """Write the ladder made of the O*NET files in `onet` into the new folder `out`."""
    titles = _rows(onet / "Alternate Titles.txt")
    tasks = _rows(onet / "Task Statements.txt")
    tools = _rows(onet / "Technology Skills.txt")
    out.mkdir(parents=True)
    _write(out / "ladder.yaml", _ladder())
    for code, (occupation, *_) in _rows(onet / "Occupation Data.txt").items():
        folder = out / _slug(occupation["Title"])
        folder.mkdir()
        soc = {"code": code, "title": occupation["Title"]}
        _write(folder / "family.yaml", {"name": occupation["Title"], "soc": soc})
        cards = _cards(
            occupation,
            (row["Alternate Title"] for row in titles[code]),
            (row["Task"] for row in tasks[code]),
            (row["Example"] for row in tools[code]),
        )
        for card in cards:
            _write(folder / f"{card['level']}.yaml", card)


def _ladder() -> dict[str, Any]:
    def track(name: str, letter: str) -> dict[str, Any]:
        codes = [code for code in LEVELS if code.startswith(letter)]
        return {"name": name, "levels": {code: _level(code, codes.index(code)) for code in codes}}

    return {
        "name": "O*NET occupations",
        "owner": "Benchmarks",
        "version": "O*NET 27.0",
        "dimensions": {"typical_experience": {"name": "Typical experience"}},
        "sections": {"activities": {"name": "Activities"}, "skills": {"name": "Skills"}},
        "tracks": {"P": track("Professional", "P"), "M": track("Management", "M")},
    }


def _level(code: str, step: int) -> dict[str, Any]:
    name, words = LEVELS[code]
    years = {"min_years": step * 3, "max_years": step * 3 + 4}
    level: dict[str, Any] = {"name": name, "meaning": {"typical_experience": years}}
    if code.startswith("P"):
        level |= {"grades": [GRADES[step]], "words": list(words)}
    return level


def _cards(
    occupation: dict[str, str], titles: Iterable[str], tasks: Iterable[str], tools: Iterable[str]
) -> Iterator[dict[str, Any]]:
    at: defaultdict[str, list[str]] = defaultdict(list)
    homes: dict[str, str] = {}
    steps = itertools.cycle(_STEPS)
    for title in titles:
        # Two spellings of one title ("Pipe-Fitter", "Pipefitter") stay on one card.
        key = "".join(filter(str.isalnum, title)).casefold()
        level = homes.setdefault(key, _told_level(title) or next(steps))
        if title.casefold() not in map(str.casefold, at[level]):
            at[level].append(title)
    levels = [level for level in LEVELS if level in at]
    activities, skills = _dealt(tasks, levels), _dealt(tools, levels)
    for level in levels:
        yield {
            "level": level,
            "title": at[level][0],
            "summary": f"{LEVELS[level][0]} level. {occupation['Description']}",
            "activities": activities[level],
            "skills": skills[level],
            "titles": at[level],
            "status": "draft",
            "source": "O*NET 27.0 Database, CC BY 4.0",
        }


def _told_level(title: str) -> str | None:
    """The level that a title's own words tell, by the rules that the ladder declares."""
    words = title.replace("(", " ").replace(",", " ").split()
    for step, grade in enumerate(GRADES, start=1):
        if words[-1] in (grade, str(step)):
            return f"P{step}"
    for level, pattern in _MANAGERS.items():
        if pattern.search(title):
            return level
    fronts = {word: level for level, (_, fronts) in LEVELS.items() for word in fronts}
    return fronts.get(words[0].title())


def _dealt(lines: Iterable[str], levels: list[str]) -> dict[str, list[str]]:
    """Each line once, dealt to the levels in turn."""
    dealt: dict[str, list[str]] = {level: [] for level in levels}
    unique = {line.casefold(): line for line in lines}
    for line, level in zip(unique.values(), itertools.cycle(levels), strict=False):
        dealt[level].append(line)
    return dealt


def _rows(path: Path) -> Rows:
    rows: Rows = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["O*NET-SOC Code"]].append(row)
    return rows


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def _write(path: Path, data: dict[str, Any]) -> None:
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=120)
    path.write_text(text, encoding="utf-8")


def main() -> int:
    """Write the ladder into the folder that the first argument names."""
    out = Path(sys.argv[1])
    onet = Path(sys.argv[2]) if len(sys.argv) > 2 else onet_folder()
    if onet is None:
        sys.stderr.write("no O*NET files; name their folder, or set ONET_DATA\n")
        return 2
    write_ladder(onet, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
