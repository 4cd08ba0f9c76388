"""What links and pairs are worth: each part pays as the table says, nothing planted pays."""

from dataclasses import replace

import numpy as np
import pytest

from retrieval.score import UNASKED, WORTHLESS, links, load_weights, pair, with_reverse, without_fellows
from retrieval.traits import Traits

PLAIN = Traits({}, frozenset(), frozenset(), orders=False, substance=1.0)
WEIGHTS = load_weights()


def link(need: Traits, offer: Traits, cosine: float = 0.5) -> float:
    return float(links([need], [offer], np.array([[cosine]]), WEIGHTS)[0, 0])


def test_a_plain_link_is_its_cosine() -> None:
    assert link(PLAIN, PLAIN) == pytest.approx(0.5)


def test_shared_concepts_and_a_role_that_is_played_pay() -> None:
    named = replace(PLAIN, concepts={"yarn": 1.0})
    seeks, plays = replace(PLAIN, seeks=frozenset({"buys"})), replace(PLAIN, plays=frozenset({"buys"}))
    assert link(named, named) == pytest.approx(0.5 + WEIGHTS.concept)
    assert link(seeks, plays) == pytest.approx(0.5 + WEIGHTS.role)
    assert link(seeks, PLAIN) == pytest.approx(0.5)


def test_fillers_and_orders_cost_and_never_help_a_low_score() -> None:
    half, ordering = replace(PLAIN, substance=0.5), replace(PLAIN, orders=True)
    assert link(PLAIN, half) == pytest.approx(0.5 * (1 - WEIGHTS.filler / 2))
    assert link(PLAIN, ordering) == pytest.approx(0.5 * WEIGHTS.order)
    assert link(PLAIN, ordering, cosine=-0.2) == pytest.approx(-0.2)


def test_an_offer_of_nothing_is_below_all_and_stays_there() -> None:
    nothing, seeks = replace(PLAIN, substance=0.0), replace(PLAIN, seeks=frozenset({"buys"}))
    found = links([seeks], [nothing, PLAIN], np.array([[0.9, -0.3]]), WEIGHTS)
    assert found[0].tolist() == [WORTHLESS, -0.3]
    with_others = with_reverse(found, [seeks], np.array([[0.8]]), WEIGHTS)
    assert with_others[0, 0] == WORTHLESS
    assert without_fellows(found, [seeks], [nothing, PLAIN], np.array([0.0, 0.9]), WEIGHTS)[0, 0] == WORTHLESS


def test_a_need_of_nothing_keeps_its_order_and_pays_nobody() -> None:
    nothing = replace(PLAIN, substance=0.0)
    found = links([nothing], [PLAIN, PLAIN], np.array([[0.4, 0.6]]), WEIGHTS)
    assert found[0].tolist() == pytest.approx([0.4 - UNASKED, 0.6 - UNASKED])


def test_a_need_for_buyers_is_answered_by_their_demand() -> None:
    seeks, zero, best = replace(PLAIN, seeks=frozenset({"buys"})), np.array([[0.1]]), np.array([[0.6, 0.2]])
    assert with_reverse(zero, [seeks], best, WEIGHTS)[0, 0] == pytest.approx(0.1 + 0.6 * WEIGHTS.demand)
    assert with_reverse(zero, [PLAIN], best, WEIGHTS)[0, 0] == pytest.approx(0.1 + 0.6 * WEIGHTS.mutual)
    assert with_reverse(zero, [seeks], -best, WEIGHTS)[0, 0] == pytest.approx(0.1)


def test_another_seller_of_the_same_is_no_buyer() -> None:
    seeks, dealer = replace(PLAIN, seeks=frozenset({"buys"})), replace(PLAIN, plays=frozenset({"buys"}))
    found = without_fellows(np.zeros((1, 2)), [seeks], [PLAIN, dealer], np.array([0.8, 0.8]), WEIGHTS)
    assert found[0].tolist() == pytest.approx([-0.8 * WEIGHTS.fellow, 0.0])
    assert not without_fellows(np.zeros((1, 1)), [PLAIN], [PLAIN], np.array([0.8]), WEIGHTS).any()


def test_a_pair_counts_the_weaker_direction_in_part_and_is_symmetric() -> None:
    high, low, none = np.array([[0.6]]), np.array([[0.3]]), np.empty((0, 2))
    assert pair(high, low, WEIGHTS) == pair(low, high, WEIGHTS)
    assert pair(high, low, WEIGHTS) > pair(high, none, WEIGHTS)
    assert pair(high, high, WEIGHTS) == pytest.approx(0.6)


def test_thresholds_are_of_the_family_until_an_embedder_is_calibrated() -> None:
    class Known:
        fingerprint, family = "abc", "embedded"

    assert WEIGHTS.threshold(Known()) == WEIGHTS.thresholds["embedded"]
    assert replace(WEIGHTS, thresholds=WEIGHTS.thresholds | {"abc": 0.9}).threshold(Known()) == 0.9
