"""What a ladder's folder may hold: links, sizes, odd files, and several mistakes at once."""

import os
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.ladder import LadderError, load_ladder
from tests.ladder_checks.case import Edit, Told

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


def refused(root: Path) -> list[str]:
    """What loading says of the ladder, with files named as within its folder."""
    with pytest.raises(LadderError) as caught:
        load_ladder(root)
    return [str(problem).replace(f"{root}/", "") for problem in caught.value.problems]


@needs_links
@pytest.mark.parametrize("name", ["engineer/P2.yaml", "engineer/family.yaml", "guide.yaml"])
def test_a_file_that_links_out_of_the_folder_is_refused_and_not_read(
    root: Path, told: Told, tmp_path: Path, name: str
) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("secret: of somebody else\n", encoding="utf-8")
    (root / name).unlink()
    (root / name).symlink_to(outside)
    line = f"{name}:1:1: links to a file outside of {root}; put the file itself here"
    assert line.replace(str(root), ".") in told()
    assert refused(root) == [line]
    assert "secret" not in "".join(told())


@needs_links
def test_a_folder_that_links_out_is_refused_and_not_read(
    root: Path, told: Told, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "P1.yaml").write_text("secret: of somebody else\n", encoding="utf-8")
    (root / "writer").symlink_to(outside)
    assert refused(root) == [
        f"writer:1:1: links to a file outside of {root}; put the file itself here"
    ]
    assert "secret" not in "".join(told())


@needs_links
def test_links_within_the_folder_are_followed(root: Path, told: Told) -> None:
    (root / ".data").mkdir()
    (root / "engineer" / "P2.yaml").rename(root / ".data" / "P2.yaml")
    (root / "engineer" / "P2.yaml").symlink_to(Path("..", ".data", "P2.yaml"))
    assert told() == []
    assert load_ladder(root).card("engineer/P2")


@needs_links
@pytest.mark.parametrize("target", ["nowhere.yaml", "P3.yaml"], ids=["to nothing", "in a circle"])
def test_a_link_that_leads_nowhere_is_refused(root: Path, target: str) -> None:
    (root / "engineer" / "P3.yaml").unlink()
    (root / "engineer" / "P3.yaml").symlink_to(target)
    assert refused(root) == ["engineer/P3.yaml:1:1: is a link to nothing; put the file itself here"]


def test_a_file_over_1_mb_is_refused(root: Path, told: Told) -> None:
    card = root / "engineer" / "P3.yaml"
    card.write_text(card.read_text(encoding="utf-8") + "#" * 1_000_000, encoding="utf-8")
    line = (
        f"engineer/P3.yaml:1:1: has {card.stat().st_size:,} bytes, more than 1,000,000; "
        "split it into smaller files"
    )
    assert refused(root) == [line]
    assert line in told()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_make_the_bot_wait(root: Path) -> None:
    os.mkfifo(root / "engineer" / "P7.yaml")
    assert refused(root) == [
        "engineer/P7.yaml:1:1: can't be read (it is a device or a pipe); put a plain file here"
    ]


def test_a_folder_named_like_a_card_is_refused(root: Path) -> None:
    (root / "engineer" / "P7.yaml").mkdir()
    assert refused(root) == [
        "engineer/P7.yaml:1:1: can't be read (it is a folder); rename the folder or remove it"
    ]


def test_other_files_are_left_alone(root: Path, told: Told) -> None:
    (root / "README.md").write_text("About this ladder", encoding="utf-8")
    (root / "pictures").mkdir()
    (root / "pictures" / "ladder.svg").write_text("<svg/>", encoding="utf-8")
    (root / "engineer" / ".P2.yaml.swp").write_bytes(b"\xff")
    for name in ("P2.yaml~", "#P2.yaml#", "4913"):
        (root / "engineer" / name).write_bytes(b"\xff")
    assert told() == []


@pytest.mark.parametrize("name", ["ladder.yaml", "guide.yaml"])
def test_a_folder_in_the_place_of_a_file_is_refused(root: Path, name: str) -> None:
    (root / name).unlink()
    (root / name).mkdir()
    assert refused(root) == [
        f"{name}:1:1: can't be read (it is a folder); rename the folder or remove it"
    ]


