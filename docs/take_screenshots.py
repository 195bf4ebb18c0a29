"""Takes the screenshots of the docs anew: `.venv/bin/python -m docs.take_screenshots`."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Page, ViewportSize, async_playwright
from pydantic import SecretStr

from bot import demo_conversation
from bot.app import build_web, ladder_source
from bot.manifest import manifest
from bot.reload import LadderSource
from bot.settings import Settings
from bot.upkeep import opened_state
from bot.web.server import start, stop
from local_slack import LocalSlack
from tests.browser import find_browser

DOCS = Path(__file__).parent
IMAGES = DOCS / "images"
DESK: ViewportSize = {"width": 1200, "height": 800}
TALL: ViewportSize = {"width": 1200, "height": 1320}
"""For the whole of a card."""
SHIPPED = DOCS.parent / "level_data"


async def main() -> None:
    """Talk to the bot as a person does, and keep what the page shows."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        async with workspace() as (slack, source):
            await demo_conversation.hold(slack, source)
            await _opening(browser, slack)
        async with workspace() as (slack, _):
            await _take(browser, slack)
        with TemporaryDirectory() as folder:
            async with workspace(_guides_ladder(Path(folder))) as (slack, _):
                await _authors(browser, slack)
        await browser.close()


def _guides_ladder(folder: Path) -> Path:
    """Write the ladder that the ladder author's guide builds; return its folder."""
    guide = (DOCS / "ladder-authors.md").read_text(encoding="utf-8")
    for name, text in re.findall(
        r"^`my_ladder/([^`\n]+)`:\n\n```yaml\n(.*?)```", guide, re.M | re.S
    ):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@asynccontextmanager
async def workspace(ladder: Path = SHIPPED) -> AsyncIterator[tuple[LocalSlack, LadderSource]]:
    """A fresh workspace with the bot in it, and the ladder that it quotes."""
    async with LocalSlack(manifest=manifest("https://levelbot.example.com")) as slack:
        settings = Settings(
            level_data=ladder,
            database_url=SecretStr("sqlite://"),
            slack_bot_token=SecretStr(slack.bot_token),
            slack_signing_secret=SecretStr(slack.signing_secret),
            slack_api_url=slack.api_url,
        )
        source = ladder_source(settings)
        async with opened_state(settings) as state:
            runner, port = await start(build_web(settings, source, state), "127.0.0.1", 0)
            slack.app_url = f"http://127.0.0.1:{port}/slack/events"
            yield slack, source
            await stop(runner)


async def _opening(browser: Browser, slack: LocalSlack) -> None:
    """What the demo opens on, the bot's home, the search for a level, and the developer's pane."""
    desk = await browser.new_page(viewport={"width": 1280, "height": 800})
    await desk.goto(slack.url)
    await desk.get_by_role("complementary", name="Thread").get_by_text("Autonomy").wait_for()
    await _keep(desk, "demo")
    await desk.get_by_role("button", name="Developer").click()
    call = desk.get_by_role("listitem").filter(has_text="chat.postMessage").first
    await call.locator("summary").click()
    await _keep(desk, "developer")
    await desk.goto(f"{slack.url}#/ana/dm-ana/home")
    await desk.get_by_role("button", name="Close the developer pane").click()
    level = desk.get_by_role("combobox", name="Your level")
    await level.press_sequentially("machine learning II")
    await desk.get_by_role("option").first.wait_for()
    await level.press("Enter")
    await desk.get_by_text("Next: P3").wait_for()
    await _keep(desk, "home")
    await desk.goto(f"{slack.url}#/ana/general")
    await desk.get_by_role("button", name="Shortcuts").click()
    await desk.get_by_role("menuitem", name="Find a level").click()
    await desk.get_by_role("dialog").get_by_role("combobox").press_sequentially("learning 2")
    await desk.get_by_role("option").first.wait_for()
    await _keep(desk, "find")


