"""Feedback under answers, and questions put to the ladder's owners."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.exc import OperationalError

from bot.reload import LadderSource
from bot.state import State
from local_slack import LocalSlack, Message
from tests.conftest import joined
from tests.support import Log, assert_openable, buttons, click, read, settled

UNANSWERED = "do I get a company car?"


@pytest.fixture
async def owned(
    shipped_source: LadderSource, state: State, log: Log, request: pytest.FixtureRequest
) -> AsyncIterator[LocalSlack]:
    """A workspace whose operator has named a channel of the ladder's owners."""
    async with joined(
        shipped_source, log, request, state, owners_channel="C07QKGCALIB"
    ) as workspace:
        yield workspace


async def answered(slack: LocalSlack, where: str, text: str) -> Message:
    """The bot's answer to a question, wherever it is asked."""
    if where == "slash":
        message = (await slack.command("/level", text)).message
    else:
        channel = slack.dm() if where == "dm" else slack.channels["eng-leveling"]
        await slack.post(text if where == "dm" else f"@levelbot {text}", channel=channel)
        await settled(slack)
        message = [m for m in slack.session.workspace.log if m.by_bot][-1]
    assert message
    return message


@pytest.mark.parametrize("where", ["slash", "channel", "dm"])
async def test_what_helped_is_kept(slack: LocalSlack, state: State, where: str) -> None:
    answer = await answered(slack, where, "P2")
    await click(slack, answer, "feedback", value="positive")
    (judged,) = await state.questions.judged_since(0)
    assert (judged.helpful, judged.comment, judged.question.intent) == (True, None, "card")
    assert slack.ephemerals()[-1].text.startswith("Thank you")


@pytest.mark.parametrize("where", ["slash", "channel", "dm"])
async def test_what_did_not_help_is_asked_about(
    slack: LocalSlack, state: State, where: str
) -> None:
    answer = await answered(slack, where, "P2")
    await click(slack, answer, "feedback", value="negative")
    (judged,) = await state.questions.judged_since(0)
    assert not judged.helpful, "kept also when nothing more is said"
    assert_openable(slack.view().definition)
    await slack.submit(slack.view(), {"feedback_missing": "the pay"})
    await settled(slack)
    (judged,) = await state.questions.judged_since(0)
    assert (judged.helpful, judged.comment) == (False, "the pay")


@pytest.mark.provokes_faults
async def test_what_can_not_be_kept_is_not_acknowledged(
    slack: LocalSlack, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise OperationalError("INSERT", {}, Exception("gone"))

    answer = await answered(slack, "slash", "P2")
    with monkeypatch.context() as patch:
        patch.setattr(state.database, "count", broken)
        delivery = await slack.click(answer, "feedback", value="positive")
    assert delivery.status == 503
    assert any("can't reach what I remember" in each.text for each in slack.ephemerals())
    assert (await slack.click(answer, "feedback", value="positive")).ok
    await settled(slack)
    assert len(await state.questions.judged_since(0)) == 1


@pytest.mark.provokes_faults
async def test_a_window_that_comes_too_late_is_owned_up_to(slack: LocalSlack) -> None:
    answer = await answered(slack, "slash", "P2")
    slack.faults.fail("views.open", "expired_trigger_id")
    await click(slack, answer, "feedback", value="negative")
    assert "try again" in slack.ephemerals()[-1].text


@pytest.mark.parametrize("where", ["slash", "channel", "dm"])
async def test_the_owners_are_asked_what_has_no_answer(owned: LocalSlack, where: str) -> None:
    answer = await answered(owned, where, UNANSWERED)
    await click(owned, answer, "to_owners")
    (asked,) = owned.messages("calibration")
    words = read(asked.blocks)
    assert UNANSWERED in words
    assert owned.bot_user_id not in words, "what was typed to call the bot is left out"
    assert f"<@{owned.users['ana'].id}>" in words
    assert ("Open the conversation" in words) == (where == "channel"), "a link others can open"
    assert "calibration" in owned.ephemerals()[-1].text or "<#" in owned.ephemerals()[-1].text


@pytest.mark.provokes_faults
async def test_owners_who_can_not_be_asked_are_told_of(owned: LocalSlack, log: Log) -> None:
    answer = await answered(owned, "slash", UNANSWERED)
    owned.faults.fail("chat.postMessage", "not_in_channel")
    await click(owned, answer, "to_owners")
    assert "ask them yourself" in owned.ephemerals()[-1].text
    assert log.lines("ERROR", "OWNERS_CHANNEL")


async def test_without_owners_there_is_no_such_button(slack: LocalSlack) -> None:
    assert "to_owners" not in buttons((await answered(slack, "slash", UNANSWERED)).blocks)


@pytest.mark.parametrize("text", ["P2", "help", "what does Ben earn?"])
async def test_what_is_not_for_the_owners(owned: LocalSlack, text: str) -> None:
    assert "to_owners" not in buttons((await answered(owned, "slash", text)).blocks)
