"""The Web API's front: reads a call, checks its token, runs the method, records it."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from aiohttp import web

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.faults import Faults
from local_slack.methods import METHODS, Spec
from local_slack.payloads import Json
from local_slack.records import Call

logger = logging.getLogger("local_slack")


class WebApi:
    """Answers `/api/{method}`. `record` hears of every call, refused ones too."""

    def __init__(self, api: Api, record: Callable[[Call], None]) -> None:
        self.api = api
        self.faults = Faults()
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
        spec = METHODS.get(method)
        if spec is None:
            raise ApiError("unknown_method", req_method=method)
        if spec.caller == "nobody":
            return await spec.run(self.api, args)
        api = self._for_caller(spec, bearer or args.text("token"))
        api.require(*spec.scopes)
        return await spec.run(api, args)

    def _for_caller(self, spec: Spec, value: str) -> Api:
        token = self.api.tokens.find(value)
        if (token.kind == "app") != (spec.caller == "app"):
            raise ApiError("not_allowed_token_type")
        return replace(self.api, caller=token)


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
