"""App Home: opened, browsed, and one's own level and family kept."""

import pytest

from bot.blocks.find import LEVEL
from bot.blocks.home import BROWSE, DEFAULT, FIND, FORGET, OWN_LEVEL
from local_slack import LocalSlack, View
from tests.support import buttons, click, read, reference_in, settled


async def _home(slack: LocalSlack, user: str = "ana") -> View:
    slack.open_home(user)
    await settled(slack)
    view = slack.home(user)
    assert view is not None
    return view


def _words(view: View) -> str:
    return "\n".join(read(block) for block in view.blocks)


async def _choose(slack: LocalSlack, action_id: str, typed: str) -> View:
    view = slack.home("ana")
    assert view is not None
    delivery = await slack.suggest(view, action_id, typed)
    assert isinstance(delivery.json, dict)
    await click(slack, view, action_id, value=delivery.json["options"][0])
    return await _now(slack)


async def _now(slack: LocalSlack) -> View:
    await settled(slack)
    view = slack.home("ana")
    assert view is not None
    return view


async def test_the_page_shows_the_levels_to_browse(slack: LocalSlack) -> None:
    view = await _home(slack)
    assert "Levels of AI/ML Engineer" in _words(view)
    view = await _choose(slack, BROWSE, "software")
    assert "Levels of Software Engineer" in _words(view)


async def test_ones_own_level_is_kept_and_its_step_shown(slack: LocalSlack) -> None:
    await _home(slack)
    view = await _choose(slack, OWN_LEVEL, "data scientist ii")
    assert "P2 — Developing Professional (Data Scientist)" in _words(view)
    assert "Next: P3" in _words(view)
    assert "Developing Professional (Data Scientist)" in _words(await _home(slack))
    assert "Choose your level" in _words(await _home(slack, "ben")), "nobody else sees it"


async def test_the_default_family_counts_in_questions_until_it_is_forgotten(
    slack: LocalSlack,
) -> None:
    await _home(slack)
    await _choose(slack, DEFAULT, "data sci")
    delivery = await slack.command("/level", "P2")
    assert delivery.message
    assert "Data Scientist" in read(delivery.message.blocks[0])
    await click(slack, await _now(slack), FORGET)
    delivery = await slack.command("/level", "P2")
    assert delivery.message
    assert "AI/ML Engineer" in read(delivery.message.blocks[0])
    assert FORGET not in buttons((await _now(slack)).blocks)


async def test_a_button_on_the_page_opens_the_card(slack: LocalSlack) -> None:
    view = await _home(slack)
    of_p3 = next(
        action for action, each in buttons(view.blocks).items() if each["text"]["text"] == "P3"
    )
    await click(slack, view, of_p3)
    assert slack.view().title == "P3 · AI/ML Engineer"
    assert "Levels of AI/ML Engineer" in _words(await _now(slack)), "the page is still there"


async def test_a_level_is_searched_from_the_page(slack: LocalSlack) -> None:
    await click(slack, await _home(slack), FIND)
    delivery = await slack.suggest(slack.view(), LEVEL, "staff soft")
    assert isinstance(delivery.json, dict)
    assert delivery.json["options"][0]["text"]["text"].startswith("P7 · Software Engineer")


async def test_only_admins_see_the_state_of_the_ladder(slack: LocalSlack) -> None:
    await slack.command("/level", "what is the weather like on the moon")
    await settled(slack)
    assert "what is the weather like on the moon" in _words(await _home(slack, "hanna"))
    assert "For admins" not in _words(await _home(slack, "ben"))


async def test_questions_are_suggested_in_the_messages_tab(slack: LocalSlack) -> None:
    slack.open_home("ana", tab="messages")
    await settled(slack)
    (call,) = [c for c in slack.calls if c.method == "assistant.threads.setSuggestedPrompts"]
    prompts = call.args["prompts"]
    assert 1 <= len(prompts) <= 4
    assert all(each["title"] and each["message"] for each in prompts)
    assert "thread_ts" not in call.args, "agents fail silently with it"


@pytest.mark.provokes_faults
async def test_a_page_that_slack_will_not_take_is_told_in_the_log_once(slack: LocalSlack) -> None:
    slack.faults.fail("views.publish", "internal_error", times=9)
    slack.open_home("ana")
    await settled(slack)
    assert slack.home("ana") is None
    assert slack.messages(slack.dm()) == [], "nobody has asked the bot"


@pytest.mark.provokes_faults
async def test_a_page_that_fails_says_so_itself(slack: LocalSlack) -> None:
    slack.faults.fail("views.publish", "internal_error")
    assert reference_in(_words(await _home(slack)))
    assert slack.messages(slack.dm()) == []
