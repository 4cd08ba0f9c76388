from collections import Counter
from datetime import timedelta

import pytest

from retrieval.build import Partners
from retrieval.match import COOL_DOWN, Matcher
from storage.companies import load
from storage.db import Session
from storage.indexing import changes_since, home, last_change, move
from storage.pairs import answer, show
from storage.tables import Company
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


def test_a_quiet_company_is_not_suggested_but_finds_partners(partners: Partners) -> None:
    db = partners.market.db
    before = db.read(last_change)
    db.do(quieten, "CN-loom")
    for change in db.read(changes_since, before, 10):
        partners.market.follow(change.body)
    assert "CN-loom" not in [match.partner_id for match in partners.suggest("IN-yarn", 10).matches]
    assert partners.suggest("CN-loom", 1).matches[0].partner_id == "IN-yarn"


def quieten(session: Session, company_id: str) -> None:
    company = session.get_one(Company, company_id)
    before, company.status = home(company), "quiet"
    move(session, company, before)


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
    for shown in partners.suggest("IN-yarn2", 10).matches:
        partners.market.db.do(show, "IN-yarn2", shown.partner_id, shown.score)
        partners.market.db.do(answer, "IN-yarn2", shown.partner_id, "not_for_me", None)
    assert partners.suggest("IN-yarn2", 3).empty.seekers == 1


def test_a_company_is_read_again_only_when_it_says_something_else(partners: Partners) -> None:
    matcher, db = partners.matcher, partners.market.db
    before = matcher.party(matcher.profile("IN-yarn"))
    db.do(quieten, "IN-yarn")
    same = matcher.party(matcher.profile("IN-yarn"))
    assert (same.terms is before.terms, same.profile.status) == (True, "quiet")
    db.do(load, [firm("IN-yarn", ["combed cotton yarn"], ["looms"], ("ISO 9001 certificate",))])
    assert matcher.party(matcher.profile("IN-yarn")).terms.conditions == ("ISO 9001 certificate",)


def test_what_is_warm_is_ready_before_anybody_asks(partners: Partners) -> None:
    ready = {party.id: party for party in partners.matcher.warm()}
    assert set(ready) == {*RIGHT, *RIGHT.values()}
    assert partners.matcher.party(partners.matcher.profile("CN-loom")).terms is ready["CN-loom"].terms


def test_a_firm_without_country_is_asked_for_it(partners: Partners) -> None:
    assert partners.suggest("nobody", 3).empty.advice == "empty-country"


def test_everyone_is_found_by_somebody(partners: Partners) -> None:
    shown = Counter(partners.suggest(ours, 1).matches[0].partner_id for ours in [*RIGHT, *RIGHT.values()])
    assert set(shown.values()) == {1}
