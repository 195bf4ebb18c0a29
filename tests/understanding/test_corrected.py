"""Levels that are taken back in the same breath, and levels called by their number alone."""

import pytest

from bot.answers import Ask
from bot.questions import Context
from tests.understanding.said import AI, ANYONE, DS, SW, Understood, asked, at

CORRECTED = [
    ("P2, oops, P3", Understood("card", at("P3"))),
    ("p2 no wait p3", Understood("card", at("P3"))),
    ("P2... scratch that, P3", Understood("card", at("P3"))),
    ("P4 I mean P3", Understood("card", at("P3"))),
    ("P4 sorry P3", Understood("card", at("P3"))),
    ("P6? No: P5. Show that", Understood("card", at("P5"))),
    ("M1, hm no, M2 is what I meant", Understood("card", at("M2"))),
    # the family stays
    ("Software IV - I mean V", Understood("card", at("P5", SW))),
    ("Backend II (correction: III)", Understood("card", at("P3", SW))),
    ("Software Engineer P3, sorry, Data Scientist P4", Understood("card", at("P4", DS))),
    ("software 4, make that 5", Understood("card", at("P5", SW))),
    ("junior data scientist, no sorry, senior", Understood("card", at("P4", DS))),
    ("Tech Lead? no. Team Lead, software. That one please", Understood("card", at("M1", SW))),
    ("director of machine learning? no, senior manager", Understood("card", at("M3"))),
    # only what stands right before is taken back
    ("compare P2 with P3, no, P4", Understood("compare", at("P2 P4"))),
    ("how do I get from P2 - no, P3 - to P4", Understood("growth", at("P3 P4"))),
    ("how independent is a P3, I mean a P4", Understood("attribute", at("P4"), "autonomy")),
]


@pytest.mark.parametrize(("text", "meant"), CORRECTED, ids=[text for text, _ in CORRECTED])
def test_a_level_that_is_taken_back_is_not_asked_about(
    ask: Ask, text: str, meant: Understood
) -> None:
    assert asked(ask, text) == meant


@pytest.mark.parametrize(
    ("text", "intent", "levels"),
    [
        ("P2 and P3 side by side, sorry for the noise", "compare", at("P2 P3")),
        ("P2 or P3? not sure, show both", "compare", at("P2 P3")),
        ("can a P2 make it P3", "growth", at("P2 P3")),
        ("I'm a P3. wait, what do I need for P4", "growth", at("P3 P4")),
        ("P3... actually what's the difference to P4", "compare", at("P3 P4")),
    ],
)
def test_what_only_sounds_like_a_correction_takes_nothing_back(
    ask: Ask, text: str, intent: str, levels: tuple[str, ...]
) -> None:
    assert asked(ask, text)[:2] == (intent, levels)


NUMBERED = [
    ("V", DS, Understood("card", at("P5", DS))),
    ("III?", SW, Understood("card", at("P3", SW))),
    ("a III", DS, Understood("card", at("P3", DS))),
    ("level five", AI, Understood("card", at("P5"))),
    ("lvl 6", SW, Understood("card", at("P6", SW))),
    ("grade 7 please", SW, Understood("card", at("P7", SW))),
    ("II vs III", SW, Understood("compare", at("P2 P3", SW))),
    ("level 2 vs level 3", AI, Understood("compare", at("P2 P3"))),
    ("how do I get from level 3 to level 4", AI, Understood("growth", at("P3 P4"))),
    ("how much autonomy at level 3", DS, Understood("attribute", at("P3", DS), "autonomy")),
]


@pytest.mark.parametrize(("text", "family", "meant"), NUMBERED, ids=[text for text, *_ in NUMBERED])
def test_a_number_alone_is_the_level_of_the_family_that_the_question_comes_with(
    ask: Ask, text: str, family: str, meant: Understood
) -> None:
    assert asked(ask, text, Context(family)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "five",
        "level five",
        "level 9",
        "level 5 of candy crush is impossible",
        "the water level is at 3",
        "level 2 charger in the garage is broken",
        "my kid is in grade 5",
        "the elevator is stuck between level 2 and level 3",
        "World War II podcast anyone?",
        "phase II starts monday",
        "grade II listed building",
    ],
)
def test_other_numbers_are_no_levels(ask: Ask, text: str) -> None:
    assert asked(ask, text, ANYONE).intent == "unknown"
