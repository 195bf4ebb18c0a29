"""A person's home page: what they have set, the ladder as they may see it, and news for admins."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers.home import AdminNews, Home, home
from bot.desk import Desk, Place
from bot.history import History
from bot.reload import LadderSource
from bot.reports import make_report
from bot.state import Own, State
from bot.state.database import FAILURES

_log = logging.getLogger(__name__)

DAYS = 7
"""The report for admins looks back as far."""
MOST_PROBLEMS = 5

_NOBODY = Own()


@dataclass(frozen=True, slots=True)
class Homes:
    """Makes home pages."""

    desk: Desk
    source: LadderSource
    state: State
    history: History
    clock_s: Callable[[], float]

    async def page(self, place: Place, shown_family: str | None = None) -> Home:
        """The page of the person at `place`, who browses the family with the id `shown_family`.

        Where the database can't be used, it is the page of somebody who has set nothing.
        """
        own = await self._own(place)
        page = home(await self.desk.ladder(place), own.family, own.level, shown_family)
        recent = await self.history.recent(self.source.ladder, self.source.rules)
        is_admin = await self.desk.is_admin(place)
        return replace(
            page,
            changes=recent.subjects,
            changed_at=recent.at,
            admin=await self._news(place) if is_admin else None,
        )

    async def _own(self, place: Place) -> Own:
        if not place.user:
            return _NOBODY
        try:
            return await self.state.preferences.own(place.home, place.user)
        except FAILURES as error:
            _log.warning("the database can't be used now (%s)", type(error).__name__)
            return _NOBODY

    async def _news(self, place: Place) -> AdminNews | None:
        try:
            report = await make_report(self.state, self.clock_s(), DAYS, place.home)
        except FAILURES as error:
            _log.warning("the database can't be used now (%s)", type(error).__name__)
            return None
        failure = self.source.failure
        told = failure.told[:MOST_PROBLEMS] if failure else ()
        return AdminNews(
            problems=told,
            more_problems=len(failure.problems) - len(told) if failure else 0,
            asked=report.questions,
            unanswered=tuple((group.question, group.count) for group in report.unanswered),
            unhelpful=report.not_helpful,
            days=DAYS,
        )
