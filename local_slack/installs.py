"""Installing the app with OAuth, renewing its tokens, and taking it out again.

Slack docs, "Installing with OAuth", "oauth.v2.access", "Using token rotation".
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from local_slack.api_args import ApiError
from local_slack.app_config import AppConfig
from local_slack.payloads import Clock, Json
from local_slack.people import APP_ID, BOT_USER_ID, ENTERPRISE, TEAMS, Team
from local_slack.tokens import TOKEN_LIFE_S, Token, Tokens, new_value
from local_slack.workspace import Workspace

# Slack docs, "Installing with OAuth": a code is good for ten minutes.
CODE_LIFE_S = 600


@dataclass(frozen=True)
class Client:
    """The app's own credentials (Slack: "Basic Information", "App Credentials")."""

    id: str
    secret: str


@dataclass(frozen=True)
class Request:
    """What an app asks for when it sends a person to `/oauth/v2/authorize`."""

    client_id: str
    scopes: tuple[str, ...]
    redirect_uri: str
    state: str


@dataclass(frozen=True)
class Code:
    """A code that stands for one consent until it is exchanged."""

    request: Request
    team: Team
    user: str
    made: float


class Installs:
    """Who installed what: the codes given out, and the tokens that they were exchanged for.

    `on_uninstalled` tells the app that it was taken out.
    """

    def __init__(
        self,
        workspace: Workspace,
        tokens: Tokens,
        clock: Clock,
        client: Client,
        on_uninstalled: Callable[[], None],
    ) -> None:
        self.workspace = workspace
        self.tokens = tokens
        self._clock = clock
        self._client = client
        self._on_uninstalled = on_uninstalled
        self._codes: dict[str, Code] = {}

    def check(self, request: Request) -> None:
        """Raise ApiError when Slack would show an error page instead of asking the person."""
        config = self.workspace.config
        if request.client_id != self._client.id:
            raise ApiError("invalid_client_id")
        if not request.scopes:
            raise ApiError("no_scopes")
        if config.scopes is not None and set(request.scopes) - config.scopes:
            raise ApiError("invalid_scope")
        if not _may_return_to(request.redirect_uri, config):
            raise ApiError("bad_redirect_uri")

    def agree(self, request: Request, team_id: str, user: str, *, org_wide: bool) -> str:
        """Return the address that the person is sent back to, with a code."""
        self.check(request)
        team = TEAMS[team_id]
        if org_wide:
            team = replace(team, enterprise=ENTERPRISE)
        code = f"{secrets.randbelow(10**10)}.{secrets.token_hex(32)}"
        self._codes[code] = Code(request, team, user, self._clock())
        return _back(request, {"code": code})

    def decline(self, request: Request) -> str:
        """Return the address that a person who declines is sent back to."""
        self.check(request)
        return _back(request, {"error": "access_denied"})

    def exchange(self, code: str, redirect_uri: str) -> Json:
        """Return the answer of `oauth.v2.access` for a code, which works once."""
        found = self._codes.pop(code, None)
        if found is None or self._clock() - found.made > CODE_LIFE_S:
            raise ApiError("invalid_code")
        if redirect_uri and redirect_uri != found.request.redirect_uri:
            raise ApiError("bad_redirect_uri")
        return self._answer(self._issue(found.request.scopes, found.team)) | {
            "authed_user": {"id": found.user}
        }

    def renew(self, refresh: str) -> Json:
        """Return the answer of `oauth.v2.access` for a refresh token; the old one is spent."""
        old = self.tokens.by_refresh(refresh)
        old.refresh = None
        return self._answer(self._issue(tuple(sorted(old.scopes or ())), old.team))

    def rotate(self, token: Token) -> Json:
        """Return the answer of `oauth.v2.exchange`: a lasting token for one that expires."""
        if not self.workspace.config.token_rotation:
            raise ApiError("token_rotation_not_enabled")
        if token.refresh:
            raise ApiError("token_already_exchanged")
        token.dead = "token_revoked"
        return self._answer(self._issue(tuple(sorted(token.scopes or ())), token.team))

    def check_client(self, client_id: str, client_secret: str) -> None:
        """Raise ApiError unless these are the app's."""
        if client_id != self._client.id:
            raise ApiError("invalid_client_id")
        if not hmac.compare_digest(client_secret.encode(), self._client.secret.encode()):
            raise ApiError("bad_client_secret")

    def uninstall(self, team: Team) -> None:
        """Take the app out of a workspace: its tokens end, and it is told."""
        self.visit(team)
        for token in self._of(team):
            token.dead = "account_inactive"
        self._on_uninstalled()

    def visit(self, team: Team) -> None:
        """Let requests to the app come from this workspace from now on."""
        living = self._of(team)
        self.workspace.team = living[-1].team if living else team
        self.workspace.installed = bool(living)

    def _of(self, team: Team) -> list[Token]:
        return [token for token in self.tokens.living() if token.team.id == team.id]

    def _issue(self, scopes: tuple[str, ...], team: Team) -> Token:
        rotates = self.workspace.config.token_rotation
        token = Token(
            new_value("xoxb", rotates=rotates),
            scopes=frozenset(scopes),
            team=team,
            is_org_wide=team.enterprise is not None,
        )
        self.workspace.team = team
        self.workspace.installed = True
        return self.tokens.add(token, rotates=rotates)

    def _answer(self, token: Token) -> Json:
        team = token.team
        answer: Json = {
            "ok": True,
            "app_id": APP_ID,
            "access_token": token.value,
            "token_type": "bot",
            "scope": ",".join(sorted(token.scopes or ())),
            "bot_user_id": BOT_USER_ID,
            "team": None if token.is_org_wide else {"id": team.id, "name": team.name},
            "enterprise": team.enterprise,
            "is_enterprise_install": token.is_org_wide,
        }
        if token.refresh:
            answer |= {"refresh_token": token.refresh, "expires_in": TOKEN_LIFE_S}
        return answer


def _may_return_to(redirect_uri: str, config: AppConfig) -> bool:
    """Whether an address is one of the app's; Slack takes what begins with a declared one."""
    if not redirect_uri.startswith(("http://", "https://")):
        return False
    declared = config.redirect_urls
    return not declared or any(redirect_uri.startswith(each) for each in declared)


def _back(request: Request, answer: Json) -> str:
    joint = "&" if "?" in request.redirect_uri else "?"
    return f"{request.redirect_uri}{joint}{urlencode(answer | {'state': request.state})}"
