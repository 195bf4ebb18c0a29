"""Real files of each kind: what they become, level by level, and what is told of the rest."""

from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.ladder import Ladder, LadderError, load_ladder
from bot.ladder.export import card_data
from bot.ladder.importers.found import UnreadableError
from bot.ladder.importers.run import import_files
from bot.ladder.importers.titles import split_titles

DATA = Path(__file__).parent / "data"
SHIPPED = Path(__file__).parents[2] / "level_data"


def imported(tmp_path: Path, *names: str, **options: Any) -> Ladder:
    import_files([DATA / name for name in names], tmp_path / "out", **options)
    return load_ladder(tmp_path / "out")


def section(ladder: Ladder, ref: str, name: str) -> list[Any]:
    card = ladder.card(ref)
    assert card is not None
    data: list[Any] = card_data(card, list(ladder.sections))[name]
    return data


def test_the_real_card_has_the_same_content_as_the_shipped_one(tmp_path: Path) -> None:
    ladder = imported(tmp_path, "ai-ml-engineer-P2.txt")
    shipped = load_ladder(SHIPPED)
    sections = ["activities", "skills", "expectations"]
    made, real = (each.card("ai-ml-engineer/P2") for each in (ladder, shipped))
    assert made is not None
    assert real is not None
    made_data, real_data = card_data(made, sections), card_data(real, sections)
    for data in (made_data, real_data):
        del data["status"], data["source"]
    assert made_data == real_data
    assert made.status == "draft"
    assert ladder.families["ai-ml-engineer"].name == "AI/ML Engineer"
    assert ladder.families["ai-ml-engineer"].soc == shipped.families["ai-ml-engineer"].soc


@pytest.mark.parametrize(
    ("file", "refs"),
    [
        ("slack.txt", ["software-engineer/L3", "software-engineer/L4"]),
        ("windows.txt", ["data-engineer/P2", "data-engineer/P3"]),
        (
            "framework.md",
            [f"product-designer/{code}" for code in ("IC1", "IC2", "IC5", "M1")],
        ),
        ("matrix.md", [f"engineering/level-{number}" for number in (2, 3, 5)]),
        (
            "themes.md",
            [
                "data-scientist/junior-data-scientist",
                "data-scientist/data-scientist",
                "data-scientist/senior-data-scientist",
            ],
        ),
        (
            "roles.md",
            [
                "data-scientist/IC1",
                "data-scientist/IC5",
                "product-designer/IC1",
                "product-designer/IC5",
            ],
        ),
        (
            "families.md",
            [
                "data-science/level-1",
                "data-science/level-2",
                "product-design/level-1",
                "product-design/level-3",
            ],
        ),
        ("same-title-codes.md", ["engineer/L4", "engineer/L5"]),
        (
            "same-title.md",
            [
                "engineer/engineer",
                "engineer/senior-engineer",
                "engineer/senior-engineer-2",
                "engineer/engineering-manager",
            ],
        ),
        ("deep-themes.md", ["engineering/L1", "engineering/L2"]),
        ("level-lines.md", ["engineering/L1", "engineering/L2"]),
        ("levels-as-rows.md", ["developer/IC1", "developer/IC2", "developer/IC3"]),
        ("tracks.md", ["engineer/IC4", "engineer/IC5", "engineer/M1"]),
        ("senior-2-ic.html", ["engineer/senior-2-ic"]),
        ("levels.html", [f"support-specialist/{code}" for code in ("TL4", "D1", "D2")]),
    ],
)
def test_levels_are_those_of_the_file_in_its_order(
    tmp_path: Path, file: str, refs: list[str]
) -> None:
    assert [card.ref for card in imported(tmp_path, file).cards()] == refs


