"""Where requests wait for a turn, whichever process takes it: one look at the store serves all of them."""

import asyncio
from contextlib import suppress

from storage import wechat
from storage.db import Db


class Room:
    def __init__(self, db: Db, look: float) -> None:
        """`look` = seconds between two looks."""
        self._db = db
        self._look = look
        self._waiting: dict[asyncio.Future[None], int] = {}
        self._entered = asyncio.Event()

    async def answered(self, event: int, seconds: float) -> bool:
        """Wait until the turn of a message is taken, but not longer."""
        done = asyncio.get_running_loop().create_future()
        self._waiting[done] = event
        self._entered.set()
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(done, max(0.0, seconds))
                return True
            return False
        finally:
            self._waiting.pop(done, None)

    async def run(self) -> None:
        while True:
            await self._entered.wait()
            if not self._waiting:
                self._entered.clear()
                continue
            asked = dict(self._waiting)  # who enters during the look was not looked for
            undone = await self._db.run_read(wechat.still_undone, set(asked.values()))
            for done, event in asked.items():
                if event not in undone and not done.done():
                    done.set_result(None)
            await asyncio.sleep(self._look)
