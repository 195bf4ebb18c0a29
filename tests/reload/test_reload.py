"""The ladder is edited while the bot runs: real files, real edits, waited for by event."""

import asyncio
import gc
import logging
import os
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.ladder import LadderError, load_ladder
from bot.ladder.documents import Document, read_document
from bot.ladder.watch import LOOK_EVERY_S, QUIET_S, QUIET_WHEN_SUSPECT_S, STEP_S
from bot.ladder.writing import is_open_for_writing
from bot.questions import Context
from bot.reload import LadderSource
from tests.support import PATIENCE_S

SHIPPED = Path(__file__).parents[2] / "level_data"
CARD = "ai-ml-engineer/P2.yaml"
ANYONE = Context(None)
LIVE_WITHIN_S = 2.0
"""Contract: "An edit under LEVEL_DATA is live within 2 s"."""
TO_READ_S = 0.5
"""Of it, for reading and checking the largest ladder."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "ladder"))


@pytest.fixture
async def source(folder: Path) -> AsyncIterator[LadderSource]:
    source = LadderSource(folder)
    async with source.following():
        yield source


async def after_edit(source: LadderSource, edit: Callable[[], object]) -> None:
    """Do `edit` and wait until the files have been read again."""
    before = source.attempts
    edit()
    async with asyncio.timeout(PATIENCE_S):
        await source.attempted(before)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def title(source: LadderSource) -> str:
    card = source.ladder.card("ai-ml-engineer/P2")
    assert card is not None
    return card.title


def write_and_rename(path: Path, old: str, new: str) -> None:
    beside = path.with_name(f".{path.name}.tmp")
    shutil.copy(path, beside)
    replace(beside, old, new)
    beside.rename(path)


def same_size_and_time(path: Path, old: str, new: str) -> None:
    times = path.stat()
    replace(path, old, new)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_the_waits_leave_time_to_read_a_ladder() -> None:
    """How long an edit takes is measured by benchmarks.reload; a busy machine can't tell."""
    assert LOOK_EVERY_S + QUIET_WHEN_SUSPECT_S + STEP_S + TO_READ_S < LIVE_WITHIN_S


@pytest.mark.parametrize("edit", [replace, write_and_rename, same_size_and_time])
async def test_edit_is_live(
    source: LadderSource, folder: Path, edit: Callable[[Path, str, str], None]
) -> None:
    await after_edit(source, lambda: edit(folder / CARD, "Developing AI/ML", "Evolving!! AI/ML"))
    assert title(source) == "Evolving!! AI/ML Engineer"
    assert source.status()["reload"] == "ok"


async def test_question_is_answered_from_the_edited_ladder(
    source: LadderSource, folder: Path
) -> None:
    assert source.ask("what's Prompt Whisperer?", ANYONE).levels == ()
    await after_edit(
        source, lambda: replace(folder / CARD, "- Machine Learning II", "- Prompt Whisperer")
    )
    assert source.ask("what's Prompt Whisperer?", ANYONE).levels == ("ai-ml-engineer/P2",)


async def test_families_come_and_go(source: LadderSource, folder: Path) -> None:
    await after_edit(
        source, lambda: shutil.move(folder / "data-scientist", folder / "statistician")
    )
    assert set(source.ladder.families) == {"ai-ml-engineer", "software-engineer", "statistician"}
    assert source.ladder.card("statistician/P3") is not None
    assert source.ladder.card("data-scientist/P3") is None


async def test_edit_of_what_a_level_means_reaches_every_family(
    source: LadderSource, folder: Path
) -> None:
    edit = lambda: replace(folder / "ladder.yaml", "Defined deliverables", "Stated deliverables")  # noqa: E731
    await after_edit(source, edit)
    told = {
        source.ladder.families[id_].cards["P2"].meaning.dimensions["scope"]
        for id_ in source.ladder.families
    }
    assert told == {"Stated deliverables / small features"}


def own_scope(folder: Path) -> None:
    with (folder / CARD).open("a", encoding="utf-8") as card:
        card.write("meaning: {scope: Defined deliverables / small features}\n")


def move_level(folder: Path) -> None:
    """Level M1 becomes one of the first track, at its end, so that cards come in another order."""
    file = folder / "ladder.yaml"
    text = file.read_text(encoding="utf-8")
    first, _, second = text.partition("  M:\n")
    m1 = second[second.index("      M1:\n") : second.index("      M2:\n")]
    file.write_text(first + m1 + "  M:\n" + second.replace(m1, ""), encoding="utf-8")


