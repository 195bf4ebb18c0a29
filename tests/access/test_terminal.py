"""The commands show what everybody may see; an operator may ask for the rest."""

import json
import shutil
from pathlib import Path

import pytest

from bot.cli import main
from bot.exports import FORMATS
from tests.access.restricted import ASK, QUESTIONS, leaked

Run = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def level_data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEVEL_DATA", str(folder))


@pytest.mark.parametrize("form", ["text", "json", "markdown", "blocks"])
def test_show(capsys: Run, form: str) -> None:
    assert main(["show", "P2", "--format", form]) == 0
    shown = capsys.readouterr().out
    assert leaked(shown) == []
    assert (f"Ask {ASK}" in shown.replace("\\", "")) == (form != "json"), "data has no sentences"
    assert main(["show", "P2", "--format", form, "--restricted"]) == 0
    whole = capsys.readouterr().out
    for word in ("222", "Drimology", "Frimblar"):
        assert word in whole


@pytest.mark.parametrize("level", ["P4", "stealth/P2", "X1", "analyst/P3"])
def test_what_is_hidden_is_not_there_to_show(capsys: Run, level: str) -> None:
    assert main(["show", level]) == 2
    assert leaked(capsys.readouterr().err, level) == []
    assert main(["show", level, "--restricted"]) == 0


def test_ask(capsys: Run) -> None:
    assert main(["ask", "P2 pay", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["attribute"] == "pay"
    assert answer["levels"] == ["engineer/P2"]
    assert f"Pay is not shown here. Ask {ASK}." in answer["text"]
    assert main(["ask", "P2 pay", "--restricted"]) == 0
    assert "222,222" in capsys.readouterr().out


@pytest.mark.parametrize("restricted", [False, True])
def test_ask_in_a_batch(capsys: Run, tmp_path: Path, restricted: bool) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text("".join(json.dumps({"id": q, "question": q}) + "\n" for q in QUESTIONS))
    assert main(["ask", "--batch", str(batch), *(["--restricted"] if restricted else [])]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    said = [leaked(json.dumps(answer), answer["question"]) for answer in answers]
    assert any(said) == restricted


def test_a_hidden_family_can_not_be_named(capsys: Run) -> None:
    assert main(["ask", "P2", "--family", "stealth"]) == 2
    assert "Skunkworks" not in capsys.readouterr().err
    assert main(["ask", "P2", "--family", "stealth", "--restricted"]) == 0


@pytest.mark.parametrize("form", FORMATS)
def test_export_says_what_it_left_out(capsys: Run, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    assert main(["export", str(out), "--format", form]) == 0
    files = [path for path in out.rglob("*") if path.is_file()]
    assert [leaked(path.read_text("utf-8") + path.name) for path in files] == [[] for _ in files]
    left_out = capsys.readouterr().err
    assert "left out what the ladder keeps for some: pay, skills" in left_out
    assert "the families stealth" in left_out
    assert main(["export", str(out), "--format", form, "--restricted"]) == 0
    assert "holds" in capsys.readouterr().err
    whole = "".join(path.read_text("utf-8") for path in out.rglob("*") if path.is_file())
    assert {"quuxlang", "skunkworks", "frimblar"} <= set(leaked(whole))


def test_a_whole_export_keeps_its_rules_when_it_is_imported(capsys: Run, tmp_path: Path) -> None:
    out, again = tmp_path / "out", tmp_path / "again"
    assert main(["export", str(out), "--format", "json", "--restricted"]) == 0
    assert main(["import", str(out / "ladder.json"), "--out", str(again)]) == 0
    assert main(["diff", str(again), str(again), "--restricted"]) == 0
    capsys.readouterr()
    assert main(["validate", str(again)]) == 0
    ladder = (again / "ladder.yaml").read_text("utf-8")
    assert "restricted:\n  - fields: [pay, skills]" in ladder
    assert "levels: [P4, X1, analyst/P3]" in ladder


@pytest.mark.parametrize("flag", [[], ["--json"]])
def test_diff(capsys: Run, folder: Path, tmp_path: Path, flag: list[str]) -> None:
    """Also where only one of the two ladders has the rules."""
    edited = Path(shutil.copytree(folder, tmp_path / "edited"))
    for path in [*edited.rglob("P*.yaml"), edited / "ladder.yaml"]:
        text = path.read_text("utf-8").replace("Frimblar", "Frimblarious").replace("22222", "22444")
        text = text.replace("Own features", "Our features").replace("Hidejobs", "Hidejobsly")
        path.write_text(text.partition("restricted:")[0], "utf-8")
    for pair in ([folder, edited], [edited, folder]):
        assert main(["diff", *map(str, pair), *flag]) == 0
        told = capsys.readouterr()
        assert leaked(told.out) == []
        assert "Our features" in told.out
        assert "left out what the ladder keeps for some" in told.err
    assert main(["diff", str(folder), str(edited), *flag, "--restricted"]) == 0
    assert "Frimblarious" in capsys.readouterr().out


def test_the_manifest_asks_for_what_the_rules_need(
    capsys: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scopes() -> list[str]:
        assert main(["manifest", "--socket"]) == 0
        told: list[str] = json.loads(capsys.readouterr().out)["oauth_config"]["scopes"]["bot"]
        return told

    assert "usergroups:read" in scopes()
    monkeypatch.delenv("LEVEL_DATA")
    assert "usergroups:read" not in scopes()


def test_admins_are_ids(capsys: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMINS", "U0123ABCD, W0123ABCD U0456EFGH")
    assert main(["ask", "P2"]) == 0
    capsys.readouterr()
    monkeypatch.setenv("ADMINS", "U0123ABCD,@ana")
    assert main(["ask", "P2"]) == 2
    assert "ADMINS: '@ana' is not a Slack user id" in capsys.readouterr().err
