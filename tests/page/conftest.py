"""One browser for all tests of the page, and a fresh context of it for each.

The browser is started once a process, which takes longer than most of these tests. It lives in
the session's event loop, so the workspace and the tests must live there too.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

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


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A Chromium that every test of this process shares."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        yield started
        await started.close()


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
async def blank(browser: Browser) -> AsyncIterator[Page]:
    """An empty page; what it logs as an error, or asks of another machine, fails the test."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    opened = await context.new_page()
    errors: list[str] = []
    outside: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1", "data:"))
            else outside.append(request.url)
        ),
    )
    yield opened
    await context.close()
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
