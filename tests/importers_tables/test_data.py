"""YAML and JSON of the shapes that public and company ladders have."""

from pathlib import Path

import pytest

from bot.ladder.importers import data
from bot.ladder.importers.found import UnreadableError
from bot.ladder.importers.tree import leaves, parse_yaml

from .reading import assert_all_there, level_texts, unplaced_texts

DATA = Path(__file__).parent / "data"


def write(tmp_path: Path, text: str, name: str = "ladder.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


SHAPES = {
    "levels by code": (
        """
        levels:
          P2: {scope: Features, skills: [Python, SQL]}
          P3: {competencies: {Talking: [Writes, Speaks], Delivery: Ships}}
        """,
        {
            "P2": {"scope": "Features", "skills": ["Python", "SQL"]},
            "P3": {"Talking": ["Writes", "Speaks"], "Delivery": ["Ships"]},
        },
    ),
    "a list of levels": (
        """
        levels:
          - {name: Level 1, expectations: [Learns]}
          - {name: Level 3, expectations: [Leads]}
        """,
        {"Level 1": {"expectations": ["Learns"]}, "Level 3": {"expectations": ["Leads"]}},
    ),
    "themes with levels": (
        """
        themes:
          - name: Craft
            description: How we make things
            levels: {IC1: [Writes, Tests], IC2: Designs}
          - name: People
            levels: {IC2: [Talks]}
        """,
        {
            "IC1": {"Craft": ["Writes", "Tests"]},
            "IC2": {"Craft": ["Designs"], "People": ["Talks"]},
        },
    ),
    "topics with criteria": (
        """
        levels: 4
        topics:
          - name: talk
            title: Talking
            content:
              - level: 1
                criteria: [Asks]
                exampleCriteria:
                  - criteria: Finds help
                    examples: [in a thread, at a desk]
              - {level: 2, criteria: [Tells]}
          - title: Impact
            content:
              - {level: 2, criteria: [Ships]}
        """,
        {
            "1": {"Talking": ["Asks", ("Finds help", ["in a thread", "at a desk"])]},
            "2": {"Talking": ["Tells"], "Impact": ["Ships"]},
        },
    ),
    "levels and themes that records refer to": (
        """
        levels:
          - {id: junior, name: Junior Maker}
          - {id: senior-2-ic, name: Senior Maker 2 (IC)}
        themes:
          - {id: team, name: Team work, summary: How we work}
        competencies:
          - {id: ab-1, level: senior-2-ic, theme: team, summary: Guides, examples: [a plan]}
          - {id: ab-2, level: junior, theme: team, summary: Listens}
        """,
        {
            "junior": {"Team work": ["Listens"]},
            "senior-2-ic": {"Team work": [("Guides", ["a plan"])]},
        },
    ),
    "tracks with milestones": (
        """
        tracks:
          MOBILE:
            displayName: Mobile
            milestones:
              - {summary: Works, signals: [one, two], examples: [an app]}
              - {summary: Leads, signals: [three], examples: []}
        """,
        {
            "Milestone 1": {"Mobile": [("Works", ["an app"]), {"signals": ["one", "two"]}]},
            "Milestone 2": {"Mobile": ["Leads", {"signals": ["three"]}]},
        },
    ),
    "records": (
        """
        - {family: Making, level: L1, section: Craft, text: Writes}
        - {family: Making, level: L2, section: Craft, text: Leads}
        """,
        {"L1": {"Craft": ["Writes"]}, "L2": {"Craft": ["Leads"]}},
    ),
    "several documents, one a level": (
        """
        level: M1
        skills: [Hires]
        ---
        level: M2
        skills: [Plans]
        """,
        {"M1": {"skills": ["Hires"]}, "M2": {"skills": ["Plans"]}},
    ),
    "groups": (
        """
        level: P2
        activities:
          - Writes
          - group: Reviews
            items: [small ones, {text: large ones, examples: [a parser]}]
        """,
        {
            "P2": {
                "activities": [
                    "Writes",
                    {"Reviews": ["small ones", ("large ones", ["a parser"])]},
                ]
            }
        },
    ),
    "aliases, merge keys and keys twice": (
        """
        levels:
          P1: &base {craft: [Writes], people: [Asks]}
          P2: {<<: *base, people: [Tells]}
          P3: {craft: [Leads], craft: [Plans]}
        """,
        {
            "P1": {"craft": ["Writes"], "people": ["Asks"]},
            "P2": {"people": ["Tells"], "craft": ["Writes"]},
            "P3": {"craft": ["Leads", "Plans"]},
        },
    ),
    "a code that is another level's title": (
        """
        levels:
          - {code: Engineer, title: Senior, craft: [one]}
          - {code: Senior, title: Staff, craft: [two]}
        """,
        {"Engineer": {"craft": ["one"]}, "Senior": {"craft": ["two"]}},
    ),
    "one text for several levels": (
        "[{levels: [L1, L2], section: Craft, text: Writes}]",
        {"L1": {"Craft": ["Writes"]}, "L2": {"Craft": ["Writes"]}},
    ),
}


def dedent(text: str) -> str:
    lines = text.strip("\n").splitlines()
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[indent:] for line in lines) + "\n"


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_every_text_stands_at_its_own_level(
    tmp_path: Path, text: str, expected: dict[str, object]
) -> None:
    assert level_texts(data.read(write(tmp_path, dedent(text)))) == expected


