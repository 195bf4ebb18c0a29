"""What changed in the ladder lately, worked out from its git history and kept until it changes."""

import asyncio
import logging
from dataclasses import dataclass, replace
from pathlib import Path

from bot.ladder import PUBLIC, Ladder, LadderError, visible
from bot.ladder.diff import Subject, compare_ladders
from bot.ladder.revisions import RevisionError, ladder_at, last_before, last_change
from bot.ladder.rules import Rules

_log = logging.getLogger(__name__)

RECENT_DAYS = 30
WITHIN_S = 1.0
"""A page does not wait longer for what changed; the next one has it."""


@dataclass(frozen=True, slots=True)
class Recent:
    """What changed in the last days, and when the last change was committed."""

    subjects: tuple[Subject, ...] = ()
    at: float | None = None
    """Seconds of Unix time."""


NOTHING = Recent()


class History:
    """What changed lately in the ladder in `root`. Use one history on one event loop."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._of: Ladder | None = None
        self._work: asyncio.Task[Recent] | None = None

    async def recent(self, now: Ladder, rules: Rules) -> Recent:
        """What is different in `now`; nothing where that is not known in time.

        `now` is the ladder as everybody may see it, `rules` what they may not see.
        """
        if self._work is None or self._of is not now:
            self._of = now
            work = asyncio.to_thread(recent_changes, self._root, now, rules)
            self._work = asyncio.create_task(work)
        try:
            async with asyncio.timeout(WITHIN_S):
                return await asyncio.shield(self._work)
        except TimeoutError:
            return NOTHING


def recent_changes(root: Path, now: Ladder, rules: Rules) -> Recent:
    """The changes of `now` since the last revision of `root` that is older than RECENT_DAYS.

    The ladder of then is seen under the `rules` of now and under its own: nothing that is hidden
    shows as removed, nor what was hidden until it was removed together with its rule.

    Nothing where `root` is in no git repository or its history is younger.
    """
    revision = last_before(root, RECENT_DAYS)
    if revision is None:
        return NOTHING
    try:
        before = ladder_at(revision, root)
    except (RevisionError, LadderError) as error:
        _log.info("what changed lately is not known: %s", type(error).__name__)
        return NOTHING
    then = visible(replace(before, rules=before.rules + rules), PUBLIC)
    subjects = compare_ladders(then, now)
    return Recent(subjects, last_change(root) if subjects else None)
