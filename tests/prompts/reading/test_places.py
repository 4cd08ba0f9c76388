"""Which place is the speaker's own."""

import pytest

from prompts.reading import read


def city(text: str, country: str | None = None, asked: str | None = "company") -> str | None:
    return next((fact.value for fact in read(text, asked=asked, country=country).facts if fact.kind == "city"), None)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("HQ in Coimbatore, branch in Chennai", "Coimbatore"),
        ("We operate out of Jaipur", "Jaipur"),
        ("14, MG Road, Bengaluru 560001", "Bengaluru"),
        ("we ship through Mundra port, our works are in Rajkot", "Rajkot"),
        ("customers in Shanghai, we sit in Pune", "Pune"),
        ("We want a law firm in Shanghai. We are from Indore", "Indore"),
        ("Earlier in Delhi, now shifted to Noida", "Noida"),
        ("hum Ludhiana se hai", "Ludhiana"),
        ("hamari factory Morbi me hai, maal Delhi jata hai", "Morbi"),
        ("हमारा कारखाना सूरत में है", "सूरत"),
        ("हम जयपुर से हैं, ग्राहक दिल्ली में हैं", "जयपुर"),
        ("我是青岛的公司", "青岛"),
        ("总部在合肥，工厂在芜湖", "合肥"),
        ("老家成都，公司开在重庆", "重庆"),
        ("我们在义乌，货从宁波港走", "义乌"),
        ("坐标无锡", "无锡"),
        ("江苏省常州市武进区", "常州"),
        ("客户都在德里，我们人在昆山", "昆山"),
    ],
)
def test_own_city(text: str, own: str) -> None:
    assert city(text) == own


@pytest.mark.parametrize(
    "text",
    ["we export to Shanghai", "need a distributor in Chennai", "想找孟买的代理", "हमें शंघाई में एजेंट चाहिए", "货都发到德里"],
)
def test_somebody_elses_city(text: str) -> None:
    assert city(text, asked="need") is None


def test_the_country_follows_from_the_city() -> None:
    facts = {fact.kind: fact for fact in read("We are in Surat", country="IN").facts}
    assert (facts["country"].value, facts["country"].inferred) == ("IN", True)
