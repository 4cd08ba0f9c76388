"""Section 5 of the research, lines 33 to 37, 41, 42, 44 and 45: kinds of messages, comings and goings, figures."""

from typing import Any

import pytest
from sqlmodel import select

from bot.channels.wechat import WeChatChannel, metrics
from bot.channels.wechat.posted import MESSAGE, TAP, posted
from bot.metrics import exposition
from bot.server import Messenger
from handlers.message import Choice, Outbound, Outcome
from prompts.reading import read
from storage.conversations import conversation
from storage.db import Db
from storage.wechat_tables import WechatPost
from tests.channels.wechat.conftest import WORDS, settings
from tests.peers.wechat.platform import APP_ID, US, event, text

pytestmark = pytest.mark.anyio


def of(kind: str, **more: str) -> dict[str, str]:
    return text("", MsgType=kind, **more)


async def test_33_voice_that_was_recognised_is_text_and_other_voice_is_asked_for_in_words(world: Any) -> None:
    async with world() as w:
        assert (
            await w.platform.deliver(of("voice", Recognition="我们做大数据", MediaId="m"))
        ).text == "re: 我们做大数据"
        for heard in ({"Recognition": ""}, {}):
            assert (await w.platform.deliver(of("voice", MediaId="m", **heard))).text == w.words("wechat-voice")


async def test_34_each_kind_of_message_has_its_line(world: Any, sqlite: Db) -> None:
    async with world() as w:
        assert (await w.platform.deliver(of("image", MediaId="m1", PicUrl="http://p/1"))).text == w.words(
            "wechat-image"
        )
        kept = sqlite.read(lambda s: [post.sealed_media for post in s.exec(select(WechatPost)).all()])
        assert sqlite.vault.open(kept[0]) == "m1 http://p/1"
        for kind in ("video", "shortvideo", "location", "link", "something_new"):
            assert (await w.platform.deliver(of(kind))).text == w.words("wechat-other")
        assert await w.platform.say("【收到不支持的消息类型，暂无法显示】") == w.words("wechat-file")
        assert w.app.runs == []


@pytest.mark.parametrize("name", ["VIEW", "TEMPLATESENDJOBFINISH", "LOCATION", "masssendjobfinish", "brand_new", ""])
async def test_34_events_that_say_nothing_are_taken_in_silence(world: Any, name: str) -> None:
    async with world() as w:
        assert (await w.platform.deliver(event(name))).bodies == ["success"]
        assert w.app.runs == []


async def test_34_a_line_of_ours_beside_what_waits(world: Any) -> None:
    async with world() as w:
        w.app.says["长"] = Outcome((Outbound("甲" * 700), Outbound("乙" * 100), Outbound("丙" * 600)))
        await w.platform.say("长")
        shown = await w.platform.deliver(of("video"))
        assert shown.text == w.words("wechat-other") + "\n\n" + w.words("wechat-more")
        rest = [await w.platform.say("0"), await w.platform.say("0")]
        assert (rest[0].count("乙"), rest[1].count("丙"), w.unsent()) == (100, 600, [])


@pytest.mark.parametrize("typed", ["1", "１", "一"])
def test_35_a_typed_number_is_a_choice_to_the_reader(typed: str) -> None:
    reading = read(typed)
    assert (reading.has("choice"), reading.number) == (True, 1)


async def test_35_choices_are_numbered_lines_and_a_menu_tap_is_its_label(world: Any) -> None:
    async with world() as w:
        choices = (Choice("consent:keep:yes", "同意"), Choice("consent:keep:no", "不同意"))
        w.app.says["问"] = Outcome((Outbound("可以保存吗？", choices),))
        assert await w.platform.say("问") == f"可以保存吗？\n\n{w.words('wechat-choose')}\n1 同意\n2 不同意"
        for number in ("1", "0"):
            assert await w.platform.say("同意", bizmsgmenuid=number) == "re: 同意"


