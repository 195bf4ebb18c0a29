"""`levelbot COMMAND`: what it prints, how it fails, and serving as a process of its own."""

import asyncio
import io
import json
import logging
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import aiohttp
import pytest
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp

from bot.app import build_app
from bot.cli import main
from bot.ladder import Ladder
from bot.reload import LadderSource
from bot.settings import Settings
from bot.state import State
from local_slack import LocalSlack, limits
from local_slack.signing import signed_headers
from tests.conftest import TALKATIVE
from tests.ladders import write_ladder
from tests.processes import environment, running
from tests.support import PATIENCE_S, Json

KEYS = [
    "id",
    "question",
    "intent",
    "levels",
    "attribute",
    "skill",
    "listed",
    "confidence",
    "text",
    "suggestions",
]
"""Of the JSON answer, as the contract has them."""

CARD_KEYS = [
    "family",
    "level",
    "title",
    "summary",
    "meaning",
    "activities",
    "skills",
    "expectations",
    "titles",
    "pay",
    "status",
    "source",
]


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class Levelbot:
    """Runs commands in this process, in a folder of their own."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def set(self, **settings: str) -> None:
        """Put settings into the environment."""
        for name, value in settings.items():
            self._monkeypatch.setenv(name, value)

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Ran:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self._capsys.readouterr()
        try:
            status = main(arguments)
        except SystemExit as end:  # argparse
            status = end.code if isinstance(end.code, int) else 1
        out, err = self._capsys.readouterr()
        return Ran(status, out, err)


@pytest.fixture
def levelbot(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Levelbot]:
    """`levelbot`, with no settings but those that a test makes."""
    root = logging.getLogger()
    handlers_before, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in TALKATIVE}
    root.handlers = []
    monkeypatch.chdir(tmp_path)
    yield Levelbot(capsys, monkeypatch, tmp_path)
    root.handlers = handlers_before
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def assert_complained(ran: Ran, words: str, status: int = 2) -> None:
    """One clear line on standard error, and nothing on standard output."""
    assert ran.status == status, ran
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1, ran.err
    assert re.search(words, ran.err), ran.err
    assert "Traceback" not in ran.err


# ask


def test_ask_answers_in_plain_text(levelbot: Levelbot) -> None:
    ran = levelbot("ask", "what's Machine Learning II?")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("P2 — Developing Professional (AI/ML Engineer)\n")
    assert "- Hyperparameter tuning\n" in ran.out
    assert ran.out.endswith("\n")
    assert not re.search(r"&amp;|&lt;|\*Scope|<http", ran.out), "plain text has no markup"


@pytest.mark.parametrize(
    ("question", "intent", "levels"),
    [
        ("what's Machine Learning II?", "card", ["ai-ml-engineer/P2"]),
        ("help", "help", []),
        ("what's the weather?", "unknown", []),
        ("", "help", []),
    ],
)
def test_ask_json_has_the_contracts_keys(
    levelbot: Levelbot, question: str, intent: str, levels: list[str]
) -> None:
    ran = levelbot("ask", question, "--json")
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == 1
    assert list(ran.json) == KEYS
    assert ran.json["id"] is None
    assert (ran.json["question"], ran.json["intent"]) == (question, intent)
    assert ran.json["levels"] == levels
    assert (ran.json["attribute"], ran.json["skill"], ran.json["listed"]) == (None, None, None)
    assert 0 <= ran.json["confidence"] <= 1
    assert ran.json["text"].strip()
    assert len(ran.json["suggestions"]) <= 3
    if intent == "unknown":
        assert ran.json["suggestions"]


def test_ask_takes_a_family(levelbot: Levelbot) -> None:
    ran = levelbot("ask", "P2", "--json", "--family", "data-scientist")
    assert ran.json["levels"] == ["data-scientist/P2"]


@pytest.mark.parametrize("arguments", [("ask",), ("ask", "P2", "--batch", "x.jsonl")])
def test_ask_wants_a_question_or_a_batch(levelbot: Levelbot, arguments: tuple[str, ...]) -> None:
    assert_complained(levelbot(*arguments), "give a question.*--batch FILE")


def test_ask_of_an_unknown_family(levelbot: Levelbot) -> None:
    words = "no family 'sales'; the families are ai-ml-engineer, data-scientist, software-engineer"
    assert_complained(levelbot("ask", "P2", "--family", "sales"), words)


BATCH: list[Json] = [
    {"id": "q1", "question": "P2"},
    {"id": 2, "question": "P2", "family": "data-scientist"},
    {"question": "xyzzy"},
    {"id": None, "question": "help", "family": None},
    {"id": ["any", {"json": 1}], "question": "what’s P3 – 🤖"},
    {"id": "q1", "question": "", "more": "is left alone"},
]


@pytest.mark.parametrize("way", ["file", "standard input"])
def test_a_batch_is_answered_in_order(levelbot: Levelbot, way: str) -> None:
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n\n" for each in BATCH).encode()
    if way == "file":
        (levelbot.folder / "q.jsonl").write_bytes(b"\xef\xbb\xbf" + lines.replace(b"\n", b"\r\n"))
        ran = levelbot("ask", "--batch", "q.jsonl")
    else:
        ran = levelbot("ask", "--batch", "-", stdin=lines)
    assert (ran.status, ran.err) == (0, "")
    assert [list(each) for each in ran.lines] == [KEYS] * len(BATCH)
    assert [each["id"] for each in ran.lines] == [each.get("id") for each in BATCH]
    assert [each["question"] for each in ran.lines] == [each["question"] for each in BATCH]
    assert [each["levels"] for each in ran.lines] == [
        ["ai-ml-engineer/P2"],
        ["data-scientist/P2"],
        [],
        [],
        ["ai-ml-engineer/P3"],
        [],
    ]


def test_a_batch_takes_a_family_where_a_line_has_none(levelbot: Levelbot) -> None:
    lines = b'{"question": "P2"}\n{"question": "P2", "family": "software-engineer"}\n'
    ran = levelbot("ask", "--batch", "-", "--family", "data-scientist", stdin=lines)
    assert [each["levels"] for each in ran.lines] == [
        ["data-scientist/P2"],
        ["software-engineer/P2"],
    ]


def test_an_empty_batch_is_no_error(levelbot: Levelbot) -> None:
    assert levelbot("ask", "--batch", "-") == Ran(0, "", "")


BAD_LINES = {
    "not JSON": b"P2",
    "cut JSON": b'{"question": "P2"',
    "a list": b'["P2"]',
    "null": b"null",
    "no question": b'{"id": "x"}',
    "question of another type": b'{"question": 7}',
    "family of another type": b'{"question": "P2", "family": 7}',
    "unknown family": b'{"question": "P2", "family": "sales"}',
    "deep JSON": b"[" * 100_000,
    "a number longer than int() reads": b'{"question": ' + b"9" * 5_000 + b"}",
    "not UTF-8": b'{"question": "caf\xe9"}',
    "a null byte": b'{"question": \x00}',
}


@pytest.mark.parametrize("bad", BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_told_and_the_rest_answered(levelbot: Levelbot, bad: bytes) -> None:
    good = b'{"id": "%b", "question": "P2"}\n'
    (levelbot.folder / "q.jsonl").write_bytes(good % b"before" + bad + b"\n" + good % b"after")
    ran = levelbot("ask", "--batch", "q.jsonl")
    assert ran.status == 2
    assert [each["id"] for each in ran.lines] == ["before", "after"]
    assert len(ran.err.splitlines()) == 1
    assert re.match(r"levelbot: q\.jsonl:2: \S.*", ran.err)


@pytest.mark.parametrize("question", [r"P2 \ud800", r"\udfff", r"\u0000P2", r"\u202eP2"])
def test_a_batch_of_odd_characters(levelbot: Levelbot, question: str) -> None:
    """JSON can hold half a surrogate pair, which UTF-8 can't."""
    ran = levelbot("ask", "--batch", "-", stdin=b'{"question": "%b"}\n' % question.encode())
    assert ran.status in {0, 2}
    assert "Traceback" not in ran.err
    assert len(ran.lines) + len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("name", ["gone.jsonl", "."])
