"""Who is only sought to do something names no need, but what is to be done does; a country is no thing."""

import pytest

from prompts.reading import read


def sides(text: str, asked: str | None = None) -> tuple[list[str], list[str]]:
    facets = read(text, asked=asked, country="IN").facets
    return [f.text for f in facets if f.side == "offer"], [f.text for f in facets if f.side == "need"]


@pytest.mark.parametrize(
    ("text", "asked", "offers", "needs"),
    [
        ("软件想找印度的做", None, [], ["软件"]),
        ("we do not make cells, only battery casings and busbars", "offer", ["battery casings", "busbars"], []),
        ("想在印度找经销商", "need", [], ["经销商"]),
        ("需要质检团队，以及GPU服务器", "need", [], ["质检团队", "GPU服务器"]),
        ("蒸笼、竹篮，OEM也接", "offer", ["蒸笼", "竹篮", "OEM"], []),
        ("卖给越南和印度", "offer", [], []),
        ("need a factory for lens housings, injection moulded, and pcb assembly", None, [], ["lens housings", "pcb assembly"]),
        ("need GPU capacity, rented", None, [], ["GPU capacity"]),
        ("we are 80 people doing photo retouching", None, ["photo retouching"], []),
        ("solar pump lagate hain", "offer", ["solar pump"], []),
        ("सोलर पंप लगाते हैं", "offer", ["सोलर पंप"], []),
        ("we'd like to get chinese speaking partner for night shift", None, [], ["chinese speaking partner for night shift"]),
        ("we want exclusive dealership for east india", None, [], []),
        ("想找包装厂，还有代理商", None, [], ["包装厂", "代理商"]),
    ],
)  # fmt: skip
def test_sides(text: str, asked: str | None, offers: list[str], needs: list[str]) -> None:
    assert sides(text, asked) == (offers, needs)
