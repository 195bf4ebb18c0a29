"""The report as values: what was not answered, what did not help, what is asked most."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reports.likeness import group
from bot.state import Asked, Judged, State

DAY_S = 86_400.0
UNANSWERED = "unknown"
"""The intent of what the bot could not answer, or not surely enough (contract: "intent")."""

BUTTON = "button"
"""The surface of what was asked by pressing a button."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions alike that were not answered."""

    question: str
    """In the commonest wording."""
    count: int
    wordings: tuple[str, ...]
    """Other wordings, commonest first; at most five."""
    surfaces: dict[str, int]
    last: float
    """When it was asked last; seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Unhelpful:
    """Questions alike whose answers were marked as not helpful."""

    question: str
    count: int
    intent: str
    levels: tuple[str, ...]
    """What was answered."""
    comments: tuple[str, ...]
    """What was missing, in people's words; newest first."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often one kind of thing was asked of the same levels."""

    intent: str
    levels: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """From `since` to `until`, seconds since 1970."""

    since: float
    until: float
    questions: int
    answered: int
    helpful: int
    not_helpful: int
    unanswered: tuple[Group, ...]
    unhelpful: tuple[Unhelpful, ...]
    most_asked: tuple[Count, ...]
    by_surface: dict[str, int]
    by_intent: dict[str, int]


async def make_report(state: State, until: float, days: float, home: str | None = None) -> Report:
    """The report on the `days` before `until`; on one workspace if `home` names it.

    Raises what the database raises.
    """
    since = until - days * DAY_S
    everything = await state.questions.since(since, home)
    # A button asks in the bot's own words; only what people say of its answer tells something.
    asked = [question for question in everything if question.surface != BUTTON]
    judged = await state.questions.judged_since(since, home)
    # Beside the event loop: to group thousands of wordings takes a second or two.
    return await asyncio.to_thread(_made, since, until, asked, judged)


def _made(since: float, until: float, asked: Sequence[Asked], judged: Sequence[Judged]) -> Report:
    open_questions = [question for question in asked if question.intent == UNANSWERED]
    return Report(
        since=since,
        until=until,
        questions=len(asked),
        answered=len(asked) - len(open_questions),
        helpful=sum(each.helpful for each in judged),
        not_helpful=sum(not each.helpful for each in judged),
        unanswered=_unanswered(open_questions),
        unhelpful=_unhelpful([each for each in judged if not each.helpful]),
        most_asked=_most_asked(asked),
        by_surface=dict(Counter(question.surface for question in asked).most_common()),
        by_intent=dict(Counter(question.intent for question in asked).most_common()),
    )


def _unanswered(asked: Sequence[Asked]) -> tuple[Group, ...]:
    return tuple(
        Group(
            question=alike.wording,
            count=len(alike.members),
            wordings=alike.wordings[1:6],
            surfaces=dict(Counter(asked[n].surface for n in alike.members).most_common()),
            last=max(asked[n].at for n in alike.members),
        )
        for alike in group([question.text for question in asked])
    )


def _unhelpful(judged: Sequence[Judged]) -> tuple[Unhelpful, ...]:
    """A pasted message has no text of its own; what was answered stands for it."""
    by_answer: dict[tuple[str, tuple[str, ...]], list[Judged]] = defaultdict(list)
    for each in judged:
        by_answer[each.question.intent, each.question.levels].append(each)
    found = []
    for (intent, levels), same in by_answer.items():
        alike = group([each.question.text for each in same])
        placed = {place for each in alike for place in each.members}
        groups = [(each.wording, each.members) for each in alike]
        if rest := tuple(place for place in range(len(same)) if place not in placed):
            groups.append(("", rest))
        for wording, members in groups:
            comments = (same[place].comment for place in sorted(members, reverse=True))
            kept = tuple(dict.fromkeys(comment for comment in comments if comment))
            found.append(Unhelpful(wording, len(members), intent, levels, kept))
    return tuple(sorted(found, key=lambda each: (-each.count, each.question)))


def _most_asked(asked: Sequence[Asked]) -> tuple[Count, ...]:
    counts = Counter(
        (question.intent, question.levels)
        for question in asked
        if question.intent not in {UNANSWERED, "help"}
    )
    return tuple(Count(intent, levels, count) for (intent, levels), count in counts.most_common(20))
