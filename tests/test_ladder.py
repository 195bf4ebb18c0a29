"""The ladder: the shipped one's facts, broken files and their places, and cards of every shape."""

import dataclasses
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, Verbosity, given, settings

from bot import blocks, text
from bot.answers import Answer, BrowseAnswer, CardAnswer, ask_about, card_answer
from bot.answers.quote import statements
from bot.ladder import Group, Ladder, LadderError, Statement, load_ladder
from bot.ladder.export import card_data
from bot.questions import Context
from tests.ladders import FAMILIES, LEVELS, write_ladder
from tests.strategies import answers, card_answers
from tests.support import assert_openable, assert_sendable, read

P2_TEXT = Path(__file__).parent / "data" / "ai-ml-engineer-P2.txt"


# The ladder that ships


def test_the_real_card_is_told_word_for_word_and_nothing_more(ladder: Ladder) -> None:
    """Against the text as it was pasted from the web page it stands on."""
    answer = shown(ladder, "ai-ml-engineer/P2")
    card = answer.card
    dimensions = [
        line
        for dimension in ladder.dimensions.values()
        for line in (f"- {dimension.name}", f"- {card.meaning.dimensions[dimension.id]}")
    ]
    sections = [
        line
        for section in ladder.sections.values()
        for line in (
            section.name,
            *(f"- {each}" for each in statements(card.sections[section.id])),
        )
    ]
    assert answer.soc is not None
    assert card.pay is not None
    assert P2_TEXT.read_text(encoding="utf-8").splitlines() == [
        f"{card.level.code}{card.level.code} — {card.level.name}",
        card.title,
        card.summary,
        "What this level means",
        card.meaning.summary,
        *dimensions,
        *sections,
        "Common titles",
        "".join(card.titles),
        "What it pays",
        card.pay.note,
        f"O*NET / SOC: {answer.soc.code} — {answer.soc.title} (inferred)",
    ]
    assert [len(card.sections[each]) for each in ladder.sections] == [11, 24, 3]
    assert len(card.titles) == 7
    assert (card.status, card.pay.status, answer.soc.inferred) == ("approved", "unavailable", True)
    figures = (card.pay.low, card.pay.median, card.pay.high)
    assert figures == (None, None, None)


@pytest.mark.parametrize("show", [text.full, text.markdown], ids=["text", "Markdown"])
def test_the_real_card_stands_whole_in_what_is_shown(ladder: Ladder, show: object) -> None:
    answer = shown(ladder, "ai-ml-engineer/P2")
    assert callable(show)
    said = re.sub(r"\\(.)", r"\1", show(answer))
    for line in P2_TEXT.read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith("Machine Learning II"):
            assert line.removeprefix("- ") in said
    for title in answer.card.titles:
        assert f"- {title}" in said


def test_every_family_has_a_card_at_each_of_its_levels(ladder: Ladder) -> None:
    assert ladder.default_family == "ai-ml-engineer"
    assert {each.id: (each.name, list(each.cards)) for each in ladder.families.values()} == {
        family: (name, codes) for family, (name, _, codes) in FAMILIES.items()
    }


@pytest.mark.parametrize("code", LEVELS)
def test_every_level_has_its_name_years_and_dimensions(ladder: Ladder, code: str) -> None:
    level = ladder.levels[code]
    name, least, most = LEVELS[code]
    years = level.meaning.years
    assert years is not None
    assert (level.name, years.min_years, years.max_years) == (name, least, most)
    assert years.text == f"{least}–{most} yrs"
    assert list(level.meaning.dimensions) == list(ladder.dimensions)
    assert level.meaning.summary


def test_what_the_project_wrote_itself_is_marked_a_draft(ladder: Ladder) -> None:
    approved = [card.ref for card in ladder.cards() if card.status == "approved"]
    assert approved == ["ai-ml-engineer/P2"]


def test_no_card_has_a_pay_figure(ladder: Ladder) -> None:
    for card in ladder.cards():
        assert not re.search(r"\d", text.pay_line(card.pay)), card.ref


@pytest.mark.parametrize(
    ("ref", "below", "above"),
    [
        ("ai-ml-engineer/P1", None, "P2"),
        ("ai-ml-engineer/P2", "P1", "P3"),
        ("ai-ml-engineer/P7", "P6", None),
        ("ai-ml-engineer/M1", None, "M2"),
        ("ai-ml-engineer/M4", "M3", None),
        ("data-scientist/P7", "P6", None),
    ],
)
def test_neighbors(ladder: Ladder, ref: str, below: str | None, above: str | None) -> None:
    answer = shown(ladder, ref)
    assert (answer.below and answer.below.level.code) == below
    assert (answer.above and answer.above.level.code) == above


