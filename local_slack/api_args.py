"""The arguments of a Web API call, and the errors that it may end in."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from local_slack.payloads import Json


class ApiError(Exception):
    """Slack's `{"ok": false, "error": code}`; `extra` is added to the answer."""

    def __init__(self, code: str, **extra: Any) -> None:
        super().__init__(code)
        self.code = code
        self.extra = extra

    def as_json(self) -> Json:
        """Return the answer's body."""
        return {"ok": False, "error": self.code, **self.extra}


def invalid_arguments(*messages: str) -> ApiError:
    """Return Slack's answer to arguments that make no sense, with its words for each."""
    return ApiError(
        "invalid_arguments",
        response_metadata={"messages": [f"[ERROR] {message}" for message in messages]},
    )


_SECRET = {"token", "client_secret", "code", "refresh_token"}


class Args:
    """Arguments as Slack reads them: from a form everything is text, nested values are JSON."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = {key: value for key, value in values.items() if value is not None}

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def as_json(self) -> Json:
        """Return the arguments for the record, without tokens and secrets."""
        return {name: value for name, value in self._values.items() if name not in _SECRET}

    def with_basic(self, credentials: str) -> Args:
        """Return the arguments with client id and secret of HTTP Basic, where they came so."""
        if not credentials:
            return self
        try:
            decoded = base64.b64decode(credentials, validate=True).decode()
        except ValueError:
            raise ApiError("invalid_auth") from None
        client_id, _, client_secret = decoded.partition(":")
        return Args(self._values | {"client_id": client_id, "client_secret": client_secret})

    def text(self, name: str, default: str = "") -> str:
        """Return the argument as text."""
        value = self._values.get(name, default)
        return value if isinstance(value, str) else json.dumps(value)

    def required(self, name: str) -> str:
        """Return the argument as text; `invalid_arguments` when it is missing."""
        if not self._values.get(name):
            raise invalid_arguments(f"missing required field: {name}")
        return self.text(name)

    def flag(self, name: str) -> bool:
        """Return whether a switch is on."""
        return str(self._values.get(name, "")).lower() in {"1", "true", "t"}

    def nested(self, name: str, code: str = "invalid_arguments") -> Any:
        """Return a nested value, parsed when it came as JSON text; None when it is missing.

        Text that is no JSON raises `ApiError(code)`.
        """
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise ApiError(code) from None

    def whole(self, name: str, default: int) -> int:
        """Return a whole number; `invalid_arguments` when it is none."""
        try:
            return int(self.text(name, str(default)))
        except ValueError:
            raise invalid_arguments(f"invalid value for {name}") from None
