"""The weekly digest: off by default, on Mondays, once however many processes run."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import SecretStr

from bot.blocks.digest import digest
from bot.digest import send_if_due, week_due
from bot.manifest import manifest
from bot.reports import make_report
from bot.settings import Settings
from bot.state import Asked, State, new_question_id
from local_slack import LocalSlack
from tests.state.conftest import Clock, Open
from tests.support import Json, assert_sendable, read

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC).timestamp()
DAY_S = 86_400


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    async with LocalSlack(manifest=manifest("https://levelbot.example.com")) as workspace:
        yield workspace


def settings_of(slack: LocalSlack, **changed: Any) -> Settings:
    values: dict[str, Any] = {
        "slack_bot_token": SecretStr(slack.bot_token),
        "slack_api_url": slack.api_url,
        "owners_channel": slack.channels["eng-leveling"].id,
        "digest": "weekly",
        **changed,
    }
    return Settings(_env_file=None, **values)


def posts(slack: LocalSlack) -> list[Json]:
    """The arguments of every chat.postMessage."""
    return [call.args for call in slack.calls if call.method == "chat.postMessage"]


async def ask(state: State, text: str = "who approves <promotions>?") -> str:
    question_id = new_question_id()
    await state.questions.record(Asked(question_id, "T1", "mention", text, "unknown", (), 0.3))
    return question_id


@pytest.mark.parametrize(
    ("at", "week"),
    [
        (datetime(2026, 11, 23, 8, 59, tzinfo=UTC), None),
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "2026-W48"),
        (datetime(2026, 11, 25, 8, 59, tzinfo=UTC), "2026-W48"),
        (datetime(2026, 11, 25, 9, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 29, 12, 0, tzinfo=UTC), None),
        (datetime(2026, 12, 28, 12, 0, tzinfo=UTC), "2026-W53"),
        (datetime(2027, 1, 4, 12, 0, tzinfo=UTC), "2027-W01"),
    ],
)
def test_when_it_is_due(at: datetime, week: str | None) -> None:
    assert week_due(at.timestamp()) == week


async def test_it_is_sent_once_however_many_processes_run(
    slack: LocalSlack, state: State, open_state: Open, clock: Clock
) -> None:
    clock.now_s = MONDAY
    question = await ask(state)
    await state.questions.judge("T1", question, "U1", helpful=False, comment="no <name>")
    states = [state, *[await open_state() for _ in range(3)]]
    settings = settings_of(slack)
    sent = await asyncio.gather(*(send_if_due(settings, each, clock) for each in states))
    assert sorted(sent) == [False, False, False, True]
    clock.now_s += DAY_S
    await state.purge()
    assert not await send_if_due(settings, state, clock), "not again in the same week"
    (message,) = slack.messages("eng-leveling")
    text = read(message.blocks)
    assert "1 × who approves <promotions>?" in text
    assert "“no <name>”" in text
    assert "1 question, 0% answered" in message.text
    assert_sendable(posts(slack)[0])
    clock.now_s = MONDAY + 7 * DAY_S
    await ask(state)
    assert await send_if_due(settings, state, clock), "and in the next"


@pytest.mark.parametrize(
    "changed", [{"digest": "off"}, {"owners_channel": None}], ids=["off", "no channel"]
)
async def test_it_is_off_unless_asked_for(
    slack: LocalSlack, state: State, clock: Clock, changed: Json
) -> None:
    clock.now_s = MONDAY
    await ask(state)
    assert not await send_if_due(settings_of(slack, **changed), state, clock)
    assert slack.calls == []


async def test_a_week_without_questions_has_none(
    slack: LocalSlack, state: State, clock: Clock
) -> None:
    clock.now_s = MONDAY
    assert not await send_if_due(settings_of(slack), state, clock)
    assert slack.calls == []


async def test_when_slack_refuses_it_is_tried_again(
    slack: LocalSlack, state: State, clock: Clock
) -> None:
    clock.now_s = MONDAY
    await ask(state)
    slack.faults.fail("chat.postMessage", "not_in_channel")
    assert not await send_if_due(settings_of(slack), state, clock)
    assert await send_if_due(settings_of(slack), state, clock)


async def test_a_long_week_fits_into_a_message(state: State, clock: Clock) -> None:
    clock.now_s = MONDAY
    for number in range(60):
        question = await ask(state, f"{'&<>' * 300} {number}")
        await state.questions.judge("T1", question, "U1", helpful=False, comment="<&>" * 500)
    message = digest(await make_report(state, clock.now_s, 7))
    assert_sendable(message)
    assert "more; see levelbot report" in read(message["blocks"])
