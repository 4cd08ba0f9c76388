"""Headcounts as people write them, corrections among them, and what is no headcount."""

import pytest

from prompts.reading import read


def size(text: str, asked: str | None = "company") -> int | None:
    return next((fact.value for fact in read(text, asked=asked).facts if fact.kind == "headcount"), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 in Pune and 12 in Surat", 42),
        ("Pune me 30 aur Surat me 12 log", 42),
        ("上海30人，苏州12人", 42),
        ("30 people in Pune", 30),
        ("we are two hundred and fifty people", 250),
        ("one hundred and twenty five people", 125),
        ("a hundred and ten employees", 110),
        ("5 founders + 11", 16),
        ("grew from 18 to 44 people", 44),
        ("team grew from 18 to 44 last year", 44),
        ("18 se 44 log ho gaye", 44),
        ("从18人发展到44人", 44),
        ("Zentrik, 11 hotel chains use us", None),
        ("3 shops in Pune and 2 in Surat", None),
        ("60 staff (50 weavers + 10 in office)", 60),
        ("we are 80 people doing photo retouching", 80),
        ("35 permanent, rest contract", 35),
        ("90 people on payroll today", 90),
        ("海德拉巴有个办事处，四个人", None),
        ("22 ppl", 22),
        ("we are 35 people", 35),
        ("team of 12", 12),
        ("around 60-70 employees", 65),
        ("1,200 staff across two plants", 1200),
        ("300+ workers", 300),
        ("18 engineers and 4 in sales", 22),
        ("25 developers, 3 testers and 2 founders", 30),
        ("90 ppl on the shop floor plus 10 in the office", 100),
        ("me + 5 weavers", 6),
        ("staff strength is 48", 48),
        ("fifty five people", 55),
        ("hum 40 log hai", 40),
        ("team mein 17 log", 17),
        ("karigar 30 aur office mein 5, kul 35 log", 35),
        ("हम 25 लोग हैं", 25),
        ("कुल मिलाकर १२० कर्मचारी", 120),
        ("मजदूर बीस, स्टाफ पांच", 25),
        ("员工三百多人", 300),
        ("二十来个人", 20),
        ("两三百人", 250),
        ("我们有员工85名", 85),
        ("師傅四十個，寫字樓十個", 50),
        ("研发30人，销售10人，一共40人", 40),
        ("team 60人", 60),
        ("22", 22),
    ],
)
def test_sizes(text: str, expected: int) -> None:
    assert size(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("make that 31, not 13", 31),
        ("sorry 24 ppl", 24),
        ("headcount is 45, not 54", 45),
        ("30 people... wait no, 32", 32),
        ("team size 80 likha tha galat, 88 hai", 88),
        ("nahi 40 hai", 40),
        ("50 नहीं 60 लोग", 60),
        ("人数写错了，是260", 260),
        ("不是120，是210人", 210),
        ("员工66，走了四个，现在62", 62),
    ],
)
def test_corrections(text: str, expected: int) -> None:
    assert size(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "400 customers live",
        "need 50 annotators",
        "since 1998",
        "budget 20 lakh",
        "5000 farmers trained",
        "服务过300家客户",
        "需要200个标注员",
        "ISO 9001",
        "2 lakh students",
        "30 trucks",
    ],
)
def test_what_is_no_size(text: str) -> None:
    assert size(text, asked="proof") is None
