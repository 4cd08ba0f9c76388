"""Section 5 of the research, lines 30 and 31: the token that all processes share."""

import asyncio
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, update

from bot.channels.channel import LaterError
from bot.channels.wechat.mended import Client
from bot.channels.wechat.tokens import Platform
from storage.db import open_db
from storage.tables import now
from storage.wechat_tables import WechatAccount
from tests.channels.wechat.windows import HELLO, USER, open_window
from tests.peers.wechat.platform import APP_ID

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("code", [40001, 40014, 42001])
async def test_30_a_refused_token_is_fetched_anew_once(world: Any, code: int) -> None:
    async with world(verified=True) as w:
        open_window(w)
        assert await w.channel.send(USER, HELLO) == 1
        w.api.faults = [code]
        assert await w.channel.send(USER, HELLO) == 1
        w.api.rotate()
        assert await w.channel.send(USER, HELLO) == 1
        assert w.api.calls["token"] == 3


async def test_30_a_token_that_is_always_refused_is_fetched_twice_at_most(world: Any) -> None:
    async with world(verified=True) as w:
        open_window(w)
        w.api.forever = 40001
        with pytest.raises(LaterError):
            await w.channel.send(USER, HELLO)
        assert (w.api.calls["token"], w.api.calls["send"]) == (2, 2)


async def test_30_an_address_that_is_not_allowed_is_named(world: Any) -> None:
    async with world(verified=True) as w:
        open_window(w)
        w.api.token_faults = [40164]
        with pytest.raises(LaterError):
            await w.channel.send(USER, HELLO)
        assert "203.0.113.9" in w.channel.trouble
        assert w.api.calls["token"] == 1
        w.api.token_faults = [40164]
        assert "203.0.113.9" in await w.channel.probe()
        assert await w.channel.probe() == ""


def in_threads(work: Callable[[], object], count: int = 20) -> list[object]:
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(work())) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


async def test_31_twenty_threads_of_two_processes_fetch_one_token(world: Any, db_url: str, vault: Any) -> None:
    one, other = open_db(db_url, vault), open_db(db_url, vault)
    async with world(verified=True, db=one) as w:
        platforms = [Platform(db, Client(w.channel.credentials)) for db in (one, other)]
        found = await asyncio.to_thread(lambda: in_threads(lambda: [each.token() for each in platforms]))
        assert found == [[w.api.token] * 2] * 20
        assert w.api.calls["token"] == 1
        kept = one.read(lambda session: session.get_one(WechatAccount, APP_ID))
        assert w.api.token not in (kept.sealed_token or "")
        assert timedelta(minutes=115) < kept.expires.replace(tzinfo=now().tzinfo) - now() < timedelta(minutes=121)
        one.do(lambda s: s.exec(update(WechatAccount).where(col(WechatAccount.app_id) == APP_ID).values(expires=now())))
        assert await asyncio.to_thread(platforms[1].token) == w.api.token
        assert w.api.calls["token"] == 2
    one.close()
    other.close()