@pytest.mark.parametrize(
    ("file", "ref", "name", "statements"),
    [
        pytest.param(
            "framework.md",
            "product-designer/IC1",
            "craft",
            [
                {
                    "text": "Delivers polished screens from a brief",
                    "examples": ["Example: a settings page"],
                },
                {
                    "text": "Uses the design system (https://design.acme.test/ds) as it is[^1]",
                    "examples": ["[^1]: Ask in #design-systems when unsure."],
                },
                "0–2 years of experience",
            ],
            id="examples, links, footnotes",
        ),
        pytest.param(
            "framework.md",
            "product-designer/IC2",
            "craft",
            [
                "Everything in the level below, plus:",
                {
                    "text": "Prototypes two options for each flow[^1]",
                    "examples": ["[^1]: Ask in #design-systems when unsure."],
                },
            ],
            id="everything below is kept as it stands",
        ),
        pytest.param(
            "framework.md",
            "product-designer/IC1",
            "collaboration",
            [
                {
                    "group": "With engineers",
                    "items": ["Hands over specs on time", "Answers questions & fixes gaps"],
                },
                {"group": "With product", "items": ["Takes part in planning"]},
            ],
            id="groups",
        ),
        pytest.param(
            "matrix.md",
            "engineering/level-5",
            "technical",
            [
                {"group": "Code quality", "items": ["Sets standards"]},
                {"group": "Design", "items": ["Designs systems", "Writes RFCs"]},
            ],
            id="levels as columns, an empty cell, bullets in a cell",
        ),
        pytest.param(
            "themes.md",
            "data-scientist/data-scientist",
            "communication",
            ["Explains own work", "Writes reports"],
            id="levels under themes; one sentence at two levels",
        ),
        pytest.param(
            "deep-themes.md",
            "engineering/L1",
            "craft",
            [
                {"group": "Code", "items": ["Writes code"]},
                {"group": "Tests", "items": ["Tests it"]},
            ],
            id="groups under a level under a theme",
        ),
        pytest.param(
            "level-lines.md",
            "engineering/L2",
            "technical",
            [
                {"group": "Code quality", "items": ["Writes tested code"]},
                {"group": "Design", "items": ["Designs"]},
            ],
            id="lines that name their level",
        ),
        pytest.param(
            "levels.html",
            "support-specialist/D1",
            "matrix",
            [{"group": "Customers", "items": ["Answers calls", "Stays kind"]}],
            id="a cell over two rows",
        ),
        pytest.param(
            "slack.txt",
            "software-engineer/L4",
            "expectations",
            ["5+ years of experience", "Mentors oth"],
            id="cut off in the middle",
        ),
    ],
)
def test_a_section_is_word_for_word(
    tmp_path: Path, file: str, ref: str, name: str, statements: list[Any]
) -> None:
    assert section(imported(tmp_path, file), ref, name) == statements


def test_years_are_taken_only_where_they_are_plain(tmp_path: Path) -> None:
    levels = imported(tmp_path, "levels-as-rows.md").levels
    years = {code: level.meaning.years for code, level in levels.items()}
    assert {code: y and (y.min_years, y.max_years, y.text) for code, y in years.items()} == {
        "IC1": (0, 2, "0-2 years"),
        "IC2": (2, 5, "2-5 years"),
        "IC3": (5, None, "5+ years"),
    }


def test_pay_is_what_the_text_says(tmp_path: Path) -> None:
    ladder = imported(tmp_path, "slack.txt")
    with_pay, without = ladder.card("software-engineer/L3"), ladder.card("software-engineer/L4")
    assert with_pay is not None
    assert with_pay.pay is not None
    assert (with_pay.pay.low, with_pay.pay.high, with_pay.pay.period) == (120000, 150000, "year")
    assert with_pay.pay.note == "$120,000 – $150,000 per year"
    assert without is not None
    assert without.pay is None


def test_pages_of_one_level_each_are_one_ladder(tmp_path: Path) -> None:
    names = sorted(path.name for path in (DATA / "pages").iterdir())
    ladder = imported(tmp_path, *(f"pages/{name}" for name in names))
    assert [card.title for card in ladder.cards()] == [
        "Junior Engineer",
        "Engineer",
        "Senior Engineer",
    ]
    assert section(ladder, "engineer/senior-engineer", "impact") == [
        "Impact of Senior Engineer one",
        "two",
    ]


def test_page_furniture_is_left_out(tmp_path: Path) -> None:
    imported(tmp_path, "senior-2-ic.html")
    card = (tmp_path / "out/engineer/senior-2-ic.yaml").read_text("utf-8")
    for word in ("cookies", "Home", "Junior", "©"):
        assert word not in card
    assert "Leads projects & mentors others." in card
    assert "Keeps systems healthy – even old ones" in card


