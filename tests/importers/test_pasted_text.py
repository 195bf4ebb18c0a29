"""Pasted text as companies have it: tables, examples, Slack's markup, mails, numbered sections."""

from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.ladder import Ladder, load_ladder
from bot.ladder.export import card_data
from bot.ladder.importers.run import Report, import_files


def imported(tmp_path: Path, text: str, name: str = "paste.txt") -> tuple[Ladder, Report]:
    source = tmp_path / name
    source.write_text(text, "utf-8")
    report = import_files([source], tmp_path / "out")
    assert import_files([source], tmp_path / "out").written == 0
    assert main(["validate", str(tmp_path / "out")]) == 0
    return load_ladder(tmp_path / "out"), report


def said(ladder: Ladder) -> dict[str, dict[str, Any]]:
    """What each card says, by level: its sections, and its dimensions' phrases."""
    cards = {}
    for card in ladder.cards():
        data = card_data(card, list(ladder.sections))
        cards[card.level.code] = {
            **{key: data[key] for key in ladder.sections if data.get(key)},
            **card.meaning.dimensions,
        }
    return cards


def group(name: str, *items: object) -> dict[str, Any]:
    return {"group": name, "items": list(items)}


def example(text: str, *examples: str) -> dict[str, Any]:
    return {"text": text, "examples": list(examples)}


TABS = (
    "Skill\tIC1\tIC2\tIC3\tNotes\n"
    "Craft\tWrites code\tWrites features\tDesigns systems\tReviewed in 2023\n"
    "Testing\t–\tTests own work\tSets the standard\task Jo\n"
    "Delivery\tn/a\t-\tPlans releases\n"
)
BARS = (
    "| Skill | IC1 | IC2 | IC3 | Notes |\n|---|---|---|---|---|\n"
    "| Craft | Writes code | Writes features | Designs systems | Reviewed in 2023 |\n"
    "| Testing | – | Tests own work | Sets the standard | ask Jo |\n"
    "| Delivery | n/a | - | Plans releases | |\n"
)
SPACES = (
    "Skill      IC1           IC2               IC3                 Notes\n"
    "Craft      Writes code   Writes features   Designs systems     Reviewed in 2023\n"
    "Testing    –             Tests own work    Sets the standard   ask Jo\n"
    "Delivery   n/a           -                 Plans               \n"
    "                                           releases\n"
)


@pytest.mark.parametrize("table", [TABS, BARS, SPACES], ids=["tabs", "bars", "spaces"])
@pytest.mark.parametrize("above", ["", "Our ladder\n\n"], ids=["alone", "titled"])
def test_a_column_that_is_no_level_is_told_and_marks_of_empty_cells_are_empty(
    tmp_path: Path, table: str, above: str
) -> None:
    ladder, report = imported(tmp_path, above + table)
    assert said(ladder) == {
        "IC1": {"craft": ["Writes code"]},
        "IC2": {"craft": ["Writes features"], "testing": ["Tests own work"]},
        "IC3": {
            "craft": ["Designs systems"],
            "testing": ["Sets the standard"],
            "delivery": ["Plans releases"],
        },
    }
    told = "\n".join(report.unplaced)
    for text in ("Reviewed in 2023", "ask Jo"):
        assert f"not placed: {text} (stands in the column 'Notes', which is no level)" in told
    assert "not placed: n/a (marks an empty cell)" in told


@pytest.mark.parametrize("row", ["Delivery\t–\tn/a\n", "Delivery\tn/a\t\n"], ids=["all", "some"])
def test_a_row_of_marks_heads_no_other_rows(tmp_path: Path, row: str) -> None:
    text = f"Skill\tIC1\tIC2\nCraft\tWrites code\tDesigns\n{row}People\tAsks\tHelps\n"
    ladder, report = imported(tmp_path, text)
    assert said(ladder) == {
        "IC1": {"craft": ["Writes code"], "people": ["Asks"]},
        "IC2": {"craft": ["Designs"], "people": ["Helps"]},
    }
    assert "not placed: Delivery (heads a table" in "\n".join(report.unplaced)


