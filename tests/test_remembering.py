"""What the bot remembers through the front door: defaults, follow-ups, questions, deliveries."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from bot.state import State, Whose
from bot.state.tables import deliveries
from local_slack import LocalSlack
from tests.support import PATIENCE_S, Door, Json, Log, read, settled

QUESTION = "@levelbot what's Machine Learning II?"


def event_of(slack: LocalSlack, kind: str = "app_mention") -> Json:
    """The first event of this kind, as it was delivered."""
    return next(
        delivery.request
        for delivery in slack.deliveries
        if delivery.kind == "event"
        and delivery.request["event"]["type"] == kind
        and "bot_id" not in delivery.request["event"]
    )


async def asked(state: State) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """What was recorded: surface, text, intent, levels."""
    return [(q.surface, q.text, q.intent, q.levels) for q in await state.questions.since(0)]


def mention_delivered(slack: LocalSlack) -> Json:
    """The first mention, as it was delivered."""
    events = (d.request for d in slack.deliveries if d.kind == "event")
    return next(each for each in events if each["event"]["type"] == "app_mention")


@pytest.mark.parametrize(
    ("whose", "default"),
    [
        (Whose.PERSON, "data-scientist"),
        (Whose.CHANNEL, "data-scientist"),
        (Whose.WORKSPACE, "data-scientist"),
        (Whose.PERSON, "no-such-family"),
    ],
)
async def test_a_default_family_counts(
    slack: LocalSlack, state: State, whose: Whose, default: str
) -> None:
    delivery = await slack.command("/level", "P2")
    command = delivery.request
    ids = {
        Whose.PERSON: command["user_id"],
        Whose.CHANNEL: command["channel_id"],
        Whose.WORKSPACE: command["team_id"],
    }
    before = read(delivery.json["blocks"][0])
    await state.preferences.set_family(command["team_id"], whose, ids[whose], default)
    after = read((await slack.command("/level", "P2")).json["blocks"][0])
    assert ("Data Scientist" in after) == (default == "data-scientist")
    assert (after == before) == (default != "data-scientist")


async def test_questions_are_recorded_without_the_person(slack: LocalSlack, state: State) -> None:
    await slack.command("/level", "P2 vs P3")
    await slack.post("@levelbot what does @ben do as a P2?")
    await slack.post("unicorn wrangler", channel=slack.dm("ana"))
    await settled(slack)
    found = sorted(await asked(state))
    assert [(surface, intent) for surface, _, intent, _ in found] == [
        ("direct_message", "unknown"),
        ("mention", "attribute"),
        ("slash_command", "compare"),
    ]
    assert found[0][1] == "unicorn wrangler"
    assert found[1][1] == "what does @someone do as a P2?"
    assert found[2][3] == ("ai-ml-engineer/P2", "ai-ml-engineer/P3")
    ids = {user.id for user in slack.users.values()}
    assert not any(user in repr(found) for user in ids)


async def test_a_redelivered_event_is_answered_once_by_another_process(
    slack: LocalSlack, state: State, door: Door
) -> None:
    """The other process has it: it is done there, so this one says nothing."""
    await slack.post(QUESTION)
    await settled(slack)
    event = mention_delivered(slack)
    event["event_id"] = "Ev0OTHER"
    key = tuple(event[part] for part in ("api_app_id", "team_id", "event_id"))
    claim = await state.deliveries.claim(*key)
    assert claim
    await state.deliveries.done(claim)
    said = len([m for m in slack.session.workspace.log if m.by_bot])
    assert (await door.json(event)).status == 200
    await settled(slack)
    assert len([m for m in slack.session.workspace.log if m.by_bot]) == said


async def test_the_acknowledgement_waits_for_the_answer(slack: LocalSlack, door: Door) -> None:
    """A process that dies before has not acknowledged, so that Slack delivers the event again."""
    await slack.post(QUESTION)
    await settled(slack)
    event = mention_delivered(slack)
    event["event_id"] = "Ev0OTHER"
    event["event"]["ts"] = f"{time.time():.6f}"
    said = len([m for m in slack.session.workspace.log if m.by_bot])
    assert (await door.json(event)).status == 200
    assert len([m for m in slack.session.workspace.log if m.by_bot]) == said + 1


async def test_without_its_database_the_bot_still_answers(
    slack: LocalSlack, state: State, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr(state.database, "rows", broken)
    monkeypatch.setattr(state.database, "count", broken)
    assert "P2" in read((await slack.command("/level", "P2")).json["blocks"])
    question = await slack.post(QUESTION)
    answer = await slack.next_message(after=question)
    assert "P2" in read(answer.blocks)
    await settled(slack)
    assert log.lines("ERROR") == []
    assert log.lines("WARNING", "database")


Break = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture
def out_of_order(request: pytest.FixtureRequest, state: State) -> Break:
    """Puts the database out of order."""

    async def broken(*_: object) -> None:
        if request.param == "hangs":
            await asyncio.Event().wait()
        raise OperationalError("SELECT", {}, Exception("gone"))

    @asynccontextmanager
    async def transaction() -> AsyncIterator[None]:
        await broken()
        yield

    def put(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(state.database, "rows", broken)
        patch.setattr(state.database, "count", broken)
        patch.setattr(state.database, "transaction", transaction)

    return put


async def test_a_question_waits_for_what_is_remembered_slowly(
    slack: LocalSlack, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack delivers an event again meanwhile; only a command has to be answered in time."""
    question = await slack.post("@levelbot P2", channel="eng-leveling")
    await settled(slack)
    rows = state.database.rows

    async def slow(statement: Any) -> Any:
        await asyncio.sleep(0.02)
        return await rows(statement)

    monkeypatch.setattr(state.database, "rows", slow)
    monkeypatch.setattr("bot.memory.READ_WITHIN_S", 0.001)
    await slack.post("and P3?", channel="eng-leveling", thread_ts=question.ts)
    await settled(slack)
    answers = [m for m in slack.replies(question.channel, question.ts) if m.by_bot]
    assert ["P2" in read(answers[0].blocks), "P3" in read(answers[-1].blocks)] == [True, True]
    assert len(answers) == 2
    assert (await slack.command("/level", "P2")).ok


