"""Which part of a card is asked for, where words of several parts are said."""

import pytest

from bot.answers import Ask
from tests.understanding.said import AI, DS, SW, Understood, asked, at


@pytest.mark.parametrize(
    ("text", "levels", "attribute"),
    [
        # what stands behind "how" is asked, and not what it is asked of
        ("how complicated may a task be for P1", at("P1"), "complexity"),
        ("how wide does the influence of a P6 in data science go", at("P6", DS), "impact"),
        ("how independent must someone be with their tasks at ML IV", at("P4"), "autonomy"),
        # an object is not what is asked
        (
            "does a data scientist IV get to make the call on tooling",
            at("P4", DS),
            "decision_rights",
        ),
        # people whom a level works with, and who gets something of it
        ("who does an M2 work with", at("M2"), "impact"),
        (
            "what sort of stakeholders does a principal data scientist deal with",
            at("P6", DS),
            "impact",
        ),
        ("does somebody tell a P3 what to do", at("P3"), "autonomy"),
        ("P2 ML - what are they trusted with", at("P2"), "autonomy"),
        ("the mandate of an M3, what's in it", at("M3"), "decision_rights"),
        ("team size for M3 ML?", at("M3"), "scope"),
        ("what would the business card of an M2 say", at("M2"), "titles"),
        ("what does a Software IV crank out all week", at("P4", SW), "activities"),
    ],
)
def test_the_part_that_is_asked_for(
    ask: Ask, text: str, levels: tuple[str, ...], attribute: str
) -> None:
    assert asked(ask, text) == Understood("attribute", levels, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "what are the deliverables of a P3",
        "what time horizon does an M4 think in",
        "what happens if a P2 gets stuck, who helps",
        "how far ahead does a director plan",
    ],
)
def test_what_is_asked_openly_is_not_answered_with_no(ask: Ask, text: str) -> None:
    found = asked(ask, text)
    assert found.intent != "skill"
    assert set(found.levels) <= {f"{AI}/P2", f"{AI}/P3", f"{AI}/M4"}
