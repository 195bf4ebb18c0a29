"""Parts of a card that are asked for without clear words, and words that look like others there."""

import pytest

from bot.answers import Ask
from bot.questions import Context
from tests.understanding.said import DS, SW, Understood, asked, at

HINTED = [
    ("how long is the leash at decision science 4", at("P4", DS), "autonomy"),
    ("kind of puzzles a Machine Learning VI gets thrown at", at("P6"), "complexity"),
    ("routine stuff or brain-melters for Statistical Modeling II?", at("P2"), "complexity"),
    (
        "what can a senior frontend engineer greenlight without asking",
        at("P4", SW),
        "decision_rights",
    ),
    ("Software Manager II: hire/fire power yes or no", at("M2", SW), "decision_rights"),
    ("do principals in data science have to raise the next generation", at("P6", DS), "leadership"),
    ("Which people does a Director of ML develop?", at("M4"), "leadership"),
    ("how green can a developing data scientist be", at("P2", DS), "typical_experience"),
    ("hands on things a machine learning 4 does, list pls", at("P4"), "activities"),
    ("linkedin title options for software m1", at("M1", SW), "titles"),
    ("P5 a.k.a. ...?", at("P5"), "titles"),
    ("labor dept code, senior data scientist", at("P4", DS), "soc"),
    ("which SOC code goes on the visa form for a Software Engineer II", at("P2", SW), "soc"),
    ("number of teams under a senior software manager pls", at("M3", SW), "scope"),
    # words of what the levels mean
    ("ML M3: staffing and spending?", at("M3"), "decision_rights"),
]


@pytest.mark.parametrize(("text", "levels", "attribute"), HINTED, ids=[each[0] for each in HINTED])
def test_part_that_is_hinted_at(
    ask: Ask, text: str, levels: tuple[str, ...], attribute: str
) -> None:
    assert asked(ask, text) == Understood("attribute", levels, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "my new ML II has joined us this week",
        "the whole ML II card, briefly",
        "what's the ML II level our customers talk about",
    ],
)
def test_one_weak_word_hints_at_nothing(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent in {"card", "unknown"}


@pytest.mark.parametrize(
    ("text", "levels", "attribute"),
    [
        ("what does a deep learning I need to know", at("P1"), "skills"),
        ("when is a data scientist I doing well", at("P1", DS), "expectations"),
        ("so what does a Decision Science V spend the day on", at("P5", DS), "activities"),
    ],
)
def test_letter_that_ends_a_title_is_its_grade(
    ask: Ask, text: str, levels: tuple[str, ...], attribute: str
) -> None:
    assert asked(ask, text) == Understood("attribute", levels, attribute)


@pytest.mark.parametrize(
    "text",
    ["is a data scientist I hired last week happy?", "does a backend v frontend split matter"],
)
def test_letter_that_is_another_word_is_no_grade(ask: Ask, text: str) -> None:
    assert not asked(ask, text).levels


def test_place_is_no_person(ask: Ask) -> None:
    found = asked(ask, "hi, I am from Brazil. how much money earns a Data Scientist II here")
    assert found == Understood("attribute", at("P2", DS), "pay")


@pytest.mark.parametrize(
    "text", ["does Ben from Marketing earn like a P3", "what does Ben earn as a P3?"]
)
def test_person_from_somewhere_is_one(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent == "unknown"


def test_words_of_another_ladders_own_names_hint(ask_studio: Ask) -> None:
    found = asked(ask_studio, "critique and quality, for an IC1 product designer", Context())
    assert found.attribute == "craft"
