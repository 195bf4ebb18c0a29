"""Opening a modal while its trigger lives."""

from typing import Any

from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

TRIGGER_TIMEOUT_S = 3
"""A modal's trigger lives no longer (Slack docs, "Modals")."""


async def open_modal(client: AsyncWebClient, body: dict[str, Any], view: View) -> None:
    """Open `view` for the person whose request `body` is. Raises SlackApiError."""
    await opened(client, body, view)


async def opened(client: AsyncWebClient, body: dict[str, Any], view: View) -> str:
    """The id of `view`, opened as by `open_modal`.

    What comes from within a modal goes on top of it.
    """
    # A second try would come after the trigger's end.
    client.retry_handlers.clear()
    client.timeout = TRIGGER_TIMEOUT_S
    within = (body.get("view") or {}).get("type") == "modal"
    show = client.views_push if within else client.views_open
    response = await show(trigger_id=body.get("trigger_id", ""), view=view)
    return str((response.get("view") or {}).get("id", ""))
