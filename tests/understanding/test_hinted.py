"""Parts of a card that are asked for without clear words, and words that look like others there."""

import pytest

from bot.answers import Ask
from bot.questions import Context
from tests.understanding.said import DS, SW, Understood, asked, at

HINTED = [
    (
        "my first ever Backend V joins next month, how will I recognise that he does it well?",
        at("P5", SW),
        "expectations",
    ),
    ("does a data scientist III wait for one or go find her own work?", at("P3", DS), "autonomy"),
    ("a data scientist at 3, is he supposed to help the juniors", at("P3", DS), "leadership"),
    ("would anyone expect a data scientist 1 to train somebody else", at("P1", DS), "leadership"),
    ("does an ML II already have to look after newcomers", at("P2"), "leadership"),
    ("is the work of a DS V noticed outside of her own department", at("P5", DS), "impact"),
    ("does somebody tell a Software II how to do the task", at("P2", SW), "autonomy"),
    (
        "how ambiguous are the problems on a senior data scientist's desk",
        at("P4", DS),
        "complexity",
    ),
    ("The immigration lawyer wants the SOC code of our ML IV, is it somewhere?", at("P4"), "soc"),
    (
        "what is a backend 2 supposed to be doing all day besides tickets",
        at("P2", SW),
        "activities",
    ),
    ("six months in, what should a Software I have shown?", at("P1", SW), "expectations"),
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
    ("what is a Backend V in charge of", at("P5", SW), "scope"),
    ("is a principal ML engineer left to figure things out alone", at("P6"), "autonomy"),
    ("can a Software Engineer II deal with fuzzy requirements", at("P2", SW), "complexity"),
    (
        "does a junior data scientist tackle stuff nobody has done before",
        at("P1", DS),
        "complexity",
    ),
    ("what would break if a Director of Software left", at("M4", SW), "impact"),
    ("which choices are up to an ML III", at("P3"), "decision_rights"),
    ("who has to bless what a principal ML engineer proposes", at("P6"), "decision_rights"),
    ("who does a Software Engineer II have under their wing", at("P2", SW), "leadership"),
    ("how much time in the industry does a Backend V have", at("P5", SW), "typical_experience"),
    ("day in the life of a senior data scientist", at("P4", DS), "activities"),
    ("what would you test a principal ML engineer on", at("P6"), "skills"),
    ("what do you look for in a Backend V", at("P5", SW), "expectations"),
    ("how much is a Director of Software on", at("M4", SW), "pay"),
    ("an ML III in a sentence", at("P3"), "summary"),
    ("do we give a lead data scientist whole projects", at("P4", DS), "scope"),
    ("do people need to keep an eye on an ML IV", at("P4"), "autonomy"),
    ("how many people are affected when a lead data scientist messes up", at("P4", DS), "impact"),
    ("who reports to a lead data scientist", at("P4", DS), "leadership"),
    ("what would make a developing ML engineer outstanding", at("P2"), "expectations"),
    ("what are we offering a Frontend III in base", at("P3", SW), "pay"),
    ("names used for a lead data scientist", at("P4", DS), "titles"),
    (
        "does a lead data scientist look after one area or the whole department",
        at("P4", DS),
        "scope",
    ),
    ("when does somebody look at the work of an ML III", at("P3"), "autonomy"),
    ("are the documented steps enough for an ML II", at("P2"), "complexity"),
    ("at what point in a career is one an ML VII", at("P7"), "typical_experience"),
    # one weak word, where little else is said
    ("how can an ML IV impress", at("P4"), "expectations"),
    ("does a developing ML engineer work with incomplete information", at("P2"), "complexity"),
    # words of what the levels mean
    ("ML M3: staffing and spending?", at("M3"), "decision_rights"),
]


@pytest.mark.parametrize(("text", "levels", "attribute"), HINTED, ids=[each[0] for each in HINTED])
def test_part_that_is_hinted_at(
    ask: Ask, text: str, levels: tuple[str, ...], attribute: str
) -> None:
    assert asked(ask, text) == Understood("attribute", levels, attribute)