def test_every_shipped_card_is_sendable(ladder: Ladder) -> None:
    for card in ladder.cards():
        assert_rendered(card_answer(card, ladder))


def shown(ladder: Ladder, ref: str) -> CardAnswer:
    card = ladder.card(ref)
    assert card is not None
    return card_answer(card, ladder)


def assert_rendered(answer: Answer) -> None:
    """Whole as text; as a message and as a modal inside Slack's limits."""
    message = blocks.message(answer)
    assert_sendable(message)
    assert message["blocks"]
    note = "I'm not a member of that channel. " * 3
    assert_sendable(blocks.message(answer, blocks.Offers(note=note)))
    assert_sendable(blocks.message(answer, whole=True))
    assert text.full(answer).strip()
    if isinstance(answer, CardAnswer):
        assert text.markdown(answer).startswith("# ")
        assert_openable(blocks.card_modal(answer).to_dict())


# Broken ladders

GOOD: dict[str, str | bytes] = {
    "ladder.yaml": """\
name: Test ladder
default_family: fam
dimensions:
  scope: {name: Scope}
  typical_experience: {name: Years}
sections:
  skills: {name: Skills}
tracks:
  P:
    name: Makers
    levels:
      P1: {name: One}
      P2: {name: Two, meaning: {scope: Wide}}
""",
    "fam/family.yaml": "name: Fam\n",
    "fam/P1.yaml": "level: P1\ntitle: First\n",
    "fam/P2.yaml": "level: P2\ntitle: Second\nskills: [Reading]\n",
    "sound/family.yaml": "name: Sound\n",
}


def ladder_yaml(old: str, new: str) -> dict[str, str | bytes]:
    """ladder.yaml with one part put otherwise."""
    good = GOOD["ladder.yaml"]
    assert isinstance(good, str)
    assert old in good
    return {"ladder.yaml": good.replace(old, new)}


