"""Any text can be read, in time, and every quote is a part of it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompts.reading import read

PIECES = ["we make ", "need ", "我们做", "需要", "हमें ", " चाहिए", "karte hai ", "22 ppl, ", "ISO 9001 有", "預算五十萬", "Pune", "\n- ", "，", ". ",
          "ﬁne Ｗｉｄｅ ", "ज़रूरत ", "Foo Bar Pvt Ltd ", "not ", "不做", "。", "1,20,000 ", "😀", "(", "软件", "and "]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=14).map("".join))
def test_every_quote_is_verbatim(text: str) -> None:
    for asked in (None, "company", "offer", "budget"):
        reading = read(text, asked=asked)
        for facet in (*reading.facets, *reading.denied):
            assert facet.text in facet.quote
            assert facet.quote in text
        for fact in reading.facts:
            assert fact.quote in text


@pytest.mark.parametrize(
    "text",
    ["a" * 10_000, "需要" * 5_000, "need steel and " * 700, "हमें चाहिए " * 900, "1,234 " * 1_600, "(" * 10_000, "A B " * 2_500,
     "做" * 10_000, "一二三" * 3_400, "call me " * 1_250, "Pune " * 2_000, "X 认证 " * 1_600, "no " * 3_400, "two hundred and " * 700],
)  # fmt: skip
def test_ten_thousand_characters_take_no_time(text: str) -> None:
    read("hello")
    started = time.process_time()
    read(text, asked="company")
    assert time.process_time() - started < 0.2  # an idle machine takes less than 60 ms


def test_quotes_of_traditional_and_wide_letters() -> None:
    text = "我們做ＰＣＢ貼片、電源模組"
    assert [facet.text for facet in read(text, asked="offer").facets] == ["ＰＣＢ貼片", "電源模組"]
