"""What went to and fro between the workspace and the app, for tests and for the page."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from local_slack.messages import Message
from local_slack.payloads import Json


@dataclass(eq=False)
class Call:
    """One Web API call that the app made. `args` has no token; `ms` is how long it took.

    `at` is when it was answered, in seconds of the workspace's clock.
    """

    method: str
    args: Json
    status: int
    response: Json
    ms: float
    at: float = 0.0

    @property
    def ok(self) -> bool:
        """Whether Slack's answer said so."""
        return bool(self.response.get("ok"))

    def as_json(self) -> Json:
        """Return the record for the page."""
        return {
            "type": "call",
            "name": self.method,
            "status": self.status,
            "ok": self.ok,
            "error": None if self.ok else self.response.get("error"),
            "at": self.at,
            "ms": round(self.ms, 1),
            "request": self.args,
            "response": without_tokens(self.response),
        }


@dataclass(eq=False)
class Delivery:
    """One request to the app, and what came of it.

    `kind` is command, event, url_verification, block_actions, view_submission, view_closed,
    message_action,
    shortcut or block_suggestion. `status` is None when no answer came; `error` then says why,
    in Slack's words (`operation_timeout`, `dispatch_failed`, …). `body` is the answer's text.
    `ts` is the moment of sending, comparable with a message's; `at` that of the answer, in
    seconds of the workspace's clock.
    `headers` leave out the signature. `message` is what the person was shown, if anything;
    `errors` are a modal's errors by block id.
    """

    kind: str
    request: Json
    ts: str = ""
    transport: str = "http"
    headers: dict[str, str] = field(default_factory=dict)
    status: int | None = None
    body: str = ""
    response_headers: dict[str, str] = field(default_factory=dict)
    error: str | None = None
    ms: float = 0.0
    at: float = 0.0
    retry_num: int = 0
    retry_reason: str | None = None
    message: Message | None = None
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the app answered 2xx in time and Slack accepted what it said."""
        return self.error is None and self.status is not None and 200 <= self.status < 300

    @property
    def json(self) -> Any:
        """The answer's body as JSON; None when it is empty or not JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    def as_json(self) -> Json:
        """Return the record for the page."""
        return {
            "type": "delivery",
            "kind": self.kind,
            "ts": self.ts,
            "name": _name(self.kind, self.request),
            "transport": self.transport,
            "status": self.status,
            "ok": self.ok,
            "error": self.error,
            "at": self.at,
            "ms": round(self.ms, 1),
            "retry_num": self.retry_num,
            "retry_reason": self.retry_reason,
            "request": without_tokens(self.request),
            "headers": self.headers,
            "response": self.json if self.json is not None else self.body,
        }


_TOKENS = {"access_token", "refresh_token", "bot_access_token"}


def without_tokens(value: Any) -> Any:
    """Return the JSON value with every token in it blotted out."""
    if isinstance(value, dict):
        return {k: "…" if k in _TOKENS else without_tokens(v) for k, v in value.items()}
    if isinstance(value, list):
        return [without_tokens(each) for each in value]
    return value


def _name(kind: str, request: Json) -> str:
    if kind == "event":
        return str(request.get("event", {}).get("type", kind))
    if kind == "command":
        return f"{request.get('command')} {request.get('text')}".strip()
    return kind
