"""Tools named in questions of many words: which one is asked for, and that it is not listed."""

import pytest

from bot import text as written
from bot.answers import Ask, SkillAnswer
from tests.understanding.said import ANYONE, DS, SW, asked, at


@pytest.mark.parametrize(
    ("text", "levels", "tool", "listed"),
    [
        ("not sure kafka matters for a Software II, does it?", at("P2", SW), "Kafka", False),
        (
            "Redis: did I miss it on the Software 4 card or is it really not asked for there",
            at("P4", SW),
            "Redis",
            False,
        ),
        (
            "does knowing kubernetes count for anything at P5 software",
            at("P5", SW),
            "Kubernetes",
            False,
        ),
        ("I don't know spark. fatal for a P3 data scientist?", at("P3", DS), "Spark", False),
        (
            "I keep hearing about sample ratio mismatch. that isnt a p1 ds thing is it",
            at("P1", DS),
            "sample ratio mismatch",
            False,
        ),
        (
            "our candidate for ML III has never used airflow, is that a problem",
            at("P3"),
            "Airflow",
            True,
        ),
    ],
)
def test_the_tool_is_the_skill_whatever_is_said_around_it(
    ask: Ask, text: str, levels: tuple[str, ...], tool: str, listed: bool
) -> None:
    answer = ask(text, ANYONE)
    assert isinstance(answer, SkillAnswer)
    assert (answer.levels, answer.listed) == (levels, listed)
    assert tool in (answer.skill or "")
    assert listed or f"“{tool}”" in written.full(answer)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("photoshop. any level?", "photoshop"),
        ("where does cobol show up", "cobol"),
        ("rust?? do we list it", "rust"),
        ("do we expect figma from anybody", "figma"),
        ("is latex needed anywhere", "latex"),
        ("does the ladder care about PowerPoint", "powerpoint"),
    ],
)
def test_a_tool_that_no_card_lists_is_named(ask: Ask, text: str, tool: str) -> None:
    answer = ask(text, ANYONE)
    assert isinstance(answer, SkillAnswer)
    assert (answer.levels, answer.skill) == ((), None)
    assert f"“{tool}”" in written.full(answer)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("we want to buy Tableau licences, which levels use it", "Tableau"),
        (
            "Our works council asks on which levels people draft performance reviews",
            "performance reviews",
        ),
        ("from which level on do people mentor others", "Mentoring"),
    ],
)
def test_who_needs_it_is_asked_behind_a_story(ask: Ask, text: str, skill: str) -> None:
    found = asked(ask, text)
    assert found.intent == "skill"
    assert found.levels
    assert skill in (found.skill or "")


@pytest.mark.parametrize(
    ("text", "levels", "skill", "listed"),
    [
        ("model monitoring at ML III?", at("P3"), "Model monitoring", True),
        ("vendor contracts M3?", at("M3"), "vendor contracts", False),
        ("is interviewing part of P4 software's job", at("P4", SW), "Interviewing", False),
    ],
)
def test_some_words_of_a_line_are_a_skill(
    ask: Ask, text: str, levels: tuple[str, ...], skill: str, listed: bool
) -> None:
    found = asked(ask, text)
    assert (found.intent, found.levels, found.listed) == ("skill", levels, listed)
    assert skill in (found.skill or "")


@pytest.mark.parametrize(
    "text",
    [
        "is a visa needed anywhere",
        "does anyone care about the PowerPoint from Friday",
        "Kubernetes 1.29 upgrade, is it this sprint or the next?",
        "is tableau server down or is it only me, dashboards dont load",
        "photoshop crashed again",
        "cobol jokes, anyone?",
    ],
)
def test_a_tool_that_is_only_spoken_of_is_no_skill(ask: Ask, text: str) -> None:
    assert ask(text, ANYONE).intent == "unknown"
