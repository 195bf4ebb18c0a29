"""Two real processes behind a balancer share one PostgreSQL; one is killed under load.

Every question is answered once, none twice, and no feedback is lost.
"""

import asyncio
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.blocks.offers import FEEDBACK
from bot.manifest import manifest
from bot.state import State
from local_slack import Delivery, LocalSlack, Message
from tests.conftest import ROOT
from tests.processes import running
from tests.support import PATIENCE_S

QUESTIONS = 40
KILL_AFTER = 10
"""Answers; more questions are on their way then."""
UNDER_WAY = 8
"""Questions without an answer at a time."""
ONLY_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


class Balancer:
    """Hands each request to the next process in turn; one that fails gets no more of them."""

    def __init__(self) -> None:
        self.origins: list[str] = []
        self.url = ""
        self._turn = 0

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        async with aiohttp.ClientSession() as self._http:
            app = web.Application()
            app.router.add_post("/slack/events", self._pass_on)
            runner = web.AppRunner(app, access_log=None)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
            try:
                yield
            finally:
                await runner.cleanup()

    async def _pass_on(self, request: web.Request) -> web.Response:
        self._turn += 1
        origin = self.origins[self._turn % len(self.origins)]
        try:
            async with self._http.post(
                f"{origin}/slack/events", data=await request.read(), headers=request.headers
            ) as response:
                kind = response.content_type
                return web.Response(
                    status=response.status, body=await response.read(), content_type=kind
                )
        except aiohttp.ClientError:
            self.origins = [each for each in self.origins if each != origin]
            return web.Response(status=502)


def answers(slack: LocalSlack) -> list[Message]:
    return [m for m in slack.session.workspace.log if m.by_bot and not m.ephemeral_to]


async def until_answered(slack: LocalSlack, count: int) -> None:
    """Await so many answers."""
    await slack.wait_until(lambda: len(answers(slack)) >= count, timeout_s=PATIENCE_S)


async def press(slack: LocalSlack, answer: Message, helpful: bool) -> Delivery:
    """Judge an answer as a person does: again, when Slack says that it did not work."""
    while True:
        verdict = "positive" if helpful else "negative"
        delivery = await slack.click(answer, FEEDBACK, user="ana", value=verdict)
        if delivery.status == 200:
            return delivery


@ONLY_POSTGRESQL
@pytest.mark.provokes_faults
async def test_one_of_two_is_killed_under_load(database_url: str, tmp_path: Path) -> None:
    balancer = Balancer()
    slack = LocalSlack(
        manifest=manifest("https://levelbot.example.com"), retry_delays_s=(0.0, 4.0, 15.0)
    )
    async with slack, balancer.listening():
        settings = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": database_url,
            "LEVEL_DATA": str(ROOT / "level_data"),
            "HOST": "127.0.0.1",
            "PORT": "0",
        }
        # Both at once, on an empty database.
        async with (
            running("serve", cwd=tmp_path, settings=settings) as one,
            running("serve", cwd=tmp_path, settings=settings) as other,
        ):
            balancer.origins = list(await asyncio.gather(one.address(), other.address()))
            slack.app_url = balancer.url
            slack.faults.delay("chat.postMessage", seconds=0.05)
            asking = asyncio.create_task(ask_all(slack))
            await until_answered(slack, KILL_AFTER)
            judged = [press(slack, m, helpful=n % 2 == 0) for n, m in enumerate(answers(slack))]
            one.process.send_signal(signal.SIGKILL)
            await asyncio.gather(*judged)
            asked = await asking
            await until_answered(slack, QUESTIONS)
            await slack.idle()
            assert await other.ended(signal.SIGTERM) == 0
            await one.ended()
        replies = Counter(message.thread_ts for message in answers(slack))
        assert replies.keys() == {question.ts for question in asked}
        assert set(replies.values()) == {1}
    assert "Traceback" not in "".join(other.log)
    state = await State.open(database_url)
    verdicts = Counter(each.helpful for each in await state.questions.judged_since(0))
    await state.close()
    assert sum(verdicts.values()) == len(judged)
    assert abs(verdicts[True] - verdicts[False]) <= 1


async def ask_all(slack: LocalSlack) -> list[Message]:
    """Ask as fast as they can be answered; each question is a thread of its own."""
    levels = ["P1", "P2", "P3", "P4"]
    asked: list[Message] = []
    for number in range(QUESTIONS):
        asked.append(await slack.post(f"@levelbot what's a {levels[number % 4]}? ({number})"))
        await slack.wait_until(
            lambda: len(asked) - len(answers(slack)) < UNDER_WAY, timeout_s=PATIENCE_S
        )
    return asked
