"""Places, money, certificates, dates, who pays, where data may be, partnership."""

from datetime import date
from typing import Any

import pytest

from prompts.reading import read

TODAY = date(2026, 11, 23)


def value(kind: str, text: str, asked: str | None = None, **hints: Any) -> Any:
    return next((fact.value for fact in read(text, asked=asked, today=TODAY, **hints).facts if fact.kind == kind), None)


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("based in Coimbatore", "Coimbatore", "IN"),
        ("pune", "pune", "IN"),
        ("we are from Bombay", "Bombay", "IN"),
        ("hum Ludhiana se hai", "Ludhiana", "IN"),
        ("हम वाराणसी से हैं", "वाराणसी", "IN"),
        ("बेंगलुरु में हमारा दफ्तर है", "बेंगलुरु", "IN"),
        ("我们在贵阳", "贵阳", "CN"),
        ("坐标魔都", "魔都", "CN"),
        ("公司在廣東東莞", "東莞", "CN"),
        ("base 深圳", "深圳", "CN"),
        ("Shenzhen based team", "Shenzhen", "CN"),
        ("Jaipur, our customers are in Dubai and Shanghai", "Jaipur", "IN"),
        ("在宁波，客户多在上海", "宁波", "CN"),
        ("Kochi hq, branch in Chennai", "Kochi", "IN"),
        ("Indore me factory hai, Bhopal me sirf godown", "Indore", "IN"),
        ("原来在天津，去年搬到北京", "北京", "CN"),
    ],
)
def test_the_own_city(text: str, city: str, country: str) -> None:
    facts = read(text, asked="company").facts
    assert [fact.value for fact in facts if fact.kind == "city"] == [city]
    assert [fact.value for fact in facts if fact.kind == "country"] == [country]


@pytest.mark.parametrize(
    "text", ["our client in Shanghai pays us", "need a supplier from Shenzhen", "想找印度浦那的团队"]
)
def test_another_ones_city(text: str) -> None:
    assert value("city", text, "need") is None


def test_a_city_within_the_name_is_only_inferred() -> None:
    fact = next(fact for fact in read("宁波拓岳电器有限公司", asked="company").facts if fact.kind == "city")
    assert (fact.value, fact.inferred) == ("宁波", True)


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("budget 2.5 crore", 25_000_000, 25_000_000, "INR"),
        ("15-20 lakh", 1_500_000, 2_000_000, "INR"),
        ("₹12,50,000", 1_250_000, 1_250_000, "INR"),
        ("30-50k usd", 30_000, 50_000, "USD"),
        ("$40k", 40_000, 40_000, "USD"),
        ("about 50k", 50_000, 50_000, None),
        ("up to 80k dollars", 0, 80_000, "USD"),
        ("预算五十万人民币", 500_000, 500_000, "CNY"),
        ("预算20-30万", 200_000, 300_000, None),
        ("五六十万吧", 500_000, 600_000, None),
        ("20萬到30萬美金", 200_000, 300_000, "USD"),
        ("10万以内", 0, 100_000, None),
        ("8 se 12 lakh", 800_000, 1_200_000, "INR"),
        ("बजट 50 लाख", 5_000_000, 5_000_000, "INR"),
        ("ढाई करोड़ तक", 0, 25_000_000, "INR"),
        ("pachas lakh", 5_000_000, 5_000_000, "INR"),
        ("3亿", 300_000_000, 300_000_000, None),
    ],
)
def test_budgets(text: str, low: float, high: float, currency: str | None) -> None:
    assert value("budget", text, "budget") == {"low": low, "high": high, "currency": currency}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ISO 9001 yes, ISO 14001 no", ["ISO 9001"]),
        ("we hold ISO 27001 and SOC 2 Type II. PCI DSS in progress", ["ISO 27001", "SOC 2 Type II"]),
        ("CE mark applied for, BIS done", ["BIS"]),
        ("FSSAI hai, HACCP ke liye apply kiya hai", ["FSSAI"]),
        ("GMP है, ISO नहीं है", ["GMP"]),
        ("CE有，FDA还在办", ["CE"]),
        ("ISO9001、IATF16949都有，3C没有", ["ISO9001", "IATF16949"]),
        ("高新技术企业，等保三级在测", ["高新技术企业"]),
        ("有機認證有，HACCP申請中", ["有機認證"]),
        ("no certificates", []),
        ("证书没有", []),
        ("koi certificate nahi", []),
        ("CMMI level 3 certified", ["CMMI level 3"]),
        ("halal certified, kosher lapsed", ["halal certified"]),
        ("ISO 13485 ok的有, MDR还没", ["ISO 13485"]),
        ("BIS mark expected next month", []),
    ],
)
def test_certificates_held(text: str, held: list[str]) -> None:
    facts = [fact.value for fact in read(text, asked="proof").facts if fact.kind == "certificate"]
    assert [fact["name"] for fact in facts if fact["state"] == "held"] == held