def test_cells_of_several_lines_stay_in_their_column(tmp_path: Path) -> None:
    text = (
        'Skill\tL1\tL2\nCraft\t"Writes code\nTests ""all"" of it"\tDesigns\n'
        "People\t• Asks\n• Listens\t• Helps\n• Teaches\nProcess\tFollows\tImproves\n"
    )
    ladder, _ = imported(tmp_path, text)
    assert said(ladder) == {
        "L1": {
            "craft": ["Writes code", 'Tests "all" of it'],
            "people": ["Asks", "Listens"],
            "process": ["Follows"],
        },
        "L2": {"craft": ["Designs"], "people": ["Helps", "Teaches"], "process": ["Improves"]},
    }


def test_a_row_that_can_be_read_in_two_ways_is_told(tmp_path: Path) -> None:
    """Two rows without their last cell, or one row whose first cell has two lines?"""
    text = "Skill\tL1\tL2\nCraft\tWrites\nTests it\tDesigns\nPeople\tAsks\tHelps\n"
    ladder, report = imported(tmp_path, text)
    assert said(ladder) == {"L1": {"people": ["Asks"]}, "L2": {"people": ["Helps"]}}
    told = [line for line in report.unplaced if "can't be told apart" in line]
    assert [line.split(":")[1] for line in told] == ["2", "3"]


def test_levels_of_a_table_stand_in_the_order_of_its_header(tmp_path: Path) -> None:
    text = "Skill\tMid\tSenior\tStaff\nCode\ta\tn/a\tc\nDesign\td\te\tf\n"
    ladder, _ = imported(tmp_path, text)
    assert [card.level.code for card in ladder.cards()] == ["mid", "senior", "staff"]


def test_labels_and_values_in_two_columns(tmp_path: Path) -> None:
    text = (
        "Level:\tSenior Consultant (C4)\nReports to:\tManager\n\n"
        "Responsibilities:\n·\tLeads workstreams\no\tplans the work\n·\tCoaches\n"
    )
    ladder, _ = imported(tmp_path, text)
    assert said(ladder) == {
        "C4": {
            "reports_to": ["Manager"],
            "activities": [example("Leads workstreams", "plans the work"), "Coaches"],
        }
    }


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        pytest.param(
            "- Leads a project\n  Example: ran the migration\n- Mentors\n",
            [example("Leads a project", "Example: ran the migration"), "Mentors"],
            id="line below",
        ),
        pytest.param(
            "- Writes documents that others on the team can use\n  e.g. the search plan\n",
            [example("Writes documents that others on the team can use", "e.g. the search plan")],
            id="lower case",
        ),
        pytest.param(
            "- Leads a project\n- Example: ran the migration\n- Mentors\n",
            [example("Leads a project", "Example: ran the migration"), "Mentors"],
            id="bullet of its own",
        ),
        pytest.param(
            "- Mentors\n  Examples:\n  - pairs with a junior\n  - runs a group\n- Ships\n",
            [example("Mentors", "pairs with a junior", "runs a group"), "Ships"],
            id="label with bullets",
        ),
        pytest.param(
            "Delivers on time.\nExample: the launch\nImproves.\nExamples:\n- alerts\n- retros\n",
            [
                example("Delivers on time.", "Example: the launch"),
                example("Improves.", "alerts", "retros"),
            ],
            id="no bullets",
        ),
        pytest.param(
            "- Delivers on time\n- Example 1: the launch\n- Improves\n- Mentors\n"
            "Examples:\n- alerts\n- retros\n",
            [
                example("Delivers on time", "Example 1: the launch"),
                "Improves",
                "Mentors",
                example("Examples:", "alerts", "retros"),
            ],
            id="of several statements",
        ),
        pytest.param(
            "- Writing the post-mortem\n    ◦ within five days\n    ◦ without blame\n- Mentors\n",
            [example("Writing the post-mortem", "within five days", "without blame"), "Mentors"],
            id="sub-bullets of a sentence",
        ),
        pytest.param(
            "• Writing the post-mortem\n◦ within five days\n• Mentors\n",
            [example("Writing the post-mortem", "within five days"), "Mentors"],
            id="sub-bullets without an indent",
        ),
        pytest.param(
            "1. Leads projects\n- plans them\n- runs them\n2. Mentors\n",
            [example("Leads projects", "plans them", "runs them"), "Mentors"],
            id="dashes between numbers",
        ),
        pytest.param(
            "- Communication\n  - Writes clear updates\n  - Speaks up\n- Code quality\n  - Tests\n",
            [
                group("Communication", "Writes clear updates", "Speaks up"),
                group("Code quality", "Tests"),
            ],
            id="sub-bullets of a label",
        ),
    ],
)
def test_examples_stay_with_their_statement(
    tmp_path: Path, lines: str, entries: list[object]
) -> None:
    text = f"L4 — Senior Engineer\nWhat you'd do\n{lines}Skills\n- Python\n"
    ladder, _ = imported(tmp_path, text)
    assert said(ladder)["L4"] == {"activities": entries, "skills": ["Python"]}


