"""A user who wrote to an account that may push, and the refusals of the platform."""

from datetime import timedelta

import pytest

from handlers.message import Outbound
from storage import lanes
from storage import wechat_ledger as ledger
from storage.db import Session
from storage.db import vault as vault_of
from storage.messages import sealed
from tests.channels.wechat.conftest import World
from tests.peers.wechat.platform import APP_ID

USER, THERE = "oUser1", "wechat:oUser1"
HOURS, MINUTE = timedelta(hours=48), timedelta(minutes=1)
HELLO = [Outbound("你好")]


def open_window(w: World, pushes: int = 5) -> None:
    """They wrote, and this account may push."""
    w.app.db.do(ledger.grant, THERE, pushes, HOURS)
    w.app.db.do(ledger.can_push, APP_ID, can=True, again=3600)
    w.api.opens(USER)


async def refused(w: World, error: type[Exception], fault: int | str, says: str = "你好") -> Exception:
    w.api.faults = [fault]
    with pytest.raises(error) as caught:
        await w.channel.send(USER, [Outbound(says)])
    return caught.value


async def news(w: World, said: str) -> None:
    def put(session: Session) -> None:
        lanes.put(session, f"out:{THERE}", "out", f"news:{said}", sealed(vault_of(session), text=said, choices=[]))

    await w.app.db.run(put)
    w.app._worker.wake()
