"""Everything that is live, ready to be searched: facets by vector, and the companies behind them."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import numpy as np

from retrieval.embed import AnyEmbeddings
from retrieval.index.exact import ExactIndex
from retrieval.index.home import Home
from retrieval.index.serving import ServingIndex
from retrieval.matrix import Matrix
from retrieval.table import FacetTable
from retrieval.talk import Sieve
from storage.companies import FacetView
from storage.db import Db
from storage.vectors import LiveFacet, live_facets, save_vectors, unembedded

EMBED_AT_ONCE = 64
LOAD_AT_ONCE = 5000


class Market:
    """SQL is the truth; the table serves rescoring, the index finds candidates. No home = no Chroma, exact alone."""

    def __init__(self, db: Db, embeddings: AnyEmbeddings, home: Home | None = None) -> None:
        self.db = db
        self.embeddings = embeddings
        self._sieve = Sieve(embeddings.vectors, embeddings.family)
        self.table = FacetTable(ExactIndex(embeddings.dimensions))
        self._serving = ServingIndex(self.table.exact, home) if home else None
        self.index = self._serving or self.table.exact

    @property
    def trouble(self) -> str | None:
        """Why Chroma does not serve, in plain words; None while it does or is not wanted."""
        return self._serving.trouble if self._serving else None

    def fill(self) -> None:
        """Load every live facet, embedding what has no vector of this fingerprint, then open Chroma."""
        self.embed_missing()
        self.db.read(self._load)
        if self._serving:
            self._serving.start()

    def embed_missing(self) -> int:
        """Give a vector to every facet that has none of this fingerprint; a crash loses at most one batch."""
        done = 0
        while todo := self.db.read(unembedded, self.embeddings.fingerprint, EMBED_AT_ONCE):
            self._embed(todo)
            done += len(todo)
        return done

    def follow(self, body: Mapping[str, Any]) -> None:
        """One index event of storage.indexing: the facet stands here as SQL says by now, whatever came before."""
        facet = int(body["facet"])
        found = self.db.read(lambda session: list(live_facets(session, self.embeddings.fingerprint, [facet])))
        if not found and body["op"] == "put":
            self.embed_missing()
            found = self.db.read(lambda session: list(live_facets(session, self.embeddings.fingerprint, [facet])))
        if found:
            self._put(found)
        elif body["op"] == "drop" and body.get("country"):
            self._drop((body["country"], body["side"]), facet)

    def rebuild(self) -> None:
        """Build Chroma anew from SQL beside the one that serves."""
        if self._serving:
            self._serving.rebuild()

    def wait(self, seconds: float | None = None) -> None:
        if self._serving:
            self._serving.wait(seconds)

    def close(self) -> None:
        if self._serving:
            self._serving.close()

    def _embed(self, views: Sequence[FacetView]) -> None:
        vectors = self.embeddings.vectors([self._sieve.compared(view.text) for view in views])
        rows = {view.id: packed(vector) for view, vector in zip(views, vectors, strict=True)}
        self.db.do(save_vectors, self.embeddings.fingerprint, rows)

    def _load(self, session: Any) -> None:
        batch: list[LiveFacet] = []
        for facet in live_facets(session, self.embeddings.fingerprint):
            batch.append(facet)
            if len(batch) == LOAD_AT_ONCE:
                self._enter(batch)
                batch = []
        self._enter(batch)

    def _enter(self, facets: Sequence[LiveFacet]) -> None:
        for space, group in groupby(sorted(facets, key=_space), key=_space):
            rows = list(group)
            vectors = np.stack([unpacked(row.vector) for row in rows])
            self.table.add([row.company_id for row in rows], space, [row.id for row in rows], vectors)

    def _put(self, facets: Sequence[LiveFacet]) -> None:
        self._enter(facets)
        if self._serving:
            for facet in facets:
                self._serving.upsert(_space(facet), [facet.id], unpacked(facet.vector)[None])

    def _drop(self, space: tuple[str, str], facet: int) -> None:
        if self._serving:
            self._serving.delete(space, [facet])
        self.table.remove([facet])


def packed(vector: Matrix) -> bytes:
    """A unit vector as it stands in SQL: float16."""
    return vector.astype(np.float16).tobytes()


def unpacked(vector: bytes) -> Matrix:
    return np.frombuffer(vector, np.float16).astype(np.float32)


def _space(facet: LiveFacet) -> tuple[str, str]:
    return facet.country, facet.side
