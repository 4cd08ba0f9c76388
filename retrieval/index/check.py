"""Is a new index whole? The exact answers it is compared with are gathered while its facets pass by."""

import numpy as np

from retrieval.index.exact import best_columns
from retrieval.index.port import Batch, Ids, IndexUnavailableError, Similarities, Space, VectorIndex, Vectors

SAMPLE = 20
RECALL = 0.9
"""Of the best ten of a sampled facet; a sound index of this shape gives .98 and more."""


class Check:
    """The exact best ten of some facets of each space, kept while all facets pass by once."""

    def __init__(self) -> None:
        self.counts: dict[Space, int] = {}
        self._asked: dict[Space, Vectors] = {}
        self._best: dict[Space, tuple[Similarities, Ids]] = {}

    def see(self, batch: Batch) -> None:
        space, ids, vectors = batch.space, batch.ids, batch.vectors.astype(np.float32)
        self.counts[space] = self.counts.get(space, 0) + len(ids)
        asked = self._asked.setdefault(space, vectors[:SAMPLE])
        scores = asked @ vectors.T
        names = np.broadcast_to(ids, scores.shape)
        if space in self._best:
            scores = np.hstack([self._best[space][0], scores])
            names = np.hstack([self._best[space][1], names])
        best = best_columns(scores, 10)
        self._best[space] = np.take_along_axis(scores, best, 1), np.take_along_axis(names, best, 1)

    def compare(self, index: VectorIndex) -> None:
        """Raise IndexUnavailableError where the index misses facets or does not find them."""
        for space, expected in self.counts.items():
            if (count := index.count(space)) != expected:
                raise IndexUnavailableError(f"{count} facets of {expected} in {space}")
            scores = self._best[space][0]
            _, found = index.search(space, self._asked[space], scores.shape[1])
            recall = float((found >= scores[:, -1:] - 1e-3).mean())
            if recall < RECALL:
                raise IndexUnavailableError(f"recall {recall:.2f} in {space}")
