"""The state while the bot runs: opened, looked after, and closed when everything is answered."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot import pending
from bot.digest import send_if_due
from bot.settings import Settings
from bot.state import State
from bot.state.database import FAILURES as DATABASE_FAILURES

_log = logging.getLogger(__name__)

PURGE_EVERY_S = 3_600
LOOK_EVERY_S = 3.0
DIGEST_EVERY_S = 600
FINISH_WITHIN_S = 3.0


@asynccontextmanager
async def opened_state(settings: Settings) -> AsyncIterator[State]:
    """What is remembered, looked after while it is open. Raises StateError, ConnectionError."""
    state = await State.open(
        settings.database_url.get_secret_value(),
        token_key=settings.token_key.get_secret_value() if settings.token_key else None,
        keep_questions_days=settings.question_days,
    )
    try:
        async with _beside(partial(_purge_hourly, state), "purge"):
            yield state
            await pending.finish(FINISH_WITHIN_S)
            with suppress(*DATABASE_FAILURES):
                await state.deliveries.settle_late()
    finally:
        await state.close()


@asynccontextmanager
async def _beside(
    work: Callable[[asyncio.Event], Coroutine[None, None, None]], name: str
) -> AsyncIterator[None]:
    """Run `work` until the block is left: then its event is set, and it comes to its end."""
    ended = asyncio.Event()
    task = asyncio.create_task(work(ended), name=name)
    try:
        yield
    finally:
        ended.set()
        await task


@asynccontextmanager
async def taking_over(app: AsyncApp, state: State) -> AsyncIterator[None]:
    """Go on with what other processes had acknowledged, and then died on."""
    async with _beside(partial(_take_over, app, state), "take-over"):
        yield


async def _take_over(app: AsyncApp, state: State, ended: asyncio.Event) -> None:
    while not await _is_set_within(ended, LOOK_EVERY_S * random.uniform(0.8, 1.2)):  # noqa: S311
        try:
            await state.deliveries.settle_late()
            for body in await state.deliveries.orphans():
                _log.info("taking over an event from a process that died")
                # Like one that comes over Socket Mode: its signature was checked at the door.
                await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
        except DATABASE_FAILURES as error:
            _log.warning("the database can't be used now (%s)", type(error).__name__)
        except Exception:  # one that can't be dispatched must not end it for the others
            _log.exception("could not take over an event")


@asynccontextmanager
async def sending_digests(settings: Settings, state: State) -> AsyncIterator[None]:
    """Send the weekly digest when it is due, if it is on."""
    async with _beside(partial(_send_digests, settings, state), "digest"):
        yield


async def _send_digests(settings: Settings, state: State, ended: asyncio.Event) -> None:
    if settings.digest == "off":
        return
    while not await _is_set_within(ended, DIGEST_EVERY_S * random.uniform(0.5, 1)):  # noqa: S311
        try:
            await send_if_due(settings, state)
        except DATABASE_FAILURES as error:
            _log.warning("the database can't be used now (%s)", type(error).__name__)
        except Exception:
            _log.exception("could not send the digest")


async def _is_set_within(event: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()


async def _purge_hourly(state: State, ended: asyncio.Event) -> None:
    # Not at the start, when there is more to do, and not in all processes at once.
    while not await _is_set_within(ended, PURGE_EVERY_S * random.uniform(0.5, 1)):  # noqa: S311
        try:
            await state.purge()
        except DATABASE_FAILURES as error:
            _log.warning("could not delete what is past its time: %s", type(error).__name__)
