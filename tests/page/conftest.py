"""One browser, and one window of it, for all tests of the page.

Starting a browser takes longer than most of these tests, and a new window half as long as one.
A test leaves nothing behind in it: each has a workspace on a port of its own, which is another
origin with a storage of its own. The browser lives in the session's event loop, so the workspace
and the tests must live there too.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Error, Page, Request, async_playwright, expect

from bot.reload import LadderSource
from local_slack import LocalSlack
from tests.browser import find_browser
from tests.conftest import joined
from tests.page.workshop import Workshop, open_workshop
from tests.support import Log

# Without these, Chromium as root does not start, and it calls home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# Room for a busy machine; nothing waits this long unless it fails.
PATIENCE_MS = 30_000


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def window() -> AsyncIterator[Page]:
    """A window of a Chromium that every test of this process shares."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        opened = await browser.new_page()
        opened.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        yield opened
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def slack(
    shipped_source: LadderSource, log: Log, request: pytest.FixtureRequest
) -> AsyncIterator[LocalSlack]:
    """A local workspace joined with the bot, in the browser's event loop."""
    async with joined(shipped_source, log, request) as workspace:
        yield workspace


@pytest_asyncio.fixture(loop_scope="session")
async def workshop() -> AsyncIterator[Workshop]:
    """A local workspace with a small Bolt app that has every surface."""
    async with open_workshop() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def blank(window: Page) -> AsyncIterator[Page]:
    """An empty page; what it logs as an error, or asks of another machine, fails the test."""
    errors: list[str] = []
    outside: list[str] = []

    def failed(error: Error) -> None:
        errors.append(str(error))

    def asked(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1", "data:", "about:")):
            outside.append(request.url)

    await window.set_viewport_size({"width": 1280, "height": 800})
    await window.emulate_media(color_scheme="light")
    await window.mouse.move(0, 0)
    window.on("pageerror", failed)
    window.on("request", asked)
    yield window
    await window.goto("about:blank")
    window.remove_listener("pageerror", failed)
    window.remove_listener("request", asked)
    assert errors == []
    assert outside == []


@pytest_asyncio.fixture(loop_scope="session")
async def page(blank: Page, slack: LocalSlack) -> Page:
    """The page of the workspace with the bot."""
    await blank.goto(slack.url)
    return blank


@pytest_asyncio.fixture(loop_scope="session")
async def shop(blank: Page, workshop: Workshop) -> Page:
    """The page of the workspace with the small app."""
    await blank.goto(workshop.slack.url)
    return blank
