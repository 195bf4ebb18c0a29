"""The message shortcut: answers in a modal, seen by one person."""

import pytest

from local_slack import LocalSlack
from tests.support import buttons, click, read, settled

P2 = "P2 · AI/ML Engineer"


async def test_a_message_is_looked_up_in_a_modal(slack: LocalSlack) -> None:
    message = await slack.post("what does Machine Learning II mean?", user="ben")
    delivery = await slack.shortcut("look_up_level", message, user="ana")
    await settled(slack)
    assert delivery.ok
    assert slack.view("ana").title == P2
    assert slack.replies(message.channel, message.ts) == [], "nobody else sees it"


async def test_a_choice_in_the_modal_becomes_the_card(slack: LocalSlack) -> None:
    message = await slack.post("P2 or P3?")
    await slack.shortcut("look_up_level", message)
    await settled(slack)
    await click(slack, slack.view(), "ask_2")
    assert slack.view().title == "P3 · AI/ML Engineer"


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        (
            "We're hiring a Machine Learning II and a Senior Data Scientist this quarter",
            ["P2 · AI/ML Engineer", "P4 · Data Scientist"],
        ),
        (
            "Two reqs:\n- Machine Learning II\n- Senior Data Scientist\n- Staff Software Engineer",
            ["P2 · AI/ML Engineer", "P4 · Data Scientist", "P7 · Software Engineer"],
        ),
        (
            "I talked with Kim about the Machine Learning III role. The P5 role is open too.",
            ["P3 · AI/ML Engineer", "P5 · AI/ML Engineer"],
        ),
    ],
)
async def test_of_several_titles_one_is_chosen(
    slack: LocalSlack, text: str, choices: list[str]
) -> None:
    message = await slack.post(text, user="ben")
    await slack.shortcut("look_up_level", message)
    await settled(slack)
    offered = buttons(slack.view().blocks)
    assert [each["text"]["text"] for each in offered.values()] == choices
    await click(slack, slack.view(), "ask_2")
    assert slack.view().title == choices[1]
    await click(slack, slack.view(), "post_answer")
    await slack.submit(slack.view())
    await settled(slack)
    (posted,) = slack.replies(message.channel, message.ts)
    assert read(posted.blocks).startswith(choices[1][:2])


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        ("P2 vs P3?", "levelbot", "differ"),
        ("Great work everyone!", "levelbot", "couldn't find"),
        ("", "levelbot", "Hello!"),
    ],
)
async def test_any_message_can_be_looked_up(
    slack: LocalSlack, text: str, title: str, words: str
) -> None:
    message = await slack.post(text or "@levelbot", user="ben")
    await slack.shortcut("look_up_level", message)
    await settled(slack)
    assert slack.view().title == title
    assert words in read(slack.view().blocks)


@pytest.mark.parametrize("channel", ["comp-review", "random"])
@pytest.mark.provokes_faults
async def test_where_the_bot_is_no_member_the_answer_still_goes_into_the_thread(
    slack: LocalSlack, channel: str
) -> None:
    message = await slack.post("Machine Learning II", channel=channel)
    await slack.shortcut("look_up_level", message)
    await settled(slack)
    await click(slack, slack.view(), "post_answer")
    await slack.submit(slack.view())
    await settled(slack)
    (posted,) = slack.replies(channel, message.ts)
    assert "P2" in read(posted.blocks)


@pytest.mark.provokes_faults
async def test_a_modal_that_slack_will_not_open_is_owned_up_to(slack: LocalSlack) -> None:
    message = await slack.post("P2")
    slack.faults.fail("views.open", "expired_trigger_id")
    assert (await slack.shortcut("look_up_level", message)).ok
    await settled(slack)
    assert "try again" in slack.ephemerals()[-1].text


async def test_a_card_is_posted_without_scrolling_and_says_what_is_assumed(
    slack: LocalSlack,
) -> None:
    message = await slack.post("P3")
    await slack.shortcut("look_up_level", message)
    await settled(slack)
    blocks = slack.view().blocks
    assert "post_answer" in buttons(blocks[:4])
    assert "No family named: this is AI/ML Engineer" in read(blocks[:4])
    assert "Also in: Data Scientist, Software Engineer" in read(blocks[4:])
