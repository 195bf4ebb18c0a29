"""Which events were taken on: claimed once, and forgotten in time."""

from bot.state import Deliveries
from bot.state.deliveries import KEEP_S, MOST


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


async def test_the_first_claim_counts() -> None:
    deliveries = Deliveries(Clock())
    assert await deliveries.claim("A1", "T1", "Ev1")
    assert not await deliveries.claim("A1", "T1", "Ev1")


async def test_events_of_other_apps_and_teams_are_others() -> None:
    deliveries = Deliveries(Clock())
    for key in (("A1", "T1", "Ev1"), ("A2", "T1", "Ev1"), ("A1", "T2", "Ev1"), ("A1", "T1", "Ev2")):
        assert await deliveries.claim(*key)


async def test_a_claim_outlives_slacks_last_redelivery_and_then_goes() -> None:
    """Slack's last one comes after six minutes and a little."""
    clock = Clock()
    deliveries = Deliveries(clock)
    await deliveries.claim("A1", "T1", "Ev1")
    clock.now_s = 7 * 60
    assert not await deliveries.claim("A1", "T1", "Ev1")
    clock.now_s = KEEP_S + 1
    assert await deliveries.claim("A1", "T1", "Ev1")


async def test_memory_is_bounded_and_the_newest_are_kept() -> None:
    deliveries = Deliveries(Clock())
    for number in range(MOST + 500):
        assert await deliveries.claim("A1", "T1", f"Ev{number}")
    assert not await deliveries.claim("A1", "T1", f"Ev{MOST + 499}")
    assert await deliveries.claim("A1", "T1", "Ev0"), "the oldest is forgotten"