async def _take(browser: Browser, slack: LocalSlack) -> None:
    desk = await browser.new_page(viewport=DESK)
    await desk.goto(slack.url)
    await _cards(desk)
    await _doubt(desk)
    phone = await browser.new_page(
        viewport={"width": 390, "height": 844}, color_scheme="dark", device_scale_factor=2
    )
    await phone.goto(slack.url)
    await _say(phone, "/level P3")
    await phone.get_by_text("Mid-Level AI/ML Engineer").first.wait_for()
    await _keep(phone, "phone")
    await _levels(browser, slack)


async def _cards(desk: Page) -> None:
    await _say(desk, "/level P2")
    await desk.get_by_role("button", name="Show all").wait_for()
    await _keep(desk, "card")
    await desk.get_by_role("button", name="Dismiss").click()
    await _say(desk, "@levelbot what's Machine Learning II?")
    await desk.get_by_role("button", name="1 reply").click()
    await desk.get_by_role("button", name="Show all").wait_for()
    await _keep(desk, "thread")
    await desk.set_viewport_size(TALL)
    await desk.get_by_role("button", name="Show all").click()
    await desk.get_by_role("dialog").wait_for()
    await _keep(desk, "whole-card")
    await desk.set_viewport_size(DESK)
    await desk.keyboard.press("Escape")
    await desk.get_by_role("dialog").wait_for(state="hidden")


async def _doubt(desk: Page) -> None:
    await desk.get_by_role("button", name="Close the thread").click()
    await _say(desk, "/level senior machine learning II")
    await desk.get_by_text("rather not guess").wait_for()
    await _say(desk, "/level help")
    await desk.get_by_text("What you can ask").wait_for()
    await _keep(desk, "doubt")


async def _levels(browser: Browser, slack: LocalSlack) -> None:
    """More than one level: side by side, the step between them, and who lists a skill."""
    desk = await browser.new_page(viewport=DESK)
    await desk.goto(slack.url)
    await desk.get_by_role("button", name="general").click()
    await _say(desk, "/level P2 vs P3")
    await desk.get_by_role("button", name="From P2 to P3").wait_for()
    await desk.get_by_text("the cards differ").wait_for()
    await _top(desk)
    await _keep(desk, "compare")
    await desk.get_by_role("button", name="Dismiss").click()
    await _say(desk, "/level does a P2 need PyTorch?")
    await desk.get_by_text("Yes: the card").wait_for()
    await _say(desk, "/level who needs SQL?")
    await desk.get_by_text("levels list").wait_for()
    await _keep(desk, "skill")
    for _ in range(2):
        await desk.get_by_role("button", name="Dismiss").first.click()
    await _say(desk, "/level what's next after P2?")
    await desk.get_by_role("button", name="From P3 to P4").wait_for()
    await _keep(desk, "growth")
    phone = await browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    await phone.goto(slack.url)
    await _say(phone, "/level P2 vs P3 vs P4")
    await phone.get_by_role("region", name="Table").wait_for()
    await _keep(phone, "compare-phone")


async def _authors(browser: Browser, slack: LocalSlack) -> None:
    desk = await browser.new_page(viewport={"width": 1100, "height": 1020})
    await desk.goto(slack.url)
    await _say(desk, "/level support engineer 2")
    await desk.get_by_role("button", name="Show all").wait_for()
    await _keep(desk, "author-demo")


async def _top(page: Page) -> None:
    """Scroll to where the newest answer begins."""
    await page.get_by_text("Only visible to you").last.scroll_into_view_if_needed()


async def _say(page: Page, text: str) -> None:
    await page.get_by_role("textbox", name="Message #").first.fill(text)
    await page.get_by_role("button", name="Send", exact=True).first.click()


async def _keep(page: Page, name: str) -> None:
    await page.wait_for_timeout(400)  # for the page's own transitions
    await page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    asyncio.run(main())
