"""Section 5 of the research, lines 9 to 21: one answer to a message, within five seconds, whatever happens."""

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlmodel import Session, col, update
from structlog.testing import capture_logs

from bot.channels.wechat.speech import Speech
from handlers.message import Choice, Outbound, Outcome
from storage import lanes, wechat
from storage import wechat_ledger as ledger
from storage.crypto import Vault
from storage.db import Db, open_db
from storage.db import vault as vault_of
from storage.messages import sealed
from storage.tables import Event, now
from tests.channels.wechat.conftest import SCALE, SHORT, WORDS, World
from tests.peers.wechat.platform import APP_ID, as_xml, event, text

pytestmark = pytest.mark.anyio


@pytest.fixture
def world(world: Any) -> Any:
    """Five seconds are one."""
    return partial(world, timing=SHORT)


async def test_10_three_deliveries_make_one_run_and_one_answer(world: Any) -> None:
    async with world() as w:
        request = w.platform.request(as_xml(text("你好")))
        answers = await asyncio.gather(*(w.platform.post(request) for _ in range(3)))
        assert {w.platform.opened(answer.text)["Content"] for answer in answers} == {"re: 你好"}
        later = await w.platform.post(request)
        assert w.platform.inner(later.text) == w.platform.inner(answers[0].text)
        assert w.app.runs == ["你好"]


@pytest.mark.parametrize(("seconds", "delivery"), [(1, 1), (7, 2), (12, 3), (14, 3)])
async def test_15_a_slow_answer_arrives_with_a_later_delivery(world: Any, seconds: float, delivery: int) -> None:
    async with world() as w:
        w.app.slow["慢"] = seconds * SCALE
        shown = await w.platform.deliver(text("慢"))
        assert (shown.text, shown.deliveries) == ("re: 慢", delivery)
        assert shown.bodies[:-1] == [None] * (delivery - 1)
        assert w.app.runs == ["慢"]
        assert not shown.unavailable


async def test_09_two_processes_store_a_message_once(world: Any, db_url: str, vault: Vault) -> None:
    one, other = open_db(db_url, vault), open_db(db_url, vault)
    async with world(db=one) as w, world(db=other) as v:
        request = w.platform.request(as_xml(text("你好")))
        first, second = await asyncio.gather(w.platform.post(request), _post_to(v, request))
        assert w.platform.opened(first.text) == w.platform.opened(second.text)
        assert len(w.app.runs + v.app.runs) == 1
        event_request = w.platform.request(as_xml(event("subscribe", CreateTime="1700000000")))
        other_user = w.platform.request(as_xml(event("subscribe", user="oUser2", CreateTime="1700000000")))
        for each in (event_request, other_user, event_request):
            await _post_to(v, each)
        assert sorted(w.app.runs + v.app.runs) == ["/start", "/start", "你好"]
    one.close()
    other.close()


async def _post_to(world: World, request: dict[str, Any]) -> Any:
    return await world.platform.post(request)


async def test_11_the_same_signature_is_accepted_again_and_an_old_message_is_never_run_again(world: Any) -> None:
    async with world() as w:
        number = 7_123
        request = w.platform.request(as_xml(text("你好", number=number)))
        assert (await w.platform.post(request)).status_code == (await w.platform.post(request)).status_code == 200
        assert (await w.platform.deliver(text("你好", number=number))).text == "re: 你好"
        assert w.app.runs == ["你好"]


async def test_12_a_repeat_after_the_answer_gets_the_same_body(world: Any) -> None:
    async with world() as w:
        request = w.platform.request(as_xml(text("你好")))
        first = await w.platform.post(request)
        await asyncio.sleep(1.1)  # another second: a fresh reply would have another CreateTime
        again = await w.platform.post(request)
        assert again.text != first.text  # sealed anew
        assert w.platform.inner(again.text) == w.platform.inner(first.text)


async def test_13_a_dropped_socket_stops_nothing(world: Any) -> None:
    async with world() as w:
        w.app.slow["慢"] = 0.5
        w.platform.patience = 0.2
        assert (await w.platform.deliver(text("慢"), deliveries=1)).bodies == [None]
        w.platform.patience = 1.0
        await w.until(lambda: not w.unsent() and w.app.db.do(wechat.unanswered, "wechat:oUser1") is None)
        assert await w.platform.say("0") == w.words("wechat-nothing")  # it stands under the message's own key
        assert w.app.runs == ["慢"]


