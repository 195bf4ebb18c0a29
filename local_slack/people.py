"""The people and channels that a fresh workspace starts with."""

from __future__ import annotations

from dataclasses import dataclass, field

from local_slack.payloads import Json

TEAM_ID = "T07QK4LADDR"
TEAM_NAME = "Ladder Labs"
TEAM_DOMAIN = "ladder-labs"
APP_ID = "A07QK8LVBOT"
BOT_ID = "B07QK9LVBOT"
BOT_USER_ID = "U07QKALVBOT"
SLACKBOT_ID = "USLACKBOT"
VERIFICATION_TOKEN = "local-verification-token"  # noqa: S105 - Slack's legacy field, never a secret


@dataclass(frozen=True)
class User:
    """A member of the workspace: a person, the app's bot user, or Slackbot."""

    id: str
    name: str
    real_name: str
    title: str = ""
    is_bot: bool = False

    def as_json(self) -> Json:
        """Return the user in the shape of `users.info` (the fields apps read)."""
        return {
            "id": self.id,
            "team_id": TEAM_ID,
            "name": self.name,
            "deleted": False,
            "real_name": self.real_name,
            "tz": "America/Los_Angeles",
            "tz_label": "Pacific Standard Time",
            "tz_offset": -28800,
            "profile": {
                "title": self.title,
                "real_name": self.real_name,
                "display_name": self.name,
                "email": f"{self.name}@example.com",
                "team": TEAM_ID,
            },
            "is_admin": False,
            "is_owner": False,
            "is_restricted": False,
            "is_ultra_restricted": False,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "locale": "en-US",
        }


@dataclass
class Channel:
    """A conversation. `kind` is Slack's `channel_type`: channel, group, im or mpim."""

    id: str
    name: str
    kind: str = "channel"
    members: set[str] = field(default_factory=set)
    topic: str = ""
    is_archived: bool = False

    @property
    def payload_name(self) -> str:
        """The name that command and action payloads carry; Slack hides private ones."""
        return {"im": "directmessage", "group": "privategroup"}.get(self.kind, self.name)

    def as_json(self, *, bot_user_id: str = BOT_USER_ID) -> Json:
        """Return the conversation in the shape of `conversations.info`."""
        base: Json = {
            "id": self.id,
            "created": 1_700_000_000,
            "is_im": self.kind == "im",
            "is_mpim": self.kind == "mpim",
            "is_channel": self.kind == "channel",
            "is_group": self.kind == "group",
            "is_private": self.kind != "channel",
            "is_archived": self.is_archived,
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
            "creator": "U07QKBANARZ",
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": self.topic, "creator": "", "last_set": 0},
            "num_members": len(self.members),
        }


def first_users(bot_name: str) -> list[User]:
    """Return the two people, the app's bot user, and Slackbot."""
    return [
        User("U07QKBANARZ", "ana", "Ana Ruiz", "Engineering manager"),
        User("U07QKCBENOK", "ben", "Ben Okafor", "Machine learning engineer"),
        User(BOT_USER_ID, bot_name, bot_name, is_bot=True),
        User(SLACKBOT_ID, "slackbot", "Slackbot", is_bot=True),
    ]


def first_channels(users: list[User]) -> list[Channel]:
    """Return the channels; the bot is missing from #random, to show that case."""
    people = {user.id for user in users if not user.is_bot}
    everyone = people | {BOT_USER_ID}
    return [
        Channel("C07QKDELVNG", "eng-leveling", "channel", set(everyone), "Levels and growth"),
        Channel("C07QKEGENRL", "general", "channel", set(everyone), "Company-wide"),
        Channel("C07QKFRANDM", "random", "channel", set(people), "Everything else"),
        Channel("C07QKGCALIB", "calibration", "group", set(everyone), "Managers only"),
    ]
