"""The keyboard alone, the two themes, and the width of a phone."""

from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from bot import demo_conversation
from bot.reload import LadderSource
from local_slack import LocalSlack
from tests.page.person import boxes, say, wider_than_the_screen
from tests.page.workshop import Workshop

pytestmark = pytest.mark.asyncio(loop_scope="session")

GRAVE = {"serious", "critical"}
LOOKS: list[Any] = [
    pytest.param("light", 1280, id="light"),
    pytest.param("dark", 1280, id="dark"),
    pytest.param("light", 390, id="phone"),
]


async def findings(page: Page) -> list[str]:
    """What axe finds that keeps people out, and where."""
    result = await Axe().run(page)
    return [
        f"{found['id']}: {node['target']} {node.get('failureSummary', '')}"
        for found in result.response["violations"]
        if found["impact"] in GRAVE
        for node in found["nodes"]
    ]


# The keyboard


async def test_the_keyboard_goes_to_any_conversation(shop: Page) -> None:
    await expect(shop.get_by_role("main")).to_be_visible()
    await shop.keyboard.press("Control+k")
    await shop.get_by_role("combobox", name="Go to").fill("gen")
    await shop.keyboard.press("Enter")
    await expect(shop.get_by_role("main", name="general")).to_be_visible()
    await expect(shop.get_by_role("textbox", name="Message #general")).to_be_focused()
    await shop.keyboard.press("Alt+ArrowDown")
    await expect(shop.get_by_role("main", name="random")).to_be_visible()
    await shop.keyboard.press("Control+/")
    await expect(shop.get_by_role("dialog", name="Keys")).to_contain_text("Next pane")
    await shop.keyboard.press("Escape")
    await expect(shop.get_by_role("dialog")).to_have_count(0)


async def test_the_keyboard_goes_along_the_messages(shop: Page) -> None:
    await say(shop, "@workbot hello")
    await expect(shop.get_by_role("button", name="1 reply")).to_be_visible()
    await say(shop, "second")
    await expect(shop.get_by_role("article")).to_have_count(2)
    await shop.get_by_role("log").focus()
    await shop.keyboard.press("ArrowUp")
    await expect(shop.get_by_role("article").last).to_be_focused()
    await shop.keyboard.press("ArrowUp")
    await expect(shop.get_by_role("article").first).to_be_focused()
    await shop.keyboard.press("t")
    thread = shop.get_by_role("complementary", name="Thread")
    await expect(thread).to_contain_text("At your service")
    await shop.keyboard.press("F6")
    await expect(shop.get_by_role("navigation").locator("[aria-current]")).to_be_focused()


async def test_what_was_typed_and_not_sent_stays(shop: Page) -> None:
    box = shop.get_by_role("textbox", name="Message #")
    await box.fill("half a thought about #ge")
    await box.press("Enter")
    await expect(box).to_have_value("half a thought about #general ")
    await shop.keyboard.press("Alt+ArrowDown")
    await expect(box).to_have_value("")
    await shop.keyboard.press("Alt+ArrowUp")
    await expect(box).to_have_value("half a thought about #general ")


async def test_a_line_stands_above_what_is_new(shop: Page, workshop: Workshop) -> None:
    slack = workshop.slack
    await slack.post("known", user="ben", channel="general")
    await shop.goto(f"{slack.url}#/ana/general")
    await expect(shop.get_by_role("log")).to_contain_text("known")
    await expect(shop.get_by_text("New", exact=True)).to_have_count(0)
    await shop.keyboard.press("Alt+ArrowUp")
    await expect(shop.get_by_role("main", name="general")).to_have_count(0)
    await slack.post("unknown", user="ben", channel="general")
    await expect(shop.get_by_role("button", name="general 1 unread")).to_be_visible()
    await shop.keyboard.press("Alt+ArrowDown")
    await expect(shop.get_by_text("New", exact=True)).to_be_visible()


async def test_two_people_see_different_things(page: Page) -> None:
    await say(page, "/level P2")
    await expect(page.get_by_role("article", name="only visible to you")).to_be_visible()
    people = page.get_by_role("group", name="You are")
    await people.get_by_role("button", name="Ben Okafor").click()
    await expect(page.get_by_role("main", name="eng-leveling")).to_be_visible()
    await expect(page.get_by_role("article")).to_have_count(0)
    await say(page, "hello from Ben")
    await people.get_by_role("button", name="Ana Ruiz").click()
    await expect(page.get_by_role("article", name="Ben Okafor")).to_contain_text("hello from Ben")


async def test_the_list_of_conversations_on_a_phone(shop: Page) -> None:
    await shop.set_viewport_size({"width": 390, "height": 844})
    opener = shop.get_by_role("button", name="Channels", exact=True)
    await opener.press("Enter")
    listed = shop.get_by_role("navigation", name="Workspace")
    await expect(listed.get_by_role("button", name="eng-leveling")).to_be_focused()
    await shop.keyboard.press("Escape")
    await expect(listed).to_be_hidden()
    await expect(opener).to_be_focused()
    await opener.click()
    await listed.get_by_role("button", name="general").click()
    await expect(shop.get_by_role("main", name="general")).to_be_visible()
    await expect(listed).to_be_hidden()


# Looks


