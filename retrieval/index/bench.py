"""Benchmarks of the index beside its bare peers, all in one run and in turn, so that the ratios hold on any machine."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.candidates import BESIDE, candidates, harmonic, width
from retrieval.index.chroma import BULK, HNSW, ChromaIndex, embedded
from retrieval.index.exact import ExactIndex
from retrieval.index.generations import Generations
from retrieval.index.port import Vectors
from retrieval.index.serving import ServingIndex
from retrieval.index.synthetic import Trades
from retrieval.table import FacetTable

Halves = NDArray[np.float16]
Row = dict[str, str | float]
OFFERS, NEEDS = ("CN", "offer"), ("CN", "need")
EACH = 2
"""Offers and needs of each company; the asker has three of each."""


def bench_match(companies: int = 100_000, dimensions: int = 768, questions: int = 100) -> list[Row]:
    """Reciprocal match of one company among `companies`, half of them abroad, beside raw hnswlib on the same facets."""
    trades = Trades(companies * 2 * EACH, dimensions)
    abroad = companies // 2
    offers, needs = (trades.draw(abroad * EACH, seed).astype(np.float16) for seed in (1, 2))
    asked = trades.draw(questions * 6, 3, noise=1.15).reshape(questions, 6, dimensions)
    table = FacetTable(ExactIndex(dimensions))
    fill(table, offers, needs)
    with tempfile.TemporaryDirectory() as folder:
        index = ServingIndex(table.exact, Generations(Path(folder), "bench", dimensions), exact_below=0)
        rebuilt(index)
        k = width(companies)
        raw = RawSearch(offers, needs)
        ways: dict[str, Callable[[Vectors], list[int]]] = {
            "raw hnswlib": lambda six: raw.search(six, k) and [],
            "raw hnswlib, both directions at once": lambda six: raw.search_at_once(six, k) and [],
            "hnswlib + numpy rescoring": lambda six: raw.match(six, k),
            "plaza": lambda six: match(index, table, six, k),
            "plaza, exact searcher": lambda six: match(table.exact, table, six, k),
        }
        rows = compared(ways, asked, [truth(table.exact, six) for six in asked])
        index.close()
    return [{**row, "companies": companies, "dimensions": dimensions, "k": k} for row in rows]


def compared(ways: dict[str, Callable[[Vectors], list[int]]], asked: Vectors, truths: list[set[int]]) -> list[Row]:
    """p50 and recall@10 of each way; the first is what the others are measured by."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    recalls: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way(asked[0])
    for six, best in zip(asked, truths, strict=True):
        for name, way in ways.items():
            begun = perf_counter()
            found = way(six)
            times[name].append(perf_counter() - begun)
            recalls[name].append(len(best.intersection(found)) / len(best))
    base = median(next(iter(times.values())))
    return [
        {"name": name, "seconds": median(took), "ratio": median(took) / base, "recall": float(np.mean(recalls[name]))}
        for name, took in times.items()
    ]


