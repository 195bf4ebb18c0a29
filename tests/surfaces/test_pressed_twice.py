"""A button that posts is meant once: pressed twice, or when its request arrives again."""

import asyncio
import json
import time
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.reload import LadderSource
from bot.state import State
from bot.state.tables import deliveries
from handlers.presses import DOUBLE_CLICK_S
from local_slack import LocalSlack, Message
from tests.conftest import joined
from tests.support import Door, Log, buttons, click, settled

CALIBRATION = "C07QKGCALIB"


@pytest.fixture
async def slack(
    shipped_source: LadderSource, state: State, log: Log, request: pytest.FixtureRequest
) -> AsyncIterator[LocalSlack]:
    """A workspace whose operator has named a channel of the ladder's owners."""
    async with joined(shipped_source, log, request, state, owners_channel=CALIBRATION) as workspace:
        yield workspace


async def _private(slack: LocalSlack, text: str) -> Message:
    delivery = await slack.command("/level", text, channel="general")
    assert delivery.message
    return delivery.message


async def _public(slack: LocalSlack, text: str) -> Message:
    await slack.post(f"@levelbot {text}", channel="general")
    await settled(slack)
    return [each for each in slack.session.workspace.log if each.by_bot][-1]


async def pressed(slack: LocalSlack, name: str) -> tuple[Message, str]:
    """An answer, and the button under it that posts."""
    if name == "copy":
        return await _private(slack, "P2"), "send_copy"
    if name == "owners":
        return await _private(slack, "do I get a company car?"), "to_owners"
    if name == "post":
        return await _private(slack, "P2"), "post_answer"
    return await _public(slack, "P2"), "ask_compare"


def effects(slack: LocalSlack) -> list[str]:
    """The calls that post or open something, in any order."""
    wanted = {"chat.postMessage", "views.open"}
    return sorted(call.method for call in slack.calls if call.method in wanted)


async def some_time_passes(state: State) -> None:
    """So much that a button pressed again is meant again."""
    button = deliveries.c.key.contains("button")
    await state.database.count(sa.update(deliveries).where(button).values(until=0.0))


BUTTONS = ["copy", "owners", "post", "answer in a thread"]


@pytest.mark.parametrize("name", BUTTONS)
async def test_a_double_click_counts_once(slack: LocalSlack, name: str) -> None:
    message, action_id = await pressed(slack, name)
    before = effects(slack)
    clicks = (slack.click(message, action_id) for _ in range(2))
    assert all(delivery.ok for delivery in await asyncio.gather(*clicks))
    await settled(slack)
    assert len(effects(slack)) == len(before) + 1


@pytest.mark.parametrize("name", BUTTONS)
async def test_a_request_that_arrives_again_counts_once(
    slack: LocalSlack, door: Door, state: State, name: str
) -> None:
    message, action_id = await pressed(slack, name)
    before = effects(slack)
    delivery = await click(slack, message, action_id)
    for _ in range(2):
        await some_time_passes(state)
        assert (await door.form({"payload": json.dumps(delivery.request)})).status == 200
        await settled(slack)
    assert len(effects(slack)) == len(before) + 1


@pytest.mark.parametrize("name", BUTTONS)
async def test_a_button_can_be_pressed_again_later(
    slack: LocalSlack, state: State, name: str
) -> None:
    message, action_id = await pressed(slack, name)
    before = effects(slack)
    for _ in range(2):
        await click(slack, message, action_id)
        await some_time_passes(state)
    assert len(effects(slack)) == len(before) + 2


@pytest.mark.provokes_faults
@pytest.mark.parametrize("name", ["copy", "owners"])
async def test_a_button_that_failed_can_soon_be_pressed_again(
    slack: LocalSlack, state: State, name: str
) -> None:
    message, action_id = await pressed(slack, name)
    slack.faults.fail("chat.postMessage", "is_archived")
    await click(slack, message, action_id)
    kept = sa.select(deliveries.c.until).where(deliveries.c.key.contains("button"))
    (button,) = await state.database.rows(kept)
    assert button.until <= time.time() + DOUBLE_CLICK_S


async def test_two_people_press_two_times(slack: LocalSlack) -> None:
    message, action_id = await pressed(slack, "answer in a thread")
    before = effects(slack)
    await asyncio.gather(*(slack.click(message, action_id, user=user) for user in ("ana", "ben")))
    await settled(slack)
    assert len(effects(slack)) == len(before) + 2


async def test_two_buttons_of_an_answer_are_two(slack: LocalSlack) -> None:
    message, _ = await pressed(slack, "answer in a thread")
    before = effects(slack)
    for action_id in ("ask_compare", "ask_step"):
        assert action_id in buttons(message.blocks)
        await slack.click(message, action_id)
    await settled(slack)
    assert len(effects(slack)) == len(before) + 2
