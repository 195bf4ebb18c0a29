"""Any matrix and any document: every text at its level, none lost, one kind of error."""

import csv
import io
import json
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ladder.importers import data, tables
from bot.ladder.importers.found import UnreadableError
from bot.ladder.importers.tree import leaves, parse_json

from .reading import assert_all_there, letters, part_letters, placed

CODES = [f"{prefix}{n}" for prefix in ("P", "IC", "TL") for n in range(1, 8)]
WORDS = st.sampled_from(
    [
        "writes",
        "small",
        "tests,",
        "reviews",
        "“large”",
        "plans;",
        "asks",
        "the",
        "team,",
        "guides",
        "others’",
        "work.",
        "Owns",
        "a",
        "–",
        "b",
    ]
)
TEXTS = st.lists(WORDS, min_size=2, max_size=8).map(" ".join)
CELLS = st.one_of(st.just(""), TEXTS, st.lists(TEXTS, min_size=2, max_size=3).map("\n".join))
THEMES = st.lists(
    st.sampled_from(["Craft", "People", "Delivery", "Scope", "Impact", "Talking", "Growth"]),
    min_size=1,
    max_size=5,
    unique=True,
)


@st.composite
def matrices(draw: st.DrawFn) -> tuple[list[str], list[str], list[list[str]]]:
    codes = draw(st.lists(st.sampled_from(CODES), min_size=2, max_size=6, unique=True))
    themes = draw(THEMES)
    cells = [[draw(CELLS) for _ in codes] for _ in themes]
    return codes, themes, cells


@settings(max_examples=150, deadline=None)
@given(
    matrix=matrices(),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    turned=st.booleans(),
    corner=st.sampled_from(["", "Competency", "Level", "Acme"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_any_matrix_comes_back_with_every_cell_at_its_level(  # noqa: PLR0917
    tmp_path_factory: object,
    matrix: tuple[list[str], list[str], list[list[str]]],
    delimiter: str,
    encoding: str,
    turned: bool,
    corner: str,
    line_end: str,
) -> None:
    codes, themes, cells = matrix
    rows = [[corner, *codes]] + [[theme, *row] for theme, row in zip(themes, cells, strict=True)]
    if turned:
        rows = [list(row) for row in zip(*rows, strict=True)]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    path = tmp_path_factory.mktemp("any") / "ladder.csv"  # type: ignore[attr-defined]
    path.write_bytes(text.getvalue().encode(encoding))

    found = tables.read(path)

    assert [card.level.text for card in found.cards] == codes
    for column, card in enumerate(found.cards):
        own = {part.name.text: part_letters(part) for part in card.parts}
        wanted = {theme: letters(row[column]) for theme, row in zip(themes, cells, strict=True)}
        assert own == {theme: text for theme, text in wanted.items() if text}
    assert_all_there(found, iter(cell for row in rows for cell in row if cell.strip()))


KEYS = st.one_of(
    st.sampled_from(
        [
            "levels",
            "themes",
            "name",
            "title",
            "level",
            "P1",
            "P2",
            "Senior",
            "id",
            "examples",
            "summary",
            "criteria",
            "text",
            "tracks",
            "families",
            "items",
            "group",
            "milestones",
            "scope",
            "competencies",
            "content",
            "code",
            "pay",
            "meaning",
        ]
    ),
    st.text(max_size=6),
)
DOCUMENTS = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.sampled_from(["P1", "Senior Engineer", "Writes; tests; ships", "- a\n- b", "x"]),
        st.text(max_size=12),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=25,
)


@settings(max_examples=400, deadline=None)
@given(document=DOCUMENTS, indent=st.sampled_from([None, 2, "\t"]), ascii_only=st.booleans())
def test_any_json_is_accounted_for(
    tmp_path_factory: object, document: object, indent: int | str | None, ascii_only: bool
) -> None:
    path: Path = tmp_path_factory.mktemp("any") / "ladder.json"  # type: ignore[attr-defined]
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
    try:
        path.write_text(text, encoding="utf-8")
    except UnicodeEncodeError:
        path.write_text(json.dumps(document), encoding="utf-8")
    try:
        found = data.read(path)
    except UnreadableError:
        return
    every = [leaf.text for doc in parse_json(str(path), text) for leaf in leaves(doc)]
    assert_all_there(found, iter(every))
    for card in found.cards:
        assert all(piece.line >= 1 and piece.file == str(path) for piece in placed(card))


@settings(max_examples=150, deadline=None)
@given(document=DOCUMENTS)
def test_any_yaml_is_read_like_the_same_json(tmp_path_factory: object, document: object) -> None:
    folder: Path = tmp_path_factory.mktemp("any")  # type: ignore[attr-defined]
    path = folder / "ladder.yaml"
    path.write_bytes(yaml.safe_dump(document, allow_unicode=False).encode())
    try:
        data.read(path)
    except UnreadableError:
        return


@settings(max_examples=150, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(lambda t: t.encode("utf-8", "ignore"))
    )
)
def test_any_bytes_are_read_or_refused(tmp_path_factory: object, content: bytes) -> None:
    folder: Path = tmp_path_factory.mktemp("any")  # type: ignore[attr-defined]
    for name, reader in (
        ("l.csv", tables.read),
        ("l.xlsx", tables.read),
        ("l.yaml", data.read),
        ("l.json", data.read),
    ):
        path = folder / name
        path.write_bytes(content if name != "l.xlsx" else b"PK\x03\x04" + content)
        try:
            reader(path)
        except UnreadableError as error:
            assert str(error).startswith(f"{path}:")  # noqa: PT017
