"""What each kind of answer says, word for word: `answers.txt` holds every one of them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot import text
from bot.answers import Answer, AttributeAnswer, GuideAnswer, UnknownAnswer, answer
from bot.answers.quote import parts, quote
from bot.ladder import Ladder
from bot.questions import Index, Intent, Question, SkillLine
from bot.questions.question import Skill
from tests.rendering.small import ask_small, asked, questions, small_ladder

EXPECTED = Path(__file__).with_name("answers.txt")
FAMILIES = 1_000


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ladder:
    return small_ladder(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def told(small: Ladder) -> dict[str, Answer]:
    return {name: ask_small(small, asks) for name, asks in questions(small).items()}


def expected() -> dict[str, tuple[str, str]]:
    """By the question's name: the whole text, and the notification's."""
    found = re.split(r"^=== (.+)\n", EXPECTED.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    both = (said.split("\n--- ", 1) for said in found[1::2])
    return {
        name: (full, brief.rstrip("\n"))
        for name, (full, brief) in zip(found[::2], both, strict=True)
    }


@pytest.mark.parametrize("name", list(expected()))
def test_says(told: dict[str, Answer], name: str) -> None:
    full, brief = expected()[name]
    assert text.full(told[name]) == full
    assert text.brief(told[name]) == brief


def test_every_question_is_tried(told: dict[str, Answer]) -> None:
    assert list(told) == list(expected())


def test_every_answer_names_its_levels_and_families(small: Ladder, told: dict[str, Answer]) -> None:
    for answer_ in told.values():
        for ref in answer_.levels:
            card = small.card(ref)
            assert card is not None
            for said in (text.full(answer_), text.brief(answer_)):
                assert card.level.code in said
                assert small.families[card.family_id].name in said


def test_every_answer_that_quotes_has_a_receipt(told: dict[str, Answer]) -> None:
    for name, answer_ in told.items():
        if answer_.levels or isinstance(answer_, GuideAnswer):
            assert "Tea ladder, version 7 · Owner: " in text.full(answer_), name


def test_a_draft_of_the_guide_is_never_told(told: dict[str, Answer]) -> None:
    answer_ = told["guide, not approved"]
    assert isinstance(answer_, UnknownAnswer)
    assert "Never tell this" not in text.full(answer_) + text.brief(answer_)


def test_every_part_of_every_shipped_card_is_quoted_or_silent(ladder: Ladder) -> None:
    index = Index.of(ladder)
    for card in ladder.cards():
        for part in parts(ladder):
            asks = Question("?", Intent.ATTRIBUTE, 0.9, (card.ref,), attribute=part.id)
            answer_ = answer(asks, index)
            assert isinstance(answer_, AttributeAnswer)
            lines = quote(card, part.id, ladder)
            said = text.full(answer_)
            assert all(line in said for line in lines)
            assert ("says nothing" in said) is not bool(lines)


@pytest.mark.parametrize("count", [1, 10, 11, FAMILIES * 2])
def test_many_levels_that_list_a_skill_are_summed_up(small: Ladder, count: int) -> None:
    ladder, lines = _many_families(small, count)
    asks = asked(Intent.SKILL, skill=Skill("teapots", "Teapots", lines))
    answer_ = ask_small(ladder, asks)
    assert len(answer_.levels) == count
    said = text.full(answer_)
    assert len(said) < 6_000
    assert len(text.brief(answer_)) < 1_000
    assert said.count("Teapots") == min(count, 10)
    assert (f"And {count - 10:,} more: " in said) == (count > 10)


def _many_families(small: Ladder, count: int) -> tuple[Ladder, tuple[SkillLine, ...]]:
    """`count` cards over families of two levels, each listing the skill."""
    taught = small.families["brewer"]
    made = {}
    for number in range(-(-count // 2)):
        cards = {
            code: replace(taught.cards[code], family_id=f"f{number}") for code in ("IC2", "IC3")
        }
        made[f"f{number}"] = replace(taught, id=f"f{number}", name=f"Family {number}", cards=cards)
    ladder = replace(small, families=made)
    refs = [card.ref for card in ladder.cards()][:count]
    return ladder, tuple(SkillLine(ref, "skills", "Teapots") for ref in refs)
