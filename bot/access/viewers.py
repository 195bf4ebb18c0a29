"""Which circles somebody belongs to; none where it can't be known in time."""

import asyncio
import logging
from collections.abc import Iterable

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.access.directory import Directory
from bot.access.people import Asker, Person
from bot.ladder import PUBLIC, Circle, Granted
from bot.slack_errors import needed_scope, slack_code

_log = logging.getLogger(__name__)

WITHIN_S = 1.2
"""A slash command must be acknowledged in 3 s, and the answer is still to be worked out."""

_EXPECTED = (SlackApiError, aiohttp.ClientError, OSError, TimeoutError)


class Viewers:
    """Tells what a person may see. `admins` are the ids in the setting ADMINS."""

    def __init__(self, directory: Directory, admins: Iterable[str] = ()) -> None:
        self._directory = directory
        self._admins = frozenset(admins)

    async def granted(self, asker: Asker | None, circles: frozenset[Circle]) -> Granted:
        """Those of `circles` that `asker` belongs to. Never raises.

        Slack is asked only when there are circles. Nothing is granted to guests and to people of
        other organizations, whatever the rules name, nor where Slack can't be asked in time.
        """
        if asker is None or not circles:
            return PUBLIC
        try:
            async with asyncio.timeout(WITHIN_S):
                person = await self._directory.person(asker)
                if not person.insider:
                    return PUBLIC
                belongs = await asyncio.gather(
                    *(self._belongs(asker, person, circle) for circle in circles)
                )
        except Exception as error:  # whatever it is, what everybody sees may be shown
            _tell(f"could not ask Slack who somebody is ({_why(error)}); shown as to all", error)
            return PUBLIC
        return frozenset(circle for circle, inside in zip(circles, belongs, strict=True) if inside)

    async def _belongs(self, asker: Asker, person: Person, circle: Circle) -> bool:
        if asker.user in circle.users:
            return True
        if circle.admins and (person.admin or asker.user in self._admins):
            return True
        found = [self._in_group(asker, group) for group in sorted(circle.user_groups)]
        return any(await asyncio.gather(*found))

    async def _in_group(self, asker: Asker, group: str) -> bool:
        """Whether who asks is in a group; one that Slack does not tell of holds nobody."""
        try:
            return await self._directory.belongs(asker, group)
        except Exception as error:
            _tell(f"could not ask Slack who is in {group} ({_why(error)})", error)
            return False


def _tell(words: str, error: Exception) -> None:
    """Log why it is not known; with a traceback where that is no failure of Slack's."""
    _log.warning("%s", words, exc_info=None if isinstance(error, _EXPECTED) else error)


def _why(error: Exception) -> str:
    if isinstance(error, SlackApiError):
        scope = needed_scope(error)
        lacks = f"; add the scope {scope} and install the app again" if scope else ""
        return f"Slack answered {slack_code(error)}{lacks}"
    return type(error).__name__
