"""Whose a skill is, in the ways that people say so around its name."""

import pytest

from bot.answers import Ask
from bot.questions import Context
from tests.understanding.said import AI, DS, SW, asked, at

WHOSE = [
    # what says that something is somebody's to do names no skill
    ("who is in charge of handling underperformance", f"{AI}/M2", "underperformance"),
    ("whose plate does headcount planning land on", f"{SW}/M3", "Headcount planning"),
    ("which grade takes care of labeling budgets?", f"{AI}/M2", "labeling"),
    ("which of our cards brings up succession plans", f"{SW}/M3", "Succession plans"),
    ("looking for whoever does root cause analysis", f"{SW}/P4", "Root cause analysis"),
    ("I was told planning the cloud budget isn't mine. Whose is it then?", f"{SW}/M3", "Cloud"),
    # a name that ends as a verb of the past does
    ("where does CUPED show up in the ladder?", f"{DS}/P3", "CUPED"),
    # circumstances are no part of a skill
    ("who looks after model drift once it is live", f"{AI}/P3", "drift"),
    # either of two
    ("is there a level that works on patents or intellectual property", f"{SW}/P7", "ntellectual"),
    # what is asked may stand in a clause of its own
    ("screen reader support, who builds that", f"{SW}/P2", "screen reader"),
    # two everyday words that are one, and a name with a number of its own
    ("who does on-call", f"{SW}/M1", "On-call"),
    ("for which roles is SOC 2 a thing", f"{SW}/M4", "SOC 2"),
    # a line's own words go before an entry of the guide that is like them
    ("who should be setting interview standards", f"{AI}/M3", "Interview standards"),
    ("who does one on ones", f"{AI}/M1", "One-on-one"),
    # and before the titles that some of them are
    ("management of managers: from which level on?", f"{SW}/M3", "Management of managers"),
    ("who would I go to for manager coaching", f"{SW}/M3", "Manager coaching"),
]


@pytest.mark.parametrize(("text", "level", "skill"), WHOSE, ids=[text for text, *_ in WHOSE])
def test_whose_it_is(ask: Ask, text: str, level: str, skill: str) -> None:
    found = asked(ask, text)
    assert found.intent == "skill"
    assert level in found.levels
    assert skill in (found.skill or "")


LISTED = [
    ("my backend II keeps being pulled into docker work, is that even on their card", True),
    ("Would headcount planning fall on a software M3?", True),
    ("is handling weak performance something a software M2 does", True),
    ("we have an ML II here who never does technical writing, is it on their card?", True),
    ("is accessibility part of what a software II knows", True),
    ("how about offline evaluation design for an ML III", True),
    ("a Deep Learning III and advanced sql?", True),
    ("does question scoping fall on a Decision Science III", True),
    ("should an experienced software engineer have observability in their toolbox", True),
    ("does SQL count for a junior software engineer", True),
    ("is on-call part of backend II", True),
    ("do P3 software engineers carry on-call on their own", True),
    ("do ML team leads have to keep the on-call load fair", True),
    ("has a software director got anything to do with SOC 2", True),
    # a company's name that is a word of the cards
    ("is a data scientist P5 expected to run meta-analyses", True),
    # what the card does not list
    ("prompt engineering at ML IV, does the ladder ask for it", False),
    ("photography for data science III: on the list or not", False),
    ("photoshop for a frontend I lol is that a thing", False),
    ("do software directors need jira", False),
]


@pytest.mark.parametrize(("text", "listed"), LISTED, ids=[text for text, _ in LISTED])
def test_whether_a_level_has_it(ask: Ask, text: str, listed: bool) -> None:
    found = asked(ask, text)
    assert (found.intent, found.listed) == ("skill", listed)


@pytest.mark.parametrize(
    "text", ["any rung that asks for blockchain?", "anybody whose card has quantum computing in it"]
)
def test_what_no_card_lists(ask: Ask, text: str) -> None:
    assert asked(ask, text) == ("skill", (), None, None, None)


@pytest.mark.parametrize(
    "text", ["which team owns the ml platform", "Goal: Deep Learning IV. What do I need?"]
)
def test_what_asks_for_no_skill(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent != "skill"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        # verbs that "I" never has, and what asks, make a grade of the letter before them
        ("is it normal that a Data Science I gets asked for spreadsheets", at("P1", DS)),
        ("I start monday as Software I :tada: which tasks will be on my plate?", at("P1", SW)),
        ("what knowledge does somebody in Data Science I bring", at("P1", DS)),
        # but the pronoun stays one
        ("what data science should I know", ()),
    ],
)
def test_the_grade_i_and_the_pronoun(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text, Context()).levels == levels


def test_to_pay_well_is_no_other_topic(ask: Ask) -> None:
    assert asked(ask, "does Backend IV pay well") == ("attribute", at("P4", SW), "pay", None, None)


@pytest.mark.parametrize(
    ("text", "levels", "attribute"),
    [
        # who decides, and not the skill that is decided on; what a level means, and no line
        ("who decides architecture at P5?", at("P5"), "decision_rights"),
        ("are the problems at SWE P1 all routine ones", at("P1", SW), "complexity"),
        ("which jobs land on a Data Science II", at("P2", DS), "activities"),
        ("is the ML P3 left to themselves", at("P3"), "autonomy"),
    ],
)
def test_a_part_and_no_skill(ask: Ask, text: str, levels: tuple[str, ...], attribute: str) -> None:
    assert asked(ask, text) == ("attribute", levels, attribute, None, None)


@pytest.mark.parametrize("text", ["who is on call", "who's on call tonight?"])
def test_who_is_on_call_now_is_told_nowhere(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent == "unknown"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("16 years as a data scientist gives which P?", at("P6 P7", DS)),
        ("16 years in software, which M or P would that be", at("P6 P7", SW)),
        ("I have nine years, mostly backend. Where does that put me?", at("P5", SW)),
        ("she did 7 yrs at a bank as data scientist, what level could she expect", at("P4", DS)),
    ],
)
def test_the_level_for_years(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text) == ("experience", levels, None, None, None)


def test_what_they_are_paid_after_a_card_is_asked_of_the_level(ask: Ask) -> None:
    context = Context(levels=at("P3"))
    assert asked(ask, "what do they earn", context) == ("attribute", at("P3"), "pay", None, None)
    assert asked(ask, "what does Jim earn", context).intent == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "whose turn is it to buy coffee",
        "who is in charge of the Q3 offsite",
        "who is in charge of docker upgrade next week",
        "up to whom is my vacation",
        "P1 checkout is down, is that on the list",
        "has a P2 ever been down this long",
        "does the card list the wifi password",
        "is that even a thing",
    ],
)
def test_what_is_nobodys_skill(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent == "unknown"


def test_the_way_to_a_bare_word_after_a_card(ask: Ask) -> None:
    """A word behind "to" is no verb where somebody wants to get there."""
    found = asked(ask, "how do they get to senior", Context(levels=at("P3", DS)))
    assert (found.intent, found.levels) == ("growth", at("P3 P4", DS))
