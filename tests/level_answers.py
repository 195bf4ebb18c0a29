"""Hypothesis strategies: any ladder, and any answer that quotes from it."""

from dataclasses import replace
from types import MappingProxyType

from hypothesis import strategies as st

from bot.answers import Answer
from bot.answers.ask import answer
from bot.answers.quote import quote
from bot.ladder import Card, Dimension, Family, GuideEntry, Ladder, Level, Section, Track
from bot.questions import Index, Intent, Question, SkillLine
from bot.questions.question import Skill
from tests.strategies import cards, codes, identifiers, lines, names, years

COMMON_PARTS = ("summary", "titles", "pay", "soc")


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """One track of 1 to 4 levels, with 1 or 2 families that each have a card at each of them."""
    dimensions = tuple(draw(st.lists(identifiers, unique=True, max_size=12)))
    sections = tuple(each for each in draw(st.lists(identifiers, max_size=3)))
    sections = tuple(dict.fromkeys(each for each in sections if each not in dimensions))
    rungs = draw(st.lists(codes, unique=True, min_size=1, max_size=4))
    made = {code: draw(cards(dimensions, sections)) for code in rungs}
    levels = tuple(_level(code, card, draw(st.none() | years)) for code, card in made.items())
    families = [
        _family(family_id, draw(names), levels, made)
        for family_id in draw(st.lists(identifiers, unique=True, min_size=1, max_size=2))
    ]
    return Ladder(
        name=draw(names),
        owner=draw(st.none() | names),
        version=draw(names),
        default_family=None,
        dimensions={each: Dimension(each, draw(names)) for each in dimensions},
        sections={each: Section(each, draw(names)) for each in sections},
        tracks={"track": Track("track", draw(names), draw(st.none() | names), levels)},
        families={family.id: family for family in families},
        guide=(draw(guide_entries),),
    )


guide_entries = st.builds(
    GuideEntry,
    question=names,
    also_asked=st.just(()),
    answer=lines(9_000),
    owner=st.none() | names,
    status=st.sampled_from(["approved", "draft"]),
)


def _level(code: str, card: Card, told: object) -> Level:
    meaning = replace(card.meaning, years=told)  # type: ignore[arg-type]
    return replace(card.level, code=code, meaning=meaning)


def _family(family_id: str, name: str, levels: tuple[Level, ...], made: dict[str, Card]) -> Family:
    held = {
        level.code: replace(
            made[level.code], family_id=family_id, level=level, meaning=level.meaning
        )
        for level in levels
    }
    return Family(family_id, name, (), (), None, MappingProxyType(held))


@st.composite
def level_answers(draw: st.DrawFn) -> Answer:
    """Any answer to a question about levels, a skill, years, or the guide."""
    ladder = draw(ladders())
    return answer(draw(questions(ladder)), Index.of(ladder))


@st.composite
def questions(draw: st.DrawFn, ladder: Ladder) -> Question:
    """A question of any kind that this ladder has an answer to."""
    refs = draw(
        st.lists(
            st.sampled_from([card.ref for card in ladder.cards()]),
            unique=True,
            min_size=1,
            max_size=4,
        )
    )
    kinds = [Intent.COMPARE, Intent.ATTRIBUTE, Intent.GROWTH, Intent.PASTED_CARD]
    kinds += [Intent.SKILL, Intent.EXPERIENCE, Intent.GUIDE, Intent.UNKNOWN]
    kind = draw(st.sampled_from(kinds))
    asked = [*COMMON_PARTS, *ladder.dimensions, *ladder.sections]
    part = draw(st.sampled_from(asked))
    named = kind is Intent.ATTRIBUTE or draw(st.booleans())
    silent = draw(st.booleans())
    return Question(
        draw(lines(3_000)),
        kind,
        0.9,
        tuple(() if kind in {Intent.SKILL, Intent.EXPERIENCE} and silent else refs),
        family=next(iter(ladder.families)),
        attribute=part if named else None,
        skill=draw(skills(ladder)) if kind is Intent.SKILL else None,
        years=draw(st.floats(0, 60)),
        track="track",
        guide=ladder.guide[0] if kind is Intent.GUIDE or silent else None,
        about_person=draw(st.booleans()),
    )


@st.composite
def skills(draw: st.DrawFn, ladder: Ladder) -> Skill:
    """A skill that some of the ladder's lines list, or none."""
    said = [
        SkillLine(card.ref, section, line)
        for card in ladder.cards()
        for section in ladder.sections
        for line in quote(card, section, ladder)
    ]
    some = st.lists(st.sampled_from(said), max_size=12) if said else st.just([])
    found, nearest = tuple(draw(some)), tuple(draw(some))
    return Skill(draw(lines(300)), found[0].text if found else None, found, nearest)
