"""An export to JSON that is imported again gives the same ladder."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cli import main
from bot.exports import csv_files, json_files
from bot.ladder import (
    Card,
    Dimension,
    Family,
    Group,
    GuideEntry,
    Ladder,
    Level,
    Meaning,
    Pay,
    Section,
    Soc,
    Statement,
    Track,
    Years,
    load_ladder,
)
from bot.ladder.files import YEARS, CardFile
from bot.ladder.importers.exported import read_export
from bot.ladder.importers.run import import_files

SHIPPED = Path(__file__).parents[2] / "level_data"
LADDER = load_ladder(SHIPPED)

# Any ladder

HOSTILE = [
    "yes",
    "no",
    "null",
    "~",
    "1.0",
    "1e3",
    "0x1F",
    "2026-01-31",
    "12:30:00",
    "=",
    "<<",
    "-",
    "-x",
    "?",
    "?x",
    ":",
    "x:",
    ":y",
    "a:b",
    "#z",
    "@x",
    "`x",
    "%x",
    "&",
    "*x",
    "!x",
    "|",
    ">",
    "[",
    "]",
    "{",
    "}",
    ",",
    '"',
    "'",
    "''",
    '"x',
    "'tis",
    "---",
    "...",
    "\\",
    "\\n",
    "=cmd",
    "+1",
    "é",
    "ß",
    "İ",
    "日本",
    "🤖",
    "\u200b",
    "\ufeffx",
    "a\u2028b",
    "a\x85b",
    "a\x7fb",
    "&amp;",
    "<b>",
    "$x",
]
_odd = st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\t \r'\"#:-{}[]&*!|>%@`,?")
_sayings = st.sampled_from(
    [*HOSTILE, "two\nlines", "a\n\n  b: c\n- d", "a  b", "x #y", "k: v", "\tx"]
)
texts = (
    (
        st.text(_odd, min_size=1, max_size=12)
        | _sayings
        | st.builds("{} {}".format, _sayings, _sayings)
    )
    .map(lambda text: text.strip().strip("\x1c\x1d\x1e\x1f").strip())
    .filter(bool)
)
"""What a file can say: never empty, and without white space around it, which loading takes off."""

some = st.lists(texts, max_size=3).map(tuple)
maybe = st.none() | texts
statuses = st.sampled_from(["approved", "draft"])
ids = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True) | texts.filter(
    lambda text: text not in CardFile.model_fields and text != "summary"
)
folders = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True) | st.sampled_from(
    ["Data & ML", "yes", "1", "été", "card", "family", "a'b", "#x", "x: y", "tracks"]
)
codes = st.from_regex(r"[A-Z]{1,2}[0-9]{1,2}", fullmatch=True) | st.sampled_from(
    ["family", "IC1/2", "../x", "1.5", "yes", "Level 3", "senior-2-ic", "A: B", "né", "#7", "a\nb"]
)
statements = st.builds(Statement, texts, some)
entries = statements | st.builds(Group, texts, st.lists(statements, max_size=3).map(tuple))


@st.composite
def years(draw: st.DrawFn) -> Years:
    least = draw(st.integers(0, 40) | st.floats(0, 40))
    most = draw(st.none() | st.integers(41, 80) | st.floats(41, 80))
    return Years(least, most, draw(texts))


@st.composite
def pay(draw: st.DrawFn) -> Pay:
    note, as_of, source = draw(maybe), draw(maybe), draw(maybe)
    if draw(st.booleans()):
        return Pay(status="unavailable", note=note, as_of=as_of, source=source)
    amounts = st.integers(0, 10**9) | st.floats(0, 1e300)
    low, median, high = sorted(draw(st.tuples(amounts, amounts, amounts)))
    return Pay(None, note, low, median, high, draw(texts), draw(texts), as_of)


NOTHING = Meaning()


@st.composite
def meanings(draw: st.DrawFn, dimensions: list[str], inherited: Meaning = NOTHING) -> Meaning:
    told = dict(inherited.dimensions)
    spell = inherited.years
    for dimension in dimensions:
        if draw(st.booleans()):
            continue
        if dimension == YEARS:
            spell = draw(years())
            told[YEARS] = spell.text
        else:
            told[dimension] = draw(texts)
    return Meaning(draw(maybe) or inherited.summary, told, spell)


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    dimensions = draw(st.lists(ids, max_size=3, unique=True))
    dimensions += [YEARS] if YEARS not in dimensions and draw(st.booleans()) else []
    sections = draw(st.lists(ids, max_size=3, unique=True))
    level_codes = draw(st.lists(codes, min_size=1, max_size=4, unique_by=squashed))
    track_ids = draw(st.lists(texts, min_size=1, max_size=len(level_codes), unique=True))
    tracks = {}
    for index, track_id in enumerate(track_ids):
        levels = tuple(
            Level(code, draw(texts), track_id, draw(meanings(dimensions)), *draw(three))
            for code in level_codes[index :: len(track_ids)]
        )
        tracks[track_id] = Track(track_id, draw(texts), draw(maybe), levels)
    owner = draw(maybe)
    every = [level for track in tracks.values() for level in track.levels]
    families = {
        id_: draw(family(id_, every, dimensions, sections))
        for id_ in sorted(draw(st.lists(folders, min_size=1, max_size=3, unique_by=str.casefold)))
    }
    return Ladder(
        name=draw(texts),
        owner=owner,
        version=draw(texts),
        default_family=draw(st.none() | st.sampled_from(sorted(families))),
        dimensions={id_: Dimension(id_, draw(texts), draw(some)) for id_ in dimensions},
        sections={id_: Section(id_, draw(texts), draw(some)) for id_ in sections},
        tracks=tracks,
        families=families,
        guide=tuple(
            GuideEntry(draw(texts), draw(some), draw(texts), draw(maybe) or owner, draw(statuses))
            for _ in range(draw(st.integers(0, 2)))
        ),
    )


three = st.tuples(some, some, some)


def squashed(code: str) -> str:
    return "".join(filter(str.isalnum, code)).casefold()


@st.composite
def family(
    draw: st.DrawFn, id_: str, levels: list[Level], dimensions: list[str], sections: list[str]
) -> Family:
    cards = {
        level.code: Card(
            family_id=id_,
            level=level,
            # Titles that two cards share are an error, so each is numbered.
            title=f"{draw(texts)} title{index}",
            summary=draw(maybe),
            meaning=draw(meanings(dimensions, level.meaning)),
            sections={
                section: tuple(made)
                for section in sections
                if (made := draw(st.lists(entries, max_size=3)))
            },
            titles=tuple(f"{text} {index}x{n}" for n, text in enumerate(draw(some))),
            pay=draw(st.none() | pay()),
            status=draw(statuses),
            source=draw(maybe),
            owner=draw(maybe),
            version=draw(maybe),
        )
        for index, level in enumerate(levels)
        if draw(st.booleans())
    }
    soc = draw(st.none() | st.builds(Soc, texts, maybe, st.booleans()))
    return Family(id_, draw(texts), draw(some), draw(some), soc, cards, draw(maybe), draw(maybe))


def exported(ladder: Ladder, folder: Path) -> Path:
    path = folder / "ladder.json"
    path.write_bytes(json_files(ladder)["ladder.json"].encode())
    return path


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(ladder=ladders())
def test_any_ladder_comes_back_the_same(
    ladder: Ladder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    path = exported(ladder, folder)
    report = import_files([path], folder / "out")
    assert report.unplaced == ()
    back = load_ladder(folder / "out")
    assert back == ladder
    assert json_files(back)["ladder.json"].encode() == path.read_bytes()
    assert import_files([path], folder / "out").written == 0


# The ladder that ships, through the command line


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return exported(LADDER, tmp_path)


def imports(source: Path, out: Path, *arguments: str) -> int:
    return main(["import", str(source), "--out", str(out), *arguments])


def test_the_shipped_ladder_comes_back_the_same(
    shipped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert imports(shipped, out) == 0
    assert "0 texts not placed" in capsys.readouterr().out
    assert load_ladder(out) == LADDER
    assert main(["validate", str(out)]) == 0


def test_its_own_folder_has_all_of_it_already(shipped: Path, tmp_path: Path) -> None:
    assert import_files([shipped], SHIPPED).written == 0


def test_says_that_a_version_was_worked_out(shipped: Path, tmp_path: Path) -> None:
    told = replace(LADDER, version="3f2a1bc of 2026-11-22, edited since")
    [note] = import_files([exported(told, tmp_path)], tmp_path / "out").notes
    assert note.startswith(
        f"{shipped}:4: note: 3f2a1bc of 2026-11-22, edited since: was worked out"
    )
    chosen = exported(replace(LADDER, version="2026.2"), tmp_path)
    assert import_files([chosen], tmp_path / "other").notes == ()


@pytest.mark.parametrize("name", ["ladder.json", "ladder.txt"])
def test_approved_cards_stay_approved(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    families = {
        family.id: replace(
            family,
            cards={code: replace(card, status="approved") for code, card in family.cards.items()},
        )
        for family in LADDER.families.values()
    }
    path = exported(replace(LADDER, families=families), tmp_path).rename(tmp_path / name)
    assert imports(path, tmp_path / "out", "--format", "json") == 0
    assert "draft" not in capsys.readouterr().out
    assert {card.status for card in load_ladder(tmp_path / "out").cards()} == {"approved"}


def test_one_family_of_it_then_the_rest(
    shipped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert imports(shipped, out, "--family", "data-scientist") == 0
    assert "not placed: Software Engineer (is software-engineer" in capsys.readouterr().out
    assert list(load_ladder(out).families) == ["data-scientist"]
    assert imports(shipped, out, "--family", "software-engineer") == 0
    assert imports(shipped, tmp_path / "x", "--family", "baker") == 2
    assert "ladder.json:1: holds the families ai-ml-engineer," in capsys.readouterr().err


# Another ladder is never overwritten


Change = Callable[[dict[str, Any]], object]


def changed(path: Path, change: Change) -> Path:
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def card(data: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = data["families"][0]["cards"][1]
    return made


OTHERS: dict[str, tuple[Change, str]] = {
    "name": (lambda data: data.update(name="Other"), "ladder.yaml"),
    "level": (lambda data: data["tracks"][0]["levels"][0].update(name="x"), "ladder.yaml"),
    "version": (lambda data: data.update(version="2"), "ladder.yaml"),
    "family": (lambda data: data["families"][0].update(name="x"), "ai-ml-engineer/family.yaml"),
    "card": (lambda data: card(data).update(summary="x"), "ai-ml-engineer/P2.yaml"),
    "status": (lambda data: card(data).update(status="draft"), "ai-ml-engineer/P2.yaml"),
    "guide": (lambda data: data["guide"][0].update(answer="x"), "guide.yaml"),
}


@pytest.mark.parametrize(("change", "file"), OTHERS.values(), ids=OTHERS)
def test_another_ladder_is_refused(
    shipped: Path, tmp_path: Path, change: Change, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert imports(shipped, out) == 0
    before = {path: path.read_bytes() for path in out.rglob("*.yaml")}
    capsys.readouterr()
    assert imports(changed(shipped, change), out) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"{out / file}:1:1: is another ")
    assert error.count("\n") == 1
    assert {path: path.read_bytes() for path in out.rglob("*.yaml")} == before


# An export that somebody has changed


BROKEN: dict[str, tuple[Change, str | None, str]] = {
    "unknown-key": (lambda d: d.update(nmae="x"), '"nmae"', "unknown key `nmae:`"),
    "unknown-card-key": (
        lambda d: card(d).update(skils=["x"]),
        '"skils"',
        "unknown key `skils:`; did you mean `skills:`?",
    ),
    "unknown-dimension": (
        lambda d: card(d)["meaning"].update(scop="x"),
        '"scop"',
        "unknown key `scop:`; did you mean `scope:`?",
    ),
    "no-name": (lambda d: d.pop("name"), "{", "has no `name:`; add it"),
    "no-families": (lambda d: d.pop("families"), "{", "has no `families:`; add it"),
    "no-status": (lambda d: card(d).pop("status"), None, "has no `status:`; add it"),
    "no-skills": (lambda d: card(d).pop("skills"), None, "has no `skills:`; add it"),
    "no-title": (lambda d: card(d).update(title=None), None, "has no `title:`; add it"),
    "no-default": (lambda d: d.pop("default_family"), "{", "has no `default_family:`; add it"),
    "no-soc": (lambda d: d["families"][0].pop("soc"), None, "has no `soc:`; add it"),
    "silenced": (
        lambda d: card(d)["meaning"].update(scope=None),
        '"scope": null',
        "says nothing of scope, but P2 tells it",
    ),
    "level": (lambda d: card(d).update(level="P99"), '"P99"', "names a level that no track has"),
    "second-card": (lambda d: card(d).update(level="P1"), None, "is a second card for P1"),
    "second-level": (
        lambda d: d["tracks"][0]["levels"][1].update(code="P1"),
        None,
        "stands here twice: 'P1'",
    ),
    "second-family": (
        lambda d: d["families"][1].update(id="ai-ml-engineer"),
        None,
        "stands here twice: 'ai-ml-engineer'",
    ),
    "same-code": (
        lambda d: d["tracks"][0]["levels"].append({"code": "p-1", "name": "x", "meaning": {}}),
        None,
        "is the same code as P1",
    ),
    "section-id": (
        lambda d: d["sections"].append({"id": "pay", "name": "Pay", "also": []}),
        '"pay",',
        "is a key of every card: pay",
    ),
    "leaves-the-folder": (
        lambda d: d["families"][0].update(id="../../x"),
        '"../../x"',
        "can't be the name of a folder",
    ),
    "default": (
        lambda d: d.update(default_family="x"),
        '"default_family"',
        "names a family that has no folder: 'x'",
    ),
    "pay": (
        lambda d: card(d).update(pay={"low": 5, "high": 4, "currency": "USD", "period": "year"}),
        '"high"',
        "is less than `low: 5`",
    ),
    "title": (
        lambda d: card(d)["titles"].append(d["families"][0]["cards"][2]["title"]),
        None,
        "keep it on one card",
    ),
    "number": (lambda d: card(d).update(summary=7), '"summary": 7', "is not text"),
    "status": (lambda d: card(d).update(status="ok"), '"ok"', "is 'ok'; write 'approved'"),
    "guide": (lambda d: d["guide"][0].pop("answer"), None, "has no `answer:`; add it"),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_changed_export_is_told_with_its_line(
    shipped: Path,
    tmp_path: Path,
    broken: tuple[Change, str | None, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    change, at, words = broken
    path = changed(shipped, change)
    assert imports(path, tmp_path / "out") == 2
    errors = capsys.readouterr().err.splitlines()
    [error] = [line for line in errors if words in line]
    file, line, _ = error.split(":", 2)
    assert file == str(path)
    text = path.read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert int(line) > 1 or at == "{"
    assert at is None or at in text
    assert not (tmp_path / "out").exists()


def test_a_repeated_key_is_told(
    shipped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shipped.read_text(encoding="utf-8")
    shipped.write_text(text.replace('  "name"', '  "name": "First",\n  "name"', 1), "utf-8")
    assert imports(shipped, tmp_path / "out") == 2
    assert capsys.readouterr().err == f"{shipped}:3:1: repeats the key 'name'; keep one of them\n"


def test_an_export_is_imported_alone(
    shipped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(shipped), str(shipped), "--out", str(tmp_path / "out")]) == 2
    assert "import it alone" in capsys.readouterr().err


def test_a_ladder_of_another_shape_is_no_export(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"name": "x", "families": [], "levels": [{"code": "P1", "skills": ["a b"]}]}')
    assert read_export(path) is None
    assert import_files([path], tmp_path / "out").levels == 1


# The table


SIGNS = ("=1+1", "+1", "-x", "@home", "'tis", "'=x", "- a; b", "• c", "a; b; c", "for example, d")


def table_ladder(path: Path, out: Path, skills: tuple[Statement | Group, ...]) -> Ladder:
    family = LADDER.families["ai-ml-engineer"]
    told = replace(family.cards["P2"], sections={**family.cards["P2"].sections, "skills": skills})
    families = {family.id: replace(family, cards={**family.cards, "P2": told})}
    text = csv_files(replace(LADDER, families=families))["ladder.csv"]
    path.write_bytes(text.encode())
    import_files([path], out)
    return load_ladder(out)


def test_the_table_gives_each_text_as_it_was(tmp_path: Path) -> None:
    skills: tuple[Statement | Group, ...] = (
        *(Statement(sign) for sign in SIGNS),
        Statement("With examples", ("=1", "two; three")),
        Group("+ group", (Statement("-y", ("e.g. x",)), Statement("z"))),
    )
    back = table_ladder(tmp_path / "ladder.csv", tmp_path / "out", skills)
    assert [*back.families] == ["ai-ml-engineer"]
    wanted = LADDER.families["ai-ml-engineer"].cards
    made = back.families["ai-ml-engineer"].cards
    assert made.keys() == wanted.keys()
    assert made["P2"].sections["skills"] == skills
    for code, here in made.items():
        there = wanted[code]
        assert here.meaning == there.meaning
        assert here.level.name == there.level.name
        assert (here.title, here.summary, here.titles) == (
            there.title,
            there.summary,
            there.titles,
        )
        if code != "P2":
            assert here.sections == there.sections


@pytest.mark.parametrize("delimiter", [";", "\t"], ids=["semicolon", "tab"])
def test_the_table_saved_by_another_spreadsheet(tmp_path: Path, delimiter: str) -> None:
    rows = csv.reader(io.StringIO(csv_files(LADDER)["ladder.csv"].removeprefix("\ufeff")))
    path = tmp_path / "saved.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    report = import_files([path], tmp_path / "out")
    assert (report.families, report.levels) == (3, 29)
