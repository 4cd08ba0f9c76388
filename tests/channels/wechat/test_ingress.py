"""Section 5 of the research, lines 1 to 8: who may come in, and what becomes of the rest."""

import json
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlmodel import select
from structlog.testing import capture_logs

from bot.channels.wechat import WeChatChannel
from bot.channels.wechat.account import Credentials
from bot.channels.wechat.gate import FRESH, LARGEST
from bot.channels.wechat.mended import Client, PlatformError, Sealed, UnreadableError, parsed
from bot.config import SettingsError
from storage.db import Db
from storage.wechat_tables import WechatPost
from tests.channels.wechat.conftest import SECRET, settings
from tests.peers.wechat.node import HERE, Node, Plain, sign
from tests.peers.wechat.platform import APP_ID, KEY, OLD_KEY, TOKEN, US, as_xml, event, text

pytestmark = pytest.mark.anyio
UNREADABLE = {
    "no xml": "hello",
    "cut short": "<xml><ToUserName>a",
    "nothing": " ",
    "another root": "<html/>",
    "a string": "<xml>abc</xml>",
    "no type": as_xml({"FromUserName": "o"}),
    "no sender": as_xml({"MsgType": "text", "Content": "x"}),
    "two senders": "<xml><FromUserName>b</FromUserName>" + as_xml(text("x"))[5:],
    "a nested text": as_xml(text("x")).replace("<Content>x</Content>", "<Content><b>x</b></Content>"),
    "a time that is none": as_xml(text("x", CreateTime="soon")),
    "a sender with signs": as_xml(text("x", user="o'; DROP")),
    "entities": '<!DOCTYPE xml [<!ENTITY a "b">]>' + as_xml(text("x")).replace(">x<", ">&a;<"),
    "an outside entity": '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + as_xml(text("x")).replace(">x<", ">&a;<"),
    "deep": "<xml>" + "<a>" * 9000,
    "many": "<xml>" + "<a/>" * 9000 + "</xml>",
}


async def _chunks() -> AsyncIterator[bytes]:
    for _ in range(9):
        yield b"x" * 9000


def stored(db: Db) -> int:
    return db.read(lambda session: len(session.exec(select(WechatPost)).all()))


async def test_01_the_consoles_own_test_is_echoed_if_it_is_signed(world: Any) -> None:
    async with world() as w:
        at, nonce = str(int(time.time())), "42"
        good = {"signature": sign(TOKEN, at, nonce), "timestamp": at, "nonce": nonce, "echostr": "回声 <b>"}
        answer = await w.platform.client.get(w.platform.url, params=good)
        assert (answer.status_code, answer.text) == (200, "回声 <b>")
        assert answer.headers["content-type"].startswith("text/plain")
        worse = [{name: value for name, value in good.items() if name != left} for left in good]
        worse += [good | {name: value} for name in good if name != "echostr" for value in ("", "x", "é", "\0")]
        for query in worse:
            assert (await w.platform.client.get(w.platform.url, params=query)).status_code == 403


@pytest.mark.parametrize("wrong", [{"token": ""}, {"app_id": ""}, {"aes_key": ""}, {"app_secret": ""}])
def test_02_what_is_not_whole_does_not_start(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=next(iter(wrong)).upper()):
        WeChatChannel(settings(**wrong))


@pytest.mark.parametrize("key", ["aes_key", "aes_key_previous"])
@pytest.mark.parametrize("value", ["short", "!" * 43, "a" * 44])
def test_02_a_key_that_is_none_does_not_start(key: str, value: str) -> None:
    with pytest.raises(SettingsError, match="WECHAT_AES_KEY"):
        WeChatChannel(settings(**{key: value}))


async def test_03_the_checks_come_in_their_order(world: Any, sqlite: Db) -> None:
    async with world() as w:

        async def status(request: dict[str, Any], **query: str) -> int:
            asked = {**request, "params": request["params"] | query}
            return (await w.platform.client.post(w.platform.url, **asked)).status_code

        xml, now = as_xml(text("x")), int(time.time())
        request = w.platform.request(xml)
        assert await status(request | {"content": b"x" * (LARGEST + 1)}, signature="") == 413
        assert await status(request | {"content": _chunks()}) == 413  # of a length that was not told
        for at in (now - FRESH - 9, now + FRESH + 9):
            assert await status(w.platform.request(xml, at=at)) == 403
        for timestamp in (
            "",
            "x",
            f"{now}0",
            f"{now}"[:9],
            f"{now}".translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        ):
            assert await status(request, timestamp=timestamp, signature=sign(TOKEN, timestamp, "1"), nonce="1") == 403
        assert await status(request, signature="0" * 40) == 403
        assert await status(request, msg_signature="0" * 40) == 403
        assert await status(w.platform.request(xml, key="z" * 43)) == 403  # signed, but neither key opens it
        assert await status(w.platform.request(xml, app_id="wxother")) == 403
        assert (stored(sqlite), w.app.runs) == (0, [])
        assert await status(request) == 200


