"""An export in any format, imported again, is the same ladder as far as the format can say it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cli import main
from bot.exports import FORMATS
from bot.ladder import (
    Card,
    Dimension,
    Family,
    Group,
    Ladder,
    Level,
    Meaning,
    Section,
    Statement,
    Track,
    load_ladder,
)
from bot.ladder.importers.run import import_files

LADDER = load_ladder(Path(__file__).parents[2] / "level_data")
ENDS = {"markdown": "*.md", "html": "*.html", "csv": "*.csv"}

SAYINGS = [
    "- a bullet",
    "1. a number",
    "# a heading",
    "| a cell |",
    "*bold* and _slanted_",
    "[a](link)",
    "[^1]: no footnote",
    "e.g. this",
    "Example: that",
    "Examples",
    "Scope: all of it",
    "P2 — Another level",
    "Everything in the level below, plus:",
    "&amp; <b>is</b> written so",
    "=SUM(A1)",
    "'tis",
    "[ ] to do",
    "**Label**",
    "a; b; c",
    "née 🤖",
]
words = st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=8)
texts = (
    st.lists(words | st.sampled_from(SAYINGS), min_size=1, max_size=3)
    .map(" ".join)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
statements = st.builds(Statement, texts, st.lists(texts, max_size=2).map(tuple))
groups = st.builds(Group, texts, st.lists(statements, min_size=1, max_size=3).map(tuple))
entries = st.lists(statements, max_size=3, unique=True) | st.lists(
    groups, max_size=2, unique_by=lambda group: group.name
)
SECTION_NAMES = ("What you'd do", "Craft", "Examples", "People & teams", "Notes")
DIMENSION_NAMES = ("Scope", "Autonomy", "Way of working")


@st.composite
def meanings(draw: st.DrawFn) -> Meaning:
    told = {id_: draw(texts) for id_ in ("scope", "way_of_working") if draw(st.booleans())}
    return Meaning(draw(texts), told)


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """Any ladder with codes of letters and numbers, as nearly all have."""
    tracks = {}
    for prefix in draw(st.sampled_from(["I", "IM", "MI"])):
        numbers = draw(st.lists(st.integers(1, 30), min_size=1, max_size=3, unique=True))
        levels = tuple(
            Level(f"{prefix}{number}", draw(texts), prefix, draw(meanings()))
            for number in sorted(numbers)
        )
        tracks[prefix] = Track(prefix, f"Track {prefix}", draw(st.none() | words), levels)
    every = [level for track in tracks.values() for level in track.levels]
    held = {
        id_: draw(family(id_, every))
        for id_ in sorted(draw(st.lists(st.sampled_from("abc"), min_size=1, unique=True)))
    }
    sections = {id_: Section(id_, name) for id_, name in zip(IDS, SECTION_NAMES, strict=True)}
    dimensions = {
        id_: Dimension(id_, name)
        for id_, name in zip(("scope", "autonomy", "way_of_working"), DIMENSION_NAMES, strict=True)
    }
    return Ladder(
        name=draw(texts),
        owner=draw(st.none() | words),
        version=draw(words),
        default_family=None,
        dimensions=dimensions,
        sections=sections,
        tracks=tracks,
        families=held,
    )


IDS = ("activities", "craft", "examples_2", "people_and_teams", "notes")


@st.composite
def family(draw: st.DrawFn, id_: str, levels: list[Level]) -> Family:
    cards = {
        level.code: Card(
            family_id=id_,
            level=level,
            title=f"{draw(texts)} title{at}",
            summary=draw(texts),
            meaning=level.meaning,
            sections={id_: tuple(made) for id_ in IDS if (made := draw(entries))},
            titles=tuple(f"{text} {at}x{n}" for n, text in enumerate(draw(st.lists(words)))),
            pay=None,
            status=draw(st.sampled_from(["approved", "draft"])),
            source=draw(st.none() | words),
        )
        for at, level in enumerate(levels)
    }
    return Family(id_, f"Family {draw(texts)} {id_}", (), (), None, cards)


def written(ladder: Ladder, format_name: str, folder: Path) -> list[Path]:
    for path, text in FORMATS[format_name](ladder).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    return sorted(folder.rglob(ENDS[format_name]))


def said(ladder: Ladder) -> Iterator[object]:
    """Every family, level and statement of a ladder, by the names that people see."""
    for track in ladder.tracks.values():
        yield track.name, track.who, [(level.code, level.name) for level in track.levels]
    for card in ladder.cards():
        family = ladder.families[card.family_id]
        yield family.id, family.name, card.level.code, card.title, card.summary
        yield (
            card.meaning.summary,
            {ladder.dimensions[id_].name: text for id_, text in card.meaning.dimensions.items()},
        )
        yield card.titles, card.status, card.source, ladder.owner_of(card)
        yield {ladder.sections[id_].name: told for id_, told in card.sections.items()}


@pytest.mark.parametrize("format_name", ENDS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(ladder=ladders())
def test_any_ladder_says_the_same(
    ladder: Ladder, format_name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    paths = written(ladder, format_name, folder / "export")
    report = import_files(paths, folder / "out")
    assert report.unplaced == ()
    assert list(said(load_ladder(folder / "out"))) == list(said(ladder))
    again = import_files(paths, folder / "out")
    assert (again.written, again.unplaced) == (0, ())


@pytest.mark.parametrize("format_name", ENDS)
def test_the_shipped_ladder_comes_back(
    tmp_path: Path, format_name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / "export"), "--format", format_name]) == 0
    paths = sorted((tmp_path / "export").rglob(ENDS[format_name]))
    out = tmp_path / "out"
    assert main(["import", *map(str, paths), "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert "3 families, 29 levels" in told
    assert "; 0 texts not placed" in told
    assert list(said(load_ladder(out))) == list(said(LADDER))
    assert main(["validate", str(out)]) == 0


def test_a_table_keeps_all_of_the_ladder(tmp_path: Path) -> None:
    import_files(written(LADDER, "csv", tmp_path / "export"), tmp_path / "out")
    assert load_ladder(tmp_path / "out") == LADDER


@pytest.mark.parametrize("format_name", ["markdown", "html"])
def test_a_family_without_the_index(tmp_path: Path, format_name: str) -> None:
    paths = written(LADDER, format_name, tmp_path / "export")
    [page] = [path for path in paths if path.stem == "data-scientist"]
    report = import_files([page], tmp_path / "out")
    assert (report.families, report.levels, report.unplaced) == (1, 7, ())
    made = load_ladder(tmp_path / "out")
    assert made.name == LADDER.name
    cards = LADDER.families["data-scientist"].cards
    for code, card in made.families["data-scientist"].cards.items():
        assert (card.level.name, card.sections) == (cards[code].level.name, cards[code].sections)
        assert card.meaning.dimensions == cards[code].meaning.dimensions


@pytest.mark.parametrize("format_name", ["markdown", "html"])
def test_what_somebody_wrote_into_a_page(tmp_path: Path, format_name: str) -> None:
    paths = written(LADDER, format_name, tmp_path / "export")
    [page] = [path for path in paths if path.stem == "data-scientist"]
    text = page.read_text(encoding="utf-8")
    old = "Fitting basic regression models and checking their assumptions with help"
    assert text.count(old) == 1
    page.write_text(text.replace(old, "Reads tea leaves"), encoding="utf-8")
    import_files(paths, tmp_path / "out")
    made = load_ladder(tmp_path / "out").families["data-scientist"].cards
    every = [e for card in made.values() for told in card.sections.values() for e in told]
    assert Statement("Reads tea leaves") in every


def test_a_broken_table_tells_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [path] = written(LADDER, "csv", tmp_path / "export")
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if ",P2,Title," in line)
    lines[at] = lines[at].replace(",P2,", ",P99,")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main(["import", str(path), "--out", str(tmp_path / "out")]) == 2
    errors = capsys.readouterr().err
    assert f"{path}:{at + 1}:1: names a level that no track has: 'P99'" in errors
