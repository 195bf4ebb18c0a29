"""Reading and keeping what is remembered, before a request is acknowledged."""

import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

from bot.state import OutOfReachError
from bot.state.database import FAILURES
from bot.state.timing import within

_log = logging.getLogger(__name__)

WITHIN_S = 1.8
"""Slack waits three seconds for an acknowledgement, and the person is to be told before."""

T = TypeVar("T")


async def in_time(work: Coroutine[Any, Any, T]) -> T:
    """What `work` returns. Raises OutOfReachError when the database fails or is slow."""
    try:
        return await within(WITHIN_S, work)
    except FAILURES as error:
        _log.warning("the database can't be used now (%s)", type(error).__name__)
        raise OutOfReachError from error
