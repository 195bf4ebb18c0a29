"""The tokens that open the Web API: the first bot and app tokens, installs, and custom steps."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from local_slack.api_args import ApiError
from local_slack.payloads import Clock
from local_slack.people import TEAM, Team

# Slack docs, "Using token rotation": an access token lives twelve hours.
TOKEN_LIFE_S = 12 * 3600


@dataclass(eq=False)
class Token:
    """One token. `kind` is bot, app or workflow; `scopes` None: it may do everything.

    `expires_at` (seconds, the workspace's clock) and `refresh` come with token rotation;
    `dead` is Slack's error code once the token is revoked.
    """

    value: str
    kind: str = "bot"
    scopes: frozenset[str] | None = None
    team: Team = TEAM
    is_org_wide: bool = False
    expires_at: float | None = None
    refresh: str | None = None
    dead: str = ""

    def allows(self, *any_of: str) -> bool:
        """Whether the token has one of these scopes; true when none is asked for."""
        return not any_of or self.scopes is None or bool(self.scopes & set(any_of))


class Tokens:
    """Every token that was given out, the dead ones too."""

    def __init__(
        self, bot_token: str, app_token: str, scopes: frozenset[str] | None, clock: Clock
    ) -> None:
        self.first = Token(bot_token, scopes=scopes)
        self._clock = clock
        self._known = {bot_token: self.first, app_token: Token(app_token, "app")}

    def find(self, value: str) -> Token:
        """Return the living token of this value; ApiError says what is wrong with it."""
        if not value:
            raise ApiError("not_authed")
        token = self._known.get(value)
        if token is None:
            raise ApiError("invalid_auth")
        if token.dead:
            raise ApiError(token.dead)
        if token.expires_at is not None and self._clock() >= token.expires_at:
            raise ApiError("token_expired")
        return token

    def living(self) -> list[Token]:
        """Return the bot tokens that are not revoked, oldest first."""
        return [each for each in self._known.values() if each.kind == "bot" and not each.dead]

    def installed(self) -> list[Token]:
        """Return every bot token but a living first one, which the next run brings itself."""
        bots = [each for each in self._known.values() if each.kind == "bot"]
        return [each for each in bots if each is not self.first or each.dead]

    def keep(self, token: Token) -> None:
        """Take over a token of an earlier run."""
        if token.value == self.first.value:
            self.first.dead = token.dead
        else:
            self._known[token.value] = token

    def add(self, token: Token, *, rotates: bool = False) -> Token:
        """Give out a token; one that `rotates` expires and has a refresh token."""
        if rotates:
            token.expires_at = self._clock() + TOKEN_LIFE_S
            token.refresh = f"xoxe-1-{secrets.token_hex(24)}"
        self._known[token.value] = token
        return token

    def by_refresh(self, refresh: str) -> Token:
        """Return the token that this refresh token renews; else `invalid_refresh_token`."""
        for token in self._known.values():
            if refresh and token.refresh == refresh and not token.dead:
                return token
        raise ApiError("invalid_refresh_token")


def new_value(kind: str, *, rotates: bool = False) -> str:
    """Return a fresh token of a kind (`xoxb`, `xwfp`), as long as Slack's are."""
    prefix = f"xoxe.{kind}-1" if rotates else kind
    return f"{prefix}-{secrets.randbelow(10**12):012d}-{secrets.token_hex(20)}"
