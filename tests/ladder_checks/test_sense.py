"""Well-formed files that make no sound ladder together."""

from pathlib import Path

import pytest

from bot.ladder import LadderError, load_ladder
from tests.ladder_checks.case import Case, Edit, Told, table

# ruff: noqa: E501 - the lines are those that authors see

CASES = [
    Case(
        "unknown level",
        [Edit("engineer/P2.yaml", "level: P2", "level: P9")],
        [
            "engineer/P2.yaml:1:8: names a level that no track has: 'P9'; the levels are P1, P2, P3, M1"
        ],
    ),
    Case(
        "claimed",
        [Edit("engineer/P3.yaml", "Data III", "web-II")],
        [
            "engineer/P3.yaml:17:5: is a title of P2 too: 'web-II'; keep it on one card",
            "engineer/P3.yaml:17:5: is a title of P2 by the ladder's own grades and words: 'web-II'; move it there, or give it P3's grade",
        ],
    ),
    Case(
        "claimed by title",
        [Edit("engineer/P3.yaml", "title: Engineer III", "title: Web II")],
        [
            "engineer/P3.yaml:2:8: is a title of P2 too: 'Web II'; keep it on one card",
            "engineer/P3.yaml:2:8: is a title of P2 by the ladder's own grades and words: 'Web II'; move it there, or give it P3's grade",
        ],
    ),
    Case(
        "grade",
        [Edit("engineer/P2.yaml", "- Data II", "- Data III")],
        [
            "engineer/P2.yaml:17:5: is a title of P3 by the ladder's own grades and words: 'Data III'; move it there, or give it P2's grade",
            "engineer/P3.yaml:17:5: is a title of P2 too: 'Data III'; keep it on one card",
        ],
    ),
    Case(
        "years level",
        [Edit("ladder.yaml", "min_years: 2, max_years: 5", "min_years: 5, max_years: 2")],
        ["ladder.yaml:27:57: is less than `min_years: 5`; put the smaller number first"],
    ),
    Case(
        "years card",
        [Edit("analyst/P3.yaml", "min_years: 6", "min_years: 6, max_years: 3")],
        ["analyst/P3.yaml:4:49: is less than `min_years: 6`; put the smaller number first"],
    ),
    Case(
        "years text",
        [Edit("ladder.yaml", "{min_years: 2, max_years: 5}", "2 to 5 years")],
        [
            "ladder.yaml:27:31: is not a range of years; only `typical_experience:` has `min_years`, `max_years` and `text`"
        ],
    ),
    Case(
        "years other",
        [Edit("ladder.yaml", "scope: Features", "scope: {min_years: 2}")],
        [
            "ladder.yaml:26:18: is a range of years; only `typical_experience:` has `min_years`, `max_years` and `text`"
        ],
    ),
    Case(
        "pay down",
        [Edit("engineer/P2.yaml", "high: 70", "high: 55")],
        ["engineer/P2.yaml:19:34: is less than `median: 60`; put the figures in order"],
    ),
    Case(
        "pay lowhigh",
        [Edit("engineer/P2.yaml", "low: 50, median: 60, high: 70", "low: 90, high: 70")],
        ["engineer/P2.yaml:19:22: is less than `low: 90`; put the figures in order"],
    ),
    Case(
        "pay currency",
        [Edit("engineer/P2.yaml", "currency: USD, ", "")],
        ["engineer/P2.yaml:19:7: is a figure without `currency:`; add what is missing to `pay:`"],
    ),
    Case(
        "pay both",
        [Edit("engineer/P2.yaml", "currency: USD, period: hour, ", "")],
        [
            "engineer/P2.yaml:19:7: is a figure without `currency:` and `period:`; add what is missing to `pay:`"
        ],
    ),
    Case(
        "pay unavail",
        [Edit("engineer/P2.yaml", "pay: {", "pay: {status: unavailable, ")],
        [
            "engineer/P2.yaml:19:15: is unavailable beside figures; remove the figures or write available"
        ],
    ),
    Case(
        "pay avail",
        [Edit("analyst/P1.yaml", "unavailable", "available")],
        ["analyst/P1.yaml:7:15: is available without a figure; add `low:`, `median:` or `high:`"],
    ),
    Case(
        "default",
        [Edit("ladder.yaml", "default_family: engineer", "default_family: enginer")],
        [
            "ladder.yaml:4:17: names a family that has no folder: 'enginer'; the families are analyst, engineer"
        ],
    ),
    Case(
        "same code",
        [Edit("ladder.yaml", "      P3:", "      p-2:")],
        [
            "analyst/P3.yaml:1:8: names a level that no track has: 'P3'; the levels are P1, P2, p-2, M1",
            "engineer/P3.yaml:1:8: names a level that no track has: 'P3'; the levels are P1, P2, p-2, M1",
            "ladder.yaml:28:7: is the same code as P2; give each level a code of its own",
        ],
    ),
    Case(
        "second card",
        [
            Edit(
                "engineer/P2b.yaml",
                None,
                "level: P2\ntitle: Other\nskills: [A, B, C]\ntitles: [Cloud II]\n",
            )
        ],
        [
            "engineer/P2b.yaml:1:8: is a second card for P2, beside P2.yaml; keep one, or correct its level"
        ],
    ),
    Case(
        "second card by copying",
        [
            Edit(
                "analyst/P1 (copy).yaml",
                None,
                "level: P1\ntitle: Analyst\nactivities: [A, B]\ntitles: [Counter]\n",
            )
        ],
        [
            "analyst/P1 (copy).yaml:1:8: is a second card for P1, beside P1.yaml; keep one, or correct its level"
        ],
    ),
    Case(
        "section id",
        [
            Edit(
                "ladder.yaml",
                "  skills: {name: Skills}",
                "  skills: {name: Skills}\n  title: {name: T}",
            )
        ],
        ["ladder.yaml:11:3: is a key of every card: title; give the section another id"],
    ),
    Case(
        "guide text",
        [Edit("guide.yaml", None, "questions: none\n")],
        ["guide.yaml:1:12: is not a list; start each line with `- `"],
    ),
    Case(
        "misnamed",
        [Edit("engineer/P2.yaml", "level: P2", "level: P3")],
        [
            "engineer/P2.yaml:1:8: is a second card for P3, beside P3.yaml; keep one, or correct its level",
            "engineer/P2.yaml:2:8: is a title of P2 by the ladder's own grades and words: 'Engineer II'; move it there, or give it P3's grade",
            "engineer/P2.yaml:16:5: is a title of P2 by the ladder's own grades and words: 'Web II'; move it there, or give it P3's grade",
            "engineer/P2.yaml:17:5: is a title of P2 by the ladder's own grades and words: 'Data II'; move it there, or give it P3's grade",
            "ladder.yaml:22:7: warning: is a level that no family has a card for: P2; write one",
        ],
    ),
    Case(
        "no family file",
        [Edit("new/P1.yaml", None, "level: P1\ntitle: New\ntitles: [N]\n")],
        ["new/family.yaml:1:1: can't be read (no such file); add it, with the family's name"],
    ),
]


@table(CASES)
def test_it_is_told_with_place_and_advice_and_keeps_the_ladder_from_loading(
    case: Case, root: Path, told: Told
) -> None:
    case.apply(root)
    assert told() == case.told
    with pytest.raises(LadderError) as caught:
        load_ladder(root)
    errors = [str(problem).replace(f"{root}/", "") for problem in caught.value.problems]
    assert errors
    assert set(errors) <= set(case.told)
    assert not [line for line in errors if "warning:" in line]