def test_a_batch_that_can_not_be_read(levelbot: Levelbot, name: str) -> None:
    ran = levelbot("ask", "--batch", name)
    assert_complained(ran, "levelbot: ")


# show


@pytest.mark.parametrize("level", ["P2", "p2", "p-2", "P 2", "ai-ml-engineer/P2"])
def test_show_takes_a_code_in_any_writing(levelbot: Levelbot, level: str) -> None:
    ran = levelbot("show", level)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("P2 — Developing Professional (AI/ML Engineer)\n")


def test_show_says_the_same_as_ask(levelbot: Levelbot) -> None:
    assert levelbot("show", "P2").out == levelbot("ask", "AI/ML Engineer P2").out


def test_show_takes_a_family(levelbot: Levelbot) -> None:
    assert "(Data Scientist)" in levelbot("show", "P2", "--family", "data-scientist").out


def test_show_markdown(levelbot: Levelbot) -> None:
    out = levelbot("show", "P2", "--format", "markdown").out
    assert out.startswith("# P2 — Developing Professional (AI/ML Engineer)\n")
    for heading in ("What this level means", "What you'd do", "Common titles", "What it pays"):
        assert f"\n## {heading}\n" in out
    assert "- AI/ML frameworks (e.g., TensorFlow, PyTorch)\n" in out


