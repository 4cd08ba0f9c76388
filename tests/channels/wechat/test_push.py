"""Section 5 of the research, lines 24 to 32 and 43: pushes within what is allowed, and what each refusal means."""

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlmodel import Session, col, update

from bot.channels.channel import HeldError, LaterError, UnreachableError
from bot.channels.wechat import push
from bot.channels.wechat.mended import Client, PlatformError, UnansweredError
from bot.channels.wechat.push import BEIJING, _midnight
from bot.channels.wechat.tokens import Platform
from handlers.message import Choice, Outbound, Outcome
from storage import lanes
from storage import wechat_ledger as ledger
from storage.db import Db, open_db
from storage.db import vault as vault_of
from storage.messages import sealed
from storage.tables import now
from storage.wechat_tables import WechatAccount, WechatUser
from tests.channels.wechat.conftest import World
from tests.peers.wechat.platform import APP_ID, event, text

pytestmark = pytest.mark.anyio
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
        await _news(w, "有新伙伴")
        await asyncio.sleep(0.8)
        assert (w.api.calls["send"], w.unsent()) == (0, ["有新伙伴"])
        w.api.opens(USER)
        assert await w.platform.say("在") == "有新伙伴\n\nre: 在"
        w.app.db.do(lambda s: s.exec(update(WechatUser).values(until=now() - MINUTE)))
        await _news(w, "又有一家")
        await asyncio.sleep(0.8)
        assert (w.api.calls["send"], w.unsent()) == (0, ["又有一家"])


async def test_43_news_outside_the_window_wait_on_an_account_that_cannot_push(world: Any) -> None:
    async with world() as w:
        await w.platform.say("在")
        await _news(w, "有新伙伴")
        await asyncio.sleep(0.8)
        assert (w.api.calls["send"], w.unsent()) == (0, ["有新伙伴"])
        assert await w.platform.say("0") == "有新伙伴"


async def _news(w: World, said: str) -> None:
    def put(session: Session) -> None:
        lanes.put(session, f"out:{THERE}", "out", f"news:{said}", sealed(vault_of(session), text=said, choices=[]))

    await w.app.db.run(put)
    w.app._worker.wake()


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


@pytest.mark.parametrize("code", [45015, 45047])
async def test_27_a_closed_window_holds(world: Any, code: int) -> None:
    async with world(verified=True) as w:
        open_window(w)
        await refused(w, HeldError, code)
        assert w.app.db.read(ledger.window, THERE).pushes == 0


@pytest.mark.parametrize("code", [43004, 48002])
async def test_27_who_left_or_blocks_us_is_unreachable(world: Any, code: int) -> None:
    async with world(verified=True) as w:
        open_window(w)
        assert isinstance(await refused(w, HeldError, code), UnreachableError)


async def test_27_too_long_is_sent_in_two_halves_once(world: Any) -> None:
    async with world(verified=True) as w:
        open_window(w)
        w.api.faults = [45002]
        assert await w.channel.send(USER, [Outbound("前一句。后一句。")]) == 1
        assert w.api.sent == [(USER, "前一句。"), (USER, "后一句。")]
        w.api.faults = [45002, 45002]
        with pytest.raises(LaterError):
            await w.channel.send(USER, [Outbound("前一句。后一句。")])


async def test_27_too_many_a_minute_rests_a_minute(world: Any) -> None:
    async with world(verified=True) as w:
        open_window(w)
        assert (await refused(w, LaterError, 45011)).wait == timedelta(seconds=60)  # type: ignore[attr-defined]


async def test_27_a_busy_platform_is_asked_again_after_one_and_three_seconds(world: Any) -> None:
    async with world(verified=True) as w:
        assert push.AGAIN == (1.0, 3.0)
        open_window(w)
        w.api.faults = [-1, -1]
        began = asyncio.get_running_loop().time()
        assert await w.channel.send(USER, HELLO) == 1
        assert 4.0 <= asyncio.get_running_loop().time() - began < 8.0


