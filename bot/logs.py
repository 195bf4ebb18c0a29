"""Logging: one line an event, with the request's id. Never a token, never message text."""

import json
import logging
import secrets
import sys
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Literal

request_id: ContextVar[str] = ContextVar("request_id", default="-")
"""The id of the request that is being worked on; people are given it as a reference."""

# At DEBUG these print whole requests, with tokens and what people wrote.
_TALKATIVE = ("slack_sdk", "slack_bolt", "aiohttp", "asyncio", "alembic", "aiosqlite", "sqlalchemy")


_LONGEST_TRACEBACK = 200


def new_request_id() -> str:
    """Start a request: eight letters and digits that a person can read out."""
    fresh = secrets.token_hex(4)
    request_id.set(fresh)
    return fresh


def set_up_logging(level: str, style: Literal["text", "json"]) -> None:
    """Send every record to standard error in one style."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if style == "json" else _Text())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))


class _Private(logging.Formatter):
    """Writes a traceback without the exceptions' messages: they may repeat what people wrote."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's name
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None and len(lines) < _LONGEST_TRACEBACK:
            lines = [*traceback.format_tb(error.__traceback__), f"{type(error).__name__}\n", *lines]
            error = error.__cause__ or error.__context__
        return "Traceback (most recent call last):\n" + "".join(lines).rstrip()


def _when(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


class _Text(_Private):
    def format(self, record: logging.LogRecord) -> str:
        line = (
            f"{_when(record)} {record.levelname:<7} {record.name} [{request_id.get()}] "
            f"{record.getMessage()}"
        )
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class _Json(_Private):
    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": _when(record),
            "level": record.levelname,
            "logger": record.name,
            "request_id": request_id.get(),
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)