@pytest.mark.parametrize("level", ["P1", "P2", "P7", "M1", "M4"])
def test_show_blocks_are_what_slack_takes(levelbot: Levelbot, level: str) -> None:
    ran = levelbot("show", level, "--format", "blocks")
    assert isinstance(ran.json, list)
    assert limits.block_refusals(ran.json) == []
    assert ran.json[0]["type"] == "header"


def test_show_json_is_the_card_resolved(levelbot: Levelbot, ladder: Ladder) -> None:
    card = levelbot("show", "P2", "--format", "json").json
    assert [key for key in card if key in CARD_KEYS] == CARD_KEYS
    assert (card["family"], card["level"]) == ("ai-ml-engineer", "P2")
    assert list(card["meaning"]) == ["summary", *ladder.dimensions]
    years = {"min_years": 1, "max_years": 3, "text": "1–3 yrs"}
    assert card["meaning"]["typical_experience"] == years
    assert card["meaning"]["scope"] == "Defined deliverables / small features"
    lists = [len(card[name]) for name in ("activities", "skills", "expectations", "titles")]
    assert lists == [11, 24, 3, 7]
    assert all(isinstance(each, str) for each in card["skills"])
    assert card["pay"]["status"] == "unavailable"
    assert not {"low", "median", "high"} & set(card["pay"])
    assert card["status"] == "approved"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("P9",), "AI/ML Engineer has no level 'P9'; it has P1, P2, .*M4"),
        (("M1", "--family", "data-scientist"), "Data Scientist has no level 'M1'"),
        (("P2", "--family", "sales"), "no family 'sales'; the families are"),
        (("data-scientist/P9",), "Data Scientist has no level 'P9'"),
        (("sales/P2",), "no level 'sales/P2'"),
        (
            ("data-scientist/P2", "--family", "ai-ml-engineer"),
            "'data-scientist/P2' is not of the family ai-ml-engineer; leave one of the two out",
        ),
        (("data-scientist/P2", "--family", "sales"), "no family 'sales'"),
        (("",), "no level"),
    ],
)
def test_show_of_what_is_not_there(
    levelbot: Levelbot, arguments: tuple[str, ...], words: str
) -> None:
    assert_complained(levelbot("show", *arguments), words)


def test_show_asks_for_a_family_where_none_is_the_default(levelbot: Levelbot) -> None:
    levelbot.set(LEVEL_DATA=str(tiny_ladder(levelbot.folder / "levels")))
    assert_complained(levelbot("show", "A1"), r"say which family: --family one \| two")
    assert levelbot("show", "A1", "--family", "two").out.startswith("A1 — First (Two)")


def tiny_ladder(folder: Path) -> Path:
    """Two families and no default."""
    return write_ladder(
        folder,
        {
            "ladder.yaml": "name: Tiny ladder\ndimensions: {}\nsections: {}\n"
            "tracks: {A: {name: A, levels: {A1: {name: First}}}}\n",
            "one/family.yaml": "name: One\n",
            "one/A1.yaml": "level: A1\ntitle: Tiny One\n",
            "two/family.yaml": "name: Two\n",
            "two/A1.yaml": "level: A1\ntitle: Tiny Two\n",
        },
    )


# manifest


