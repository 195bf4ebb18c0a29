"""A person who is faster than the page: what can be seen already has its keys and its focus.

A busy machine may take long between drawing something and what follows from that, and a key
pressed meanwhile must not be lost. These tests look, or press, in the very moment in which
something appears.
"""

import asyncio

import pytest
from playwright.async_api import Page, Route, expect

from tests.page.workshop import Workshop

pytestmark = pytest.mark.asyncio(loop_scope="session")

PRESS_AT_FIRST_SIGHT = """
new MutationObserver((changes, watcher) => {
  if (!document.querySelector("main")) return;
  watcher.disconnect();
  const pressed = { key: "k", ctrlKey: true, bubbles: true };
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", pressed));
}).observe(document, { childList: true, subtree: true });
"""
# `focus_then` tells what has the focus once `selector` has come, or gone.
WATCH_FOCUS = """
([selector, there]) => {
  const { promise, resolve } = Promise.withResolvers();
  window.focus_then = promise;
  new MutationObserver(async (changes, watcher) => {
    if ((document.querySelector(selector) !== null) !== there) return;
    watcher.disconnect();
    await null; // drawn to the end, and nothing else done yet
    const at = document.activeElement;
    const label = at.labels?.[0]?.textContent;
    resolve(at.ariaLabel ?? label ?? at.textContent);
  }).observe(document, { childList: true, subtree: true });
}
"""


async def focus_then(page: Page) -> str:
    """The name of what had the focus in the moment that was watched for; waits for it."""
    return str(await page.evaluate("window.focus_then"))


async def test_a_key_pressed_at_first_sight_is_heard(blank: Page, workshop: Workshop) -> None:
    async with await blank.add_init_script(PRESS_AT_FIRST_SIGHT):
        await blank.goto(workshop.slack.url)
        await expect(blank.get_by_role("combobox", name="Go to")).to_be_focused()


async def test_one_can_type_at_first_sight(blank: Page, workshop: Workshop) -> None:
    async with await blank.add_init_script(f"({WATCH_FOCUS})(['main', true])"):
        await blank.goto(workshop.slack.url)
        assert await focus_then(blank) == "Message #eng-leveling"


async def test_a_menu_and_a_modal_have_the_focus_when_they_appear(shop: Page) -> None:
    await shop.evaluate(WATCH_FOCUS, ["[role=menu]", True])
    await shop.get_by_role("button", name="Shortcuts").click()
    assert "Order tea" in await focus_then(shop)
    await shop.evaluate(WATCH_FOCUS, ["[role=dialog]", True])
    await shop.get_by_role("menuitem", name="Order tea").click()
    assert await focus_then(shop) == "Note"


async def test_the_focus_is_back_when_a_modal_is_gone(shop: Page) -> None:
    await shop.get_by_role("button", name="Shortcuts").click()
    await shop.get_by_role("menuitem", name="Order tea").click()
    await expect(shop.get_by_role("textbox", name="Note")).to_be_focused()
    await shop.evaluate(WATCH_FOCUS, ["[role=dialog]", False])
    await shop.keyboard.press("Escape")
    assert await focus_then(shop) == "Shortcuts"


async def test_who_mends_a_field_before_slack_is_done_is_heard(shop: Page) -> None:
    first: list[Route] = []
    mended = asyncio.Event()

    async def held_back(route: Route) -> None:
        first.append(route)
        answer = await route.fetch()
        if len(first) == 1:
            await mended.wait()
        await route.fulfill(response=answer)

    await shop.get_by_role("button", name="Shortcuts").click()
    await shop.get_by_role("menuitem", name="Order tea").click()
    modal = shop.get_by_role("dialog", name="Order tea")
    await modal.get_by_role("combobox", name="Tea").press_sequentially("gen")
    await expect(modal.get_by_role("option")).to_have_text(["Genmaicha"])
    await modal.get_by_role("combobox", name="Tea").press("Enter")
    await modal.get_by_role("textbox", name="Note").fill("rude")
    await shop.route("**/local/submit", held_back)
    await modal.get_by_role("textbox", name="Note").press("Enter")
    await expect(modal.get_by_text("Please be kind.")).to_be_visible()
    await modal.get_by_role("textbox", name="Note").fill("With milk")
    await modal.get_by_role("textbox", name="Note").press("Enter")
    await expect(shop.get_by_role("dialog", name="Thanks")).to_contain_text("With milk")
    mended.set()
    await shop.unroute_all(behavior="wait")


async def test_two_quick_steps_go_two_conversations_on(shop: Page) -> None:
    await expect(shop.get_by_role("main", name="eng-leveling")).to_be_visible()
    listed = shop.get_by_role("region", name="Channels").get_by_role("button")
    names = await listed.evaluate_all("all => all.map((each) => each.textContent)")
    await shop.evaluate(
        """async () => {
          const pressed = { key: "ArrowDown", altKey: true, bubbles: true };
          for (let step = 0; step < 2; step += 1) {
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", pressed));
            await null; // what React does at once, and not what the browser does later
          }
        }"""
    )
    third = names[names.index("eng-leveling") + 2]
    await expect(shop.get_by_role("main", name=third)).to_be_visible()
    await expect(shop.get_by_role("textbox", name=f"Message #{third}")).to_be_focused()


async def test_who_scrolls_while_the_page_changes_stays_there(
    shop: Page, workshop: Workshop
) -> None:
    for number in range(30):
        await workshop.slack.post(f"line {number}", user="ben", channel="general")
    await shop.goto(f"{workshop.slack.url}#/ana/general")
    messages = shop.get_by_role("log", name="Messages", exact=True)
    await expect(messages.get_by_text("line 29")).to_be_in_viewport()
    # The browser tells of a scroll only before it draws again.
    await messages.evaluate(
        """(box) => {
          box.scrollTop = 0;
          document.querySelector("header [aria-label^=Developer]").click();
        }"""
    )
    await expect(shop.get_by_role("complementary", name="Developer")).to_be_visible()
    await expect(messages.get_by_text("line 0", exact=True)).to_be_in_viewport()
    await workshop.slack.post("the newest", user="ben", channel="general")
    await expect(shop.get_by_role("button", name="New messages")).to_be_visible()
    await expect(messages.get_by_text("line 0", exact=True)).to_be_in_viewport()
