"""Default families of people, channels and workspaces, and a person's own level."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from bot.state.database import Database
from bot.state.tables import preferences


class Whose(StrEnum):
    """Whose preference it is; the first that has one counts, in this order."""

    PERSON = "person"
    CHANNEL = "channel"
    WORKSPACE = "workspace"


@dataclass(frozen=True, slots=True)
class Own:
    """What a person has set."""

    family: str | None = None
    """A family's id."""
    level: str | None = None
    """Their own level, `family-id/CODE` or whatever the caller stored; nobody else sees it."""


class Preferences:
    """Preferences by workspace. `home` is the workspace's id, else the organization's."""

    def __init__(self, database: Database, clock_s: Callable[[], float]) -> None:
        self._database = database
        self._clock_s = clock_s

    async def family_for(
        self,
        home: str,
        user: str | None,
        channel: str | None,
        enterprise: str | None = None,
    ) -> str | None:
        """The default family of a question: the person's, else the channel's, the workspace's.

        `enterprise` as in `families`.
        """
        families = await self.families(home, user, channel, enterprise)
        return next((families[whose] for whose in Whose if whose in families), None)

    async def families(
        self,
        home: str,
        user: str | None,
        channel: str | None,
        enterprise: str | None = None,
    ) -> dict[Whose, str]:
        """The default family of each of the three that has one.

        `enterprise` is the organization of the workspace: what was set before that was kept is
        told it now, so that it goes with the organization.
        """
        c = preferences.c
        asked = {Whose.PERSON: user, Whose.CHANNEL: channel, Whose.WORKSPACE: home}
        wanted = [sa.and_(c.kind == w.value, c.id == i) for w, i in asked.items() if i]
        if not home or not wanted:
            return {}
        rows = await self._database.rows(
            sa.select(c.kind, c.family, c.enterprise_id).where(
                c.home == home, c.family.is_not(None), sa.or_(*wanted)
            )
        )
        if enterprise and any(row.enterprise_id is None for row in rows):
            untold = sa.and_(c.home == home, c.enterprise_id.is_(None))
            await self._database.count(
                sa.update(preferences).where(untold).values(enterprise_id=enterprise)
            )
        return {Whose(row.kind): row.family for row in rows}

    async def own(self, home: str, user: str) -> Own:
        """What this person has set."""
        c = preferences.c
        row = await self._database.row(
            sa.select(c.family, c.level).where(
                c.home == home, c.kind == Whose.PERSON.value, c.id == user
            )
        )
        return Own(row.family, row.level) if row else Own()

    async def set_family(
        self,
        home: str,
        whose: Whose,
        whose_id: str,
        family: str | None,
        enterprise: str | None = None,
    ) -> None:
        """Set a default family, or take it away with None. A workspace's id is its `home`.

        `enterprise` is the organization that the workspace belongs to.
        """
        await self._set(home, whose, whose_id, family=family, enterprise_id=enterprise)

    async def set_level(
        self, home: str, user: str, level: str | None, enterprise: str | None = None
    ) -> None:
        """Set a person's own level, or take it away with None."""
        await self._set(home, Whose.PERSON, user, level=level, enterprise_id=enterprise)

    async def forget(self, home: str, user: str) -> None:
        """Delete what this person has set."""
        c = preferences.c
        await self._database.count(
            sa.delete(preferences).where(c.home == home, c.kind == Whose.PERSON.value, c.id == user)
        )

    async def _set(self, home: str, whose: Whose, whose_id: str, **value: str | None) -> None:
        changed = {**value, "changed": self._clock_s()}
        statement = self._database.insert(preferences).values(
            home=home, kind=whose.value, id=whose_id, **changed
        )
        await self._database.count(
            statement.on_conflict_do_update(index_elements=["home", "kind", "id"], set_=changed)
        )
