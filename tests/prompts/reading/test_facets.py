"""Offers and needs in all languages, on the right side, without the words around them."""

import pytest

from prompts.reading import read

OFFERS = [
    ("We make brass valves and pipe fittings.", ["brass valves", "pipe fittings"]),
    ("we do payroll processing for hospitals", ["payroll processing for hospitals"]),
    ("Our main products are ball bearings, oil seals and v-belts", ["ball bearings", "oil seals", "v-belts"]),
    ("What we do is contract testing of cosmetics", ["contract testing of cosmetics"]),
    ("Services: cloud migration, SAP support", ["cloud migration", "SAP support"]),
    ("Exporters of cumin seeds and psyllium husk", ["cumin seeds", "psyllium husk"]),
    ("we are mainly into warehouse robotics", ["warehouse robotics"]),
    ("The Institute offers drone pilot courses", ["drone pilot courses"]),
    ("hum cotton bed sheets aur towels banate hai", ["cotton bed sheets", "towels"]),
    ("call centre software bechte hain", ["call centre software"]),
    ("hamara kaam hai marble cutting", ["marble cutting"]),
    ("हम पीतल की मूर्तियां बनाते हैं", ["पीतल की मूर्तियां"]),
    ("हमारा काम: रेशमी साड़ी, सूती कपड़ा", ["रेशमी साड़ी", "सूती कपड़ा"]),
    ("我们做轴承和密封件", ["轴承", "密封件"]),
    ("主营数控机床、激光切割机", ["数控机床", "激光切割机"]),
    ("我司提供车辆检测服务", ["车辆检测服务"]),
    ("汽车座椅、方向盘都做", ["汽车座椅", "方向盘"]),
    ("我們主要做滑鼠墊同鍵盤", ["滑鼠墊", "鍵盤"]),
    ("业务：跨境电商代运营，海外仓储", ["跨境电商代运营", "海外仓储"]),
    ("我们做 edge computing 盒子和 video SDK", ["edge computing 盒子", "video SDK"]),
]

NEEDS = [
    ("We are looking for a distributor for water filters in Sichuan", ["distributor for water filters in Sichuan"]),
    ("need someone who can do firmware testing", ["firmware testing"]),
    ("Requirement: 3D scanners, optical sensors", ["3D scanners", "optical sensors"]),
    ("we would love to find a supplier of solar glass", ["solar glass"]),
    ("what we are missing is speech data in Cantonese", ["speech data in Cantonese"]),
    ("Can you help us find magnet suppliers?", ["magnet suppliers"]),
    ("hume packaging machine chahiye", ["packaging machine"]),
    ("EV charger ke liye connectors ki zarurat hai", ["EV charger ke liye connectors"]),
    ("kapde ki dyeing machine dhundh rahe hai", ["kapde ki dyeing machine"]),
    ("हमें बोतल भरने की मशीन चाहिए", ["बोतल भरने की मशीन"]),
    ("ज़रूरत: सौर पैनल, इनवर्टर", ["सौर पैनल", "इनवर्टर"]),
    ("मोटर के पुर्जों की तलाश है", ["मोटर के पुर्जों"]),
    ("想找印度的软件测试团队", ["印度的软件测试团队"]),
    ("需要一批语音数据，还有翻译服务", ["语音数据", "翻译服务"]),
    ("需求：医疗影像标注，质检平台", ["医疗影像标注", "质检平台"]),
    ("我们缺能做印地语客服的", ["印地语客服"]),
    ("想搵印度嘅皮革供應商", ["印度嘅皮革供應商"]),
    ("need 印度的 cloud 团队", ["印度的 cloud 团队"]),
]


@pytest.mark.parametrize(("text", "expected"), OFFERS)
def test_offers(text: str, expected: list[str]) -> None:
    reading = read(text, asked="offer")
    assert [facet.text for facet in reading.facets] == expected
    assert {facet.side for facet in reading.facets} == {"offer"}


@pytest.mark.parametrize(("text", "expected"), NEEDS)
def test_needs(text: str, expected: list[str]) -> None:
    reading = read(text, asked="need")
    assert [facet.text for facet in reading.facets] == expected
    assert {facet.side for facet in reading.facets} == {"need"}


