"""An app double that records what the workspace sends it and answers as a test says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import ClientSession, web
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from tests.local_slack.manifests import SCOPES, manifest
from tests.local_slack.support import App, Clock
from tests.local_slack.world import LINK, World
from tests.support import PATIENCE_S


@pytest.fixture
async def app() -> AsyncIterator[App]:
    double = App()
    served = web.Application()
    served.router.add_post("/slack/events", double.handle)
    runner = web.AppRunner(served, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    double.url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    yield double
    await runner.cleanup()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def answer_within_s() -> float:
    """How long the app has to answer; only a test of its silence parametrizes it shorter."""
    return PATIENCE_S


@pytest.fixture
async def slack(app: App, clock: Clock, answer_within_s: float) -> AsyncIterator[LocalSlack]:
    made = LocalSlack(app.url, clock=clock, retry_delays_s=(), timeout_s=answer_within_s)
    async with made as workspace:
        yield workspace


Post = Callable[..., Awaitable[tuple[int, Any]]]


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    """Post JSON (or a form) to an address; the answer's status and JSON."""
    async with ClientSession() as session:

        async def send(url: str, **kwargs: Any) -> tuple[int, Any]:
            async with asyncio.timeout(PATIENCE_S), session.post(url, **kwargs) as response:
                text = await response.text()
                try:
                    return response.status, json.loads(text)
                except ValueError:
                    return response.status, text

        yield send


@pytest.fixture
async def world(app: App) -> AsyncIterator[World]:
    declared = manifest(
        scopes={*SCOPES, "users:read.email"}, settings={"token_rotation_enabled": True}
    )
    async with LocalSlack(app.url, manifest=declared, retry_delays_s=()) as slack:
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        asked = await slack.post(f"@scales {LINK}", channel="general")
        made = await client.chat_postMessage(channel=asked.channel, text="3 g")
        posted = slack.session.workspace.find(asked.channel, str(made["ts"]))
        assert posted is not None
        slack.calls.clear()
        yield World(slack, asked, posted, app)
        await slack.idle()
