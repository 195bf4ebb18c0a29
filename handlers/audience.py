"""Who would see a message in a conversation: how many people, guests and strangers among them."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.blocks.posting import Audience
from bot.slack_errors import CALL_FAILURES, why

_log = logging.getLogger(__name__)

MOST_LOOKED_AT = 100
"""People of a conversation who are looked at one by one; beyond it only Slack's count is told."""
AT_ONCE = 10
PATIENCE_S = 6.0
"""A person waits for this with the modal open."""

Json = Mapping[str, Any]


async def audience(client: AsyncWebClient, channel: str, team: str | None) -> Audience:
    """Who is in `channel`, as far as Slack tells the bot within some seconds. Never raises.

    `team` is the workspace whose people are at home there.
    """
    if channel.startswith("D"):  # only two people, and of others' messages Slack tells nothing
        return Audience(direct=True)
    client.retry_handlers.clear()  # an answer that comes too late is of no use
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await _look(client, channel, team)
    except CALL_FAILURES as error:
        _log.info("can't see who is in the conversation: %s", why(error))
    return Audience()


async def _look(client: AsyncWebClient, channel: str, team: str | None) -> Audience:
    found = await client.conversations_info(channel=channel, include_num_members=True)
    info: Json = found["channel"]
    members = await _members(client, channel)
    people = [each for each in await _people(client, members) if not each.get("is_bot")]
    everyone = len(members) < MOST_LOOKED_AT
    count = info.get("num_members") or len(members)
    strangers = [each for each in people if _is_stranger(each, team)]
    return Audience(
        name=info.get("name"),
        private=bool(info.get("is_private")),
        direct=bool(info.get("is_im") or info.get("is_mpim")),
        archived=bool(info.get("is_archived")),
        people=len(people) if everyone else max(count, len(people)),
        looked_at=len(people),
        guests=sum(bool(each.get("is_restricted")) for each in people if each not in strangers),
        outsiders=len(strangers),
        shared=bool(info.get("is_ext_shared")),
    )


async def _members(client: AsyncWebClient, channel: str) -> list[str]:
    page = await client.conversations_members(channel=channel, limit=MOST_LOOKED_AT)
    members: list[str] = page["members"]
    return members


async def _people(client: AsyncWebClient, members: list[str]) -> list[Json]:
    turn = asyncio.Semaphore(AT_ONCE)

    async def person(user: str) -> Json:
        async with turn:
            found: Json = (await client.users_info(user=user))["user"]
            return found

    return await asyncio.gather(*map(person, members))


def _is_stranger(person: Json, team: str | None) -> bool:
    """Whether someone belongs to another organization."""
    if "is_stranger" in person:
        return bool(person["is_stranger"])
    enterprise = (person.get("enterprise_user") or {}).get("teams", ())
    return bool(team) and person.get("team_id") not in {None, team} and team not in enterprise