async def test_27_the_days_quota_stops_sends_until_midnight_in_beijing(world: Any) -> None:
    async with world(verified=True) as w:
        open_window(w)
        wait = (await refused(w, LaterError, 45009)).wait  # type: ignore[attr-defined]
        assert timedelta() < wait <= timedelta(days=1)
        assert "45009" in w.channel.trouble
        calls = w.api.calls["send"]
        with pytest.raises(LaterError):
            await w.channel.send(USER, HELLO)
        assert w.api.calls["send"] == calls
    assert _midnight(datetime(2026, 12, 31, 23, 59, tzinfo=BEIJING)) == datetime(2027, 1, 1, tzinfo=BEIJING)


@pytest.mark.parametrize("code", [48001, 40200, 48004])
async def test_28_an_account_that_may_not_push_answers_passively_from_then_on(world: Any, code: int) -> None:
    async with world(verified=True) as w:
        open_window(w)
        await refused(w, HeldError, code)
        account = w.app.db.read(ledger.account, APP_ID)
        assert (account.can_push, account.probe_due) == (False, False)
        assert str(code) in w.channel.trouble
        await _news(w, "没推出去的")
        assert await w.platform.say("在") == "没推出去的\n\nre: 在"
        w.app.db.do(lambda s: s.exec(update(WechatAccount).values(probe=now())))  # an hour later
        await w.platform.say("还在")
        await w.until(lambda: w.app.db.read(ledger.account, APP_ID).can_push)


async def test_28_until_it_is_known_an_account_is_taken_for_one_that_cannot_push(world: Any) -> None:
    async with world(verified=False) as w:
        with pytest.raises(HeldError):
            await w.channel.send(USER, HELLO)
        assert await w.platform.say("在") == "re: 在"
        await w.until(lambda: w.api.calls["typing"])
        await w.platform.say("在")
        assert (w.api.calls["typing"], w.app.db.read(ledger.account, APP_ID).can_push) == (1, False)


async def test_29_where_menus_are_refused_the_choices_come_as_numbers(world: Any) -> None:
    async with world(verified=True, menus=True) as w:
        open_window(w)
        asks = [Outbound("要继续吗？", (Choice("a:yes", "继续填写"), Choice("a:no", "以后再说")))]
        assert await w.channel.send(USER, asks) == 1
        assert [entry["content"] for entry in w.api.listed[0]["list"]] == ["继续填写", "以后再说"]
        w.api.menus = False
        assert await w.channel.send(USER, asks) == await w.channel.send(USER, asks) == 1
        assert [said.splitlines()[-2:] for _, said in w.api.sent] == [["1 继续填写", "2 以后再说"]] * 2
        assert len(w.api.listed) == 1


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


@pytest.mark.parametrize("fault", ["html", "502"])
async def test_32_answers_that_are_none_are_errors_of_their_own(world: Any, fault: str) -> None:
    async with world(verified=True) as w:
        open_window(w)
        client = Client(w.channel.credentials)
        w.api.faults = [fault]
        token = await asyncio.to_thread(w.channel._platform.token)
        with pytest.raises(PlatformError):
            await asyncio.to_thread(client.call, "message/custom/send", {}, token)
        await refused(w, LaterError, fault)
        assert await w.channel.send(USER, HELLO) == 1


async def test_32_a_push_that_is_not_answered_is_not_repeated_blindly(world: Any) -> None:
    async with world(verified=True) as w:
        open_window(w)
        w.api.stall = 6.0
        w.channel._client.timeout = 0.5
        await _news(w, "也许到了")
        w.api.faults = ["stall"]
        await w.until(lambda: w.api.calls["send"])
        await asyncio.sleep(1.5)
        assert (w.api.calls["send"], w.unsent()) == (1, ["也许到了"])
        marked = w.app.db.read(lambda session: session.get_one(WechatUser, THERE).unconfirmed)
        assert marked is not None
        assert await w.platform.say("在") == "也许到了\n\nre: 在"
    assert issubclass(UnansweredError, PlatformError)


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
