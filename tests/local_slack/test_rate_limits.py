"""Slack's own rate limits, when the workspace is told to hold the app to them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from local_slack.rate_limits import MESSAGES_AT_ONCE, TIERS
from tests.local_slack.support import Clock


@pytest.fixture
async def slack(clock: Clock) -> AsyncIterator[LocalSlack]:
    async with LocalSlack(clock=clock, rate_limits=True) as workspace:
        yield workspace


@pytest.fixture
def client(slack: LocalSlack) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)


async def test_messages_go_at_one_a_second_to_a_channel(
    slack: LocalSlack, client: AsyncWebClient, clock: Clock
) -> None:
    general, leveling = (slack.channels[name].id for name in ("general", "eng-leveling"))
    for _ in range(MESSAGES_AT_ONCE):
        await client.chat_postMessage(channel=general, text="x")
    with pytest.raises(SlackApiError, match="ratelimited") as refused:
        await client.chat_postMessage(channel=general, text="x")
    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["Retry-After"] == "1"
    await client.chat_postMessage(channel=leveling, text="x")
    clock.now += 1
    await client.chat_postMessage(channel=general, text="x")


async def test_methods_have_tiers(slack: LocalSlack, client: AsyncWebClient, clock: Clock) -> None:
    for _ in range(TIERS[2]):
        await client.users_list()
    with pytest.raises(SlackApiError, match="ratelimited") as refused:
        await client.users_list()
    wait_s = int(refused.value.response.headers["Retry-After"])
    assert wait_s == 60 / TIERS[2]
    clock.now += wait_s
    await client.users_list()
    for _ in range(200):
        await client.auth_test()


async def test_a_token_that_is_revoked_is_told_before_any_limit(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    for _ in range(TIERS[2]):
        await client.users_list()
    await client.auth_revoke(test=False)
    with pytest.raises(SlackApiError, match="token_revoked"):
        await client.users_list()


async def test_nothing_is_limited_unless_asked_for() -> None:
    async with LocalSlack() as slack:
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        for _ in range(TIERS[2] + 1):
            await client.users_list()
