"""What a person does at the page, again and again."""

from typing import Any

from playwright.async_api import Locator, Page


async def say(page: Page, text: str) -> None:
    """Type into the conversation's composer and send it; returns once the app has answered."""
    box = page.get_by_role("main").get_by_role("textbox", name="Message")
    await box.fill(text)
    async with page.expect_response("**/local/say"):
        await page.get_by_role("main").get_by_role("button", name="Send", exact=True).click()


async def wider_than_the_screen(page: Page) -> bool:
    """Whether the whole page scrolls sideways."""
    return bool(
        await page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
    )


async def boxes(*parts: Locator) -> list[dict[str, Any]]:
    """Where each is on the screen (`x`, `y`, `width`, `height`), all at one moment."""
    handles = [await part.element_handle() for part in parts]
    where: list[dict[str, Any]] = await parts[0].page.evaluate(
        "all => all.map((each) => each.getBoundingClientRect().toJSON())", handles
    )
    return where
