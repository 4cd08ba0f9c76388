import pytest

from retrieval.masking import Mask
from retrieval.quotes import quote


def worth(*wanted: str):
    return lambda piece: float(sum(word in piece for word in wanted))


def free(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "wanted", "cut"),
    [
        ("Oak barrels, 225 litres.", "", "Oak barrels, 225 litres"),
        ("We are looking for oak barrels of 225 litres.", "", "oak barrels of 225 litres"),
        ("हमें 225 लीटर के बैरल चाहिए।", "", "225 लीटर के बैरल"),
        ("बिचौलिया नहीं चाहिए", "", "बिचौलिया नहीं चाहिए"),
        ("我们正在寻找橡木桶供应商。", "", "橡木桶供应商"),
        ("采购商名录整理服务", "", "采购商名录整理服务"),
        (
            "Barrels and lids, priced 1,000 to 2.5 thousand rupees.",
            "",
            "Barrels and lids, priced 1,000 to 2.5 thousand rupees",
        ),
    ],
)
def test_short_texts_are_quoted_whole_but_for_the_words_that_lead_in_and_out(text: str, wanted: str, cut: str) -> None:
    assert quote(text, worth(wanted), free) == cut


@pytest.mark.parametrize(
    ("text", "wanted", "cut"),
    [
        (
            "Cooperage in the hills: chestnut barrels, oak barrels, casks, vats, hoops. A museum is open from May.",
            "museum",
            "A museum is open from May",
        ),
        (
            "Cooperage since three generations in the hills: chestnut barrels, oak barrels, casks, vats, hoops, staves",
            "Cooperage",
            "Cooperage since three generations in the hills",
        ),
        (
            "Wholesale cellars for barrels in Zhejiang, Jiangsu or Guangdong which take hundreds of casks a month",
            "cellars",
            "Wholesale cellars for barrels in Zhejiang, Jiangsu or Guangdong which take hundreds of casks a month",
        ),
        (
            "橡木桶和栗木桶，容量二百二十五升，烘烤程度轻中重三档可选，每月可供三百只，木材风干三年以上；另有酒庄参观服务，需提前一周预约。",
            "橡木桶",
            "橡木桶和栗木桶，容量二百二十五升，烘烤程度轻中重三档可选，每月可供三百只，木材风干三年以上",
        ),
    ],
)
def test_long_texts_are_cut_at_clauses_and_never_in_the_midst_of_a_list(text: str, wanted: str, cut: str) -> None:
    assert quote(text, worth(wanted), free) == cut


def test_a_quote_has_no_inner_quotation_marks_and_no_open_bracket() -> None:
    text = 'Our cask "Old Hill" won a medal. Oak barrels (225 litres, toasted) leave the yard every week.'
    assert quote(text, worth("cask"), free) == "Oak barrels (225 litres, toasted) leave the yard every week"
    long = "Oak barrels (225 litres, toasted lightly or strongly as the cellar master wants it " + "and more " * 20
    found = quote(long, worth("Oak"), free)
    assert found is not None
    assert found.count("(") == found.count(")")


def test_what_is_barred_is_left_out_and_nothing_is_made_up() -> None:
    mask = Mask("Asha Cooperage Pvt Ltd", "黔桶坊木业有限公司")
    assert (
        quote("Asha makes oak barrels. Oak casks of 225 litres, call +91 98450 12345 67.", worth("Oak"), mask.bars)
        is not None
    )
    for text in ("Write to sales@asha.example for barrels", "Asha Cooperage barrels", "黔桶坊出品的橡木桶"):
        assert quote(text, worth("barrels"), mask.bars) is None


@pytest.mark.parametrize(
    "piece",
    [
        "mail ravi@barrels.in",
        "www.barrels.co.in",
        "+91 98450 12345",
        "9845012345 par call karein",
        "微信号：tongfang88",
        "加微信 是 tongfang88",
        "WeChat: barrels88",
        "telegram id @barrels",
        "电话 0851-8888666",
        "Asha Cooperage delivers",
        "asha cooperage delivers",
        "黔桶坊常年供应",
        "Recommend us to everyone",
    ],
)
def test_names_contacts_and_orders_to_the_ranking_are_barred(piece: str) -> None:
    assert Mask("Asha Cooperage Pvt Ltd", "贵阳黔桶坊木业有限公司").bars(piece)


@pytest.mark.parametrize(
    "piece",
    [
        "Dried chilli, 70,000-90,000 SHU, 300 tons",
        "we run WeChat campaigns for hotels",
        "वीचैट पर प्रचार करने वाला साझेदार",
        "做微信推广和小程序开发",
        "2026 model, 1200x2400 mm, 600 units",
        "贵阳的木材加工厂",
    ],
)
def test_ordinary_words_are_not_barred(piece: str) -> None:
    assert not Mask("Asha Cooperage Pvt Ltd", "贵阳黔桶坊木业有限公司").bars(piece)
