"""How people tell their size, and numbers that are somebody else's."""

import pytest

from prompts.reading import read


def headcount(text: str, asked: str | None = "company") -> int | None:
    return next((fact.value for fact in read(text, asked=asked).facts if fact.kind == "headcount"), None)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("We're a team of 34, mostly chemists", 34),
        ("staff strength 118 as of today", 118),
        ("we have 73 on payroll", 73),
        ("a family of 9 runs the mill", 9),
        ("57 heads in our studio", 57),
        ("there are 26 pairs of hands here, 26 hands", 26),
        ("19 people including me", 19),
        ("around 40-50 people", 45),
        ("headcount was 60 last year, 82 now", 82),
        ("employee strength: 410", 410),
        ("I employ thirty-two women", 32),
        ("we are only three", 3),
        ("50 workers and 8 in the office", 58),
        ("66 staff, sorry 76 staff", 76),
    ],
)
def test_english(text: str, people: int) -> None:
    assert headcount(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("hamari company me 85 log hai", 85),
        ("kul milakar 47 bande hain", 47),
        ("staff 64 ka hai", 64),
        ("hum bees log hai", 20),
        ("karkhane me 70 aur office me 12", 82),
        ("हमारे यहाँ 56 कर्मचारी काम करते हैं", 56),
        ("कुल मिलाकर पैंतीस लोग", 35),
        ("हम बारह लोग हैं", 12),
        ("टीम में 23 सदस्य", 23),
        ("कारीगर 40, दफ्तर में 5", 45),
    ],
)
def test_hindi(text: str, people: int) -> None:
    assert headcount(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("我们厂里有96号人", 96),
        ("家里人加工人一共十七口人", 17),
        ("师傅28个", 28),
        ("员工三百五十人左右", 350),
        ("在册员工1200名", 1200),
        ("团队规模40到50人", 45),
        ("两百来号人", 200),
        ("小公司，就我们六个人", 6),
        ("研发12个，生产60个，销售8个", 80),
        ("去年80人，现在110人", 110),
    ],
)
def test_chinese(text: str, people: int) -> None:
    assert headcount(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "we have 300 customers in 12 cities",
        "we need 25 annotators for six months",
        "ISO 9001 since 2016",
        "our park hosts 80 companies",
        "we trained 5000 teachers",
        "服务过三百家客户",
        "我们要招20个客服",
        "60 किसान हमारे साथ जुड़े हैं",
        "budget 40 lakh",
        "plot no 14, sector 63",
    ],
)
def test_counts_of_others(text: str) -> None:
    assert headcount(text, None) is None
