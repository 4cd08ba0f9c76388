"""One contract, three adapters."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.index.chroma import ChromaIndex, embedded, served
from retrieval.index.exact import ExactIndex
from retrieval.index.port import VectorIndex

DIMENSIONS = 8
OFFERS, NEEDS, ABROAD = ("CN", "offer"), ("CN", "need"), ("IN", "offer")


def unit(rows: int, seed: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).standard_normal((rows, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture(params=["exact", "embedded", "served"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorIndex]:
    made: VectorIndex
    if request.param == "exact":
        made = ExactIndex(DIMENSIONS)
    elif request.param == "embedded":
        made = ChromaIndex(embedded(tmp_path))
    else:
        made = ChromaIndex(served(request.getfixturevalue("chroma_url")), f"t{uuid.uuid4().hex[:8]}.")
    yield made
    made.close()


def test_finds_the_nearest_first_with_their_cosines(index: VectorIndex) -> None:
    vectors = unit(30, 1)
    index.upsert(OFFERS, range(100, 130), vectors)
    ids, similarities = index.search(OFFERS, vectors[[4, 9]], 5)
    cosines = vectors[[4, 9]] @ vectors.T
    assert ids.dtype == np.int64
    assert ids.tolist() == (100 + np.argsort(-cosines, axis=1)[:, :5]).tolist()
    assert np.allclose(similarities, -np.sort(-cosines, axis=1)[:, :5], atol=2e-3)


def test_spaces_do_not_see_each_other(index: VectorIndex) -> None:
    index.upsert(OFFERS, [1, 2], unit(2, 2))
    index.upsert(ABROAD, [3], unit(1, 3))
    assert index.search(ABROAD, unit(1, 2), 5)[0].tolist() == [[3, -1, -1, -1, -1]]
    assert (index.count(OFFERS), index.count(ABROAD), index.count(NEEDS)) == (2, 1, 0)


def test_a_second_upsert_replaces_the_vector(index: VectorIndex) -> None:
    old, new = unit(2, 4)
    index.upsert(OFFERS, [7], old[None])
    index.upsert(OFFERS, [7], new[None])
    ids, similarities = index.search(OFFERS, new[None], 2)
    assert ids.tolist() == [[7, -1]]
    assert similarities[0, 0] == pytest.approx(1, abs=2e-3)


def test_deleted_facets_are_gone_and_unknown_ids_are_nothing(index: VectorIndex) -> None:
    index.upsert(OFFERS, [1, 2, 3], unit(3, 5))
    index.delete(OFFERS, [2, 99])
    index.delete(NEEDS, [1])
    assert sorted(index.search(OFFERS, unit(1, 5), 3)[0][0].tolist()) == [-1, 1, 3]
    assert index.count(OFFERS) == 2


def test_an_empty_space_and_a_question_without_vectors_answer_with_their_shape(index: VectorIndex) -> None:
    ids, similarities = index.search(OFFERS, unit(2, 6), 3)
    assert ids.tolist() == [[-1] * 3] * 2
    assert np.isneginf(similarities).all()
    index.upsert(OFFERS, [1], unit(1, 6))
    assert index.search(OFFERS, np.empty((0, DIMENSIONS), np.float32), 3)[0].shape == (0, 3)


step = st.tuples(
    st.sampled_from(["upsert", "upsert", "delete", "search"]),
    st.sampled_from([OFFERS, NEEDS]),
    st.lists(st.integers(0, 25), min_size=1, max_size=6, unique=True),
    st.integers(0, 1000),
)


def play(index: VectorIndex, history: list[tuple[str, tuple[str, str], list[int], int]]) -> None:
    """Random history against a dictionary and a full sort. Ids of the two spaces are kept apart, as SQL does."""
    model: dict[tuple[str, str], dict[int, np.ndarray]] = {OFFERS: {}, NEEDS: {}}
    for verb, space, numbers, seed in history:
        ids, vectors = [2 * n + (space == NEEDS) for n in numbers], unit(len(numbers), seed)
        if verb == "upsert":
            index.upsert(space, ids, vectors)
            model[space].update(zip(ids, vectors, strict=True))
        elif verb == "delete":
            index.delete(space, ids)
            for facet_id in ids:
                model[space].pop(facet_id, None)
        else:
            found, similarities = index.search(space, vectors, 4)
            for row, vector in enumerate(vectors):
                cosines = {i: float(vector @ v) for i, v in model[space].items()}
                best = sorted(cosines.values(), reverse=True)[:4]
                assert [i >= 0 for i in found[row]] == [True] * len(best) + [False] * (4 - len(best))
                assert similarities[row, : len(best)] == pytest.approx(best, abs=2e-3)
                got = [cosines[i] for i in found[row].tolist() if i >= 0]
                assert got == pytest.approx(best, abs=2e-3)
        assert index.count(space) == len(model[space])


@given(st.lists(step, max_size=40))
@settings(max_examples=150, deadline=None)
def test_random_histories_of_the_exact_index(history: list) -> None:
    play(ExactIndex(DIMENSIONS), history)


@given(st.lists(step, max_size=15))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_random_histories_of_chroma(tmp_path_factory: pytest.TempPathFactory, history: list) -> None:
    index = ChromaIndex(embedded(tmp_path_factory.mktemp("history")))
    try:
        play(index, history)
    finally:
        index.close()


def test_an_id_leaves_its_old_space_in_the_exact_index() -> None:
    index = ExactIndex(DIMENSIONS)
    index.upsert(OFFERS, [1, 2], unit(2, 7))
    index.upsert(ABROAD, [2], unit(1, 8))
    assert (index.ids_of(OFFERS).tolist(), index.ids_of(ABROAD).tolist()) == ([1], [2])


def test_cosines_are_those_of_numpy_to_the_bit_of_a_half_float() -> None:
    index = ExactIndex(DIMENSIONS)
    vectors = unit(300, 9) * np.float32(10.0) ** np.random.default_rng(1).integers(-8, 0, (300, DIMENSIONS))
    index.upsert(OFFERS, range(300), vectors)
    asked = np.eye(DIMENSIONS, dtype=np.float32)
    assert (index.cosines(index.rows(range(300)), asked) == vectors.astype(np.float16).astype(np.float32)).all()
