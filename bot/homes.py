"""A person's home page: what they have set, the ladder as they may see it, and news for admins."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers.home import AdminNews, Home, home
from bot.desk import Desk, Place
from bot.history import History
from bot.reload import LadderSource
from bot.state import Own, State

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
        """The page of the person at `place`, who browses the family with the id `shown_family`."""
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
        return await self.state.preferences.own(place.home, place.user)

    async def _news(self, place: Place) -> AdminNews:
        report = await make_report(self.state, self.clock_s(), DAYS, place.home)
        problems = self.source.failure.problems if self.source.failure else ()
        return AdminNews(
            problems=tuple(map(str, problems[:MOST_PROBLEMS])),
            more_problems=max(0, len(problems) - MOST_PROBLEMS),
            asked=report.questions,
            unanswered=tuple((group.question, group.count) for group in report.unanswered),
            unhelpful=report.not_helpful,
            days=DAYS,
        )
