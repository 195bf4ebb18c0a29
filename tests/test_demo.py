"""The conversation that the demo opens on."""

from pathlib import Path

import pytest

from bot import demo_conversation
from bot.reload import LadderSource
from local_slack import LocalSlack
from tests.conftest import ROOT, joined
from tests.support import Log, read

OTHER = ROOT / "benchmarks" / "other-ladder"


async def test_people_have_asked_and_the_bot_has_answered(
    slack: LocalSlack, shipped_source: LadderSource
) -> None:
    await demo_conversation.hold(slack, shipped_source)
    asked = [message for message in slack.messages("eng-leveling") if "<@" in message.text]
    answers = [slack.replies("eng-leveling", message.ts)[0] for message in asked]
    assert "P2" in answers[0].text
    assert "P3" in answers[0].text
    assert "Developing AI/ML Engineer" in read(answers[1].blocks)
    assert [message.by_bot for message in slack.messages(slack.dm("ana"))] == [False, True]
    assert len(slack.ephemerals("ana")) == 1
    assert slack.ephemerals("ben") == []


@pytest.mark.parametrize("ladder", [OTHER], ids=lambda path: path.name)
async def test_the_conversation_fits_whichever_ladder_is_loaded(
    ladder: Path, log: Log, request: pytest.FixtureRequest
) -> None:
    source = LadderSource(ladder)
    async with joined(source, log, request) as slack:
        await demo_conversation.hold(slack, source)
        said = [m for m in slack.session.workspace.log if m.by_bot]
    assert len(said) >= 4
    assert "couldn't find" not in read([m.blocks for m in said])
    assert "intent=unknown" not in log.text


@pytest.mark.provokes_faults
async def test_a_bot_that_is_silent_does_not_keep_the_demo_closed(
    slack: LocalSlack,
    shipped_source: LadderSource,
    log: Log,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(demo_conversation, "ANSWER_WITHIN_S", 0.05)
    slack.faults.fail("chat.postMessage", "fatal_error", times=1_000)
    await demo_conversation.hold(slack, shipped_source)
    assert "ends early" in log.text
