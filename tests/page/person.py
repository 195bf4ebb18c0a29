"""What a person does at the page, again and again."""

from playwright.async_api import Page


async def say(page: Page, text: str) -> None:
    """Type into the conversation's composer and send it; returns once the app has answered."""
    box = page.get_by_role("main").get_by_role("textbox", name="Message")
    await box.fill(text)
    # The page draws once more when what it sent is answered; a key pressed before may be lost.
    async with page.expect_response("**/local/say"):
        await page.get_by_role("main").get_by_role("button", name="Send", exact=True).click()


async def wider_than_the_screen(page: Page) -> bool:
    """Whether the whole page scrolls sideways."""
    return bool(
        await page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
    )
