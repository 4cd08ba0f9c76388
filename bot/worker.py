"""The loop over the lanes: claims what is due, hands it on in order, retries, gives up, renews its leases."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.channels.channel import HeldError, LaterError
from bot.log import where
from storage import lanes
from storage.db import Db, Session
from storage.lanes import Work

WIDTH = 16  # lanes worked on at the same time
LEASE = timedelta(seconds=15)
POLL = 0.5  # seconds until due times and other processes' events are looked for
FAREWELL = 9.0  # seconds that lanes in work are given when the worker is stopped

log = structlog.get_logger()


@dataclass(frozen=True)
class Handler:
    """What is done with the events of a kind."""

    take: Callable[[Sequence[Work]], Awaitable[None]]
    """Given a lane's next events in order; marks done at least the first, together with what follows from it."""
    at_once: int = 1
    tries: int = lanes.TRIES
    give_up: Callable[[Session, Work], object] | None = None
    """Called in the transaction that makes an event a dead letter."""


class Worker:
    def __init__(self, db: Db, handlers: Mapping[str, Handler], owner: str, lanes: Collection[str]) -> None:
        """Only these lanes are served, see storage.lanes.claim; the others are left to whoever can."""
        self._db = db
        self._handlers = handlers
        self._owner = owner
        self._served = lanes
        self._at_once = max(handler.at_once for handler in handlers.values())
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()
        self._stopping = False
        self.passed = asyncio.Event()
        """Set, and replaced by a new one, whenever a lane was left."""

    def wake(self) -> None:
        """Look at once: something new is due."""
        self._woken.set()

    def stop(self) -> None:
        """Begin nothing more; run() returns when the lanes in work have come to their next event."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        await attempt(self._db.run(lanes.forget, self._owner))
        renewing = asyncio.create_task(self._renew())
        try:
            while not self._stopping:
                self._woken.clear()
                await attempt(self._claim())
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), POLL)
            if self._lanes:
                await asyncio.wait(self._lanes.values(), timeout=FAREWELL)
            await attempt(self._db.run(lanes.forget, self._owner))
        finally:
            tasks = [renewing, *self._lanes.values()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _claim(self) -> None:
        room = WIDTH - len(self._lanes)
        if room <= 0:
            return
        for lane in await self._db.run(lanes.claim, self._owner, room, LEASE, self._handlers, only=self._served):
            if lane not in self._lanes:
                self._lanes[lane] = asyncio.create_task(self._work(lane))

    async def _work(self, lane: str) -> None:
        await attempt(self._empty(lane))
        full = len(self._lanes) >= WIDTH
        del self._lanes[lane]
        if full:
            self.wake()
        self.passed.set()
        self.passed = asyncio.Event()

    async def _empty(self, lane: str) -> None:
        """Handle the lane's events until nothing is due or one failed."""
        while not self._stopping:
            works = await self._db.run(lanes.next_events, lane, self._owner, self._at_once)
            if not works:
                return
            first = works[0]
            handler = self._handlers[first.kind]
            alike = [work for work in works if work.kind == first.kind][: handler.at_once]
            error = await attempt(handler.take(alike), event_id=first.id, kind=first.kind)
            if error and not await self._db.run(self._fail, first, error):
                return

    def _fail(self, session: Session, work: Work, error: Exception) -> bool:
        """True = it is a dead letter, and the lane goes on with its next event."""
        if isinstance(error, HeldError):
            lanes.rest(session, work.lane, self._owner)
            return False
        handler = self._handlers[work.kind]
        wait = error.wait if isinstance(error, LaterError) else None
        dead = lanes.fail(session, work, self._owner, where(error), wait=wait, tries=handler.tries)
        if dead and handler.give_up:
            handler.give_up(session, work)
        return dead

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            if self._lanes:
                await attempt(self._db.run(lanes.renew, self._owner, list(self._lanes), LEASE))


async def attempt(step: Awaitable[object], **about: int | str) -> Exception | None:
    """The boundary of all that runs unattended: whatever fails, the rest goes on."""
    try:
        await step
    except (LaterError, HeldError) as later:
        return later
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told, retried, and seen as a dead letter
        log.error("failed", error=where(error), **about)  # noqa: TRY400 - a traceback could repeat what was said
        return error
    return None
