"""What shows that a skill is asked for, or a part of the card, and not something like it."""

import pytest

from bot.answers import Ask
from tests.understanding.said import DS, SW, Understood, asked, at

PARTS = [
    # clear words for a dimension, and what they are about, are no skill that the card lacks
    ("can an ML III choose the modelling approach without asking", at("P3"), "decision_rights"),
    ("does a senior ML manager have authority over spending", at("M3"), "decision_rights"),
    ("can a senior data scientist say no to a project", at("P4", DS), "decision_rights"),
    ("can P2s push back on deadlines", at("P2"), "decision_rights"),
    # nor is one of two things
    ("are the tasks of a Director of Software well defined or vague", at("M4", SW), "complexity"),
    ("is a director of software responsible for one department or several", at("M4", SW), "scope"),
    # nor is a word that is said somewhere else
    ("SOC code for software 2? our old framework was so different", at("P2", SW), "soc"),
    ("scope of a Software V? nothing to do w/ oauth", at("P5", SW), "scope"),
    ("I lost the pdf. leadership expected of a P4 in data science", at("P4", DS), "leadership"),
    # another wish is that of its own clause
    ("salary range ML IV? writing her feedback now", at("P4"), "pay"),
    ("before I sign the offer letter: skills of a software V", at("P5", SW), "skills"),
    ("the works council wants this in writing. SOC code for software 2", at("P2", SW), "soc"),
    # words of incidents are a job's work where the job is named
    ("does a software 2 only get cookie-cutter bugs or weird ones", at("P2", SW), "complexity"),
    # a condition is not what is asked, and a year may be what is counted by
    ("who notices if a junior data scientist does a bad job", at("P1", DS), "impact"),
    ("do you know what an ML VI costs us a year", at("P6"), "pay"),
]


@pytest.mark.parametrize(("text", "levels", "part"), PARTS, ids=[text for text, *_ in PARTS])
def test_a_part_is_no_skill(ask: Ask, text: str, levels: tuple[str, ...], part: str) -> None:
    assert asked(ask, text) == Understood("attribute", levels, part)


LISTED = [
    # what a first clause names is what a later one asks by "it"
    ("spreadsheets, is that seriously on a junior data scientist's card lol", True),
    ("Jira: something a Software Manager is supposed to bring along?", True),
    ("my junior data scientist never touched git in her life.. it's required for her, no?", True),
    # what is said elsewhere is no other company's, and no other title's
    ("does a software II need Docker, my VP has 10 seconds", True),
    ("before I sign the offer letter: is Kafka on the backend II card", False),
    # the name of a tool may be two words
    ("power bi, data science III - wanted?", False),
    ("type script for P1 software - needed?", True),
    ("is gRPC beyond a software III", True),
]


@pytest.mark.parametrize(("text", "listed"), LISTED, ids=[text for text, _ in LISTED])
def test_a_skill_is_found_beside_other_words(ask: Ask, text: str, listed: bool) -> None:
    found = asked(ask, text)
    assert (found.intent, found.listed) == ("skill", listed)


@pytest.mark.parametrize(
    "text", ["who's supposed to be good at salesforce", "power bi anywhere on the ladder?"]
)
def test_a_tool_that_no_card_lists(ask: Ask, text: str) -> None:
    assert asked(ask, text) == Understood("skill", ())


@pytest.mark.parametrize(
    "text",
    [
        "can a DS II be given something and forgotten about",
        "does a Software IV fold the laundry or is it somebody else",
        "should a Backend II paint the shed",
    ],
)
def test_what_yes_or_no_would_answer_is_not_answered_with_a_card(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent != "card"
