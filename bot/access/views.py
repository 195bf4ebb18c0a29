"""One ladder as each of its viewers may see it, with what answers from it."""

import asyncio
from collections.abc import Callable

from bot.answers import Answerer
from bot.ladder import PUBLIC, Granted, Ladder, visible
from bot.ladder.garbage import collections_wait, kept_for_long

MOST_VIEWS = 8
"""Views kept beside the public one; each has an index of its own. A ladder has few circles."""

Build = Callable[[Ladder, Answerer | None], Answerer]
"""From a ladder, and what answered from one like it before, to what answers from it."""


class Views:
    """A ladder for everybody, and for each set of circles that has asked.

    Made off the event loop: the public view at once, others when they are asked for. The public
    view is never made from a richer one. Use `answerer` on one event loop.
    """

    def __init__(self, whole: Ladder, build: Build, before: "Views | None" = None) -> None:
        self.whole = whole
        """The ladder as its files have it. What is shown to anybody comes from a view of it."""
        self._build = build
        self.public: Answerer = build(visible(whole, PUBLIC), before.public if before else None)
        self._others: dict[Granted, Answerer] = {}
        self._under_way: dict[Granted, asyncio.Task[Answerer]] = {}
        # Whoever has asked will ask again, and should not wait for it.
        known = before.others() if before else {}
        for granted in {self._that_count(each) for each in known}:
            if granted:
                self._others[granted] = build(
                    visible(whole, granted), known.get(granted, self.public)
                )

    def others(self) -> dict[Granted, Answerer]:
        """What answers each of the sets of circles that have asked, as it is now."""
        return self._others.copy()

    async def answerer(self, granted: Granted) -> Answerer:
        """What answers a viewer who belongs to the circles `granted`.

        A view that is not there yet is made in a thread, once however many ask for it.
        """
        granted = self._that_count(granted)
        if not granted:
            return self.public
        if granted in self._others:
            found = self._others[granted] = self._others.pop(granted)  # the last to go
            return found
        if granted not in self._under_way:
            making = asyncio.create_task(self._make(granted), name="ladder-view")
            self._under_way[granted] = making
            making.add_done_callback(lambda _: self._under_way.pop(granted, None))
            # Nobody may be waiting any more when it fails; who waits tells of it.
            making.add_done_callback(lambda made: made.cancelled() or made.exception())
        # One who stops waiting does not stop it for the others.
        return await asyncio.shield(self._under_way[granted])

    async def _make(self, granted: Granted) -> Answerer:
        made = await asyncio.to_thread(self._made, granted)
        self._others[granted] = made
        if len(self._others) > MOST_VIEWS:
            del self._others[next(iter(self._others))]
        return made

    def _made(self, granted: Granted) -> Answerer:
        # One that takes another's place is of many that come and go, and none that stays.
        stays = len(self._others) < MOST_VIEWS
        with kept_for_long() if stays else collections_wait():
            return self._build(visible(self.whole, granted), self.public)

    def _that_count(self, granted: Granted) -> Granted:
        """Those of the circles that a rule of this ladder names."""
        return granted & self.whole.rules.circles
