"""Whatever becomes of a ladder's files, only LadderError comes out of loading them."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.ladder import LadderError, Problem, load_ladder
from bot.ladder.validate import find_problems
from bot.questions.language.english import SHORT_FORMS
from tests.ladder_checks.conftest import SOUND

FILES = sorted(path.relative_to(SOUND).as_posix() for path in SOUND.rglob("*.yaml"))

# Pieces with a meaning in YAML or in the ladder, beside any text at all.
PIECES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [
            *(
                "- ",
                ": ",
                "\n",
                "  ",
                "[",
                "]",
                "{",
                "}",
                "&a ",
                "*a",
                "!!set ",
                "? ",
                "| ",
                '"',
                "'",
            ),
            *("#", "---\n", "level: P2", "P3", "null", "~", "1", "-1", ".nan", ".inf", "yes", "="),
            *("<<", "2026-13-01", "min_years: 9", "max_years: 0", "low: 9", "group: x", "items:"),
        ]
    ),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=4)
            | st.sampled_from(["text", "group", "items", "examples", "name", "min_years"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


def check(file: str, content: bytes) -> None:
    """Validation and loading agree, whatever is in the file."""
    with tempfile.TemporaryDirectory() as folder:
        root = shutil.copytree(SOUND, Path(folder, "ladder"))
        (root / file).write_bytes(content)
        problems = find_problems(root, SHORT_FORMS)
        errors = [problem for problem in problems if not problem.warning]
        assert all(problem.line > 0 and problem.column > 0 for problem in problems)
        assert all(len(str(problem).splitlines()) == 1 for problem in problems)
        refused = load_problems(root)
        assert set(refused) <= set(errors)
        assert errors or not refused


def load_problems(root: Path) -> list[Problem]:
    try:
        load_ladder(root)
    except LadderError as error:
        return error.problems or [Problem("none told", 1, 1, "")]
    return []


@given(
    file=st.sampled_from(FILES),
    places=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), PIECES), min_size=1, max_size=4),
)
def test_edited_text(file: str, places: list[tuple[float, int, str]]) -> None:
    text = (SOUND / file).read_text(encoding="utf-8")
    for share, removed, piece in places:
        at = round(share * len(text))
        text = text[:at] + piece + text[at + removed :]
    check(file, text.encode("utf-8", "surrogatepass"))


@given(file=st.sampled_from(FILES), content=st.binary(max_size=200))
def test_other_bytes(file: str, content: bytes) -> None:
    check(file, content)


@given(file=st.sampled_from(FILES), value=VALUES, data=st.data())
def test_other_values(file: str, value: object, data: st.DataObject) -> None:
    """Any value in the place of any value of a sound file."""
    whole: dict[Any, Any] = {"": yaml.safe_load((SOUND / file).read_text(encoding="utf-8"))}
    parent: Any = whole
    key: Any = ""
    while True:
        keys = list(parent) if isinstance(parent, dict) else list(range(len(parent)))
        key = data.draw(st.sampled_from(keys))
        inner = parent[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            break
        parent = inner
    parent[key] = value
    check(file, yaml.safe_dump(whole[""], allow_unicode=True, sort_keys=False).encode())
