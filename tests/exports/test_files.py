"""What an export's files hold: all of the ladder, and nothing that a reader would run."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.exports import FORMATS, csv_files, html_files, json_files, markdown_files
from bot.exports.csv_table import BYTE_ORDER_MARK
from bot.exports.markdown_pages import escaped
from bot.ladder import Card, Entry, Group, Ladder, Statement, load_ladder
from bot.ladder.cells import COLUMNS, guarded, unguarded
from bot.ladder.model import GuideEntry

LADDER = load_ladder(Path(__file__).parents[2] / "level_data")
CARD = LADDER.families["ai-ml-engineer"].cards["P2"]

NASTY = (
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script> & <b>bold</b>",
    "a | b * c _d_ `e` [f](http://g) \\ ~~h~~",
    "1. no list",
    "- no list",
    "# no heading",
    "&amp; is written so",
    'says "quoted", with a comma',
    "'tis",
)


def with_entries(*entries: Entry) -> Ladder:
    """The shipped ladder with other skills on one card."""
    card = replace(CARD, sections={**CARD.sections, "skills": entries})
    family = LADDER.families["ai-ml-engineer"]
    changed = replace(family, cards={**family.cards, "P2": card})
    return replace(LADDER, families={**LADDER.families, family.id: changed})


GROUPED = with_entries(
    Group("Tools <of> the trade", tuple(Statement(text) for text in NASTY)),
    Statement("Writes tests", ("unit tests", "=load tests")),
)


def statements(card: Card) -> Iterator[str]:
    for entries in card.sections.values():
        for entry in entries:
            for item in entry.items if isinstance(entry, Group) else (entry,):
                yield item.text
                yield from item.examples


class _Words(HTMLParser):
    """The texts of a page, one for each element, and what is asked of its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


# JSON


def test_json_has_the_shape_of_the_contract() -> None:
    data = json.loads(json_files(LADDER)["ladder.json"])
    assert {"name", "default_family", "dimensions", "sections", "tracks", "families"} <= set(data)
    assert data["sections"][0] == {
        "id": "activities",
        "name": "What you'd do",
        "also": ["activities", "tasks", "responsibilities", "duties", "day to day"],
    }
    assert [track["id"] for track in data["tracks"]] == ["P", "M"]
    level = data["tracks"][0]["levels"][1]
    assert (level["code"], level["name"]) == ("P2", "Developing Professional")
    assert list(level["meaning"]) == ["summary", *LADDER.dimensions]
    years = {"min_years": 1, "max_years": 3, "text": "1–3 yrs"}
    assert level["meaning"]["typical_experience"] == years
    family = data["families"][0]
    assert (family["id"], family["soc"]["inferred"]) == ("ai-ml-engineer", True)
    card = family["cards"][1]
    assert card["level"] == "P2"
    assert card["meaning"] == level["meaning"]
    assert card["skills"] == [entry.text for entry in CARD.sections["skills"]]  # type: ignore[union-attr]
    assert card["pay"]["status"] == "unavailable"


def test_json_keeps_groups_and_examples() -> None:
    data = json.loads(json_files(GROUPED)["ladder.json"])
    skills = data["families"][0]["cards"][1]["skills"]
    assert skills == [
        {"group": "Tools <of> the trade", "items": list(NASTY)},
        {"text": "Writes tests", "examples": ["unit tests", "=load tests"]},
    ]


def test_json_says_null_for_a_dimension_that_is_not_told() -> None:
    level = LADDER.tracks["P"].levels[0]
    silent = replace(level, meaning=replace(level.meaning, dimensions={}, years=None))
    track = replace(LADDER.tracks["P"], levels=(silent,))
    data = json.loads(json_files(replace(LADDER, tracks={"P": track}))["ladder.json"])
    assert data["tracks"][0]["levels"][0]["meaning"]["scope"] is None


# CSV