async def test_03_no_xml_is_parsed_before_the_signature(world: Any) -> None:
    """What would make a parser work hard or fail is refused in the same way and time as anything unsigned."""
    async with world() as w:
        bomb = b"<xml>" + b"<a>" * 20_000
        began = time.monotonic()
        for _ in range(20):
            answer = await w.platform.client.post(w.platform.url, params={"timestamp": "1", "nonce": "1"}, content=bomb)
            assert answer.status_code == 403
        assert time.monotonic() - began < 1.0


async def test_03_the_key_before_opens_too_and_answers_with_itself(world: Any) -> None:
    async with world() as w:
        answer = await w.platform.post(w.platform.request(as_xml(text("旧钥匙")), key=OLD_KEY))
        assert w.platform.opened(answer.text, OLD_KEY)["Content"] == "re: 旧钥匙"


@pytest.mark.parametrize("library", ["wechat", "wecom"])
async def test_03_others_libraries_are_understood_and_understand_us(world: Any, node: Node, library: str) -> None:
    async with world() as w:
        for said in ("你好", "x" * 700, "🙂 a&b<c>", "零"):
            asked = {
                "lib": library,
                "token": TOKEN,
                "key": KEY,
                "id": APP_ID,
                "timestamp": str(int(time.time())),
                "nonce": "77",
            }
            sealed = node.ask(op="enc", xml=as_xml(text(said)), **asked)
            query = {name: asked[name] for name in ("timestamp", "nonce")} | {
                "encrypt_type": "aes",
                "msg_signature": sealed["signature"],
            }
            query["signature"] = sign(TOKEN, asked["timestamp"], "77")
            answer = await w.platform.post(
                {"params": query, "content": f"<xml><Encrypt>{sealed['encrypt']}</Encrypt></xml>".encode()}
            )
            outer = node.ask(op="xml", xml=answer.text)["read"]["xml"]
            opened = node.ask(op="dec", encrypt=outer["Encrypt"][0], **asked)
            assert (opened["signature"], opened["id"]) == (outer["MsgSignature"][0], APP_ID)
            assert node.ask(op="xml", xml=opened["message"])["read"]["xml"]["Content"] == [f"re: {said}"]


@pytest.mark.parametrize(
    "vector", json.loads((HERE / "vectors.json").read_text("utf-8")), ids=lambda vector: vector["id"]
)
def test_03_what_others_libraries_sealed_is_opened_without_them(vector: dict[str, str]) -> None:
    account = Credentials(vector["id"], SECRET, vector["token"], KEY, vector["key"])
    body = f"<xml><Encrypt><![CDATA[{vector['encrypt']}]]></Encrypt></xml>".encode()
    opened = Sealed(account).open(body, vector["signature"], vector["timestamp"], vector["nonce"])
    assert opened == (vector["xml"], 1)


def test_03_the_plain_platform_of_these_tests_is_the_libraries(node: Node) -> None:
    asked = {"token": TOKEN, "key": KEY, "id": APP_ID, "timestamp": "1700000000", "nonce": "1"}
    for one, other in ((node, Plain()), (Plain(), node)):
        sealed = one.ask(op="enc", xml="<xml>你好</xml>", **asked)
        opened = other.ask(op="dec", encrypt=sealed["encrypt"], **asked)
        assert (opened["message"], opened["id"], opened["signature"]) == (
            "<xml>你好</xml>",
            APP_ID,
            sealed["signature"],
        )


