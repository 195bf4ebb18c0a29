"""Which deliveries were taken on: claimed once, by whichever process, and forgotten in time."""

import asyncio

import pytest
import sqlalchemy as sa

from bot.state import Claim, State
from bot.state.deliveries import KEEP_S, LEASE_S, MOST_ATTEMPTS, Parked
from bot.state.tables import deliveries
from tests.state.conftest import Clock, Open

KEY = ("A1", "T1", "Ev1")


async def claimed(state: State, *key: str) -> Claim:
    claim = await state.deliveries.claim(*(key or KEY))
    assert claim is not None
    return claim


async def test_the_first_claim_counts(state: State, open_state: Open) -> None:
    other = await open_state()
    assert (await claimed(state)).attempts == 1
    assert await state.deliveries.claim(*KEY) is None
    assert await other.deliveries.claim(*KEY) is None
    assert not await other.deliveries.is_done(*KEY)


@pytest.mark.parametrize(
    "key",
    [
        ("A2", "T1", "Ev1"),
        ("A1", "T2", "Ev1"),
        ("A1", "T1", "Ev2"),
        ("A1T1", "", "Ev1"),
        ("A1", "T1", "Ev1\x00"),
        ("A1", "T1", "Ev1\ud800"),
    ],
)
async def test_deliveries_of_other_apps_and_teams_are_others(
    state: State, key: tuple[str, ...]
) -> None:
    await claimed(state)
    await claimed(state, *key)


async def test_of_many_at_once_one_has_it(state: State, open_state: Open) -> None:
    others = [await open_state() for _ in range(3)]
    for number in range(10):
        claims = await asyncio.gather(
            *(each.deliveries.claim("A1", "T1", str(number)) for each in [state, *others] * 5)
        )
        assert len([claim for claim in claims if claim]) == 1


async def test_done_is_for_good(state: State, clock: Clock) -> None:
    """Slack's last delivery comes after six minutes and a little."""
    await state.deliveries.done(await claimed(state))
    clock.now_s += 7 * 60
    await state.purge()
    assert await state.deliveries.claim(*KEY) is None
    assert await state.deliveries.is_done(*KEY)


async def test_what_is_remembered_for_a_while_is_open_again_after_it(
    state: State, clock: Clock
) -> None:
    await state.deliveries.done(await claimed(state), keep_s=3.0)
    assert await state.deliveries.claim(*KEY) is None
    clock.now_s += 4
    assert not await state.deliveries.is_done(*KEY)
    assert (await claimed(state)).attempts == 1, "nobody has died on it"
    assert await state.deliveries.claim(*KEY) is None