async def test_the_answer_to_an_edited_question_is_found_where_it_is_not_remembered(
    slack: LocalSlack, state: State
) -> None:
    question = await slack.post("@levelbot P2")
    await settled(slack)
    event = event_of(slack)
    await state.conversations.forget(event["team_id"], event["event"]["user"])
    await slack.edit(question, "@levelbot P3")
    await settled(slack)
    (answer,) = [m for m in slack.session.workspace.log if m.by_bot]
    assert read(answer.blocks).startswith("P3")


COMMANDS = ["default", "default data scientist", "default here data scientist", "forget me"]


@pytest.mark.parametrize("out_of_order", ["fails"], indirect=True)
async def test_who_can_not_know_whether_it_was_answered_asks_slack(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch, out_of_order: Break
) -> None:
    """As when the database is slow, and Slack delivers again what another process answers."""
    asked = await slack.post("@levelbot P2")
    await settled(slack)
    (mention,) = [
        each
        for each in slack.deliveries
        if each.kind == "event" and each.request["event"]["type"] == "app_mention"
    ]
    out_of_order(monkeypatch)
    await slack.redeliver(mention)
    await settled(slack)
    assert len(slack.replies(asked.channel, asked.ts)) == 1


@pytest.mark.on_time
@pytest.mark.parametrize("text", COMMANDS)
@pytest.mark.parametrize("out_of_order", ["fails", "hangs"], indirect=True)
async def test_what_can_not_be_kept_is_told_in_time(
    slack: LocalSlack, log: Log, monkeypatch: pytest.MonkeyPatch, out_of_order: Break, text: str
) -> None:
    out_of_order(monkeypatch)
    monkeypatch.setattr("handlers.keeping.WITHIN_S", 0.05)
    delivery = await slack.command("/level", text)
    assert delivery.ok
    assert "can't reach what I remember" in delivery.json["text"]
    assert log.lines("WARNING", "database")
    assert "Traceback" not in log.text


