"""Skills that a story names: which of its words they are, and who is asked to have them."""

import pytest

from bot.answers import Ask, SkillAnswer
from bot.questions import Intent
from tests.understanding.said import ANYONE, DS, SW, at


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("We want to buy a training in Terraform. Which levels shall I invite", "Terraform"),
        ("I'm putting together a Redis course. Who in software would profit from it?", "Redis"),
        (
            "three managers claim succession plans are not their job. At what levels does that "
            "show up?",
            "uccession plan",
        ),
        ("running a workshop on succession plans. whose cards mention them?", "uccession plan"),
        ("My mentor says threat modeling is for seniors. Which level is it?", "hreat modeling"),
        ("the data protection officer here. Where does GDPR appear?", "GDPR"),
        ("tableau, which of the data folks have it", "Tableau"),
        ("which folks should be at ease with window functions", "indow functions"),
        ("For whom is Airflow relevant?", "Airflow"),
        ("My team argues about observability. Whose card is it on?", "bservability"),
        ("we plan a workshop on econometrics. Which levels should come?", "conometrics"),
        ("who mentors senior engineers", "entoring of senior engineers"),
        ("whose expectations include fewer review comments every month", "review comments"),
        ("where's the line about keeping notes so others can rerun an experiment?", "rerun"),
        ("PyTorch required across the board?", "PyTorch"),
        ("Which cards would I have to edit if we moved from Jira to another tool?", "Jira"),
        ("list the roles for which PostgreSQL matters", "PostgreSQL"),
    ],
)
def test_who_needs_what_is_named_is_told_whatever_else_is_said(
    ask: Ask, text: str, skill: str
) -> None:
    answer = ask(text, ANYONE)
    assert isinstance(answer, SkillAnswer)
    assert skill in (answer.skill or "")
    assert answer.levels
    assert answer.listed is None


@pytest.mark.parametrize(
    ("text", "levels", "listed"),
    [
        ("not urgent, P1 software: Git?", at("P1", SW), True),
        ("before I post the ad: Kubernetes for a senior software engineer?", at("P4", SW), True),
        ("frontend 2s and accessibility, is that a thing for them?", at("P2", SW), True),
        ("My boss says being Data Science III I must learn causal inference", at("P3", DS), True),
        ("should I learn Docker to make P2 software", at("P2", SW), True),
        (
            "recruiter wants Scala in the ad for a P4 DS, do we ask for that one",
            at("P4", DS),
            False,
        ),
        ("Is capacity estimation a thing at Software V?", at("P5", SW), False),
        ("Say I'm P4 software; is threat modeling my job?", at("P4", SW), True),
        ("she's a DS II, do we need her to do dashboards?", at("P2", DS), True),
        ("is a senior ml eng meant to be fluent in R", at("P4"), False),
    ],
)
def test_a_level_is_asked_for_the_name_alone(
    ask: Ask, text: str, levels: tuple[str, ...], listed: bool
) -> None:
    answer = ask(text, ANYONE)
    assert answer.intent is Intent.SKILL
    assert (answer.levels, answer.listed) == (levels, listed)


@pytest.mark.parametrize(
    "text",
    [
        "who has a spare docker license",
        "the airflow job is broken. who takes care of that",
        "The git repo moved to another server. Who should I ask about it?",
        "our tableau is down, who do I ping",
        "there is a typo in the release notes, who can fix it",
        "which OAuth scope do I need so the app can read channel history",
        "could one of the software managers approve my AWS request",
        "where is the line of code about retries",
        "will redis come up on Monday",
        "who mentors senior engineers at Google",
    ],
)
def test_a_thing_that_has_a_tools_name_is_no_skill(ask: Ask, text: str) -> None:
    assert ask(text, ANYONE).intent is Intent.UNKNOWN


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I just finished my kubernetes course. what does a senior SWE do", Intent.ATTRIBUTE),
        ("the P3 told me about redis. what else is on his card?", Intent.UNKNOWN),
        ("R&D asks: what’s a staff data scientist?", Intent.CARD),
    ],
)
def test_a_tool_in_the_story_is_not_what_its_end_asks(ask: Ask, text: str, intent: Intent) -> None:
    assert ask(text, ANYONE).intent is intent


@pytest.mark.parametrize(
    "text",
    [
        "we've got a candidate calling himself Principal SWE. what do WE understand by that?",
        "my business card says Principal Software Engineer, which one is that",
    ],
)
def test_where_a_title_stands_is_told_and_its_card_is_asked_for(ask: Ask, text: str) -> None:
    answer = ask(text, ANYONE)
    assert (answer.intent, answer.levels) == (Intent.CARD, at("P6", SW))
