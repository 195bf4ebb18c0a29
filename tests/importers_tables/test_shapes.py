"""Less common shapes of tables and data: references, inheritance, examples, pay, markup."""

import json
from pathlib import Path

import pytest

from bot.ladder import load_ladder
from bot.ladder.importers import data, tables
from bot.ladder.importers.found import Found, UnreadableError
from bot.ladder.importers.run import import_files

from .reading import level_texts, unplaced_texts


def read(tmp_path: Path, name: str, text: str) -> Found:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return tables.read(path) if path.suffix == ".csv" else data.read(path)


SHAPES = {
    "a theme above its competencies": (
        """
        themes:
          - theme: Craft
            competencies:
              Code: {Junior: writes, Senior: [writes, leads]}
        """,
        {"Junior": {"Craft": [{"Code": ["writes"]}]},
         "Senior": {"Craft": [{"Code": ["writes", "leads"]}]}},
    ),
    "a theme beside its levels": (
        "competency: Talking\ncategory: Team\nlevels: {L1: Listens, L2: Speaks}",
        {"L1": {"Team": [{"Talking": ["Listens"]}]}, "L2": {"Team": [{"Talking": ["Speaks"]}]}},
    ),
    "references": (
        """
        competencies: [{id: c1, name: Quality}, {id: c2, name: Speed}]
        levels: [{id: 1, name: Engineer I}, {id: 2, name: Engineer II}]
        expectations:
          - {level_id: 1, competency_id: c1, text: Tests}
          - {level_id: 2, competencyId: c2, text: Steady}
        """,
        {"Engineer I": {"Quality": ["Tests"]}, "Engineer II": {"Speed": ["Steady"]}},
    ),
    "a level that is a mapping": (
        "- level: {code: IC1, name: Engineer}\n  competencies: [{name: Craft, criteria: [a, b]}]",
        {"IC1": {"Craft": ["a", "b"]}},
    ),
    "keys and values": (
        "career_framework: {levels: [{level: IC1, attributes: [{key: scope, value: Tasks}]}]}",
        {"IC1": {"scope": ["Tasks"]}},
    ),
    "a department of families": (
        """
        engineering:
          backend:
            "1": {scope: tasks, skills: {Languages: [Go], Frameworks: [Gin]}}
            "2": {scope: features, skills: {Languages: [Go]}}
        """,
        {"1": {"scope": "tasks", "skills": [{"Languages": ["Go"]}, {"Frameworks": ["Gin"]}]},
         "2": {"scope": "features", "skills": [{"Languages": ["Go"]}]}},
    ),
    "records by code": (
        """
        - {code: L1, family: Eng, expectations: {Technical: Writes}}
        - {code: L2, family: Eng, expectations: {Technical: Owns}}
        """,
        {"L1": {"Technical": ["Writes"]}, "L2": {"Technical": ["Owns"]}},
    ),
    "all of the level below, before bullets": (
        "levels: {S2: {duties: \"Everything in S1, plus:\\n- Trains\\n- Plans\"}}",
        {"S2": {"duties": ["Everything in S1, plus:", "Trains", "Plans"]}},
    ),
    "inherits": (
        "levels: {IC1: {craft: [a]}, IC2: {inherits: IC1, craft: [b]}}",
        {"IC1": {"craft": ["a"]}, "IC2": {"craft": ["inherits: IC1", "b"]}},
    ),
    "extends several": (
        "levels: {IC1: {craft: [a]}, IC2: {craft: [b]}, IC3: {extends: [IC1, IC2], craft: [c]}}",
        {"IC1": {"craft": ["a"]}, "IC2": {"craft": ["b"]},
         "IC3": {"craft": ["extends: IC1", "extends: IC2", "c"]}},
    ),
    "examples of one signal": (
        "levels: [{level: 1, description: Learns, signals: [Asks], examples: [a, b]}]",
        {"1": {"signals": [("Asks", ["a", "b"])]}},
    ),
    "examples of several signals": (
        "levels: [{level: 1, description: Learns, signals: [Asks, Reads], examples: [a, b]}]",
        {"1": {"signals": ["Asks", "Reads", {"examples": ["a", "b"]}]}},
    ),
    "examples of a description": (
        "levels: [{level: 1, description: Learns, examples: [a, b]}]",
        {"1": {"description": [("Learns", ["a", "b"])]}},
    ),
    "milestones of a skill": (
        """
        track: Web
        milestones:
          - {summary: Works within it, signals: [Minor changes], examples: [Added a style]}
        """,
        {"Milestone 1": {
            "Web": [("Works within it", ["Added a style"]), {"signals": ["Minor changes"]}]}},
    ),
    "markup": (
        'levels: {IC1: {craft: ["Writes <b>code</b>", "<ul><li>Tests</li><li>Mends</li></ul>"]}}',
        {"IC1": {"craft": ["Writes code", "Tests", "Mends"]}},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_data(tmp_path: Path, text: str, expected: object) -> None:
    assert level_texts(read(tmp_path, "x.yaml", text)) == expected


TABLES = {
    "examples beside one statement": (
        "Level,Expectations,Examples\nL1,Does tasks,Fixed it\nL2,Does projects; Leads one,Sold\n",
        {"L1": {"Expectations": [("Does tasks", ["Fixed it"])]},
         "L2": {"Expectations": [("Does projects; Leads one", ["Sold"])]}},
    ),
    "examples beside several": (
        'Level,Expectations,Examples\nL1,"- a\n- b","- x\n- y"\nL2,c,z\n',
        {"L1": {"Expectations": ["a", "b", {"Examples": ["x", "y"]}]},
         "L2": {"Expectations": [("c", ["z"])]}},
    ),
    "numbered levels of two tracks": (
        "Track,IC,IC,Manager\nLevel,5,6,5\nCraft,a,b,c\n",
        {"5": {"Craft": ["c"]}, "6": {"Craft": ["b"]}},
    ),
    "a text of several levels": (
        "Level,Competency,Statement\n\"IC1, IC2\",Craft,Write\nIC3,Craft,Own\nIC1-IC3,Team,Helps\n",
        {"IC1": {"Craft": ["Write"], "Team": ["Helps"]},
         "IC2": {"Craft": ["Write"], "Team": ["Helps"]},
         "IC3": {"Craft": ["Own"], "Team": ["Helps"]}},
    ),
    "a column of examples for each level": (
        "Skill,Weight,L1,L1 examples,L2,L2 examples\nCode,3,Writes,x,Owns,z\nTalk,1,Asks,,Hi,p\n",
        {"L1": {"Code": [("Writes", ["x"])], "Talk": ["Asks"]},
         "L2": {"Code": [("Owns", ["z"])], "Talk": [("Hi", ["p"])]}},
    ),
    "a criterion a row": (
        "id,level_code,level_name,competency,criterion\n1,IC1,Engineer,Craft,Writes\n"
        "2,IC1,Engineer,Craft,Tests\n3,IC2,Senior Engineer,Craft,Owns\n",
        {"IC1": {"Craft": ["Writes", "Tests"]}, "IC2": {"Craft": ["Owns"]}},
    ),
    "markup": (
        "Area,L1,L2\nCraft,Writes <b>code</b>,a < b\n",
        {"L1": {"Craft": ["Writes code"]}, "L2": {"Craft": ["a < b"]}},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_tables(tmp_path: Path, text: str, expected: object) -> None:
    assert level_texts(read(tmp_path, "x.csv", text)) == expected


@pytest.mark.parametrize("ending", ["Min,Mid,Max", "Pay Min,Pay Mid,Pay Max"], ids=str)
def test_columns_of_pay_are_pay_and_no_sections(tmp_path: Path, ending: str) -> None:
    found = read(tmp_path, "x.csv", f"Level,Craft,{ending}\nL1,a,1000,2000,3000\nL2,b,2,3,4\n")
    low, *_, high = ending.split(",")
    assert [piece.text for piece in found.cards[0].pay][::2] == [f"{low}: 1000", f"{high}: 3000"]
    assert [part.name.text for part in found.cards[0].parts] == ["Craft"]


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nlevels: [*b, *b]\n",
        "levels: [[a, b], [c, d]]\n",
        "one: &o {craft: [a]}\nlevels: [*o, *o]\n",
    ],
    ids=["aliases of lists", "lists", "one mapping twice"],
)
def test_lists_of_nothing_named_are_no_levels(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"x\.yaml:1: has nothing to import"):
        import_files([path], tmp_path / "out")


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        '{"a": 1}',
        '{"host": "db.example.org", "port": 5432, "debug": true, "tags": ["a", "b"]}',
        '{"name": "web", "version": "1.2.3", "scripts": {"test": "run --ci --fast"}}',
    ],
    ids=["empty", "empty list", "a number", "settings", "package"],
)
def test_settings_that_are_named_as_levels_make_no_card(tmp_path: Path, text: str) -> None:
    path = tmp_path / "r11.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"r11\.json:1: has nothing to import.*level: P2"):
        import_files([path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "text",
    [
        '{"Craft": ["Writes tests"]}',
        '{"responsibilities": ["Code"]}',
        '{"scope": "features"}',
        '{"competencies": {"Code": ["tests"]}}',
        '{"Code": ["テストを書く"]}',
    ],
    ids=["statement", "section", "dimension", "themes", "no spaces"],
)
def test_a_card_is_of_the_level_that_its_file_is_named_for(tmp_path: Path, text: str) -> None:
    assert [card.level.text for card in read(tmp_path, "r11.json", text).cards] == ["r11"]


def test_inheritance_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "x.json", '{"levels": {"L1": {"a": ["b"]}, "L2": {"inherits": "L1"}}}')
    assert [note.piece.text for note in found.notes] == ["inherits: L1"]
    assert "is not copied" in found.notes[0].what


