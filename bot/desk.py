"""The one way in for a question from Slack: what was asked, and where, to the answer.

Every door asks here, so that what depends on the place is decided once: whose default family
counts, what was answered before, and what may be shown.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.answers import Answer, Answerer, FoundLevel
from bot.questions import Context

_log = logging.getLogger(__name__)


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
    thread_ts: str | None = None


class Desk:
    """Answers questions from Slack."""

    def __init__(self, current: Callable[[], Answerer]) -> None:
        self._current = current
        """What answers from the ladder as it is now."""

    async def ask(self, text: str, place: Place) -> Answer:
        """The answer to what a person typed, as it may be shown at `place`."""
        started = time.perf_counter()
        answer = self._current()(text, Context())
        _log.info(
            "answered surface=%s intent=%s levels=%s confidence=%.2f ms=%.2f",
            place.surface,
            answer.intent,
            ",".join(answer.levels[:4]) or "-",
            answer.confidence,
            (time.perf_counter() - started) * 1000,
        )
        return answer

    async def search(self, typed: str, place: Place) -> list[FoundLevel]:
        """Levels for what a person is typing at `place`, best first."""
        found = self._current().search(typed, Context())
        _log.debug("searched surface=%s found=%d", place.surface, len(found))
        return found