SIGNS = [*"•*–—◦‣➤▪✓✔→·○■◆☐✅👉"]
BULLETS = [*SIGNS, "[x]", "1.", "a)", "ii.", ":small_blue_diamond:", "->", "o\t"]


@pytest.mark.parametrize("bullet", BULLETS)
def test_every_kind_of_bullet(tmp_path: Path, bullet: str) -> None:
    text = f"L4 — Senior Engineer\nSkills\n{bullet} Linux internals\n{bullet} SQL at expert level\n"
    ladder, _ = imported(tmp_path, text)
    assert said(ladder) == {"L4": {"skills": ["Linux internals", "SQL at expert level"]}}


@pytest.mark.parametrize(
    "heading",
    [
        "*{}*",
        "_{}_",
        "~{}~",
        "**{}**",
        "*{}:*",
        "*{}*:",
        ":dart: *{}*",
        "*{}* :dart:",
        "*:dart: {}*",
        "🎯 {}",
        "> *{}*",
        "&gt; {}",
        "## {}",
        "1. {}",
        "{}:",
    ],
)
@pytest.mark.parametrize("blank", ["", "\n"], ids=["right below", "set off"])
def test_headings_in_markup_after_a_list(tmp_path: Path, heading: str, blank: str) -> None:
    text = f"*L4 — Senior Engineer*\n*Skills*\n- SQL\n- Go\n{blank}{heading.format('Experience')}\n"
    ladder, _ = imported(tmp_path, f"{text}5+ years\n{heading.format('Responsibilities')}\n- Owns")
    assert said(ladder) == {
        "L4": {"skills": ["SQL", "Go"], "activities": ["Owns"], "typical_experience": "5+ years"}
    }
    years = ladder.levels["L4"].meaning.years
    assert years is not None
    assert (years.min_years, years.max_years) == (5, None)


def test_names_of_a_ladders_own_set_off_like_its_sections(tmp_path: Path) -> None:
    text = "*L4 — Senior Engineer*\n\n*Must have*\n• SQL\n*How we measure you*\n• Tickets\n"
    ladder, _ = imported(tmp_path, text)
    assert said(ladder) == {"L4": {"must_have": ["SQL"], "how_we_measure_you": ["Tickets"]}}


def test_bold_names_right_under_a_section_are_its_groups(tmp_path: Path) -> None:
    text = "*L4 — Senior Engineer*\n*Skills*\n*Technical*\n• SQL\n*Social*\n• Writing\n"
    ladder, _ = imported(tmp_path, text)
    assert said(ladder) == {
        "L4": {"skills": [group("Technical", "SQL"), group("Social", "Writing")]}
    }