async def test_what_was_taken_on_without_the_database_is_open_again_after_its_time(
    state: State, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(_: Claim) -> None:
        pass

    async def out_of_reach(_: object) -> None:
        raise TimeoutError

    with monkeypatch.context() as broken:
        broken.setattr(state.database, "insist", out_of_reach)
        assert await state.deliveries.once(KEY, work, keep_s=3)
    assert not await state.deliveries.once(KEY, work, keep_s=3)
    clock.now_s += 3
    assert await state.deliveries.once(KEY, work, keep_s=3)


async def test_what_is_past_its_time_is_forgotten(state: State, clock: Clock) -> None:
    await state.deliveries.done(await claimed(state))
    await claimed(state, "never done")
    clock.now_s += KEEP_S + LEASE_S + 1
    await state.purge()
    assert (await claimed(state)).attempts == 1
    assert (await claimed(state, "never done")).attempts == 1


async def test_another_takes_over_from_one_that_died(
    state: State, open_state: Open, clock: Clock
) -> None:
    other = await open_state()
    dead = await claimed(state)
    clock.now_s += LEASE_S - 1
    assert await other.deliveries.claim(*KEY) is None
    clock.now_s += 2
    alive = await claimed(other)
    assert alive.attempts == 2
    assert not await state.deliveries.renew(dead), "it was not dead, but has lost it"
    await state.deliveries.done(dead)
    assert not await state.deliveries.is_done(*KEY)
    await other.deliveries.done(alive)
    assert await state.deliveries.is_done(*KEY)


async def test_a_claim_that_is_renewed_stays(state: State, clock: Clock) -> None:
    claim = await claimed(state)
    for _ in range(5):
        clock.now_s += LEASE_S - 1
        assert await state.deliveries.renew(claim)
        assert await state.deliveries.claim(*KEY) is None


async def test_one_that_is_given_up_is_open(state: State) -> None:
    await state.deliveries.release(await claimed(state))
    assert (await claimed(state)).attempts == 2


# Once


async def test_work_is_done_once_and_the_others_wait_for_it(state: State, open_state: Open) -> None:
    other = await open_state()
    started, finish = asyncio.Event(), asyncio.Event()
    worked: list[Claim] = []

    async def work(claim: Claim) -> None:
        worked.append(claim)
        started.set()
        await finish.wait()

    first = asyncio.create_task(state.deliveries.once(KEY, work))
    await started.wait()
    second = asyncio.create_task(other.deliveries.once(KEY, work))
    done, _ = await asyncio.wait({second}, timeout=0.05)
    assert not done, "it is not answered yet, so it waits"
    finish.set()
    assert await first
    assert not await second
    assert len(worked) == 1


async def test_one_that_waits_takes_over_when_the_other_dies(
    state: State, open_state: Open, clock: Clock
) -> None:
    other = await open_state()
    await claimed(state)
    worked: list[Claim] = []

    async def work(claim: Claim) -> None:
        worked.append(claim)

    waiting = asyncio.create_task(other.deliveries.once(KEY, work))
    clock.now_s += LEASE_S + 1
    assert await waiting
    assert [claim.attempts for claim in worked] == [2]


async def test_work_that_fails_was_dealt_with(state: State) -> None:
    """The person has been told; telling them again with each redelivery helps nobody."""

    async def work(_: Claim) -> None:
        raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        await state.deliveries.once(KEY, work)
    assert await state.deliveries.is_done(*KEY)


async def test_work_that_is_cut_off_is_open_to_others(state: State) -> None:
    started = asyncio.Event()

    async def work(_: Claim) -> None:
        started.set()
        await asyncio.Event().wait()

    working = asyncio.create_task(state.deliveries.once(KEY, work))
    await started.wait()
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    assert await state.deliveries.claim(*KEY)


async def test_what_takes_long_is_parked_until_it_is_done(
    state: State, open_state: Open, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.state.deliveries.PARK_AFTER_S", 0.0)
    other = await open_state()
    kept, finish = asyncio.Event(), asyncio.Event()
    body = {"event": {"text": "P2"}, "token": "verification"}

    async def work(_: Claim) -> None:
        await finish.wait()

    working = asyncio.create_task(state.deliveries.once(KEY, work, Parked(body, kept.set)))
    await kept.wait()
    assert await other.deliveries.orphans() == [], "its process lives"
    clock.now_s += LEASE_S + 1
    assert await other.deliveries.orphans() == [{"event": {"text": "P2"}}]
    taken = await claimed(other)
    assert taken.attempts > 1
    assert await other.deliveries.orphans() == [], "another is at it"
    await other.deliveries.done(taken)
    clock.now_s += KEEP_S - 1
    assert await other.deliveries.orphans() == []
    rows = await state.database.rows(sa.select(deliveries.c.body))
    assert [row.body for row in rows] == [None], "no text stays"
    finish.set()
    await working


async def test_what_is_quick_is_not_parked(state: State) -> None:
    kept = asyncio.Event()

    async def work(_: Claim) -> None:
        pass

    await state.deliveries.once(KEY, work, Parked({"event": {}}, kept.set))
    assert not kept.is_set()


async def test_what_another_has_taken_over_is_not_parked(
    state: State, open_state: Open, clock: Clock
) -> None:
    other = await open_state()
    lost = await claimed(state)
    clock.now_s += LEASE_S + 1
    await claimed(other)
    assert not await state.deliveries.park(lost, {"event": {}})
    clock.now_s += LEASE_S + 1
    assert await other.deliveries.orphans() == []


async def test_what_processes_die_of_is_left_in_the_end(state: State, clock: Clock) -> None:
    assert await state.deliveries.park(await claimed(state), {"event": {}})
    clock.now_s += LEASE_S + 1
    seen = [len(await state.deliveries.orphans()) for _ in range(MOST_ATTEMPTS + 5)]
    assert seen == [1] * (MOST_ATTEMPTS - 1) + [0] * 6


async def test_a_claim_is_renewed_for_as_long_as_it_takes(
    state: State, open_state: Open, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.state.deliveries.PARK_AFTER_S", 0.0)
    other = await open_state()
    claim = await claimed(state)
    clock.now_s += LEASE_S - 1
    parked = asyncio.Event()
    async with state.deliveries.renewed(claim, Parked({}, parked.set)):
        await parked.wait()
    clock.now_s += 2
    assert await other.deliveries.claim(*KEY) is None