def fill(table: FacetTable, offers: Halves, needs: Halves) -> None:
    """Company n has the offers and needs 2n and 2n + 1; facet ids of needs follow those of offers."""
    for start in range(0, len(offers), BULK):
        ids = range(start, min(start + BULK, len(offers)))
        owners = [str(facet_id // EACH) for facet_id in ids]
        table.add(owners, OFFERS, ids, offers[ids.start : ids.stop])
        table.add(owners, NEEDS, [len(offers) + i for i in ids], needs[ids.start : ids.stop])


def match(index: Any, table: FacetTable, six: Vectors, k: int) -> list[int]:
    found = candidates(index, table, six[:3], six[3:], "CN", k=k)
    return [int(table.company_ids[company]) for company in found.companies[found.top(10, harmonic)]]


def truth(exact: ExactIndex, six: Vectors) -> set[int]:
    """Exact reciprocal top ten by comparing everything."""
    fits = []
    for space, asked in ((OFFERS, six[:3]), (NEEDS, six[3:])):
        rows = exact.rows(exact.ids_of(space))
        fits.append(exact.cosines(rows, asked).max(axis=1).reshape(-1, EACH).max(axis=1))
    return set(np.argsort(-harmonic(*fits))[:10].tolist())


class RawSearch:
    """Hnswlib on the same facets with the same parameters, and the least that can be done with its answers."""

    def __init__(self, offers: Halves, needs: Halves) -> None:
        import hnswlib

        self.facets = [vectors.astype(np.float32) for vectors in (offers, needs)]
        self._graphs = []
        for vectors in self.facets:
            graph = hnswlib.Index("ip", vectors.shape[1])
            graph.init_index(len(vectors), HNSW["ef_construction"], HNSW["max_neighbors"])
            graph.add_items(vectors)
            graph.set_ef(HNSW["ef_search"])
            self._graphs.append(graph)

    def search(self, six: Vectors, k: int) -> list[Any]:
        return [
            graph.knn_query(asked, k, num_threads=1)[0]
            for graph, asked in zip(self._graphs, (six[:3], six[3:]), strict=True)
        ]

    def search_at_once(self, six: Vectors, k: int) -> list[Any]:
        beside = BESIDE.submit(self._graphs[1].knn_query, six[3:], k, num_threads=1)
        return [self._graphs[0].knn_query(six[:3], k, num_threads=1)[0], beside.result()[0]]

    def match(self, six: Vectors, k: int) -> list[int]:
        companies = np.unique(np.concatenate([found.ravel() for found in self.search(six, k)]).astype(np.int64) // EACH)
        fits = []
        for vectors, asked in zip(self.facets, (six[:3], six[3:]), strict=True):
            theirs = vectors.reshape(-1, EACH, vectors.shape[1])[companies]
            fits.append((theirs.reshape(-1, vectors.shape[1]) @ asked.T).reshape(len(companies), -1).max(axis=1))
        best = np.argsort(-harmonic(*fits))[:10]
        return [int(company) for company in companies[best]]


def bench_reindex(facets: int = 20_000, dimensions: int = 768, writes: int = 300, rounds: int = 3) -> list[Row]:
    """Rate of a rebuild beside bare Chroma upserts, and searching while writing beside searching in quiet."""
    vectors = Trades(facets, dimensions).draw(facets, 1)
    exact = ExactIndex(dimensions)
    exact.upsert(OFFERS, range(facets), vectors)
    with tempfile.TemporaryDirectory() as folder:
        index = ServingIndex(exact, Generations(Path(folder) / "index", "bench", dimensions), exact_below=0)
        seconds = [(bare_upserts(exact, Path(folder) / f"bare-{n}"), rebuilt(index)) for n in range(rounds)]
        quiet = median(search_times(index, vectors, 200))
        busy = median(while_writing(index, vectors, writes))
        index.close()
    bare, plaza = (min(took) for took in zip(*seconds, strict=True))  # others' work only ever makes slower
    return [
        {"name": "bare Chroma upserts", "seconds": bare, "ratio": 1.0, "rate": facets / bare},
        {"name": "plaza reindex", "seconds": plaza, "ratio": bare / plaza, "rate": facets / plaza},  # of the rates
        {"name": "query p50, quiet", "seconds": quiet, "ratio": 1.0},
        {"name": "query p50 while writing", "seconds": busy, "ratio": busy / quiet},
    ]


def bare_upserts(exact: ExactIndex, folder: Path) -> float:
    bare = ChromaIndex(embedded(folder))
    seconds = timed(lambda: upsert_all(bare, exact))
    bare.close()
    return seconds


def rebuilt(index: ServingIndex) -> float:
    index.rebuild()
    seconds = timed(index.wait)
    if index.trouble:
        raise RuntimeError(index.trouble)
    return seconds


def upsert_all(bare: ChromaIndex, exact: ExactIndex) -> None:
    for batch in exact.batches(BULK):
        bare.upsert(*batch)


def while_writing(index: ServingIndex, vectors: Vectors, writes: int) -> list[float]:
    """Search for as long as another thread writes `writes` facets."""
    done, times = Event(), list[float]()

    def write() -> None:
        for start in range(0, writes, 50):
            index.upsert(OFFERS, range(start, start + 50), vectors[start : start + 50][::-1])
        done.set()

    writer = Thread(target=write)
    writer.start()
    while not done.is_set():
        times += search_times(index, vectors, 5)
    writer.join()
    return times


def search_times(index: ServingIndex, vectors: Vectors, count: int) -> list[float]:
    return [timed(partial(index.search, OFFERS, vectors[n : n + 1], 10)) for n in range(count)]


def timed(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun
