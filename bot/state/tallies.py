"""What the report counts, counted by the database: a year's questions are too many to read here."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from bot.state.database import Database
from bot.state.tables import feedback, questions


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions that are equal in what they were counted by; the rest of these stays empty."""

    count: int
    first: float
    """When the first of them was asked or judged; seconds since 1970."""
    last: float
    surface: str = ""
    intent: str = ""
    levels: tuple[str, ...] = ()
    text: str = ""
    comment: str | None = None


class Tallies:
    """Counts of questions and feedback since a time, `without` the questions of one surface.

    Those that came first are told first. Each raises what the database raises.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def kinds(self, at: float, home: str | None, without: str) -> list[Tally]:
        """Questions by surface and intent."""
        by = (questions.c.surface, questions.c.intent)
        return await self._questions(by, _asked(at, home, without))

    async def answers(self, at: float, home: str | None, without: str) -> list[Tally]:
        """Questions by intent and levels."""
        by = (questions.c.intent, _LEVELS)
        return await self._questions(by, _asked(at, home, without))

    async def wordings(self, at: float, home: str | None, without: str, intent: str) -> list[Tally]:
        """Questions of one intent by surface and what was typed."""
        by = (questions.c.surface, questions.c.text)
        asked = _asked(at, home, without)
        return await self._questions(by, sa.and_(asked, questions.c.intent == intent))

    async def judged(self, at: float, home: str | None) -> tuple[int, int]:
        """How many found an answer helpful, and how many did not."""
        helpful = sa.func.count(sa.case((feedback.c.helpful, 1)))
        found = sa.select(sa.func.count(), helpful).where(_judged(at, home))
        row = await self._database.row(found)
        every, good = tuple(row) if row else (0, 0)
        return int(good), int(every) - int(good)

    async def unhelpful(self, at: float, home: str | None) -> list[Tally]:
        """Feedback of answers that did not help by intent, levels, what was asked and said.

        A question is recorded beside its answer: where its process died first, nothing but the
        feedback is known, and the question is empty.
        """
        by = (questions.c.intent, _LEVELS, questions.c.text, feedback.c.comment)
        both = feedback.outerjoin(questions, feedback.c.question_id == questions.c.id)
        wanted = sa.and_(_judged(at, home), feedback.c.helpful.is_(False))
        return await self._tallied(by, feedback.c.at, both, wanted)

    async def _questions(
        self, by: Sequence[sa.ColumnElement[str]], wanted: sa.ColumnElement[bool]
    ) -> list[Tally]:
        return await self._tallied(by, questions.c.at, questions, wanted)

    async def _tallied(
        self,
        by: Sequence[sa.ColumnElement[str]],
        at: sa.ColumnElement[float],
        of: sa.FromClause,
        wanted: sa.ColumnElement[bool],
    ) -> list[Tally]:
        first, last = sa.func.min(at), sa.func.max(at)
        found = sa.select(sa.func.count(), first, last, *by).select_from(of)
        rows = await self._database.rows(found.where(wanted).group_by(*by).order_by(first))
        names = [column.name for column in by]
        return [_tally(row[:3], dict(zip(names, row[3:], strict=True))) for row in rows]


_LEVELS = sa.cast(questions.c.levels, sa.Text).label("levels")
"""JSON can't be counted by in PostgreSQL; it is written the same way each time."""


def _tally(counted: Sequence[float], named: dict[str, str | None]) -> Tally:
    count, first, last = counted
    return Tally(
        int(count),
        first,
        last,
        surface=named.get("surface") or "",
        intent=named.get("intent") or "",
        levels=tuple(json.loads(named.get("levels") or "[]")),
        text=named.get("text") or "",
        comment=named.get("comment"),
    )


def _asked(at: float, home: str | None, without: str) -> sa.ColumnElement[bool]:
    wanted = sa.and_(questions.c.at >= at, questions.c.surface != without)
    return wanted if home is None else sa.and_(wanted, questions.c.home == home)


def _judged(at: float, home: str | None) -> sa.ColumnElement[bool]:
    wanted = feedback.c.at >= at
    return wanted if home is None else sa.and_(wanted, feedback.c.home == home)
