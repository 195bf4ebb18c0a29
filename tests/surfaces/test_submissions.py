"""Submitted modals that come again are taken on once, and acknowledged as the first was."""

import asyncio
import json
from collections.abc import Callable, Coroutine

import pytest
import sqlalchemy as sa

from bot.blocks.find import CONVERSATION, LEVEL
from bot.state import State
from bot.state.tables import deliveries
from local_slack import Delivery, LocalSlack
from tests.support import Door, Reply, click, settled

Submit = Callable[[LocalSlack], Coroutine[None, None, Delivery]]


async def shared(slack: LocalSlack) -> Delivery:
    """Post the answer to a slash command into its channel."""
    answer = (await slack.command("/level", "P2", channel="general")).message
    assert answer
    await click(slack, answer, "post_answer")
    return await slack.submit(slack.view())


async def found(slack: LocalSlack) -> Delivery:
    """Find a level, and post it to a channel."""
    await slack.shortcut("find_level")
    await settled(slack)
    (option, *_) = (await slack.suggest(slack.view(), LEVEL, "P2")).json["options"]
    await click(slack, slack.view(), LEVEL, value=option)
    to = {LEVEL: option, CONVERSATION: slack.channels["general"].id}
    await slack.submit(slack.view(), to)
    await settled(slack)
    return await slack.submit(slack.view())


async def judged(slack: LocalSlack) -> Delivery:
    """Say what an answer lacked."""
    answer = (await slack.command("/level", "P2", channel="general")).message
    assert answer
    await click(slack, answer, "feedback", value="negative")
    return await slack.submit(slack.view(), {"feedback_missing": "the pay"})


async def again(door: Door, delivery: Delivery, **changed: str) -> Reply:
    """The same request, signed anew as Slack would."""
    return await door.form({"payload": json.dumps({**delivery.request, **changed})})


@pytest.mark.parametrize(("submit", "posts"), [(shared, 1), (found, 1), (judged, 0)])
async def test_what_is_submitted_comes_again(
    slack: LocalSlack, state: State, door: Door, submit: Submit, posts: int
) -> None:
    first = await submit(slack)
    await settled(slack)
    repeated = await asyncio.gather(*(again(door, first) for _ in range(3)))
    await settled(slack)
    assert {(each.status, each.body) for each in repeated} == {(200, first.body)}
    assert len(slack.messages("general")) == posts
    assert len(await state.questions.judged_since(0)) == 1 - posts


@pytest.mark.parametrize("submit", [shared, found])
async def test_what_is_pressed_twice_is_posted_once(
    slack: LocalSlack, door: Door, submit: Submit
) -> None:
    first = await submit(slack)
    await settled(slack)
    twice = await again(door, first, trigger_id="1.2.another")
    assert (twice.status, twice.body) == (200, first.body)
    await settled(slack)
    assert len(slack.messages("general")) == 1


@pytest.mark.parametrize("submit", [shared, found])
@pytest.mark.parametrize("posted", [True, False])
async def test_where_the_process_died_on_it_another_takes_over(
    slack: LocalSlack, state: State, door: Door, submit: Submit, posted: bool
) -> None:
    """It died before it had posted, or after, which the message itself says."""
    first = await submit(slack)
    await settled(slack)
    if not posted:
        slack.session.workspace.remove(slack.messages("general")[0])
    died = sa.update(deliveries).where(deliveries.c.key.contains("submission"))
    assert await state.database.count(died.values(done=False, until=0)) == 1
    reply = await again(door, first)
    assert (reply.status, reply.body) == (200, first.body)
    await settled(slack)
    assert len(slack.messages("general")) == 1


async def test_the_modal_closes_when_its_answer_is_posted(slack: LocalSlack) -> None:
    """A process that dies before leaves it open, so that the person knows."""
    slack.faults.delay("chat.postMessage", seconds=0.2)
    assert (await shared(slack)).ok
    assert len(slack.messages("general")) == 1
