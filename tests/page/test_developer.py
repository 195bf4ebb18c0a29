"""What a developer sees and switches: requests, their JSON and timing, and faults."""

import pytest
from playwright.async_api import Page, expect

from local_slack import LocalSlack
from tests.page.person import say
from tests.page.workshop import Workshop

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_requests_and_calls_with_their_json(shop: Page) -> None:
    await say(shop, "@workbot hello")
    await expect(shop.get_by_role("button", name="1 reply")).to_be_visible()
    await shop.get_by_role("button", name="Developer").click()
    pane = shop.get_by_role("complementary", name="Developer")
    listed = pane.get_by_role("listitem")
    await expect(listed.filter(has_text="app_mention")).to_contain_text("200")
    await pane.get_by_role("button", name="To Slack").click()
    call = listed.filter(has_text="chat.postMessage")
    await call.locator("summary").click()
    await expect(call.get_by_role("region", name="Request")).to_contain_text('"At your service"')
    await expect(call.get_by_role("region", name="Response")).to_contain_text('"ok": true')
    await expect(call).to_contain_text("ms · HTTP 200")
    await pane.get_by_role("button", name="All").click()
    await pane.get_by_role("searchbox", name="Filter by name").fill("mention")
    await expect(listed).to_have_count(1)
    await expect(listed).to_contain_text("app_mention")
    await pane.get_by_role("button", name="Clear the list").click()
    await expect(pane).to_contain_text("Nothing yet")


async def test_faults_are_switched_on_and_off(shop: Page, workshop: Workshop) -> None:
    await shop.get_by_role("button", name="Developer").click()
    pane = shop.get_by_role("complementary", name="Developer")
    await pane.get_by_role("tab", name="Faults").click()
    await pane.get_by_role("radio", name="Slack refuses").check()
    await pane.get_by_role("combobox", name="Method").select_option("chat.postMessage")
    await pane.get_by_role("textbox", name="Error code").fill("is_archived")
    await pane.get_by_role("button", name="Switch on").click()
    switched = pane.get_by_role("region", name="Switched on")
    await expect(switched).to_contain_text("chat.postMessage answers is_archived, once")
    await say(shop, "@workbot hello")
    await expect(switched).to_contain_text("Nothing: Slack works as it should.")
    await pane.get_by_role("tab", name="Requests").click()
    await pane.get_by_role("button", name="Failed").click()
    await expect(pane.get_by_role("listitem").first).to_contain_text("is_archived")
    await pane.get_by_role("tab", name="Faults").click()
    await pane.get_by_role("radio", name="Slack is slow").check()
    await pane.get_by_role("button", name="Switch on").click()
    await expect(shop.get_by_role("button", name="Developer, 1 fault on")).to_be_visible()
    await switched.get_by_role("button", name="Switch all off").click()
    await expect(switched).to_contain_text("Nothing")
    assert workshop.slack.faults.as_json() == []


async def test_what_slack_warns_of_is_told(shop: Page) -> None:
    await say(shop, "/mute")
    await shop.get_by_role("button", name="Developer, 1 warning").click()
    pane = shop.get_by_role("complementary", name="Developer")
    await pane.get_by_role("tab", name="Warnings").click()
    await expect(pane.get_by_role("listitem")).to_contain_text("slash command response")
    await pane.get_by_role("tab", name="Warnings").press("ArrowLeft")
    await pane.get_by_role("button", name="Clear the list").click()
    await expect(shop.get_by_role("button", name="Developer", exact=True)).to_be_visible()


async def test_a_step_is_run_and_its_end_is_told(shop: Page) -> None:
    await shop.get_by_role("button", name="Developer").click()
    pane = shop.get_by_role("complementary", name="Developer")
    await pane.get_by_role("tab", name="Steps").click()
    text = pane.get_by_role("textbox", name="Text")
    for typed, told in (("a feather", '"length": 9'), ("endless", "Too long to measure.")):
        await text.fill(typed)
        await text.press("Enter")
        await expect(pane.get_by_role("article").first).to_contain_text(told)
    await expect(pane.get_by_role("article")).to_have_count(2)


async def test_a_message_is_shown_as_json(shop: Page) -> None:
    await say(shop, "/parts")
    message = shop.get_by_role("article", name="workbot")
    await message.hover()
    await message.get_by_role("button", name="More message actions").click()
    await message.get_by_role("menuitem", name="Show its JSON").click()
    shown = shop.get_by_role("dialog", name="The message as JSON")
    await expect(shown.get_by_role("region", name="Blocks")).to_contain_text('"feedback_buttons"')
    await shop.keyboard.press("Escape")
    await expect(shown).to_have_count(0)


async def test_an_event_is_delivered_again(shop: Page) -> None:
    await say(shop, "@workbot hello")
    await shop.get_by_role("button", name="Developer").click()
    pane = shop.get_by_role("complementary", name="Developer")
    event = pane.get_by_role("listitem").filter(has_text="app_mention")
    await event.locator("summary").click()
    await event.get_by_role("button", name="Deliver again").click()
    await expect(event).to_have_count(2)
    await event.first.locator("summary").click()
    await expect(event.first).to_contain_text("delivered again, 1")


async def test_an_app_that_is_not_running_is_told(blank: Page) -> None:
    async with LocalSlack() as slack:
        await blank.goto(slack.url)
        await expect(blank.get_by_text("levelbot is not running")).to_be_visible()
        slack.app_url = "http://127.0.0.1:9/"
        await blank.reload()
        await expect(blank.get_by_role("main")).to_be_visible()
        await expect(blank.get_by_text("levelbot is not running")).to_have_count(0)
