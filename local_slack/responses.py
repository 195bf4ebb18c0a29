"""What the app says in answer to a request, or later to a response URL, becomes a message."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from local_slack.api_args import ApiError
from local_slack.faults import Faults
from local_slack.messages import Contents, Message, attached, with_ids
from local_slack.payloads import Json
from local_slack.records import Delivery
from local_slack.sending import Outbox
from local_slack.triggers import ResponseHook, ResponseHooks
from local_slack.workspace import Workspace


class Responses:
    """Turns response bodies into messages, for slash commands and for response URLs."""

    def __init__(
        self, workspace: Workspace, outbox: Outbox, hooks: ResponseHooks, faults: Faults
    ) -> None:
        self._workspace = workspace
        self._faults = faults
        self._outbox = outbox
        self._hooks = hooks

    def show(self, where: str, body: Mapping[str, Any], hook: ResponseHook) -> Message | None:
        """Do what a response body asks for; `ApiError` when Slack would refuse it."""
        source = hook.source
        if body.get("delete_original"):
            if source is not None and not source.deleted:
                self._workspace.remove(source)
            return None
        _check_blocks_is_list(body)
        self._outbox.check_message(where, body)
        if body.get("replace_original") and source is not None and not source.deleted:
            contents = Contents(
                str(body.get("text") or ""),
                with_ids(body.get("blocks") or []),
                attached(body.get("attachments") or []),
            )
            self._workspace.change(source, contents)
            return source
        shared = body.get("response_type") == "in_channel"
        return self._outbox.write(
            body,
            hook.channel,
            thread_ts=body.get("thread_ts") or None,
            ephemeral_to=None if shared else hook.user,
        )

    async def handle(self, request: web.Request) -> web.Response:
        """Answer a POST to a response URL: five uses in thirty minutes."""
        fault = await self._faults.take_response_url()
        if fault is not None:
            status = fault.status if fault.status != 200 else 404
            return web.json_response(fault.response, status=status, headers=fault.headers)
        hook = self._hooks.use(request.match_info["key"])
        if isinstance(hook, str):
            return web.json_response({"ok": False, "error": hook}, status=404)
        try:
            body = await _body(request)
            self.show("response_url", body, hook)
        except ApiError as refusal:
            hook.uses -= 1
            return web.json_response(refusal.as_json(), status=400)
        return web.Response(text="ok")


async def _body(request: web.Request) -> Json:
    if request.content_type == "application/json":
        text = await request.text()
    else:
        # Older apps send a form with the JSON in `payload`.
        text = str((await request.post()).get("payload", ""))
    try:
        body = json.loads(text)
    except ValueError:
        raise ApiError("invalid_payload") from None
    if not isinstance(body, dict):
        raise ApiError("invalid_payload")
    return body


def response_body(delivery: Delivery) -> Json | None:
    """Return what a 200 to a slash command says: JSON, or bare text; None for nothing."""
    if not delivery.body.strip():
        return None
    parsed = delivery.json
    if isinstance(parsed, dict):
        return parsed or None
    return {"text": parsed if isinstance(parsed, str) else delivery.body}


def _check_blocks_is_list(body: Mapping[str, Any]) -> None:
    blocks = body.get("blocks")
    if blocks is not None and not isinstance(blocks, list):
        raise ApiError("invalid_blocks_format")
