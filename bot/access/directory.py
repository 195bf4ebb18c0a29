"""Asks Slack who somebody is and who belongs to a user group, and keeps it for minutes."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.access.lookups import Lookups, Times
from bot.access.people import Asker, Home, Person, person_of
from bot.slack_errors import slack_code

KEPT_S = 300
"""Who leaves a group sees what it sees for so long at most."""
FAILED_S = 10
MOST_PEOPLE = 10_000
MOST_GROUPS = 1_000
MOST_HOMES = 10_000

_NO_SUCH_GROUP = frozenset({"no_such_subteam", "subteam_not_found"})

ClientFor = Callable[[str, str | None], Awaitable[AsyncWebClient]]
"""From a workspace and its organization to a client with the bot's token there."""

Where = tuple[str, str | None]
"""A workspace and its organization."""


class Directory(Protocol):
    """Who is who. Raises whatever keeps it from knowing."""

    async def person(self, asker: Asker) -> Person:
        """What the rules must know of who asks."""

    async def belongs(self, asker: Asker, group: str) -> bool:
        """Whether who asks is a member of a user group of the workspace."""


class SlackDirectory:
    """Asks Slack: `auth.test`, `users.info` and `usergroups.users.list`.

    Needs the scopes `users:read` and `usergroups:read`. Raises SlackApiError where Slack refuses,
    and OSError, TimeoutError or aiohttp.ClientError where it can't be reached.
    """

    def __init__(self, client_for: ClientFor, clock: Callable[[], float]) -> None:
        self._client_for = client_for
        times = Times(kept_s=KEPT_S, failed_s=FAILED_S, clock=clock)
        self._homes = Lookups(self._home, times, MOST_HOMES)
        self._people = Lookups(self._person, times, MOST_PEOPLE)
        self._groups = Lookups(self._group, times, MOST_GROUPS)

    async def person(self, asker: Asker) -> Person:
        """What the rules must know of who asks."""
        return await self._people.get(asker)

    async def belongs(self, asker: Asker, group: str) -> bool:
        """Whether who asks is a member of a user group of the workspace."""
        return asker.user in await self._groups.get(((asker.team, asker.enterprise), group))

    async def _home(self, where: Where) -> Home:
        client = await self._client_for(*where)
        told = await client.auth_test()
        return Home(told.get("team_id"), told.get("enterprise_id"))

    async def _person(self, asker: Asker) -> Person:
        where = (asker.team, asker.enterprise)
        client = await self._client_for(*where)
        told, home = await asyncio.gather(
            client.users_info(user=asker.user), self._homes.get(where)
        )
        return person_of(told.get("user") or {}, home)

    async def _group(self, key: tuple[Where, str]) -> frozenset[str]:
        (team, enterprise), group = key
        client = await self._client_for(team, enterprise)
        # An organization's token must say which workspace it asks about.
        team_id = team if enterprise else None
        try:
            told = await client.usergroups_users_list(usergroup=group, team_id=team_id)
        except SlackApiError as error:
            if slack_code(error) in _NO_SUCH_GROUP:
                return frozenset()  # a ladder's groups are of one workspace; this is another
            raise
        return frozenset(told.get("users") or ())
