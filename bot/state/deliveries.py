"""Which deliveries were taken on, so that each is answered once, by whichever process.

A process claims a delivery before it works on it, renews the claim while it works, and then marks
it done. A claim that is not renewed ends: its process has died, and another may take over. Slack
delivers again what was not acknowledged; what takes longer than Slack waits is parked here, with
its body, until it is done.
"""

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.state.database import FAILURES, Database
from bot.state.tables import deliveries

_log = logging.getLogger(__name__)

T = TypeVar("T")

# Slack redelivers at once, after one minute and after five (Slack docs, "The Events API",
# "Error handling and retries"); an hour is well past the last one.
KEEP_S = 3_600.0
LEASE_S = 8.0
"""A claim ends so long after it was last renewed: before Slack's second redelivery."""
RENEW_EVERY_S = 2.0
PARK_AFTER_S = 1.0
"""Well before the acknowledgement, which is held for two seconds."""
SAFE_S = 4.0
"""What is posted must be out before the claim ends: with less left than this, it is renewed."""
LOOK_EVERY_S = 0.25
LOOK_AT_LEAST_EVERY_S = 1.0
"""How often one that waits for another's claim looks whether it is done: less and less."""
MOST_IN_MEMORY = 10_000
MOST_ATTEMPTS = 10

_SECRET = frozenset({"token"})
"""Of a request's parts: Slack's old verification token."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that this process works on."""

    key: str
    holder: str
    attempts: int
    """1 for the first; more when an earlier holder died on it, maybe after it had answered."""

    @property
    def in_doubt(self) -> bool:
        """Whether somebody may have done the work before, or be at it."""
        return self.attempts > 1


def doubted(claim: Claim) -> Claim:
    """The same claim, on what somebody else may have done."""
    return replace(claim, attempts=max(claim.attempts, 2))


class LostClaimError(Exception):
    """Another process has taken the claim over: what it is for must not be done here."""

    def __init__(self, claim: Claim) -> None:
        super().__init__(claim.key)
        self.claim = claim