BROKEN: dict[str, tuple[Mapping[str, str | bytes], str, str]] = {
    "unclosed list": (
        {"fam/P1.yaml": "level: P1\ntitle: [First\n"},
        r"fam/P1\.yaml:3:1",
        "not valid YAML.*check",
    ),
    "bad indentation": (
        {"fam/P1.yaml": "level: P1\n title: First\n"},
        r"fam/P1\.yaml:2:\d+",
        "not valid YAML.*check indentation",
    ),
    "tab": (
        {"fam/P1.yaml": "level: P1\nskills:\n\t- x\n"},
        r"fam/P1\.yaml:3:1",
        "not valid YAML",
    ),
    "unknown key": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nsumary: x\n"},
        r"fam/P1\.yaml:3:1",
        "unknown key `sumary:`; did you mean `summary:`",
    ),
    "unknown key like a section": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nskils: [x]\n"},
        r"fam/P1\.yaml:3:1",
        "unknown key `skils:`; did you mean `skills:`",
    ),
    "unknown key like nothing": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nqqqqq: x\n"},
        r"fam/P1\.yaml:3:1",
        "unknown key `qqqqq:`; known keys are level, title",
    ),
    "unknown key in the ladder": (
        ladder_yaml("default_family", "default_famly"),
        r"ladder\.yaml:2:1",
        "did you mean `default_family:`",
    ),
    "unknown key in a family": (
        {"fam/family.yaml": "name: Fam\nalias: [x]\n"},
        r"fam/family\.yaml:2:1",
        "did you mean `aliases:`",
    ),
    "unknown key in pay": (
        {"fam/P1.yaml": "level: P1\ntitle: First\npay:\n  nota: x\n"},
        r"fam/P1\.yaml:4:3",
        "did you mean `note:`",
    ),
    "unknown dimension of a card": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nmeaning:\n  scop: x\n"},
        r"fam/P1\.yaml:4:3",
        "did you mean `scope:`",
    ),
    "unknown dimension of a level": (
        ladder_yaml("{scope: Wide}", "{scpe: Wide}"),
        r"ladder\.yaml:13:33",
        "did you mean `scope:`",
    ),
    "no level": (
        {"fam/P1.yaml": "title: First\n"},
        r"fam/P1\.yaml:1:1",
        "has no `level:`; add it",
    ),
    "no title": (
        {"fam/P1.yaml": "level: P1\n"},
        r"fam/P1\.yaml:1:1",
        "has no `title:`; add it",
    ),
    "no name of a family": (
        {"fam/family.yaml": "aliases: [x]\n"},
        r"fam/family\.yaml:1:1",
        "has no `name:`; add it",
    ),
    "no tracks": (
        {"ladder.yaml": "name: x\ndimensions: {}\nsections: {}\n"},
        r"ladder\.yaml:1:1",
        "has no `tracks:`; add it",
    ),
    "a track without levels": (
        {
            "ladder.yaml": "name: x\ndimensions: {}\nsections: {}\n"
            "tracks:\n  P: {name: P, levels: {}}\n"
        },
        r"ladder\.yaml:5:\d+",
        "at least 1",
    ),
    "a level that no track has": (
        {"fam/P1.yaml": "level: P9\ntitle: First\n"},
        r"fam/P1\.yaml:1:8",
        "no track has: 'P9'; the levels are P1, P2",
    ),
    "two cards for a level": (
        {"fam/other.yaml": "level: P1\ntitle: Other\n"},
        r"fam/\w+\.yaml:1:8",
        r"second card for P1, beside \w+\.yaml; keep one",
    ),
    "a title that two cards claim": (
        {
            "fam/P1.yaml": "level: P1\ntitle: First\ntitles: [Same]\n",
            "fam/P2.yaml": "level: P2\ntitle: Second\ntitles:\n  - Same\n",
        },
        r"fam/P[12]\.yaml:\d+:\d+",
        "Same",
    ),
    "one code for two levels": (
        ladder_yaml("P2: {name: Two", "P2: {name: Two}\n      p-1: {name: Three"),
        r"ladder\.yaml:14:7",
        "same code as P1; give each level a code of its own",
    ),
    "alias": (
        {"fam/P1.yaml": "level: P1\ntitle: &t First\nsummary: *t\n"},
        r"fam/P1\.yaml:3:\d+",
        "alias.*write the text out",
    ),
    "merge key": (
        {"fam/P1.yaml": "level: P1\ntitle: First\npay: &p {note: x}\nmeaning:\n  <<: *p\n"},
        r"fam/P1\.yaml:5:\d+",
        "alias",
    ),
    "a key twice": (
        {"fam/P1.yaml": "level: P1\ntitle: First\ntitle: Again\n"},
        r"fam/P1\.yaml:3:1",
        "repeats the key 'title'; keep one",
    ),
    "a list as a key": (
        {"fam/P1.yaml": "level: P1\ntitle: First\n[a]: b\n"},
        r"fam/P1\.yaml:3:1",
        "used as a key; use a word",
    ),
    "not UTF-8": (
        {"fam/P1.yaml": b"level: P1\ntitle: caf\xe9\n"},
        r"fam/P1\.yaml:2:11",
        "not UTF-8 here; save the file",
    ),
    "null byte": (
        {"fam/P1.yaml": b"level: P1\ntitle: a\x00b\n"},
        r"fam/P1\.yaml:\d+:\d+",
        "not valid YAML",
    ),
    "over 1 MB": (
        {"fam/P1.yaml": "level: P1\ntitle: First\n#" + "x" * 1_000_000 + "\n"},
        r"fam/P1\.yaml:1:1",
        "has 1,000,025 bytes, more than 1,000,000; split it",
    ),
    "nested too deeply": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nskills: " + "[" * 5_000 + "]" * 5_000 + "\n"},
        r"fam/P1\.yaml:\d+:\d+",
        "nested too deeply",
    ),
    "a Python object": (
        {"fam/P1.yaml": "level: P1\ntitle: !!python/object/apply:os.getcwd []\n"},
        r"fam/P1\.yaml:2:\d+",
        "not text|can't be read",
    ),
    "two documents": (
        {"fam/P1.yaml": "level: P1\ntitle: First\n---\nlevel: P2\n"},
        r"fam/P1\.yaml:3:1",
        "not valid YAML",
    ),
    "empty file": (
        {"fam/P1.yaml": ""},
        r"fam/P1\.yaml:1:1",
        "not a mapping.*start with",
    ),
    "a list": (
        {"fam/P1.yaml": "- level: P1\n"},
        r"fam/P1\.yaml:1:1",
        "not a mapping",
    ),
    "only a comment": (
        {"fam/P1.yaml": "# soon\n"},
        r"fam/P1\.yaml:1:1",
        "not a mapping",
    ),
    "a number for a title": (
        {"fam/P1.yaml": "level: P1\ntitle: 12\n"},
        r"fam/P1\.yaml:2:8",
        "not text; put it in quotes",
    ),
    "yes for a title": (
        {"fam/P1.yaml": "level: P1\ntitle: yes\n"},
        r"fam/P1\.yaml:2:8",
        "not text; put it in quotes",
    ),
    "a date for a title": (
        {"fam/P1.yaml": "level: P1\ntitle: 2026-11-22\n"},
        r"fam/P1\.yaml:2:8",
        "not text; put it in quotes",
    ),
    "a date that is none": (
        {"fam/P1.yaml": "level: P1\ntitle: 2026-13-45\n"},
        r"fam/P1\.yaml:2:8",
        "put it in quotes",
    ),
    "a list for a title": (
        {"fam/P1.yaml": "level: P1\ntitle: [First]\n"},
        r"fam/P1\.yaml:2:8",
        "not text",
    ),
    "text for a list": (
        {"fam/P1.yaml": "level: P1\ntitle: First\ntitles: One, Two\n"},
        r"fam/P1\.yaml:3:9",
        "wrong|not a list",
    ),
    "text for a section": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nskills: Reading\n"},
        r"fam/P1\.yaml:3:9",
        "wrong|not a list",
    ),
    "a number in a section": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nskills:\n  - Reading\n  - 12\n"},
        r"fam/P1\.yaml:5:5",
        "not text; put it in quotes",
    ),
    "unknown key in a statement": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nskills:\n  - {text: Reading, exmples: [x]}\n"},
        r"fam/P1\.yaml:4:\d+",
        "did you mean `examples:`",
    ),
    "unknown key in a group": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nskills:\n  - {group: All, itms: [x]}\n"},
        r"fam/P1\.yaml:4:\d+",
        "did you mean `items:`",
    ),
    "empty title": (
        {"fam/P1.yaml": "level: P1\ntitle: ''\n"},
        r"fam/P1\.yaml:2:8",
        "is empty; write something",
    ),
    "blank statement": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nskills:\n  - '   '\n"},
        r"fam/P1\.yaml:4:5",
        "is empty",
    ),
    "status of another kind": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nstatus: final\n"},
        r"fam/P1\.yaml:3:9",
        "'approved' or 'draft'",
    ),
    "a pay figure that is text": (
        {"fam/P1.yaml": "level: P1\ntitle: First\npay:\n  low: lots\n"},
        r"fam/P1\.yaml:4:8",
        "wrong|not",
    ),
    "years where text is": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nmeaning:\n  scope: {min_years: 1}\n"},
        r"fam/P1\.yaml:4:10",
        "range of years",
    ),
    "text where years are": (
        {"fam/P1.yaml": "level: P1\ntitle: First\nmeaning:\n  typical_experience: a few\n"},
        r"fam/P1\.yaml:4:23",
        "not a range of years; only",
    ),
    "a family folder without its file": (
        {"new/P1.yaml": "level: P1\ntitle: First\n"},
        r"new/family\.yaml:1:1",
        "can't be read",
    ),
    "a folder for a card": (
        {"fam/P3.yaml/x": ""},
        r"fam/P3\.yaml:1:1",
        "can't be read",
    ),
    "unknown default family": (
        ladder_yaml("default_family: fam", "default_family: gone"),
        r"ladder\.yaml:2:17",
        "no folder: 'gone'; the families are fam, sound",
    ),
}


