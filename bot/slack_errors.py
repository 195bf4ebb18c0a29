"""Reading what Slack's Web API answered."""

from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

CALL_FAILURES = (SlackApiError, aiohttp.ClientError, OSError, TimeoutError)
"""What a call of Slack's Web API raises, refused or not answered."""


def why(error: Exception) -> str:
    """For the log: Slack's error code, or what kept its answer away."""
    return slack_code(error) if isinstance(error, SlackApiError) else type(error).__name__


def needed_scope(error: SlackApiError) -> str | None:
    """The scope that the token lacks, where Slack says so ("missing_scope")."""
    scope = _data(error).get("needed")
    return scope if isinstance(scope, str) else None


def slack_code(error: SlackApiError) -> str:
    """Slack's error code, such as "not_in_channel"; "no answer in JSON" where there is none."""
    code = _data(error).get("error")
    return code if isinstance(code, str) else "no answer in JSON"


def _data(error: SlackApiError) -> dict[str, Any]:
    """What Slack answered; slack_sdk puts it, a bare text or aiohttp's response there."""
    response = error.response
    data = getattr(response, "data", response)
    return data if isinstance(data, dict) else {}
