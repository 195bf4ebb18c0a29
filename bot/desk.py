"""The one way in for a question from Slack: what was asked, and where, to the answer.

Every door asks here, so that what depends on the place is decided once: whose default family
counts, what was answered before, and what may be shown.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from bot import text as in_words
from bot.access.people import Asker
from bot.access.viewers import Viewers
from bot.answers import Answer, Answerer, BrowseAnswer, FoundLevel
from bot.answers.look_up import look_up
from bot.answers.unasked import unasked
from bot.ladder import Circle, Family, Granted, Ladder
from bot.memory import Memory
from bot.place import Place, Surface
from bot.questions import Context, Intent
from bot.state import Answered

__all__ = ["Desk", "Ladders", "Place", "Surface"]

_log = logging.getLogger(__name__)

A = TypeVar("A", bound=Answer | None)


class Ladders(Protocol):
    """The ladder as it is now, for everybody and for some."""

    @property
    def answerer(self) -> Answerer:
        """What answers everybody."""

    @property
    def circles(self) -> frozenset[Circle]:
        """The circles that see more."""

    async def answerer_for(self, granted: Granted) -> Answerer:
        """What answers a viewer who belongs to some of the circles."""


_ADMINS = Circle(admins=True)

VIEW_WITHIN_S = 0.5
"""A view that is not there yet is made in this time, or the person gets what everybody sees."""


_LEVELS_FOUND = frozenset({Intent.SKILL, Intent.EXPERIENCE, Intent.BROWSE})
"""Kinds of answers that find their levels: fewer of them is no answer about something else."""


class Desk:
    """Answers questions from Slack: in public what everybody may see, else what the asker may.

    A door can't show more than that: it says where it stands, and gets an answer for there.
    """

    def __init__(
        self,
        ladders: Ladders,
        viewers: Viewers,
        memory: Memory,
        owners_channel: str | None = None,
    ) -> None:
        self._ladders = ladders
        self._viewers = viewers
        self._memory = memory
        self.owners_channel = owners_channel
        """Where the ladder's owners are asked what has no answer; None where nobody is."""

    async def ask(self, text: str, place: Place) -> Answer:
        """The answer to what a person typed, as it may be shown at `place`.

        Its `question_id` is what feedback on it is kept under; None where nothing is kept.
        """
        view = await self._view(place)
        answer = self._logged(place, lambda: view.answerer(text, view.context))
        return self._recorded(text, place, answer, view)

    async def ask_unasked(self, text: str, place: Place) -> Answer | None:
        """The answer to what a person wrote in a thread, but not to the bot.

        None unless they were answered there before, and this is a question that is understood with
        confidence.
        """
        view = await self._view(place)
        answer = self._logged(place, lambda: unasked(text, view.answerer, view.context))
        return self._recorded(text, place, answer, view) if answer else None

    async def look_up(self, text: str, place: Place) -> Answer:
        """The answer for a message of anybody's, which may ask something or only name levels."""
        view = await self._view(place)
        found = self._logged(place, lambda: look_up(text, view.answerer, view.context))
        return self._recorded(text, place, found, view)

    async def preview(self, text: str, place: Place) -> Answer:
        """As `ask`, without keeping that it was asked: to find out what a text is about."""
        view = await self._view(place)
        return view.answerer(text, view.context)

    def _recorded(self, text: str, place: Place, answer: Answer, view: "_View") -> Answer:
        words = text if self._is_for_all(text, answer, view) else ""
        question_id = self._memory.record(words, place, answer, self._told_to_all(answer))
        return replace(answer, question_id=question_id)

    def _is_for_all(self, text: str, answer: Answer, view: "_View") -> bool:
        """Whether a question may stand in the report: more people read that than see some.

        One that everybody would get another answer to speaks of what they may not know, and a
        pasted card may hold what they may not read.
        """
        public = self._ladders.answerer
        if view.answerer is public:
            return True
        if answer.intent is Intent.PASTED_CARD:
            return False
        return _same_subject(answer, public(text, _as_known(view.context, public.ladder)))

    async def answered(
        self,
        place: Place,
        answer: Answer,
        question_ts: str,
        answer_ts: str | None,
        edited_ts: str = "",
    ) -> None:
        """Remember where a message was answered: for follow-ups, and for when it is edited.

        Never raises: the answer is out.
        """
        await self._memory.remember(place, answer, question_ts, answer_ts, edited_ts)

    async def answer_to(self, place: Place, question_ts: str) -> Answered | None:
        """The answer that the message with this `ts` has got; None when none is known."""
        return await self._memory.answer_to(place, question_ts)

    async def family(self, name: str, place: Place) -> Family | None:
        """The one family that a person means by this name, as they may see it."""
        answerer = await self._answerer(place)
        found = answerer(f"levels of {name}", Context())
        families = found.families if isinstance(found, BrowseAnswer) else ()
        return families[0] if len(families) == 1 else None

    async def aside(self, text: str, place: Place, shown: Answer) -> Answer | None:
        """What the person who asks at a public `place` may see beyond the answer `shown` to all.

        It is for their eyes alone: send it as an ephemeral message. None where there is no more.
        """
        if not place.public:
            return None
        view = await self._view(replace(place, public=False))
        if view.answerer is self._ladders.answerer:
            return None
        answer = self._logged(place, lambda: view.answerer(text, view.context))
        return None if in_words.full(answer) == in_words.full(shown) else answer

    async def for_all(self, text: str, place: Place) -> Answer | None:
        """The answer to post at a public `place` for a person who has seen theirs.

        None where everybody's is about other levels, or another skill: what the person saw is
        hidden from the others, and the question alone may tell of it.
        """
        answer, own = await asyncio.gather(
            self.ask(text, replace(place, public=True)), self._view(replace(place, public=False))
        )
        if own.answerer is self._ladders.answerer:
            return answer
        seen = own.answerer(text, own.context)
        return answer if _same_subject(seen, answer) else None

    async def ladder(self, place: Place) -> Ladder:
        """The ladder as it may be shown at `place`."""
        return (await self._answerer(place)).ladder

    async def is_admin(self, place: Place) -> bool:
        """Whether who asks runs the workspace, or is named in the setting ADMINS. Never raises."""
        return bool(await self._viewers.granted(_asker(place), frozenset({_ADMINS})))

    async def _answerer(self, place: Place) -> Answerer:
        """What answers at `place`, by who sees it. Never raises."""
        circles = self._ladders.circles
        if place.public or not circles:
            return self._ladders.answerer
        granted = await self._viewers.granted(_asker(place), circles)
        try:
            async with asyncio.timeout(VIEW_WITHIN_S):
                return await self._ladders.answerer_for(granted)
        except TimeoutError:
            _log.warning("a view of the ladder is not ready yet; shown as to all")
        except Exception:
            _log.exception("could not make a view of the ladder; shown as to all")
        return self._ladders.answerer

    async def _view(self, place: Place) -> "_View":
        """What answers at `place`, and what is remembered, as far as its ladder has it."""
        answerer = await self._answerer(place)
        return _View(answerer, _as_known(await self._memory.context(place), answerer.ladder))

    def _logged(self, place: Place, work: Callable[[], A]) -> A:
        """The answer that `work` finds, with a line in the log; none when it finds none."""
        started = time.perf_counter()
        answer = work()
        if answer is not None:
            _log.info(
                "answered surface=%s intent=%s levels=%s confidence=%.2f ms=%.2f",
                place.surface,
                answer.intent,
                ",".join(self._told_to_all(answer)[:4]) or "-",
                answer.confidence,
                (time.perf_counter() - started) * 1000,
            )
        return answer

    def _told_to_all(self, answer: Answer) -> list[str]:
        """The answer's levels for the log and the report: more people read them than see some."""
        return list(filter(self._ladders.answerer.ladder.card, answer.levels))

    async def search(self, typed: str, place: Place) -> list[FoundLevel]:
        """Levels for what a person is typing at `place`, best first."""
        view = await self._view(place)
        found = view.answerer.search(typed, view.context)
        _log.debug("searched surface=%s found=%d", place.surface, len(found))
        return found


@dataclass(frozen=True, slots=True)
class _View:
    """The ladder as somebody may see it at a place, and what is remembered of them there."""

    answerer: Answerer
    context: Context


def _as_known(context: Context, ladder: Ladder) -> Context:
    """What is remembered, without what `ladder` does not have."""
    return replace(
        context,
        family=context.family if context.family in ladder.families else None,
        levels=tuple(filter(ladder.card, context.levels)),
    )


def _same_subject(seen: Answer, public: Answer) -> bool:
    """Whether everybody's answer is about what a person saw, though it may say less of it."""
    if (seen.intent, seen.skill) != (public.intent, public.skill):
        return False
    if seen.intent in _LEVELS_FOUND:
        return set(public.levels) <= set(seen.levels)
    return seen.levels == public.levels


def _asker(place: Place) -> Asker | None:
    """Who asks; None where Slack does not say."""
    if not place.user or not place.team:
        return None
    return Asker(place.user, place.team, place.enterprise)
