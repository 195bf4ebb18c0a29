"""`levelbot doctor`: each thing that can be wrong is named, with how to mend it."""

import asyncio
import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from bot.cli import main
from bot.manifest import manifest
from local_slack import LocalSlack
from tests.conftest import ROOT

KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


@pytest.fixture
def where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder to run in, and the ladder that ships."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LEVEL_DATA", str(ROOT / "level_data"))
    return tmp_path


async def doctor() -> tuple[int, str]:
    """Run it beside this event loop; returns the status, and what it printed."""

    def run() -> tuple[int, str]:
        out = io.StringIO()
        with redirect_stdout(out):
            return main(["doctor"]), out.getvalue()

    return await asyncio.to_thread(run)


async def asked(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch, **changed: str
) -> tuple[int, str]:
    settings = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        **changed,
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return await doctor()


async def test_all_is_well(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with LocalSlack(manifest=manifest("https://levelbot.example.com")) as slack:
        status, out = await asked(slack, monkeypatch)
    assert status == 0, out
    for part in ("settings", "ladder", "database", "bot token", "scopes", "app token"):
        assert any(line.startswith(f"ok       {part}") for line in out.splitlines()), (part, out)
    assert "FAILED" not in out
    assert slack.bot_token not in out


@pytest.mark.parametrize(
    ("changed", "told", "mend"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-wrong"}, "bot token .*invalid_auth", "OAuth & Permissions"),
        ({"SLACK_APP_TOKEN": "xapp-wrong"}, "app token .*invalid_auth", "connections:write"),
        ({"SLACK_API_URL": "http://127.0.0.1:9/api/"}, "can't be reached", "SLACK_API_URL"),
        ({"LEVEL_DATA": "nowhere"}, "FAILED   ladder", "levelbot validate"),
        ({"DATABASE_URL": "mysql://x/y"}, "FAILED   database", "sqlite:///PATH"),
        (
            {"DATABASE_URL": "postgresql://u:s3cret@127.0.0.1:9/x"},
            "FAILED   database .*can't open",
            "is it running",
        ),
        ({"TOKEN_KEY": "short"}, "FAILED   token key", "openssl rand -base64 32"),
        ({"OWNERS_CHANNEL": "C0NOWHERE"}, "owners channel .*channel_not_found", "/?invite"),
        ({"DIGEST": "weekly"}, "FAILED   digest", "set OWNERS_CHANNEL"),
        ({"PUBLIC_URL": "http://bot"}, "FAILED   public address", "TLS"),
        ({"SLACK_CLIENT_ID": "1.2"}, "FAILED   settings", "SLACK_CLIENT_SECRET is not set"),
    ],
)
async def test_what_is_wrong_is_told_with_how_to_mend_it(
    where: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], told: str, mend: str
) -> None:
    async with LocalSlack(manifest=manifest("https://levelbot.example.com")) as slack:
        status, out = await asked(slack, monkeypatch, **changed)
    assert status == 1, out
    assert re.search(told, out), out
    assert re.search(mend, out), out
    assert "s3cret" not in out
    assert "xoxb-wrong" not in out


async def test_scopes_that_are_missing_or_too_many(
    where: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declared = manifest("https://levelbot.example.com")
    declared["oauth_config"]["scopes"]["bot"].remove("im:history")
    async with LocalSlack(manifest=declared) as slack:
        status, out = await asked(slack, monkeypatch)
    assert status == 1
    assert "missing: im:history, to read what is written to it" in out
    declared["oauth_config"]["scopes"]["bot"] += ["im:history", "admin"]
    async with LocalSlack(manifest=declared) as slack:
        status, out = await asked(slack, monkeypatch)
    assert status == 0
    assert "warning  scopes         more than it needs: admin" in out


async def test_without_any_setting(where: Path) -> None:
    status, out = await doctor()
    assert status == 1
    assert "for levelbot serve: SLACK_SIGNING_SECRET is not set" in out
    assert "for levelbot socket: SLACK_BOT_TOKEN is not set" in out


async def test_through_oauth(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = {
        "SLACK_SIGNING_SECRET": "s",
        "SLACK_CLIENT_ID": "1.2",
        "SLACK_CLIENT_SECRET": "s",
        "TOKEN_KEY": KEY,
        "PUBLIC_URL": "https://levelbot.example.com",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    status, out = await doctor()
    assert status == 0, out
    assert "installed nowhere yet" in out
    assert "open https://levelbot.example.com/slack/install" in out
