"""Everything that is remembered, behind one object."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import sqlalchemy as sa

from bot.state.address import DEFAULT_URL
from bot.state.conversations import Conversations
from bot.state.database import Database
from bot.state.deliveries import Deliveries
from bot.state.installations import Installations, OAuthStates
from bot.state.preferences import Own, Preferences
from bot.state.questions import Questions
from bot.state.sealing import Seal
from bot.state.tables import bots, conversations, feedback, installations, preferences, questions
from bot.state.tallies import Tallies

KEEP_QUESTIONS_DAYS = 90.0


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a person."""

    own: Own
    conversations: int
    """Answers of the last week that a follow-up or an edit may still need."""

    def __bool__(self) -> bool:
        return bool(self.own.family or self.own.level or self.conversations)


class State:
    """What the bot remembers. Open it with `open`; several processes may share one database."""

    def __init__(
        self,
        database: Database,
        *,
        seal: Seal | None = None,
        keep_questions_days: float = KEEP_QUESTIONS_DAYS,
        clock_s: Callable[[], float] = time.time,
    ) -> None:
        self.database = database
        self.deliveries = Deliveries(database, clock_s)
        self.preferences = Preferences(database, clock_s)
        self.conversations = Conversations(database, clock_s)
        self.questions = Questions(database, clock_s, keep_questions_days)
        self.tallies = Tallies(database)
        self.oauth_states = OAuthStates(database, clock_s)
        self.installations = Installations(database, seal) if seal else None
        """None without TOKEN_KEY: then no tokens are stored."""

    @classmethod
    async def open(
        cls,
        url: str = DEFAULT_URL,
        *,
        token_key: str | None = None,
        renew_seals: bool = True,
        keep_questions_days: float = KEEP_QUESTIONS_DAYS,
        clock_s: Callable[[], float] = time.time,
    ) -> Self:
        """Connect, and bring the tables up to date. Raises StateError, ConnectionError.

        `token_key` encrypts installations: one key, or several with commas, the newest first.
        Without `renew_seals`, what older ones have encrypted stays as it is.
        """
        seal = Seal(token_key) if token_key else None
        state = cls(
            await Database.open(url),
            seal=seal,
            keep_questions_days=keep_questions_days,
            clock_s=clock_s,
        )
        if state.installations:
            try:
                await state.installations.check_key(renew=renew_seals)
            except BaseException:
                await state.close()
                raise
        return state

    @property
    def told(self) -> str:
        """Which database it is, for people: without user and password."""
        return self.database.address.told

    async def close(self) -> None:
        """Give the connections back."""
        await self.database.close()

    async def check(self) -> str:
        """ "ok", or why the database can't be used now. Never raises."""
        return await self.database.check()

    async def purge(self) -> None:
        """Delete everything that is past its time."""
        await self.deliveries.purge()
        await self.conversations.purge()
        await self.questions.purge()
        await self.oauth_states.purge()

    async def kept(self, home: str, user: str) -> Kept:
        """What is kept of this person; nothing else in the database names them."""
        return Kept(
            own=await self.preferences.own(home, user),
            conversations=await self.conversations.count_of(home, user),
        )

    async def forget(self, home: str, user: str) -> None:
        """Delete what is kept of this person."""
        await self.preferences.forget(home, user)
        await self.conversations.forget(home, user)

    async def forget_workspace(
        self, enterprise_id: str | None, team_id: str | None, before: float | None = None
    ) -> None:
        """Delete everything of a workspace, or of an organization when `team_id` is None.

        For when the app is uninstalled there. With `before`, an app that was installed there
        again after that time stays, with everything.
        """
        enterprise, team = enterprise_id or "", team_id or ""
        async with self.database.transaction() as connection:
            for table in (bots, installations):
                gone = sa.delete(table).where(table.c.team_id == team)
                if enterprise:
                    gone = gone.where(table.c.enterprise_id == enterprise)
                if before is not None:
                    gone = gone.where(table.c.installed_at <= before)
                await connection.execute(gone)
            here = sa.select(bots.c.team_id).where(bots.c.team_id == team)
            if enterprise:
                here = here.where(bots.c.enterprise_id == enterprise)
            if (await connection.execute(here)).first() is not None:
                return  # installed again since
            home = team or enterprise
            for table in (preferences, conversations, feedback, questions):
                await connection.execute(sa.delete(table).where(table.c.home == home))
            if not team:
                own = sa.select(bots.c.team_id).where(bots.c.enterprise_id == enterprise)
                of_org = preferences.c.enterprise_id == enterprise
                # A workspace of the organization may have installed the app for itself.
                theirs = sa.and_(of_org, preferences.c.home.not_in(own))
                await connection.execute(sa.delete(preferences).where(theirs))
                await connection.execute(sa.delete(preferences).where(_nobodys()))


def _nobodys() -> sa.ColumnElement[bool]:
    """Preferences that do not tell their organization, and that no installation is left for.

    They are of before that was kept, and their workspace has been quiet since. While another
    organization has the app for all its workspaces, they may be of one of those, and stay.
    """
    for_all = sa.exists().where(bots.c.team_id == "")
    alone = sa.select(bots.c.team_id).where(bots.c.team_id != "")
    untold = preferences.c.enterprise_id.is_(None)
    return sa.and_(untold, preferences.c.home.not_in(alone), sa.not_(for_all))
