"""Section 5 of the research, lines 23 to 25 and 43: pushes within what is allowed."""

import asyncio
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlmodel import update

from bot.channels.channel import HeldError
from handlers.message import Outbound, Outcome
from storage import wechat_ledger as ledger
from storage.db import Db
from storage.tables import now
from storage.wechat_tables import WechatUser
from tests.channels.wechat.windows import HELLO, HOURS, MINUTE, THERE, USER, news, open_window
from tests.peers.wechat.platform import APP_ID, event, text

pytestmark = pytest.mark.anyio


def test_24_windows_open_by_what_the_user_does_and_a_weak_one_shrinks_no_strong_one(db: Db) -> None:
    def left() -> tuple[int, bool]:
        window = db.read(ledger.window, THERE)
        return window.pushes, window.until > now() + timedelta(hours=1)

    assert left() == (0, False)
    db.do(ledger.grant, THERE, 3, MINUTE)
    assert left() == (3, False)
    db.do(ledger.grant, THERE, 5, HOURS)
    assert db.do(ledger.spend, THERE, 1)
    db.do(ledger.grant, THERE, 3, MINUTE)
    assert left() == (4, True)
    assert [db.do(ledger.spend, THERE, 1) for _ in range(4)] == [True, True, True, False]  # one is kept for staff
    assert db.do(ledger.spend, THERE, 0)
    db.do(ledger.grant, THERE, 3, MINUTE)
    assert left() == (3, False)


async def test_24_what_is_written_and_what_is_tapped(world: Any) -> None:
    async with world() as w:
        for fields, pushes in (
            (event("subscribe"), 3),
            (event("CLICK", "/help", user="oB"), 3),
            (event("VIEW", user="oC"), 0),
        ):
            await w.platform.deliver(fields)
            user = fields["FromUserName"]
            assert w.app.db.read(ledger.window, f"wechat:{user}").pushes == pushes
        for number, (fields, pushes) in enumerate(((text("x"), 5), (text("x", bizmsgmenuid="1"), 3))):
            await w.platform.deliver(fields | {"FromUserName": f"oD{number}"})
            assert w.app.db.read(ledger.window, f"wechat:oD{number}").pushes == pushes


async def test_25_nothing_is_pushed_outside_the_window_and_it_comes_with_the_next_message(world: Any) -> None:
    async with world(verified=True) as w:
        w.app.db.do(ledger.can_push, APP_ID, can=True, again=3600)
        await news(w, "有新伙伴")
        await asyncio.sleep(0.8)
        assert (w.api.calls["send"], w.unsent()) == (0, ["有新伙伴"])
        w.api.opens(USER)
        assert await w.platform.say("在") == "有新伙伴\n\nre: 在"
        w.app.db.do(lambda s: s.exec(update(WechatUser).values(until=now() - MINUTE)))
        await news(w, "又有一家")
        await asyncio.sleep(0.8)
        assert (w.api.calls["send"], w.unsent()) == (0, ["又有一家"])


async def test_43_news_outside_the_window_wait_on_an_account_that_cannot_push(world: Any) -> None:
    async with world() as w:
        await w.platform.say("在")
        await news(w, "有新伙伴")
        await asyncio.sleep(0.8)
        assert (w.api.calls["send"], w.unsent()) == (0, ["有新伙伴"])
        assert await w.platform.say("0") == "有新伙伴"


async def test_25_a_window_that_the_platform_knows_better_is_believed(world: Any) -> None:
    async with world(verified=True) as w:
        open_window(w)
        w.api.allowed[USER] = (2, w.api.allowed[USER][1])
        assert await w.channel.send(USER, HELLO) == await w.channel.send(USER, HELLO) == 1
        with pytest.raises(HeldError):
            await w.channel.send(USER, HELLO)
        assert w.app.db.read(ledger.window, THERE).pushes == 0
        calls = w.api.calls["send"]
        with pytest.raises(HeldError):
            await w.channel.send(USER, HELLO)
        assert w.api.calls["send"] == calls


async def test_23_three_pages_come_by_themselves_and_the_rest_is_fetched(world: Any) -> None:
    async with world(verified=True) as w:
        open_window(w)
        whole = "".join(f"第{number}句话写在这里。" for number in range(400))
        w.app.says["长"] = Outcome((Outbound(whole),))
        first = await w.platform.say("长")
        await w.until(lambda: len(w.api.sent) == 2)
        await asyncio.sleep(0.8)
        read = [first, *(said for _, said in w.api.sent)]
        assert len(read) == 3
        assert read[2].endswith(w.words("wechat-part", page=3, pages=read_count(read[0])))
        while len(read) < read_count(read[0]):
            read.append(await w.platform.say("0"))
        bodies = [page.rpartition("\n")[0] for page in read]
        assert "".join(bodies) == whole
        assert all(len(page.encode()) <= 2000 for page in read)
        assert all(body.endswith("。") for body in bodies)
        assert len(w.api.sent) == 2
        assert all(a != b for a, b in pairwise(read))


def read_count(page: str) -> int:
    return int(page.rpartition("/")[2].partition("）")[0])
