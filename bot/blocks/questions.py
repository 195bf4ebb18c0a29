"""The buttons under an answer: the cards that it quotes, and what one would ask next."""

from collections.abc import Iterator, Sequence
from functools import singledispatch

from slack_sdk.models.blocks import ButtonElement

from bot.answers import (
    Answer,
    AttributeAnswer,
    CardAnswer,
    Cited,
    CompareAnswer,
    ExperienceAnswer,
    GrowthAnswer,
    PastedAnswer,
    SkillAnswer,
)
from bot.answers.quote import statements
from bot.blocks import parts
from bot.ladder import Card, Family, Section
from bot.text import short_name
from bot.text.growth import goes_up

MOST_BUTTONS = 5
SKILLS = "skills"
"""The section that the ladder that ships lists skills in."""

Asked = tuple[str, str]
"""What a button says, and the question that it asks."""


def buttons(answer: Answer) -> list[ButtonElement]:
    """At most five buttons, none that repeats another."""
    wanted = {question: label for label, question in next_questions(answer)}
    return parts.ask_buttons([(label, question) for question, label in wanted.items()][:5])


def card_buttons(answer: CardAnswer) -> list[ButtonElement]:
    """What one would ask after a card: the next level, the step there, every skill."""
    card, family, above = answer.card, answer.family, answer.above
    built = []
    if above and answer.card.written:
        code = above.level.code
        compared, asked = _versus([card, above], family)
        built.append(
            parts.ask_button(
                "compare", f"Compare with {code}", asked, describe=f"Compare {compared}"
            )
        )
        step, asked = _step(card, above, family)
        built.append(parts.ask_button("step", f"What's the step to {code}?", asked, describe=step))
    if skills := _skills(answer):
        asked = f"{skills.name} of {card.level.code} in {family.name}"
        label = "All skills" if skills.id == SKILLS else f"All {skills.name}"
        built.append(parts.ask_button("skills", label, asked, describe=f"All {asked}"))
    return built


def _skills(answer: CardAnswer) -> Section | None:
    """The section of skills, else the card's longest: pillars and competencies have other names."""
    told = {id_: len(statements(answer.card.sections.get(id_, ()))) for id_ in answer.sections}
    longest = max(told, key=lambda id_: told[id_], default=None)
    chosen = SKILLS if told.get(SKILLS) else longest
    return answer.sections[chosen] if chosen and told[chosen] else None


@singledispatch
def next_questions(answer: Answer) -> list[Asked]:  # noqa: ARG001
    """What one would ask after `answer`, the likeliest first; none where nothing follows."""
    return []


@next_questions.register
def _(answer: AttributeAnswer) -> list[Asked]:
    cited = [told.cited for told in answer.told]
    if len(cited) == 1:
        return [*_shows(cited), *_compare_up(cited[0])]
    return [*_shows(cited[:3], cited), *_compared(cited)]


@next_questions.register
def _(answer: SkillAnswer) -> list[Asked]:
    named = [listing.cited for listing in (*answer.listings[:3], *answer.unlisted)]
    elsewhere = [listing.cited for listing in answer.elsewhere[:1]]
    every = [listing.cited for listing in (*answer.listings, *answer.elsewhere)]
    shown = _shows([*named[: MOST_BUTTONS - 1], *elsewhere], every)
    return [*shown, *(_compare_up(named[0]) if len(named) == 1 else ())]


@next_questions.register
def _(answer: ExperienceAnswer) -> list[Asked]:
    cited = list(answer.fits)
    if not cited:
        return [(f"Levels of {answer.family.name}", f"levels of {answer.family.name}")]
    return [*_shows(cited[:3]), *(_compared(cited) or _step_up(cited[-1]))]


@next_questions.register
def _(answer: GrowthAnswer) -> list[Asked]:
    ends = [end for end in (answer.start, answer.goal) if end]
    return [*_shows(ends), *_compared(ends), *(_step_up(ends[-1]) if answer.goal else ())]


@next_questions.register
def _(answer: CompareAnswer) -> list[Asked]:
    sides = answer.sides
    asked = _shows(sides[:4])
    if len(sides) == 2 and sides[0].family.id == sides[1].family.id and goes_up(*sides):
        asked.append(_step(sides[0].card, sides[1].card, sides[0].family))
    return asked + (_compare_up(sides[0]) if len(sides) == 1 else [])


@next_questions.register
def _(answer: PastedAnswer) -> list[Asked]:
    return [*_shows([answer.cited]), *_compare_up(answer.cited)]


def _show(cited: Cited) -> Asked:
    return f"Show {short_name(cited.card, cited.family)}", cited.card.ref


def _shows(cited: Sequence[Cited], among: Sequence[Cited] = ()) -> list[Asked]:
    """By their codes alone where all that the answer names are of one family."""
    if len({each.family.id for each in (*cited, *among)}) > 1:
        return [_show(each) for each in cited]
    return [(f"Show {each.card.level.code}", each.card.ref) for each in cited]


def _above(cited: Cited) -> Card | None:
    """The family's next card on the track; gaps are skipped."""
    codes = [level.code for level in cited.track.levels]
    if cited.card.level.code not in codes:
        return None
    higher = codes[codes.index(cited.card.level.code) + 1 :]
    return next((cited.family.cards[code] for code in higher if code in cited.family.cards), None)


def _compare_up(cited: Cited) -> list[Asked]:
    above = _above(cited)
    return [_versus([cited.card, above], cited.family)] if above else []


def _step_up(cited: Cited) -> list[Asked]:
    above = _above(cited)
    return [_step(cited.card, above, cited.family)] if above else []


def _compared(cited: Sequence[Cited]) -> list[Asked]:
    """The comparison of two to four levels of one family."""
    same_family = len({each.family.id for each in cited}) == 1
    if not same_family or not 2 <= len(cited) <= 4:
        return []
    return [_versus([each.card for each in cited], cited[0].family)]


def _versus(cards: Sequence[Card], family: Family) -> Asked:
    codes = " vs ".join(_codes(cards))
    return codes, f"{codes} in {family.name}"


def _step(start: Card, goal: Card, family: Family) -> Asked:
    below, above = _codes([start, goal])
    return f"From {below} to {above}", f"How do I get from {below} to {above} in {family.name}?"


def _codes(cards: Sequence[Card]) -> Iterator[str]:
    return (card.level.code for card in cards)
