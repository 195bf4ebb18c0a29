"""The state while the bot runs: opened, looked after, and closed when everything is answered."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot import pending
from bot.settings import Settings
from bot.state import State
from bot.state.database import FAILURES as DATABASE_FAILURES

_log = logging.getLogger(__name__)

PURGE_EVERY_S = 3_600
FINISH_WITHIN_S = 3.0


@asynccontextmanager
async def opened_state(settings: Settings) -> AsyncIterator[State]:
    """What is remembered, looked after while it is open. Raises StateError, ConnectionError."""
    state = await State.open(
        settings.database_url.get_secret_value(),
        token_key=settings.token_key.get_secret_value() if settings.token_key else None,
        keep_questions_days=settings.question_days,
    )
    ended = asyncio.Event()
    purging = asyncio.create_task(_purge_hourly(state, ended), name="purge")
    try:
        yield state
        await pending.finish(FINISH_WITHIN_S)
    finally:
        ended.set()
        await purging
        await state.close()


async def _purge_hourly(state: State, ended: asyncio.Event) -> None:
    while True:
        # Not at the start, when there is more to do, and not in all processes at once.
        wait_s = PURGE_EVERY_S * random.uniform(0.5, 1)  # noqa: S311
        with suppress(TimeoutError):
            async with asyncio.timeout(wait_s):
                await ended.wait()
        if ended.is_set():
            return
        try:
            await state.purge()
        except DATABASE_FAILURES as error:
            _log.warning("could not delete what is past its time: %s", type(error).__name__)
