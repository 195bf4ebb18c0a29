"""The log: one line an event, with the request's id; never a token, never what people wrote."""

import io
import json
import logging
import re
import signal
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest

from bot.logs import new_request_id, request_id, set_up_logging
from bot.manifest import manifest
from local_slack import LocalSlack
from tests.conftest import TALKATIVE
from tests.processes import running
from tests.support import Log, click, settled

LINE = re.compile(r"(\S+) (DEBUG|INFO|WARNING|ERROR)\s+(\S+) \[(\S+)\] (.*)")


Style = Literal["text", "json"]


@pytest.fixture
def root_logger() -> Iterator[None]:
    """Puts logging back as it was."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in TALKATIVE}
    root.handlers = []
    yield
    root.handlers = before
    root.setLevel(level)
    for name, was in levels.items():
        logging.getLogger(name).setLevel(was)


def set_up(level: str, style: Style) -> io.StringIO:
    """Set logging up; returns what stands for standard error."""
    stream = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        set_up_logging(level, style)
    return stream


def log_something() -> str:
    """Two lines, the second with a traceback; returns their request's id."""
    reference = new_request_id()
    log = logging.getLogger("bot.test")
    log.debug("not shown at INFO")
    log.info("hello %s", "wörld\n2nd line")
    try:
        int("no number")
    except ValueError:
        log.exception("failed")
    return reference


def test_text(root_logger: None) -> None:
    stream = set_up("INFO", "text")
    reference = log_something()
    first = LINE.match(stream.getvalue())
    assert first
    when, level, logger, given, message = first.groups()
    assert datetime.fromisoformat(when).utcoffset() is not None
    assert (level, logger, given) == ("INFO", "bot.test", reference)
    assert message.startswith("hello wörld")
    assert "ValueError" in stream.getvalue()
    assert "not shown" not in stream.getvalue()


def test_json_is_one_object_a_line(root_logger: None) -> None:
    stream = set_up("INFO", "json")
    reference = log_something()
    entries = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(entries) == 2
    for entry in entries:
        assert entry["request_id"] == reference
        assert entry["logger"] == "bot.test"
        assert datetime.fromisoformat(entry["time"]).utcoffset() is not None
    assert [entry["level"] for entry in entries] == ["INFO", "ERROR"]
    assert entries[0]["message"] == "hello wörld\n2nd line"
    assert "ValueError" in entries[1]["traceback"]
    assert "traceback" not in entries[0]


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize("level", ["DEBUG", "INFO", "WARNING", "ERROR"])
def test_levels(root_logger: None, style: Style, level: str) -> None:
    stream = set_up(level, style)
    levels = ["DEBUG", "INFO", "WARNING", "ERROR"]
    for each in levels:
        logging.getLogger("bot.test").log(logging.getLevelName(each), "line")
    assert len(stream.getvalue().splitlines()) == len(levels) - levels.index(level)


def test_the_libraries_stay_quiet_at_debug(root_logger: None) -> None:
    """At DEBUG they print whole requests."""
    stream = set_up("DEBUG", "text")
    for name in ("slack_sdk.web.async_base_client", "slack_bolt.AsyncApp", "aiohttp.access"):
        logging.getLogger(name).debug("token=xoxb-1")
    assert stream.getvalue() == ""


def test_a_request_id_is_short_and_new_each_time() -> None:
    made = {new_request_id() for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch(r"[0-9a-f]{8}", each) for each in made)
    assert request_id.get() in made


async def test_a_request_has_one_id_and_another_has_another(slack: LocalSlack, log: Log) -> None:
    await slack.command("/level", "P2")
    await slack.post("@levelbot P2")
    await slack.post("P3", channel=slack.dm("ana"))
    await settled(slack)
    answered = [LINE.match(line) for line in log.lines("INFO", "answered ")]
    ids = [match[4] for match in answered if match]
    assert len(ids) == len(set(ids)) == 3
    assert "-" not in ids


async def test_an_answer_is_one_line_of_what_was_asked(slack: LocalSlack, log: Log) -> None:
    await slack.command("/level", "what's Machine Learning II?")
    (line,) = log.lines("INFO", "answered ")
    assert re.search(
        r"answered surface=slash_command intent=card levels=ai-ml-engineer/P2 "
        r"confidence=0\.\d+ ms=\d+\.\d+$",
        line,
    )


@pytest.mark.provokes_faults
async def test_a_traceback_does_not_repeat_what_was_written(
    slack: LocalSlack, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception's own message may hold it, as a KeyError's or ValueError's often does."""

    def broken(text: str, *_: object) -> None:
        raise KeyError(text)

    monkeypatch.setattr("bot.answers.ask.understand", broken)
    await slack.command("/level", "the-secret-of-ana")
    await slack.post("@levelbot the-secret-of-ana")
    await settled(slack)
    assert log.lines("ERROR", "KeyError")
    assert "the-secret-of-ana" not in log.text


@pytest.mark.parametrize("style", ["text", "json"])
async def test_a_whole_conversation_at_debug(tmp_path: Path, style: str) -> None:
    """Through the process, its environment and its real log: nothing that is nobody's business."""
    async with LocalSlack(manifest=manifest("https://x.example.com")) as slack:
        settings = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "HOST": "127.0.0.1",
            "PORT": "0",
            "LOG_LEVEL": "DEBUG",
            "LOG_FORMAT": style,
        }
        async with running("serve", cwd=tmp_path, settings=settings) as bot:
            slack.app_url = f"{await bot.address()}/slack/events"
            delivery = await slack.command("/level", "P2 hush-hush-words")
            assert delivery.message is not None
            await click(slack, delivery.message, "ask_1")
            await slack.command("/level", "hush-hush-words")
            question = await slack.post("@levelbot Machine Learning II hush-hush-words")
            await slack.next_message(after=question)
            direct = await slack.post("P3 hush-hush-words", channel=slack.dm("ana"))
            await slack.next_message(after=direct)
            slack.faults.fail("chat.postMessage", "fatal_error")
            failed = await slack.post("@levelbot P4 hush-hush-words")
            await slack.next_message(after=failed)
            slack.faults.fail("views.open", "expired_trigger_id")
            shown = await slack.command("/level", "P2")
            assert shown.message is not None
            await click(slack, shown.message, "whole_card")
            await slack.idle()
            assert await bot.ended(signal.SIGTERM) == 0
        log = "".join(bot.log)
        assert len(log.splitlines()) > 6
        for secret in (slack.bot_token, slack.signing_secret):
            assert secret not in log
        for written in ("hush-hush", "Machine Learning", "Developing"):
            assert written not in log
        if style == "json":
            for line in log.splitlines():
                assert set(json.loads(line)) >= {"time", "level", "logger", "message"}
