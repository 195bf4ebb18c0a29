"""The Web API's front: reads a call, checks its token, runs the method, records it."""

from __future__ import annotations

import hmac
import json
import logging
import time
from collections.abc import Callable
from typing import Any

from aiohttp import web

from local_slack import api_chat, api_conversations, api_users, api_views
from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api, Method
from local_slack.faults import Faults
from local_slack.payloads import Json
from local_slack.records import Call

logger = logging.getLogger("local_slack")

METHODS: dict[str, Method] = {
    "api.test": api_users.api_test,
    "apps.connections.open": api_users.open_connection,
    "auth.test": api_users.auth_test,
    "bots.info": api_users.bot_info,
    "chat.delete": api_chat.delete,
    "chat.postEphemeral": api_chat.post_ephemeral,
    "chat.postMessage": api_chat.post_message,
    "chat.update": api_chat.update,
    "conversations.history": api_conversations.history,
    "conversations.info": api_conversations.info,
    "conversations.members": api_conversations.members,
    "conversations.open": api_conversations.open_dm,
    "conversations.replies": api_conversations.replies,
    "users.info": api_users.user_info,
    "users.list": api_users.user_list,
    "views.open": api_views.open_view,
    "views.publish": api_views.publish,
    "views.push": api_views.push,
    "views.update": api_views.update,
}
_WITHOUT_TOKEN = {"api.test"}
_WITH_APP_TOKEN = {"apps.connections.open"}


class WebApi:
    """Answers `/api/{method}`. `record` hears of every call, refused ones too."""

    def __init__(
        self, api: Api, *, bot_token: str, app_token: str, record: Callable[[Call], None]
    ) -> None:
        self.api = api
        self.faults = Faults()
        self._bot_token = bot_token
        self._app_token = app_token
        self._record = record

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one call, always with JSON, as Slack does."""
        started = time.perf_counter()
        method = request.match_info["method"]
        args = Args({})
        status, headers = 200, {}
        try:
            args = await _read(request)
            fault = await self.faults.take(method)
            if fault is not None:
                status, headers, answer = fault.status, fault.headers, fault.response
            else:
                answer = await self._run(method, args, _bearer(request))
        except ApiError as refusal:
            answer = refusal.as_json()
        except Exception:
            logger.exception("%s failed inside the local workspace", method)
            status, answer = 500, {"ok": False, "error": "internal_error"}
        ms = (time.perf_counter() - started) * 1000
        self._record(Call(method, args.as_json(), status, answer, ms))
        if status >= 500:
            return web.Response(status=status, text="", headers=headers)
        return web.json_response(answer, status=status, headers=headers)

    async def _run(self, method: str, args: Args, bearer: str) -> Json:
        run = METHODS.get(method)
        if run is None:
            raise ApiError("unknown_method", req_method=method)
        if method not in _WITHOUT_TOKEN:
            self._check_token(method, bearer or args.text("token"))
        return await run(self.api, args)

    def _check_token(self, method: str, token: str) -> None:
        if not token:
            raise ApiError("not_authed")
        wanted, other = self._bot_token, self._app_token
        if method in _WITH_APP_TOKEN:
            wanted, other = other, wanted
        if hmac.compare_digest(token.encode(), other.encode()):
            raise ApiError("not_allowed_token_type")
        if not hmac.compare_digest(token.encode(), wanted.encode()):
            raise ApiError("invalid_auth")


async def _read(request: web.Request) -> Args:
    """Return the call's arguments: query and form, or a JSON object (docs: "Web API basics")."""
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            raise ApiError("invalid_json") from None
        if not isinstance(body, dict):
            raise ApiError("json_not_object")
        values |= body
    elif request.can_read_body:
        form = await request.post()
        values |= {name: value for name, value in form.items() if isinstance(value, str)}
    return Args(values)


def _bearer(request: web.Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
