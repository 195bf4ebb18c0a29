"""CSV and its kin, each quirk in a file of its own kind."""

import csv
import io
from pathlib import Path

import pytest

from bot.ladder.importers import tables
from bot.ladder.importers.found import Found, UnreadableError
from bot.ladder.importers.source_text import decode

from .reading import assert_all_there, level_texts, unplaced_texts

DATA = Path(__file__).parent / "data"


def write(tmp_path: Path, text: str, name: str = "ladder.csv", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def read(tmp_path: Path, text: str, name: str = "ladder.csv") -> Found:
    return tables.read(write(tmp_path, text, name))


QUIRKS = {
    "levels as columns": (
        "Competency,IC1,IC2\nCoding,Writes tests,Writes systems\nTalking,Asks,Tells\n",
        {
            "IC1": {"Coding": ["Writes tests"], "Talking": ["Asks"]},
            "IC2": {"Coding": ["Writes systems"], "Talking": ["Tells"]},
        },
    ),
    "levels as rows": (
        "Level,Coding,Talking\nLevel 3,Writes tests,Asks\nLevel 5,Writes systems,Tells\n",
        {
            "Level 3": {"Coding": ["Writes tests"], "Talking": ["Asks"]},
            "Level 5": {"Coding": ["Writes systems"], "Talking": ["Tells"]},
        },
    ),
    "levels as rows, not in the first column": (
        "Coding,Grade,Talking\nWrites tests,TL3,Asks\nWrites systems,TL4,Tells\n",
        {
            "TL3": {"Coding": ["Writes tests"], "Talking": ["Asks"]},
            "TL4": {"Coding": ["Writes systems"], "Talking": ["Tells"]},
        },
    ),
    "one word grades, one title without a grade": (
        "Skill,Junior Engineer,Engineer,Senior Engineer\nCoding,a b,c d,e f\n",
        {
            "Junior Engineer": {"Coding": ["a b"]},
            "Engineer": {"Coding": ["c d"]},
            "Senior Engineer": {"Coding": ["e f"]},
        },
    ),
    "slugs": (
        "theme,senior-1,senior-2-ic,senior-2-pm\nTeam,one,two,three\n",
        {
            "senior-1": {"Team": ["one"]},
            "senior-2-ic": {"Team": ["two"]},
            "senior-2-pm": {"Team": ["three"]},
        },
    ),
    "roman grades": (
        "Skill,I,II,III\nCoding,one thing,two things,three things\n",
        {
            "I": {"Coding": ["one thing"]},
            "II": {"Coding": ["two things"]},
            "III": {"Coding": ["three things"]},
        },
    ),
    "years": (
        "Area,0-2 years,3-5 years,6+ years\nCraft,learns,does,teaches\n",
        {
            "0-2 years": {"Craft": ["learns"]},
            "3-5 years": {"Craft": ["does"]},
            "6+ years": {"Craft": ["teaches"]},
        },
    ),
    "title rows, empty rows and an empty column": (
        "Acme ladder,,,\n,,,\nArea,,D1,D2\n,,,\nCraft,,draws,directs\n,,,\nCare,,asks,tells\n",
        {
            "D1": {"Craft": ["draws"], "Care": ["asks"]},
            "D2": {"Craft": ["directs"], "Care": ["tells"]},
        },
    ),
    "themes and their own themes": (
        "Theme,Skill,P1,P2\nCraft,Code,a one,a two\n,Tests,b one,b two\nPeople,Talk,c one,c two\n",
        {
            "P1": {
                "Craft": [{"Code": ["a one"]}, {"Tests": ["b one"]}],
                "People": [{"Talk": ["c one"]}],
            },
            "P2": {
                "Craft": [{"Code": ["a two"]}, {"Tests": ["b two"]}],
                "People": [{"Talk": ["c two"]}],
            },
        },
    ),
    "rows that part the table": (
        "Skill,P1,P2\nCRAFT,,\nCode,a one,a two\nTests,b one,b two\nPEOPLE,,\nTalk,c one,c two\n",
        {
            "P1": {
                "CRAFT": [{"Code": ["a one"]}, {"Tests": ["b one"]}],
                "PEOPLE": [{"Talk": ["c one"]}],
            },
            "P2": {
                "CRAFT": [{"Code": ["a two"]}, {"Tests": ["b two"]}],
                "PEOPLE": [{"Talk": ["c two"]}],
            },
        },
    ),
    "further rows of one theme": (
        "Skill,P1,P2\nCode,first,second\n,third,fourth\nTalk,fifth,\n",
        {
            "P1": {"Code": ["first", "third"], "Talk": ["fifth"]},
            "P2": {"Code": ["second", "fourth"]},
        },
    ),
    "lists in cells": (
        'Skill,P1,P2\nCode,"- Writes\n- Tests, reviews","• One • Two • Three"\n'
        'Talk,Asks; listens; writes,"Owns the plan; however, others decide."\n',
        {
            "P1": {"Code": ["Writes", "Tests, reviews"], "Talk": ["Asks", "listens", "writes"]},
            "P2": {
                "Code": ["One", "Two", "Three"],
                "Talk": ["Owns the plan; however, others decide."],
            },
        },
    ),
    "examples stay with their statement": (
        'Skill,P1,P2\nCode,"Writes code\ne.g. a parser",'
        '"Reviews\nExamples:\n- a patch\n- a plan"\n',
        {
            "P1": {"Code": [("Writes code", ["e.g. a parser"])]},
            "P2": {"Code": [("Reviews", ["a patch", "a plan"])]},
        },
    ),
    "ragged rows": (
        "Skill,P1,P2,P3\nCode,one\nTalk,two,three\n",
        {"P1": {"Code": ["one"], "Talk": ["two"]}, "P2": {"Talk": ["three"]}, "P3": {}},
    ),
    "dimensions are phrases": (
        "Area,P1,P2\nScope,Own tasks; small fixes,Features\nCode,one,two\n",
        {
            "P1": {"Scope": "Own tasks; small fixes", "Code": ["one"]},
            "P2": {"Scope": "Features", "Code": ["two"]},
        },
    ),
    "a block for each theme": (
        "Craft,P1,P2\nCode,a one,a two\n\nPeople,P1,P2\nTalk,b one,b two\n",
        {
            "P1": {"Craft": [{"Code": ["a one"]}], "People": [{"Talk": ["b one"]}]},
            "P2": {"Craft": [{"Code": ["a two"]}], "People": [{"Talk": ["b two"]}]},
        },
    ),
    "one statement a row": (
        "level,theme,statement,example\nM1,Team,Hires,A loop\nM1,Team,Coaches,\nM2,Team,Plans,\n",
        {"M1": {"Team": [("Hires", ["A loop"]), "Coaches"]}, "M2": {"Team": ["Plans"]}},
    ),
    "one level alone": (
        'Level,P2\nScope,Features\nSkills,"Python\nSQL"\n',
        {"P2": {"Scope": "Features", "Skills": ["Python", "SQL"]}},
    ),
    "words of the ladder's own, as rows": (
        "Level,Impact,Craft\nExplorer,a b,c d\nGuide,e f,g h\n",
        {
            "Explorer": {"Impact": "a b", "Craft": ["c d"]},
            "Guide": {"Impact": "e f", "Craft": ["g h"]},
        },
    ),
    "words of the ladder's own, as columns": (
        "Competency,Explorer,Guide\nCare,a b,c d\nCraft,e f,g h\n",
        {
            "Explorer": {"Care": ["a b"], "Craft": ["e f"]},
            "Guide": {"Care": ["c d"], "Craft": ["g h"]},
        },
    ),
    "proficiencies in the cells are no levels": (
        "Skill,Junior,Senior\nGit,Basic,Advanced\nSQL,Basic,Expert\nGo,Novice,Proficient\n",
        {
            "Junior": {"Git": ["Basic"], "SQL": ["Basic"], "Go": ["Novice"]},
            "Senior": {"Git": ["Advanced"], "SQL": ["Expert"], "Go": ["Proficient"]},
        },
    ),
}


@pytest.mark.parametrize(("text", "expected"), QUIRKS.values(), ids=QUIRKS.keys())
def test_every_text_stands_at_its_own_level(
    tmp_path: Path, text: str, expected: dict[str, object]
) -> None:
    assert level_texts(read(tmp_path, text)) == expected


@pytest.mark.parametrize(
    "delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "pipe"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_delimiter_and_encoding_are_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["Area", "P1", "P2"],
        ["Craft", "“Small” tasks, well done", "Owns what’s hard – and more"],
        ["People", "Asks", "Tells"],
    ]
    lines = [delimiter.join(f'"{f}"' if delimiter in f else f for f in row) for row in rows]
    found = tables.read(write(tmp_path, "\r\n".join(lines), encoding=encoding))
    assert level_texts(found) == {
        "P1": {"Craft": ["“Small” tasks, well done"], "People": ["Asks"]},
        "P2": {"Craft": ["Owns what’s hard – and more"], "People": ["Tells"]},
    }


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.name)
def test_no_text_of_a_real_file_is_lost(path: Path) -> None:
    text = decode(str(path), path.read_bytes())
    delimiter = ";" if ";" in text.splitlines()[0] else ","
    fields = [field for row in csv.reader(io.StringIO(text), delimiter=delimiter) for field in row]
    found = tables.read(path)
    assert found.cards
    assert_all_there(found, (field for field in fields if field.strip()))