async def test_14_where_pushes_are_allowed_a_slow_answer_is_pushed_and_a_quick_one_is_not(world: Any) -> None:
    async with world(verified=True) as w:
        w.api.opens("oUser1")
        assert await w.platform.say("探") == "re: 探"  # the probe learns what the account may do
        await w.until(lambda: w.app.db.read(ledger.account, APP_ID).can_push)
        assert await w.platform.say("快") == "re: 快"
        w.app.slow["慢"] = 1.0
        shown = await w.platform.deliver(text("慢"))
        assert (shown.bodies, shown.text) == (["success"], None)
        assert 0.8 <= shown.took <= 0.95
        await w.until(lambda: w.api.sent)
        assert w.api.sent == [("oUser1", "re: 慢")]
        assert w.api.calls["send"] == 1


@pytest.mark.parametrize("seconds", [3.8, 3.95, 4.0, 4.05, 4.2])
async def test_14_passive_or_pushed_never_both(world: Any, seconds: float) -> None:
    async with world(verified=True) as w:
        w.api.opens("oUser1")
        w.app.db.do(ledger.can_push, APP_ID, can=True, again=3600)
        w.app.slow["慢"] = seconds * SCALE
        passive = await w.platform.say("慢")
        await w.until(lambda: not w.unsent() and w.app.db.do(wechat.unanswered, "wechat:oUser1") is None)
        seen = [*filter(None, [passive]), *(said for _, said in w.api.sent)]
        assert seen == ["re: 慢"]


async def test_15_the_third_delivery_asks_to_come_back_where_the_answer_takes_too_long(world: Any) -> None:
    async with world() as w:
        w.app.slow["慢"] = 16 * SCALE
        shown = await w.platform.deliver(text("慢"))
        assert (shown.text, shown.deliveries, w.app.runs) == (w.words("wechat-wait", seconds=15), 3, ["慢"])
        await w.until(lambda: w.unsent() == ["re: 慢"])
        assert await w.platform.say("0") == "re: 慢"
        assert w.unsent() == []


async def test_16_without_holding_the_first_delivery_asks_to_come_back(world: Any) -> None:
    async with world(hold=False) as w:
        w.app.slow["慢"] = 7 * SCALE
        shown = await w.platform.deliver(text("慢"))
        assert (shown.text, shown.deliveries) == (w.words("wechat-wait", seconds=15), 1)
        assert shown.took <= 0.95


@pytest.mark.parametrize("language", ["zh", "en"])
def test_17_the_placeholder_tells_what_to_reply_and_0_is_no_option(language: str) -> None:
    speech = Speech(WORDS, language, str, label=False)
    assert "0" in speech.say("wechat-wait", seconds=15)
    listed = speech.text(Outbound("哪个？", tuple(Choice(f"v:{n}", f"n{n}") for n in range(10)))).splitlines()
    assert [line.split()[0] for line in listed[-10:]] == [str(number) for number in range(1, 11)]


async def test_18_fetching_what_is_ready_what_is_not_and_what_is_not_there(world: Any) -> None:
    async with world(hold=False) as w:
        assert await w.platform.say("0") == w.words("wechat-nothing")
        w.app.slow["慢"] = 2.4
        wait = await w.platform.say("慢")
        assert wait == w.words("wechat-wait", seconds=15)
        assert await w.platform.say("查看") == wait
        await w.until(w.unsent)
        assert await w.platform.say("继续") == "re: 慢"
        assert await w.platform.say("０") == w.words("wechat-nothing")
        assert w.app.runs == ["慢"]


async def test_18_go_on_is_for_the_conversation_where_nothing_waits(world: Any) -> None:
    async with world() as w:
        assert await w.platform.say("继续") == "re: 继续"


async def test_19_what_is_said_meanwhile_is_answered_in_order_and_what_waits_comes_first(world: Any) -> None:
    async with world(hold=False) as w:
        w.app.slow["慢"] = 1.2
        await w.platform.say("慢")
        assert await w.platform.say("快") == "re: 慢\n\nre: 快"
        assert w.app.runs == ["慢", "快"]


