"""The ladder that ships: sound, with a guide, and with schemas that are those of the models."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.ladder import Card, Statement, load_ladder
from bot.ladder.schema import FOLDER, schemas
from bot.ladder.validate import find_problems
from bot.questions.language.english import SHORT_FORMS

SHIPPED = Path(__file__).resolve().parents[2] / "level_data"
FILES = sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.yaml"))
MODELINE = "# yaml-language-server: $schema="


def schema_of(file: Path) -> Draft7Validator:
    """A validator with the schema that the file names in its first line, as an editor has it."""
    first, _, _ = file.read_text(encoding="utf-8").partition("\n")
    assert first.startswith(MODELINE)
    schema = json.loads((file.parent / first.removeprefix(MODELINE)).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def test_it_has_no_error_and_no_warning() -> None:
    assert list(map(str, find_problems(SHIPPED, SHORT_FORMS))) == []


def lines(card: Card) -> set[str]:
    """What the card lists, without the examples in brackets: they tell no levels apart."""
    return {
        entry.text.partition(" (e.g.")[0].casefold()
        for entries in card.sections.values()
        for entry in entries
        if isinstance(entry, Statement)
    }


def test_no_level_repeats_a_line_of_the_one_below() -> None:
    ladder = load_ladder(SHIPPED)
    for card in ladder.cards():
        below, _ = ladder.neighbors(card)
        shared = lines(card) & lines(below) if below else set()
        assert not shared, f"{card.ref}: {shared}"


def test_every_entry_of_the_guide_is_a_draft_that_the_owner_must_confirm() -> None:
    guide = load_ladder(SHIPPED).guide
    assert len(guide) >= 10
    for entry in guide:
        assert entry.status == "draft"
        assert entry.owner
        assert entry.also_asked
        assert "owner must confirm" in entry.answer


def test_its_schemas_are_those_of_the_models_and_the_ladder() -> None:
    expected = schemas(load_ladder(SHIPPED))
    written = {
        path.name: json.loads(path.read_text(encoding="utf-8"))
        for path in (SHIPPED / FOLDER).iterdir()
    }
    assert written == expected, "run `make schema`"


@pytest.mark.parametrize("file", FILES)
def test_every_file_fits_the_schema_that_it_names(file: str) -> None:
    path = SHIPPED / file
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [error.message for error in schema_of(path).iter_errors(value)] == []


def changed(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """A copy of `value` with `new` at `path`; None removes what is there."""
    whole = json.loads(json.dumps(value))
    parent = whole
    for part in path[:-1]:
        parent = parent[part]
    if new is None:
        del parent[path[-1]]
    else:
        parent[path[-1]] = new
    return whole


MISTAKES: list[tuple[str, tuple[str | int, ...], Any]] = [
    ("ai-ml-engineer/P2.yaml", ("skils",), ["x"]),
    ("ai-ml-engineer/P2.yaml", ("level",), None),
    ("ai-ml-engineer/P2.yaml", ("level",), "P9"),
    ("ai-ml-engineer/P2.yaml", ("title",), 2),
    ("ai-ml-engineer/P2.yaml", ("titles",), "Machine Learning II"),
    ("ai-ml-engineer/P2.yaml", ("titles", 1), "Machine Learning II"),
    ("ai-ml-engineer/P2.yaml", ("skills", 0), True),
    ("ai-ml-engineer/P2.yaml", ("skills", 0), {"group": "Tools"}),
    ("ai-ml-engineer/P2.yaml", ("skills", 0), ""),
    ("ai-ml-engineer/P2.yaml", ("meaning",), {"autonomi": "High"}),
    ("ai-ml-engineer/P2.yaml", ("meaning",), {"typical_experience": "2 years"}),
    ("ai-ml-engineer/P2.yaml", ("status",), "aproved"),
    ("ai-ml-engineer/P2.yaml", ("pay",), {"low": 5}),
    ("ai-ml-engineer/P2.yaml", ("pay",), {"low": -5, "currency": "USD", "period": "year"}),
    ("ai-ml-engineer/P2.yaml", ("pay",), {"low": "5", "currency": "USD", "period": "year"}),
    ("ai-ml-engineer/family.yaml", ("name",), None),
    ("ai-ml-engineer/family.yaml", ("alias",), ["x"]),
    ("ladder.yaml", ("tracks", "P", "levels", "P1", "grade"), ["I"]),
    ("ladder.yaml", ("tracks", "P", "levels", "P1", "name"), None),
    ("ladder.yaml", ("tracks",), {}),
    ("guide.yaml", ("questions", 0, "answer"), None),
    ("guide.yaml", ("questions", 0, "status"), "final"),
]


def names() -> Iterator[str]:
    for file, path, new in MISTAKES:
        yield f"{file}: {'.'.join(map(str, path))} = {new!r}"


@pytest.mark.parametrize(("file", "path", "new"), MISTAKES, ids=list(names()))
def test_an_editor_marks_a_typical_mistake(
    file: str, path: tuple[str | int, ...], new: Any
) -> None:
    value = yaml.safe_load((SHIPPED / file).read_text(encoding="utf-8"))
    assert not schema_of(SHIPPED / file).is_valid(changed(value, path, new))


def test_an_editor_completes_a_card_with_the_ladders_own_sections_and_levels() -> None:
    ladder = load_ladder(SHIPPED)
    card = schemas(ladder)["card.schema.json"]
    assert set(ladder.sections) < set(card["properties"])
    assert card["properties"]["skills"]["title"] == ladder.sections["skills"].name
    assert card["properties"]["level"]["enum"] == list(ladder.levels)
    assert set(ladder.dimensions) < set(card["properties"]["meaning"]["properties"])
    assert all(card["properties"][key].get("description") for key in ("level", "title", "summary"))
