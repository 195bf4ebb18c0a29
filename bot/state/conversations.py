"""Which questions were answered where, for follow-ups in a thread and for edited questions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bot.state.database import Database
from bot.state.tables import conversations

KEEP_S = 7 * 86_400.0
"""A thread that nobody has gone on with for a week is over."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A message that asked, and the message that answered it."""

    channel: str
    question_ts: str
    thread_ts: str
    """The thread that holds both; the question's own `ts` when it started the thread."""
    user: str
    answer_ts: str | None
    """None when the answer is no message that can be updated."""
    context: Mapping[str, Any]
    """What the answer was about, as plain data: levels, intent, attribute, skill, family."""


class Conversations:
    """Answered questions by workspace, for a week. `home` is the workspace's id."""

    def __init__(self, database: Database, clock_s: Callable[[], float]) -> None:
        self._database = database
        self._clock_s = clock_s

    async def remember(self, home: str, answered: Answered) -> None:
        """Keep an answer; one to the same question replaces the earlier."""
        changed = {
            "thread_ts": answered.thread_ts,
            "user_id": answered.user,
            "answer_ts": answered.answer_ts,
            "context": dict(answered.context),
            "at": self._clock_s(),
        }
        statement = self._database.insert(conversations).values(
            home=home, channel=answered.channel, question_ts=answered.question_ts, **changed
        )
        await self._database.count(
            statement.on_conflict_do_update(
                index_elements=["home", "channel", "question_ts"], set_=changed
            )
        )

    async def last(
        self, home: str, channel: str, thread_ts: str, user: str, within_s: float = KEEP_S
    ) -> Answered | None:
        """The latest answer to this person in this thread; None when there was none."""
        c = conversations.c
        return self._answered(
            await self._database.row(
                sa.select(conversations)
                .where(
                    c.home == home,
                    c.channel == channel,
                    c.thread_ts == thread_ts,
                    c.user_id == user,
                    c.at > self._clock_s() - min(within_s, KEEP_S),
                )
                .order_by(c.at.desc(), c.question_ts.desc())
                .limit(1)
            )
        )

    async def to_question(self, home: str, channel: str, question_ts: str) -> Answered | None:
        """The answer to the message with this `ts`, which an edit of the message updates."""
        c = conversations.c
        return self._answered(
            await self._database.row(
                sa.select(conversations).where(
                    c.home == home,
                    c.channel == channel,
                    c.question_ts == question_ts,
                    c.at > self._clock_s() - KEEP_S,
                )
            )
        )

    async def count_of(self, home: str, user: str) -> int:
        """How many answers to this person are kept."""
        c = conversations.c
        row = await self._database.row(
            sa.select(sa.func.count().label("kept")).where(c.home == home, c.user_id == user)
        )
        return row.kept if row else 0

    async def forget(self, home: str, user: str) -> None:
        """Delete what is kept of this person's conversations."""
        c = conversations.c
        await self._database.count(
            sa.delete(conversations).where(c.home == home, c.user_id == user)
        )

    async def purge(self) -> None:
        """Delete what is older than a week."""
        end = self._clock_s() - KEEP_S
        await self._database.count(sa.delete(conversations).where(conversations.c.at < end))

    @staticmethod
    def _answered(row: Any) -> Answered | None:
        if row is None:
            return None
        return Answered(
            channel=row.channel,
            question_ts=row.question_ts,
            thread_ts=row.thread_ts,
            user=row.user_id,
            answer_ts=row.answer_ts,
            context=row.context,
        )
