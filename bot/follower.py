"""Keeps this process's market in step with SQL, whichever process wrote there."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress

from bot.worker import attempt
from retrieval.market import Market
from storage.db import Db
from storage.indexing import REBUILD, IndexChange, changes_since, last_change, mark_followed

AT_ONCE = 500
POLL = 0.5  # seconds until other processes' changes are looked for
LONGEST_PAUSE = 60.0


class Follower:
    """Every process reads all index changes in their order: following one twice changes nothing."""

    def __init__(self, db: Db, market: Market) -> None:
        self._db = db
        self._market = market
        self._followed = 0
        self._filled = False
        self._woken = asyncio.Event()
        self._stopping = False
        self.warm: Callable[[], Iterable[object]] = tuple
        """What is read ahead, a little at each step, while nobody waits for it; none until it is wired."""

    def fill(self) -> None:
        """Load everything, once; what was written before is thereby followed."""
        if self._filled:
            return
        self._followed = self._db.read(last_change)
        self._market.fill()
        self._db.do(mark_followed, self._followed)
        self._filled = True

    def wake(self) -> None:
        self._woken.set()

    def stop(self) -> None:
        """run() returns after the changes in work."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        warming = asyncio.create_task(attempt(asyncio.to_thread(self.read_ahead)))
        await self._keep_up()
        await warming

    def read_ahead(self) -> None:
        for _ in self.warm():
            if self._stopping:
                return

    async def _keep_up(self) -> None:
        """A change that cannot be followed is tried again, at longer and longer intervals: their order matters."""
        pause = POLL
        while not self._stopping:
            self._woken.clear()
            failed = await attempt(asyncio.to_thread(self.catch_up))
            pause = min(2 * pause, LONGEST_PAUSE) if failed else POLL
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), pause)

    def catch_up(self) -> None:
        """Follow all that is written by now; drafts get their vectors as well, before anybody waits for them."""
        while not self._stopping:
            self._market.embed_missing()
            changes = self._db.read(changes_since, self._followed, AT_ONCE)
            if not changes:
                return
            for change in changes:
                self._follow(change)
            self._db.do(mark_followed, self._followed)

    def _follow(self, change: IndexChange) -> None:
        if change.body["op"] == REBUILD:
            self._market.rebuild()
        else:
            self._market.follow(change.body)
        self._followed = change.id