def test_fields_of_a_card_are_told_apart(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Level,Job family,Track,Title,Summary,Common titles,Salary,Scope\n"
        'P1,Data,IC,Analyst,Learns,"Analyst I\nData Analyst",10-20k,Tasks\n'
        "P2,Data,IC,Senior Analyst,Leads,Analyst II,20-30k,Features\n",
    )
    card = found.cards[1]
    assert card.title is not None
    assert card.family is not None
    assert card.track is not None
    assert (card.title.text, card.family.text, card.track.text) == ("Senior Analyst", "Data", "IC")
    assert [piece.text for piece in card.summary] == ["Leads"]
    assert [piece.text for piece in found.cards[0].titles] == ["Analyst I", "Data Analyst"]
    assert [piece.text for piece in card.pay] == ["20-30k"]


def test_pieces_tell_their_place(tmp_path: Path) -> None:
    path = write(tmp_path, 'Area,P1,P2\nCraft,"one\ntwo",three\nPeople,four,five\n')
    part = tables.read(path).cards[1].parts[1]
    entry = part.entries[0]
    assert (part.name.file, part.name.line, part.name.place) == (str(path), 4, "A3")
    assert entry == type(entry)(type(part.name)("five", str(path), 4, "C3"))


def test_a_group_row_above_names_the_tracks(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ",Individual contributors,,Management,\nArea,P4,P5,M1,M2\nCraft,a x,b x,c x,d x\n",
    )
    tracks = [card.track.text if card.track else None for card in found.cards]
    assert tracks == ["Individual contributors"] * 2 + ["Management"] * 2


