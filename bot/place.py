"""Where a question from Slack comes from."""

from dataclasses import dataclass
from enum import StrEnum


class Surface(StrEnum):
    """The ways in which Slack brings a question."""

    SLASH_COMMAND = "slash_command"
    MENTION = "mention"
    THREAD = "thread"
    DIRECT_MESSAGE = "direct_message"
    MESSAGE_SHORTCUT = "message_shortcut"
    GLOBAL_SHORTCUT = "global_shortcut"
    BUTTON = "button"
    APP_HOME = "app_home"
    WORKFLOW_STEP = "workflow_step"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question is asked, and by whom; ids are Slack's."""

    surface: Surface
    public: bool
    """Whether anyone but the person who asks sees the answer."""
    user: str | None = None
    team: str | None = None
    """The workspace that the bot is installed in."""
    enterprise: str | None = None
    user_team: str | None = None
    """The person's own workspace: another one for people of other organizations."""
    channel: str | None = None
    channel_name: str | None = None
    """Told by commands and interactions, not by events."""
    thread_ts: str | None = None
    edits: str | None = None
    """The `ts` of the question, when it has been edited: what stood before it still counts."""

    @property
    def is_direct(self) -> bool:
        """Whether the channel is a direct message, also of several people where it has a name."""
        name = self.channel_name or ""
        return (self.channel or "").startswith("D") or name.startswith("mpdm-")

    @property
    def home(self) -> str:
        """Whose data it is: the workspace's id, else the organization's."""
        return self.team or self.enterprise or ""
