from collections import Counter
from datetime import timedelta

import pytest

from retrieval.build import Partners
from retrieval.match import COOL_DOWN, Matcher
from storage.companies import load
from storage.pairs import answer, show
from tests.retrieval.conftest import NOON, firm

RIGHT = {"IN-yarn": "CN-loom", "IN-fraud": "CN-bank", "IN-spice": "CN-pack"}


@pytest.mark.parametrize(("ours", "theirs"), [*RIGHT.items(), *((b, a) for a, b in RIGHT.items())])
def test_the_partner_across_the_border_stands_first(partners: Partners, ours: str, theirs: str) -> None:
    found = partners.suggest(ours, 3)
    assert found.matches[0].partner_id == theirs
    assert found.empty is None


def test_both_directions_are_told_apart(partners: Partners) -> None:
    best = partners.suggest("IN-yarn", 1).matches[0]
    assert [(link.need.ref, link.offer.ref) for link in best.they_give] == [("IN-yarn-N1", "CN-loom-O1")]
    assert [(link.need.ref, link.offer.ref) for link in best.we_give] == [("CN-loom-N1", "IN-yarn-O1")]


def test_a_pair_scores_the_same_from_either_side(partners: Partners) -> None:
    one, other = partners.match("IN-yarn", "CN-loom"), partners.match("CN-loom", "IN-yarn")
    assert one is not None
    assert other is not None
    assert one.score == pytest.approx(other.score)


def test_nobody_of_the_own_country_is_suggested(partners: Partners) -> None:
    for ours in RIGHT:
        assert all(match.partner_id.startswith("CN") for match in partners.suggest(ours, 10).matches)


def test_a_no_of_either_side_is_for_ever(partners: Partners) -> None:
    db = partners.market.db
    db.do(show, "CN-loom", "IN-yarn", 0.9)
    db.do(answer, "CN-loom", "IN-yarn", "not_for_me", None)
    assert "CN-loom" not in [match.partner_id for match in partners.suggest("IN-yarn", 10).matches]


def test_what_was_shown_rests_and_comes_back(partners: Partners) -> None:
    partners.market.db.do(show, "IN-yarn", "CN-loom", 0.9)
    now = NOON
    matcher = Matcher(partners.market, partners.matcher.traits, lambda: now)
    now = partners.market.db.do(lambda session: NOON) + timedelta(days=1)
    assert "CN-loom" not in [match.partner_id for match in matcher.suggest("IN-yarn", 10).matches]
    now += COOL_DOWN + timedelta(days=2000)
    assert "CN-loom" in [match.partner_id for match in matcher.suggest("IN-yarn", 10).matches]


def test_the_crowded_step_back_for_others(partners: Partners) -> None:
    db = partners.market.db
    db.do(load, [firm("CN-loom2", ["喷水织机、剑杆织机，二手也有"], ["纯棉纱线"])])
    db.do(load, [firm(f"IN-w{i}", ["x"], ["y"]) for i in range(40)])
    for i in range(40):
        db.do(show, f"IN-w{i}", "CN-loom", 0.5)
    for i in range(6):
        db.do(show, f"IN-w{i}", "CN-bank", 0.5)
        db.do(show, f"IN-w{i}", "CN-pack", 0.5)
        db.do(show, f"IN-w{i}", "CN-loom2", 0.5)
    partners.market.fill()
    assert [match.partner_id for match in partners.suggest("IN-yarn", 2).matches] == ["CN-loom2", "CN-loom"]


def test_nobody_is_said_honestly_with_what_would_help(partners: Partners) -> None:
    partners.market.db.do(load, [firm("IN-moon", ["lunar geology lectures"], ["a used submarine"])])
    partners.market.fill()
    found = partners.suggest("IN-moon", 5)
    assert found.matches == ()
    assert found.empty is not None
    assert found.empty.advice == "empty-say-more"


def test_seekers_of_what_we_offer_are_counted(partners: Partners) -> None:
    partners.market.db.do(load, [firm("IN-yarn2", ["cotton yarn, combed"], ["a used submarine"])])
    partners.market.fill()
    ours = partners.matcher.party(partners.matcher.profile("IN-yarn2"))
    assert partners.matcher.emptiness(ours, []).seekers == 1


def test_a_firm_without_country_is_asked_for_it(partners: Partners) -> None:
    assert partners.suggest("nobody", 3).empty.advice == "empty-country"


def test_everyone_is_found_by_somebody(partners: Partners) -> None:
    shown = Counter(partners.suggest(ours, 1).matches[0].partner_id for ours in [*RIGHT, *RIGHT.values()])
    assert set(shown.values()) == {1}