def test_everything_below_and_what_is_struck_through(tmp_path: Path) -> None:
    text = "L4 — Engineer\nSkills\n> Everything in L3, plus:\n- SQL\n- ~Perl~\n> 5 years of Go\n"
    ladder, report = imported(tmp_path, text)
    assert said(ladder) == {"L4": {"skills": ["Everything in L3, plus:", "SQL", "> 5 years of Go"]}}
    assert any("Perl (is struck through" in line for line in report.unplaced)


@pytest.mark.parametrize(
    ("last", "track"),
    [("Level 5", "IC"), ("Staff Engineer", "IC"), ("M1 — Manager", "M"), ("E9", "E")],
)
def test_levels_of_one_ladder_are_one_track_unless_their_codes_name_two(
    tmp_path: Path, last: str, track: str
) -> None:
    text = "".join(f"IC{n} — Engineer\nSkills\n- a\n\n" for n in (1, 2, 4))
    ladder, _ = imported(tmp_path, f"{text}*{last}*\nSkills\n- b\n")
    assert [card.level.track_id for card in ladder.cards()] == ["IC", "IC", "IC", track]


def test_a_mails_head_and_signature_are_told(tmp_path: Path) -> None:
    text = (
        "From: Jane <jane@acme.test>\nTo: Team <team@acme.test>\nSubject: Re: L5\n\nHi all,\n\n"
        "L5 Staff Engineer\n\nRequirements\n* Led a project of 10+ people and its plan together\n"
        "  with others\n\nBest regards,\nJane\n--\nJane Doe\nVP Engineering\nSent from my iPhone\n"
    )
    ladder, report = imported(tmp_path, text)
    wrapped = "Led a project of 10+ people and its plan together with others"
    assert said(ladder) == {"L5": {"expectations": [wrapped]}}
    assert sum("mail" in line for line in report.unplaced) == 9


def test_numbered_sections(tmp_path: Path) -> None:
    text = (
        "2.1 TL4 – Tech Lead\n2.1.1 Scope\nA team of five.\n2.1.2 Responsibilities\n"
        "    a. Plans the quarter\n        i. removes dependencies\n        ii. escalates\n"
        "2.2 TL5 – Senior Tech Lead\n2.2.1 Scope\nTwo teams.\n2.2.2 Responsibilities\n"
        "    a. Leads\n"
    )
    ladder, _ = imported(tmp_path, text)
    plans = example("Plans the quarter", "removes dependencies", "escalates")
    assert said(ladder) == {
        "TL4": {"activities": [plans], "scope": "A team of five."},
        "TL5": {"activities": ["Leads"], "scope": "Two teams."},
    }


def test_titles_alone_in_capitals_are_levels(tmp_path: Path) -> None:
    text = "".join(
        f"{title}\n\nSCOPE\n{scope}\n\nSKILLS\n- {skill}\n\n"
        for title, scope, skill in (
            ("JUNIOR ENGINEER", "Tasks", "Python"),
            ("ENGINEER", "Features", "SQL"),
            ("SENIOR ENGINEER", "Systems", "Design"),
        )
    )
    ladder, _ = imported(tmp_path, text)
    assert said(ladder) == {
        "junior-engineer": {"scope": "Tasks", "skills": ["Python"]},
        "engineer": {"scope": "Features", "skills": ["SQL"]},
        "senior-engineer": {"scope": "Systems", "skills": ["Design"]},
    }


FAMILIES = {"DE": "Data Engineer", "DA": "Data Analyst", "DS": "Data Scientist"}


def test_three_families_in_one_paste(tmp_path: Path) -> None:
    text = "".join(
        f"{name}\n{code}1 Associate {name}\nSkills\n- a\n{code}2 {name}\nSkills\n- b\n\n"
        for code, name in FAMILIES.items()
    )
    ladder, _ = imported(tmp_path, text)
    data = {card.ref: card_data(card, list(ladder.sections))["skills"] for card in ladder.cards()}
    assert data == {
        f"{name.lower().replace(' ', '-')}/{code}{n}": [letter]
        for code, name in FAMILIES.items()
        for n, letter in ((1, "a"), (2, "b"))
    }


