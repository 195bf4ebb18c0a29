"""The Web API's front: reads a call, checks its token, runs the method, records it."""

from __future__ import annotations

import json
import logging
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from aiohttp import web

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.faults import Fault, Faults, rate_limited
from local_slack.methods import METHODS, Spec
from local_slack.payloads import Json
from local_slack.rate_limits import RateLimits
from local_slack.records import Call

logger = logging.getLogger("local_slack")


class WebApi:
    """Answers `/api/{method}`. `record` hears of every call, refused ones too."""

    def __init__(
        self, api: Api, faults: Faults, limits: RateLimits, record: Callable[[Call], None]
    ) -> None:
        self.api = api
        self.faults = faults
        self.limits = limits
        self._record = record

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one call, always with JSON, as Slack does."""
        started = time.perf_counter()
        method = request.match_info["method"]
        args, token = Args({}), ""
        status, headers = 200, {}
        try:
            args = (await _read(request)).with_basic(_credentials(request, "basic"))
            token = _credentials(request, "bearer") or args.text("token")
            fault = await self.faults.take(method) or self._too_many(method, args, token)
            if fault is not None:
                status, headers, answer = fault.status, fault.headers, fault.response
            else:
                answer = _with_warnings(request, await self._run(method, args, token))
        except ApiError as refusal:
            answer = refusal.as_json()
        except Exception:
            logger.exception("%s failed inside the local workspace", method)
            status, answer = 500, {"ok": False, "error": "internal_error"}
        ms = (time.perf_counter() - started) * 1000
        self._record(Call(method, args.as_json(), status, answer, ms))
        if status >= 500:
            return web.Response(status=status, text="", headers=headers)
        return web.json_response(
            answer, status=status, headers={**headers, **self._scope_headers(method, token)}
        )

    def _too_many(self, method: str, args: Args, token: str) -> Fault | None:
        """A limit counts an app's calls: one that no token tells of is refused for that."""
        spec = METHODS.get(method)
        if spec is None:
            return None
        if spec.caller != "nobody":
            self._for_caller(spec, token)
        wait_s = self.limits.wait_s(method, spec.tier, args.text("channel"))
        return rate_limited(wait_s) if wait_s else None

    def _scope_headers(self, method: str, value: str) -> dict[str, str]:
        """Return the headers that tell a token's scopes and the method's (docs: "Scopes")."""
        headers = {"X-Slack-Req-Id": uuid.uuid4().hex}
        try:
            granted = self.api.tokens.find(value).scopes
        except ApiError:
            return headers
        spec = METHODS.get(method)
        if granted is not None:
            headers["X-OAuth-Scopes"] = ",".join(sorted(granted))
        if spec is not None and spec.scopes:
            headers["X-Accepted-OAuth-Scopes"] = ",".join(spec.scopes)
        return headers

    async def _run(self, method: str, args: Args, token: str) -> Json:
        spec = METHODS.get(method)
        if spec is None:
            raise ApiError("unknown_method", req_method=method)
        if spec.caller == "nobody":
            return await spec.run(self.api, args)
        api = self._for_caller(spec, token)
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


def _with_warnings(request: web.Request, answer: Json) -> Json:
    """Add Slack's warning about a JSON body whose charset is not named, if it is one."""
    if request.content_type != "application/json" or request.charset:
        return answer
    named = [*answer.get("response_metadata", {}).get("warnings", []), "missing_charset"]
    metadata = answer.get("response_metadata", {}) | {"warnings": named}
    return answer | {"warning": ",".join(named), "response_metadata": metadata}


def _credentials(request: web.Request, wanted: str) -> str:
    """Return what follows the scheme in `Authorization`; empty for another scheme."""
    scheme, _, rest = request.headers.get("Authorization", "").partition(" ")
    return rest.strip() if scheme.lower() == wanted else ""
