"""Where the bot is installed, with its tokens encrypted; slack_sdk's interface to it.

An organization-wide installation has no workspace id, and one in a workspace that belongs to no
organization has no organization id: the empty string stands for what is missing.
"""

import json
import logging
from collections.abc import Callable, Iterable
from logging import Logger
from secrets import token_urlsafe
from typing import Any

import sqlalchemy as sa
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot.state.database import Database
from bot.state.sealing import Seal
from bot.state.tables import bots, facts, installations, oauth_states

_log = logging.getLogger(__name__)
_CANARY = "token_key_canary"


class Installations(AsyncInstallationStore):
    """Installations of the app. Raises StateError when TOKEN_KEY does not open what is stored."""

    def __init__(self, database: Database, seal: Seal) -> None:
        self._database = database
        self._seal = seal

    @property
    def logger(self) -> Logger:
        """The log of this module."""
        return _log

    async def check_key(self, *, renew: bool = True) -> None:
        """Raise StateError when TOKEN_KEY opens nothing of what is stored.

        With `renew`, what older keys have sealed is sealed again with the first one, so that they
        can go.
        """
        if renew:
            canary = self._seal.seal("levelbot")
            insert = self._database.insert(facts).values(name=_CANARY, value=canary)
            await self._database.count(insert.on_conflict_do_nothing())
        row = await self._database.row(sa.select(facts.c.value).where(facts.c.name == _CANARY))
        if row is None or (self._seal.open(row.value) and self._seal.is_newest(row.value)):
            return
        if not renew:
            return
        for table in (bots, installations):
            await self._seal_again(table)
        await self._database.count(
            sa.update(facts)
            .where(facts.c.name == _CANARY)
            .values(value=self._seal.seal("levelbot"))
        )

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation, and its bot; the newest of the same person and place counts."""
        await self._upsert(
            installations,
            {
                "enterprise_id": installation.enterprise_id or "",
                "team_id": _team(installation),
                "user_id": installation.user_id or "",
            },
            installation.to_dict_for_copying(),
            installation.installed_at,
        )
        if installation.bot_token:
            await self.async_save_bot(installation.to_bot())

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep a bot's tokens."""
        await self._upsert(
            bots,
            {"enterprise_id": bot.enterprise_id or "", "team_id": _team(bot)},
            bot.to_dict_for_copying(),
            bot.installed_at,
        )

    async def async_find_bot(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        is_enterprise_install: bool | None = False,
    ) -> Bot | None:
        """The bot for a request from there: the workspace's own, else the organization's."""
        c = bots.c
        places = []
        if team_id and not is_enterprise_install:
            here = c.team_id == team_id
            places.append(
                sa.and_(here, c.enterprise_id == enterprise_id) if enterprise_id else here
            )
        if enterprise_id:
            places.append(sa.and_(c.enterprise_id == enterprise_id, c.team_id == ""))
        if not places:
            return None
        row = await self._database.row(
            sa.select(c.sealed)
            .where(sa.or_(*places))
            # A workspace's id comes after the empty string.
            .order_by(c.team_id.desc(), c.installed_at.desc())
            .limit(1)
        )
        return None if row is None else Bot(**json.loads(self._seal.open(row.sealed)))

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """The latest installation there, of this person if they are named."""
        c = installations.c
        wanted = sa.select(c.sealed).where(
            c.enterprise_id == (enterprise_id or ""),
            c.team_id == ("" if is_enterprise_install else team_id or ""),
        )
        if user_id is not None:
            wanted = wanted.where(c.user_id == user_id)
        row = await self._database.row(wanted.order_by(c.installed_at.desc()).limit(1))
        return None if row is None else Installation(**json.loads(self._seal.open(row.sealed)))

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Delete the bot's tokens there."""
        await self._database.count(
            sa.delete(bots).where(
                bots.c.enterprise_id == (enterprise_id or ""), bots.c.team_id == (team_id or "")
            )
        )

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Delete the installations there, of this person alone if they are named."""
        c = installations.c
        gone = sa.delete(installations).where(
            c.enterprise_id == (enterprise_id or ""), c.team_id == (team_id or "")
        )
        if user_id is not None:
            gone = gone.where(c.user_id == user_id)
        await self._database.count(gone)

    async def revoke(
        self,
        enterprise_id: str | None,
        team_id: str | None,
        *,
        users: Iterable[str],
        bot: bool,
        before: float,
    ) -> None:
        """Delete the tokens of these people there, and the bot's, as installed until `before`."""
        for table, gone in ((bots, bot), (installations, True)):
            c = table.c
            where = [
                c.enterprise_id == (enterprise_id or ""),
                c.team_id == (team_id or ""),
                c.installed_at <= before,
            ]
            if table is installations and not bot:
                where.append(c.user_id.in_(list(users)))
            if gone:
                await self._database.count(sa.delete(table).where(*where))

    async def all_bots(self, most: int) -> list[Bot]:
        """The bots installed last, newest first."""
        rows = await self._database.rows(
            sa.select(bots.c.sealed).order_by(bots.c.installed_at.desc()).limit(most)
        )
        return [Bot(**json.loads(self._seal.open(row.sealed))) for row in rows]

    async def _upsert(
        self, table: sa.Table, key: dict[str, str], values: dict[str, Any], installed_at: float
    ) -> None:
        changed = {
            "sealed": self._seal.seal(json.dumps(values, default=_as_text)),
            "installed_at": installed_at,
        }
        statement = self._database.insert(table).values(**key, **changed)
        await self._database.count(
            statement.on_conflict_do_update(index_elements=list(key), set_=changed)
        )

    async def _seal_again(self, table: sa.Table) -> None:
        for row in await self._database.rows(sa.select(table)):
            if self._seal.is_newest(row.sealed):
                continue
            same = [column == row._mapping[column.name] for column in table.primary_key.columns]
            await self._database.count(
                sa.update(table)
                # Unless another process has changed it meanwhile.
                .where(*same, table.c.sealed == row.sealed)
                .values(sealed=self._seal.seal(self._seal.open(row.sealed)))
            )


class OAuthStates(AsyncOAuthStateStore):
    """States of installations that are under way: each is good once, for ten minutes."""

    KEEP_S = 600.0

    def __init__(self, database: Database, clock_s: Callable[[], float]) -> None:
        self._database = database
        self._clock_s = clock_s

    @property
    def logger(self) -> Logger:
        """The log of this module."""
        return _log

    async def async_issue(self, *_args: Any, **_kwargs: Any) -> str:
        """A new state."""
        state = token_urlsafe(32)
        await self._database.count(
            sa.insert(oauth_states).values(state=state, until=self._clock_s() + self.KEEP_S)
        )
        return state

    async def async_consume(self, state: str) -> bool:
        """Whether the state is one of ours, for the first time and in time."""
        c = oauth_states.c
        gone = await self._database.count(
            sa.delete(oauth_states).where(c.state == state, c.until > self._clock_s())
        )
        return gone == 1

    async def purge(self) -> None:
        """Delete states that nobody came back with."""
        end = self._clock_s()
        await self._database.count(sa.delete(oauth_states).where(oauth_states.c.until < end))


def _team(where: Installation | Bot) -> str:
    return "" if where.is_enterprise_install else where.team_id or ""


def _as_text(value: Any) -> str:
    """Times, which slack_sdk reads from ISO 8601."""
    return str(value.isoformat())