def test_names_that_stand_under_several_levels_are_parts(tmp_path: Path) -> None:
    """No markup and no bullets: as copied from a page whose headings were styled."""
    text = (
        "L3 - Software Engineer\nScope & Impact\nOwns features.\nTechnical Skills\nTests code\n\n"
        "L4 - Senior Software Engineer\nScope & Impact\nOwns a system.\nTechnical Skills\nDesigns\n"
    )
    ladder, _ = imported(tmp_path, text)
    assert said(ladder) == {
        "L3": {"scope_and_impact": ["Owns features."], "technical_skills": ["Tests code"]},
        "L4": {"scope_and_impact": ["Owns a system."], "technical_skills": ["Designs"]},
    }


@pytest.mark.parametrize("name", ["Milestone 3", "TL4", "senior-2-ic", "Senior-2-ic", "Stufe 3"])
def test_levels_by_any_name(tmp_path: Path, name: str) -> None:
    ladder, _ = imported(tmp_path, f"{name}\n[ ] Leads a project\n[x] Mentors\n")
    assert [card.level.name for card in ladder.cards()] == [name]
    assert list(said(ladder).values()) == [{"expectations": ["Leads a project", "Mentors"]}]


def test_a_title_and_a_level_behind_labels(tmp_path: Path) -> None:
    text = (
        "Role: Data Scientist II\nLevel: DS-2\n\nWHAT YOU'LL DO\n* build models\n\n"
        "BENEFITS\n* 30 days off\n"
    )
    ladder, _ = imported(tmp_path, text)
    assert [(card.ref, card.title) for card in ladder.cards()] == [
        ("data-scientist/DS-2", "Data Scientist II")
    ]
    assert said(ladder) == {"DS-2": {"activities": ["build models"], "benefits": ["30 days off"]}}


def test_titles_with_what_is_said_of_them_are_levels(tmp_path: Path) -> None:
    """Though the file's name would do as a code."""
    text = "Junior Engineer: fixes bugs\nEngineer: owns features\nSenior Engineer: leads\n"
    ladder, _ = imported(tmp_path, text, "l4.txt")
    assert {card.level.code: card.summary for card in ladder.cards()} == {
        "junior-engineer": "fixes bugs",
        "engineer": "owns features",
        "senior-engineer": "leads",
    }


def test_a_row_called_code_names_no_level(tmp_path: Path) -> None:
    ladder, _ = imported(tmp_path, "Skill\tIC1\tIC2\nCode\ta\tb\nDesign\tc\td\n")
    assert said(ladder) == {
        "IC1": {"code": ["a"], "design": ["c"]},
        "IC2": {"code": ["b"], "design": ["d"]},
    }


def test_two_titles_in_a_levels_heading_are_of_one_family(tmp_path: Path) -> None:
    text = "L2 — Software Engineer II / Developer II\nSkills\n- SQL\n"
    ladder, _ = imported(tmp_path, text)
    assert [card.ref for card in ladder.cards()] == ["software-engineer/L2"]


def test_markdown_in_a_text_file_keeps_its_title_and_its_examples(tmp_path: Path) -> None:
    text = (
        "# Data Engineer\n\n## IC1\nEngineer I / Developer I\n\n### Craft\n- Writes code\n\n"
        "### Examples\n- the login page\n\n## IC2\n\n### Craft\n- Designs\n"
    )
    ladder, _ = imported(tmp_path, text)
    assert said(ladder) == {
        "IC1": {"craft": [example("Writes code", "the login page")]},
        "IC2": {"craft": ["Designs"]},
    }
    assert [family.name for family in ladder.families.values()] == ["Data Engineer"]
