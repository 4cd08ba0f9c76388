"""Section 5 of the research, lines 22, 23 and 38: what goes out is what was meant, in pieces that fit."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.wechat.mended import text_reply
from bot.channels.wechat.pages import LIMIT, cut, flat, pages, size
from handlers.message import Outbound, Outcome
from tests.peers.wechat.node import Node

pytestmark = pytest.mark.anyio
HOSTILE = {
    "cdata": "a]]>b]]]]>c]]",
    "injected": "x]]></Content><MsgType><![CDATA[transfer_customer_service]]></MsgType><Content><![CDATA[",
    "markup": "<b>&amp;</b> & < > \" '",
    "control": "a\x00b\x0bc\x1f\x7f\ufffe\uffffd",
    "surrogate": "a\ud83db",
    "emoji": "👩‍💻 🙂 𠮷",
    "lines": "一\n\n二\t三",
    "braces": "{content} {0} %s $1",
}


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE.keys())
def test_22_two_parsers_read_back_what_was_said_and_one_type(node: Node, said: str) -> None:
    xml = text_reply("oUser1", "gh_plaza", said, 1_700_000_000)
    meant = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "", said)
    read = ET.fromstring(xml)
    assert [child.text for child in read.findall("Content")] == [meant]
    other = node.ask(op="xml", xml=xml)["read"]["xml"]
    assert other["Content"] == [meant]
    assert other["MsgType"] == [child.text for child in read.findall("MsgType")] == ["text"]


@given(st.text())
def test_22_whatever_is_said_makes_one_text_message(said: str) -> None:
    read = ET.fromstring(text_reply("o", "gh", said, 1))
    assert sorted(child.tag for child in read) == ["Content", "CreateTime", "FromUserName", "MsgType", "ToUserName"]
    assert (read.findtext("Content") or "").replace("\n", "") == flat_only_illegal(said).replace("\r", "").replace(
        "\n", ""
    )


def flat_only_illegal(said: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "", said)


def test_22_markdown_is_flattened_and_other_stars_stay() -> None:
    written = "# 结果\n**重点** `代码` [官网](https://a.cn/x)\n- 一\n* 二\n5*6*7 snake_case_name ** 不成对"
    assert flat(written) == "结果\n重点 代码 官网 https://a.cn/x\n· 一\n· 二\n5*6*7 snake_case_name ** 不成对"


@given(st.lists(st.text(min_size=1).map(flat).filter(bool), min_size=1, max_size=6), st.integers(20, 80))
def test_23_pages_fit_lose_nothing_and_cut_no_character(texts: list[str], limit: int) -> None:
    found = pages(texts, 0, beside=LIMIT - limit, mark=10)
    assert all(size(page.text) <= limit for page in found)
    assert re.sub(r"\s", "", "".join(page.text for page in found)) == re.sub(r"\s", "", "".join(texts))
    assert (found[-1].whole, found[-1].offset) == (len(texts), 0)
    places = [(page.whole, page.offset) for page in found]
    assert places == sorted(places)


@given(st.lists(st.text(min_size=1).map(flat).filter(bool), min_size=1, max_size=4))
def test_23_going_on_from_any_page_gives_the_rest(texts: list[str]) -> None:
    found = pages(texts, 0, beside=LIMIT - 40, mark=0)
    for number, page in enumerate(found[:-1], 1):
        assert [p.text for p in pages(texts[page.whole :], page.offset, beside=LIMIT - 40, mark=0)] == [
            p.text for p in found[number:]
        ]


def test_23_cuts_stand_at_the_ends_of_sentences() -> None:
    assert "第一句。第二句！第三句"[: cut("第一句。第二句！第三句", 30)] == "第一句。第二句！"
    assert "Version 3.14 is out. Next one"[: cut("Version 3.14 is out. Next one", 27)] == "Version 3.14 is out."
    assert "他说：“好。”然后走了很远"[: cut("他说：“好。”然后走了很远", 30)] == "他说：“好。”"
    assert cut("字" * 1000, 2000) == 666


async def test_23_a_long_answer_comes_in_pages_that_0_fetches(world: Any) -> None:
    async with world() as w:
        whole = "".join(f"第{number}句话写在这里，说的是第{number}件事。" for number in range(100))
        w.app.says["长"] = Outcome((Outbound(whole),))
        read = [await w.platform.say("长"), await w.platform.say("0"), await w.platform.say("0")]
        assert read[0].endswith("\n" + w.words("wechat-part", page=1, pages=3))
        assert read[1].endswith("\n" + w.words("wechat-part", page=2, pages=3))
        assert read[2].endswith("\n" + w.words("wechat-page", page=3, pages=3))
        assert "".join(page.rpartition("\n")[0] for page in read) == whole
        assert all(len(page.encode()) <= 2000 for page in read)
        assert await w.platform.say("0") == w.words("wechat-nothing")


async def test_38_what_a_model_words_is_labelled_and_every_text_is_checked_first(world: Any) -> None:
    async with world(label=True, check=lambda text: text.replace("敏感", "**")) as w:
        w.app.says["问"] = Outcome((Outbound("敏感的话。" * 300),))
        page = await w.platform.say("问")
        assert page.endswith("\n" + w.words("wechat-label"))
        assert "敏感" not in page
        assert len(page.encode()) <= 2000
    async with world() as w:
        assert w.words("wechat-label") not in (await w.platform.say("问二"))
