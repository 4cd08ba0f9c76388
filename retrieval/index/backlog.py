"""Changes that Chroma has not followed yet."""

from collections import defaultdict
from collections.abc import Sequence
from threading import Lock

import numpy as np

from retrieval.index.chroma import ChromaIndex
from retrieval.index.exact import ExactIndex
from retrieval.index.port import Ids, Space


class Backlog:
    """Which facets changed; what they are now stands in the exact index, so that making up twice does no harm."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._changed: set[tuple[Space, int]] = set()

    def __len__(self) -> int:
        return len(self._changed)

    def note(self, space: Space, ids: Sequence[int] | Ids) -> None:
        with self._lock:
            self._changed.update((space, int(facet_id)) for facet_id in ids)

    def take(self) -> dict[Space, list[int]]:
        """Everything noted so far; nothing is left noted."""
        with self._lock:
            changed, self._changed = self._changed, set()
        by_space = defaultdict[Space, list[int]](list)
        for space, facet_id in changed:
            by_space[space].append(facet_id)
        return by_space

    def make_up(self, chroma: ChromaIndex, exact: ExactIndex) -> None:
        for space, ids in self.take().items():
            equal(chroma, exact, space, ids)


def equal(chroma: ChromaIndex, exact: ExactIndex, space: Space, ids: Sequence[int] | Ids) -> None:
    """Make Chroma hold these facets as `exact` does."""
    standing = exact.part(space, ids)
    if len(standing.ids):
        chroma.upsert(space, standing.ids, standing.vectors)
    gone = np.setdiff1d(np.asarray(ids, np.int64), standing.ids)
    if len(gone):
        chroma.delete(space, gone)
