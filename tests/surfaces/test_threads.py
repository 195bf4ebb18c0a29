"""Going on in a thread, in direct messages, and with questions that are edited."""

import pytest

from local_slack import LocalSlack, Message
from tests.support import Log, read, settled

P2 = "P2 · Developing AI/ML Engineer"


def said(slack: LocalSlack, parent: Message) -> list[str]:
    """What the bot said in the thread of a message, as people read it."""
    replies = slack.replies(parent.channel, parent.ts)
    return [read(reply.blocks) for reply in replies if reply.by_bot]


async def asked(slack: LocalSlack, text: str, channel: str = "eng-leveling") -> Message:
    """A question by Ana that the bot has answered in its thread."""
    question = await slack.post(text, channel=channel)
    await settled(slack)
    assert len(said(slack, question)) == 1
    return question


@pytest.mark.parametrize("channel", ["eng-leveling", "calibration"])
async def test_the_same_person_goes_on_without_a_mention(slack: LocalSlack, channel: str) -> None:
    question = await slack.post("@levelbot how much autonomy does a P2 have?", channel=channel)
    await settled(slack)
    for text in ("and P3?", "what about P4?"):
        await slack.post(text, channel=channel, thread_ts=question.ts)
        await settled(slack)
    _, second, third = said(slack, question)
    assert "P3" in second, "of the same part"
    assert "Autonomy" in second
    assert "P4" in third
    assert [m for m in slack.messages(channel) if m.by_bot] == []


@pytest.mark.parametrize(
    "text",
    [
        "thanks!",
        "ok so P3 is next, great",
        "we should promote her to P3",
        "No, P3 has more autonomy than that",
        "I talked to Ben about P3 yesterday",
        "lunch?",
        "can you fix the build?",
        "+1",
        "help",
        "<@U07QKCBENOK> what do you think of P3?",
    ],
)
async def test_talk_in_the_thread_is_left_alone(slack: LocalSlack, text: str) -> None:
    question = await asked(slack, "@levelbot P2")
    await slack.post(text, channel="eng-leveling", thread_ts=question.ts)
    await settled(slack)
    assert len(said(slack, question)) == 1


async def test_somebody_else_is_left_alone(slack: LocalSlack) -> None:
    question = await asked(slack, "@levelbot P2")
    await slack.post("and P3?", user="ben", channel="eng-leveling", thread_ts=question.ts)
    await settled(slack)
    assert len(said(slack, question)) == 1


async def test_a_thread_without_the_bot_and_the_channel_itself_are_left_alone(
    slack: LocalSlack,
) -> None:
    await asked(slack, "@levelbot P2")
    other = await slack.post("morning", channel="eng-leveling")
    await slack.post("what's P3?", channel="eng-leveling", thread_ts=other.ts)
    await slack.post("what's P3?", channel="eng-leveling")
    await settled(slack)
    assert said(slack, other) == []
    assert [m for m in slack.messages("eng-leveling") if m.by_bot] == []


async def test_a_mention_in_the_thread_is_answered_once(slack: LocalSlack) -> None:
    question = await asked(slack, "@levelbot P2")
    await slack.post("@levelbot and P3?", channel="eng-leveling", thread_ts=question.ts)
    await settled(slack)
    assert len(said(slack, question)) == 2


async def test_direct_messages_go_on(slack: LocalSlack) -> None:
    dm = slack.dm()
    for text in ("how much autonomy does a P2 have?", "and P3?", "what's the weather?", "and P4?"):
        await slack.post(text, channel=dm)
        await settled(slack)
    answers = [read(m.blocks) for m in slack.messages(dm) if m.by_bot]
    assert len(answers) == 4
    assert ["Autonomy" in answer for answer in answers] == [True, True, False, True]


async def test_a_thread_below_a_direct_question_goes_on_with_it(slack: LocalSlack) -> None:
    question = await slack.post("how much autonomy does a P2 have?", channel=slack.dm())
    await slack.post("skills of P5", channel=slack.dm())
    await settled(slack)
    await slack.post("and P3?", channel=slack.dm(), thread_ts=question.ts)
    await settled(slack)
    assert "Autonomy" in said(slack, question)[-1]


async def test_a_posted_card_is_gone_on_with(slack: LocalSlack) -> None:
    message = await slack.post("P2, I guess", channel="general", user="ben")
    await slack.shortcut("look_up_level", message)
    await settled(slack)
    await slack.click(slack.view(), "post_answer")
    await settled(slack)
    await slack.submit(slack.view())
    await settled(slack)
    await slack.post("and P3?", channel="general", thread_ts=message.ts)
    await settled(slack)
    assert said(slack, message)[-1].startswith("P3")


async def test_a_mishap_with_talk_among_people_is_not_told_to_them(
    slack: LocalSlack, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = await asked(slack, "@levelbot P2")

    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("bot.desk.unasked", broken)
    await slack.post("and P3?", channel="eng-leveling", thread_ts=question.ts)
    await settled(slack)
    assert len(said(slack, question)) == 1
    assert log.lines("ERROR", "failed")


async def test_a_button_changes_the_subject(slack: LocalSlack) -> None:
    question = await asked(slack, "@levelbot P2")
    (answer,) = slack.replies(question.channel, question.ts)
    await slack.click(answer, "ask_compare")
    await settled(slack)
    await slack.post("and P4?", channel="eng-leveling", thread_ts=question.ts)
    await settled(slack)
    assert "P4" in said(slack, question)[-1]
    assert len(said(slack, question)) == 3


@pytest.mark.parametrize("where", ["channel", "dm"])
async def test_an_edited_question_has_its_answer_updated(slack: LocalSlack, where: str) -> None:
    channel = slack.dm() if where == "dm" else slack.channels["eng-leveling"]
    question = await slack.post("@levelbot P2", channel=channel)
    await settled(slack)
    await slack.edit(question, "@levelbot P3")
    await settled(slack)
    answers = [m for m in slack.session.workspace.log if m.by_bot]
    assert [read(m.blocks).splitlines()[0][:2] for m in answers] == ["P3"]


@pytest.mark.parametrize("where", ["channel", "dm"])
async def test_an_edited_follow_up_goes_on_with_what_stood_before_it(
    slack: LocalSlack, where: str
) -> None:
    channel = slack.dm() if where == "dm" else slack.channels["eng-leveling"]
    first = await slack.post("@levelbot P2", channel=channel)
    thread_ts = None if where == "dm" else first.ts
    await settled(slack)
    question = await slack.post("what's next?", channel=channel, thread_ts=thread_ts)
    await settled(slack)
    for again in ("what's the next level?", "and what's next?"):
        await slack.edit(question, again)
        await settled(slack)
    answer = [m for m in slack.session.workspace.log if m.by_bot][-1]
    assert "P2" in read(answer.blocks)
    assert "P3" in read(answer.blocks)
    assert "P4 —" not in read(answer.blocks).splitlines()[0]


async def test_an_edit_right_away_updates_the_answer_on_its_way(slack: LocalSlack) -> None:
    question = await slack.post("@levelbot P2", channel="eng-leveling")
    await slack.edit(question, "@levelbot P3")
    await settled(slack)
    (answer,) = said(slack, question)
    assert answer.startswith("P3")


async def test_a_deleted_question_removes_nothing(slack: LocalSlack) -> None:
    question = await asked(slack, "@levelbot P2")
    await slack.delete(question)
    await settled(slack)
    assert len(said(slack, question)) == 1
    assert P2 in said(slack, question)[0]