def urls(manifest: Json) -> list[str | None]:
    """The places of the manifest where a request URL stands over HTTP."""
    settings = manifest["settings"]
    return [
        manifest["features"]["slash_commands"][0].get("url"),
        settings["event_subscriptions"].get("request_url"),
        settings["interactivity"].get("request_url"),
    ]


@pytest.mark.parametrize("url", ["https://bot.example.com", "https://bot.example.com/"])
def test_manifest_for_http(levelbot: Levelbot, url: str) -> None:
    ran = levelbot("manifest", "--url", url)
    assert (ran.status, ran.err) == (0, "")
    assert urls(ran.json) == ["https://bot.example.com/slack/events"] * 3
    assert ran.json["settings"]["socket_mode_enabled"] is False


def test_manifest_for_socket_mode(levelbot: Levelbot) -> None:
    levelbot.set(PUBLIC_URL="https://bot.example.com")
    ran = levelbot("manifest", "--socket")
    assert (ran.status, ran.err) == (0, "")
    assert urls(ran.json) == [None] * 3
    assert ran.json["settings"]["socket_mode_enabled"] is True


def test_manifest_takes_the_public_url(levelbot: Levelbot) -> None:
    levelbot.set(PUBLIC_URL="https://public.example.com")
    assert urls(levelbot("manifest").json) == ["https://public.example.com/slack/events"] * 3
    own = levelbot("manifest", "--url", "https://own.example.com").json
    assert urls(own) == ["https://own.example.com/slack/events"] * 3


def test_manifest_without_a_url_says_what_stands_in(levelbot: Levelbot) -> None:
    ran = levelbot("manifest")
    assert ran.status == 0
    (line,) = ran.err.splitlines()
    assert "no --url given" in line
    (url,) = set(urls(ran.json))
    assert url is not None
    assert url.removesuffix("/slack/events") in line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--url", "http://bot.example.com"), "no https:// address"),
        (("--url", "bot.example.com"), "no https:// address"),
        (("--url", "https://bot.example.com", "--socket"), "choose one"),
    ],
)
def test_manifest_refuses(levelbot: Levelbot, arguments: tuple[str, ...], words: str) -> None:
    assert_complained(levelbot("manifest", *arguments), words)


def test_manifest_is_one_that_slack_takes(levelbot: Levelbot) -> None:
    manifest = levelbot("manifest", "--url", "https://bot.example.com").json
    shown = manifest["display_information"]
    assert shown["name"] == "levelbot"
    assert len(shown["name"]) <= 35
    assert 0 < len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4_000
    assert re.fullmatch(r"#[0-9a-f]{6}", shown["background_color"])
    (command,) = manifest["features"]["slash_commands"]
    assert command["command"] == "/level"
    assert 0 < len(command["description"]) <= 2_000
    assert len(command["usage_hint"]) <= 1_000
    assert manifest["features"]["bot_user"]["display_name"] == "levelbot"
    home = manifest["features"]["app_home"]
    assert home["messages_tab_enabled"], "else nobody can write to the bot"
    assert not home["messages_tab_read_only_enabled"]
    assert manifest["settings"]["interactivity"]["is_enabled"]
    assert manifest["settings"]["org_deploy_enabled"]


