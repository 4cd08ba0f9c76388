"""The contract's ranking over a few invented companies."""

from typing import Any

import pytest

from retrieval.embed import AnyEmbeddings
from retrieval.rank import rank
from retrieval.score import load_weights
from retrieval.traits import TraitReader
from storage.profile import FacetView, Profile


def company(name: str, offers: list[str], needs: list[str]) -> Profile:
    sides = [("offer", text) for text in offers] + [("need", text) for text in needs]
    views = [
        FacetView(i, name, f"{name}-{side[0].upper()}{i}", 0, side, text, text, "en", None)
        for i, (side, text) in enumerate(sides)
    ]
    return Profile(name, name[:2], "en", "", "live", tuple(views))


FIRMS = (
    company("IN-yarn", ["combed cotton yarn 30s and 40s"], ["water jet looms, second hand is fine"]),
    company("IN-fraud", ["fraud analytics for banks on Spark"], ["Chinese bank that wants fraud analytics"]),
    company("CN-loom", ["喷水织机整机出口"], ["采购纯棉精梳纱线"]),
    company("CN-tea", ["普洱茶饼"], []),
    company("CN-vague", ["专业诚信，服务全球，一站式解决方案"], ["寻求各类优质合作伙伴，互利共赢"]),
)


@pytest.fixture(scope="module")
def lines(embeddings: AnyEmbeddings, traits: TraitReader) -> dict[str, dict[str, Any]]:
    return {line.get("need_id") or line["company_id"]: line for line in rank(FIRMS, embeddings, traits)}


def test_every_need_and_every_company_has_its_line_across_the_border(lines: dict[str, dict[str, Any]]) -> None:
    assert set(lines) == {need.ref for firm in FIRMS for need in firm.needs} | {firm.id for firm in FIRMS}
    assert sorted(lines["IN-yarn-N1"]["offers"]) == ["CN-loom-O0", "CN-tea-O0", "CN-vague-O0"]
    assert sorted(lines["CN-loom"]["partners"]) == ["IN-fraud", "IN-yarn"]


def test_the_best_come_first_and_scores_fall(lines: dict[str, dict[str, Any]]) -> None:
    assert lines["IN-yarn-N1"]["offers"][0] == "CN-loom-O0"
    assert lines["CN-loom-N1"]["offers"][0] == "IN-yarn-O0"
    assert lines["IN-yarn"]["partners"][0] == "CN-loom"
    for line in lines.values():
        assert line["scores"] == sorted(line["scores"], reverse=True)


def test_kept_counts_what_reaches_the_threshold(lines: dict[str, dict[str, Any]], embeddings: AnyEmbeddings) -> None:
    least = load_weights().threshold(embeddings)
    for line in lines.values():
        assert line["kept"] == sum(score >= least for score in line["scores"])
    assert lines["IN-yarn"]["kept"] == 1
    assert lines["CN-tea"]["kept"] == 0


def test_an_empty_firm_stands_last_and_is_shown_nobody(lines: dict[str, dict[str, Any]]) -> None:
    assert lines["IN-yarn-N1"]["offers"][-1] == "CN-vague-O0"
    assert lines["IN-yarn"]["partners"][-1] == "CN-vague"
    assert lines["CN-vague"]["kept"] == lines["CN-vague-N1"]["kept"] == 0


def test_a_veto_puts_a_pair_below_all_others(embeddings: AnyEmbeddings, traits: TraitReader) -> None:
    maker = company("IN-maker", ["combed cotton yarn from our own mill"], [])
    trader = company("IN-trader", ["combed cotton yarn, we are a trading company"], [])
    asks = company("CN-mill", ["喷水织机"], ["采购纯棉精梳纱线，中间商勿扰"])
    found = {line.get("company_id"): line for line in rank([maker, trader, asks], embeddings, traits)}["CN-mill"]
    assert found["partners"] == ["IN-maker", "IN-trader"]
    assert found["scores"][1] < 0 < found["scores"][0]
    assert found["kept"] == 1


def test_parts_of_one_offer_count_as_the_best_of_them(embeddings: AnyEmbeddings, traits: TraitReader) -> None:
    views = [
        FacetView(i, "CN-two", "CN-two-O", i, "offer", text, text, "zh", None)
        for i, text in enumerate(["普洱茶饼", "喷水织机整机出口"])
    ]
    two = Profile("CN-two", "CN", "zh", "", "live", tuple(views))
    found = next(line for line in rank([FIRMS[0], FIRMS[2], two], embeddings, traits) if "need_id" in line)
    assert sorted(found["offers"]) == ["CN-loom-O0", "CN-two-O"]
    assert found["scores"][0] - found["scores"][1] < 0.2