@needs_links
@pytest.mark.parametrize("name", ["loop", "engineer/loop"])
def test_a_link_to_a_folder_around_it_is_refused(root: Path, told: Told, name: str) -> None:
    (root / name).symlink_to(root)
    assert told() == [f"{name}:1:1: links to a folder that it stands in; remove the link"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_file_with_a_line_break_in_its_name_is_told_on_one_line(root: Path, told: Told) -> None:
    (root / "engineer" / "P\n9.yaml").write_text("level: P2\ntitle: Other\n", encoding="utf-8")
    assert any(line.startswith(r"engineer/P\n9.yaml:1:8: is a second card") for line in told())


def test_an_empty_folder_is_told_to_need_a_family_file(root: Path) -> None:
    (root / "writer").mkdir()
    assert refused(root) == [
        "writer/family.yaml:1:1: can't be read (no such file); add it, with the family's name"
    ]


def test_a_folder_without_a_ladder_file_is_told_what_to_add(root: Path, told: Told) -> None:
    (root / "ladder.yaml").unlink()
    line = (
        "ladder.yaml:1:1: can't be read (no such file); "
        "add it, with the ladder's name, tracks and levels"
    )
    assert told() == [line]
    assert refused(root) == [line]


def test_broken_files_do_not_hide_the_problems_of_the_others(root: Path, told: Told) -> None:
    for edit in (
        Edit("ladder.yaml", "name: A small", "name: [A small"),
        Edit("engineer/family.yaml", None, b"name: \xff"),
        Edit("engineer/P1.yaml", "title: Engineer I", "title: 1"),
        Edit("engineer/P2.yaml", "level: P2\n", ""),
        Edit("engineer/P3.yaml", "Data III", "Web II"),
        Edit("guide.yaml", "    answer: The People team.\n", ""),
    ):
        edit.apply(root)
    assert told() == [
        "engineer/P1.yaml:2:8: is not text; put it in quotes",
        "engineer/P2.yaml:1:1: has no `level:`; add it",
        "engineer/P3.yaml:17:5: is a title of P2.yaml too: 'Web II'; keep it on one card",
        "engineer/family.yaml:1:7: is not UTF-8 here; save the file with the encoding UTF-8",
        "guide.yaml:6:5: has no `answer:`; add it",
        "ladder.yaml:2:6: is not valid YAML: did not find expected ',' or ']'; "
        "check indentation and quotes",
    ]


def test_several_mistakes_in_one_file_are_all_told_in_order(root: Path, told: Told) -> None:
    for edit in (
        Edit("engineer/P2.yaml", "level: P2", "level: P7"),
        Edit("engineer/P2.yaml", "Repairs things of size 2", "Builds things of size 2"),
        Edit("engineer/P2.yaml", "status: approved", "status: ok\nstatus: draft\nskils: []"),
        Edit("engineer/P2.yaml", "low: 50", "low: fifty"),
        Edit("ladder.yaml", "name: Developing", "nam: Developing"),
    ):
        edit.apply(root)
    assert told() == [
        "engineer/P2.yaml:1:8: names a level that no track has: 'P7'; "
        "the levels are P1, P2, P3, M1",
        "engineer/P2.yaml:7:5: repeats line 5: 'Builds things of size 2'; keep one of them",
        "engineer/P2.yaml:18:9: is 'ok'; write 'approved' or 'draft'",
        "engineer/P2.yaml:19:1: repeats the key 'status'; keep one of them",
        "engineer/P2.yaml:20:1: has the unknown key `skils:`; did you mean `skills:`?",
        "engineer/P2.yaml:21:12: is not a number; "
        "write digits without quotes and commas, such as 3",
        "ladder.yaml:23:9: has the unknown key `nam:`; did you mean `name:`?",
    ]


def test_the_command_prints_problems_and_tells_errors_from_warnings_by_its_status(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["validate", str(root)]) == 0
    assert capsys.readouterr() == ("", "")

    Edit("engineer/P2.yaml", "- Data II", "- QXA Engineer II").apply(root)
    assert main(["validate", str(root)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith(f"{root / 'engineer' / 'P2.yaml'}:17:5: warning: has the abbrev")
    assert shown.err == ""

    Edit("engineer/P2.yaml", "status: approved", "status: yes").apply(root)
    assert main(["validate", str(root)]) == 1
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 2
    assert shown.err == ""


def test_the_command_says_when_there_is_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["validate", str(tmp_path / "none")]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert "is not a folder" in shown.err