def test_manifest_asks_for_what_the_handlers_use_and_no_more(
    levelbot: Levelbot,
    shipped_source: LadderSource,
    state: State,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the bot listens to, as it registers it, against what the manifest declares."""
    kinds = ("event", "command", "shortcut", "view", "function")
    heard: dict[str, list[Any]] = {kind: [] for kind in kinds}
    for kind, names in heard.items():
        original = getattr(AsyncApp, kind)

        def listen(
            self: AsyncApp,
            name: Any,
            *rest: Any,
            _original: Any = original,
            _names: list[Any] = names,
        ) -> Any:
            _names.append(name)
            return _original(self, name, *rest)

        monkeypatch.setattr(AsyncApp, kind, listen)
    settings = Settings(slack_bot_token=SecretStr("xoxb-x"), _env_file=None)
    build_app(settings, shipped_source, state, signing_secret="x")
    manifest = levelbot("manifest", "--url", "https://bot.example.com").json
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert {event.partition(".")[0] for event in events} == {
        *heard["event"],
        "function_executed",
    }
    assert list(manifest["functions"]) == heard["function"]
    assert sorted(events) == [
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "function_executed",
        "message.channels",
        "message.groups",
        "message.im",
        "message.mpim",
        "tokens_revoked",
    ]
    commands = [each["command"] for each in manifest["features"]["slash_commands"]]
    assert commands == heard["command"]
    assert sorted(manifest["oauth_config"]["scopes"]["bot"]) == [
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "groups:history",
        "groups:read",
        "im:history",
        "mpim:history",
        "mpim:read",
        "users:read",
    ]
    assert "user" not in manifest["oauth_config"]["scopes"]


# Errors, settings


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("ask", "P2", "--nonsense"),
        ("ask", "P2", "P3"),
        ("show",),
        ("show", "P2", "--format", "pdf"),
        ("demo", "--port", "abc"),
        ("demo", "--port", "70000"),
        ("demo", "--port", "-1"),
        ("demo", "--port", "٣"),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_told_in_one_line(
    levelbot: Levelbot, arguments: tuple[str, ...]
) -> None:
    assert_complained(levelbot(*arguments), "levelbot")


@pytest.mark.parametrize("arguments", [("--help",), ("ask", "--help"), ("serve", "-h")])
def test_help(levelbot: Levelbot, arguments: tuple[str, ...]) -> None:
    ran = levelbot(*arguments)
    assert (ran.status, ran.err) == (0, "")
    assert "usage: levelbot" in ran.out


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"PORT": "abc"}, r"PORT: \S"),
        ({"PORT": "70000"}, r"PORT: \S"),
        ({"PORT": "-1"}, r"PORT: \S"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL: .*DEBUG"),
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT: .*json"),
        ({"SLACK_API_URL": "slack.com/secret"}, r"SLACK_API_URL: \S"),
        ({"PUBLIC_URL": "ftp://x"}, r"PUBLIC_URL: \S"),
        ({"PORT": "abc", "LOG_LEVEL": "LOUD"}, "PORT: .*; LOG_LEVEL: |LOG_LEVEL: .*; PORT: "),
    ],
)
def test_a_wrong_setting_is_named(levelbot: Levelbot, settings: dict[str, str], words: str) -> None:
    levelbot.set(**settings)
    ran = levelbot("ask", "P2")
    assert_complained(ran, words)
    assert "secret" not in ran.err


def test_empty_settings_count_as_not_set(levelbot: Levelbot) -> None:
    levelbot.set(PORT="", LOG_LEVEL="", LEVEL_DATA="", SLACK_API_URL="")
    assert levelbot("ask", "P2").status == 0


def test_settings_come_from_a_dotenv_file_and_the_environment_wins(levelbot: Levelbot) -> None:
    tiny_ladder(levelbot.folder / "tiny")
    dotenv = levelbot.folder / ".env"
    dotenv.write_text("LEVEL_DATA=tiny\nUNKNOWN=1\nSLACK_BOT_TOKEN=xoxb-1\n", encoding="utf-8")
    assert levelbot("ask", "tiny one", "--json").json["levels"] == ["one/A1"]
    levelbot.set(LEVEL_DATA=str(levelbot.folder / "gone"))
    assert_complained(levelbot("ask", "P2"), r"gone:1:1: is not a folder; set LEVEL_DATA")


def test_a_ladder_beside_the_bot_is_taken(levelbot: Levelbot) -> None:
    """`level_data` in the current folder, before the ladder that ships."""
    tiny_ladder(levelbot.folder / "level_data")
    assert levelbot("ask", "tiny two", "--json").json["levels"] == ["two/A1"]


@pytest.mark.parametrize("arguments", [("ask", "P2"), ("show", "P2"), ("serve",), ("socket",)])
def test_every_problem_of_a_broken_ladder_is_listed(
    levelbot: Levelbot, arguments: tuple[str, ...]
) -> None:
    folder = tiny_ladder(levelbot.folder / "level_data")
    more = {"one/A1.yaml": "level: A9\ntitle: x\n", "two/A1.yaml": "levl: A1\n"}
    write_ladder(folder, more)
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "SLACK_APP_TOKEN": "xapp-1"}
    levelbot.set(SLACK_API_URL="http://127.0.0.1:9/", PORT="0", **tokens)
    ran = levelbot(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 4, ran.err
    for line in ran.err.splitlines():
        assert re.fullmatch(r"level_data/(one|two)/A1\.yaml:1:(1|8): \S.*", line), line


@pytest.mark.parametrize(
    ("command", "settings", "missing"),
    [
        ("serve", {}, "SLACK_SIGNING_SECRET is not set.*SLACK_BOT_TOKEN is not set"),
        ("serve", {"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_SIGNING_SECRET is not set"),
        ("serve", {"SLACK_SIGNING_SECRET": "s"}, "SLACK_BOT_TOKEN is not set"),
        (
            "serve",
            {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "   "},
            "SLACK_SIGNING_SECRET is not set",
        ),
        (
            "serve",
            {"SLACK_SIGNING_SECRET": "s", "SLACK_CLIENT_ID": "1.2"},
            "SLACK_CLIENT_SECRET is not set.*TOKEN_KEY is not set.*openssl rand -base64 32",
        ),
        ("socket", {}, "SLACK_BOT_TOKEN is not set.*SLACK_APP_TOKEN is not set"),
        ("socket", {"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN is not set"),
        ("socket", {"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN is not set"),
    ],
)
def test_serving_without_tokens_says_which_and_where_from(
    levelbot: Levelbot, command: str, settings: dict[str, str], missing: str
) -> None:
    levelbot.set(SLACK_API_URL="http://127.0.0.1:9/", PORT="0", **settings)
    assert_complained(levelbot(command), f"{missing}.*your Slack app's settings")


@pytest.mark.parametrize(
    ("settings", "words", "status"),
    [
        ({"TOKEN_KEY": "too short"}, "TOKEN_KEY.*is not 32 random bytes.*openssl", 2),
        ({"DATABASE_URL": "mysql://db/levels"}, "DATABASE_URL names no database", 2),
        ({"DATABASE_URL": "postgresql://u:s3cret@127.0.0.1:9/x"}, "can't open the database", 1),
        ({"QUESTION_DAYS": "-1"}, "QUESTION_DAYS", 2),
        ({"DIGEST": "hourly"}, "DIGEST", 2),
    ],
)
def test_serving_with_state_that_is_wrong(
    levelbot: Levelbot, settings: dict[str, str], words: str, status: int
) -> None:
    levelbot.set(SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="s", PORT="0", **settings)
    ran = levelbot("serve")
    assert_complained(ran, words, status)
    assert "s3cret" not in ran.err


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_taken_port_is_told(levelbot: Levelbot, command: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        levelbot.set(
            SLACK_BOT_TOKEN="xoxb-1",
            SLACK_SIGNING_SECRET="s",
            SLACK_API_URL="http://127.0.0.1:9/",
            HOST="127.0.0.1",
            PORT=port,
        )
        ran = levelbot(*(["demo", "--port", port] if command == "demo" else ["serve"]))
    assert_complained(ran, "can't listen|in use")


def test_secrets_do_not_show_in_settings() -> None:
    settings = Settings(
        slack_bot_token=SecretStr("xoxb-1"),
        slack_signing_secret=SecretStr("s3cr3t"),
        _env_file=None,
    )
    assert "xoxb-1" not in repr(settings)
    assert "s3cr3t" not in f"{settings!r} {settings} {settings.model_dump()}"


# As a process of its own

SECRET = "s3cr3t-signing"
SERVE = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": SECRET,
    "PORT": "0",
    "HOST": "127.0.0.1",
}


def run(*arguments: str, cwd: Path, settings: dict[str, str] | None = None) -> Ran:
    """`python -m bot ARGUMENTS` to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        env=environment(settings or {}),
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
        encoding="utf-8",
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def test_the_module_runs(tmp_path: Path) -> None:
    """In a terminal that is not set to UTF-8, too."""
    ran = run("show", "P2", cwd=tmp_path, settings={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("P2 — Developing Professional (AI/ML Engineer)\n")


def test_a_question_that_is_not_utf_8_is_no_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"bot", b"ask", b"P2 caf\xe9", b"--json"],
        cwd=tmp_path,
        env=environment({}),
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in {0, 2}


async def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    """Such as `levelbot ask --batch questions.jsonl | head -1`."""
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"question": "P2"}\n' * 500, encoding="utf-8")
    async with running("ask", "--batch", "q.jsonl", cwd=tmp_path, settings={}) as bot:
        assert bot.process.stdout is not None
        await bot.process.stdout.readline()
        bot.process.stdout._transport.close()  # type: ignore[attr-defined] # no public way
        assert bot.process.stderr is not None
        said = await bot.process.stderr.read()
        assert await bot.process.wait() == 0
        assert said == b""


async def test_a_batch_is_answered_line_by_line_as_it_comes(tmp_path: Path) -> None:
    """A program that asks, reads the answer, and asks again must not wait for ever."""
    async with running("ask", "--batch", "-", cwd=tmp_path, settings={}) as bot:
        stdin, stdout = bot.process.stdin, bot.process.stdout
        assert stdin is not None
        assert stdout is not None
        for number, code in enumerate(("P1", "P2", "P3")):
            stdin.write(json.dumps({"id": number, "question": code}).encode() + b"\n")
            await stdin.drain()
            async with asyncio.timeout(PATIENCE_S):
                answer = json.loads(await stdout.readline())
            assert (answer["id"], answer["levels"]) == (number, [f"ai-ml-engineer/{code}"])
        stdin.close()
        assert await bot.ended() == 0


async def post_command(address: str, secret: str = SECRET) -> tuple[int, str]:
    """A signed `/level P2` to a bot at `address`."""
    body = urlencode({"command": "/level", "text": "P2", "team_id": "T1"}).encode()
    headers = signed_headers(secret, body, int(time.time())) | {
        "Content-Type": "application/x-www-form-urlencoded"
    }
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{address}/slack/events", data=body, headers=headers) as response,
    ):
        return response.status, await response.text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_serve_answers_and_stops_when_told(tmp_path: Path, number: signal.Signals) -> None:
    async with running("serve", cwd=tmp_path, settings=SERVE) as bot:
        address = await bot.address()
        status, body = await post_command(address)
        assert status == 200
        assert "Developing AI/ML Engineer" in body
        assert (await post_command(address, "another-secret"))[0] == 401
        async with aiohttp.ClientSession() as http, http.get(f"{address}/readyz") as response:
            assert response.status == 200
        assert await bot.ended(number) == 0
        assert "Traceback" not in "".join(bot.log)
        assert SECRET not in "".join(bot.log)