@pytest.mark.parametrize(
    ("file", "line"),
    [("pdf.md", 1), ("empty.txt", 1), ("binary.txt", 2), ("prose.txt", 1), ("front-matter.md", 3)],
)
def test_a_file_that_is_no_ladder_gets_one_line(
    tmp_path: Path, file: str, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = DATA / "broken" / file
    assert main(["import", str(path), "--out", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"levelbot: {path}:{line}: ")
    assert told.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_second_run_writes_the_same(tmp_path: Path) -> None:
    source = [DATA / "framework.md"]
    import_files(source, tmp_path / "a")
    import_files(source, tmp_path / "b")
    first, second = (
        {p.relative_to(root): p.read_bytes() for p in root.rglob("*.yaml")}
        for root in (tmp_path / "a", tmp_path / "b")
    )
    assert first == second
    assert import_files(source, tmp_path / "a").written == 0


def test_nobodys_card_is_overwritten(tmp_path: Path) -> None:
    imported(tmp_path, "roles.md")
    card = tmp_path / "out/data-scientist/IC1.yaml"
    card.write_text(card.read_text("utf-8").replace("Runs queries", "Runs them"), "utf-8")
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    with pytest.raises(LadderError, match="not overwritten"):
        import_files([DATA / "roles.md"], tmp_path / "out")
    assert {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()} == before


def test_a_family_is_added_where_the_ladder_has_its_levels(tmp_path: Path) -> None:
    imported(tmp_path, "roles.md")
    source = tmp_path / "new.md"
    source.write_text("## IC5 Staff Baker Engineer\n- Bakes\n## IC9 Baker Engineer\n- Owns\n")
    report = import_files([source], tmp_path / "out")
    ladder = load_ladder(tmp_path / "out")
    assert ladder.card("baker-engineer/IC5") is not None
    assert any("no level 'IC9'" in note for note in report.notes)
    assert f"{source}:4: not placed: Owns (the ladder has no level 'IC9')" in report.unplaced


def test_family_chooses_one_of_several(tmp_path: Path) -> None:
    ladder = imported(tmp_path, "roles.md", family="data-scientist")
    assert list(ladder.families) == ["data-scientist"]


def test_family_that_the_file_does_not_hold_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "two.md"
    source.write_text("## Family: A\n### L1\n- x\n## Family: B\n### L1\n- y\n")
    with pytest.raises(UnreadableError, match="holds the families"):
        import_files([source], tmp_path / "out", family="c")


@pytest.mark.parametrize(
    ("line", "titles", "certain"),
    [
        (
            "Machine Learning IIMachine Learning 2Deep Learning IIDeveloping AI/ML Engineer",
            [
                "Machine Learning II",
                "Machine Learning 2",
                "Deep Learning II",
                "Developing AI/ML Engineer",
            ],
            True,
        ),
        (
            "Machine Learning IMachine Learning 1Junior ML Engineer",
            ["Machine Learning I", "Machine Learning 1", "Junior ML Engineer"],
            True,
        ),
        ("Data Engineer II; Data Engineer 2", ["Data Engineer II", "Data Engineer 2"], True),
        ("JavaScript Developer", ["JavaScript Developer"], True),
        ("Data WranglerBig Data Guru", ["Data WranglerBig Data Guru"], False),
        ("Staff / Distinguished Engineer", ["Staff / Distinguished Engineer"], True),
        ("Software Engineer II / Developer II", ["Software Engineer II", "Developer II"], True),
        ("Software Engineer II/Developer II", ["Software Engineer II", "Developer II"], True),
        ("Senior Engineer / Developer", ["Senior Engineer / Developer"], True),
        ("Engineer / Developer II", ["Engineer / Developer II"], True),
        ("AI/ML Engineer", ["AI/ML Engineer"], True),
        ("3D Artist", ["3D Artist"], True),
        ("Director, Engineering", ["Director, Engineering"], True),
        (
            "Security Engineer III, AppSec Engineer 3, Information Security III",
            ["Security Engineer III", "AppSec Engineer 3", "Information Security III"],
            True,
        ),
        (
            "Data Engineer II,ETL Developer II, SDE",
            ["Data Engineer II", "ETL Developer II", "SDE"],
            True,
        ),
        ("Engineer, Machine Learning", ["Engineer, Machine Learning"], False),
    ],
)
def test_titles_run_together(line: str, titles: list[str], certain: bool) -> None:
    assert split_titles(line) == (titles, certain)