def rows(ladder: Ladder) -> list[dict[str, str]]:
    text = csv_files(ladder)["ladder.csv"]
    assert text.startswith(BYTE_ORDER_MARK)
    assert text.count("\r\n") == text.count("\n")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@pytest.mark.parametrize("ladder", [LADDER, GROUPED], ids=["shipped", "grouped"])
def test_csv_has_a_row_for_every_statement(ladder: Ladder) -> None:
    table = rows(ladder)
    assert tuple(table[0]) == COLUMNS
    for family in ladder.families.values():
        for card in family.cards.values():
            names = {section.name for section in ladder.sections.values()}
            told = [
                unguarded(row["example"] or row["statement"])
                for row in table
                if (row["family"], row["level"]) == (family.name, card.level.code)
                and row["section"] in names
            ]
            assert told == list(statements(card))


def test_csv_runs_no_formula() -> None:
    cells = [cell for row in rows(GROUPED) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@given(st.text(st.sampled_from("'=+-@\ta＝"), max_size=6))
def test_guard_loses_nothing(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


# Markdown


@given(st.text(st.sampled_from('*_`[](){}<>#|~&!\\-+=.1)a b:;$@/"'), min_size=1, max_size=20))
def test_markdown_shows_the_text_as_it_is_written(plain: str) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    wanted = " ".join(plain.split())
    html = reader.render(f"- x\n- {escaped(plain)}\n")
    assert [text for text in _Words(html).texts if text] == (["x", wanted] if wanted else ["x"])


def test_markdown_has_every_statement_as_an_item() -> None:
    page = markdown_files(GROUPED)["families/ai-ml-engineer.md"]
    html = MarkdownIt("commonmark").enable("table").render(page)
    texts = _Words(html).texts
    for card in GROUPED.families["ai-ml-engineer"].cards.values():
        assert not [text for text in statements(card) if text not in texts]
    assert html.count("<table>") == 2
    assert "<h2>P2 — Developing Professional</h2>" in html


def test_markdown_index_links_every_page() -> None:
    files = markdown_files(LADDER)
    for name in files.keys() - {"index.md"}:
        assert f"]({name})" in files["index.md"]


# HTML


@pytest.mark.parametrize("ladder", [LADDER, GROUPED], ids=["shipped", "grouped"])
def test_html_has_every_statement_and_is_well_formed(ladder: Ladder) -> None:
    files = html_files(ladder)
    for family in ladder.families.values():
        page = _Words(files[f"families/{family.id}.html"])
        assert page.open == []
        for card in family.cards.values():
            assert not [text for text in statements(card) if text not in page.texts]


def test_html_runs_nothing_and_asks_for_nothing() -> None:
    for page in map(_Words, html_files(GROUPED).values()):
        assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
        links = [attrs["href"] or "" for tag, attrs in page.tags if tag == "a"]
        assert not [link for link in links if "://" in link]
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids))
        assert not [link for link in links if link.startswith("#") and link[1:] not in ids]


def test_html_can_be_read_out() -> None:
    page = _Words(html_files(LADDER)["families/ai-ml-engineer.html"])
    assert ("html", {"lang": "en"}) in page.tags
    assert all(attrs.get("scope") in ("row", "col") for tag, attrs in page.tags if tag == "th")
    assert page.tags.count(("caption", {})) == 2
    assert [tag for tag, _ in page.tags].count("h1") == 1


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_ladder_gives_the_same_files(kind: str) -> None:
    assert FORMATS[kind](LADDER) == FORMATS[kind](LADDER)


@pytest.mark.parametrize("kind", FORMATS)
def test_the_guide_is_in_every_format(kind: str) -> None:
    entry = GuideEntry(
        "Is this a checklist?", ("must I tick it all",), "No.\n\nIt isn't.", "Ann", "draft"
    )
    text = "\n".join(FORMATS[kind](replace(LADDER, guide=(entry,))).values())
    assert "Is this a checklist?" in text
    assert "Ann" in text or kind == "csv"
    assert "It isn" in text
