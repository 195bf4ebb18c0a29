"""The report as values: what was not answered, what did not help, what is asked most."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.reports.likeness import Said, group
from bot.state import State, Tally

DAY_S = 86_400.0
UNANSWERED = "unknown"
"""The intent of what the bot could not answer, or not surely enough (contract: "intent")."""

MOST_ASKED = 20
"""Answers that were asked for most."""

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

    The database counts: here are as many values as there are wordings that had no answer, however
    often they were asked. Raises what the database raises.
    """
    since, tallies = until - days * DAY_S, state.tallies
    # A button asks in the bot's own words; only what people say of its answer tells something.
    counted = _Counted(
        kinds=await tallies.kinds(since, home, without=BUTTON),
        answers=await tallies.answers(since, home, without=BUTTON),
        open_questions=await tallies.wordings(since, home, BUTTON, UNANSWERED),
        judged=await tallies.judged(since, home),
        unhelpful=await tallies.unhelpful(since, home),
    )
    # Beside the event loop: to group thousands of wordings takes a second or two.
    return await asyncio.to_thread(_made, since, until, counted)


@dataclass(frozen=True, slots=True)
class _Counted:
    kinds: Sequence[Tally]
    answers: Sequence[Tally]
    open_questions: Sequence[Tally]
    judged: tuple[int, int]
    unhelpful: Sequence[Tally]


def _made(since: float, until: float, counted: _Counted) -> Report:
    by_intent = _counts((each.intent, each.count) for each in counted.kinds)
    asked = sum(by_intent.values())
    return Report(
        since=since,
        until=until,
        questions=asked,
        answered=asked - by_intent.get(UNANSWERED, 0),
        helpful=counted.judged[0],
        not_helpful=counted.judged[1],
        unanswered=_unanswered(counted.open_questions),
        unhelpful=_unhelpful(counted.unhelpful),
        most_asked=_most_asked(counted.answers),
        by_surface=_counts((each.surface, each.count) for each in counted.kinds),
        by_intent=by_intent,
    )


def _counts(counted: Iterable[tuple[str, int]]) -> dict[str, int]:
    """What is counted, commonest first; of equals, what came first."""
    counts: Counter[str] = Counter()
    for name, count in counted:
        counts[name] += count
    return dict(counts.most_common())


def _unanswered(asked: Sequence[Tally]) -> tuple[Group, ...]:
    return tuple(
        Group(
            question=alike.wording,
            count=alike.count,
            wordings=alike.wordings[1:6],
            surfaces=_counts((asked[n].surface, asked[n].count) for n in alike.members),
            last=max(asked[n].last for n in alike.members),
        )
        for alike in group([Said(each.text, each.count) for each in asked])
    )


def _unhelpful(judged: Sequence[Tally]) -> tuple[Unhelpful, ...]:
    """A pasted message has no text of its own; what was answered stands for it."""
    by_answer: dict[tuple[str, tuple[str, ...]], list[Tally]] = defaultdict(list)
    for each in judged:
        by_answer[each.intent, each.levels].append(each)
    found = []
    for (intent, levels), same in by_answer.items():
        alike = group([Said(each.text, each.count) for each in same])
        placed = {place for each in alike for place in each.members}
        groups = [(each.wording, [same[place] for place in each.members]) for each in alike]
        if rest := [each for place, each in enumerate(same) if place not in placed]:
            groups.append(("", rest))
        for wording, members in groups:
            newest = sorted(members, key=lambda each: each.last, reverse=True)
            kept = tuple(dict.fromkeys(each.comment for each in newest if each.comment))
            count = sum(each.count for each in members)
            found.append(Unhelpful(wording, count, intent, levels, kept))
    return tuple(sorted(found, key=lambda each: (-each.count, each.question)))


def _most_asked(asked: Sequence[Tally]) -> tuple[Count, ...]:
    wanted = [each for each in asked if each.intent not in {UNANSWERED, "help"}]
    wanted.sort(key=lambda each: -each.count)
    return tuple(Count(each.intent, each.levels, each.count) for each in wanted[:MOST_ASKED])
