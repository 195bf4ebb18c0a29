"""Which deliveries were taken on, so that each is answered once, by whichever process.

A process claims a delivery before it works on it, renews the claim while it works, and then marks
it done. A claim that is not renewed ends: its process has died, and another may take over. Slack
delivers again what was not acknowledged; what takes longer than Slack waits is parked here, with
its body, until it is done.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

import sqlalchemy as sa

from bot.state.database import FAILURES, Database
from bot.state.tables import deliveries
from bot.state.timing import within

_log = logging.getLogger(__name__)

# Slack redelivers at once, after one minute and after five (Slack docs, "The Events API",
# "Error handling and retries"); an hour is well past the last one.
KEEP_S = 3_600.0
LEASE_S = 8.0
"""A claim ends so long after it was last renewed: before Slack's second redelivery."""
RENEW_EVERY_S = 2.0
PARK_AFTER_S = 1.0
"""Well before the acknowledgement, which is held for two seconds."""
LOOK_EVERY_S = 0.25
"""How often one that waits for another's claim looks whether it is done."""
ASK_WITHIN_S = 2.0
"""A database that takes longer counts as one that fails."""
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
        self._in_memory: dict[str, None] = {}
        """What this process has taken on while the database could not be used."""

    async def claim(self, *key: str) -> Claim | None:
        """A claim on the delivery with this key; None when another holds one, or it is done.

        What was done is open again after the time for which it is remembered.
        """
        now, holder = self._clock_s(), token_hex(8)
        statement = self._database.insert(deliveries).values(
            key=_joined(key), holder=holder, until=now + LEASE_S, done=False, attempts=1
        )
        row = await self._database.row(
            statement.on_conflict_do_update(
                index_elements=[deliveries.c.key],
                set_={
                    "holder": holder,
                    "until": now + LEASE_S,
                    "attempts": sa.case((deliveries.c.done, 1), else_=deliveries.c.attempts + 1),
                    "done": False,
                },
                where=deliveries.c.until <= now,
            ).returning(deliveries.c.attempts)
        )
        return None if row is None else Claim(_joined(key), holder, row.attempts)

    async def renew(self, claim: Claim) -> bool:
        """Keep a claim for longer; False when another has taken it over meanwhile."""
        changed = await self._database.count(
            self._of(claim).values(until=self._clock_s() + LEASE_S)
        )
        return changed == 1

    async def done(self, claim: Claim, keep_s: float = KEEP_S) -> None:
        """The delivery is dealt with; it is remembered for `keep_s`."""
        await self._database.count(
            self._of(claim).values(done=True, until=self._clock_s() + keep_s, body=None)
        )

    async def park(self, claim: Claim, body: Mapping[str, Any]) -> bool:
        """Keep what the delivery brought until it is done, for whoever takes over.

        False when it is not kept: another has taken the claim over.
        """
        kept = {name: value for name, value in body.items() if name not in _SECRET}
        until = self._clock_s() + LEASE_S
        changed = await self._database.count(self._of(claim).values(until=until, body=kept))
        return changed == 1

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
        await self._database.count(self._of(claim).values(until=self._clock_s()))

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
    ) -> bool:
        """Do `work` unless the delivery with this key is or was worked on elsewhere.

        What takes long is `parked`, if it can be, so that it outlives this process. For `keep_s`
        after it is done it is not done again.

        Where another is at it, wait until it is done; when it dies on it, take over. True when
        this call has done the work. Raises what `work` raises, and then the delivery counts as
        dealt with: the person was told. A cancelled work is open to others.
        """
        try:
            claim = await self._claim_or_wait(key)
        except FAILURES as error:
            _log.warning("the database can't be used now (%s)", type(error).__name__)
            # Better one who is answered twice than one who is not answered.
            claim = self._claim_in_memory(key)
        if claim is None:
            return False
        try:
            async with self.renewed(claim, parked):
                await work(claim)
        except asyncio.CancelledError:
            with suppress(*FAILURES):
                await asyncio.shield(self.release(claim))
            raise
        except Exception:
            await self._settle(claim, keep_s)
            raise
        await self._settle(claim, keep_s)
        return True

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
        while True:
            claim, is_done = await within(ASK_WITHIN_S, self._claimed_or_done(key))
            if claim is not None or is_done:
                return claim
            await asyncio.sleep(LOOK_EVERY_S)

    async def _claimed_or_done(self, key: tuple[str, ...]) -> tuple[Claim | None, bool]:
        claim = await self.claim(*key)
        return claim, claim is None and await self.is_done(*key)

    def _claim_in_memory(self, key: tuple[str, ...]) -> Claim | None:
        joined = _joined(key)
        if joined in self._in_memory:
            return None
        self._in_memory[joined] = None
        if len(self._in_memory) > MOST_IN_MEMORY:
            del self._in_memory[next(iter(self._in_memory))]
        # Nobody knows whether another process has it, so it counts as one that another died on.
        return Claim(joined, "", 2)

    async def _settle(self, claim: Claim, keep_s: float) -> None:
        try:
            await self.done(claim, keep_s)
        except FAILURES as error:
            # It is answered; if Slack delivers it again, it may be answered again.
            _log.warning("could not mark a delivery as done: %s", type(error).__name__)

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


def _joined(key: tuple[str, ...]) -> str:
    return json.dumps(key, separators=(",", ":"))
