"""The ladder that answers questions now, replaced while the bot runs when its files change.

Reading and indexing happen in a thread; the event loop only swaps one reference. What would
still stop the loop is work in C that holds the interpreter: a full garbage collection, and
freeing a large ladder at once. So collections wait while a ladder is built, its objects are set
apart from later ones, and the old ladder is freed in small pieces.
"""

import asyncio
import gc
import logging
import re
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.access.views import Build, Views
from bot.answers import Answer, Answerer, ask_about
from bot.ladder import Circle, Granted, Ladder, LadderError, Problem, load_ladder
from bot.ladder.folder import LADDER_FILE
from bot.ladder.garbage import kept_for_long
from bot.ladder.rules import Rules
from bot.ladder.watch import Change, Look, changes, look
from bot.questions import Context

_log = logging.getLogger(__name__)

MOST_TOLD = 20
"""Problems told in the log and by `/readyz`; `levelbot validate` tells all of them."""

_RULES = re.compile(rb"""\b(restricted|hidden)["']?\s*:""")
"""How `ladder.yaml` begins its rules; read as bytes, since it may be what is broken."""


@dataclass(frozen=True, slots=True)
class _Serving:
    """A ladder as its viewers may see it, and the files that it was read from."""

    views: Views
    look: Look


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the files as they are now are not served."""

    problems: tuple[Problem, ...]
    reserved: bool = False
    """The ladder keeps something for some, which a problem's words or its file's name may tell: so
    only the log says what is wrong."""

    @property
    def told(self) -> tuple[str, ...]:
        """The problems as anybody may read them."""
        return () if self.reserved else tuple(map(str, self.problems))

    def data(self) -> dict[str, Any]:
        """For `/readyz`: `{"state", "problems", "more"}`."""
        told = self.told[:MOST_TOLD]
        return {
            "state": "failed: the ladder that was sound is still served",
            "problems": list(told),
            "more": len(self.problems) - len(told),
        }


class LadderSource:
    """Holds the ladder in `root` and follows its files.

    Reads it at once; raises LadderError when it is broken. Use one source on one event loop.
    """

    def __init__(self, root: Path, build: Build = ask_about) -> None:
        self.root = root
        self.failure: Failure | None = None
        """Set while the files are broken."""
        self.attempts = 0
        """How often the files have been read again, with or without success."""
        self._build = build
        self._attempted = asyncio.Event()
        self._serving = self._read(look(root), None)

    @property
    def ladder(self) -> Ladder:
        """The ladder that is served, as everybody may see it.

        Take it once for each answer: the next may be another.
        """
        return self._serving.views.public.ladder

    @property
    def rules(self) -> Rules:
        """Who may see what of the ladder that is served."""
        return self._serving.views.whole.rules

    @property
    def circles(self) -> frozenset[Circle]:
        """The circles that the ladder's rules name: who belongs to them sees more."""
        return self.rules.circles

    @property
    def answerer(self) -> Answerer:
        """What answers from the ladder that is served, as everybody may see it."""
        return self._serving.views.public

    def ask(self, text: str, context: Context) -> Answer:
        """The answer that everybody may see."""
        return self._serving.views.public(text, context)

    async def answerer_for(self, granted: Granted) -> Answerer:
        """What answers a viewer who belongs to the circles `granted`, for their eyes alone."""
        return await self._serving.views.answerer(granted)

    def status(self) -> dict[str, Any]:
        """For `/readyz`: `{"version", "reload"}`; `reload` is "ok", or why it failed."""
        reload = self.failure.data() if self.failure else "ok"
        return {"version": self.ladder.version, "reload": reload}

    async def attempted(self, after: int) -> int:
        """Wait until `attempts` is more than `after`; returns it."""
        while self.attempts <= after:
            await self._attempted.wait()
        return self.attempts

    @asynccontextmanager
    async def following(self) -> AsyncIterator[None]:
        """Follow the files until the block is left."""
        task = asyncio.create_task(self._follow(), name="ladder-reload")
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _follow(self) -> None:
        async for change in changes(self.root, self._serving.look):
            retired = await self._attempt(change)
            await asyncio.to_thread(_free, retired)

    async def _attempt(self, change: Change) -> list[object]:
        """Read the files again; returns what is to be freed now.

        When they changed meanwhile, or were not written to their end, it counts for nothing: what
        was read is half old and half new, and more is to come.
        """
        started = time.perf_counter()
        outcome = await asyncio.to_thread(self._outcome, change.look)
        took_s = time.perf_counter() - started
        if not await change.is_finished():
            return [outcome]
        retired: list[object] = []
        if isinstance(outcome, Failure):
            self._failed(outcome)
        else:
            retired.append(self._serving)
            self._serving, self.failure = outcome, None
            self._tell(outcome.views.public.ladder, took_s)
        self.attempts += 1
        attempted, self._attempted = self._attempted, asyncio.Event()
        attempted.set()
        return retired

    def _outcome(self, settled: Look) -> "_Serving | Failure":
        try:
            return self._read(settled, self._serving)
        except LadderError as error:
            return Failure(tuple(error.problems), self._is_reserved())
        except Exception as error:  # whatever it is, the bot goes on with what it has
            _log.exception("ladder reload failed")
            message = f"can't be read ({type(error).__name__}); the log says where"
            return Failure((Problem(str(self.root), 1, 1, message),))

    def _is_reserved(self) -> bool:
        """Whether the ladder has rules: as it is served, or as its broken files would have it."""
        if self.rules:
            return True
        try:
            return bool(_RULES.search((self.root / LADDER_FILE).read_bytes()))
        except OSError:
            return False

    def _read(self, settled: Look, before: _Serving | None) -> _Serving:
        """The ladder as it stands in its files; families whose files are the same are kept."""
        unchanged = settled.unchanged_folders(before.look) if before else frozenset()
        with kept_for_long():
            views = before.views if before else None
            ladder = load_ladder(
                self.root, before=views.whole if views else None, unchanged=unchanged
            )
            return _Serving(Views(ladder, self._build, views), settled)

    def _tell(self, ladder: Ladder, took_s: float) -> None:
        count = len(ladder.families)
        _log.info(
            "ladder reloaded: %s, version %s, %d %s, ms=%.0f",
            ladder.name,
            ladder.version,
            count,
            "family" if count == 1 else "families",
            took_s * 1000,
        )

    def _failed(self, failure: Failure) -> None:
        if failure == self.failure:
            return  # told already: an edit elsewhere has left these problems as they were
        self.failure = failure
        for problem in failure.problems[:MOST_TOLD]:
            _log.error("ladder reload failed: %s", problem)
        if (more := len(failure.problems) - MOST_TOLD) > 0:
            what = "problem" if more == 1 else "problems"
            _log.error("ladder reload failed: %d more %s; see levelbot validate", more, what)
        _log.warning("the ladder that was sound is still served: version %s", self.ladder.version)


def _free(pieces: list[object]) -> None:
    """Free what only `pieces` hold, part by part, so that other threads run in between.

    Takes hold of the parts of a whole before it lets go of the whole. A part that something else
    holds too is left alone, and so is everything inside of it.
    """
    while pieces:
        whole = pieces.pop()
        if gc.is_tracked(whole) and sys.getrefcount(whole) <= _OURS_ALONE:
            pieces.extend(gc.get_referents(whole))


def _count_of_ours_alone() -> int:
    """What `getrefcount` gives for an object that one local name holds; Pythons differ."""
    probe = object()
    return sys.getrefcount(probe)


_OURS_ALONE = _count_of_ours_alone()