@pytest.mark.parametrize(
    ("fields", "started"),
    [
        (event("subscribe"), "/start"),
        (event("subscribe", "qrscene_AB12CD34"), "/start AB12CD34"),
        (event("SCAN", "AB12CD34"), "/start AB12CD34"),
        (event("subscribe", "qrscene_<script>"), "/start"),
    ],
)
async def test_36_who_follows_or_scans_is_welcomed_and_told_of_the_ai(
    world: Any, fields: dict[str, str], started: str
) -> None:
    async with world() as w:
        shown = await w.platform.deliver(fields)
        assert shown.text == f"{w.words('wechat-notice')}\n\nre: {started}"
        assert w.app.runs == [started]
        assert shown.took < 4.5


async def test_37_who_leaves_is_sent_nothing_and_may_come_back(world: Any) -> None:
    async with world(verified=True) as w:
        await w.platform.say("你好")
        assert (await w.platform.deliver(event("unsubscribe"))).bodies == ["success"]
        assert w.app.db.read(conversation, "wechat:oUser1").unreachable is not None
        assert w.api.calls["send"] == 0
        shown = await w.platform.deliver(event("subscribe"))
        assert shown.text.endswith("re: /start")
        assert w.app.db.read(conversation, "wechat:oUser1").unreachable is None
        assert w.app.runs == ["你好", "/start"]


async def test_37_leaving_twice_or_unknown_is_no_error(world: Any) -> None:
    async with world() as w:
        for _ in range(2):
            assert (await w.platform.deliver(event("unsubscribe", user="oNobody"))).bodies == ["success"]


async def test_41_who_taps_for_a_person_is_asked_to_type_a_line(world: Any) -> None:
    async with world() as w:
        assert (await w.platform.deliver(event("CLICK", "human"))).text == w.words("wechat-type")
        assert (await w.platform.deliver(event("CLICK", "matches"))).text == "re: /matches"
        assert (await w.platform.deliver(event("CLICK", "<?>"))).text == w.words("wechat-other")
        assert w.app.runs == ["/matches"]


def test_41_taps_open_a_minute_and_words_two_days() -> None:
    known = {"ToUserName": US, "CreateTime": "1700000000"}
    grants = [
        posted(known | fields, APP_ID, WORDS).grants
        for fields in (text("x"), text("x", bizmsgmenuid="1"), event("CLICK", "human"))
    ]
    assert grants == [MESSAGE, TAP, TAP]


async def test_42_nothing_is_handed_to_the_platforms_own_customer_service(world: Any) -> None:
    async with world() as w:
        for fields in (text("transfer_customer_service"), text("转人工"), event("CLICK", "human")):
            shown = await w.platform.deliver(fields)
            assert "<MsgType><![CDATA[text]]>" in w.platform.inner(shown.bodies[-1])


async def test_44_who_somebody_is_comes_from_the_account_and_their_id_alone(world: Any) -> None:
    async with world() as w:
        await w.platform.say("你好", Nickname="张三")
        view = w.app.db.read(conversation, "wechat:oUser1")
        assert (view.channel, view.language, view.company_id) == ("wechat", "zh", None)
        assert [post.key.split(":")[:2] for post in w.app.db.read(lambda s: s.exec(select(WechatPost)).all())] == [
            ["m", APP_ID]
        ]


async def test_45_figures(world: Any) -> None:
    async with world() as w:
        await w.platform.say("你好")
        await w.platform.post({"params": {}, "content": b""})
    told = exposition().decode()
    for name in (
        *("passive_on_time", "hold_hits", "placeholder", "push_ok", "push_err", "pending_depth", "dup_deliveries"),
        *("token_fetches", "answer_seconds"),
    ):
        assert f"plaza_wechat_{name}" in told
    assert "oUser1" not in told


def test_45_late_answers_and_many_tokens_are_alerts() -> None:
    watch = metrics.Watch()
    assert watch.alerts() == []
    metrics.ON_TIME.inc(50)
    metrics.PLACEHOLDER.inc(5)
    metrics.TOKENS.inc(30)
    assert watch.alerts() == []
    metrics.PLACEHOLDER.inc()
    metrics.TOKENS.inc()
    assert len(watch.alerts()) == 2


def test_it_is_a_messenger() -> None:
    assert isinstance(WeChatChannel(settings()), Messenger)
