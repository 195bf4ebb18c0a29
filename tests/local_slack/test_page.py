"""The page: its private API, its bundle, and that the bundle was built from these sources."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

import local_slack
from local_slack import LocalSlack
from tests.local_slack.support import App, Clock
from tests.support import PATIENCE_S

ROOM = Path(local_slack.__file__).parent
PAGE, WEB = ROOM / "page", ROOM / "web"


@pytest.fixture
async def say(slack: LocalSlack, post: Any) -> Any:
    async def send(text: str, **more: Any) -> Any:
        body = {"user": "ana", "channel": "general", "text": text, **more}
        return await post(f"{slack.url}local/say", json=body)

    return send


async def test_the_bundle_is_current() -> None:
    """The same hash as local_slack/web/build.mjs; mend with `make page`."""
    names = ["build.mjs", "package-lock.json", "package.json"]
    names += [f"src/{path.name}" for path in sorted((WEB / "src").iterdir())]
    digest = hashlib.sha256()
    for name in names:
        digest.update(f"{name}\0".encode())
        digest.update((WEB / name).read_bytes())
        digest.update(b"\0")
    assert (PAGE / "sources.sha256").read_text(encoding="utf-8").strip() == digest.hexdigest()


def test_the_lock_names_no_registry() -> None:
    assert "://" not in "".join(
        package.get("resolved", "")
        for package in json.loads((WEB / "package-lock.json").read_text())["packages"].values()
    )


async def test_the_page_is_served_fenced_in(slack: LocalSlack) -> None:
    async with ClientSession() as session:
        for path in ("", "assets/app.js", "assets/app.css"):
            async with session.get(slack.url + path) as response:
                assert response.status == 200
                assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        for path in ("assets/sources.sha256", "assets/..%2fserver.py", "nowhere"):
            async with session.get(slack.url + path) as response:
                assert response.status == 404


async def test_the_composer_sends_commands_and_posts(slack: LocalSlack, app: App, say: Any) -> None:
    app.answers_with("card")
    assert (await say("/level P2"))[1]["ok"]
    assert slack.ephemerals()[0].text == "card"
    status, answer = await say("@levelbot what's <P2>?")
    assert status == 200
    assert answer["message"]["text"] == f"<@{slack.bot_user_id}> what's &lt;P2&gt;?"
    await slack.idle()
    assert [delivery.kind for delivery in slack.deliveries] == ["command", "event"]


async def test_mistakes_are_answered_not_raised(slack: LocalSlack, say: Any, post: Any) -> None:
    assert (await say("hi", user="nobody"))[0] == 400
    body = {"user": "ana", "view_id": "V0"}
    assert (await post(f"{slack.url}local/submit", json=body))[0] == 400
    assert (
        await post(f"{slack.url}local/say", data=b"{", headers={"Content-Type": "application/json"})
    )[0] == 400
    assert (await post(f"{slack.url}local/say", data={"text": "a form"}))[0] == 415


async def test_changes_are_streamed(slack: LocalSlack) -> None:
    async with (
        asyncio.timeout(PATIENCE_S),
        ClientSession() as session,
        session.get(f"{slack.url}local/stream") as stream,
    ):
        assert await stream.content.readline() == b"event: ready\n"
        await slack.post("hello")
        lines = [line async for line in _lines(stream, 4)]
        async with session.get(f"{slack.url}local/state") as response:
            state = await response.json()
    assert b"event: message\n" in lines
    assert state["messages"][0]["text"] == "hello"
    assert "xoxb" not in json.dumps(state)


async def test_how_far_one_has_read_is_kept(slack: LocalSlack, post: Any) -> None:
    first, second = await slack.post("one"), await slack.post("two")
    ana, channel = slack.users["ana"].id, first.channel
    for message in (second, first):
        body = {"user": "ana", "channel": channel, "message_ts": message.ts}
        assert (await post(f"{slack.url}local/read", json=body))[1] == {"ok": True}
    async with ClientSession() as session, session.get(f"{slack.url}local/state") as response:
        reads = (await response.json())["reads"]
    assert reads[ana] == {channel: second.ts}
    assert reads[slack.users["ben"].id] == {}
    body = {"user": "ana", "channel": channel, "message_ts": "0"}
    assert (await post(f"{slack.url}local/read", json=body))[0] == 400


async def _lines(stream: Any, count: int) -> Any:
    for _ in range(count):
        yield await stream.content.readline()


async def test_faults_are_switched_from_the_page(slack: LocalSlack, post: Any) -> None:
    async def switch(**body: Any) -> int:
        return int((await post(f"{slack.url}local/fault", json=body))[0])

    assert await switch(kind="rate_limit", method="chat.postMessage", retry_after_s=2) == 200
    assert await switch(kind="delay", seconds=0.5) == 200
    assert slack.faults.as_json() == [
        {"method": "chat.postMessage", "status": 429, "error": "ratelimited", "times": 1},
        {"method": "*", "seconds": 0.5},
    ]
    assert await switch(kind="gremlins") == 400
    assert await switch(kind="delay", seconds=3600) == 400
    assert await switch(kind="clear") == 200
    assert slack.faults.as_json() == []


async def test_the_record_is_in_order_and_can_be_forgotten(
    slack: LocalSlack, clock: Clock, post: Any, say: Any
) -> None:
    for _ in range(2):
        await say("/level P2")
        clock.now += 1
        await post(f"{slack.url}api/api.test", json={})
        clock.now += 1

    async def names() -> list[str]:
        async with ClientSession() as session, session.get(f"{slack.url}local/state") as response:
            return [record["name"] for record in (await response.json())["records"]]

    assert await names() == ["/level P2", "api.test"] * 2
    await post(f"{slack.url}local/forget", json={})
    assert await names() == []
