"""What is near a skill or a level and asks for neither, and levels on one side of another."""

import pytest

from bot.answers import Ask
from tests.understanding.said import AI, DS, SW, asked

NOT_ASKED = [
    # to be let in to a tool
    "the senior SWE asked for terraform access. should he have it?",
    "does a P4 need kafka access",
    "who needs terraform access",
    # a person is sought, or called
    "who in ML can help me with a GPU",
    "who is coming to the workshop on threat modeling",
    "can somebody do the code review for our P3 today",
    "my Backend 3 contract expires, whom do I call",
    # allowed, but nothing that a level decides
    "is a DS III allowed to fly business",
    "is a P3 allowed to bring her dog",
]


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_asks_for_no_skill_and_no_right(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent == "unknown"


RIGHTS = [
    ("what is a P3 allowed to do", f"{AI}/P3"),
    ("is a data scientist III allowed to set the roadmap", f"{DS}/P3"),
    ("what decisions is a software manager allowed to make", f"{SW}/M1"),
]


@pytest.mark.parametrize(("text", "level"), RIGHTS)
def test_what_a_level_is_allowed(ask: Ask, text: str, level: str) -> None:
    found = asked(ask, text)
    assert (found.intent, found.levels, found.attribute) == (
        "attribute",
        (level,),
        "decision_rights",
    )


SIDES = [
    "anyone below senior supposed to know kubernetes",
    "is anyone below P4 supposed to know kubernetes",
    "which levels above P2 need kubernetes",
]


@pytest.mark.parametrize("text", SIDES)
def test_the_levels_on_one_side_of_another(ask: Ask, text: str) -> None:
    found = asked(ask, text)
    assert found.intent == "skill"
    assert found.listed is None  # a list, and no yes for the level at its end
    assert set(found.levels) == {f"{AI}/P4", f"{SW}/P4"}


def test_the_level_right_below_is_no_side(ask: Ask) -> None:
    found = asked(ask, "which management level is one below director of machine learning")
    assert found.intent == "growth"


def test_an_offered_level_is_a_level(ask: Ask) -> None:
    text = "I've just been offered a P4 role in data science. what does the card say"
    assert asked(ask, text).levels == (f"{DS}/P4",)