def test_two_levels_of_one_title_stay_two_cards(tmp_path: Path) -> None:
    found = read(tmp_path, "Area,Engineer,Senior Engineer,Senior Engineer\nCraft,one,two,three\n")
    assert [card.level.text for card in found.cards] == [
        "Engineer",
        "Senior Engineer",
        "Senior Engineer",
    ]
    assert [card.parts[0].entries[0].text.text for card in found.cards] == ["one", "two", "three"]  # type: ignore[union-attr]


def test_a_family_for_each_block(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Engineering\nArea,L1,L2\nCraft,a x,b x\n\nDesign\nArea,L1,L2\nCraft,c x,d x\n",
    )
    cards = [(card.family.text if card.family else "", card.level.text) for card in found.cards]
    assert cards == [
        ("Engineering", "L1"),
        ("Engineering", "L2"),
        ("Design", "L1"),
        ("Design", "L2"),
    ]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Acme 2024\nArea,P1,P2\nCraft,a x,b x\n", "Acme 2024"),
        ("Area,P1,P2,Notes\nCraft,a x,b x,ask Ann\n", "ask Ann"),
        ("Area,Definition,P1,P2\nCraft,How we make things,a x,b x\n", "How we make things"),
        ("Area,P1,P2\nCraft,a x,-\n", "-"),
        ("Area,P1,P2\nCraft,a x,b x\n\nOwned by the People team\n", "Owned by the People team"),
        ("level,theme,statement\nP1,A,x y\nP1,B,z\n,B,of no level\nP2,A,w\n", "of no level"),
        ("name,city\nAnn,Oslo\n", "Oslo"),
    ],
    ids=["title", "notes", "definition", "dash", "footer", "row without a level", "no ladder"],
)
def test_what_no_level_has_is_told(tmp_path: Path, text: str, lost: str) -> None:
    found = read(tmp_path, text)
    assert lost in unplaced_texts(found)
    assert lost not in str(level_texts(found))


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"", 1, "is empty"),
        (b"a,b\n\x00\x01\x02,c\n", 2, "is not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 2, "is not text"),
        (b'Area,P1,P2\nCraft,"open,b\nPeople,c,d\n', 2, "never closed"),
        (b'Area,P1,P2\nCraft,"shut" and on,b\n', 2, "double the quotes"),
        ("Area,P1\nCraft,café – “ok”".encode() + b"\xff", 2, "save the file again as UTF-8"),
    ],
    ids=["empty", "nulls", "a picture", "open quote", "text behind a quote", "broken UTF-8"],
)
def test_a_broken_file_is_told_with_its_line(
    tmp_path: Path, data: bytes, line: int, words: str
) -> None:
    path = tmp_path / "broken.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        tables.read(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert words in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="can't be read"):
        tables.read(tmp_path / "none.csv")


def test_quotes_in_pasted_tabs_are_only_quotes(tmp_path: Path) -> None:
    text = 'Area\tP1\tP2\nCraft\t"Small" tasks\tlarge ones\n'
    assert level_texts(read(tmp_path, text, "pasted.tsv"))["P1"] == {"Craft": ['"Small" tasks']}
