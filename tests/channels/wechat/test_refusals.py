"""Section 5 of the research, lines 27 to 29 and 32: what each refusal of a push means."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import update

from bot.channels.channel import HeldError, LaterError, UnreachableError
from bot.channels.wechat import push
from bot.channels.wechat.mended import Client, PlatformError, UnansweredError
from bot.channels.wechat.push import BEIJING, _midnight
from handlers.message import Choice, Outbound
from storage import wechat_ledger as ledger
from storage.tables import now
from storage.wechat_tables import WechatAccount, WechatUser
from tests.channels.wechat.windows import HELLO, THERE, USER, news, open_window, refused
from tests.peers.wechat.platform import APP_ID

pytestmark = pytest.mark.anyio


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
        await news(w, "没推出去的")
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
        await news(w, "也许到了")
        w.api.faults = ["stall"]
        await w.until(lambda: w.api.calls["send"])
        await asyncio.sleep(1.5)
        assert (w.api.calls["send"], w.unsent()) == (1, ["也许到了"])
        marked = w.app.db.read(lambda session: session.get_one(WechatUser, THERE).unconfirmed)
        assert marked is not None
        assert await w.platform.say("在") == "也许到了\n\nre: 在"
    assert issubclass(UnansweredError, PlatformError)
