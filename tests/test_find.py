"""The global shortcut "Find a level": search while typing, see the card, post it."""

import time
from typing import Any

import pytest

from bot.blocks.find import CONVERSATION, LEVEL
from bot.reports import make_report
from bot.state import State
from local_slack import LocalSlack
from tests.support import click, read, settled

P2 = "P2 · Developing AI/ML Engineer"


async def _open(slack: LocalSlack, user: str = "ana") -> None:
    await slack.shortcut("find_level", user=user)
    await settled(slack)


async def _suggested(slack: LocalSlack, typed: str) -> list[dict[str, Any]]:
    delivery = await slack.suggest(slack.view(), LEVEL, typed)
    assert isinstance(delivery.json, dict)
    options = delivery.json["options"]
    assert isinstance(options, list)
    return options


async def _choose(slack: LocalSlack, option: dict[str, Any]) -> None:
    await click(slack, slack.view(), LEVEL, value=option)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", "P1 · AI/ML Engineer"),
        ("P2", "P2 · AI/ML Engineer"),
        ("p", "P1 · AI/ML Engineer"),
        ("machine lea", "P1 · AI/ML Engineer"),
        ("machien lerning two", "P2 · AI/ML Engineer"),
        ("staff data sci", "P7 · Data Scientist"),
        ("principal soft", "P6 · Software Engineer"),
        ("team lead software", "M1 · Software Engineer"),
        ("sr data", "P4 · Data Scientist"),
        ("deep learning thre", "P3 · AI/ML Engineer"),
        ("deep learning prin", "P6 · AI/ML Engineer"),
    ],
)
async def test_levels_are_offered_while_one_types(
    slack: LocalSlack, typed: str, first: str
) -> None:
    await _open(slack)
    options = await _suggested(slack, typed)
    assert options[0]["text"]["text"].startswith(first)


async def test_what_was_typed_can_be_asked_as_it_is(slack: LocalSlack) -> None:
    await _open(slack)
    options = await _suggested(slack, "who needs SQL? <!channel>")
    assert options[-1]["text"]["text"] == "Ask: who needs SQL? <!channel>"
    await _choose(slack, options[-1])
    answer = "".join(read(block) for block in slack.view().blocks[1:])
    assert "SQL" in answer
    assert "<!channel>" not in answer


async def test_a_chosen_level_is_shown_and_posted(slack: LocalSlack, state: State) -> None:
    await _open(slack)
    (option, *_) = await _suggested(slack, "ml II")
    await _choose(slack, option)
    assert "Developing AI/ML Engineer" in "".join(read(block) for block in slack.view().blocks)
    general = slack.channels["general"]
    delivery = await slack.submit(slack.view(), {LEVEL: option, CONVERSATION: general.id})
    assert delivery.ok
    await settled(slack)
    assert slack.messages(general) == [], "first one is told who will see it"
    told = read(slack.view().blocks)
    assert "Post the card P2 · AI/ML Engineer in *#general*?" in told
    assert "3 people in this conversation will see it." in told
    await slack.submit(slack.view())
    await settled(slack)
    assert not slack.views[slack.users["ana"].id], "both modals are closed"
    posted = slack.messages(general)[-1]
    assert posted.by_bot
    assert read(posted.blocks[0]) == P2
    assert f"Posted by <@{slack.users['ana'].id}>" in read(posted.blocks)
    report = await make_report(state, time.time() + 1, days=1)
    assert report.by_surface == {"global_shortcut": 1}, "it was asked once"
    await slack.post("and P3?", channel=general, thread_ts=posted.ts)
    await settled(slack)
    assert "P3" in slack.replies(general, posted.ts)[-1].text


async def test_a_submission_without_a_conversation_shows_the_card(slack: LocalSlack) -> None:
    await _open(slack)
    (option, *_) = await _suggested(slack, "P3")
    await slack.submit(slack.view(), {LEVEL: option})
    assert "Mid-Level" in "".join(read(block) for block in slack.view().blocks)


async def test_nothing_is_posted_before_a_conversation_is_chosen(slack: LocalSlack) -> None:
    await _open(slack)
    (option, *_) = await _suggested(slack, "P2")
    await _choose(slack, option)
    delivery = await slack.submit(slack.view(), {LEVEL: option})
    assert "Choose the conversation" in delivery.errors[CONVERSATION]


async def test_a_button_under_an_answer_leaves_the_search_below_it(slack: LocalSlack) -> None:
    await _open(slack)
    await _choose(slack, (await _suggested(slack, "P2 vs P3"))[-1])
    search = slack.view()
    await click(slack, search, "ask_2")
    assert slack.view().title == "P3 · AI/ML Engineer"
    assert slack.views[slack.users["ana"].id][0].id == search.id, "closing it leads back"


async def test_a_second_choice_takes_the_place_of_the_first(slack: LocalSlack) -> None:
    await _open(slack)
    await _choose(slack, (await _suggested(slack, "P2"))[0])
    await _choose(slack, (await _suggested(slack, "P4"))[0])
    shown = "".join(read(block) for block in slack.view().blocks)
    assert "Senior" in shown
    assert "Developing AI/ML Engineer" not in shown


@pytest.mark.provokes_faults
async def test_a_conversation_without_the_bot_is_posted_to_all_the_same(slack: LocalSlack) -> None:
    """Slack gives a `response_url` for the conversation chosen, and that needs no member."""
    await _open(slack)
    (option, *_) = await _suggested(slack, "P2")
    await _choose(slack, option)
    private = next(
        each for each in slack.channels.values() if slack.bot_user_id not in each.members
    )
    await slack.submit(slack.view(), {LEVEL: option, CONVERSATION: private.id})
    await settled(slack)
    await slack.submit(slack.view())
    await settled(slack)
    assert read(slack.messages(private)[-1].blocks[0]) == P2


@pytest.mark.parametrize(
    ("channel", "told"),
    [
        ("vendors", "1 guest"),
        ("acme-shared", "1 person of another organization"),
        ("old-launch", "archived"),
    ],
)
async def test_one_is_told_who_will_see_it_before_it_is_posted(
    slack: LocalSlack, channel: str, told: str
) -> None:
    await _open(slack)
    (option, *_) = await _suggested(slack, "P2")
    await _choose(slack, option)
    search = slack.view()
    await slack.submit(search, {LEVEL: option, CONVERSATION: slack.channels[channel].id})
    await settled(slack)
    asked = slack.view()
    assert told in read(asked.blocks)
    assert asked.previous_view_id == search.id, "closing it leads back to the choice"
    assert ("submit" in asked.definition) == (channel != "old-launch")
    assert slack.messages(channel) == []


async def test_where_it_takes_long_to_see_who_is_there_one_is_told_later(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.confirming.ACK_WITHIN_S", 0)
    await _open(slack)
    (option, *_) = await _suggested(slack, "P2")
    await _choose(slack, option)
    vendors = slack.channels["vendors"].id
    submitted = await slack.submit(slack.view(), {LEVEL: option, CONVERSATION: vendors})
    assert isinstance(submitted.json, dict)
    assert "One moment" in read(submitted.json["view"]["blocks"])
    await settled(slack)
    assert "1 guest" in read(slack.view().blocks)


@pytest.mark.provokes_faults
async def test_a_window_that_slack_will_not_open_is_owned_up_to(slack: LocalSlack) -> None:
    slack.faults.fail("views.open", "expired_trigger_id")
    assert (await slack.shortcut("find_level")).ok
    await settled(slack)
    assert "try again" in slack.messages(slack.dm())[-1].text, "there is no channel to say it in"
