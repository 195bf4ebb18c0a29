"""The app is uninstalled, or its tokens are revoked: what is kept for there goes."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot import pending
from bot.state import State
from bot.state.database import FAILURES

_log = logging.getLogger(__name__)


def register(app: AsyncApp, state: State) -> None:
    """Listen to both events. Slack may send them late: a newer installation stays."""

    @app.event("app_uninstalled")
    async def uninstalled(body: dict[str, Any]) -> None:
        enterprise, team = _where(body)
        with pending.work() as ours, _delivered_again(ours):
            await state.forget_workspace(enterprise, team, before=_sent(body))
            _log.info("uninstalled from %s: what was kept is deleted", team or enterprise)

    @app.event("tokens_revoked")
    async def revoked(event: dict[str, Any], body: dict[str, Any]) -> None:
        enterprise, team = _where(body)
        tokens = event.get("tokens") or {}
        with pending.work() as ours, _delivered_again(ours):
            if state.installations is None:
                return
            await state.installations.revoke(
                enterprise,
                team,
                users=tokens.get("oauth") or (),
                bot=bool(tokens.get("bot")),
                before=_sent(body),
            )
            _log.info("tokens revoked in %s", team or enterprise)


@contextmanager
def _delivered_again(work: pending.Work) -> Iterator[None]:
    """Have Slack deliver the event again when the database can't be used."""
    try:
        yield
    except FAILURES as error:
        _log.warning("the database can't be used now (%s)", type(error).__name__)
        work.lost()


def _where(body: dict[str, Any]) -> tuple[str | None, str | None]:
    """The organization and the workspace; no workspace where an organization had it for all."""
    installed: dict[str, Any] = next(iter(body.get("authorizations") or ()), {})
    enterprise = installed.get("enterprise_id") or body.get("enterprise_id")
    if installed.get("is_enterprise_install") and enterprise:
        return enterprise, None
    return enterprise, installed.get("team_id") or body.get("team_id")


def _sent(body: dict[str, Any]) -> float:
    """When Slack sent the event, in seconds since 1970; it tells whole seconds."""
    at = body.get("event_time")
    return float(at) + 1 if isinstance(at, int | float) else time.time()