async def test_serve_stops_with_a_half_received_body(tmp_path: Path) -> None:
    """aiohttp 3.14 alone never would."""
    async with running("serve", cwd=tmp_path, settings=SERVE) as bot:
        where = urlsplit(await bot.address())
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        head = b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
        writer.write(head + b"Expect: 100-continue\r\n\r\n")
        assert b" 100 " in await reader.readline()  # now the bot waits for the body
        writer.write(b"half of it")
        await writer.drain()
        assert await bot.ended(signal.SIGTERM) == 0
        writer.close()


async def test_serve_joins_a_workspace_with_the_settings_of_a_dotenv_file(tmp_path: Path) -> None:
    async with LocalSlack() as slack:
        dotenv = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url.rstrip("/"),
            "HOST": "127.0.0.1",
            "PORT": "0",
        }
        lines = "".join(f"{name}={value}\n" for name, value in dotenv.items())
        (tmp_path / ".env").write_text(lines, encoding="utf-8")
        without = {"SLACK_API_URL": ""}
        async with running("serve", cwd=tmp_path, settings=without) as bot:
            slack.app_url = f"{await bot.address()}/slack/events"
            question = await slack.post("@levelbot what's Machine Learning II?")
            answer = await slack.next_message(after=question)
            assert answer.thread_ts == question.ts
            assert "Developing AI/ML Engineer" in answer.text
            assert await bot.ended(signal.SIGTERM) == 0
        assert slack.warnings == []


async def test_demo_starts_a_workspace_and_stops_when_told(tmp_path: Path) -> None:
    async with running("demo", "--port", "0", cwd=tmp_path, settings={}) as bot:
        assert bot.process.stdout is not None
        said = b""
        async with asyncio.timeout(PATIENCE_S):
            while b"Ctrl-C" not in said:
                line = await bot.process.stdout.readline()
                assert line, await bot.ended()
                said += line
        found = re.search(rb"http://127\.0\.0\.1:\d+/", said)
        assert found
        async with aiohttp.ClientSession() as http, http.get(found[0].decode()) as response:
            assert response.status == 200
        assert await bot.ended(signal.SIGINT) == 0
        assert "Traceback" not in "".join(bot.log)
