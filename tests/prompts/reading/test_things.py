import time

import pytest

from prompts.reading.things import names_something


@pytest.mark.parametrize(
    "words",
    [
        "per trip",
        "simple boss",
        "four surgeons",
        "keh rahe",
        "bas akele",
        "asha this side",
        "main manager hu",
        "last two years",
        "अब भी",
        "上面",
        "李经理说",
        "三十个",
        "这些客户",
        "reach pending",
    ],
)
def test_stray_words_name_nothing(words: str) -> None:
    assert not names_something(words)


@pytest.mark.parametrize(
    "words",
    [
        "cotton yarn",
        "crm",
        "time tracking software",
        "price forecasting",
        "sheet metal ka kaam",
        "दूध की जांच",
        "ब्रश",
        "客户管理系统",
        "纱",
        "油漆",
        "whatsapp bot",
        "family insurance",
    ],
)
def test_things_are_named(words: str) -> None:
    assert names_something(words)


def test_junk_is_fast() -> None:
    began = time.perf_counter()
    for junk in ("a " * 5000, "的" * 10000, "hai " * 2500, "x" * 10000):
        names_something(junk)
    assert time.perf_counter() - began < 0.2