async def test_19_what_does_not_fit_beside_the_answer_stays_queued(world: Any) -> None:
    async with world(hold=False) as w:
        w.app.slow["慢"] = 1.2
        w.app.says["慢"] = Outcome((Outbound("甲" * 600),))
        w.app.says["长"] = Outcome((Outbound("乙" * 600),))
        await w.platform.say("慢")
        first = await w.platform.say("长")
        assert first == "甲" * 600 + "\n" + w.words("wechat-part", page=1, pages=2)
        assert await w.platform.say("0") == "乙" * 600 + "\n" + w.words("wechat-page", page=2, pages=2)


async def test_20_what_waits_survives_a_restart_and_ends_after_two_days(world: Any, sqlite: Db) -> None:
    async with world(hold=False) as w:
        w.app.slow["慢"] = 1.0
        await w.platform.say("慢")
        await w.until(w.unsent)
    async with world(hold=False) as w:
        assert await w.platform.say("0") == "re: 慢"

    def long_ago(session: Session, text: str, news: bool) -> None:
        cause = lanes.put(session, "wechat:oUser1", "in", f"wechat:oUser1:{'news:x:y' if news else text}", {})
        assert cause is not None
        lanes.finish(session, cause)
        body = sealed(vault_of(session), text=text, choices=[])
        row = lanes.put(session, "out:wechat:oUser1", "out", f"{cause}:0", body)
        session.exec(update(Event).where(col(Event.id) == row).values(at=now() - timedelta(hours=49)))

    sqlite.do(long_ago, "旧答复", news=False)
    sqlite.do(long_ago, "有伙伴对您感兴趣", news=True)
    with capture_logs() as logs:
        async with world(hold=False) as w:
            await w.until(lambda: logs)
            assert await w.platform.say("0") == "有伙伴对您感兴趣"
    assert [log["count"] for log in logs if log["event"] == "wechat answers expired"] == [1]


async def test_20_many_small_messages_are_read_as_one(world: Any, sqlite: Db) -> None:
    async with world() as w:
        assert await w.platform.say("你好") == "re: 你好"

        def fill(session: Session) -> None:
            for number in range(25):
                body = sealed(vault_of(session), text=f"消息{number}", choices=[])
                lanes.put(session, "out:wechat:oUser1", "out", f"x{number}:0", body)

        sqlite.do(fill)
        assert await w.platform.say("0") == "\n\n".join(f"消息{number}" for number in range(25))


async def test_26_typing_is_shown_once_and_delays_nothing(world: Any) -> None:
    async with world(verified=True) as w:
        w.api.opens("oUser1", 50)
        w.app.db.do(ledger.can_push, APP_ID, can=True, again=3600)
        w.app.slow["慢"] = w.app.slow["又慢"] = 0.5
        assert await w.platform.say("快") == "re: 快"
        assert w.api.typed == []
        assert await w.platform.say("慢") == "re: 慢"
        assert await w.platform.say("又慢") == "re: 又慢"
        assert w.api.typed == ["oUser1"]
        w.api.faults = [45072]
        assert (await w.platform.deliver(text("慢", user="oUser2"))).text == "re: 慢"


async def test_39_where_staff_answers_the_request_ends_at_once(world: Any) -> None:
    async with world() as w:
        w.app.says["喂"] = Outcome()
        shown = await w.platform.deliver(text("喂"))
        assert shown.bodies == ["success"]
        assert shown.took < 1.0


async def test_40_what_staff_wrote_comes_first_at_the_next_message_and_the_desk_sees_the_window(world: Any) -> None:
    async with world() as w:
        await w.platform.say("你好")
        window = w.app.db.read(ledger.window, "wechat:oUser1")
        assert window.pushes == 5
        assert timedelta(hours=47.9) < window.until - now() < timedelta(hours=48.1)
        w.app.db.do(
            lambda s: lanes.put(
                s, "out:wechat:oUser1", "out", "desk:1", sealed(vault_of(s), text="我是小王", choices=[])
            )
        )
        assert await w.platform.say("在吗") == "我是小王\n\nre: 在吗"
