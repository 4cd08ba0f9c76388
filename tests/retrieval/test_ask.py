from dataclasses import replace

import pytest

from retrieval.ask import most_telling, split
from retrieval.build import Partners
from retrieval.party import PartyMaker
from storage.companies import load
from tests.retrieval.conftest import firm


def test_a_question_on_which_all_agree_tells_nothing(partners: Partners) -> None:
    party = partners.matcher.party(partners.matcher.profile("CN-bank"))
    assert split([(1, party), (1, party)], lambda _: True) == 0
    assert split([(1, party), (1, party)], lambda _: False) == 0
    assert split([], lambda _: True) == 0


def test_an_even_split_tells_most(partners: Partners) -> None:
    one, other = (partners.matcher.party(partners.matcher.profile(c)) for c in ("CN-bank", "CN-loom"))
    assert split([(0.5, one), (0.5, other)], lambda party: party is one) == 0.5


def test_the_place_of_data_is_asked_where_it_parts_the_candidates(partners: Partners) -> None:
    partners.market.db.do(
        load,
        [
            firm("CN-bank2", ["银行"], ["反欺诈分析，数据不能出境"]),
            firm("CN-bank3", ["农商行"], ["反欺诈建模团队"]),
        ],
    )
    partners.market.fill()
    profile = partners.matcher.profile("IN-fraud")
    assert partners.next_question(profile, ["start", "data_place", "payer"]) == "data_place"


def test_no_question_waits_for_a_vector(partners: Partners, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = partners.matcher.profile("IN-fraud")
    new = replace(profile.facets[0], id=-1, text="said a moment ago", fingerprint=None, vector=None)
    monkeypatch.setattr(PartyMaker, "_vector", lambda _maker, view: pytest.fail(view.text))
    assert partners.next_question(replace(profile, facets=(new,)), ["start"]) is None


def test_without_candidates_nothing_is_preferred() -> None:
    assert most_telling(["start", "budget"], []) is None
