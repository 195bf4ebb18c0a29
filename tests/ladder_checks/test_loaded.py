"""Ladders that load although something is wrong: lesser errors, and warnings."""

from pathlib import Path

import pytest

from bot.ladder import load_ladder
from tests.ladder_checks.case import Case, Edit, Told, table

# ruff: noqa: E501 - the lines are those that authors see

# These spoil no answer, but they fail validation.
ERRORS = [
    Case(
        "shared title",
        [Edit("engineer/P3.yaml", "title: Engineer III", "title: Engineer II")],
        [
            "engineer/P3.yaml:2:8: is a title of P2 by the ladder's own grades and words: 'Engineer II'; move it there, or give it P3's grade"
        ],
    ),
    Case(
        "line twice",
        [Edit("engineer/P2.yaml", "Repairs things of size 2", "builds  things of size 2")],
        ["engineer/P2.yaml:7:5: repeats line 5: 'builds  things of size 2'; keep one of them"],
    ),
    Case(
        "title twice",
        [Edit("engineer/P2.yaml", "- Data II", "- Web II")],
        ["engineer/P2.yaml:17:5: repeats line 16: 'Web II'; keep one of them"],
    ),
    Case(
        "title twice in other signs",
        [Edit("engineer/P2.yaml", "- Data II", "- Data II\n  - web  ii.")],
        ["engineer/P2.yaml:18:5: repeats line 16: 'web  ii.'; keep one of them"],
    ),
    Case(
        "line twice with a stop",
        [Edit("engineer/P2.yaml", "Repairs things of size 2", "Builds things of size 2.")],
        ["engineer/P2.yaml:7:5: repeats line 5: 'Builds things of size 2.'; keep one of them"],
    ),
    Case(
        "line twice in a group",
        [Edit("engineer/P2.yaml", "text: Explains", "text: Listens to 2 people")],
        ["engineer/P2.yaml:13:15: repeats line 12: 'Listens to 2 people'; keep one of them"],
    ),
    Case(
        "grade free",
        [Edit("engineer/P2.yaml", "- Data II", "- Cloud Engineer III (Azure)")],
        [
            "engineer/P2.yaml:17:5: is a title of P3 by the ladder's own grades and words: 'Cloud Engineer III (Azure)'; move it there, or give it P2's grade"
        ],
    ),
    Case(
        "word free",
        [Edit("engineer/P2.yaml", "- Data II", "- Sr. Cloud Engineer")],
        [
            "engineer/P2.yaml:17:5: is a title of P3 by the ladder's own grades and words: 'Sr. Cloud Engineer'; move it there, or give it P2's grade"
        ],
    ),
    Case(
        "template",
        [Edit("engineer/P2.yaml", "- Data II", "- Data Manager")],
        [
            "engineer/P2.yaml:17:5: is a title of M1 by the ladder's own grades and words: 'Data Manager'; move it there, or give it P2's grade"
        ],
    ),
    Case(
        "years track",
        [Edit("ladder.yaml", "min_years: 5, max_years: 8", "min_years: 1, max_years: 8")],
        [
            "ladder.yaml:34:31: asks for fewer years (1–8 yrs) than P2 below it (2–5 yrs); let years rise from level to level"
        ],
    ),
    Case(
        "years card falls",
        [Edit("analyst/P3.yaml", "min_years: 6", "min_years: 0, max_years: 1")],
        [
            "analyst/P3.yaml:4:23: asks for fewer years (0–1 yrs) than P1 below it (0–2 yrs); let years rise from level to level"
        ],
    ),
    Case(
        "guide twice",
        [Edit("guide.yaml", "Who owns this", "is this a checklist")],
        ["guide.yaml:6:15: is asked in line 2 too: 'is this a checklist?'; keep one of them"],
    ),
]

