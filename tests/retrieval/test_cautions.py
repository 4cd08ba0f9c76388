"""Each kind of caution: where two companies' own words give it, and where they only seem to."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pytest

from retrieval.build import make_traits
from retrieval.caution import Caution
from retrieval.cautions import cautions
from retrieval.party import Party, PartyMaker
from tests.retrieval.companies import profile_of

Make = Callable[..., Party]


@pytest.fixture(scope="module")
def party() -> Make:
    """A company with neither vectors nor a database: cautions need none."""
    maker = PartyMaker(make_traits(), lambda texts: np.ones((len(texts), 1), np.float32), "none")

    def make(country: str, offers: Sequence[str] = (), needs: Sequence[str] = (), **facts: Any) -> Party:
        said = [(kind, value) for kind, values in facts.items() for value in values]
        return maker.party(profile_of(f"{country} firm", country, offers, needs, said))

    return make


def kinds(found: Iterable[Caution]) -> set[str]:
    return {caution.key.removeprefix("caution-") for caution in found if caution.weighs}


@pytest.mark.parametrize(
    "wish",
    ["no traders please", "traders please excuse", "बिचौलिया नहीं चाहिए", "trader nahi", "中介勿扰", "贸易商免谈"],
)
@pytest.mark.parametrize(
    "trade", ["we source from factories all over the country", "代理多家工厂的棉纱和面料", "कमीशन पर माल दिलाते हैं"]
)
def test_a_middleman_is_ruled_out_by_who_wants_none(party: Make, wish: str, trade: str) -> None:
    found = cautions(party("IN", needs=["cotton yarn"], requirement=[wish]), party("CN", offers=[trade]))
    assert kinds(found) == {"middleman-we"}
    assert found[0].veto
    back = cautions(party("CN", offers=[trade]), party("IN", needs=["cotton yarn"], requirement=[wish]))
    assert kinds(back) == {"middleman-they"}


@pytest.mark.parametrize(
    ("wish", "offer"),
    [
        ("no traders please", "cotton yarn from our own factory, also sold by a sourcing agent"),
        ("中介勿扰", "自有工厂生产棉纱，也代理多家工厂"),
        ("traders welcome", "we source from factories all over the country"),
        ("no traders please", "shops for textile traders, to let"),
    ],
)
def test_makers_and_those_who_only_name_traders_stay(party: Make, wish: str, offer: str) -> None:
    found = cautions(party("IN", needs=["cotton yarn"], requirement=[wish]), party("CN", offers=[offer]))
    assert not any(caution.veto for caution in found)


@pytest.mark.parametrize(
    ("wish", "offer"),
    [
        ("We do not work for tobacco firms", "cigarette paper and tobacco pouches"),
        ("शराब का काम नहीं करते", "白酒灌装线"),
        ("不做博彩", "casino software and betting odds"),
        ("不投军工", "हथियार के पुर्ज़े"),
    ],
)
def test_an_excluded_trade_rules_out_when_it_is_all_that_is_offered(party: Make, wish: str, offer: str) -> None:
    ours = party("IN", needs=["paper"], exclusion=[wish])
    found = cautions(ours, party("CN", offers=[offer]))
    assert [caution.key for caution in found if caution.veto] == ["caution-excluded-we"]
    assert found[0].values == {"wish": wish, "quote": offer}
    mixed = cautions(ours, party("CN", offers=[offer, "paper cups"]))
    assert kinds(mixed) == {"excluded-we"}
    assert not mixed[0].veto


@pytest.mark.parametrize("offer", ["we do not serve the tobacco trade", "不涉烟草的包装纸", "paper cups"])
def test_an_excluded_trade_that_is_denied_or_not_named_is_none(party: Make, offer: str) -> None:
    found = cautions(party("IN", needs=["paper"], exclusion=["No tobacco"]), party("CN", offers=[offer]))
    assert not found


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("Two lifts, supply and install", "Lifts, equipment only"),
        ("电梯两台，包安装", "लिफ़्ट, इंस्टॉलेशन नहीं"),
        ("do lift chahiye 630 kg fitting ke saath", "电梯，不含安装"),
    ],
)
def test_installation_is_asked_about(party: Make, need: str, offer: str) -> None:
    assert "installation-we" in kinds(cautions(party("IN", needs=[need]), party("CN", offers=[offer])))
    assert not kinds(cautions(party("IN", needs=[need]), party("CN", offers=["lifts, with installation"])))


@pytest.mark.parametrize("wish", ["customer data must stay in India", "डेटा बाहर नहीं जाएगा", "数据不得出境"])
def test_data_that_must_stay_is_asked_about_until_the_other_says_how(party: Make, wish: str) -> None:
    ours = party("IN", needs=["fraud detection for banks"], requirement=[wish])
    assert kinds(cautions(ours, party("CN", offers=["银行反欺诈"]))) == {"data-ask-we"}
    assert kinds(cautions(ours, party("CN", offers=["银行反欺诈，只能云端"]))) == {"data-we"}
    assert kinds(cautions(ours, party("CN", offers=["银行反欺诈"], data_place=[["may_leave"]]))) == {"place-we"}
    assert not kinds(cautions(ours, party("CN", offers=["银行反欺诈，可部署在客户自己机房"])))
    assert not kinds(cautions(ours, party("CN", offers=["银行反欺诈"], data_place=[["on_site"]])))
    assert not kinds(cautions(ours, party("CN", offers=["陶瓷砖"])))


def test_certificates_are_asked_for_what_they_belong_to(party: Make) -> None:
    ours = party("IN", needs=["cotton yarn with GOTS certificate", "office space"])
    assert kinds(cautions(ours, party("CN", offers=["精梳棉纱"]))) == {"certificate-ask-we"}
    assert not kinds(cautions(ours, party("CN", offers=["办公室出租"])))
    held, applying = {"name": "GOTS", "state": "held"}, {"name": "GOTS", "state": "applying"}
    assert not kinds(cautions(ours, party("CN", offers=["精梳棉纱"], certificate=[held])))
    assert not kinds(cautions(ours, party("CN", offers=["精梳棉纱，GOTS认证"])))
    assert kinds(cautions(ours, party("CN", offers=["精梳棉纱"], certificate=[applying]))) == {"certificate-missing-we"}


def test_one_certificate_of_two_is_enough_where_either_will_do(party: Make) -> None:
    ours = party("IN", needs=["cotton yarn"], requirement=["GOTS certificate or OEKO-TEX certificate"])
    assert not kinds(cautions(ours, party("CN", offers=["精梳棉纱，OEKO-TEX认证"])))
    assert kinds(cautions(ours, party("CN", offers=["精梳棉纱"]))) == {"certificate-ask-we"}


def test_letters_spelled_in_devanagari_are_the_same_certificate(party: Make) -> None:
    ours = party("IN", needs=["सूती धागा, बीआईएस प्रमाणपत्र के साथ"])
    assert not kinds(cautions(ours, party("CN", offers=["棉纱，有BIS认证"])))


@pytest.mark.parametrize(
    ("ceiling", "floor", "far"),
    [
        ("budget max USD 40,000", "单套合同不低于200万元", True),
        ("बजट 20 लाख रुपये तक", "contracts of at least USD 90,000", True),
        ("预算20万元以内", "minimum project 50 lakh rupees", True),
        ("budget max USD 400,000", "单套合同不低于200万元", False),
        ("budget max USD 40,000", "不低于每公斤20元", False),
        ("fast delivery", "单套合同不低于200万元", False),
    ],
)
def test_a_ceiling_well_below_the_floor_is_told(party: Make, ceiling: str, floor: str, far: bool) -> None:
    ours = party("IN", needs=["weaving loom"], requirement=[ceiling])
    found = kinds(cautions(ours, party("CN", offers=["织机"], requirement=[floor])))
    assert found == ({"budget-we"} if far else set())


@pytest.mark.parametrize(
    ("need", "offer", "far"),
    [
        ("weaving looms, 5 sets", "织机，50套起订", True),
        ("करघा, 5 सेट", "weaving looms, MOQ 50 sets", True),
        ("weaving looms, 60 sets", "织机，50套起订", False),
        ("weaving looms, 5 sets", "织机，每月产50套", False),
        ("weaving looms, 5 sets", "织机，50吨起订", False),
    ],
)
def test_a_quantity_well_below_the_least_order_is_told(party: Make, need: str, offer: str, far: bool) -> None:
    found = kinds(cautions(party("IN", needs=[need]), party("CN", offers=[offer])))
    assert found == ({"volume-we"} if far else set())


def test_a_language_that_is_asked_for_and_not_among_those_named(party: Make) -> None:
    ours = party("IN", needs=["weaving loom"], requirement=["manual in Hindi"])
    assert kinds(cautions(ours, party("CN", offers=["织机，英文说明书"]))) == {"language-we"}
    assert not kinds(cautions(ours, party("CN", offers=["织机，英文和印地文说明书"])))


def test_two_sellers_of_the_same_are_told_so(party: Make) -> None:
    ours, theirs = party("IN", offers=["cotton yarn"], needs=["office space"]), party("CN", offers=["棉纱"])
    assert kinds(cautions(ours, theirs)) == {"same"}
    assert not kinds(cautions(ours, party("CN", offers=["棉纱"], needs=["cotton yarn"])))


def test_what_nobody_can_judge_is_told_to_who_must_meet_it_and_costs_nothing(party: Make) -> None:
    ours, theirs = party("IN", requirement=["payment in 20 days"]), party("CN", requirement=["样品先付款"])
    found = cautions(ours, theirs)
    assert [(caution.key, caution.values["wish"]) for caution in found] == [
        ("caution-condition-they", "样品先付款"),
        ("caution-condition-we", "payment in 20 days"),
    ]
    assert not any(caution.weighs or caution.veto for caution in found)
