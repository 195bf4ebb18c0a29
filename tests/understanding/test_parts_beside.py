"""Several parts of the cards that are asked for in one breath: "the scope and autonomy of a P3"."""

import json

import pytest

from bot import text as written
from bot.answers import Ask, AttributeAnswer, CompareAnswer
from bot.questions import Context, Intent
from local_slack import LocalSlack
from tests.support import assert_sendable, read, settled
from tests.understanding.said import AI, ANYONE


def parts_of(answer: AttributeAnswer) -> list[str]:
    """The ids of all the parts that it tells, in order."""
    return [answer.part.id, *(each.part.id for each in answer.told_beside)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("What's the scope and autonomy for P3?", ["scope", "autonomy"]),
        ("autonomy and scope of ML III", ["autonomy", "scope"]),
        ("scope, autonomy, and impact of a P3", ["scope", "autonomy", "impact"]),
        ("what does P3 look like in terms of scope, autonomy", ["scope", "autonomy"]),
        ("scope/autonomy of p3", ["scope", "autonomy"]),
        ("autonomy or scope at P3?", ["autonomy", "scope"]),
        ("the P3's decision rights & impact", ["decision_rights", "impact"]),
        ("skills as well as expectations at P3", ["skills", "expectations"]),
        ("what titles and what pay does P3 have", ["titles", "pay"]),
        ("typical experience and pay at ML III?", ["typical_experience", "pay"]),
        ("how complex is the work and how much autonomy has P3", ["complexity", "autonomy"]),
        # one part, however often it is named, and whatever else is spoken of
        ("scope, I mean the scope of P3", ["scope"]),
        ("how independent is a P3", ["autonomy"]),
        ("leadership duties of a P3", ["leadership"]),
        ("scope of P3, autonomy is fine", ["scope"]),
        # what an earlier clause only tells of, or leaves out
        ("I know about the pay and the titles. What is the scope of a P3?", ["scope"]),
        ("Our talk was on scope. What is the impact of a P3?", ["impact"]),
        ("apart from pay and titles, what's the scope of a P3", ["scope"]),
        ("not pay, scope of P3", ["scope"]),
        ("what's the scope? And what is the autonomy of P3", ["scope", "autonomy"]),
        ("tell me the scope, and what is the pay for a P3", ["scope", "pay"]),
        ("scope + pay of P3", ["scope", "pay"]),
    ],
)
def test_all_of_the_parts_are_told(ask: Ask, text: str, parts: list[str]) -> None:
    answer = ask(text, ANYONE)
    assert isinstance(answer, AttributeAnswer), answer
    assert answer.levels == (f"{AI}/P3",)
    assert answer.attribute == parts[0]
    assert parts_of(answer) == parts
    said = written.full(answer)
    for told in (answer.told, *(each.told for each in answer.told_beside)):
        assert all(line in said for each in told for line in each.lines)


def test_of_each_of_several_levels(ask: Ask) -> None:
    said = written.full(ask("scope and pay of P3 and P4", ANYONE))
    assert said.startswith("P3 — Mid-Level Professional and P4 — Senior Professional (AI/ML Eng")
    assert "P3: Complete features / components" in said
    assert "P4: Projects / systems" in said
    assert said.count("No pay figures are published for this family and level yet.") == 2


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("P3 vs P4: scope and autonomy", "differ in Scope and Autonomy."),
        ("scope and pay: P3 vs P4", "differ in Scope and are the same in What it pays."),
        ("how do scope and autonomy change from P3 to P4", "differ in Scope and Autonomy."),
    ],
)
def test_levels_are_compared_in_all_of_them(ask: Ask, text: str, lead: str) -> None:
    answer = ask(text, ANYONE)
    assert isinstance(answer, CompareAnswer)
    assert len(answer.rows) == 2
    assert lead in written.full(answer).splitlines()[0]


async def test_a_message_shows_lists_of_each_level(slack: LocalSlack) -> None:
    delivery = await slack.command("/level", "scope and skills of P3 and P4")
    assert delivery.message is not None
    said = read(delivery.message.blocks)
    assert "End-to-end model development" in said
    assert "ML system design" in said


async def test_a_message_shows_all_of_them(slack: LocalSlack) -> None:
    delivery = await slack.command("/level", "scope, skills and autonomy of P3")
    assert delivery.message is not None
    assert_sendable(delivery.json)
    said = json.dumps(delivery.message.blocks)
    assert "Complete features / components" in said
    assert "Limited supervision; reviewed at completion" in said
    assert "Skills, knowledge" in said
    assert "Scope" in delivery.message.text


def after(*parts: str, intent: Intent = Intent.ATTRIBUTE, refs: tuple[str, ...] = ()) -> Context:
    """What was answered before, of some parts of P3's card or of several."""
    return Context(None, refs or (f"{AI}/P3",), intent, parts[0], beside=parts[1:])


@pytest.mark.parametrize("text", ["and P4?", "what about P4?", "same for P4"])
def test_a_thread_goes_on_with_all_of_them(ask: Ask, text: str) -> None:
    answer = ask(text, after("scope", "autonomy"))
    assert isinstance(answer, AttributeAnswer)
    assert (answer.levels, parts_of(answer)) == ((f"{AI}/P4",), ["scope", "autonomy"])


@pytest.mark.parametrize("text", ["vs P5?", "add P5 as well"])
def test_a_thread_compares_all_of_them(ask: Ask, text: str) -> None:
    before = after("scope", "impact", intent=Intent.COMPARE, refs=(f"{AI}/P3", f"{AI}/P4"))
    answer = ask(text, before)
    assert isinstance(answer, CompareAnswer)
    assert [row.part.id for row in answer.rows] == ["scope", "impact"]


def test_parts_that_the_ladder_no_longer_has_are_not_asked_for(ask: Ask) -> None:
    answer = ask("and P4?", after("pillar", "autonomy", "theme"))
    assert isinstance(answer, AttributeAnswer)
    assert parts_of(answer) == ["autonomy"]


async def test_a_thread_in_slack_goes_on_with_all_of_them(slack: LocalSlack) -> None:
    question = await slack.post("@levelbot scope and autonomy of P3", channel="eng-leveling")
    await settled(slack)
    await slack.post("and P4?", channel="eng-leveling", thread_ts=question.ts)
    await settled(slack)
    said = read(slack.replies(question.channel, question.ts)[-1].blocks)
    assert "Projects / systems with several contributors" in said
    assert "Works from goals; reviewed on results" in said
