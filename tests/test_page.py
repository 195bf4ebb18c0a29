"""A person at the page of the local workspace: types, reads, clicks."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, async_playwright, expect

from local_slack import LocalSlack
from tests.browser import find_browser

# Without these, Chromium as root does not start, and it calls home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
async def page(slack: LocalSlack) -> AsyncIterator[Page]:
    """The page, with every error that it logs failing the test."""
    errors: list[str] = []
    outside: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_browser(), args=ARGUMENTS
        )
        opened = await browser.new_page()
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.on(
            "request",
            lambda request: (
                None if request.url.startswith((slack.url, "data:")) else outside.append(request.url)
            ),
        )
        await opened.goto(slack.url)
        yield opened
        await browser.close()
    assert errors == []
    assert outside == []


async def say(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name="Message #")
    await box.fill(text)
    await page.get_by_role("button", name="Send").click()


async def test_a_slash_command_shows_the_card_to_its_asker_alone(page: Page) -> None:
    await say(page, "/level P2")
    card = page.get_by_role("article", name="only visible to you").last
    await expect(card).to_contain_text("P2 · Developing AI/ML Engineer")
    await expect(card).to_contain_text("General supervision; reviewed at milestones")
    await expect(card).to_contain_text("Skills, knowledge & tools")


async def test_formatting_is_drawn_and_not_spelled_out(page: Page) -> None:
    await say(page, "/level P2")
    card = page.get_by_role("article", name="only visible to you").last
    await expect(card).to_contain_text("What it pays")
    text = await card.inner_text()
    assert "*" not in text.replace("O*NET", "")
    assert "&amp;" not in text
    assert "_and" not in text


async def test_a_mention_is_answered_in_its_thread(page: Page) -> None:
    await say(page, "@levelbot what's Machine Learning II?")
    await page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    await expect(thread).to_contain_text("P2 · Developing AI/ML Engineer")


async def test_the_whole_card_opens_in_a_modal(page: Page) -> None:
    await say(page, "/level P2")
    await page.get_by_role("button", name="Show whole card").click()
    modal = page.get_by_role("dialog")
    await expect(modal).to_contain_text("Continuous learning")
    await expect(modal).to_contain_text("Tune model hyperparameters")
    await page.keyboard.press("Escape")
    await expect(modal).to_be_hidden()


async def test_a_suggestion_answers_in_place(page: Page) -> None:
    await say(page, "/level xyzzy")
    await page.get_by_role("button", name="What's Machine Learning II?").click()
    await expect(page.get_by_role("main")).to_contain_text("P2 · Developing AI/ML Engineer")
    await expect(page.get_by_role("main")).not_to_contain_text("couldn't find that")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_card_fits_a_phone(page: Page, scheme: str) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    await say(page, "/level P2")
    await expect(page.get_by_role("button", name="Show whole card")).to_be_visible()
    wider = await page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    assert not wider