Work = Callable[[Claim], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Parked:
    """What a delivery brought, and what is called when it is kept."""

    body: Mapping[str, Any]
    told: Callable[[], None]


class Deliveries:
    """Claims on deliveries, shared by every process on the same database."""

    def __init__(self, database: Database, clock_s: Callable[[], float]) -> None:
        self._database = database
        self._clock_s = clock_s
        self._in_memory: dict[str, asyncio.Event] = {}
        """What this process has taken on while the database could not be used, to its end."""
        self._ends: dict[str, float] = {}
        """Holder to when its claim ends at the soonest, by the clock that only goes forward."""
        self._unsettled: dict[str, tuple[Claim, float]] = {}
        """What is done, and the database does not know yet: key to claim, and until when."""

    async def claim(self, *key: str) -> Claim | None:
        """A claim on the delivery with this key; None when another holds one, or it is done.

        What was done is open again after the time for which it is remembered.
        """
        return await self._claim(_joined(key), token_hex(8))

    async def claim_surely(self, *key: str) -> Claim | None:
        """As `claim`, of a database that may be slow. Raises FAILURES when it is out of reach."""
        holder = token_hex(8)
        return await self._database.insist(lambda: self._claim(_joined(key), holder))

    async def _claim(self, key: str, holder: str) -> Claim | None:
        """The claim; also when this holder has it already, and was not told so."""
        c, now, asked_at = deliveries.c, self._clock_s(), time.monotonic()
        until = now + LEASE_S
        is_ours = sa.and_(c.holder == holder, c.done.is_(False))
        statement = self._database.insert(deliveries).values(
            key=key, holder=holder, until=until, done=False, attempts=1
        )
        row = await self._database.row(
            statement.on_conflict_do_update(
                index_elements=[c.key],
                set_={
                    "holder": holder,
                    "until": sa.case((sa.and_(is_ours, c.until > until), c.until), else_=until),
                    "attempts": sa.case(
                        (c.done, 1), (c.holder == holder, c.attempts), else_=c.attempts + 1
                    ),
                    "done": False,
                },
                where=sa.or_(c.until <= now, is_ours),
            ).returning(c.attempts)
        )
        if row is None:
            return None
        _bounded(self._ends, holder, asked_at + LEASE_S)
        return Claim(key, holder, row.attempts)

    async def renew(self, claim: Claim) -> bool:
        """Keep a claim for longer; False when another has taken it over, or done it, meanwhile."""
        return await self._renew(claim)

    async def _renew(self, claim: Claim, **also: object) -> bool:
        asked_at = time.monotonic()
        changed = await self._database.count(
            self._of(claim)
            .where(deliveries.c.done.is_(False))
            .values(until=self._clock_s() + LEASE_S, **also)
        )
        if changed == 1:
            _bounded(self._ends, claim.holder, asked_at + LEASE_S)
        return changed == 1

    async def hold(self, claim: Claim) -> bool:
        """Right before something is done that can't be done twice: that the claim is ours still.

        False when nobody can know, as the database is out of reach. Raises LostClaimError.
        """
        if self._has_left(claim, SAFE_S):
            return True
        if not claim.holder:
            return False
        try:
            if not await self._database.insist(lambda: self.renew(claim)):
                raise LostClaimError(claim)
        except FAILURES as error:
            _warn_of(error)
        return self._has_left(claim, 0)

    def held(self, claim: Claim) -> bool:
        """Whether it was this process's alone until now."""
        return self._has_left(claim, 0)

    def _has_left(self, claim: Claim, seconds: float) -> bool:
        return self._ends.get(claim.holder, 0.0) > time.monotonic() + seconds

    async def done(self, claim: Claim, keep_s: float = KEEP_S) -> None:
        """The delivery is dealt with; it is remembered for `keep_s`."""
        await self._mark_done(claim, self._clock_s() + keep_s)

    async def park(self, claim: Claim, body: Mapping[str, Any]) -> bool:
        """Keep what the delivery brought until it is done, for whoever takes over.

        False when it is not kept: another has taken the claim over.
        """
        kept = {name: value for name, value in body.items() if name not in _SECRET}
        return await self._renew(claim, body=kept)

    async def orphans(self, most: int = 20) -> list[dict[str, Any]]:
        """The bodies of parked deliveries whose process has died; to be taken on like new ones.

        One that was taken on MOST_ATTEMPTS times is left: it may be what they died of.
        """
        c = deliveries.c
        dead = sa.and_(c.until < self._clock_s(), c.done.is_(False), c.body.is_not(None))
        some = sa.select(c.key).where(dead, c.attempts < MOST_ATTEMPTS).limit(most)
        rows = await self._database.rows(
            sa.update(deliveries)
            .where(c.key.in_(some))
            .values(attempts=c.attempts + 1)
            .returning(c.body)
        )
        return [row.body for row in rows]

    async def release(self, claim: Claim) -> None:
        """Give a claim up: the delivery is open to whoever comes next."""
        mine = self._of(claim).where(deliveries.c.done.is_(False))
        await self._database.count(mine.values(until=self._clock_s()))

    async def is_done(self, *key: str) -> bool:
        """Whether the delivery with this key is dealt with."""
        c = deliveries.c
        found = sa.select(c.key).where(c.key == _joined(key), c.done, c.until > self._clock_s())
        return await self._database.row(found) is not None

    async def once(
        self,
        key: tuple[str, ...],
        work: Work,
        parked: Parked | None = None,
        keep_s: float = KEEP_S,
        failed_s: float = KEEP_S,
    ) -> bool:
        """Do `work` unless the delivery with this key is or was worked on elsewhere.

        What takes long is `parked`, if it can be, so that it outlives this process. For `keep_s`
        after it is done it is not done again, and for `failed_s` after it failed.

        Where another is at it, wait until it is done; when it dies on it, take over. True when
        this call has done the work. Raises what `work` raises, and then the delivery counts as
        dealt with: the person was told. A cancelled work is open to others.
        """
        while True:
            claim = await self._taken_on(key)
            if claim is None:
                return False
            try:
                async with self.renewed(claim, parked):
                    await work(claim)
            except LostClaimError as lost:
                await self._released(claim)
                if lost.claim is not claim:
                    raise
                _log.info("another process has taken over what was too slow here")
            except asyncio.CancelledError:
                await asyncio.shield(self._released(claim))
                raise
            except Exception:
                await self._settle(claim, failed_s)
                raise
            else:
                await self._settle(claim, keep_s)
                return True
            finally:
                self._ends.pop(claim.holder, None)

    async def _taken_on(self, key: tuple[str, ...]) -> Claim | None:
        """The claim, once it is free; None once it is done."""
        joined = _joined(key)
        try:
            claim = await self._claim_or_wait(key)
        except FAILURES as error:
            _warn_of(error)
            # The person is not to wait for the database; whoever works on it asks Slack first.
            return await self._claim_in_memory(joined)
        if claim is not None and (ended := self._in_memory.get(joined)):
            # Taken on here while the database was out of reach, which does not know it yet.
            await ended.wait()
            await self._settle(claim, KEEP_S)
            return None
        return claim

    async def _released(self, claim: Claim) -> None:
        if not claim.holder:
            self._in_memory.pop(claim.key).set()
            return
        with suppress(*FAILURES):
            await self.release(claim)

    @asynccontextmanager
    async def renewed(self, claim: Claim, parked: Parked | None = None) -> AsyncIterator[None]:
        """Inside, the claim is kept, however long it takes; what takes long is `parked`."""
        renewing = asyncio.create_task(self._renewing(claim, parked), name="renew-claim")
        try:
            yield
        finally:
            renewing.cancel()
            with suppress(asyncio.CancelledError):
                await renewing

    async def _claim_or_wait(self, key: tuple[str, ...]) -> Claim | None:
        """The claim, once it is free; None once it is done."""
        pause_s, holder = LOOK_EVERY_S, token_hex(8)

        async def claimed_or_done() -> tuple[Claim | None, bool]:
            claim = await self._claim(_joined(key), holder)
            return claim, claim is None and await self.is_done(*key)

        while True:
            claim, is_done = await self._database.insist(claimed_or_done)
            if claim is not None or is_done:
                return claim
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * 1.5, LOOK_AT_LEAST_EVERY_S)

    async def _claim_in_memory(self, key: str) -> Claim | None:
        if ended := self._in_memory.get(key):
            await ended.wait()
            return None
        _bounded(self._in_memory, key, asyncio.Event())
        # Nobody knows whether another process has it, so it counts as one that another died on.
        return Claim(key, "", 2)

    async def _settle(self, claim: Claim, keep_s: float) -> None:
        until = self._clock_s() + keep_s
        if not claim.holder and (ended := self._in_memory.get(claim.key)):
            ended.set()
        try:
            await self._database.patiently(self._mark_done(claim, until))
        except FAILURES as error:
            _log.warning("could not mark a delivery as done yet: %s", type(error).__name__)
            _bounded(self._unsettled, claim.key, (claim, until))
        else:
            if not claim.holder:  # the database knows it now, and for how long
                self._in_memory.pop(claim.key, None)

    async def settle_late(self) -> None:
        """Tell the database what it could not be told before. Raises FAILURES."""
        for key, (claim, until) in list(self._unsettled.items()):
            if until > self._clock_s():
                await self._database.patiently(self._mark_done(claim, until))
            self._unsettled.pop(key, None)
            self._in_memory.pop(key, None)

    async def _mark_done(self, claim: Claim, until: float) -> None:
        done = {"done": True, "until": until, "body": None}
        if claim.holder:
            await self._database.count(self._of(claim).values(done))
            return
        # Whoever may hold it by now need not go on: it is done.
        row = {"key": claim.key, "holder": "", "attempts": 1, **done}
        statement = self._database.insert(deliveries).values(row)
        await self._database.count(
            statement.on_conflict_do_update(index_elements=[deliveries.c.key], set_=done)
        )

    async def purge(self) -> None:
        """Forget what Slack will not deliver again."""
        now, c = self._clock_s(), deliveries.c
        await self._database.count(
            sa.delete(deliveries).where(
                sa.or_(c.until < now - KEEP_S, sa.and_(c.done, c.until < now))
            )
        )

    async def _renewing(self, claim: Claim, parked: Parked | None) -> None:
        await asyncio.sleep(PARK_AFTER_S)
        while True:
            try:
                if parked is not None:
                    if not await self.park(claim, parked.body):
                        return
                    parked.told()
                    parked = None
                elif not await self.renew(claim):
                    return
            except FAILURES as error:  # the next time may go well, and the lease is longer
                _log.warning("could not renew a claim: %s", type(error).__name__)
            await asyncio.sleep(RENEW_EVERY_S)

    def _of(self, claim: Claim) -> sa.Update:
        return sa.update(deliveries).where(
            deliveries.c.key == claim.key, deliveries.c.holder == claim.holder
        )


def _bounded(kept: dict[str, T], key: str, value: T) -> None:
    """Keep one more, and forget the oldest of too many."""
    kept[key] = value
    if len(kept) > MOST_IN_MEMORY:
        del kept[next(iter(kept))]


def _warn_of(error: BaseException) -> None:
    _log.warning("the database can't be used now (%s)", type(error).__name__)


def _joined(key: tuple[str, ...]) -> str:
    return json.dumps(key, separators=(",", ":"))
