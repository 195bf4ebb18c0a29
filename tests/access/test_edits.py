"""A rule takes effect as soon as it is written, also for those who were granted more before."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.ladder import PUBLIC
from bot.questions import Context
from bot.reload import LadderSource
from local_slack import LocalSlack
from tests.access.restricted import LADDER, MANAGERS, OWNERS, leaked, write
from tests.conftest import joined
from tests.support import PATIENCE_S, Log, read, settled

OPEN = LADDER.partition("restricted:")[0]
ANYONE = Context()


@pytest.fixture
async def source(tmp_path: Path) -> AsyncIterator[LadderSource]:
    """A ladder of the test's own, which is followed."""
    source = LadderSource(write(tmp_path / "ladder"))
    async with source.following():
        yield source


@pytest.fixture
async def slack(
    source: LadderSource, log: Log, request: pytest.FixtureRequest
) -> AsyncIterator[LocalSlack]:
    async with joined(source, log, request) as workspace:
        yield workspace


async def rewrite(source: LadderSource, text: str) -> None:
    """Write `ladder.yaml`, and return when the bot has read it."""
    attempts = source.attempts
    (source.root / "ladder.yaml").write_text(text, "utf-8")
    async with asyncio.timeout(PATIENCE_S):
        await source.attempted(attempts)


async def pay(slack: LocalSlack, user: str) -> str:
    return (await slack.command("/level", "P2 pay", user=user, channel="general")).body


async def test_rules_come_and_go_while_the_bot_runs(
    slack: LocalSlack, source: LadderSource
) -> None:
    assert "222,222" in await pay(slack, "ana")
    assert leaked(await pay(slack, "ben")) == []
    await rewrite(source, LADDER.replace(MANAGERS, OWNERS))
    assert leaked(await pay(slack, "ana")) == [], "she is no ladder owner"
    assert "222,222" in await pay(slack, "hanna")
    await rewrite(source, OPEN)
    assert "222,222" in await pay(slack, "ben")
    await rewrite(source, LADDER)
    assert leaked(await pay(slack, "ben")) == []
    assert "222,222" in await pay(slack, "ana")


@pytest.mark.parametrize(
    "broken",
    [LADDER.replace("[pay, skills]", "[pey]"), LADDER.replace("to: {", "too: {"), "name: x"],
    ids=["unknown field", "misspelled", "not whole"],
)
async def test_a_broken_rule_opens_nothing(source: LadderSource, broken: str) -> None:
    await rewrite(source, broken)
    assert source.failure
    assert leaked(repr(source.ladder)) == []
    assert source.ladder.withheld


@pytest.mark.parametrize("start", [LADDER, OPEN], ids=["kept before", "to be kept from now on"])
async def test_what_is_wrong_with_a_kept_part_is_told_in_the_log_alone(
    source: LadderSource, slack: LocalSlack, log: Log, start: str
) -> None:
    """`/readyz` is open to the network, and an admin may belong to no circle."""
    await rewrite(source, start + "\n# as it is\n")
    attempts = source.attempts
    card = source.root / "stealth/P2.yaml"
    card.write_text(card.read_text("utf-8").replace("approved", "Hidejobs"), "utf-8")
    (source.root / "ladder.yaml").write_text(LADDER, "utf-8")
    async with asyncio.timeout(PATIENCE_S):
        await source.attempted(attempts)
    assert source.failure
    async with aiohttp.ClientSession() as http:
        ready = (slack.app_url or "").replace("/slack/events", "/readyz")
        async with http.get(ready) as response:
            told = await response.text()
            assert response.status == 200
    assert "stealth" not in told.casefold() + repr(leaked(told))
    assert json.loads(told)["reload"]["more"] == len(source.failure.problems)
    slack.open_home("hanna")
    await settled(slack)
    page = slack.home("hanna")
    assert page
    words = read(page.blocks)
    assert "1 problem; run levelbot validate" in words
    assert "stealth/P2.yaml" not in words
    assert "stealth/P2.yaml" in log.text, "whoever runs the bot is told"


async def test_a_card_that_is_edited_is_new_in_every_view(source: LadderSource) -> None:
    granted = source.circles
    before = await source.answerer_for(granted)
    card = source.root / "engineer/P2.yaml"
    attempts = source.attempts
    card.write_text(card.read_text("utf-8").replace("222222", "222444"), "utf-8")
    async with asyncio.timeout(PATIENCE_S):
        await source.attempted(attempts)
    after = await source.answerer_for(granted)
    assert after is not before
    assert "222444" in repr(after("P2 pay", ANYONE)).replace(",", "")
    assert await source.answerer_for(PUBLIC) is source.answerer
    assert "222" not in repr(source.answerer("P2 pay", ANYONE))
