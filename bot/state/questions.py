"""What was asked, without who asked it, and what people said of the answers."""

import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from secrets import token_hex

import sqlalchemy as sa

from bot.state.database import Database, Row
from bot.state.tables import facts, feedback, questions

LONGEST_TEXT = 2_000
"""Characters kept of a question or a comment: a pasted card is cut."""
_VOTER_KEY = "voter_key"


def new_question_id() -> str:
    """An id for a question that is to be recorded; its answer's feedback buttons carry it."""
    return token_hex(8)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was answered, or not. It does not say who asked."""

    id: str
    home: str
    """The workspace's id, else the organization's."""
    surface: str
    text: str
    intent: str
    levels: tuple[str, ...]
    confidence: float
    at: float = 0.0
    """Seconds since 1970; set when it is recorded."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What one person said of the answer to a question."""

    question: Asked
    helpful: bool
    comment: str | None
    at: float


class Questions:
    """Questions and feedback, kept for `keep_days` days."""

    def __init__(self, database: Database, clock_s: Callable[[], float], keep_days: float) -> None:
        self._database = database
        self._clock_s = clock_s
        self._keep_s = keep_days * 86_400
        self._voter_key: bytes | None = None

    async def record(self, asked: Asked) -> None:
        """Keep a question; recording the same id again changes nothing."""
        await self._database.count(
            self._database.insert(questions)
            .values(
                id=asked.id,
                home=asked.home,
                surface=asked.surface,
                text=asked.text[:LONGEST_TEXT],
                intent=asked.intent,
                levels=list(asked.levels),
                confidence=asked.confidence,
                at=self._clock_s(),
            )
            .on_conflict_do_nothing()
        )

    async def find(self, question_id: str) -> Asked | None:
        """A recorded question."""
        row = await self._database.row(sa.select(questions).where(questions.c.id == question_id))
        return _asked(row) if row else None

    async def judge(
        self, home: str, question_id: str, user: str, *, helpful: bool, comment: str | None = None
    ) -> None:
        """Keep what this person says of an answer; it replaces what they said before.

        A comment that was given stays when the same verdict comes again without one.
        """
        c = feedback.c
        statement = self._database.insert(feedback).values(
            question_id=question_id,
            voter=await self._voter(question_id, user),
            home=home,
            helpful=helpful,
            comment=comment[:LONGEST_TEXT] if comment else None,
            at=self._clock_s(),
        )
        new = statement.excluded
        kept = sa.case((c.helpful == new.helpful, c.comment), else_=None)
        await self._database.count(
            statement.on_conflict_do_update(
                index_elements=["question_id", "voter"],
                set_={
                    "helpful": new.helpful,
                    "comment": sa.func.coalesce(new.comment, kept),
                    "at": new.at,
                },
            )
        )

    async def since(self, at: float, home: str | None = None) -> Sequence[Asked]:
        """Questions recorded at or after `at`, oldest first; of one workspace if it is named."""
        wanted = sa.select(questions).where(questions.c.at >= at).order_by(questions.c.at)
        if home is not None:
            wanted = wanted.where(questions.c.home == home)
        return [_asked(row) for row in await self._database.rows(wanted)]

    async def judged_since(self, at: float, home: str | None = None) -> Sequence[Judged]:
        """Feedback given at or after `at`, oldest first, with its questions.

        A question is recorded beside its answer: where its process died first, nothing but the
        feedback is known, and the question is empty.
        """
        wanted = (
            sa.select(
                feedback.c.question_id,
                feedback.c.home.label("judged_home"),
                questions,
                feedback.c.helpful,
                feedback.c.comment,
                feedback.c.at.label("judged_at"),
            )
            .select_from(feedback.outerjoin(questions, feedback.c.question_id == questions.c.id))
            .where(feedback.c.at >= at)
            .order_by(feedback.c.at)
        )
        if home is not None:
            wanted = wanted.where(feedback.c.home == home)
        return [
            Judged(
                _asked(row) if row.id else _lost(row), bool(row.helpful), row.comment, row.judged_at
            )
            for row in await self._database.rows(wanted)
        ]

    async def purge(self) -> None:
        """Delete questions and feedback that are older than they may be."""
        end = self._clock_s() - self._keep_s
        await self._database.count(sa.delete(questions).where(questions.c.at < end))
        await self._database.count(sa.delete(feedback).where(feedback.c.at < end))

    async def _voter(self, question_id: str, user: str) -> str:
        """Tells one person's votes on one answer from another's, and says nothing else of them."""
        key = self._voter_key = self._voter_key or await self._shared_key()
        return hmac.new(
            key, f"{question_id}/{user}".encode(errors="replace"), hashlib.sha256
        ).hexdigest()

    async def _shared_key(self) -> bytes:
        """A random key, made by the first process that needs it."""
        await self._database.count(
            self._database.insert(facts)
            .values(name=_VOTER_KEY, value=token_hex(32))
            .on_conflict_do_nothing()
        )
        row = await self._database.row(sa.select(facts.c.value).where(facts.c.name == _VOTER_KEY))
        assert row is not None  # noqa: S101 - inserted just now, and nothing deletes it
        return bytes.fromhex(row.value)


def _asked(row: Row) -> Asked:
    return Asked(
        id=row.id,
        home=row.home,
        surface=row.surface,
        text=row.text,
        intent=row.intent,
        levels=tuple(row.levels),
        confidence=row.confidence,
        at=row.at,
    )


def _lost(row: Row) -> Asked:
    return Asked(row.question_id, row.judged_home, "", "", "", (), 0.0)
