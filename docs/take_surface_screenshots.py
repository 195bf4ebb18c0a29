"""Screenshots of docs/surfaces.md: `.venv/bin/python -m docs.take_surface_screenshots`."""

import asyncio
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from docs.take_screenshots import IMAGES, workspace
from local_slack import LocalSlack
from tests.browser import find_browser
from tests.support import settled

CARD = Path(__file__).parent.parent / "tests" / "data" / "ai-ml-engineer-P2.txt"
LINE = "Documenting and presenting findings"
WIDE = {"width": 1200, "height": 900}


async def main() -> None:
    """Go through the surfaces as a person does, and keep what the page shows."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        async with workspace() as (slack, _):
            await _posting(browser, slack)
            await _threads(browser, slack)
            await _shortcut(browser, slack)
            await _feedback(browser, slack)
        await browser.close()


async def _posting(browser: Browser, slack: LocalSlack) -> None:
    desk = await _page(browser, slack, "vendors")
    await slack.command("/level", "P2", channel="vendors")
    await desk.get_by_role("button", name="Post to channel").click()
    await desk.get_by_text("1 guest").wait_for()
    await _keep(desk, "post")
    await desk.keyboard.press("Escape")
    await desk.close()


async def _threads(browser: Browser, slack: LocalSlack) -> None:
    question = await slack.post("@levelbot how much autonomy does a P2 have?", channel="general")
    await settled(slack)
    await slack.post("and P3?", channel="general", thread_ts=question.ts)
    await settled(slack)
    desk = await _page(browser, slack, "general")
    await desk.get_by_role("button", name="3 replies").click()
    await desk.get_by_text("P3 —").first.wait_for()
    await _keep(desk, "follow-up")
    pasted = CARD.read_text().replace(LINE, "Presents to the board")
    message = await slack.post(pasted, channel="eng-leveling", user="ben")
    await slack.post("@levelbot is this right?", channel="eng-leveling", thread_ts=message.ts)
    await settled(slack)
    await desk.goto(f"{slack.url}#/ana/eng-leveling")
    await desk.get_by_role("button", name="2 replies").click()
    await desk.get_by_role("button", name="Post the approved card").wait_for()
    await _keep(desk, "pasted")
    await desk.close()


async def _shortcut(browser: Browser, slack: LocalSlack) -> None:
    words = "We have two reqs open: Machine Learning II and Senior Data Scientist"
    message = await slack.post(words, channel="general", user="ben")
    desk = await _page(browser, slack, "general")
    await slack.shortcut("look_up_level", message)
    await desk.get_by_role("dialog").wait_for()
    await _keep(desk, "look-up")
    await desk.keyboard.press("Escape")
    await desk.close()


async def _feedback(browser: Browser, slack: LocalSlack) -> None:
    phone = await browser.new_page(
        viewport={"width": 390, "height": 844}, color_scheme="dark", device_scale_factor=2
    )
    await phone.goto(f"{slack.url}#/ana/calibration")
    await slack.command("/level", "P2 autonomy", channel="calibration")
    await phone.get_by_role("button", name="Not helpful").click()
    await phone.get_by_role("dialog").wait_for()
    await _keep(phone, "feedback")
    await phone.close()


async def _page(browser: Browser, slack: LocalSlack, channel: str) -> Page:
    desk = await browser.new_page(viewport=WIDE)
    await desk.goto(f"{slack.url}#/ana/{channel}")
    return desk


async def _keep(page: Page, name: str) -> None:
    await page.wait_for_timeout(300)
    await page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    asyncio.run(main())
