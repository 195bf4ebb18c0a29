"""`python -m local_slack`, as the developer of another app runs it."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import sys
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from local_slack.__main__ import main
from tests.local_slack.manifests import manifest
from tests.local_slack.support import App
from tests.processes import ROOT, environment
from tests.support import PATIENCE_S


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "not a JSON manifest"),
        ("[]", "not Slack's manifest format"),
        ('{"features": {"slash_commands": [{}]}}', "'command'"),
        (None, "No such file"),
    ],
    ids=["broken", "a list", "a nameless command", "missing"],
)
def test_a_manifest_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, words: str
) -> None:
    file = tmp_path / "manifest.json"
    if content is not None:
        file.write_text(content)
    assert main(["--manifest", str(file)]) == 2
    error = capsys.readouterr().err
    assert str(file) in error
    assert words in error
    assert error.count("\n") == 1


def test_a_state_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "state.json"
    file.write_text("{}")
    assert main(["--port", "0", "--state", str(file)]) == 2
    assert f"{file}: not the state" in capsys.readouterr().err


async def test_a_kept_state_tells_that_the_token_was_revoked(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    async with LocalSlack(bot_token="xoxb-local-bot-token", state=state) as slack:
        await AsyncWebClient(slack.bot_token, slack.api_url).auth_revoke()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "local_slack", "--port", "0", "--state", str(state)),
        cwd=ROOT,
        env=environment({}),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE_S):
        said = (await process.stdout.readuntil(b"delete that file.\n")).decode()
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
    assert f"token is refused: {state} remembers" in said


async def test_another_app_is_served_until_told_to_stop(tmp_path: Path, app: App) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps(manifest()))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "local_slack", "--port", "0", "--app-url", app.url),
        *("--manifest", str(tmp_path / "manifest.json")),
        *("--state", str(tmp_path / "state.json")),
        cwd=ROOT,
        env=environment({}),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE_S):
        said = (await process.stdout.readuntil(b"until then.\n")).decode()
        settings = dict(re.findall(r"^  (\w+)=(\S+)$", said, re.MULTILINE))
        client = AsyncWebClient(settings["SLACK_BOT_TOKEN"], settings["SLACK_API_URL"])
        me = await client.auth_test()
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
    assert me["user"] == "scales"
    # The app double answers every request with an empty 200, which is no answer to a challenge.
    assert "challenge_failed" in said
    assert json.loads(app.bodies[0])["type"] == "url_verification"
    assert (tmp_path / "state.json").exists()
