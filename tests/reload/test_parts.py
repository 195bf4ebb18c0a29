"""The parts of a reload: looking at a folder, taking over what is the same, freeing what is old."""

import gc
import shutil
import subprocess
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import ask_about
from bot.ladder import Card, Ladder, Statement, load_ladder
from bot.ladder.garbage import collections_wait, kept_for_long
from bot.ladder.watch import look
from bot.questions import Context
from bot.questions.texts.skill_index import SkillIndex
from bot.questions.vocabulary.lexicon import Lexicon
from bot.reload import _free

SHIPPED = Path(__file__).parents[2] / "level_data"
LADDER = load_ladder(SHIPPED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "ladder"))


@pytest.mark.parametrize(
    "name",
    ["ai-ml-engineer/.P2.yaml.swp", "ai-ml-engineer/P2.yaml~", "ai-ml-engineer/4913", ".git/HEAD"],
)
def test_an_editors_own_files_are_no_change(folder: Path, name: str) -> None:
    before = look(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x")
    assert look(folder) == before


def test_the_link_with_which_emacs_marks_an_open_file_is_no_card(folder: Path) -> None:
    before = look(folder)
    (folder / "ai-ml-engineer/.#P2.yaml").symlink_to("someone@machine.1234:5678")
    assert look(folder) == before
    assert load_ladder(folder).families == LADDER.families


@pytest.mark.parametrize(
    "change",
    [
        lambda f: (f / "ladder.yaml").touch(),
        lambda f: (f / "guide.yaml").write_text("[]"),
        lambda f: (f / "ai-ml-engineer/P2.yaml").unlink(),
        lambda f: (f / "ai-ml-engineer/P2.yaml").chmod(0),
        lambda f: (f / "new-family").mkdir(),
        shutil.rmtree,
    ],
    ids=["touched", "guide", "card gone", "not readable", "new family", "all gone"],
)
def test_a_change_is_seen(folder: Path, change: Callable[[Path], object]) -> None:
    before = look(folder)
    change(folder)
    assert look(folder) != before


def test_only_the_edited_family_has_changed(folder: Path) -> None:
    before = look(folder)
    (folder / "ai-ml-engineer/P2.yaml").touch()
    now = look(folder)
    assert now.folders.keys() - now.unchanged_folders(before) == {"ai-ml-engineer"}
    assert now.changed_files(before) == ["ai-ml-engineer/P2.yaml"]


def test_a_commit_is_seen_since_the_version_on_the_receipt_changes(folder: Path) -> None:
    def git(*words: str) -> None:
        me = ("-c", "user.name=A", "-c", "user.email=a@example.com")
        subprocess.run(["git", "-C", folder, *me, *words], check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "one")
    before = look(folder)
    git("commit", "--allow-empty", "-m", "two")
    assert look(folder) != before


def edited(ladder: Ladder, ref: str, change: Callable[[Card], Card]) -> Ladder:
    family = ladder.families[ref.partition("/")[0]]
    cards = {code: change(c) if c.ref == ref else c for code, c in family.cards.items()}
    changed = replace(family, cards=MappingProxyType(cards))
    return replace(ladder, families={**ladder.families, family.id: changed})


BEFORE = SkillIndex.of(LADDER)
REFS = [card.ref for card in LADDER.cards()]


@given(st.sampled_from(REFS), st.lists(st.text("abc II4", min_size=1, max_size=12), max_size=4))
def test_index_made_from_the_one_before_is_the_index_made_anew(ref: str, titles: list[str]) -> None:
    new = edited(LADDER, ref, lambda card: replace(card, titles=tuple(titles)))
    assert Lexicon.of(new, Lexicon.of(LADDER)) == Lexicon.of(new)


@settings(max_examples=25)  # each makes two indexes
@given(st.sampled_from(REFS), st.lists(st.text("abc GDly(.-2", min_size=1), max_size=4))
def test_lines_taken_over_are_as_if_they_were_read_anew(ref: str, lines: list[str]) -> None:
    said = {"skills": tuple(map(Statement, lines))}
    new = edited(LADDER, ref, lambda card: replace(card, sections=MappingProxyType(said)))
    after, anew = SkillIndex.of(new, BEFORE), SkillIndex.of(new)
    assert replace(after, spelling=anew.spelling) == anew  # one may know words that are gone


def test_index_is_made_anew_when_levels_change() -> None:
    before = ask_about(LADDER)
    track = LADDER.tracks["P"]
    levels = tuple(
        replace(level, words=("Wizard",)) if level.code == "P5" else level for level in track.levels
    )
    tracks = {**LADDER.tracks, "P": replace(track, levels=levels)}
    families = {
        family.id: replace(
            family,
            cards={
                code: replace(card, level=next(x for x in levels if x.code == code))
                for code, card in family.cards.items()
                if code.startswith("P")
            },
        )
        for family in LADDER.families.values()
    }
    after = ask_about(replace(LADDER, tracks=tracks, families=families), before)
    assert after("wizard data scientist", Context(None)).levels == ("data-scientist/P5",)


class _Part:
    """Something that can be watched as it is freed."""


def test_frees_what_nothing_else_holds_and_leaves_the_rest() -> None:
    kept = _Part()
    parts = [_Part() for _ in range(50)]
    gone = [weakref.ref(part) for part in parts]
    still = weakref.ref(kept)
    pieces: list[object] = [{"a": [parts, {"b": (kept, {1: kept})}]}]
    del parts
    _free(pieces)
    assert pieces == []
    assert [ref() for ref in gone] == [None] * 50
    assert still() is kept


def test_what_is_made_to_stay_is_no_work_for_collections() -> None:
    with kept_for_long():
        assert not gc.isenabled()
        with collections_wait():
            made = [[number] for number in range(100)]
        assert not gc.isenabled()
    assert gc.isenabled()
    looked_through = {id(each) for each in gc.get_objects()}
    assert looked_through.isdisjoint(map(id, made))


def test_collections_go_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="broken"), kept_for_long():
        raise ValueError("broken")
    assert gc.isenabled()
