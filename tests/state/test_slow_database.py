"""A database that is slow, breaks off or goes away: nothing is done twice for it, and none lost."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.state import Claim, State
from bot.state.deliveries import LEASE_S, LostClaimError
from tests.state.conftest import Clock, Open

KEY = ("A1", "T1", "Ev1")

Statement = Callable[..., Awaitable[Any]]


@pytest.fixture(autouse=True)
def soon_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database counts as silent soon, so that nobody waits for it here."""
    monkeypatch.setattr("bot.state.pulse.TICK_S", 0.02)
    monkeypatch.setattr("bot.state.pulse.SILENT_AFTER_S", 0.2)
    monkeypatch.setattr("bot.state.pulse.KNOWN_SILENT_AFTER_S", 0.1)
    monkeypatch.setattr("bot.state.database.AGAIN_AFTER_S", 0.0)


def gone(_: Statement) -> Statement:
    async def fails(*_: object) -> None:
        raise OperationalError("INSERT", {}, Exception("gone"))

    return fails


def hanging(_: Statement) -> Statement:
    async def hangs(*_: object) -> None:
        await asyncio.Event().wait()

    return hangs


def disturb(
    patch: pytest.MonkeyPatch, state: State, disturbed: Callable[[Statement], Statement]
) -> None:
    """Put every statement of this process out of order; what others do is not concerned."""
    for name in ("rows", "row", "count"):
        patch.setattr(state.database, name, disturbed(getattr(state.database, name)))


def noting(worked: list[Claim]) -> Callable[[Claim], Awaitable[None]]:
    async def work(claim: Claim) -> None:
        worked.append(claim)

    return work


async def test_one_that_is_slow_and_alive_is_waited_for(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the claim takes: while others are answered, it will be told."""
    worked: list[Claim] = []
    answer_now = asyncio.Event()

    def slow(statement: Statement) -> Statement:
        async def called(*arguments: object) -> Any:
            await answer_now.wait()
            return await statement(*arguments)

        return called

    monkeypatch.setattr(state.database, "row", slow(state.database.row))
    working = asyncio.create_task(state.deliveries.once(KEY, noting(worked)))
    for _ in range(10):
        await asyncio.sleep(0.05)
        assert await state.check() == "ok"
    assert not worked
    answer_now.set()
    assert await working
    assert [claim.attempts for claim in worked] == [1], "and it is a claim without a doubt"


async def test_a_claim_that_broke_off_after_it_was_made_is_still_ours(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[Claim] = []
    row, broken = state.database.row, list[bool]()

    async def breaks_off_once(statement: Any) -> Any:
        found = await row(statement)
        if not broken:
            broken.append(True)
            raise OperationalError("INSERT", {}, Exception("the connection broke off"))
        return found

    monkeypatch.setattr(state.database, "row", breaks_off_once)
    async with asyncio.timeout(LEASE_S):
        assert await state.deliveries.once(KEY, noting(worked))
    assert [claim.attempts for claim in worked] == [1]


@pytest.mark.parametrize("disturbed", [gone, hanging])
async def test_without_a_claim_it_is_done_in_doubt_and_told_later(
    state: State,
    open_state: Open,
    disturbed: Callable[[Statement], Statement],
) -> None:
    other = await open_state()
    worked: list[Claim] = []
    with pytest.MonkeyPatch.context() as patch:
        disturb(patch, state, disturbed)
        assert await state.deliveries.once(KEY, noting(worked))
        assert not await state.deliveries.once(KEY, noting(worked)), "this process remembers"
    assert [(claim.in_doubt, claim.attempts) for claim in worked] == [(True, 2)]
    await state.deliveries.settle_late()
    assert await other.deliveries.is_done(*KEY)
    assert not await other.deliveries.once(KEY, noting(worked))


async def test_the_one_that_did_it_does_not_do_it_again_when_the_database_is_back(
    state: State,
) -> None:
    worked: list[Claim] = []
    with pytest.MonkeyPatch.context() as patch:
        disturb(patch, state, gone)
        assert await state.deliveries.once(KEY, noting(worked))
    assert not await state.deliveries.once(KEY, noting(worked))
    assert len(worked) == 1
    assert await state.deliveries.is_done(*KEY)


async def test_a_second_delivery_waits_for_the_first_also_without_the_database(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It must not be acknowledged before: this process may die on the first."""
    disturb(monkeypatch, state, gone)
    started, finish = asyncio.Event(), asyncio.Event()

    async def work(_: Claim) -> None:
        started.set()
        await finish.wait()

    first = asyncio.create_task(state.deliveries.once(KEY, work))
    await started.wait()
    second = asyncio.create_task(state.deliveries.once(KEY, work))
    done, _ = await asyncio.wait({second}, timeout=0.05)
    assert not done
    finish.set()
    assert (await first, await second) == (True, False)


async def test_what_is_done_is_told_when_the_database_is_back(
    state: State, open_state: Open, clock: Clock
) -> None:
    other = await open_state()
    patch = pytest.MonkeyPatch()

    async def work(_: Claim) -> None:
        disturb(patch, state, gone)

    assert await state.deliveries.once(KEY, work)
    patch.undo()
    assert not await other.deliveries.is_done(*KEY)
    await state.deliveries.settle_late()
    clock.now_s += LEASE_S + 1
    assert await other.deliveries.is_done(*KEY)


async def test_what_another_has_taken_over_meanwhile_is_not_done_here(
    state: State, open_state: Open, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when this process got no time to renew its claim."""
    monkeypatch.setattr("bot.state.deliveries.SAFE_S", LEASE_S + 1)  # asks the database each time
    other = await open_state()
    worked: list[str] = []

    async def slow(claim: Claim) -> None:
        clock.now_s += LEASE_S + 1
        taken = await other.deliveries.claim(*KEY)
        assert taken
        assert taken.in_doubt
        with pytest.raises(LostClaimError):
            await state.deliveries.hold(claim)
        worked.append("the other")
        await other.deliveries.done(taken)
        await state.deliveries.hold(claim)
        worked.append("this one")

    assert not await state.deliveries.once(KEY, slow)
    assert worked == ["the other"]


async def test_a_claim_in_time_is_held_without_asking(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = await state.deliveries.claim(*KEY)
    assert claim
    disturb(monkeypatch, state, hanging)
    assert await state.deliveries.hold(claim)
    assert state.deliveries.held(claim)


async def test_nobody_knows_whose_it_is_when_the_database_is_out_of_reach(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.state.deliveries.LEASE_S", 0.0)
    claim = await state.deliveries.claim(*KEY)
    assert claim
    disturb(monkeypatch, state, hanging)
    assert not await state.deliveries.hold(claim)


async def test_what_is_done_stays_so_when_its_claim_is_renewed_late(
    state: State, open_state: Open, clock: Clock
) -> None:
    other = await open_state()
    claim = await state.deliveries.claim(*KEY)
    assert claim
    await state.deliveries.done(claim)
    assert not await state.deliveries.renew(claim)
    assert not await state.deliveries.park(claim, {"event": {}})
    await state.deliveries.release(claim)
    clock.now_s += 2 * LEASE_S
    assert await other.deliveries.is_done(*KEY)