@pytest.mark.parametrize(("files", "place", "words"), BROKEN.values(), ids=BROKEN)
def test_a_broken_ladder_is_told_with_its_place(
    tmp_path: Path, files: Mapping[str, str | bytes], place: str, words: str
) -> None:
    problems = problems_of(write_ladder(tmp_path, {**GOOD, **files}))
    assert len(problems) == 1, problems
    assert re.search(place + ": ", problems[0]), problems[0]
    assert re.search(words, problems[0]), problems[0]


def problems_of(folder: Path) -> list[str]:
    """The problems of a ladder that does not load, without the folder's name."""
    with pytest.raises(LadderError) as caught:
        load_ladder(folder)
    told = [str(problem) for problem in caught.value.problems]
    assert str(caught.value).splitlines() == told
    for line in told:
        assert re.fullmatch(r".+?:\d+:\d+: \S.*", line), line
    return [line.replace(f"{folder}/", "") for line in told]


def test_the_good_ladder_is_sound(tmp_path: Path) -> None:
    ladder = load_ladder(write_ladder(tmp_path, GOOD))
    assert [card.ref for card in ladder.cards()] == ["fam/P1", "fam/P2"]
    assert ladder.families["sound"].name == "Sound"


def test_every_problem_is_told_not_only_the_first(tmp_path: Path) -> None:
    problems = problems_of(
        write_ladder(
            tmp_path,
            {
                **GOOD,
                "fam/P1.yaml": "titel: First\nsummary: 12\nskills: x\n",
                "fam/P2.yaml": "level: P9\ntitle: Second\n",
                "fam/P3.yaml": "level: [\n",
                "other/family.yaml": "nam: Other\n",
            },
        )
    )
    for place in (
        "fam/P1.yaml:1:1: has no `level:`",
        "fam/P1.yaml:1:1: has the unknown key `titel:`",
        "fam/P1.yaml:2:10: ",
        "fam/P1.yaml:3:9: ",
        "fam/P2.yaml:1:8: ",
        "fam/P3.yaml:2:1: ",
        "other/family.yaml:1:1: has the unknown key `nam:`",
    ):
        assert any(line.startswith(place) for line in problems), (place, problems)