@pytest.mark.parametrize(
    ("text", "offers", "needs"),
    [
        ("we make bamboo flooring and need kiln driers", ["bamboo flooring"], ["kiln driers"]),
        ("ERP bechte hai, lekin hume cloud partner chahiye", ["ERP"], ["cloud partner"]),
        ("हम मसाले बेचते हैं और हमें पैकिंग मशीन चाहिए", ["मसाले"], ["पैकिंग मशीन"]),
        ("我们做电机，另外想找印度代理商", ["电机"], ["印度代理商"]),
        ("做数据清洗的，顺便在找标注团队", ["数据清洗"], ["标注团队"]),
    ],
)
def test_a_need_that_hides_in_the_offers_answer(text: str, offers: list[str], needs: list[str]) -> None:
    reading = read(text, asked="offer")
    assert [facet.text for facet in reading.facets if facet.side == "offer"] == offers
    assert [facet.text for facet in reading.facets if facet.side == "need"] == needs


@pytest.mark.parametrize(
    ("text", "kept", "denied"),
    [
        ("we do PCB assembly. we don't do cable harness", ["PCB assembly"], ["cable harness"]),
        ("industrial pumps, no domestic pumps", ["industrial pumps"], ["domestic pumps"]),
        ("mobile apps banate hai, games nahi banate", ["mobile apps"], ["games"]),
        ("हम दवा बनाते हैं, टीके नहीं बनाते", ["दवा"], ["टीके"]),
        ("做模具，注塑不做", ["模具"], ["注塑"]),
        ("提供海运，不做空运", ["海运"], ["空运"]),
        ("家具我们做，安装我们不做", ["家具"], ["安装"]),
    ],
)
def test_what_they_do_not_do(text: str, kept: list[str], denied: list[str]) -> None:
    reading = read(text, asked="offer")
    assert [facet.text for facet in reading.facets] == kept
    assert [facet.text for facet in reading.denied] == denied


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("design and manufacturing of castings", 1),
        ("annotators for mri and ct", 1),
        ("oxygen and ph forecasting", 1),
        ("gear boxes and drive shafts", 2),
        ("印地语和泰卢固语的配音", 1),
        ("图像识别和语音识别", 2),
        ("ढलाई और मशीनिंग", 2),
    ],
)
def test_an_and_inside_one_thing_does_not_part_it(text: str, count: int) -> None:
    assert len(read(text, asked="offer").facets) == count


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "because the last vendor cheated us",
        "why do you ask me this",
        "现在师傅都用眼睛看，太慢了",
        "abhi sab haath se hota hai",
        "अभी सब हाथ से होता है",
        "my father started it in 1974",
        "ISO 9001 yes, CE pending",
        "budget 20 lakh, we pay",
        "预算五十万，我们付款",
        "120 people",
        "data must stay on our servers",
    ],
)
def test_talk_and_facts_are_no_capabilities(text: str) -> None:
    assert read(text, asked="offer").facets == ()


def test_a_trade_named_in_passing_is_broad() -> None:
    facets = read("我们是做宠物用品的").facets
    assert [(facet.text, facet.broad) for facet in facets] == [("宠物用品", True)]


def test_the_heading_of_a_list_holds_for_its_lines() -> None:
    reading = read("Offers:\n1. steel drums\n2. plastic crates\nNeeds:\n- hydraulic presses\n- label printers")
    assert [facet.text for facet in reading.facets if facet.side == "offer"] == ["steel drums", "plastic crates"]
    assert [facet.text for facet in reading.facets if facet.side == "need"] == ["hydraulic presses", "label printers"]


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("想找做夹具设计、治具加工的印度团队", ["夹具设计", "治具加工"]),
        ("寻找做热处理的靠谱的本地厂家", ["热处理"]),
        ("想找印度做胶水配方、灌胶设备的公司", ["胶水配方", "灌胶设备"]),
    ],
)
def test_who_does_it_and_where_he_sits_are_no_part_of_a_need(text: str, needs: list[str]) -> None:
    assert [facet.text for facet in read(text).facets] == needs