def test_states_of_certificates() -> None:
    facts = read("ISO 9001 held, CE pending, UL no", asked="proof").facts
    assert [fact.value["state"] for fact in facts if fact.kind == "certificate"] == ["held", "applying", "not_held"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("jan start", "2027-01-01"),
        ("start 5 december", "2026-12-05"),
        ("asap", "2026-11-23"),
        ("next month", "2026-12-01"),
        ("agle mahine se", "2026-12-01"),
        ("अगले महीने से", "2026-12-01"),
        ("Q3 start", "2027-07-01"),
        ("after Holi", "2027-03-23"),
        ("下个月开始", "2026-12-01"),
        ("年底前上线", "2026-12-31"),
        ("节后", "2027-02-13"),
        ("9月前交付", "2027-09-01"),
    ],
)
def test_starts(text: str, day: str) -> None:
    assert value("start", text, "start")["date"] == day


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("we pay the partner", "we_pay"),
        ("us", "we_pay"),
        ("the customer pays us", "they_pay"),
        ("they do", "they_pay"),
        ("both sides share the cost", "both"),
        ("paisa hum denge", "we_pay"),
        ("पैसा ग्राहक देंगे", "they_pay"),
        ("我方付款", "we_pay"),
        ("对方付钱给我们", "they_pay"),
        ("我哋俾錢", "we_pay"),
        ("平摊", "both"),
        ("no payment either way", "none"),
    ],
)
def test_payers(text: str, payer: str) -> None:
    assert value("payer", text, "payer") == payer


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("data cannot leave our office", ["on_site"]),
        ("remote desktop only", ["remote"]),
        ("masked samples can go out", ["masked", "may_leave"]),
        ("data bahar nahi jayega", ["on_site"]),
        ("डेटा देश से बाहर नहीं जाएगा", ["on_site"]),
        ("数据不出境，可以远程桌面", ["on_site", "remote"]),
        ("脱敏后可以给", ["masked"]),
        ("不涉及数据", ["no_data"]),
    ],
)
def test_places_of_data(text: str, places: list[str]) -> None:
    assert value("data_place", text, "data_place") == places


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("pilot first then licence", "project"),
        ("joint venture preferred", "joint"),
        ("exclusive agency", "agency"),
        ("long term supply contract", "supply"),
        ("先试点", "project"),
        ("合资", "joint"),
        ("独家代理", "agency"),
        ("साझेदारी", "joint"),
    ],
)
def test_forms_of_partnership(text: str, form: str) -> None:
    assert value("partnership", text, "partnership") == form


def test_eight_things_at_once() -> None:
    reading = read(
        "jaipur, 30 ppl, crop insurance scoring on satellite data, 4 insurers live. want chinese drone maker "
        "or sensor co needing field data. pilots 20-40k, march start",
        today=TODAY,
    )
    kinds = {fact.kind for fact in reading.facts}
    assert {"city", "country", "headcount", "customers", "budget", "start", "partnership"} <= kinds
    assert {facet.side for facet in reading.facets} == {"offer", "need"}
