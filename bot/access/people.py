"""Who somebody is, as far as the rules ask: a member of the organization, and an admin of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks; ids are Slack's."""

    user: str
    team: str
    """The workspace that the bot is installed in."""
    enterprise: str | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """Whose installation of the bot it is, as `auth.test` tells of its token."""

    team: str | None
    enterprise: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """What the rules must know of somebody."""

    insider: bool
    """False for guests, for people of other organizations, for bots and for those who left."""
    admin: bool


_OUTSIDE = (
    "deleted",
    "is_bot",
    "is_restricted",
    "is_ultra_restricted",
    "is_stranger",
    "is_invited_user",
)
"""Slack docs, "User object": guests have is_restricted, people of shared channels is_stranger."""
_RUNS_IT = ("is_admin", "is_owner", "is_primary_owner")


def person_of(user: Mapping[str, Any], home: Home) -> Person:
    """The person whom `users.info` tells of; an outsider where it leaves any doubt. Pure."""
    in_org = user.get("enterprise_user")
    org: Mapping[str, Any] = in_org if isinstance(in_org, Mapping) else {}
    same_team = bool(home.team) and user.get("team_id") == home.team
    same_org = bool(home.enterprise) and org.get("enterprise_id") == home.enterprise
    insider = (same_team or same_org) and not any(user.get(flag) for flag in _OUTSIDE)
    runs_it = any(user.get(flag) or org.get(flag) for flag in _RUNS_IT)
    return Person(insider, admin=insider and runs_it)
