"""The app is uninstalled, or its tokens are revoked: what is kept for there goes."""

import logging
import time
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot import pending
from bot.state import State

_log = logging.getLogger(__name__)


def register(app: AsyncApp, state: State) -> None:
    """Listen to both events. Slack may send them late: a newer installation stays."""

    @app.event("app_uninstalled")
    async def uninstalled(body: dict[str, Any]) -> None:
        with pending.work():
            enterprise, team = body.get("enterprise_id"), body.get("team_id")
            await state.forget_workspace(enterprise, team, before=_sent(body))
            _log.info("uninstalled from %s: what was kept is deleted", team or enterprise)

    @app.event("tokens_revoked")
    async def revoked(event: dict[str, Any], body: dict[str, Any]) -> None:
        tokens = event.get("tokens") or {}
        with pending.work():
            if state.installations is None:
                return
            await state.installations.revoke(
                body.get("enterprise_id"),
                body.get("team_id"),
                users=tokens.get("oauth") or (),
                bot=bool(tokens.get("bot")),
                before=_sent(body),
            )
            _log.info("tokens revoked in %s", body.get("team_id") or body.get("enterprise_id"))


def _sent(body: dict[str, Any]) -> float:
    """When Slack sent the event, in seconds since 1970; it tells whole seconds."""
    at = body.get("event_time")
    return float(at) + 1 if isinstance(at, int | float) else time.time()
