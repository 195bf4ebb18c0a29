"""What `/level` does besides answering."""

import pytest

from bot.state import State
from bot.subcommands import Default, Forget, Question, read_subcommand
from local_slack import LocalSlack
from tests.support import read, settled


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("default", Default(None)),
        ("default data scientist", Default("data scientist")),
        ("Default: Data Scientist", Default("Data Scientist")),
        ("set my default to data scientist", Default("data scientist")),
        ("default family data scientist", Default("data scientist")),
        ("default here data scientist", Default("data scientist", here=True)),
        ("default channel data scientist", Default("data scientist", here=True)),
        ("default data scientist for this channel", Default("data scientist", here=True)),
        ("default none", Default(None, clear=True)),
        ("default here off", Default(None, here=True, clear=True)),
        ("forget me", Forget()),
        ("Forget me!", Forget()),
        ("default risk analyst levels", Default("risk analyst levels")),
        ("defaults", Question("defaults")),
        ("P2", Question("P2")),
        ("skills kubernetes", Question("skills kubernetes", "who needs kubernetes?")),
        (
            "family data scientist",
            Question("family data scientist", "levels of data scientist"),
        ),
    ],
)
def test_what_is_meant(text: str, meant: object) -> None:
    assert read_subcommand(text) == meant


async def told(slack: LocalSlack, text: str, **where: str) -> str:
    """What the command says to the one who typed it."""
    delivery = await slack.command("/level", text, **where)
    assert delivery.message
    assert delivery.message.ephemeral_to
    return read(delivery.message.blocks)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("compare P2 P3", ["P2", "P3", "differ"]),
        ("P2 vs P3", ["P2", "P3", "differ"]),
        ("skills kubernetes", ["Kubernetes", "P4"]),
        ("skills underwater basket weaving", ["No card"]),
        ("family data scientist", ["Levels", "Data Scientist", "P1"]),
        ("family", ["Levels", "Data Scientist", "Software Engineer"]),
        ("skills", ["What you can ask", "Who needs"]),
        ("compare", ["What you can ask", "P2 vs P3"]),
        (
            "help",
            ["In threads Slack offers no slash commands", "Mention @levelbot", "Look up level"],
        ),
        ("", ["Hello!", "What you can ask", "Where you can ask"]),
    ],
)
async def test_it_answers(slack: LocalSlack, text: str, words: list[str]) -> None:
    said = await told(slack, text)
    assert [each for each in words if each not in said] == []


async def test_a_persons_default_family_is_theirs(slack: LocalSlack) -> None:
    assert "Your own default family is Data Scientist" in await told(
        slack, "default data scientist"
    )
    assert "Data Scientist" in await told(slack, "P2")
    assert "AI/ML Engineer" in await told(slack, "P2", user="ben")
    assert "Your own default family: Data Scientist" in await told(slack, "default")
    assert "no longer" in await told(slack, "default none")
    assert "AI/ML Engineer" in await told(slack, "P2")


async def test_a_channels_default_family_is_everybodys_there(slack: LocalSlack) -> None:
    assert "This channel's" in await told(slack, "default here data scientist", channel="general")
    assert "Data Scientist" in await told(slack, "P2", user="ben", channel="general")
    assert "AI/ML Engineer" in await told(slack, "P2", user="ben", channel="eng-leveling")
    await told(slack, "default software engineer", user="ben")
    assert "Software Engineer" in await told(slack, "P2", user="ben", channel="general")
    question = await slack.post("@levelbot P2", channel="general")
    await settled(slack)
    (answer,) = slack.replies("general", question.ts)
    assert "Data Scientist" in read(answer.blocks)


async def test_a_family_that_is_not_there_changes_nothing(slack: LocalSlack) -> None:
    said = await told(slack, "default lion tamer <!channel>")
    assert "no one job family" in said
    assert "Data Scientist" in said
    assert "AI/ML Engineer" in await told(slack, "P2")


async def test_what_is_kept_of_a_person_is_deleted(slack: LocalSlack, state: State) -> None:
    await told(slack, "default data scientist")
    await slack.post("@levelbot P2")
    await settled(slack)
    said = await told(slack, "forget me")
    assert "your default family, 1 answer of the last week" in said
    assert "AI/ML Engineer" in await told(slack, "P2")
    team, ana = slack.session.workspace.people[0].team_id, slack.users["ana"].id
    assert not await state.kept(team, ana)
    assert "Nothing was kept" in await told(slack, "forget me")