async def test_04_plain_text_is_never_taken(world: Any, sqlite: Db) -> None:
    async with world() as w:
        plain = as_xml(text("x")).encode()
        request = w.platform.request(as_xml(text("x")))
        query = request["params"]
        without = [
            {name: value for name, value in query.items() if name != left} for left in ("encrypt_type", "msg_signature")
        ]
        for worse in (
            {"params": query, "content": plain},
            {"params": {name: query[name] for name in ("signature", "timestamp", "nonce")}, "content": plain},
            {"params": query | {"encrypt_type": "raw"}, "content": request["content"]},
            *({"params": each, "content": request["content"]} for each in without),
        ):
            assert (await w.platform.client.post(w.platform.url, **worse)).status_code == 403
        assert (stored(sqlite), w.app.runs) == (0, [])


@pytest.mark.parametrize("xml", UNREADABLE.values(), ids=UNREADABLE.keys())
async def test_05_the_platforms_own_rubbish_is_taken_in_silence(world: Any, sqlite: Db, xml: str) -> None:
    async with world() as w:
        with capture_logs() as logs:
            answer = await w.platform.post(w.platform.request(xml))
        assert (answer.status_code, answer.text) == (200, "success")
        assert [log["event"] for log in logs] == ["wechat message unreadable"]
        assert (stored(sqlite), w.app.runs) == (0, [])


async def test_05_rubbish_of_others_is_refused_without_a_trace(world: Any, sqlite: Db) -> None:
    async with world() as w:
        at = str(int(time.time()))
        signed = {
            "timestamp": at,
            "nonce": "1",
            "signature": sign(TOKEN, at, "1"),
            "encrypt_type": "aes",
            "msg_signature": "1",
        }
        with capture_logs() as logs:
            for query in ({}, signed, signed | {"msg_signature": "é" * 40}, signed | {"nonce": "<![CDATA["}):
                for body in (
                    b"",
                    b"\xff\xfe\0",
                    b"<xml>",
                    b"<xml><Encrypt>!!</Encrypt></xml>",
                    b"<xml><Encrypt>AAAA</Encrypt></xml>",
                ):
                    answer = await w.platform.client.post(w.platform.url, params=query, content=body)
                    assert 400 <= answer.status_code < 500
        assert (logs, stored(sqlite), w.app.runs) == ([], 0, [])


async def test_06_control_characters_are_dropped_and_the_rest_is_answered(world: Any) -> None:
    async with world() as w:
        assert await w.platform.say("你\x0b好\x01\ufffe\x7f") == "re: 你好"


def test_07_required_fields_are_plain_strings() -> None:
    xml = as_xml(text("x"))
    assert parsed(xml)["Content"] == "x"
    for name, value in (("FromUserName", "oUser1"), ("ToUserName", US), ("MsgType", "text"), ("Content", "x")):
        for worse in (
            f"<{name}>{value}</{name}><{name}>{value}</{name}>",
            f"<{name}><a>1</a></{name}>",
            f'<{name} a="1">{value}</{name}>',
        ):
            with pytest.raises(UnreadableError):
                parsed(xml.replace(f"<{name}>{value}</{name}>", worse))


async def test_07_messages_of_another_account_are_not_ours(world: Any) -> None:
    async with world(account="gh_another") as w:
        assert (await w.platform.deliver(text("x"))).bodies == ["success"]
        assert w.app.runs == []


async def test_08_no_secret_and_no_name_in_logs_or_errors(world: Any, caplog: Any) -> None:
    async with world(verified=True) as w:
        w.api.opens("oUser1")
        w.api.faults = ["html", 40164, 48001]
        with capture_logs() as logs:
            await w.platform.deliver(text("x"))
            await w.platform.deliver(event("unsubscribe"))
            await w.platform.client.post(w.platform.url, params={"openid": "oUser1"}, content=b"")
        told = str(logs) + caplog.text
        assert not [secret for secret in (SECRET, TOKEN, KEY, "oUser1", w.api.token or "token-") if secret in told]


@pytest.mark.parametrize("api", ["http://127.0.0.1:9", "http://127.0.0.1:9/secret-path"])
def test_08_errors_of_the_connection_hold_no_address(api: str) -> None:
    client = Client(WeChatChannel(settings(api)).credentials)
    for ask in (client.fetch, lambda: client.call("message/custom/send", {}, "the-token")):
        with pytest.raises(PlatformError) as caught:
            ask()
        error: BaseException | None = caught.value
        while error:
            told = f"{error!r} {error}"
            assert not [secret for secret in (SECRET, "the-token", "127.0.0.1", "secret-path") if secret in told]
            error = error.__context__ or error.__cause__
