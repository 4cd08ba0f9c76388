"""Facet vectors for benchmarks: shaped like those of real trades, in any number."""

import numpy as np

from retrieval.index.port import Vectors

SECTORS, FACTORS, BLOCK = 50, 24, 20_000


class Trades:
    """Mixture of products within sectors; every term of a vector is of about unit length.

    vector = unit(0.8 common + product + noise * (differences usual in its sector + 1.6 * any difference)), and
    product = sector + 0.8 * its own direction. Popular products are drawn more often.
    """

    def __init__(self, facets: int, dimensions: int, seed: int = 7) -> None:
        random = np.random.default_rng(seed)
        products = max(200, facets // 300)
        self.dimensions = dimensions
        self._sector = random.integers(0, SECTORS, products)
        self._common = directions(random, 1, dimensions)[0]
        self._basis = directions(random, SECTORS * FACTORS, dimensions).reshape(SECTORS, FACTORS, dimensions)
        own = directions(random, products, dimensions)
        self._product = unit(directions(random, SECTORS, dimensions)[self._sector] + np.float32(0.8) * own)
        popularity = 1 / (np.arange(products) + 20) ** 0.6
        self._popularity = popularity / popularity.sum()

    def draw(self, count: int, seed: int, noise: float = 1.0) -> Vectors:
        random = np.random.default_rng(seed)
        out = np.empty((count, self.dimensions), np.float32)
        for start in range(0, count, BLOCK):
            part = out[start : start + BLOCK]
            product = random.choice(len(self._product), len(part), p=self._popularity)
            sector = self._sector[product]
            weights = random.standard_normal((len(part), FACTORS), np.float32) / np.float32(np.sqrt(FACTORS))
            part[:] = (
                np.float32(1.6) * random.standard_normal(part.shape, np.float32) / np.float32(self.dimensions**0.5)
            )
            for each in range(SECTORS):
                part[sector == each] += weights[sector == each] @ self._basis[each]
            part *= np.float32(noise)
            part += np.float32(0.8) * self._common + self._product[product]
            part[:] = unit(part)
        return out


def directions(random: np.random.Generator, count: int, dimensions: int) -> Vectors:
    return unit(random.standard_normal((count, dimensions), np.float32))


def unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Vectors = vectors / np.maximum(lengths, np.float32(1e-12))
    return scaled