@pytest.mark.parametrize("out_of_order", ["fails"], indirect=True)
async def test_an_uninstallation_that_can_not_be_kept_is_delivered_again(
    slack: LocalSlack, state: State, door: Door, out_of_order: Break
) -> None:
    command = (await slack.command("/level", "default data scientist")).request
    home, user = command["team_id"], command["user_id"]
    gone: Json = {"type": "event_callback", "team_id": home, "api_app_id": "A1", "event_id": "Ev1"}
    gone["event"] = {"type": "app_uninstalled"}
    with pytest.MonkeyPatch.context() as patch:
        out_of_order(patch)
        assert (await door.json(gone)).status == 503
    assert await state.kept(home, user)
    assert (await door.json(gone)).status == 200
    assert not await state.kept(home, user)


async def test_readyz_does_not_wait_for_a_database_that_hangs(
    door: Door, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor for a driver that takes its time to give up."""

    async def hangs(*_: object) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(30)

    monkeypatch.setattr(state.database, "rows", hangs)
    monkeypatch.setattr("bot.state.database.CHECK_WITHIN_S", 0.05)
    async with asyncio.timeout(PATIENCE_S):
        ready = await door.get("/readyz")
    assert (ready.status, "did not answer in time" in ready.body) == (503, True)


async def test_readyz_tells_of_the_database(
    door: Door, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = await door.get("/readyz")
    assert (ready.status, '"database": "ok"' in ready.body) == (200, True)

    async def broken(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr(state.database, "rows", broken)
    ready = await door.get("/readyz")
    assert (ready.status, "can't be reached: gone" in ready.body) == (503, True)


@pytest.mark.parametrize("where", ["channel", "dm", "thread"])
@pytest.mark.parametrize("noted", [True, False])
async def test_a_process_that_died_after_it_had_answered_is_not_answered_for_again(
    slack: LocalSlack, state: State, door: Door, where: str, noted: bool
) -> None:
    """Also when it had no time to note what it had posted: the answer itself says it."""
    if where == "thread":
        parent = await slack.post("how do we level people?")
        await slack.post(QUESTION, thread_ts=parent.ts)
    else:
        await (slack.post("P2", channel=slack.dm("ana")) if where == "dm" else slack.post(QUESTION))
    await settled(slack)
    event = event_of(slack, "message" if where == "dm" else "app_mention")
    said = len([m for m in slack.session.workspace.log if m.by_bot])
    await died_on(state, event)
    if not noted:
        await state.conversations.forget(event["team_id"], event["event"]["user"])
    assert (await door.json(event)).status == 200
    await settled(slack)
    assert len([m for m in slack.session.workspace.log if m.by_bot]) == said


async def test_a_process_that_died_before_it_answered_is_answered_for(
    slack: LocalSlack, state: State, door: Door
) -> None:
    await slack.post(QUESTION)
    await settled(slack)
    event = event_of(slack)
    said = len([m for m in slack.session.workspace.log if m.by_bot])
    other = await slack.post("what about P3?")
    event["event"] |= {"ts": other.ts, "text": f"<@{slack.bot_user_id}> P3"}
    event["event_id"] = "Ev0OTHER"
    key = tuple(event[part] for part in ("api_app_id", "team_id", "event_id"))
    assert await state.deliveries.claim(*key)
    await died_on(state, event)
    assert (await door.json(event)).status == 200
    await settled(slack)
    assert len([m for m in slack.session.workspace.log if m.by_bot]) == said + 1


async def died_on(state: State, event: Json) -> None:
    """As if the process that has the event were dead for some time."""
    key = tuple(event[part] for part in ("api_app_id", "team_id", "event_id"))
    rows = sa.update(deliveries).where(deliveries.c.key == json.dumps(key, separators=(",", ":")))
    assert await state.database.count(rows.values(done=False, until=0)) == 1