def test_a_theme_without_texts_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "x.yaml", "levels: {L1: {themes: [{name: Team, criteria: ~}]}}")
    assert "Team" in unplaced_texts(found)


@pytest.mark.parametrize("name", ["x.csv", "x.json"])
def test_two_tracks_at_one_rank_stay_two_cards(tmp_path: Path, name: str) -> None:
    rows = [("L1", "IC", "Writes"), ("L2", "IC", "Owns"), ("L2", "Management", "Hires")]
    if name == "x.csv":
        text = "Level,Track,Theme,Statement\n" + "".join(f"{a},{b},Craft,{c}\n" for a, b, c in rows)
    else:
        text = json.dumps([{"level": a, "track": b, "craft": [c]} for a, b, c in rows])
    (tmp_path / name).write_text(text, encoding="utf-8")
    import_files([tmp_path / name], tmp_path / "out", family="engineer")
    ladder = load_ladder(tmp_path / "out")
    assert {
        id_: [level.code for level in track.levels] for id_, track in ladder.tracks.items()
    } == {
        "ic": ["L1", "L2"],
        "management": ["L2-2"],
    }
    cards = ladder.families["engineer"].cards
    assert [len(card.sections["craft"]) for card in cards.values()] == [1, 1, 1]
    assert [card.title for card in cards.values()] == ["L1", "L2", "L2-2"]


@pytest.mark.parametrize(
    "text",
    [
        "tracks: {IC: {L1: [a], L2: [b]}, Manager: {L2: [c], L3: [d]}}",
        "ic: [{level: L1, x: [a]}, {level: L2, x: [b]}]\n"
        "manager: [{level: L2, x: [c]}, {level: L3, x: [d]}]",
    ],
    ids=["mappings", "lists by key"],
)
def test_tracks_of_one_document_keep_their_order(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    import_files([tmp_path / "x.yaml"], tmp_path / "out", family="engineer")
    tracks = load_ladder(tmp_path / "out").tracks
    codes = {id_: [each.code for each in track.levels] for id_, track in tracks.items()}
    assert codes == {"ic": ["L1", "L2"], "manager": ["L2-2", "L3"]}


def test_lists_of_levels_by_family_stay_apart(tmp_path: Path) -> None:
    text = "engineering: [{level: L1, x: [a]}]\ndesign: [{level: L1, x: [b]}]\n"
    found = read(tmp_path, "x.yaml", text)
    assert [(card.family.text if card.family else "") for card in found.cards] == [
        "engineering",
        "design",
    ]
