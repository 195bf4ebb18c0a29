"""Every surface that an app may have, used at the page, with a small app of the tests' own."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.page.person import say
from tests.page.workshop import Json, Workshop

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def order_form(shop: Page) -> Locator:
    """The modal, opened from the composer's menu."""
    await shop.get_by_role("button", name="Shortcuts").click()
    await shop.get_by_role("menuitem", name="Order tea").click()
    return shop.get_by_role("dialog", name="Order tea")


async def test_the_apps_home_and_messages(shop: Page, workshop: Workshop) -> None:
    await shop.get_by_role("navigation").get_by_role("button", name="workbot").click()
    await shop.get_by_role("tab", name="Home").click()
    home = shop.get_by_role("tabpanel", name="Home")
    await expect(home).to_contain_text("Welcome home")
    await home.get_by_role("button", name="Again").click()
    await expect(home).to_contain_text("Home again")
    await shop.get_by_role("tab", name="Home").press("ArrowRight")
    await expect(shop.get_by_role("tab", name="Messages")).to_be_focused()
    await shop.get_by_role("button", name="Say hello").click()
    await expect(shop.get_by_role("log")).to_contain_text("You said: hello there")
    opened = {("opened", "home"), ("opened", "messages")}
    await workshop.slack.wait_until(lambda: opened <= set(workshop.heard))


async def test_an_error_stands_beside_its_field(shop: Page) -> None:
    modal = await order_form(shop)
    note = modal.get_by_role("textbox", name="Note")
    await expect(note).to_be_focused()
    await modal.get_by_role("button", name="Order").click()
    await expect(modal.get_by_role("alert")).to_have_count(2)
    await note.fill("rude")
    tea = modal.get_by_role("combobox", name="Tea")
    await tea.press_sequentially("ma")
    await expect(modal.get_by_role("option")).to_have_text(["Genmaicha"])
    await tea.press("Enter")
    await modal.get_by_role("button", name="Order").click()
    await expect(modal.get_by_text("Please be kind.")).to_be_visible()
    await expect(modal.get_by_role("alert")).to_have_count(1)
    await expect(note).to_be_focused()
    await note.fill("With milk")
    await note.press("Enter")
    thanks = shop.get_by_role("dialog", name="Thanks")
    await expect(thanks).to_contain_text("Genmaicha is on its way. With milk")


async def test_a_modal_over_another_keeps_what_was_typed(shop: Page) -> None:
    modal = await order_form(shop)
    await modal.get_by_role("textbox", name="Note").fill("no sugar")
    await modal.get_by_role("button", name="See the menu").click()
    over = shop.get_by_role("dialog", name="Menu")
    await expect(over).to_contain_text("Assam, Darjeeling")
    await over.get_by_role("button", name="Back").first.click()
    await expect(modal.get_by_role("textbox", name="Note")).to_have_value("no sugar")
    await shop.keyboard.press("Escape")
    await expect(shop.get_by_role("dialog")).to_have_count(0)
    await expect(shop.get_by_role("button", name="Shortcuts")).to_be_focused()


async def test_a_shortcut_is_found_by_typing(shop: Page) -> None:
    box = shop.get_by_role("textbox", name="Message #")
    await box.fill("/or")
    await expect(shop.get_by_role("option")).to_contain_text("Order tea")
    await box.press("Enter")
    await expect(shop.get_by_role("dialog", name="Order tea")).to_be_visible()


async def test_a_message_shortcut_is_in_the_messages_menu(shop: Page) -> None:
    await say(shop, "to be or not to be")
    message = shop.get_by_role("article", name="Ana Ruiz")
    await message.hover()
    await message.get_by_role("button", name="More message actions").click()
    await shop.get_by_role("menuitem", name="Quote it").click()
    await expect(shop.get_by_role("article", name="only visible to you")).to_contain_text(
        "Quoted: to be or not to be"
    )


async def test_a_button_shows_that_it_is_working(shop: Page, workshop: Workshop) -> None:
    await say(shop, "/parts")
    slow = shop.get_by_role("button", name="Take your time")
    await slow.click()
    await expect(slow).to_have_attribute("aria-busy", "true")
    workshop.released.set()
    await expect(slow).to_have_attribute("aria-busy", "false")


