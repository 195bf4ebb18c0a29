"""Levels that are named by their place on a track, and those between two others."""

import pytest

from bot.answers import Ask
from bot.questions import Context, Intent
from tests.understanding.said import DS, SW, Understood, asked, at
from tests.understanding.test_other_ladder import BE

PLACED = [
    ("what's the highest individual contributor level for software engineers", at("P7", SW)),
    ("lowest IC level in data science, show it", at("P1", DS)),
    ("Which card describes the top of the management track in AI/ML?", at("M4")),
    ("most senior manager level, backend", at("M4", SW)),
    ("second engineering manager level", at("M2")),
    ("second highest IC level in ML", at("P6")),
    ("penultimate IC level of data science", at("P6", DS)),
    ("first rung of the IC ladder", at("P1")),
    ("what's the third level for data scientists", at("P3", DS)),
    ("top data science level", at("P7", DS)),
    ("starting level for software engineers", at("P1", SW)),
    ("what's the top M level", at("M4")),
    ("most senior ic in data science", at("P7", DS)),
    # a ladder with two tracks has two ends
    ("what is the highest level", at("M4 P7")),
]


@pytest.mark.parametrize(("text", "levels"), PLACED, ids=[text for text, _ in PLACED])
def test_a_level_by_its_place(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text) == Understood("card", levels)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("compare the first and last IC level", Understood("compare", at("P1 P7"))),
        ("lowest vs highest IC level in software", Understood("compare", at("P1 P7", SW))),
        ("how do I get to the top of the IC track", Understood("growth", at("P6 P7"))),
        (
            "how much autonomy does the highest IC level have",
            Understood("attribute", at("P7"), "autonomy"),
        ),
    ],
)
def test_what_is_asked_of_it(ask: Ask, text: str, found: Understood) -> None:
    assert asked(ask, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "first level that lists quantization?",
        "highest level of independence for P3",
        "top level summary of P3",
        "first level support",
        "who is the most senior engineer",
        "the last level you showed me",
        "from the lowest to the highest level",
    ],
)
def test_words_of_place_that_name_no_level(ask: Ask, text: str) -> None:
    answer = asked(ask, text)
    assert answer.intent != "card"
    assert answer.intent != "compare"


def test_after_an_answer_the_second_level_may_be_one_of_its(ask: Ask) -> None:
    context = Context(levels=at("P4 P5"), intent=Intent.COMPARE)
    assert asked(ask, "what's the second level", context).levels != at("P2")


RANGES = [
    ("I'd like P2 through P4 next to each other", Understood("compare", at("P2 P3 P4"))),
    ("P2-P4", Understood("compare", at("P2 P3 P4"))),
    ("P4–P2", Understood("compare", at("P4 P3 P2"))),
    ("ML II-IV", Understood("compare", at("P2 P3 P4"))),
    ("Software II thru Software IV side by side", Understood("compare", at("P2 P3 P4", SW))),
    ("data scientist P2-P4", Understood("compare", at("P2 P3 P4", DS))),
    ("the P2 to P4 cards", Understood("compare", at("P2 P3 P4"))),
    ("autonomy for P2 through P4", Understood("attribute", at("P2 P3 P4"), "autonomy")),
    ("P1 through P7", Understood("unknown", ())),
    # the way from one to the other
    ("P2 to P4", Understood("growth", at("P2 P4"))),
    ("how do I get from P2 to P4", Understood("growth", at("P2 P4"))),
    ("compare P2 to P4", Understood("compare", at("P2 P4"))),
]


@pytest.mark.parametrize(("text", "found"), RANGES, ids=[text for text, _ in RANGES])
def test_levels_from_one_to_another(ask: Ask, text: str, found: Understood) -> None:
    assert asked(ask, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("what's the highest maker level in backend", Understood("card", at("IC5", BE))),
        ("lowest IC level, backend", Understood("card", at("IC1", BE))),
        ("backend IC2-IC4", Understood("compare", at("IC2 IC3 IC4", BE))),
    ],
)
def test_tracks_and_codes_are_the_ladders(ask_studio: Ask, text: str, found: Understood) -> None:
    assert asked(ask_studio, text) == found
