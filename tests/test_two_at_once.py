"""Two processes that answer the same message at the same time, each without a claim: one stays."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from pydantic import SecretStr
from sqlalchemy.exc import OperationalError

from bot.app import build_web
from bot.reload import LadderSource
from bot.settings import Settings
from bot.state import State
from bot.web.server import start, stop
from local_slack import LocalSlack
from tests.conftest import fresh_state
from tests.support import Door, Json, settled

POSTING_S = 0.3
"""Slack takes so long to post, in the tests: so both look before either has posted."""


@pytest.fixture
async def other_door(
    slack: LocalSlack, shipped_source: LadderSource, request: pytest.FixtureRequest
) -> AsyncIterator[tuple[Door, State]]:
    """Another process of the same bot, and what it remembers."""
    settings = Settings(
        slack_bot_token=SecretStr(slack.bot_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
        _env_file=None,
    )
    async with another_state(request) as state, aiohttp.ClientSession() as http:
        runner, port = await start(build_web(settings, shipped_source, state), "127.0.0.1", 0)
        door = Door(slack, http)
        door.url = f"http://127.0.0.1:{port}/slack/events"
        try:
            yield door, state
        finally:
            await stop(runner)


@asynccontextmanager
async def another_state(request: pytest.FixtureRequest) -> AsyncIterator[State]:
    """A database of its own, as if it could not reach the one that it shares."""
    async with fresh_state(request, "other.db") as state:
        yield state


def out_of_reach(patch: pytest.MonkeyPatch, *states: State) -> None:
    async def broken(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    for state in states:
        patch.setattr(state.database, "rows", broken)
        patch.setattr(state.database, "count", broken)


@pytest.mark.parametrize("where", ["channel", "thread", "dm"])
async def test_one_answer_stays(  # noqa: PLR0917 - fixtures
    slack: LocalSlack,
    state: State,
    door: Door,
    other_door: tuple[Door, State],
    monkeypatch: pytest.MonkeyPatch,
    where: str,
) -> None:
    other, others = other_door
    event = await asked(slack, where)
    out_of_reach(monkeypatch, state, others)
    slack.faults.delay("chat.postMessage", seconds=POSTING_S)
    replies = await asyncio.gather(door.json(event), other.json(event))
    await settled(slack)
    posted = [call for call in slack.calls if call.method == "chat.postMessage"]
    taken_back = [call for call in slack.calls if call.method == "chat.delete"]
    assert {reply.status for reply in replies} == {200}
    assert len(posted) - len(taken_back) == 1
    assert len([m for m in slack.session.workspace.log if m.by_bot]) == 1


async def asked(slack: LocalSlack, where: str) -> Json:
    """The event of a question whose answer is gone, so that it is to be answered once more."""
    if where == "dm":
        await slack.post("P2", channel=slack.dm("ana"))
    else:
        parent = await slack.post("how do we level people?") if where == "thread" else None
        await slack.post("@levelbot P2", thread_ts=parent.ts if parent else None)
    await settled(slack)
    workspace = slack.session.workspace
    workspace.remove(next(m for m in workspace.log if m.by_bot))
    slack.calls.clear()
    return next(each.request for each in reversed(slack.deliveries) if each.kind == "event")
