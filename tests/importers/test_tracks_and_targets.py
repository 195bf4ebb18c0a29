"""Tracks of levels without letters, levels that the target lacks, shared titles, and schemas."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.cli import main
from bot.ladder import load_ladder
from bot.ladder.importers.run import import_files
from bot.ladder.model import LadderError

MODELINE = "# yaml-language-server: $schema="


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("levels", "tracks"),
    [
        ("IC1,IC2,IC3,IC4,Level 5", {"IC": 5}),
        ("IC1,IC2,IC3,M1,M2", {"IC": 3, "M": 2}),
        ("Level 1,Level 2,Level 3", {"Level": 3}),
        ("L3,L4,Staff Engineer,Principal Engineer", {"L": 4}),
        ("IC1,IC2,IC3,Level 2", {"IC": 3, "Level": 1}),
    ],
    ids=["follows", "two tracks", "words alone", "titles follow", "the number is taken"],
)
def test_tracks(tmp_path: Path, levels: str, tracks: dict[str, int]) -> None:
    texts = ",".join(f"text {n}" for n in range(levels.count(",") + 1))
    path = write(tmp_path / "x.csv", f"Competency,{levels}\nCraft,{texts}\n")
    import_files([path], tmp_path / "out", family="engineer")
    ladder = load_ladder(tmp_path / "out")
    assert {id_: len(track.levels) for id_, track in ladder.tracks.items()} == tracks


@pytest.mark.parametrize(
    "names",
    [["mid-1-mgr", "senior-1-ic"], ["junior-engineer", "senior-engineer"]],
    ids=str,
)
def test_a_folder_of_one_page_per_level_is_one_track(tmp_path: Path, names: list[str]) -> None:
    pages = [
        write(tmp_path / f"{name}.md", f"# {name}\n\n## Craft\n- {name} x\n") for name in names
    ]
    import_files(pages, tmp_path / "out")
    ladder = load_ladder(tmp_path / "out")
    assert [len(track.levels) for track in ladder.tracks.values()] == [len(names)]
    assert len(ladder.families) == 1


def test_each_level_that_the_target_lacks_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = write(tmp_path / "a.csv", "Level,Craft\nIC1,a\nIC2,b\n")
    second = write(tmp_path / "b.csv", "Level,Craft\nS1,c\nS2,d\n")
    out = tmp_path / "out"
    assert main(["import", str(first), "--out", str(out), "--family", "sales"]) == 0
    capsys.readouterr()
    assert main(["import", str(second), "--out", str(out), "--family", "support"]) == 2
    said = capsys.readouterr()
    lines = (said.out + said.err).splitlines()
    assert [line.partition(": ")[0] for line in lines] == [f"{second}:2:1", f"{second}:3:1"]
    assert all("add the level to a track in" in line and "IC1, IC2" in line for line in lines)
    assert not (out / "support").exists()


def test_levels_that_are_there_come_in_beside_one_that_is_not(tmp_path: Path) -> None:
    first = write(tmp_path / "a.csv", "Level,Craft\nIC1,a\nIC2,b\n")
    second = write(tmp_path / "b.csv", "Level,Craft\nIC2,c\nIC3,d\n")
    out = tmp_path / "out"
    import_files([first], out, family="sales")
    report = import_files([second], out, family="support")
    assert list(load_ladder(out).families["support"].cards) == ["IC2"]
    assert [note for note in report.notes if "has no level 'IC3'" in note]


def test_a_card_of_another_text_is_never_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "out"
    import_files([write(tmp_path / "a.csv", "Level,Craft\nIC1,a\n")], out, family="sales")
    before = (out / "sales" / "IC1.yaml").read_bytes()
    other = write(tmp_path / "b.csv", "Level,Craft\nIC1,other\nIC9,c\n")
    with pytest.raises(LadderError, match=r"(?s)is not overwritten.*has no level 'IC9'"):
        import_files([other], out, family="sales")
    assert (out / "sales" / "IC1.yaml").read_bytes() == before


def test_a_shared_title_stays_word_for_word_in_the_source(tmp_path: Path) -> None:
    path = write(tmp_path / "x.csv", "Level,D1,D2\nTitle,Data Engineer,Data Engineer\nCode,a,b\n")
    report = import_files([path], tmp_path / "out")
    cards = load_ladder(tmp_path / "out").families["data-engineer"].cards
    assert [card.title for card in cards.values()] == ["Data Engineer (D1)", "Data Engineer (D2)"]
    assert {card.source for card in cards.values()} == {"x.csv (title there: Data Engineer)"}
    assert len([note for note in report.notes if "shares this title" in note]) == 2


def test_every_imported_file_fits_the_schema_that_it_names(tmp_path: Path) -> None:
    path = write(
        tmp_path / "x.csv", "Role,Level,Theme,Text\nWriter,W1,Craft,a\nWriter,W2,Craft,b\n"
    )
    import_files([path], tmp_path / "out")
    files = sorted((tmp_path / "out").rglob("*.yaml"))
    assert len(files) == 4
    for file in files:
        text = file.read_text(encoding="utf-8")
        first, _, _ = text.partition("\n")
        schema = json.loads((file.parent / first.removeprefix(MODELINE)).read_text("utf-8"))
        assert list(Draft7Validator(schema).iter_errors(yaml.safe_load(text))) == []


def test_no_schema_is_named_in_a_ladder_that_has_none(tmp_path: Path) -> None:
    out = tmp_path / "out"
    import_files([write(tmp_path / "a.csv", "Level,Craft\nIC1,a\n")], out, family="sales")
    shutil.rmtree(out / "schema")
    import_files([write(tmp_path / "b.csv", "Level,Craft\nIC1,b\n")], out, family="support")
    assert MODELINE not in (out / "support" / "IC1.yaml").read_text(encoding="utf-8")


def test_one_of_a_thing_is_told_in_the_singular(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "x.csv", "Role,Level,Theme,Text\nWriter,W1,Craft,a\n")
    assert main(["import", str(path), "--out", str(tmp_path / "out")]) == 0
    assert "Imported 1 family, 1 level, 1 statement" in capsys.readouterr().out