async def test_the_theme_can_be_chosen_and_stays(shop: Page) -> None:
    await shop.emulate_media(color_scheme="light")
    theme = shop.locator("html")
    await expect(theme).to_have_attribute("data-theme", "light")
    await shop.get_by_role("button", name="Colors: system").click()
    await shop.get_by_role("button", name="Colors: light").click()
    await expect(theme).to_have_attribute("data-theme", "dark")
    await shop.reload()
    await expect(theme).to_have_attribute("data-theme", "dark")


async def test_the_time_of_a_message_in_a_row_is_shown_when_pointed_at(shop: Page) -> None:
    await say(shop, "first")
    await say(shop, "second")
    second = shop.get_by_role("article", name="Ana Ruiz").filter(has_text="second")
    await expect(second.locator("time")).to_be_hidden()
    await second.hover()
    await expect(second.locator("time")).to_be_visible()


async def test_a_thread_leaves_room_for_text_above_a_button(page: Page) -> None:
    await say(page, "@levelbot P2")
    await page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    words, button = await boxes(
        thread.get_by_text("P2 engineers are"),
        thread.get_by_role("button", name="Show all"),
    )
    assert words["width"] > 260
    assert button["y"] >= words["y"] + words["height"]


async def test_what_was_edited_and_its_replies_stand_apart(page: Page) -> None:
    await say(page, "@levelbot P2")
    question = page.get_by_role("main").get_by_role("article", name="Ana Ruiz")
    await question.hover()
    await question.get_by_role("button", name="More message actions").click()
    await page.get_by_role("menuitem", name="Edit message").click()
    await question.get_by_role("textbox").fill("@levelbot P3")
    await page.keyboard.press("Enter")
    edited, replies = await boxes(
        question.get_by_text("(edited)"), question.get_by_role("button", name="1 reply")
    )
    assert replies["y"] >= edited["y"] + edited["height"]


async def test_three_levels_fit_a_phone(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await say(page, "/level P2 vs P3 vs P4")
    table = page.get_by_role("region", name="Table")
    await expect(table).to_be_visible()
    assert not await wider_than_the_screen(page)
    (last,) = await boxes(table.get_by_text("P4", exact=True))
    assert last["x"] + last["width"] <= 390


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
async def test_the_demo_opens_on_an_answer_that_anyone_can_read(
    blank: Page, slack: LocalSlack, shipped_source: LadderSource, scheme: Any, width: int
) -> None:
    await demo_conversation.hold(slack, shipped_source)
    await blank.emulate_media(color_scheme=scheme)
    await blank.set_viewport_size({"width": width, "height": 800})
    await blank.goto(slack.url)
    if width > 1080:
        thread = blank.get_by_role("complementary", name="Thread")
        await expect(thread).to_contain_text("P2 · Developing AI/ML Engineer")
        await expect(thread.get_by_role("article", name="Ben Okafor")).to_be_in_viewport(ratio=1)
    await expect(blank.get_by_role("article", name="only visible to you")).to_be_in_viewport()
    assert await findings(blank) == []
    assert not await wider_than_the_screen(blank)
    await blank.get_by_role("button", name="P2 vs P3", exact=True).click()
    await expect(blank.get_by_role("main").get_by_role("region", name="Table")).to_be_visible()
    assert await findings(blank) == []


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
async def test_every_surface_can_be_read_by_anyone(
    shop: Page, workshop: Workshop, scheme: Any, width: int
) -> None:
    await shop.emulate_media(color_scheme=scheme)
    await shop.set_viewport_size({"width": width, "height": 800})
    await say(shop, "/parts")
    await expect(shop.get_by_role("button", name="Good answer")).to_be_visible()
    assert await findings(shop) == []
    await shop.get_by_role("textbox", name="Message #").fill("@")
    await expect(shop.get_by_role("option").first).to_be_visible()
    assert await findings(shop) == []
    await shop.get_by_role("textbox", name="Message #").fill("")
    await shop.keyboard.press("Control+k")
    await expect(shop.get_by_role("dialog", name="Go to")).to_be_visible()
    assert await findings(shop) == []
    await shop.keyboard.press("Escape")
    await shop.get_by_role("button", name="Shortcuts").click()
    await expect(shop.get_by_role("menuitem", name="Order tea")).to_be_focused()
    assert await findings(shop) == []
    await shop.get_by_role("menuitem", name="Order tea").click()
    modal = shop.get_by_role("dialog", name="Order tea")
    await modal.get_by_role("button", name="Order").click()
    await expect(modal.get_by_role("alert").first).to_be_visible()
    assert await findings(shop) == []
    await shop.keyboard.press("Escape")
    await shop.get_by_role("button", name="Developer").click()
    pane = shop.get_by_role("complementary", name="Developer")
    await pane.locator("summary").first.click()
    assert await findings(shop) == []
    await pane.get_by_role("tab", name="Faults").click()
    assert await findings(shop) == []
    await shop.keyboard.press("Escape")
    await shop.goto(f"{workshop.slack.url}#/ana/dm-ana/home")
    await expect(shop.get_by_role("tabpanel", name="Home")).to_contain_text("Welcome home")
    assert await findings(shop) == []
    assert not await wider_than_the_screen(shop)
