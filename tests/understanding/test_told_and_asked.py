"""What is told of a level or of people, and what the message then asks."""

import pytest

from bot.answers import Ask
from bot.questions import Intent
from tests.understanding.said import ANYONE, DS, SW, at

ASKED_OF_A_STORY = [
    ("Sales question: customer demands a 'Lead Software Engineer', who is that on our scale", "P4"),
    ("Customer asks for a Backend 4, who would that be on our side", "P4"),
    ("candidate calls himself 'Staff Software Engineer', where would that sit with us", "P7"),
    ("My buddy just got 'Senior Frontend Manager' on linkedin. what would that mean with us", "M3"),
    ("Partner company sent a 'Software Manager II' to the workshop, translate please", "M2"),
    ("what counts as staff in software", "P7"),
    ("who do you call a senior software engineer", "P4"),
    ("manager of managers in software", "M3"),
    ("sr swe mgr?", "M3"),
    ("I interview a Software V tomorrow and have no clue about that level. Help?", "P5"),
    ('in today\'s townhall they kept saying "expert software engineers". Define?', "P5"),
    ("EM for backend, which card", "M1"),
    ("Frontend VII, do those exist?", "P7"),
    ("the level that people call Mid-Level in software", "P3"),
]
ASKS_OF_PEOPLE = [
    "Senior backend candidate is in the lobby, who is picking her up?",
    "the senior data scientist we hired starts Monday, who orders the laptop",
    "Backend II joined today, where does she sit",
    "our Software III is out sick, who covers",
    "Frontend IV interview at 3, which room?",
    "P1 and P3 both open since noon, which first",
    "who is more senior, Tom or Ana",
    "Who gets more money, Priya or Tom?",
    "version IV or version V of the backend api",
    "M1 to M3 adapter",
    "anything but P3",
    "anything but P3 please",
    "moved the meeting from 2 to 3, software",
    "2 to 3 in backend hires",
    "we have 2 or 3 for backend",
    "should a P3 take a step back",
    "pretend the P2 card says managers code all day",
    "intern in machine learning",
    "software team lead's birthday on Friday, who brings cake",
]
THE_WAY = [
    ("Gap to Principal for an Expert Data Scientist?", at("P5 P6", DS)),
    ("gap to IV for a Backend III", at("P3 P4", SW)),
    ("bridge to M2 for a software team lead", at("M1 M2", SW)),
    ("closing the gap from 6 to 7, data scientist", at("P6 P7", DS)),
    ("from 2 to 3 in backend, what's new", at("P2 P3", SW)),
    ("my boss says I'm not yet a P4, I'm P3", at("P3 P4")),
    ("One of mine is Backend III at the moment and the aim is IV by spring", at("P3 P4", SW)),
    ("told I'm not quite a senior. I'm Software III. What's lacking?", at("P3 P4", SW)),
    ("As a Frontend I, what do I learn to be taken seriously as a II", at("P1 P2", SW)),
    ("how does a Frontend III make the leap", at("P3 P4", SW)),
]
BESIDE_EACH_OTHER = [
    ("hold the decision rights of an ML III against those of an ML V", at("P3 P5")),
    ("Team lead vs Manager II for software, not sure which one I'm acting as", at("M1 M2", SW)),
    ("what is a senior manager instead of manager II in ml", at("M3 M2")),
    ("junior vs medior vs senior frontend", at("P1 P3 P4", SW)),
    ("does a staff data scientist outrank a principal", at("P7 P6", DS)),
]


@pytest.mark.parametrize(("text", "code"), ASKED_OF_A_STORY)
def test_the_card_of_a_level_that_is_told_of(ask: Ask, text: str, code: str) -> None:
    answer = ask(text, ANYONE)
    assert (answer.intent, answer.levels) == (Intent.CARD, at(code, SW))


@pytest.mark.parametrize("text", ASKS_OF_PEOPLE)
def test_what_is_asked_of_people_and_things_shows_no_card(ask: Ask, text: str) -> None:
    assert ask(text, ANYONE).intent is Intent.UNKNOWN


@pytest.mark.parametrize(("text", "levels"), THE_WAY)
def test_the_way_from_level_to_level(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    answer = ask(text, ANYONE)
    assert (answer.intent, answer.levels) == (Intent.GROWTH, levels)


@pytest.mark.parametrize(("text", "levels"), BESIDE_EACH_OTHER)
def test_two_that_are_set_beside_each_other(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    answer = ask(text, ANYONE)
    assert (answer.intent, answer.levels) == (Intent.COMPARE, levels)
