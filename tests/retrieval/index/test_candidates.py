import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.candidates import candidates, harmonic, width
from retrieval.index.bench import bench_match, bench_reindex
from retrieval.index.exact import ExactIndex
from retrieval.table import FacetTable

DIMENSIONS, OFFERS, NEEDS = 8, ("CN", "offer"), ("CN", "need")


def unit(rows: int, seed: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).standard_normal((rows, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def table_of(companies: int) -> FacetTable:
    """Company n has n % 3 + 1 offers and n % 2 needs."""
    table, facet_id = FacetTable(ExactIndex(DIMENSIONS)), 0
    for company in range(companies):
        for space, count in ((OFFERS, company % 3 + 1), (NEEDS, company % 2)):
            ids = range(facet_id, facet_id + count)
            table.add([f"c{company}"] * count, space, ids, unit(count, facet_id))
            facet_id += count
    return table


def test_every_candidate_is_scored_with_all_its_facets_in_both_directions() -> None:
    table, needs, offers = table_of(40), unit(3, 900), unit(2, 901)
    found = candidates(table.exact, table, needs, offers, "CN", k=5)
    assert 5 <= len(found.companies) <= 25
    for place, company in enumerate(found.companies):
        for way, side, asked in ((found.they_give, OFFERS, needs), (found.we_give, NEEDS, offers)):
            mine = way.facets.place == place
            ids = way.facet_ids[mine]
            assert len(ids) == (company % 3 + 1 if side == OFFERS else company % 2)
            vectors = table.exact.part(side, ids).vectors.astype(np.float32)
            assert np.allclose(way.similarities[mine], vectors @ asked.T, atol=1e-5)
            best, places = way.best()
            assert np.allclose(best[place], (vectors @ asked.T).max(axis=0) if len(ids) else -1, atol=1e-5)
            assert (
                [way.facet_ids[p] for p in places[place] if p >= 0]
                == [ids[row] for row in (vectors @ asked.T).argmax(axis=0) if len(ids)]
                if len(ids)
                else (places[place] == -1).all()
            )
            assert way.fit()[place] == pytest.approx(best[place].max(), abs=1e-5)


@pytest.mark.parametrize(("needs", "offers"), [(0, 2), (2, 0), (0, 0)])
def test_a_company_with_one_side_alone_still_gets_candidates(needs: int, offers: int) -> None:
    table = table_of(20)
    found = candidates(table.exact, table, unit(needs, 1), unit(offers, 2), "CN", k=4)
    assert (len(found.companies) > 0) == (needs + offers > 0)
    assert len(found.top(3, harmonic)) == min(3, len(found.companies))


def test_one_sided_fits_sink() -> None:
    scores = harmonic(np.array([0.9, 0.6], np.float32), np.array([0.1, 0.6], np.float32))
    assert scores[1] > scores[0]


def test_the_union_grows_with_the_number_of_companies() -> None:
    assert [width(n) for n in (10, 1_000)] == [50, 50]
    assert width(10_000) < width(100_000) < width(1_000_000)


history = st.lists(
    st.tuples(st.booleans(), st.integers(0, 20), st.integers(0, 4), st.sampled_from([OFFERS, NEEDS])), max_size=60
)


@given(history)
@settings(max_examples=150, deadline=None)
def test_the_table_follows_any_history(steps: list) -> None:
    table, model = FacetTable(ExactIndex(DIMENSIONS)), dict[int, tuple[str, tuple[str, str]]]()
    for add, facet_id, company, space in steps:
        if add:
            table.add([f"c{company}"], space, [facet_id], unit(1, facet_id))
            model[facet_id] = f"c{company}", space
        else:
            table.remove([facet_id, 77])
            model.pop(facet_id, None)
    everyone = np.arange(len(table))
    for space in (OFFERS, NEEDS):
        facets = table.facets_of(everyone, space[1])
        ids, owners = table.exact.ids[facets.rows].tolist(), [table.company_ids[place] for place in facets.place]
        assert dict(zip(ids, owners, strict=True)) == {i: owner for i, (owner, at) in model.items() if at == space}
        assert table.exact.ids_of(space).tolist() == sorted(ids)


def test_the_match_bench_finds_what_comparing_everything_finds() -> None:
    rows = {row["name"]: row for row in bench_match(companies=1_000, dimensions=32, questions=10)}
    assert rows["raw hnswlib"]["ratio"] == 1
    assert rows["plaza"]["recall"] >= 0.98
    assert rows["plaza, exact searcher"]["recall"] >= 0.98


def test_the_reindex_bench_tells_rates_and_stalls() -> None:
    rows = {row["name"]: row for row in bench_reindex(facets=1_000, dimensions=32, writes=50)}
    assert rows["plaza reindex"]["rate"] > 0
    assert rows["query p50 while writing"]["ratio"] > 0
