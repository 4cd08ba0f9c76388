"""What the rest of Plaza asks of an index, whoever keeps it."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Space = tuple[str, str]
"""(country, side): what is searched together."""

Ids = NDArray[np.int64]
Vectors = NDArray[np.float32]
Similarities = NDArray[np.float32]


class IndexUnavailableError(Exception):
    """The index cannot answer now: missing, damaged, of another fingerprint, or its server is away."""


class IndexMissingError(IndexUnavailableError):
    """None has been built yet."""


class IndexLockedError(IndexUnavailableError):
    """Another process holds the index folder; two of them would corrupt it silently."""


class Batch(NamedTuple):
    """Facets of one space on their way into an index."""

    space: Space
    ids: Ids
    vectors: NDArray[np.floating]


class VectorIndex(Protocol):
    """Facets by vector. Vectors are unit rows; ids are the facet ids of SQL, none of them negative."""

    def upsert(self, space: Space, ids: Sequence[int] | Ids, vectors: NDArray[np.floating]) -> None:
        """Put facets, or put them again with another vector. An id stands once in a call and in one space."""

    def delete(self, space: Space, ids: Sequence[int] | Ids) -> None:
        """Take facets out; unknown ids are nothing."""

    def search(self, space: Space, vectors: NDArray[np.floating], k: int) -> tuple[Ids, Similarities]:
        """Best k of the space for each row: ids and cosines, (n, k), best first, padded with -1 and -inf."""

    def count(self, space: Space) -> int: ...

    def close(self) -> None: ...


def nothing(rows: int, k: int) -> tuple[Ids, Similarities]:
    """Build the answer of an empty space."""
    return np.full((rows, k), -1, np.int64), np.full((rows, k), -np.inf, np.float32)
