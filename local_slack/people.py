"""People, channels and user groups: what they are, and how Slack shows them to an app."""

from __future__ import annotations

from dataclasses import dataclass, field

from local_slack.payloads import Json

TEAM_ID = "T07QK4LADDR"
TEAM_NAME = "Ladder Labs"
TEAM_DOMAIN = "ladder-labs"
ENTERPRISE: Json = {"id": "E07QKGROUPX", "name": "Ladder Group"}
# Another organization, whose people are met in shared (Slack Connect) channels.
OTHER_TEAM_ID = "T07QKACMEXX"
APP_ID = "A07QK8LVBOT"
BOT_ID = "B07QK9LVBOT"
BOT_USER_ID = "U07QKALVBOT"
SLACKBOT_ID = "USLACKBOT"
VERIFICATION_TOKEN = "local-verification-token"  # noqa: S105 - Slack's legacy field, never a secret


@dataclass(frozen=True)
class Team:
    """A workspace; `enterprise` is {id, name} when it belongs to an organization-wide install."""

    id: str
    name: str
    domain: str
    enterprise: Json | None = None

    @property
    def url(self) -> str:
        """The workspace's address."""
        return f"https://{self.domain}.slack.com/"


TEAM = Team(TEAM_ID, TEAM_NAME, TEAM_DOMAIN)
# A second workspace that may install the app; its people and channels are the same.
SECOND_TEAM = Team("T07QKRUNGCO", "Rung and Company", "rung-and-company")
TEAMS = {team.id: team for team in (TEAM, SECOND_TEAM)}


@dataclass(frozen=True)
class TimeZone:
    """A person's time zone: tz database name, label, and offset in seconds."""

    name: str
    label: str
    offset_s: int


PACIFIC = TimeZone("America/Los_Angeles", "Pacific Standard Time", -28_800)
CENTRAL_EUROPE = TimeZone("Europe/Berlin", "Central European Time", 3_600)
INDIA = TimeZone("Asia/Kolkata", "India Standard Time", 19_800)


@dataclass(frozen=True)
class User:
    """A person, the app's bot user, or Slackbot.

    `is_restricted` is a guest, `is_ultra_restricted` a guest of one channel; someone whose
    `team_id` is another organization's is a stranger here.
    """

    id: str
    name: str
    real_name: str
    title: str = ""
    is_bot: bool = False
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    team_id: str = TEAM_ID
    time_zone: TimeZone = PACIFIC

    @property
    def is_stranger(self) -> bool:
        """Whether the person belongs to another organization."""
        return self.team_id != TEAM_ID

    def as_json(self) -> Json:
        """Return the user in the shape of `users.info` (the fields apps read)."""
        shown: Json = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "deleted": False,
            "real_name": self.real_name,
            "tz": self.time_zone.name,
            "tz_label": self.time_zone.label,
            "tz_offset": self.time_zone.offset_s,
            "profile": {
                "title": self.title,
                "real_name": self.real_name,
                "real_name_normalized": self.real_name,
                "display_name": self.name,
                "display_name_normalized": self.name,
                "status_text": "",
                "status_emoji": "",
                "team": self.team_id,
            },
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": 1_700_000_000,
        }
        if self.is_stranger:
            # Slack says less of people of other organizations, roles among it.
            return shown | {"is_stranger": True}
        return shown | {
            "is_admin": self.is_admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": self.is_restricted or self.is_ultra_restricted,
            "is_ultra_restricted": self.is_ultra_restricted,
        }


@dataclass
class Channel:
    """A conversation. `kind` is Slack's `channel_type`: channel, group, im or mpim.

    In a `read_only` one only admins may post. `other_teams` are the organizations beside
    this one that share it (Slack Connect).
    """

    id: str
    name: str
    kind: str = "channel"
    members: set[str] = field(default_factory=set)
    topic: str = ""
    is_archived: bool = False
    read_only: bool = False
    other_teams: tuple[str, ...] = ()

    @property
    def payload_name(self) -> str:
        """The name that command and action payloads carry; Slack hides private ones."""
        return {"im": "directmessage", "group": "privategroup"}.get(self.kind, self.name)

    def as_json(self, *, bot_user_id: str = BOT_USER_ID) -> Json:
        """Return the conversation in the shape of `conversations.info`."""
        shared = bool(self.other_teams)
        base: Json = {
            "id": self.id,
            "created": 1_700_000_000,
            "is_im": self.kind == "im",
            "is_mpim": self.kind == "mpim",
            "is_channel": self.kind == "channel",
            "is_group": self.kind == "group",
            "is_private": self.kind != "channel",
            "is_archived": self.is_archived,
            "is_shared": shared,
            "is_ext_shared": shared,
            "is_org_shared": False,
            "is_pending_ext_shared": False,
            "context_team_id": TEAM_ID,
        }
        if self.kind == "im":
            person = next(iter(self.members - {bot_user_id}), bot_user_id)
            return base | {"user": person, "is_open": True}
        return base | {
            "name": self.name,
            "name_normalized": self.name,
            "is_general": self.name == "general",
            "is_member": bot_user_id in self.members,
            "is_read_only": self.read_only,
            "creator": "U07QKBANARZ",
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": self.topic, "creator": "", "last_set": 0},
            "shared_team_ids": [TEAM_ID, *self.other_teams],
            "connected_team_ids": list(self.other_teams),
        }


@dataclass(frozen=True)
class UserGroup:
    """A user group, such as `@ladder-owners`."""

    id: str
    handle: str
    name: str
    members: tuple[str, ...] = ()

    def as_json(self) -> Json:
        """Return the group in the shape of `usergroups.list`, without its users."""
        return {
            "id": self.id,
            "team_id": TEAM_ID,
            "is_usergroup": True,
            "is_subteam": True,
            "name": self.name,
            "description": "",
            "handle": self.handle,
            "is_external": False,
            "date_create": 1_700_000_000,
            "date_update": 1_700_000_000,
            "date_delete": 0,
            "auto_type": None,
            "created_by": "U07QKBANARZ",
            "user_count": len(self.members),
        }
