"""Who may fit: what A's needs and A's offers find across the border, rescored exactly from both directions."""

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.index.port import Ids, Similarities, Space, VectorIndex, Vectors
from retrieval.table import Companies, FacetRows, FacetTable

Combine = Callable[[Similarities, Similarities], Similarities]

WIDTH = 200
"""Facets that each of A's facets brings in, of 100,000 companies: recall@10 of the exact reciprocal is then .99."""

BESIDE = ThreadPoolExecutor(2, thread_name_prefix="candidates")
"""Chroma and numpy let go of the interpreter while they search: both directions run at once."""


@dataclass(frozen=True)
class Direction:
    """One way of a pair: their facets of one side against A's facets of the other."""

    facets: FacetRows
    facet_ids: Ids  # (rows,)
    similarities: Similarities  # (rows, A's facets)

    def best(self) -> tuple[Similarities, NDArray[np.int64]]:
        """For each company and each of A's facets the best similarity, and its place in `facets.rows`; -1 = none."""
        starts, asked = self.facets.starts, self.similarities.shape[1]
        similarities = np.full((len(starts) - 1, asked), -1, np.float32)
        places = np.full((len(starts) - 1, asked), -1, np.int64)
        order = np.arange(len(self.facets.rows))
        for column in range(asked):
            ranked = np.lexsort((-self.similarities[:, column], self.facets.place))
            some = np.flatnonzero(np.diff(starts))
            places[some, column] = order[ranked][starts[some]]
            similarities[some, column] = self.similarities[places[some, column], column]
        return similarities, places

    def fit(self) -> Similarities:
        """Best similarity of each company over all of A's facets; -1 where there is nothing to compare."""
        fits = np.full(len(self.facets.starts) - 1, -1, np.float32)
        some = np.flatnonzero(np.diff(self.facets.starts))
        if len(some) and self.similarities.shape[1]:
            fits[some] = np.maximum.reduceat(self.similarities.max(axis=1), self.facets.starts[some])
        return fits


@dataclass(frozen=True)
class Candidates:
    """Companies that A's facets found, each with all its facets scored against all of A's."""

    companies: Companies  # numbers in the FacetTable
    they_give: Direction  # their offers against A's needs
    we_give: Direction  # their needs against A's offers

    def top(self, limit: int, combine: Combine) -> NDArray[np.int64]:
        """Places in `companies` of the best by one score of both directions, best first."""
        scores = combine(self.they_give.fit(), self.we_give.fit())
        return np.argsort(-scores, kind="stable")[:limit]


def harmonic(one: Similarities, other: Similarities) -> Similarities:
    """Harmonic mean: a pair that fits one way only sinks."""
    low = np.float32(1e-6)
    one, other = np.maximum(one, low), np.maximum(other, low)
    return 2 * one * other / (one + other)


def width(companies: int) -> int:
    """How many facets each of A's facets brings in, so that the union holds the exact reciprocal top ten.

    Measured by `plaza bench match`; beyond 100,000 companies it grows with the root of their number.
    """
    share = companies / 100_000
    return max(50, round(WIDTH * math.pow(share, 0.3 if share < 1 else 0.5)))


def candidates(
    index: VectorIndex, table: FacetTable, needs: Vectors, offers: Vectors, country: str, *, k: int
) -> Candidates:
    """Search `country` with A's needs and A's offers, k facets for each vector, and rescore the union.

    needs: (n, dimensions), offers: (m, dimensions); either may be empty. No filter is in any query.
    """
    other = BESIDE.submit(find, index, (country, "need"), offers, k)
    found = find(index, (country, "offer"), needs, k)
    companies = table.companies_of(np.concatenate([found, other.result()]))
    beside = BESIDE.submit(rescore, table, companies, "need", offers)
    they_give = rescore(table, companies, "offer", needs)
    return Candidates(companies, they_give, beside.result())


def find(index: VectorIndex, space: Space, vectors: Vectors, k: int) -> Ids:
    """Ids of all facets found in one batched call."""
    if len(vectors) == 0:
        return np.empty(0, np.int64)
    return index.search(space, vectors, k)[0].ravel()


def rescore(table: FacetTable, companies: Companies, side: str, asked: Vectors) -> Direction:
    facets = table.facets_of(companies, side)
    return Direction(facets, table.exact.ids[facets.rows], table.exact.cosines(facets.rows, asked))
