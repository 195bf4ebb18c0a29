"""Installing the app in a workspace: `/slack/install`, and Slack's way back to us.

Bolt's flow checks the state against the browser and the database; the pages and the log are ours.
"""

import html
import logging
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.exc import SQLAlchemyError

from bot.logs import new_request_id
from bot.state.database import FAILURES

_log = logging.getLogger(__name__)

INSTALL = "/slack/install"
REDIRECT = "/slack/oauth_redirect"

# The address that people are sent back to carries a code: no other site is told of it.
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
}

_REASONS = {
    "access_denied": "The installation was canceled in Slack. Nothing was changed.",
    "invalid_browser": "This page was not reached from our installation page, or was opened twice.",
    "invalid_state": "The installation took longer than ten minutes, or was finished already.",
    "missing_code": "Slack sent no code with the way back.",
    "invalid_code": "Slack does not know the code of this installation any more.",
    "storage_error": "The installation could not be stored.",
    "no_database": "What is installed where can't be stored at the moment.",
    "unreachable": "Slack could not be reached.",
}
"""What went wrong, in words; the codes are Bolt's and Slack's."""


@dataclass(frozen=True, slots=True)
class OAuthSetup:
    """What the flow needs to know and to reach."""

    client_id: str
    client_secret: str
    scopes: tuple[str, ...]
    authorize_url: str
    redirect_url: str | None
    """Ours, as Slack is to call it; None leaves it to the app's settings at Slack."""
    client: AsyncWebClient
    installations: AsyncInstallationStore
    states: AsyncOAuthStateStore

    def __repr__(self) -> str:
        return f"OAuthSetup({self.client_id})"


def add_oauth(server: web.Application, setup: OAuthSetup) -> None:
    """Serve both pages."""
    flow = _flow(setup)

    async def install(request: web.Request) -> web.Response:
        new_request_id()
        try:
            response = await flow.handle_installation(_bolt_request(request))
        except FAILURES as error:
            _log.error("can't begin an installation: no database (%s)", type(error).__name__)
            response = _page(503, "Not installed", _REASONS["no_database"] + _again())
        return await to_aiohttp_response(response)

    async def redirected(request: web.Request) -> web.Response:
        new_request_id()
        try:
            response = await flow.handle_callback(_bolt_request(request))
        except SQLAlchemyError as error:
            _log.error("installation failed: no database (%s)", type(error).__name__)
            response = _page(503, "Not installed", _REASONS["no_database"] + _again())
        except (aiohttp.ClientError, TimeoutError, OSError, KeyError) as error:
            _log.error("installation failed: Slack could not be asked (%s)", type(error).__name__)
            response = _page(503, "Not installed", _REASONS["unreachable"] + _again())
        return await to_aiohttp_response(response)

    server.router.add_get(INSTALL, install)
    server.router.add_get(REDIRECT, redirected)


def _flow(setup: OAuthSetup) -> AsyncOAuthFlow:
    quiet = logging.getLogger(f"{__name__}.bolt")
    quiet.disabled = True  # it writes the code, and all of Slack's answer
    return AsyncOAuthFlow(
        client=setup.client,
        logger=quiet,
        settings=AsyncOAuthSettings(
            client_id=setup.client_id,
            client_secret=setup.client_secret,
            scopes=list(setup.scopes),
            redirect_uri=setup.redirect_url,
            install_path=INSTALL,
            install_page_rendering_enabled=False,
            redirect_uri_path=REDIRECT,
            authorization_url=setup.authorize_url,
            installation_store=setup.installations,
            state_store=setup.states,
            callback_options=AsyncCallbackOptions(success=_succeeded, failure=_failed),
            logger=quiet,
        ),
    )


def _bolt_request(request: web.Request) -> AsyncBoltRequest:
    headers: dict[str, Any] = {
        name: request.headers.getall(name) for name in set(request.headers.keys())
    }
    return AsyncBoltRequest(body="", query=request.query_string, headers=headers)


async def _succeeded(args: AsyncSuccessArgs) -> BoltResponse:
    done = args.installation
    where = done.enterprise_name if done.is_enterprise_install else done.team_name
    _log.info("installed in %s", done.team_id or done.enterprise_id)
    name = html.escape(where or "your workspace")
    return _page(
        200,
        "levelbot is installed",
        f"levelbot is now in {name}. Type <code>/level P2</code> anywhere in Slack, or invite "
        "@levelbot to a channel and mention it. You can close this page.",
    )


async def _failed(args: AsyncFailureArgs) -> BoltResponse:
    _log.warning("installation failed: %s", args.reason if args.reason in _REASONS else "other")
    told = _REASONS.get(args.reason, f"Slack says: {html.escape(args.reason[:80])}.")
    # Bolt suggests 200 where Slack says in its own words that it was canceled.
    return _page(args.suggested_status_code, "Not installed", told + _again())


def _again() -> str:
    return f' <a href="{INSTALL}">Start again</a>'


def _page(status: int, title: str, ready: str) -> BoltResponse:
    body = (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title>"
        "<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;"
        "padding:0 1rem;color-scheme:light dark}</style>"
        f"<h1>{title}</h1><p>{ready}</p></html>"
    )
    return BoltResponse(status=status, body=body, headers=dict(_HEADERS))
