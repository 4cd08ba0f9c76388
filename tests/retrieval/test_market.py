import numpy as np

from retrieval.build import Partners
from retrieval.market import Market, packed, unpacked
from storage.companies import load
from storage.db import Db
from storage.vectors import live_facets, unembedded
from tests.retrieval.conftest import FIRMS, firm


def test_every_live_facet_has_a_vector_and_a_row(partners: Partners) -> None:
    market = partners.market
    fingerprint = market.embeddings.fingerprint
    rows = market.db.read(lambda session: list(live_facets(session, fingerprint)))
    assert len(rows) == sum(len(f.offers) + len(f.needs) for f in FIRMS)
    assert not market.db.read(unembedded, fingerprint, 10)
    assert market.index.count(("IN", "offer")) == 3


def test_a_vector_survives_being_packed() -> None:
    vector = np.random.default_rng(1).normal(size=768).astype(np.float32)
    vector /= np.linalg.norm(vector)
    assert unpacked(packed(vector)) @ vector > 0.9999


def test_an_index_event_brings_a_new_facet_in_and_takes_an_old_one_out(partners: Partners) -> None:
    market = partners.market
    db = market.db
    db.do(load, [firm("CN-tea", ["都匀毛尖绿茶"], ["印度分销渠道"])])
    for view in db.read(unembedded, market.embeddings.fingerprint, 10):
        market.follow({"facet": view.id, "op": "put"})
    assert market.index.count(("CN", "offer")) == 4
    rows = db.read(lambda session: list(live_facets(session, market.embeddings.fingerprint)))
    tea = next(row for row in rows if row.ref == "CN-tea-O1")
    db.do(load, [firm("CN-tea", ["遵义红茶"], ["印度分销渠道"])])
    market.follow({"facet": tea.id, "op": "drop", "country": "CN", "side": "offer"})
    assert market.index.count(("CN", "offer")) == 3


def test_an_event_told_twice_or_late_changes_nothing(partners: Partners) -> None:
    market = partners.market
    facet = next(iter(market.db.read(lambda s: list(live_facets(s, market.embeddings.fingerprint)))))
    before = market.index.count((facet.country, facet.side))
    market.follow({"facet": facet.id, "op": "put"})
    market.follow({"facet": facet.id, "op": "drop", "country": facet.country, "side": facet.side})
    assert market.index.count((facet.country, facet.side)) == before  # SQL says that it still stands


def test_a_facet_that_is_gone_is_passed_over(partners: Partners) -> None:
    partners.market.follow({"facet": 999_999, "op": "put"})


def test_a_second_start_embeds_nothing(partners: Partners, sqlite: Db) -> None:
    again = Market(sqlite, partners.market.embeddings)
    assert again.embed_missing() == 0