def test_two_levels_of_one_name_stay_two(tmp_path: Path) -> None:
    text = "levels: [{name: Senior, craft: [one]}, {name: Senior, craft: [two]}]"
    found = data.read(write(tmp_path, text))
    assert [card.level.text for card in found.cards] == ["Senior", "Senior"]


def test_code_name_and_title_are_all_kept(tmp_path: Path) -> None:
    text = "levels: {P2: {name: Developing Professional, title: Engineer II, summary: Does}}"
    card = data.read(write(tmp_path, text)).cards[0]
    assert card.level.text == "P2 — Developing Professional"
    assert card.title is not None
    assert card.title.text == "Engineer II"
    assert [piece.text for piece in card.summary] == ["Does"]


def test_what_is_of_no_level_is_told(tmp_path: Path) -> None:
    text = dedent(SHAPES["themes with levels"][0])
    found = data.read(write(tmp_path, text))
    assert unplaced_texts(found) == ["How we make things"]
    assert found.unplaced[0].piece.line == 3
    assert "theme" in found.unplaced[0].why


def test_one_file_a_level_and_one_a_theme_take_the_names_of_the_files(tmp_path: Path) -> None:
    level = data.read(write(tmp_path, "craft: [Writes]\n", "senior-engineer.yaml"))
    theme = data.read(write(tmp_path, "IC1: [Writes]\nIC2: [Leads]\n", "collaboration.yaml"))
    assert level_texts(level) == {"senior-engineer": {"craft": ["Writes"]}}
    assert level_texts(theme) == {
        "IC1": {"collaboration": ["Writes"]},
        "IC2": {"collaboration": ["Leads"]},
    }


def test_tracks_and_families_are_kept(tmp_path: Path) -> None:
    text = """
    families:
      - name: Data Science
        tracks:
          - {name: Management, levels: [{code: M1, craft: [Hires]}]}
          - {name: Professional, levels: [{code: P1, craft: [Writes]}]}
      - name: Engineering
        levels: {P1: {craft: [Codes]}}
    """
    found = data.read(write(tmp_path, dedent(text)))
    cards = [
        (c.family.text if c.family else "", c.track.text if c.track else "", c.level.text)
        for c in found.cards
    ]
    assert cards == [
        ("Data Science", "Management", "M1"),
        ("Data Science", "Professional", "P1"),
        ("Engineering", "", "P1"),
    ]


def test_lines_of_json_are_known_with_tabs_and_escapes(tmp_path: Path) -> None:
    text = '{\n\t"levels": {\n\t\t"P1": {"craft": ["\\ud83d\\ude00 a\\/b",\n\n"c"]}\n\t}\n}\n'
    card = data.read(write(tmp_path, text, "ladder.json")).cards[0]
    entries = card.parts[0].entries
    assert [(e.text.text, e.text.line) for e in entries] == [("😀 a/b", 3), ("c", 5)]  # type: ignore[union-attr]


BROKEN = {
    "JSON cut off": ("l.json", '{"levels": [\n{"name": "P1"', 2, "is cut off"),
    "JSON with a comma too many": ("l.json", '{"a": 1,\n}', 2, "key is missing"),
    "JSON with a bare word": ("l.json", '{"a":\n oops}', 2, "value is missing"),
    "half a character": ("l.json", '{"a":\n"\\ud800"}', 2, "half of a character"),
    "deep JSON": ("l.json", "[" * 100_000, 1, "nested more than"),
    "deep YAML": ("l.yaml", "[" * 100_000, 1, "nested more than"),
    "broken YAML": ("l.yaml", "a: 1\nb: [", 2, "not valid YAML"),
    "a tab in YAML": ("l.yaml", "a:\n\tb: 1\n", 2, "not valid YAML"),
    "an alias of nothing": ("l.yaml", "a: 1\nb: *x\n", 2, "alias"),
    "an alias of itself": ("l.yaml", "a: &x\n  b: *x\n", 2, "inside of itself"),
    "an alias bomb": (
        "l.yaml",
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{n}: &{n} [{','.join([f'*{p}'] * 9)}]\n"
            for p, n in zip("abcdef", "bcdefg", strict=True)
        ),
        1,
        "unfolds",
    ),
    "empty": ("l.yaml", "\n", 1, "is empty"),
    "a control character": ("l.yaml", "a: 1\nb: \x07\n", 2, "not valid YAML"),
}


@pytest.mark.parametrize(("name", "text", "line", "words"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_told_with_its_line(
    tmp_path: Path, name: str, text: str, line: int, words: str
) -> None:
    path = write(tmp_path, text, name)
    with pytest.raises(UnreadableError, match=words) as caught:
        data.read(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize("path", sorted(Path("level_data").rglob("*.yaml")), ids=str)
def test_no_text_of_a_real_file_is_lost(path: Path) -> None:
    found = data.read(path)
    documents = parse_yaml(str(path), path.read_text())
    assert_all_there(found, (leaf.text for doc in documents for leaf in leaves(doc)))
