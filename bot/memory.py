"""What the bot remembers, as the desk needs it: never in the way of an answer.

When the database fails, questions are answered as if nothing were remembered; and so are those that
Slack waits for when it is slow.
"""

import logging
import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, TypeVar

from bot import pending
from bot.answers import Answer, SkillAnswer
from bot.place import Place, Surface
from bot.questions import Context, Intent
from bot.state import Answered, Asked, State, new_question_id
from bot.state.database import FAILURES
from bot.state.timing import within

_log = logging.getLogger(__name__)

READ_WITHIN_S = 0.8
"""A slash command must be answered within three seconds, whatever the database does."""
GOES_ON_S = 3_600.0
"""In a direct message without a thread, a question is a follow-up for so long."""

_BEFORE = "before"
"""What an answer goes on with stands beside what it is about, for when its question is edited."""
MOST_LEVELS = 4
"""Levels that a follow-up goes on with: a comparison has no more."""

# Where a person asks the bot. What a button asks is kept too, so that its answer can be judged.
_ASKED = frozenset(Surface) - {Surface.APP_HOME}
# What may go on with what was asked before.
_FOLLOWS_UP = frozenset({Surface.MENTION, Surface.THREAD, Surface.DIRECT_MESSAGE})
T = TypeVar("T")
_MENTION = re.compile(r"<@[^>]*>")


class Memory:
    """Reads and writes the state for the desk. Never raises because of the database."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def context(self, place: Place) -> Context:
        """The default family at `place`, and what was answered to this person before."""
        # An event has no three seconds: Slack delivers it again until it is answered.
        within_s = None if place.surface in _FOLLOWS_UP else READ_WITHIN_S
        return await self._guarded(lambda: self._context(place), Context(), within_s)

    async def _context(self, place: Place) -> Context:
        family = await self._state.preferences.family_for(
            place.home, place.user, place.channel, place.enterprise
        )
        about = await self._before(place)
        return Context(
            family=family,
            levels=tuple(about.get("levels") or ()),
            intent=Intent(about["intent"]) if about.get("intent") else None,
            attribute=about.get("attribute"),
            beside=tuple(about.get("beside") or ()),
            skill=about.get("skill"),
        )

    async def _before(self, place: Place) -> Mapping[str, Any]:
        """What the answer before a question was about; nothing where there was none."""
        if place.surface not in _FOLLOWS_UP or not place.user or not place.channel:
            return {}
        conversations = self._state.conversations
        if place.edits and (
            found := await conversations.to_question(place.home, place.channel, place.edits)
        ):
            return dict(found.context.get(_BEFORE) or {})
        last = await self._last(place, place.channel, place.user)
        return (
            {name: told for name, told in last.context.items() if name != _BEFORE} if last else {}
        )

    async def _last(self, place: Place, channel: str, user: str) -> Answered | None:
        """The last answer to this person in this thread, or among the direct messages."""
        conversations, direct = self._state.conversations, Surface.DIRECT_MESSAGE
        if place.thread_ts:
            found = await conversations.last(place.home, channel, place.thread_ts, user)
            if found is None and place.surface is direct:
                # The thread of a question that was answered beside it.
                return await conversations.to_question(place.home, channel, place.thread_ts)
            return found
        if place.surface is direct:
            return await conversations.last(place.home, channel, "", user, within_s=GOES_ON_S)
        return None

    async def remember(
        self,
        place: Place,
        answer: Answer,
        question_ts: str,
        answer_ts: str | None,
        edited_ts: str = "",
    ) -> None:
        """Keep which message answered the message `question_ts`, and what it was about.

        `edited_ts` tells the edit of the question that was answered.
        """
        if not place.channel or not place.user:
            return
        direct = place.channel.startswith("D")
        nothing: Mapping[str, Any] = {}
        before = await self._guarded(lambda: self._before(place), nothing)
        about = _about(answer) or before  # what is about no level changes no subject
        answered = Answered(
            channel=place.channel,
            question_ts=question_ts,
            thread_ts=place.thread_ts or ("" if direct else question_ts),
            user=place.user,
            answer_ts=answer_ts,
            context={**about, "edited_ts": edited_ts, _BEFORE: dict(before)},
        )
        await self._guarded(lambda: self._state.conversations.remember(place.home, answered), None)

    async def answer_to(self, place: Place, question_ts: str) -> Answered | None:
        """The answer that the message with this `ts` has got."""
        find = self._state.conversations.to_question
        channel = place.channel or ""
        return await self._guarded(lambda: find(place.home, channel, question_ts), None)

    def record(self, text: str, place: Place, answer: Answer, levels: Sequence[str]) -> str | None:
        """Keep what was asked, without who asked, beside the answer; returns its id.

        None where nothing is kept: a person did not ask the bot there.
        """
        if place.surface not in _ASKED:
            return None
        asked = Asked(
            id=new_question_id(),
            home=place.home,
            surface=place.surface.value,
            # A message that somebody looks up was not written to the bot.
            text="" if place.surface is Surface.MESSAGE_SHORTCUT else _without_people(text),
            intent=answer.intent.value,
            levels=tuple(levels),
            confidence=answer.confidence,
        )
        pending.start(self._guarded(lambda: self._state.questions.record(asked), None))
        return asked.id

    async def _guarded(
        self,
        call: Callable[[], Coroutine[Any, Any, T]],
        otherwise: T,
        within_s: float | None = None,
    ) -> T:
        """What `call` returns; `otherwise` when the database is out of reach.

        One that is slow is waited for, but no longer than `within_s`.
        """
        try:
            work = self._state.database.patiently(call())
            return await (work if within_s is None else within(within_s, work))
        except FAILURES as error:
            _log.warning("the database can't be used now (%s)", type(error).__name__)
            return otherwise


def _about(answer: Answer) -> dict[str, Any] | None:
    """What a follow-up goes on with; None for an answer that is about no level in particular."""
    if not answer.levels or answer.intent is Intent.BROWSE:
        return None
    return {
        "levels": list(answer.levels[:MOST_LEVELS]),
        "intent": answer.intent.value,
        "attribute": answer.attribute,
        "beside": list(answer.beside),
        "skill": answer.asked if isinstance(answer, SkillAnswer) else None,
    }


def _without_people(text: str) -> str:
    """The question without the ids of people in it."""
    return _MENTION.sub("@someone", re.sub(r"^(\s*<@[^>]*>)+", "", text)).strip()
