"""Answers that put the cards of several levels, or one part of them, before the reader."""

from collections.abc import Iterable, Iterator
from itertools import islice

from bot.answers.answer import (
    AttributeAnswer,
    Cited,
    CompareAnswer,
    ComparedPart,
    ExperienceAnswer,
    GrowthAnswer,
    Part,
    StepPart,
    Told,
    ToldPart,
)
from bot.answers.quote import TITLES, cite, part, parts, quote, told
from bot.answers.unseen import PERSONAL, not_shown
from bot.ladder import YEARS, Card, Ladder
from bot.ladder.pairs import Said, pairs
from bot.questions import Intent, Question
from bot.questions.language.words import words
from bot.questions.lazily import once

_LONG_WORD = 4
"""Letters of a word that says what a line is about; shorter ones are in every line."""


def compare(question: Question, cards: list[Card], ladder: Ladder) -> CompareAnswer:
    """The cards side by side, in the order asked."""
    only = [question.attribute, *question.beside] if question.attribute else None
    return CompareAnswer(
        question=question.text,
        intent=Intent.COMPARE,
        levels=tuple([card.ref for card in cards]),
        confidence=question.confidence,
        attribute=question.attribute,
        beside=question.beside,
        sides=tuple([cite(card, ladder) for card in cards]),
        rows=_beside(cards, only, ladder) if only else _all_beside(cards, ladder),
        not_shown=not_shown(ladder, only),
    )


def _beside(cards: list[Card], only: Iterable[str], ladder: Ladder) -> tuple[ComparedPart, ...]:
    """Some parts of cards side by side, those too of which none of them tells."""
    said = [told(card, ladder) for card in cards]
    return tuple(
        [ComparedPart(part(each, ladder), tuple([one[each] for one in said])) for each in only]
    )


@once
def _known_beside(_: Ladder) -> dict[tuple[str, ...], tuple[ComparedPart, ...]]:
    """What was set side by side so far, by the refs of the cards."""
    return {}


def _all_beside(cards: list[Card], ladder: Ladder) -> tuple[ComparedPart, ...]:
    """The parts side by side of which any of some cards tells."""
    known, refs = _known_beside(ladder), tuple([card.ref for card in cards])
    found = known.get(refs)
    if found is None:
        if len(known) >= _MOST_KEPT:
            known.clear()
        every = _beside(cards, [each.id for each in parts(ladder)], ladder)
        found = known[refs] = tuple([each for each in every if any(each.cells)])
    return found


def attribute(question: Question, cards: list[Card], ladder: Ladder) -> AttributeAnswer:
    """One or several parts of each of the cards. The question names an attribute."""
    asked, *beside = [part(each, ladder) for each in (question.attribute or "", *question.beside)]
    cited = [cite(card, ladder) for card in cards]
    return AttributeAnswer(
        question=question.text,
        intent=Intent.ATTRIBUTE,
        levels=tuple([card.ref for card in cards]),
        confidence=question.confidence,
        attribute=asked.id,
        part=asked,
        told=_told(cited, asked, ladder),
        beside=question.beside,
        told_beside=tuple([ToldPart(each, _told(cited, each, ladder)) for each in beside]),
        not_shown=not_shown(ladder, [asked.id, *question.beside]),
    )


def _told(cited: Iterable[Cited], part: Part, ladder: Ladder) -> tuple[Told, ...]:
    return tuple([Told(each, quote(each.card, part.id, ladder)) for each in cited])


def growth(
    question: Question, ladder: Ladder, start: Card | None, goal: Card | None
) -> GrowthAnswer:
    """The step from `start` to `goal`; one of them is None at an end of the track."""
    ends = [card for card in (start, goal) if card]
    grown_in = (each.id for each in parts(ladder) if each.id not in PERSONAL)
    asked = [question.attribute] if question.attribute else grown_in
    return GrowthAnswer(
        question=question.text,
        intent=Intent.GROWTH,
        levels=tuple([card.ref for card in ends]),
        confidence=question.confidence,
        attribute=question.attribute,
        start=cite(start, ladder) if start else None,
        goal=cite(goal, ladder) if goal else None,
        between=tuple(_between(start, goal, ladder)) if start and goal else (),
        steps=_steps(start, goal, ladder, question.attribute) if goal else (),
        not_shown=not_shown(ladder, asked) if goal else (),
    )


