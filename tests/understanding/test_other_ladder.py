"""A ladder with codes, parts and words of its own: nothing about P and M is built in."""

import pytest

from bot.answers import Ask, ExperienceAnswer, GuideAnswer, PastedAnswer, UnknownAnswer
from bot.answers.quote import parts
from bot.ladder import Ladder
from bot.questions import Context, Intent
from tests.understanding.said import ANYONE, Understood, asked, at
from tests.understanding.test_pasted import card_text

BE, PD = "backend-engineer", "product-designer"

QUESTIONS = [
    ("backend IC3", Understood("card", at("IC3", BE))),
    ("Product Design II", Understood("card", at("IC2", PD))),
    ("senior backend engineer", Understood("card", at("IC3", BE))),
    ("Backend Crew Lead", Understood("card", at("EM1", BE))),
    ("head of platform", Understood("card", at("L5", BE))),
    ("backend IC2 vs IC3", Understood("compare", at("IC2 IC3", BE))),
    ("Backend II vs Backend III", Understood("compare", at("IC2 IC3", BE))),
    (
        "difference in craft between Backend II and III",
        Understood("compare", at("IC2 IC3", BE), "craft"),
    ),
    ("craft of a backend IC3", Understood("attribute", at("IC3", BE), "craft")),
    ("ownership of product designer IC2", Understood("attribute", at("IC2", PD), "ownership")),
    ("reach of Backend IV", Understood("attribute", at("IC4", BE), "reach")),
    ("tenure for Backend II", Understood("attribute", at("IC2", BE), "typical_experience")),
    ("what are the signals for Backend II", Understood("attribute", at("IC2", BE), "signals")),
    ("toolbox of Product Design I", Understood("attribute", at("IC1", PD), "toolbox")),
    ("everyday work of a backend IC2", Understood("attribute", at("IC2", BE), "everyday")),
    ("what does a staff backend engineer own", Understood("attribute", at("IC4", BE), "ownership")),
    ("what do backend IC2s own?", Understood("attribute", at("IC2", BE), "ownership")),
    ("how do I get from backend IC2 to IC3?", Understood("growth", at("IC2 IC3", BE))),
    ("what comes after Backend II?", Understood("growth", at("IC2 IC3", BE))),
    ("what comes after Backend V?", Understood("growth", at("IC5", BE))),
]


@pytest.mark.parametrize(("text", "found"), QUESTIONS, ids=[text for text, _ in QUESTIONS])
def test_its_own_words_are_understood(ask_studio: Ask, text: str, found: Understood) -> None:
    assert asked(ask_studio, text) == found


@pytest.mark.parametrize(
    "text",
    ["P2", "M1", "what is a P3?", "P2 vs P3", "how do I get from P2 to P3?", "junior backend"],
)
def test_the_shipped_ladders_words_mean_nothing_here(ask_studio: Ask, text: str) -> None:
    assert asked(ask_studio, text).levels == ()


def test_every_part_that_it_declares_can_be_asked_for(ask_studio: Ask, studio: Ladder) -> None:
    for part in parts(studio):
        found = asked(ask_studio, f"{part.name} of Backend II")
        assert (found.intent, found.levels, found.attribute) == (
            "attribute",
            at("IC2", BE),
            part.id,
        ), part


@pytest.mark.parametrize(
    ("text", "skill", "listed"),
    [
        ("does a backend IC2 need postgres?", "Relational storage (e.g., PostgreSQL)", True),
        ("does a backend IC2 need podman", "Containers (e.g., Podman)", True),
        ("does a backend IC2 need Figma?", "Vector drawing (e.g., Figma, Sketch)", False),
        ("does a backend IC2 need COBOL?", None, False),
    ],
)
def test_its_skills(ask_studio: Ask, text: str, skill: str | None, listed: bool) -> None:
    found = asked(ask_studio, text)
    assert found == Understood("skill", at("IC2", BE), None, skill, listed)


def test_a_skill_in_a_group(ask_studio: Ask) -> None:
    found = asked(ask_studio, "who needs kafka?")
    assert (found.intent, found.levels) == ("skill", at("IC3", BE))


def test_years_of_a_family_that_is_named(ask_studio: Ask) -> None:
    text = "I'm a backend engineer with 5 years of experience, what level am I?"
    answer = ask_studio(text, ANYONE)
    assert isinstance(answer, ExperienceAnswer)
    assert answer.levels == at("IC3", BE)
    assert ask_studio("12 years of experience, what level?", Context(BE)).levels == at("IC5", BE)


def test_a_code_of_several_families_is_asked_back_or_shown_for_each(ask_studio: Ask) -> None:
    assert asked(ask_studio, "IC3").levels in {
        (f"{BE}/IC3", f"{PD}/IC3"),
        (f"{PD}/IC3", f"{BE}/IC3"),
    }


@pytest.mark.parametrize("family", [BE, PD])
def test_a_code_with_a_family_known_beside_it(ask_studio: Ask, family: str) -> None:
    assert asked(ask_studio, "ic3", Context(family)) == Understood("card", at("IC3", family))


def test_follow_ups(ask_studio: Ask) -> None:
    before = Context(BE, at("IC2", BE), Intent.CARD)
    assert asked(ask_studio, "and IC3?", before) == Understood("card", at("IC3", BE))
    assert asked(ask_studio, "what's next?", before) == Understood("growth", at("IC2 IC3", BE))
    assert asked(ask_studio, "vs IC4?", before) == Understood("compare", at("IC2 IC4", BE))


def test_its_guide(ask_studio: Ask) -> None:
    answer = ask_studio("who wrote this ladder?", ANYONE)
    assert isinstance(answer, GuideAnswer)
    assert isinstance(ask_studio("can I change crews?", ANYONE), UnknownAnswer)


def test_its_cards_are_known_when_pasted(ask_studio: Ask, studio: Ladder) -> None:
    for card in studio.cards():
        answer = ask_studio(card_text(studio, card.ref), ANYONE)
        assert isinstance(answer, PastedAnswer), card.ref
        assert answer.levels == (card.ref,)