def test_a_broken_family_is_not_called_missing(tmp_path: Path) -> None:
    """The only family has a file, and it says what is wrong with it."""
    alone = {name: content for name, content in GOOD.items() if not name.startswith("sound/")}
    problems = problems_of(write_ladder(tmp_path, {**alone, "fam/family.yaml": "nam: Fam\n"}))
    assert {line.partition(":")[0] for line in problems} == {"fam/family.yaml"}


def test_no_ladder_file(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path)
    assert re.match(
        r"ladder\.yaml:1:1: can't be read \(no such file.*\); \S", problem, re.IGNORECASE
    )


def test_no_family(tmp_path: Path) -> None:
    (problem,) = problems_of(write_ladder(tmp_path, {"ladder.yaml": GOOD["ladder.yaml"]}))
    assert re.match(r"ladder\.yaml:\d+:\d+: has no family beside it; add a folder", problem)


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_level_data_that_is_no_folder(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "levels"
    if kind == "file":
        path.write_text("name: x", encoding="utf-8")
    with pytest.raises(LadderError, match=r":1:1: is not a folder; set LEVEL_DATA"):
        load_ladder(path)


@pytest.mark.parametrize("name", ["fam/P1.yaml", "fam/family.yaml", "ladder.yaml"])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = write_ladder(tmp_path / "ladder", GOOD)
    outside = tmp_path / "outside.yaml"
    (folder / name).rename(outside)
    (folder / name).symlink_to(outside)
    (problem,) = problems_of(folder)
    assert problem.startswith(f"{name}:1:1: links to a file outside of")


def test_a_linked_family_folder_is_refused(tmp_path: Path) -> None:
    folder = write_ladder(tmp_path / "ladder", GOOD)
    write_ladder(tmp_path / "else", {"family.yaml": "name: x\n", "P1.yaml": GOOD["fam/P1.yaml"]})
    (folder / "linked").symlink_to(tmp_path / "else")
    problems = problems_of(folder)
    assert problems
    assert all(re.match(r"linked\b.*:1:1: .*outside", line) for line in problems), problems


def test_a_link_within_the_folder_is_read(tmp_path: Path) -> None:
    folder = write_ladder(tmp_path, GOOD)
    (folder / "fam" / "P1.yaml").rename(folder / "first.yml")
    (folder / "fam" / "P1.yaml").symlink_to(folder / "first.yml")
    assert load_ladder(folder).card("fam/P1")


# Ladders of other shapes


def test_hidden_folders_and_other_files_are_left_alone(tmp_path: Path) -> None:
    more = {".git/config": "x", "README.md": "x", "fam/notes.txt": "x", ".drafts/P1.yaml": "["}
    ladder = load_ladder(write_ladder(tmp_path, {**GOOD, **more}))
    assert list(ladder.families) == ["fam", "sound"]


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbflevel: P1\r\ntitle: First\r\n"
    card = load_ladder(write_ladder(tmp_path, {**GOOD, "fam/P1.yaml": windows})).card("fam/P1")
    assert card is not None
    assert card.title == "First"


def test_a_gap_between_levels_is_skipped(tmp_path: Path) -> None:
    codes = "\n".join(f"      P{n}: {{name: Level {n}}}" for n in range(1, 6))
    ladder = load_ladder(
        write_ladder(
            tmp_path,
            {
                "ladder.yaml": "name: x\ndimensions: {}\nsections: {}\n"
                f"tracks:\n  P:\n    name: P\n    levels:\n{codes}\n",
                "fam/family.yaml": "name: Fam\n",
                "fam/P4.yaml": "level: P4\ntitle: Fourth\n",
                "fam/P2.yaml": "level: P2\ntitle: Second\n",
            },
        )
    )
    answer = shown(ladder, "fam/P2")
    assert answer.below is None
    assert answer.above is not None
    assert answer.above.level.code == "P4"
    assert list(ladder.families["fam"].cards) == ["P2", "P4"], "in the order of the track"


RICH: dict[str, str | bytes] = {
    "ladder.yaml": """\
name: Rich ladder
version: "7"
dimensions:
"""
    + "".join(f"  pillar_{n}: {{name: 'Pillar {n} & <co>'}}\n" for n in range(1, 13))
    + """\
sections:
  themes: {name: Themes, also: [topics]}
  competencies: {name: Competencies}
  empty: {name: Nothing here}
tracks:
  IC:
    name: Makers
    levels:
      IC1:
        name: One
        meaning:
"""
    + "".join(f"          pillar_{n}: Says {n}.\n" for n in range(1, 13)),
    "fam/family.yaml": "name: Fam\n",
    "fam/one.yaml": """\
level: IC1
title: The One
meaning:
  pillar_3: Says otherwise.
themes:
  - Plain statement
  - text: With examples
    examples: [this & that, "<here>"]
  - group: Together
    items:
      - First of them
      - {text: Second of them, examples: [such]}
competencies:
  - group: Empty group
    items: []
""",
}


def test_own_dimensions_and_sections_groups_and_examples(tmp_path: Path) -> None:
    ladder = load_ladder(write_ladder(tmp_path, RICH))
    answer = shown(ladder, "fam/IC1")
    assert answer.card.sections["themes"] == (
        Statement("Plain statement"),
        Statement("With examples", ("this & that", "<here>")),
        Group("Together", (Statement("First of them"), Statement("Second of them", ("such",)))),
    )
    said = text.full(answer)
    for shown_text in (said, read(blocks.card_modal(answer).to_dict()["blocks"])):
        for n in range(1, 13):
            assert f"Pillar {n} & <co>" in shown_text
            assert ("Says otherwise." if n == 3 else f"Says {n}.") in shown_text
        assert "Plain statement" in shown_text
        assert "With examples (this & that; <here>)" in shown_text
        assert "Together: First of them" in shown_text
        assert "Together: Second of them (such)" in shown_text
    assert_rendered(answer)
    whole = blocks.message(answer, whole=True)["blocks"]
    fields = [field for block in whole for field in block.get("fields", [])]
    assert len(fields) == 12
    data = card_data(answer.card, list(ladder.sections))
    assert data["themes"] == [
        "Plain statement",
        {"text": "With examples", "examples": ["this & that", "<here>"]},
        {
            "group": "Together",
            "items": ["First of them", {"text": "Second of them", "examples": ["such"]}],
        },
    ]
    assert data["empty"] == []
    assert data["meaning"]["pillar_3"] == "Says otherwise."


def test_a_section_of_an_empty_group_is_sendable(ladder: Ladder) -> None:
    """A section that has an entry, and no line."""
    answer = shown(ladder, "ai-ml-engineer/P2")
    card = dataclasses.replace(answer.card, sections={"skills": (Group("Later", ()),)})
    assert_rendered(dataclasses.replace(answer, card=card))


def test_a_level_that_is_only_named_says_so(tmp_path: Path) -> None:
    answer = shown(load_ladder(write_ladder(tmp_path, GOOD)), "fam/P1")
    assert not answer.card.written
    assert text.NOT_WRITTEN in text.full(answer)
    assert text.NOT_WRITTEN in read(blocks.message(answer)["blocks"])
    assert_rendered(answer)


def test_a_card_with_pay_figures_shows_them(tmp_path: Path) -> None:
    paid = """\
level: P1
title: First
summary: s
pay: {low: 100000, median: 120000.5, high: 150000, currency: USD, period: year,
      as_of: 2026-01-01, source: Survey}
"""
    answer = shown(load_ladder(write_ladder(tmp_path, {**GOOD, "fam/P1.yaml": paid})), "fam/P1")
    line = "low 100,000 USD, median 120,000 USD, high 150,000 USD per year"
    assert line in text.full(answer)
    for told in ("as of 2026-01-01", "source: Survey"):
        assert told in text.full(answer)
    assert line in read(blocks.message(answer)["blocks"])


def test_a_huge_card_is_still_sendable(tmp_path: Path) -> None:
    many = "\n".join(f"  - {n} {'word & <more> ' * 64}" for n in range(300))
    assert len(many.splitlines()[0]) > 850
    huge = f"level: P1\ntitle: First\nsummary: {'long ' * 2_000}\nskills:\n{many}\n"
    answer = shown(load_ladder(write_ladder(tmp_path, {**GOOD, "fam/P1.yaml": huge})), "fam/P1")
    assert_rendered(answer)
    said = read(blocks.card_modal(answer).to_dict()["blocks"])
    assert "left out" in said, "what does not fit is counted"


def test_a_ladder_of_a_thousand_families_is_sendable(tmp_path: Path) -> None:
    """As large as O*NET: 1,016 occupations."""
    files: dict[str, str | bytes] = {
        "ladder.yaml": ladder_yaml("default_family: fam\n", "")["ladder.yaml"]
    }
    for n in range(1_016):
        files[f"family-{n}/family.yaml"] = f"name: Occupation number {n} & its long name\n"
        files[f"family-{n}/P1.yaml"] = f"level: P1\ntitle: Occupation {n} beginner\n"
    ladder = load_ladder(write_ladder(tmp_path, files))
    ask = ask_about(ladder)
    browse = ask("what levels are there?", Context())
    assert isinstance(browse, BrowseAnswer)
    for question in ("what levels are there?", "help", "xyzzy", "P1", "Occupation 7 beginner"):
        assert_rendered(ask(question, Context()))


# Its version


def git(folder: Path, *arguments: str) -> None:
    """Run git in `folder`, whoever is at this machine."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
    command = ["git", *who, "-c", "commit.gpgsign=false", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_the_version_is_the_git_revision_and_names_later_edits(tmp_path: Path) -> None:
    folder = write_ladder(tmp_path / "levels", GOOD)
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "First")
    committed = load_ladder(folder).version
    assert re.fullmatch(r"[0-9a-f]{7,} of \d{4}-\d\d-\d\d", committed)
    (tmp_path / "elsewhere.txt").write_text("not the ladder's", encoding="utf-8")
    assert load_ladder(folder).version == committed
    write_ladder(folder, {"fam/P1.yaml": "level: P1\ntitle: Edited\n"})
    assert load_ladder(folder).version == f"{committed}, edited since"


def test_the_version_without_git_is_the_day_of_the_newest_file(tmp_path: Path) -> None:
    folder = write_ladder(tmp_path, GOOD)
    for path in folder.rglob("*.yaml"):
        os.utime(path, (0, 0))
    os.utime(folder / "fam" / "P2.yaml", (86_400 * 365, 86_400 * 365))
    assert load_ladder(folder).version == "1971-01-01"


def test_a_version_of_its_own_comes_first(tmp_path: Path) -> None:
    ladder = load_ladder(write_ladder(tmp_path, RICH | {"fam/one.yaml": "level: IC1\ntitle: x\n"}))
    assert ladder.version == "7"


# Anything that a ladder can hold


SOME = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
if os.environ.get("HYPOTHESIS_PROFILE") != "search":
    # To make a failing card small takes minutes, and to print it whole takes pages: a failure is
    # only told here. HYPOTHESIS_PROFILE=search shows the smallest card that fails.
    phases = [Phase.explicit, Phase.generate]
    SOME = settings(SOME, max_examples=40, phases=phases, verbosity=Verbosity.quiet)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@given(card_answers())
@SOME
def test_any_card_whatsoever_is_sendable(answer: CardAnswer) -> None:
    assert_rendered(answer)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@given(answers)
@SOME
def test_any_answer_whatsoever_is_sendable(answer: Answer) -> None:
    assert_rendered(answer)
