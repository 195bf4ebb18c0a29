"""Files that are not well formed: YAML, keys, types, missing parts."""

from pathlib import Path

import pytest

from bot.ladder import LadderError, load_ladder
from tests.ladder_checks.case import Case, Edit, Told, table

# ruff: noqa: E501 - the lines are those that authors see

CASES = [
    Case(
        "braces as deep as the file is long",
        [Edit("engineer/P2.yaml", None, "{" * 900_000)],
        [
            "engineer/P2.yaml:1:2: is a list or a mapping used as a key; use a word",
            "engineer/P2.yaml:1:18: is nested too deeply; a ladder needs only a few levels of indentation",
        ],
    ),
    Case(
        "YAML: indentation",
        [Edit("engineer/P2.yaml", "summary: An", "  summary: An")],
        [
            "engineer/P2.yaml:3:10: is not valid YAML: mapping values are not allowed in this context; put a text with a colon in quotes, and check indentation"
        ],
    ),
    Case(
        "YAML: quote left open",
        [Edit("engineer/P2.yaml", "title: Engineer II", 'title: "Engineer II')],
        [
            "engineer/P2.yaml:21:11: is not valid YAML: did not find expected key; check indentation and quotes"
        ],
    ),
    Case(
        "YAML: tab",
        [Edit("engineer/P2.yaml", "  - Builds", "\t- Builds")],
        [
            "engineer/P2.yaml:5:1: is not valid YAML: found character that cannot start any token; indent with spaces, not with a tab"
        ],
    ),
    Case(
        "control character",
        [Edit("engineer/P2.yaml", "An engineer", "An \u0001 engineer")],
        ["engineer/P2.yaml:3:13: is not valid YAML: it holds U+0001; remove the character"],
    ),
    Case(
        "second document",
        [Edit("engineer/P2.yaml", "status: app", "---\nstatus: app")],
        ["engineer/P2.yaml:18:1: is not valid YAML: a second document starts; keep one"],
    ),
    Case(
        "key: nearly known",
        [Edit("engineer/P2.yaml", "skills:", "skils:")],
        ["engineer/P2.yaml:8:1: has the unknown key `skils:`; did you mean `skills:`?"],
    ),
    Case(
        "key: nothing like it",
        [Edit("engineer/P2.yaml", "summary:", "xyzzy:")],
        [
            "engineer/P2.yaml:3:1: has the unknown key `xyzzy:`; known keys are level, title, summary, meaning, titles, pay, status, source, owner, version, activities, skills"
        ],
    ),
    Case(
        "unknown pay",
        [Edit("engineer/P2.yaml", "currency:", "curency:")],
        [
            "engineer/P2.yaml:19:7: is a figure without `currency:`; add what is missing to `pay:`",
            "engineer/P2.yaml:19:38: has the unknown key `curency:`; did you mean `currency:`?",
        ],
    ),
    Case(
        "unknown entry",
        [Edit("engineer/P2.yaml", "text: Explains", "txt: Explains")],
        [
            "engineer/P2.yaml:13:9: has the unknown key `txt:`; did you mean `text:`?",
        ],
    ),
    Case(
        "unknown group",
        [Edit("engineer/P2.yaml", "    items:", "    item:")],
        [
            "engineer/P2.yaml:11:5: has the unknown key `item:`; did you mean `items:`?",
        ],
    ),
    Case(
        "unknown years",
        [Edit("ladder.yaml", "max_years: 5", "max_year: 5")],
        ["ladder.yaml:27:46: has the unknown key `max_year:`; did you mean `max_years:`?"],
    ),
    Case(
        "unknown ladder",
        [Edit("ladder.yaml", "default_family", "default_famly")],
        ["ladder.yaml:4:1: has the unknown key `default_famly:`; did you mean `default_family:`?"],
    ),
    Case(
        "unknown dim",
        [Edit("ladder.yaml", "scope: Features", "scop: Features")],
        ["ladder.yaml:26:11: has the unknown key `scop:`; did you mean `scope:`?"],
    ),
    Case(
        "unknown level key",
        [Edit("ladder.yaml", "grades: [II]", "grade: [II]")],
        ["ladder.yaml:24:9: has the unknown key `grade:`; did you mean `grades:`?"],
    ),
    Case(
        "unknown family",
        [Edit("engineer/family.yaml", "aliases", "alias")],
        ["engineer/family.yaml:2:1: has the unknown key `alias:`; did you mean `aliases:`?"],
    ),
    Case(
        "unknown guide",
        [Edit("guide.yaml", "also_asked", "asked")],
        ["guide.yaml:3:5: has the unknown key `asked:`; did you mean `also_asked:`?"],
    ),
    Case(
        "type number title",
        [Edit("engineer/P2.yaml", "title: Engineer II", "title: 2")],
        ["engineer/P2.yaml:2:8: is not text; put it in quotes"],
    ),
    Case(
        "type list title",
        [Edit("engineer/P2.yaml", "title: Engineer II", "title: [a]")],
        ["engineer/P2.yaml:2:8: is a list, not text; write one text"],
    ),
    Case(
        "type titles text",
        [Edit("engineer/P2.yaml", "titles:\n  - Web II\n  - Data II", "titles: Web II")],
        ["engineer/P2.yaml:15:9: is not a list; start each line with `- `"],
    ),
    Case(
        "type bool line",
        [Edit("engineer/P2.yaml", "  - Builds things of size 2", "  - yes")],
        ["engineer/P2.yaml:5:5: is not text; put it in quotes"],
    ),
    Case(
        "type section text",
        [Edit("engineer/P2.yaml", "activities:\n", "activities: text\nmeaning:\n")],
        [
            "engineer/P2.yaml:4:13: is not a list; start each line with `- `",
            "engineer/P2.yaml:6:3: is not a mapping of keys to values; write `key: value` lines under it",
        ],
    ),
    Case(
        "type pay",
        [Edit("engineer/P2.yaml", "low: 50", "low: fifty")],
        [
            "engineer/P2.yaml:19:12: is not a number; write digits without quotes and commas, such as 3"
        ],
    ),
    Case(
        "type neg",
        [Edit("engineer/P2.yaml", "low: 50", "low: -50")],
        ["engineer/P2.yaml:19:12: is -50, too small a number; write 0 or more"],
    ),
    Case(
        "type status",
        [Edit("engineer/P2.yaml", "status: approved", "status: aproved")],
        ["engineer/P2.yaml:18:9: is 'aproved'; write 'approved' or 'draft'"],
    ),
    Case(
        "type empty",
        [Edit("engineer/P2.yaml", "summary: An engineer at level 2.", 'summary: ""')],
        ["engineer/P2.yaml:3:10: is empty; write something or remove the key"],
    ),
    Case(
        "type null title",
        [Edit("engineer/P2.yaml", "title: Engineer II", "title:")],
        ["engineer/P2.yaml:2:1: is empty; write something or remove the key"],
    ),
    Case(
        "type list file",
        [Edit("engineer/P2.yaml", None, "- a\n- b\n")],
        ["engineer/P2.yaml:1:1: is not a mapping of keys to values; start with `level:`"],
    ),
    Case(
        "empty file",
        [Edit("engineer/P2.yaml", None, "")],
        ["engineer/P2.yaml:1:1: is not a mapping of keys to values; start with `level:`"],
    ),
    Case(
        "no level",
        [Edit("engineer/P2.yaml", "level: P2\n", "")],
        ["engineer/P2.yaml:1:1: has no `level:`; add it"],
    ),
    Case(
        "no title",
        [Edit("engineer/P2.yaml", "title: Engineer II\n", "")],
        ["engineer/P2.yaml:1:1: has no `title:`; add it"],
    ),
    Case(
        "no ladder name",
        [Edit("ladder.yaml", "name: A small ladder\n", "")],
        ["ladder.yaml:1:1: has no `name:`; add it"],
    ),
    Case(
        "no level name",
        [Edit("ladder.yaml", "        name: Developing\n", "")],
        ["ladder.yaml:22:7: has no `name:`; add it"],
    ),
    Case(
        "no tracks",
        [
            Edit(
                "ladder.yaml",
                None,
                "name: x\ndimensions: {}\nsections: {activities: {name: A}, skills: {name: S}}\n",
            )
        ],
        ["ladder.yaml:1:1: has no `tracks:`; add it"],
    ),
    Case(
        "no guide answer",
        [Edit("guide.yaml", "    answer: The People team.\n", "")],
        ["guide.yaml:6:5: has no `answer:`; add it"],
    ),
    Case(
        "latin1",
        [Edit("engineer/P2.yaml", None, b"level: P2\ntitle: Caf\xc3\xa9 Engin\xe9er\n")],
        ["engineer/P2.yaml:2:18: is not UTF-8 here; save the file with the encoding UTF-8"],
    ),
    Case(
        "aliases",
        [
            Edit(
                "engineer/P2.yaml",
                "activities:\n",
                "meaning: {scope: &a x}\nactivities: [*a, *a]\nsource: *a\nxx:\n",
            )
        ],
        [
            "engineer/P2.yaml:5:14: uses a YAML alias (*name); write the text out instead",
            "engineer/P2.yaml:5:18: uses a YAML alias (*name); write the text out instead",
            "engineer/P2.yaml:6:9: uses a YAML alias (*name); write the text out instead",
            "engineer/P2.yaml:7:1: has the unknown key `xx:`; known keys are level, title, summary, meaning, titles, pay, status, source, owner, version, activities, skills",
        ],
    ),
    Case(
        "dup key",
        [Edit("engineer/P2.yaml", "status: approved", "status: draft\nstatus: approved")],
        ["engineer/P2.yaml:19:1: repeats the key 'status'; keep one of them"],
    ),
    Case(
        "tag",
        [Edit("engineer/P2.yaml", "title: Engineer II", "title: !!python/name:os.system x")],
        [
            "engineer/P2.yaml:2:8: can't be read: it has the YAML tag tag:yaml.org,2002:python/name:os.system; remove the tag"
        ],
    ),
    Case(
        "deep",
        [
            Edit(
                "engineer/P2.yaml",
                "summary: An engineer at level 2.",
                "summary: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
            )
        ],
        [
            "engineer/P2.yaml:3:25: is nested too deeply; a ladder needs only a few levels of indentation"
        ],
    ),
    Case(
        "date",
        [Edit("engineer/P2.yaml", "2026-01-31", "2026-13-31")],
        [
            "engineer/P2.yaml:19:74: can't be read (month must be in 1..12); put it in quotes if it is text"
        ],
    ),
    *(
        Case(
            f"number in YAML's own way: {number}",
            [Edit("engineer/P2.yaml", "high: 70", f"high: {number}")],
            [
                "engineer/P2.yaml:19:34: is a number that YAML reads in its own way; write plain digits, or put it in quotes if it is text"
            ],
        )
        for number in ("0100", "0x7F", "1:30", "0b1111111")
    ),
    Case(
        "number of 5,000 digits",
        [Edit("engineer/P2.yaml", "high: 70", f"high: {'9' * 5_000}")],
        [
            "engineer/P2.yaml:19:34: can't be read (too long a number); put it in quotes if it is text"
        ],
    ),
    Case(
        "years beyond a life",
        [Edit("analyst/P3.yaml", "min_years: 6", "min_years: 500")],
        ["analyst/P3.yaml:4:35: is 500, too large a number; write 80 or less"],
    ),
    *(
        Case(
            f"hidden line break: {ord(sign):04X}",
            [
                Edit("engineer/P2.yaml", "An engineer", f"An{sign}engineer"),
                Edit("engineer/P2.yaml", "status: approved", "status: ok"),
            ],
            [
                f"engineer/P2.yaml:3:12: holds U+{ord(sign):04X}, a line break that editors hide; remove it",
                "engineer/P2.yaml:18:9: is 'ok'; write 'approved' or 'draft'",
            ],
        )
        for sign in "\x85\u2028\u2029"
    ),
    Case(
        "YAML: a sign in front",
        [Edit("engineer/P2.yaml", "title: Engineer II", "title: @Engineer")],
        [
            "engineer/P2.yaml:2:8: is not valid YAML: found character that cannot start any token; put a text that starts with @ in quotes"
        ],
    ),
    Case(
        "UTF-16",
        [Edit("engineer/P2.yaml", None, "level: P2\n".encode("utf-16"))],
        ["engineer/P2.yaml:1:1: is not UTF-8 here; save the file with the encoding UTF-8"],
    ),
    Case(
        "alias bomb",
        [Edit("guide.yaml", "questions:", "a: &a [x]\nb: &b [*a, *a]\nquestions:")],
        [
            "guide.yaml:1:1: has the unknown key `a:`; known keys are questions",
            "guide.yaml:2:1: has the unknown key `b:`; known keys are questions",
            "guide.yaml:2:8: uses a YAML alias (*name); write the text out instead",
            "guide.yaml:2:12: uses a YAML alias (*name); write the text out instead",
        ],
    ),
    Case(
        "entries of every wrong kind",
        [
            Edit(
                "engineer/P2.yaml",
                "  - Python 2\n",
                "  - 12\n  - no\n  - 2026-01-31\n  -\n  - [x]\n  - {text: 1}\n  - {group: x}\n",
            )
        ],
        [
            "engineer/P2.yaml:9:5: is not text; put it in quotes",
            "engineer/P2.yaml:10:5: is not text; put it in quotes",
            "engineer/P2.yaml:11:5: is not text; put it in quotes",
            "engineer/P2.yaml:12:4: is empty; write something or remove the key",
            "engineer/P2.yaml:13:5: is a list, not text; write one text",
            "engineer/P2.yaml:14:12: is not text; put it in quotes",
            "engineer/P2.yaml:15:5: has no `items:`; add it",
        ],
    ),
    Case(
        "alias as key",
        [Edit("engineer/P2.yaml", "status: approved", "? *a\n: x\nstatus: approved")],
        ["engineer/P2.yaml:18:3: uses a YAML alias (*name); write the text out instead"],
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
