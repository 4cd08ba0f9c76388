"""The company's name as written; never the person, the city or the product."""

import pytest

from prompts.reading import read


def name(text: str, asked: str | None = "company") -> str | None:
    return next((fact.value for fact in read(text, asked=asked).facts if fact.kind == "name"), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are Vantaro Systems Pvt Ltd from Mysuru", "Vantaro Systems Pvt Ltd"),
        ("Hi, Quellmark Textiles here, Surat", "Quellmark Textiles"),
        ("this is Anil from Brightfern Labs", "Brightfern Labs"),
        ("I am Meera, founder of Ostrava Foods", "Ostrava Foods"),
        ("my company is called Tindlewick", "Tindlewick"),
        ("Company name: Pelican Dyeworks", "Pelican Dyeworks"),
        ("Zentrik Robotics. Pune. 40 people.", "Zentrik Robotics"),
        ("you can call us Nerulite", "Nerulite"),
        ("叫我们凌云就行", "凌云"),
        ("Kochi-based spice exporter Nerulite, 14 people", "Nerulite"),
        ("usd", None),
        ("jan start", None),
        ("twenty five people", None),
        ("我姓王", None),
        ("张经理", None),
        ("我叫李明", None),
        ("成都 Nerulite 这边，做排产软件的", "Nerulite"),
        ("永康金芒饰品，做耳环、手链", "永康金芒饰品"),
        ("等半天了", None),
        ("Nerulite", "Nerulite"),
        ("we run a small bakery equipment firm, Crustwell Engineering, in Nashik", "Crustwell Engineering"),
        ("Greetings from Halvorsen Marine LLP", "Halvorsen Marine LLP"),
        ("mahalaxmi spices, guntur, 30 staff", "mahalaxmi spices"),
        ("namaste, Suvarna Agro se bol raha hu", "Suvarna Agro"),
        ("company ka naam Dhwani Audio hai", "Dhwani Audio"),
        ("hum Kalpvriksh Herbals se, Haridwar", "Kalpvriksh Herbals"),
        ("कंपनी का नाम सूर्यांश टेक्सटाइल्स है", "सूर्यांश टेक्सटाइल्स"),
        ("हम पवन उद्योग, इंदौर से", "पवन उद्योग"),
        ("नवरंग ज्वेलर्स, जयपुर, 12 लोग", "नवरंग ज्वेलर्स"),
        ("我们是苏州朗驰精密机械有限公司", "苏州朗驰精密机械有限公司"),
        ("公司名：澄远科技", "澄远科技"),
        ("公司叫霁蓝陶瓷，在景德镇", "霁蓝陶瓷"),
        ("您好，我是宁波拓岳电器的小王", "宁波拓岳电器"),
        ("棠梨文化，长沙，18人", "棠梨文化"),
        ("敝公司係嘉澤五金製品廠", "嘉澤五金製品廠"),
        ("我们是 Nimora Tech，在深圳", "Nimora Tech"),
        ("公司 name 是 Voltaine 伏安新能源", "Voltaine 伏安新能源"),
    ],
)
def test_told_names(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pune",
        "22",
        "my name is Rakesh",
        "we are a family business",
        "我们在杭州",
        "跳过",
        "公司名先不说",
        "we make ceramic tiles",
        "hum log 30 hai",
        "ISO 9001",
        "我们是做轴承的",
        "नाम बाद में बताऊंगा",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert name(text) is None


def test_another_firm_is_not_taken_for_the_speakers() -> None:
    assert name("our biggest customer is Brelldon Motors Ltd", asked="proof") is None


def test_a_name_is_a_verbatim_part() -> None:
    text = "Hello!! We are   Vantaro Systems Pvt. Ltd. and we sell pumps"
    fact = next(fact for fact in read(text).facts if fact.kind == "name")
    assert fact.value in text
