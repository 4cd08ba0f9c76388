"""What every sentence encoder gives: rows of unit length."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np

Matrix = np.ndarray[Any, np.dtype[np.float32]]


class Encoder(Protocol):
    """name: part of the fingerprint; dimensions: of one vector; encode: (n texts) to (n, dimensions), unit length."""

    name: str
    dimensions: int

    def encode(self, texts: Sequence[str]) -> Matrix: ...


def unit(vectors: Matrix) -> Matrix:
    """Rows scaled to length one; a zero row stays zero."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9), np.float32)