def _between(start: Card, goal: Card, ladder: Ladder) -> Iterator[Cited]:
    """The family's levels that lie between two of one track."""
    if start.level.track_id != goal.level.track_id or start.family_id != goal.family_id:
        return
    family = ladder.families[start.family_id]
    codes = [level.code for level in ladder.tracks[start.level.track_id].levels]
    low, high = sorted((codes.index(start.level.code), codes.index(goal.level.code)))
    for code in codes[low + 1 : high]:
        if code in family.cards:
            yield cite(family.cards[code], ladder)


def _steps(
    start: Card | None, goal: Card, ladder: Ladder, only: str | None
) -> tuple[StepPart, ...]:
    """What changes, part by part; all that the goal tells is new where no level is below it."""
    every = _every_step(start, goal, ladder)
    if only is not None:
        return tuple([step for step in every if step.part.id == only])
    return tuple([step for step in every if step.part.id not in PERSONAL])


def get_steps_ready(ladder: Ladder) -> None:
    """Work out each card's step to the next one: 0.5 ms, which somebody would else wait for."""
    cards = list(islice(ladder.cards(), _MOST_READY + 1))
    if len(cards) <= _MOST_READY:
        for card in cards:
            _every_step(ladder.neighbors(card)[0], card, ladder)


_MOST_READY = 100
"""Cards of a ladder whose steps will all be asked for; of one with more, few will."""
_MOST_KEPT = 2_000


@once
def _known_steps(_: Ladder) -> dict[tuple[str | None, str], tuple[StepPart, ...]]:
    """The steps that were asked for so far, by the refs of both cards."""
    return {}


def _every_step(start: Card | None, goal: Card, ladder: Ladder) -> tuple[StepPart, ...]:
    """What changes in each part that either card tells."""
    known, step = _known_steps(ladder), (start.ref if start else None, goal.ref)
    found = known.get(step)
    if found is None:
        if len(known) >= _MOST_KEPT:
            known.clear()
        found = known[step] = tuple(_worked_out(start, goal, ladder))
    return found


def _worked_out(start: Card | None, goal: Card, ladder: Ladder) -> Iterator[StepPart]:
    for each in parts(ladder):
        lower = quote(start, each.id, ladder) if start else ()
        higher = quote(goal, each.id, ladder)
        is_list = each.id in ladder.sections or each.id == TITLES
        if lower or higher:
            yield _step_in(each, lower, higher, is_list=is_list)


def _step_in(
    each: Part, lower: tuple[str, ...], higher: tuple[str, ...], *, is_list: bool
) -> StepPart:
    """What changes between the lines of one part; lines of a list much alike are one that grew.

    The one phrase of a dimension becomes another, however unlike the two are.
    """
    if len(lower) == len(higher) == 1 and not is_list:
        same = lower if lower == higher else ()
        return StepPart(each, (), () if same else ((lower[0], higher[0]),), same, ())
    new, changed, same_lines, gone = [], [], [], []
    for i, j in pairs([Said(line) for line in lower], [Said(line) for line in higher]):
        if j is None:
            gone.append(lower[i or 0])
        elif i is None:
            new.append(higher[j])
        elif lower[i] == higher[j]:
            same_lines.append(higher[j])
        elif _grew(lower[i], higher[j]):
            changed.append((lower[i], higher[j]))
        else:
            new.append(higher[j])
            gone.append(lower[i])
    return StepPart(each, tuple(new), tuple(changed), tuple(same_lines), tuple(gone))


def _grew(lower: str, higher: str) -> bool:
    """Whether two lines that look alike speak of the same thing: they share most of their words.

    "Continuous learning" does not grow into "Continuous integration", alike as the letters are.
    """
    ours, theirs = _long_words(lower), _long_words(higher)
    return 2 * len(ours & theirs) > min(len(ours), len(theirs))


def _long_words(line: str) -> set[str]:
    return {word for word in words(line) if len(word) >= _LONG_WORD}


def experience(question: Question, ladder: Ladder) -> ExperienceAnswer:
    """The levels whose typical experience covers the years that the question names.

    The question names a family, a track and years.
    """
    family = ladder.families[question.family or ""]
    track = ladder.tracks[question.track or ""]
    ranges = [
        family.cards[level.code]
        for level in track.levels
        if level.code in family.cards and family.cards[level.code].meaning.years
    ]
    fits = [card for card in ranges if card.ref in question.refs]
    return ExperienceAnswer(
        question=question.text,
        intent=Intent.EXPERIENCE,
        levels=tuple([card.ref for card in fits]),
        confidence=question.confidence,
        years=question.years or 0.0,
        family=family,
        track=track,
        fits=tuple([cite(card, ladder) for card in fits]),
        ranges=tuple([cite(card, ladder) for card in ranges]),
        not_shown=not_shown(ladder, [YEARS]),
    )
