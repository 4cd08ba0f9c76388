"""The exact searcher in memory: it serves while Chroma is away, is what Chroma is checked against and rebuilt from."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from threading import RLock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from retrieval.index.port import Batch, Ids, Similarities, Space, Vectors, nothing

BLOCK = 64
"""Rows widened to float32 and multiplied at once: they stay in the processor's cache."""

HALF_BITS, HALF_SCALE = np.int32(-0x70000001), np.float32(2.0**112)
"""Half floats shifted into place of single ones keep sign, exponent and fraction, but count 2**112 times less."""

REST = 1024

Rows = NDArray[np.int64]
Element = TypeVar("Element", bound=np.generic)


class ExactIndex:
    """Facets in rows of one growing float16 array (SQL's truth has that width); scores are computed in float32.

    A facet's row is found by indexing with its id, so ids are meant to be dense, as SQL deals them.
    Writers hold `lock`. Readers take the arrays as they stand: members are replaced, never changed, and the row of
    a deleted facet rests until REST others are free, so that no reader in flight sees another facet in it.
    """

    def __init__(self, dimensions: int) -> None:
        self.dimensions = dimensions
        self.lock = RLock()
        self.vectors = np.empty((0, dimensions), np.float16)
        self.ids = np.empty(0, np.int64)  # by row; -1 = free
        self._codes: dict[Space, int] = {}
        self._code = np.empty(0, np.int16)  # by row: which space
        self._row = np.empty(0, np.int32)  # by facet id; -1 = not here
        self._members: dict[Space, Rows] = {}
        self._free: deque[int] = deque()
        self._used = 0

    def load(self, batches: Iterable[Batch]) -> None:
        for space, ids, vectors in batches:
            self.upsert(space, ids, vectors)

    def rows(self, ids: Sequence[int] | Ids) -> Rows:
        """Find the row of each id, -1 where it is unknown."""
        wanted = np.asarray(ids, np.int64)
        found = np.full(len(wanted), -1, np.int64)
        row = self._row
        known = (wanted >= 0) & (wanted < len(row))
        found[known] = row[wanted[known]]
        return found

    def upsert(self, space: Space, ids: Sequence[int] | Ids, vectors: NDArray[np.floating]) -> None:
        wanted = np.asarray(ids, np.int64)
        if vectors.shape != (len(wanted), self.dimensions):
            raise ValueError(f"{len(wanted)} vectors of {self.dimensions} dimensions expected, got {vectors.shape}")
        with self.lock:
            self._leave_other_spaces(space, wanted)
            new = wanted[self.rows(wanted) < 0]
            if len(new):
                self._add(space, new)
            self.vectors[self.rows(wanted)] = vectors

    def delete(self, space: Space, ids: Sequence[int] | Ids) -> None:
        with self.lock:
            self.drop(self.part(space, ids).ids)

    def drop(self, ids: Sequence[int] | Ids) -> None:
        """Take facets out, whatever their spaces."""
        with self.lock:
            gone = np.unique(self.rows(ids))
            gone = gone[gone >= 0]
            for space, code in self._codes.items():
                if (self._code[gone] == code).any():
                    members = self._members[space]
                    self._members[space] = members[~np.isin(members, gone)]
            self._row[self.ids[gone]] = -1
            self.ids[gone] = -1
            self._code[gone] = -1
            self._free.extend(gone.tolist())

    def search(self, space: Space, vectors: NDArray[np.floating], k: int) -> tuple[Ids, Similarities]:
        asked = np.ascontiguousarray(vectors, np.float32)
        ids, similarities = nothing(len(asked), k)
        members = self._members.get(space)
        if members is None or len(members) == 0 or len(asked) == 0 or k < 1:
            return ids, similarities
        scores = np.ascontiguousarray(self.cosines(members, asked).T)
        best = best_columns(scores, k)
        found = best.shape[1]
        ids[:, :found] = self.ids[members[best]]
        similarities[:, :found] = np.take_along_axis(scores, best, axis=1)
        return ids, similarities

    def cosines(self, rows: Rows, asked: Vectors) -> Similarities:
        """Cosines of facet rows with the vectors asked for: (rows, asked).

        The half floats are widened by shifting bits, exact for finite numbers: numpy's own cast costs three times this.
        """
        out = np.empty((len(rows), len(asked)), np.float32)
        halves = self.vectors.view(np.int16)
        wide = np.empty((BLOCK, self.dimensions), np.int32)
        turned = np.ascontiguousarray((asked * HALF_SCALE).T, np.float32)
        for start in range(0, len(rows), BLOCK):
            part = rows[start : start + BLOCK]
            block = np.left_shift(halves[part], 13, out=wide[: len(part)], dtype=np.int32)
            block &= HALF_BITS
            np.matmul(block.view(np.float32), turned, out=out[start : start + len(part)])
        return out

    def count(self, space: Space) -> int:
        return len(self._members.get(space, ()))

    def spaces(self) -> list[Space]:
        with self.lock:
            return [space for space, members in self._members.items() if len(members)]

    def ids_of(self, space: Space) -> Ids:
        with self.lock:
            members = self._members.get(space)
            return np.empty(0, np.int64) if members is None else np.sort(self.ids[members])

    def stand(self, space: Space, ids: Ids) -> NDArray[np.bool_]:
        """Tell which of the ids stand in this space."""
        rows = self.rows(ids.ravel())
        stands: NDArray[np.bool_] = (rows >= 0) & (self._code[rows] == self._codes.get(space, -2))
        return stands.reshape(ids.shape)

    def part(self, space: Space, ids: Sequence[int] | Ids) -> Batch:
        """Copy those of the ids that stand in this space, with their vectors."""
        with self.lock:
            rows = self.rows(ids)
            rows = rows[rows >= 0]
            rows = rows[self._code[rows] == self._codes.get(space, -2)]
            return Batch(space, self.ids[rows], self.vectors[rows])

    def batches(self, size: int) -> Iterator[Batch]:
        """Everything, in copies of at most `size` facets: what an index is rebuilt from."""
        for space in self.spaces():
            ids = self.ids_of(space)
            for start in range(0, len(ids), size):
                yield self.part(space, ids[start : start + size])

    def close(self) -> None:
        """Nothing outside of memory is held."""

    def _leave_other_spaces(self, space: Space, ids: Ids) -> None:
        rows = self.rows(ids)
        rows = rows[rows >= 0]
        self.drop(self.ids[rows[self._code[rows] != self._codes.get(space, -2)]])

    def _add(self, space: Space, ids: Ids) -> None:
        reused = [self._free.popleft() for _ in range(min(len(self._free) - REST, len(ids)))]
        fresh = np.arange(self._used, self._used + len(ids) - len(reused))
        rows = np.concatenate([np.array(reused, np.int64), fresh])
        self._used += len(fresh)
        self.vectors = grown(self.vectors, self._used, 0)
        self.ids = grown(self.ids, self._used, -1)
        self._code = grown(self._code, self._used, -1)
        self._row = grown(self._row, int(ids.max()) + 1, -1)
        self.ids[rows] = ids
        self._row[ids] = rows
        self._code[rows] = self._codes.setdefault(space, len(self._codes))
        self._members[space] = np.concatenate([self._members.get(space, rows[:0]), rows])


def grown(array: NDArray[Element], length: int, fill: float) -> NDArray[Element]:
    """Return the array itself where it is long enough, else a copy with half as many rows again."""
    if length <= len(array):
        return array
    longer = np.full((max(length, len(array) * 3 // 2, 64), *array.shape[1:]), fill, array.dtype)
    longer[: len(array)] = array
    return longer


def best_columns(scores: Similarities, k: int) -> Rows:
    """Columns of the k best scores of each row, best first."""
    if k < scores.shape[1]:
        best = np.argpartition(-scores, k - 1, axis=1)[:, :k]
    else:
        best = np.broadcast_to(np.arange(scores.shape[1]), scores.shape)
    order = np.argsort(-np.take_along_axis(scores, best, axis=1), axis=1, kind="stable")
    return np.take_along_axis(best, order, axis=1)