WARNINGS = [
    Case(
        "stray yml",
        [Edit("engineer/P9.yml", None, "level: P9\n")],
        ["engineer/P9.yml:1:1: warning: is not read; rename it to P9.yaml"],
    ),
    Case(
        "stray root",
        [Edit("P2.yaml", None, "level: P2\n")],
        ["P2.yaml:1:1: warning: is not read; put a card into its family's folder"],
    ),
    Case(
        "stray guide",
        [Edit("guide.yml", None, "level: P2\n")],
        ["guide.yml:1:1: warning: is not read; rename it to guide.yaml"],
    ),
    Case(
        "stray nested",
        [Edit("engineer/old/P2.yaml", None, "level: P2\n")],
        [
            "engineer/old/P2.yaml:1:1: warning: is not read; cards stand in the family's own folder, so move it there"
        ],
    ),
    Case(
        "stray text",
        [Edit("engineer/notes.txt", None, "To do")],
        [
            "engineer/notes.txt:1:1: warning: is not read; a family's folder holds family.yaml and a card for each level, such as P1.yaml: remove the file, move it elsewhere, or start its name with a dot"
        ],
    ),
    Case(
        "stray backup",
        [Edit("engineer/P2.yaml.bak", None, "level: P2\n")],
        [
            "engineer/P2.yaml.bak:1:1: warning: is not read; a family's folder holds family.yaml and a card for each level, such as P1.yaml: remove the file, move it elsewhere, or start its name with a dot"
        ],
    ),
    Case(
        "stray backup of the ladder",
        [Edit("ladder.yaml.orig", None, "name: x\n")],
        [
            "ladder.yaml.orig:1:1: warning: is not read; remove it, move it elsewhere, or start its name with a dot"
        ],
    ),
    Case(
        "stray capitals",
        [Edit("engineer/P9.YAML", None, "level: P9\n")],
        ["engineer/P9.YAML:1:1: warning: is not read; rename it to P9.yaml"],
    ),
    Case(
        "thin",
        [
            Edit(
                "engineer/P2.yaml",
                None,
                "level: P2\ntitle: Engineer II\ntitles: [Web II]\nactivities: [Works]\n",
            )
        ],
        [
            "engineer/P2.yaml:1:1: warning: has 1 line where the cards around it have about 6; tell as much of this level"
        ],
    ),
    Case(
        "no titles",
        [Edit("engineer/P2.yaml", "titles:\n  - Web II\n  - Data II\n", "")],
        ["engineer/P2.yaml:1:1: warning: lists no titles for P2; write them under `titles:`"],
    ),
    Case(
        "unknown abbreviation",
        [Edit("engineer/P2.yaml", "- Data II", "- QXA Engineer II")],
        [
            "engineer/P2.yaml:17:5: warning: has the abbreviation QXA, which nothing explains; list a title with its long form too, or give the family that name among its `aliases:`"
        ],
    ),
    *(
        Case(
            f"unknown abbreviation: {title}",
            [Edit("engineer/P2.yaml", "- Data II", f"- {title}")],
            [
                f"engineer/P2.yaml:17:5: warning: has the abbreviation {short}, which nothing explains; list a title with its long form too, or give the family that name among its `aliases:`"
            ],
        )
        for title, short in {
            "QXA ENGINEER II": "QXA",
            "LEAD SRE": "SRE",
            "MTS": "MTS",
            "DATA ENGINEER II (DBA)": "DBA",
            "PRODUCTION MTS II": "MTS",
        }.items()
    ),
    Case(
        "alias",
        [Edit("analyst/family.yaml", "name: Analyst", "name: Analyst\naliases: [developer]")],
        [
            "engineer/family.yaml:2:11: warning: is a name of the family analyst too: 'Developer'; keep it with one of them"
        ],
    ),
    Case(
        "unused section",
        [
            Edit(
                "ladder.yaml",
                "  skills: {name: Skills}",
                "  skills: {name: Skills}\n  extra: {name: E}",
            )
        ],
        [
            "ladder.yaml:11:3: warning: declares a section that no card has: extra; use it or remove it"
        ],
    ),
    Case(
        "unused level",
        [Edit("ladder.yaml", "  M:\n", "      P4: {name: Four}\n  M:\n")],
        ["ladder.yaml:35:7: warning: is a level that no family has a card for: P4; write one"],
    ),
    Case(
        "no cards",
        [Edit("new/family.yaml", None, "name: New\n")],
        [
            "new/family.yaml:1:1: warning: has no cards beside it; add one file for each level, such as P1.yaml"
        ],
    ),
]


def test_the_sound_ladder_has_no_problem(told: Told) -> None:
    assert told() == []


@table(ERRORS)
def test_an_error_that_spoils_no_answer_is_told_and_the_ladder_loads(
    case: Case, root: Path, told: Told
) -> None:
    case.apply(root)
    assert told() == case.told
    assert [line for line in case.told if "warning:" not in line]
    assert load_ladder(root).families


@table(WARNINGS)
def test_a_warning_is_told_as_one_and_the_ladder_loads(case: Case, root: Path, told: Told) -> None:
    case.apply(root)
    assert told() == case.told
    assert all(": warning: " in line for line in case.told)
    assert load_ladder(root).families


@pytest.mark.parametrize(
    "titles",
    [
        ["QXA Engineer II", "Quick Xylophone Assembler II"],
        ["SITE TECHNICIAN", "C++ Counter II"],
        ["FIRST LINE COOK", "FIELD CLERK (Day)", "CLERK", "DATA SCIENTIST OF THE LAB"],
        ["ML Counter II"],
        ["Counter II/III"],
        ["I/O Counter", "V, the Counter"],
    ],
    ids=[
        "long form listed",
        "all capitals",
        "all capitals, short words",
        "known to everybody",
        "two grades",
        "no grades",
    ],
)
def test_titles_that_explain_themselves_are_sound(
    root: Path, told: Told, titles: list[str]
) -> None:
    lines = ["level: P2", "title: Counter", "activities: [Counts]", "titles:"]
    lines += [f"  - {title}" for title in titles]
    (root / "analyst" / "P2.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert told() == []
