"""Two levels or more: set beside each other, or the way from one to the other."""

import pytest

from bot.answers import Ask
from tests.understanding.said import DS, SW, Understood, asked, at

BESIDE_EACH_OTHER = [
    ("P5 or M3 - who has more authority, software", at("P5 M3", SW), "decision_rights"),
    ("scope for junior / mid / senior software devs", at("P1 P3 P4", SW), "scope"),
    ("years for ML I / II / III, thx", at("P1 P2 P3"), "typical_experience"),
    ("harder problems: data science III or IV?", at("P3 P4", DS), "complexity"),
    ("more freedom as principal SWE or as senior software manager?", at("P6 M3", SW), "autonomy"),
    ("is a principal ds's impact any wider than an expert's", at("P6 P5", DS), "impact"),
    ("does the scope of a DS change between IV and V", at("P4 P5", DS), "scope"),
    ("P4/P5 decision rights pls", at("P4 P5"), "decision_rights"),
    ("help me understand how Machine Learning III isn't Machine Learning IV", at("P3 P4"), None),
    ("which skills does backend 4 list on top of backend 3", at("P4 P3", SW), "skills"),
]
FROM_ONE_TO_THE_OTHER = [
    ("Been stuck at Frontend II for ages. What would III take?", at("P2 P3", SW)),
    ("sitting at ML II for 18 months now, what should I be working on to make III", at("P2 P3")),
    ("hit the ceiling at software 3, whats keeping me from 4", at("P3 P4", SW)),
    ("Once you're principal data scientist, where do you go", at("P6 P7", DS)),
    ("I'm on backend IV. What would someone have to show for V", at("P4 P5", SW)),
    ("senior backend, two cycles passed over for V. what do they want to see??", at("P4 P5", SW)),
    ("what does a senior ML manager need to learn before director", at("M3 M4")),
    ("Principal ML engineer wanting staff: what are the things to work on", at("P6 P7")),
    (
        "What would a junior DS have to pick up before being considerd for developing?",
        at("P1 P2", DS),
    ),
    ("what's expected of me before p6 is on the table, currently p5", at("P5 P6")),
    ("What stops a Software II from being a Software III", at("P2 P3", SW)),
    ("How do you outgrow Machine Learning I", at("P1 P2")),
    ("what is two levels above P2", at("P2 P4")),
    ("2 rungs up from a Software III", at("P3 P5", SW)),
    ("three levels below M4", at("M1 M4")),
    ("as a senior software engineer what do I need for staff", at("P4 P7", SW)),
    ("Three rounds as Backend III, and IV isn't happening. What should I change?", at("P3 P4", SW)),
    ("what separates me from promotion? I'm statistical modeling 3", at("P3 P4")),
    ("What must an entry level ML eng master to be bumped up", at("P1 P2")),
]
OTHERWISE = [
    (
        "somebody explain senior statistical modeling to me like i'm five",
        Understood("card", at("P4")),
    ),
    ("Senior DS (not staff) card?", Understood("card", at("P4", DS))),
    ("ML I, II", Understood("compare", at("P1 P2"))),
    (
        "is 'Machine Learning Manager' one of the aka's for M1 in AI/ML",
        Understood("attribute", at("M1"), "titles"),
    ),
    ("Backend deploy is stuck at step II, what would III take?", Understood("unknown", ())),
    ("autonomy of P2 and P3", Understood("attribute", at("P2 P3"), "autonomy")),
]


@pytest.mark.parametrize(("text", "levels", "part"), BESIDE_EACH_OTHER)
def test_levels_are_set_beside_each_other(
    ask: Ask, text: str, levels: tuple[str, ...], part: str | None
) -> None:
    assert asked(ask, text) == Understood("compare", levels, part)


@pytest.mark.parametrize(("text", "levels"), FROM_ONE_TO_THE_OTHER)
def test_the_way_is_asked(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text) == Understood("growth", levels)


@pytest.mark.parametrize(("text", "found"), OTHERWISE)
def test_neither_is_asked(ask: Ask, text: str, found: Understood) -> None:
    assert asked(ask, text) == found