async def test_elements_tell_the_app_what_was_chosen(shop: Page, workshop: Workshop) -> None:
    await say(shop, "/parts")
    drop = shop.get_by_role("button", name="Drop it")
    await drop.click()
    asked = shop.get_by_role("dialog", name="Drop it?")
    await asked.get_by_role("button", name="Keep").click()
    await expect(drop).to_be_focused()
    await drop.press("Enter")
    async with shop.expect_response("**/local/act"):
        await asked.get_by_role("button", name="Drop").click()
    await shop.get_by_role("button", name="More actions").click()
    async with shop.expect_response("**/local/act"):
        await shop.get_by_role("menuitem", name="Export").click()
    size = shop.get_by_role("combobox", name="A size")
    await size.press_sequentially("la")
    async with shop.expect_response("**/local/act"):
        await size.press("Enter")
    good = shop.get_by_role("button", name="Good answer")
    async with shop.expect_response("**/local/act"):
        await good.click()
    await expect(good).to_have_attribute("aria-pressed", "true")
    assert workshop.heard == [
        ("drop", None),
        ("more", "export"),
        ("size", "large"),
        ("rate", "good"),
    ]


async def test_attachments_are_drawn_below_their_message(shop: Page, workshop: Workshop) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*P2* in short"}}]
    attachments: list[Json] = [
        {"color": "#0b6e69", "blocks": blocks},
        {"title": "Older", "text": "in _words_"},
    ]
    message = await workshop.slack.post("see https://levels.example/P2", channel="general")
    message.attachments = attachments
    workshop.slack.session.workspace.announce_message(message)
    await shop.goto(f"{workshop.slack.url}#/ana/general")
    shown = shop.get_by_role("article").last
    await expect(shown).to_contain_text("P2 in short")
    await expect(shown).to_contain_text("in words")


async def test_ones_own_message_is_edited_and_deleted(shop: Page) -> None:
    await say(shop, "a fether for @workbot & me")
    message = shop.get_by_role("article", name="Ana Ruiz").last

    async def choose(name: str) -> None:
        await message.hover()
        await message.get_by_role("button", name="More message actions").click()
        await message.get_by_role("menuitem", name=name).click()

    await choose("Edit message")
    box = message.get_by_role("textbox", name="Edit the message")
    await expect(box).to_have_value("a fether for @workbot & me")
    await box.fill("a feather")
    await box.press("Enter")
    await expect(message).to_contain_text("a feather(edited)")
    await choose("Delete message")
    await shop.get_by_role("dialog").get_by_role("button", name="Delete").click()
    await expect(message).to_have_count(0)


async def test_where_one_may_not_post_there_is_no_composer(shop: Page, workshop: Workshop) -> None:
    await shop.goto(f"{workshop.slack.url}#/ana/old-launch")
    await expect(shop.get_by_role("main")).to_contain_text("This channel is archived")
    await shop.goto(f"{workshop.slack.url}#/ana/announcements")
    await expect(shop.get_by_role("main")).to_contain_text("Only admins can post here.")
    await expect(shop.get_by_role("textbox")).to_have_count(0)
    await shop.goto(f"{workshop.slack.url}#/hanna/announcements")
    await expect(shop.get_by_role("textbox", name="Message #announcements")).to_be_visible()


async def test_the_app_is_not_in_what_two_people_write(shop: Page, workshop: Workshop) -> None:
    await shop.get_by_role("navigation").get_by_role("button", name="Ben Okafor").first.click()
    await expect(shop.get_by_role("tab")).to_have_count(0)
    await say(shop, "just the two of us")
    await workshop.slack.idle()
    assert [each for each in workshop.slack.deliveries if each.kind == "event"] == []


async def test_what_the_app_is_doing_is_told(shop: Page, workshop: Workshop) -> None:
    slack = workshop.slack
    await shop.goto(f"{slack.url}#/ana/dm-ana")
    await expect(shop.get_by_role("textbox", name="Message workbot")).to_be_visible()
    slack.session.agent.set_status(slack.dm("ana").id, "1.0", "is looking it up", [])
    await expect(shop.get_by_text("workbot is looking it up")).to_be_visible()
