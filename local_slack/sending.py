"""Checking and storing what the app says, whichever door it came through."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any

from local_slack import limits
from local_slack.api_args import ApiError
from local_slack.messages import Message, attached, with_ids
from local_slack.payloads import Json
from local_slack.people import BOT_USER_ID
from local_slack.workspace import Workspace

# Slack docs, "views.open", error view_too_large.
VIEW_BYTES_MOST = 250_000

logger = logging.getLogger("local_slack")


class Outbox:
    """Checks the app's messages and views against Slack's limits; keeps every warning."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.warnings: list[str] = []

    def warn(self, where: str, problem: str) -> None:
        """Keep and log one problem; `where` is a method or the kind of a delivery."""
        words = f"{where}: {problem}"
        self.warnings.append(words)
        logger.warning("%s", words)
        self._workspace.announce("warning", {"text": words})

    def check_message(self, where: str, body: Mapping[str, Any]) -> None:
        """Raise `ApiError` for a message that Slack refuses; warn of everything else."""
        refused = limits.refusals(body)
        long_text = limits.long_text(body)
        for problem in [*refused, *limits.advice(body), *([long_text] if long_text else [])]:
            self.warn(where, problem)
        if any(problem.startswith("text:") for problem in refused):
            raise ApiError("msg_too_long")
        if refused:
            pointers = [limits.json_pointer(problem) for problem in refused]
            raise ApiError(
                "invalid_blocks", errors=refused, response_metadata={"messages": pointers}
            )
        if not (body.get("text") or body.get("blocks") or body.get("attachments")):
            raise ApiError("no_text")

    def check_view(self, where: str, view: Any) -> Json:
        """Return the view; raise `ApiError` when Slack would refuse it."""
        refused = limits.view_problems(view)
        size = len(json.dumps(view))
        if size > VIEW_BYTES_MOST:
            self.warn(where, f"view: {size} bytes, Slack allows {VIEW_BYTES_MOST}")
            raise ApiError("view_too_large")
        for problem in refused:
            self.warn(where, problem)
        if refused:
            pointers = [limits.json_pointer(f"view.{problem}") for problem in refused]
            raise ApiError("invalid_arguments", response_metadata={"messages": pointers})
        return dict(view)

    def write(
        self,
        body: Mapping[str, Any],
        channel: str,
        *,
        thread_ts: str | None = None,
        ephemeral_to: str | None = None,
    ) -> Message:
        """Store a checked message of the bot's."""
        return self._workspace.add(
            Message(
                channel=channel,
                ts=self._workspace.timestamps.next(),
                user=BOT_USER_ID,
                text=str(body.get("text") or ""),
                blocks=with_ids(body.get("blocks") or []),
                attachments=attached(body.get("attachments") or []),
                metadata=body.get("metadata"),
                thread_ts=thread_ts,
                ephemeral_to=ephemeral_to,
                by_bot=True,
                reply_broadcast=bool(body.get("reply_broadcast")),
            )
        )
