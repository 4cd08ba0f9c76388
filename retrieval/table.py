"""Which company stands behind which facet, in arrays: what the candidates of a search are rescored from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.index.exact import ExactIndex, Rows, grown
from retrieval.index.port import Space

SIDES = ("offer", "need")
Companies = NDArray[np.int64]


@dataclass(frozen=True)
class FacetRows:
    """Facets of several companies, those of one company together."""

    rows: Rows  # in ExactIndex, and in any array of features kept beside it
    place: NDArray[np.int64]  # which of the companies asked for each row belongs to
    starts: NDArray[np.int64]  # where each company begins; one more for the end


class FacetTable:
    """Companies by number and their facets by row; the vectors stand in the ExactIndex under the same rows.

    A company's facets of one side are a chain: `_first[side][company]`, then `_next[row]` until -1.
    """

    def __init__(self, exact: ExactIndex) -> None:
        self.exact = exact
        self.company_ids: list[str] = []
        self._number: dict[str, int] = {}
        self.company = np.empty(0, np.int64)  # by row; -1 = free
        self._side = np.empty(0, np.int8)
        self._next = np.empty(0, np.int64)
        self._first = [np.empty(0, np.int64) for _ in SIDES]
        self._count = [np.empty(0, np.int64) for _ in SIDES]

    def add(self, companies: Sequence[str], space: Space, ids: Sequence[int], vectors: NDArray[np.floating]) -> None:
        """Add facets of one space, each with its company's id, or replace their vectors and companies.

        Facets are written here first, then to the index: the rows are shared, the chains are kept here alone.
        """
        with self.exact.lock:
            for row in self.exact.rows(ids).tolist():
                self._unlink(row)
            self.exact.upsert(space, ids, vectors)
            rows, side = self.exact.rows(ids), SIDES.index(space[1])
            self.company = grown(self.company, len(self.exact.ids), -1)
            self._side = grown(self._side, len(self.exact.ids), -1)
            self._next = grown(self._next, len(self.exact.ids), -1)
            for row, company_id in zip(rows.tolist(), companies, strict=True):
                self._unlink(row)
                self._link(row, self._enter(company_id), side)

    def remove(self, ids: Sequence[int]) -> None:
        """Take facets out of the table and of the exact index."""
        with self.exact.lock:
            for row in self.exact.rows(ids).tolist():
                self._unlink(row)
            self.exact.drop(ids)

    def number(self, company_id: str) -> int | None:
        return self._number.get(company_id)

    def __len__(self) -> int:
        """Companies ever entered."""
        return len(self.company_ids)

    def companies_of(self, facet_ids: NDArray[np.int64]) -> Companies:
        """Count each company behind the facets once; facets unknown here (just withdrawn) have none."""
        rows = self.exact.rows(facet_ids.ravel())
        companies = self.company[rows[(rows >= 0) & (rows < len(self.company))]]
        return np.unique(companies[companies >= 0])

    def facets_of(self, companies: Companies, side: str) -> FacetRows:
        """All facets of one side of these companies, by following all their chains at once."""
        of = SIDES.index(side)
        with self.exact.lock:
            starts = np.concatenate([[0], np.cumsum(self._count[of][companies])])
            rows = np.empty(starts[-1], np.int64)
            standing, link, step = np.arange(len(companies)), self._first[of][companies], 0
            while len(standing := standing[link >= 0]):
                link = link[link >= 0]
                rows[starts[standing] + step] = link
                link, step = self._next[link], step + 1
        return FacetRows(rows, np.repeat(np.arange(len(companies)), np.diff(starts)), starts)

    def _enter(self, company_id: str) -> int:
        number = self._number.setdefault(company_id, len(self.company_ids))
        if number == len(self.company_ids):
            self.company_ids.append(company_id)
            self._first = [grown(first, number + 1, -1) for first in self._first]
            self._count = [grown(count, number + 1, 0) for count in self._count]
        return number

    def _link(self, row: int, number: int, side: int) -> None:
        self.company[row], self._side[row] = number, side
        self._next[row], self._first[side][number] = self._first[side][number], row
        self._count[side][number] += 1

    def _unlink(self, row: int) -> None:
        if not 0 <= row < len(self.company) or self.company[row] < 0:
            return
        number, side = self.company[row], self._side[row]
        before, link = -1, self._first[side][number]
        while link != row:
            before, link = link, self._next[link]
        if before < 0:
            self._first[side][number] = self._next[row]
        else:
            self._next[before] = self._next[row]
        self._count[side][number] -= 1
        self.company[row] = -1
