"""Socket Mode: the same bot over the WebSocket that it opens itself, instead of over HTTP."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import app
from bot.manifest import manifest
from bot.settings import Settings
from local_slack import LocalSlack
from tests.conftest import ROOT
from tests.processes import running
from tests.support import (
    PATIENCE_S,
    Log,
    buttons,
    click,
    read,
    reference_in,
    sent_problems,
    settled,
    texts,
)

P2 = "P2 · Developing AI/ML Engineer"


def settings_of(slack: LocalSlack) -> Settings:
    return Settings(
        slack_bot_token=SecretStr(slack.bot_token),
        slack_app_token=SecretStr(slack.app_token),
        slack_api_url=slack.api_url,
        level_data=ROOT / "level_data",
        database_url=SecretStr("sqlite://"),
        _env_file=None,
    )


@pytest.fixture
async def slack(log: Log, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LocalSlack]:
    """A local workspace joined with the bot over Socket Mode, by `serve_socket` itself."""
    connected, told_to_stop = asyncio.Event(), asyncio.Event()

    async def until_stopped() -> None:
        connected.set()
        await told_to_stop.wait()

    monkeypatch.setattr(app, "until_stopped", until_stopped)
    async with LocalSlack(manifest=manifest(None)) as workspace:
        serving = asyncio.create_task(app.serve_socket(settings_of(workspace)))
        async with asyncio.timeout(PATIENCE_S):
            await connected.wait()
        assert workspace.session.socket.connected
        try:
            yield workspace
            await settled(workspace)
        finally:
            told_to_stop.set()
            async with asyncio.timeout(PATIENCE_S):
                await serving
        assert sent_problems(workspace) == []
        for secret in (workspace.bot_token, workspace.app_token):
            assert secret not in log.text


async def test_command(slack: LocalSlack) -> None:
    delivery = await slack.command("/level", "what's Machine Learning II?")
    assert (delivery.transport, delivery.status, delivery.error) == ("socket", 200, None)
    assert delivery.message is not None
    assert delivery.message.ephemeral_to == slack.users["ana"].id
    assert read(delivery.message.blocks[0]) == P2


@pytest.mark.parametrize("text", ["payload P2", "<!channel> & co", "x" * 20_000, ""])
async def test_odd_commands(slack: LocalSlack, text: str) -> None:
    delivery = await slack.command("/level", text)
    assert delivery.ok
    assert delivery.message is not None
    sent = [delivery.message.text, *texts(delivery.message.blocks)]
    assert not any("<!channel>" in each for each in sent)


async def test_mention(slack: LocalSlack) -> None:
    question = await slack.post("@levelbot what's Machine Learning II?")
    answer = await slack.next_message(after=question)
    assert answer.thread_ts == question.ts
    assert read(answer.blocks[0]) == P2
    assert slack.deliveries[0].transport == "socket"


async def test_direct_message(slack: LocalSlack) -> None:
    question = await slack.post("deep learning 2", channel=slack.dm("ana"))
    answer = await slack.next_message(after=question)
    assert read(answer.blocks[0]) == P2


async def test_buttons(slack: LocalSlack) -> None:
    delivery = await slack.command("/level", "xyzzy")
    assert delivery.message is not None
    assert set(buttons(delivery.message.blocks)) == {"ask_1", "ask_2", "ask_3"}
    assert (await click(slack, delivery.message, "ask_1")).ok
    assert read(delivery.message.blocks[0]) == P2
    assert (await click(slack, delivery.message, "whole_card")).ok
    assert slack.view("ana").title == "P2 · AI/ML Engineer"


async def test_an_exception_is_owned_up_to(
    slack: LocalSlack, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("x")

    monkeypatch.setattr("bot.answers.ask.understand", broken)
    references = set()
    for _ in range(2):
        delivery = await slack.command("/level", "P2")
        assert delivery.message is not None
        assert "Sorry" in delivery.message.text
        references.add(reference_in(delivery.message.text))
    assert len(references) == 2, "each request has a reference of its own"
    for reference in references:
        assert len(log.lines("ERROR", f"[{reference}]")) == 1


# As a process of its own


def environment_of(slack: LocalSlack, **changed: str) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        **changed,
    }


async def test_the_command_answers_and_stops_when_told(tmp_path: Path) -> None:
    async with (
        LocalSlack(manifest=manifest(None)) as slack,
        running("socket", cwd=tmp_path, settings=environment_of(slack)) as bot,
    ):
        await bot.logged("connected to Slack")
        delivery = await slack.command("/level", "P2")
        assert delivery.message is not None
        assert read(delivery.message.blocks[0]) == P2
        assert await bot.ended(signal.SIGTERM) == 0
        assert "Traceback" not in "".join(bot.log)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param("xapp-wrong", id="unknown"),
        pytest.param("xoxb-local-bot-token", id="a bot token"),
    ],
)
async def test_a_wrong_app_token_is_one_clear_line(tmp_path: Path, wrong: str) -> None:
    async with LocalSlack(manifest=manifest(None)) as slack:
        settings = environment_of(slack, SLACK_APP_TOKEN=wrong, LOG_LEVEL="ERROR")
        async with running("socket", cwd=tmp_path, settings=settings) as bot:
            assert await bot.ended() == 1
            (line,) = bot.log
            assert line.startswith("levelbot: ")
            assert "token" in line
            assert wrong not in line