def turn_sections(folder: Path) -> None:
    """The sections in another order, in which cards then show them."""
    file = folder / "ladder.yaml"
    text = file.read_text(encoding="utf-8")
    start, end = text.index("  activities:\n"), text.index("\n# How a level")
    first, skills, rest = text[start:end].partition("  skills:\n")
    file.write_text(text[:start] + skills + rest + first.rstrip("\n") + "\n" + text[end:])


def add_level(folder: Path) -> None:
    replace(folder / "ladder.yaml", "      P2:\n", "      P1b:\n        name: Between\n      P2:\n")


STRUCTURE: dict[str, Callable[[Path], None]] = {
    "level added": add_level,
    "sections turned": turn_sections,
    "section added": lambda f: replace(
        f / "ladder.yaml", "sections:\n", "sections:\n  more:\n    name: More\n"
    ),
    "dimension added": lambda f: replace(
        f / "ladder.yaml", "dimensions:\n", "dimensions:\n  x:\n    name: X\n"
    ),
}


@pytest.mark.parametrize("edit", STRUCTURE.values(), ids=STRUCTURE)
async def test_an_edit_of_the_ladders_structure_reads_no_card_again(
    folder: Path, edit: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    own_scope(folder)
    source = LadderSource(folder)
    read: list[str] = []

    def noted(path: Path) -> Document:
        read.append(path.name)
        return read_document(path)

    with monkeypatch.context() as patch:
        patch.setattr("bot.ladder.read.read_document", noted)
        async with source.following():
            await after_edit(source, lambda: edit(folder))
    assert source.failure is None
    assert read == ["ladder.yaml", "guide.yaml"]
    fresh = LadderSource(folder)
    assert source.ladder == fresh.ladder
    for card, other in zip(source.ladder.cards(), fresh.ladder.cards(), strict=True):
        assert list(card.sections) == list(other.sections)
        assert list(card.meaning.dimensions) == list(other.meaning.dimensions)
        assert (card.own, card.listed) == (other.own, other.listed)


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("      P4:\n", "      P44:\n", 3),
        ("  expectations:\n", "  expected:\n", 29),
        ("  scope:\n    name", "  size:\n    name", 12),
    ],
    ids=["level", "section", "dimension"],
)
async def test_what_cards_use_and_is_declared_no_more_is_told_at_each_of_them(
    folder: Path, before: str, after: str, broken: int
) -> None:
    own_scope(folder)
    source = LadderSource(folder)
    async with source.following():
        await after_edit(source, lambda: replace(folder / "ladder.yaml", before, after))
    assert source.failure is not None
    with pytest.raises(LadderError) as fresh:
        load_ladder(folder)
    assert list(source.failure.problems) == fresh.value.problems
    assert len(fresh.value.problems) == broken


@pytest.mark.parametrize(
    "edit",
    [
        lambda f: replace(f / "ladder.yaml", "Defined deliverables", "Stated deliverables"),
        lambda f: replace(f / "ladder.yaml", "name: Developing", "name: Evolving"),
        lambda f: replace(f / "ladder.yaml", "words: [Developing]", "words: [Evolving]"),
        lambda f: replace(f / "ladder.yaml", "name: Scope", "name: Size"),
        lambda f: replace(f / "ladder.yaml", "max_years: 3", "max_years: 4"),
        move_level,
        *STRUCTURE.values(),
    ],
    ids=["meaning", "name", "word in titles", "dimension", "years", "order", *STRUCTURE],
)
async def test_what_is_taken_over_is_what_reading_all_again_gives(
    folder: Path, edit: Callable[[Path], None]
) -> None:
    own_scope(folder)  # this card must keep its own words when the level gets others
    source = LadderSource(folder)
    async with source.following():
        await after_edit(source, lambda: edit(folder))
    assert source.failure is None
    fresh = LadderSource(folder)
    assert source.ladder == fresh.ladder
    for ladder in (source.ladder, fresh.ladder):
        scope = ladder.families["ai-ml-engineer"].cards["P2"].meaning.dimensions["scope"]
        assert scope == "Defined deliverables / small features"
    cards = [list(family.cards) for family in source.ladder.families.values()]
    assert cards == [list(family.cards) for family in fresh.ladder.families.values()]
    for question in (
        "Evolving Data Scientist",
        "P2 data scientist",
        "Developing Software Engineer",
    ):
        assert source.ask(question, ANYONE) == fresh.ask(question, ANYONE)


async def test_families_that_are_not_edited_are_kept(source: LadderSource, folder: Path) -> None:
    before = source.ladder.families["software-engineer"]
    await after_edit(source, lambda: replace(folder / CARD, "Developing AI", "Evolving!! AI"))
    assert source.ladder.families["software-engineer"] is before
    assert source.ladder.families == LadderSource(folder).ladder.families


