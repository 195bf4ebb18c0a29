"""Clients for Slack's Web API, with the patience that each use allows."""

from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from bot.settings import Settings

SLACK_TIMEOUT_S = 10
QUICK_TIMEOUT_S = 3


def web_client(settings: Settings, token: str | None) -> AsyncWebClient:
    """A client that waits when told to, and tries again when Slack fails."""
    return AsyncWebClient(
        token=token,
        base_url=settings.api_base_url,
        timeout=SLACK_TIMEOUT_S,
        retry_handlers=[
            AsyncConnectionErrorRetryHandler(max_retry_count=2),
            AsyncRateLimitErrorRetryHandler(max_retry_count=3),
            AsyncServerErrorRetryHandler(max_retry_count=2),
        ],
    )


def quick_client(settings: Settings, token: str | None) -> AsyncWebClient:
    """A client for what an answer waits for: it gives up soon, and does not try again."""
    return AsyncWebClient(
        token=token, base_url=settings.api_base_url, timeout=QUICK_TIMEOUT_S, retry_handlers=[]
    )