@pytest.mark.parametrize(
    ("text", "levels", "attribute"),
    [
        ("what work goes to a Software Engineer II", at("P2", SW), "activities"),
        ("what would I take home as a P3", at("P3"), "pay"),
        ("what falls under a principal ML engineer", at("P6"), "scope"),
    ],
)
def test_part_that_says_more_than_the_way_there(
    ask: Ask, text: str, levels: tuple[str, ...], attribute: str
) -> None:
    assert asked(ask, text) == Understood("attribute", levels, attribute)


def test_words_of_a_part_are_no_skill_that_is_not_listed(ask: Ask) -> None:
    found = asked(ask, "can a Machine Learning II pick the approach or must they ask")
    assert found == Understood("attribute", at("P2"), "decision_rights")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("salaries for P1 to P3 in data science?", at("P1 P2 P3", DS)),
        ("pay from P3 to P1 in data science", at("P1 P2 P3", DS)),
    ],
)
def test_part_of_each_level_from_one_to_another(
    ask: Ask, text: str, levels: tuple[str, ...]
) -> None:
    assert asked(ask, text) == Understood("attribute", levels, "pay")


@pytest.mark.parametrize(
    ("text", "intent"),
    [("how does pay change from P1 to P3", "compare"), ("salary jump from P1 to P3", "growth")],
)
def test_way_that_is_spoken_of_is_no_range(ask: Ask, text: str, intent: str) -> None:
    assert asked(ask, text).intent == intent


@pytest.mark.parametrize(
    "text",
    [
        "my new ML II has joined us this week",
        "the whole ML II card, briefly",
        "what's the ML II level our customers talk about",
        "can a P5 be fired",
        "does a P5 have a boss",
    ],
)
def test_one_weak_word_hints_at_nothing(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent in {"card", "unknown"}


@pytest.mark.parametrize(
    ("text", "levels", "attribute"),
    [
        ("what does a deep learning I need to know", at("P1"), "skills"),
        ("when is a data scientist I doing well", at("P1", DS), "expectations"),
        ("can a Software Engineer I work solo", at("P1", SW), "autonomy"),
        ("how far does the remit of a Software Engineer I stretch", at("P1", SW), "scope"),
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


def test_number_in_the_name_of_a_part_stands_for_no_level(ask: Ask) -> None:
    found = asked(ask, "and in one line?", Context(levels=at("P3", SW)))
    assert found == Understood("attribute", at("P3", SW), "summary")


def test_place_is_no_person(ask: Ask) -> None:
    found = asked(ask, "hi, I am from Brazil. how much money earns a Data Scientist II here")
    assert found == Understood("attribute", at("P2", DS), "pay")


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("my manager told me what a P3 has to do, is there a card", "activities"),
        ("somebody explain me what P3 has to decide", "decision_rights"),
        ("P3 pay outside the company", "pay"),
        ("what are P3s called outside of the company", "titles"),
        ("know if a P3 leads people well", "leadership"),
        ("what mix of skills should a P3 have", "skills"),
    ],
)
def test_words_around_a_part_do_not_go_before_it(ask: Ask, text: str, attribute: str) -> None:
    assert asked(ask, text) == Understood("attribute", at("P3"), attribute)


@pytest.mark.parametrize("text", ["explain what a P3 has to do", "my own P3", "a P3 of my own"])
def test_words_around_a_level_name_no_part(ask: Ask, text: str) -> None:
    assert asked(ask, text) == Understood("card", at("P3"))


@pytest.mark.parametrize(
    "text", ["does Ben from Marketing earn like a P3", "what does Ben earn as a P3?"]
)
def test_person_from_somewhere_is_one(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent == "unknown"


def test_words_of_another_ladders_own_names_hint(ask_studio: Ask) -> None:
    found = asked(ask_studio, "critique and quality, for an IC1 product designer", Context())
    assert found.attribute == "craft"