async def test_broken_edit_keeps_the_sound_ladder_and_a_good_one_recovers(
    source: LadderSource, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot.reload")
    await after_edit(source, lambda: replace(folder / CARD, "title: Dev", "titel: Dev"))
    assert title(source) == "Developing AI/ML Engineer"
    assert source.ask("P2", ANYONE).levels == ("ai-ml-engineer/P2",)
    problems = source.status()["reload"]["problems"]
    lines = (folder / CARD).read_text(encoding="utf-8").splitlines()
    line = next(at for at, text in enumerate(lines, start=1) if text.startswith("titel:"))
    place = f"{folder / CARD}:{line}:1: "
    assert any(problem.startswith(place) and "titel" in problem for problem in problems)
    assert any(place in record.getMessage() for record in caplog.records)

    await after_edit(source, lambda: replace(folder / CARD, "titel: Dev", "title: Ev"))
    assert title(source) == "Eveloping AI/ML Engineer"
    assert source.status()["reload"] == "ok"
    assert "ladder reloaded" in caplog.records[-1].getMessage()


async def test_the_same_problem_is_logged_once(
    source: LadderSource, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await after_edit(source, lambda: replace(folder / CARD, "title: Dev", "titel: Dev"))
    told = len(caplog.records)
    other = folder / "software-engineer/P2.yaml"
    await after_edit(source, lambda: other.write_text(other.read_text() + "# a remark\n"))
    assert len(caplog.records) == told
    await after_edit(source, lambda: replace(other, "level: P2", "level: P9"))
    assert len(caplog.records) > told


@pytest.mark.parametrize(
    ("harm", "mend"),
    [
        (lambda f: f.rename(f.with_name("away")), lambda f: f.with_name("away").rename(f)),
        (
            lambda f: (f / "ladder.yaml").rename(f / "ladder.txt"),
            lambda f: (f / "ladder.txt").rename(f / "ladder.yaml"),
        ),
        (
            lambda f: (f / CARD).write_bytes(b"level: P2\ntitle: \xff\n"),
            lambda f: shutil.copy(SHIPPED / CARD, f / CARD),
        ),
        (
            lambda f: (f / CARD).write_text(""),
            lambda f: shutil.copy(SHIPPED / CARD, f / CARD),
        ),
    ],
    ids=["folder gone", "no ladder.yaml", "not UTF-8", "emptied"],
)
async def test_survives_and_recovers(
    source: LadderSource,
    folder: Path,
    harm: Callable[[Path], object],
    mend: Callable[[Path], object],
) -> None:
    await after_edit(source, lambda: harm(folder))
    assert source.failure is not None
    assert title(source) == "Developing AI/ML Engineer"
    await after_edit(source, lambda: mend(folder))
    assert source.failure is None


async def test_error_of_ours_does_not_end_the_following(
    source: LadderSource, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("bot.reload.load_ladder", stumble)
        await after_edit(source, lambda: replace(folder / CARD, "Developing AI", "Evolving!! AI"))
    assert "ZeroDivisionError" in source.status()["reload"]["problems"][0]
    await after_edit(source, lambda: replace(folder / CARD, "Evolving!! AI", "Grown!!!!! AI"))
    assert title(source) == "Grown!!!!! AI/ML Engineer"


async def write_slowly(source: LadderSource, path: Path, pieces: list[str], *, held: bool) -> None:
    """Write `pieces` with a pause after each; nothing of them may be live before the last."""
    before = source.ladder
    stream = path.open("w", encoding="utf-8")
    for piece in pieces:
        if stream.closed:
            stream = path.open("a", encoding="utf-8")
        stream.write(piece)
        stream.flush()
        if not held:
            stream.close()
        if piece is not pieces[-1] or held:
            # The writer's pace: longer than a usual edit takes to count as finished.
            await asyncio.sleep(1.2 * QUIET_WHEN_SUSPECT_S if held else 1.5 * QUIET_S)
        assert source.ladder is before
    assert source.attempts == 0
    stream.close()


REWRITTEN = (SHIPPED / CARD).read_text(encoding="utf-8").replace("Developing AI", "Evolving!! AI")
LINES = REWRITTEN.splitlines(keepends=True)
PIECES = {
    "lines": ["".join(LINES[:20]), "".join(LINES[20:40]), "".join(LINES[40:])],
    "middle of lines": [REWRITTEN[:400], REWRITTEN[400:900], REWRITTEN[900:]],
    "all but the last line": ["".join(LINES[:-1]), LINES[-1]],
}


@pytest.mark.parametrize("pieces", PIECES.values(), ids=PIECES)
async def test_half_written_file_is_not_loaded(
    source: LadderSource, folder: Path, pieces: list[str]
) -> None:
    """The writer opens the file for each piece; up to any of them it is a sound, shorter card."""
    await write_slowly(source, folder / CARD, pieces, held=False)
    async with asyncio.timeout(PATIENCE_S):
        await source.attempted(0)
    assert title(source) == "Evolving!! AI/ML Engineer"
    assert source.attempts == 1


def tells_of_writers(folder: Path) -> bool:
    with (folder / "probe").open("w"):
        return is_open_for_writing(folder / "probe")


async def test_file_that_its_writer_keeps_open_is_not_loaded(
    source: LadderSource, folder: Path
) -> None:
    if not tells_of_writers(folder):
        pytest.skip("this system does not tell who writes to a file")
    await write_slowly(source, folder / CARD, PIECES["lines"][:2], held=True)
    async with asyncio.timeout(PATIENCE_S):
        await source.attempted(0)
    assert len(source.ladder.families["ai-ml-engineer"].cards["P2"].titles) < 7


async def test_new_card_that_is_written_slowly_is_loaded_whole(
    source: LadderSource, folder: Path
) -> None:
    path = folder / "data-scientist/M1.yaml"
    text = (SHIPPED / "ai-ml-engineer/M1.yaml").read_text(encoding="utf-8")
    text = text.replace("Learning Manager", "Data Manager").replace(
        "AI/ML Engineer Team", "Data Team"
    )
    lines = text.splitlines(keepends=True)
    await write_slowly(source, path, ["".join(lines[:12]), "".join(lines[12:])], held=False)
    async with asyncio.timeout(PATIENCE_S):
        await source.attempted(0)
    assert source.failure is None
    assert len(source.ladder.families["data-scientist"].cards["M1"].sections) == 3


async def test_folder_changed_while_it_is_read_is_read_again(folder: Path) -> None:
    source = LadderSource(folder)
    build, edits = (
        source._build,
        iter([lambda: replace(folder / CARD, "Evolving!! AI", "Grown!!!!! AI")]),
    )

    def edit_and_build(*given: object) -> object:
        next(edits, lambda: None)()
        return build(*given)  # type: ignore[arg-type]

    source._build = edit_and_build  # type: ignore[assignment]
    async with source.following():
        await after_edit(source, lambda: replace(folder / CARD, "Developing AI", "Evolving!! AI"))
        assert title(source) == "Grown!!!!! AI/ML Engineer"
        assert source.attempts == 1


async def test_link_to_the_folder_may_be_switched(tmp_path: Path) -> None:
    for release in ("1", "2"):
        shutil.copytree(SHIPPED, tmp_path / release)
    replace(tmp_path / "2" / CARD, "Developing AI", "Evolving!! AI")
    current = tmp_path / "current"
    current.symlink_to("1")
    source = LadderSource(current)

    def switch() -> None:
        (tmp_path / "next").symlink_to("2")
        (tmp_path / "next").rename(current)

    async with source.following():
        await after_edit(source, switch)
    assert title(source) == "Evolving!! AI/ML Engineer"


async def test_kubernetes_config_map_may_be_switched(tmp_path: Path) -> None:
    """Files are links to ..data/FILE, and ..data is a link that is switched to a new folder."""
    mount = tmp_path / "mount"
    for release in ("..1", "..2"):
        shutil.copytree(SHIPPED, mount / release)
    replace(mount / "..2" / CARD, "Developing AI", "Evolving!! AI")
    (mount / "..data").symlink_to("..1")
    for path in SHIPPED.iterdir():
        (mount / path.name).symlink_to(f"..data/{path.name}")
    source = LadderSource(mount)

    def switch() -> None:
        (mount / "..data_tmp").symlink_to("..2")
        (mount / "..data_tmp").rename(mount / "..data")

    async with source.following():
        await after_edit(source, switch)
    assert title(source) == "Evolving!! AI/ML Engineer"


def test_broken_at_start_is_an_error(folder: Path) -> None:
    replace(folder / CARD, "level: P2", "level: P9")
    with pytest.raises(LadderError, match="P9"):
        LadderSource(folder)


async def test_stops_cleanly(folder: Path) -> None:
    source = LadderSource(folder)
    async with source.following():
        replace(folder / CARD, "Developing AI", "Evolving!! AI")
    assert [
        task.get_name() for task in asyncio.all_tasks() if task is not asyncio.current_task()
    ] == []
    assert gc.isenabled()
