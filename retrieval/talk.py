"""Talk that trades nothing, told by its vector: a plane between such talk and what companies offer and need."""

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.matrix import Matrix
from retrieval.text import LOOSE, SENTENCE, Cleaned, cleaned, doubtful

Plane = NDArray[np.float64]  # one weight a dimension, then the offset
CERTAIN = 1.5  # log odds beyond which a vector alone tells; no honest text of the tuned sets comes near


@lru_cache(maxsize=1)
def planes() -> Mapping[str, Plane]:
    """By family of embedders (data/talk.json); one that was not measured has none."""
    rows = json.loads((files("retrieval") / "data" / "talk.json").read_text("utf-8"))
    return {family: np.array(row, np.float64) for family, row in rows.items()}


class Sieve:
    """What of a text is compared, with the embedder's help where words alone leave a doubt."""

    def __init__(self, vectors: Callable[[Sequence[str]], Matrix], family: str) -> None:
        self._vectors = vectors
        self._plane = planes().get(family)
        self.read = lru_cache(maxsize=50_000)(self._read)

    def is_talk(self, text: str, vector: Matrix) -> bool:
        """`vector` is that of the text; near the plane its words must leave a doubt as well."""
        if self._plane is None:
            return False
        beyond = float(vector @ self._plane[:-1] + self._plane[-1])
        return beyond > CERTAIN or (beyond > 0 and doubtful(text))

    def compared(self, text: str) -> str:
        """What is embedded of a facet; a text of orders alone is compared as nothing."""
        return self.read(text).text or "-"

    def _read(self, text: str) -> Cleaned:
        """Sentences are looked at whole where their words leave a doubt, and all of them once one is talk."""
        found = cleaned(text)
        sentences = [part for part in SENTENCE.split(text) if part.strip(LOOSE)]
        whole = len(sentences) == 1 and found.text == text.strip(LOOSE)  # its own vector will tell
        if self._plane is None or whole or not found.told:
            return found
        if not any(doubtful(part) and self._talks(part) for part in sentences):
            return found
        left = cleaned("".join(part for part in sentences if not self._talks(part)))
        told = min(found.told, len(left.text) / len(text)) if left.told else 0.0
        return Cleaned(left.text, left.stated, told, found.orders, found.stuffed)

    def _talks(self, sentence: str) -> bool:
        plain = sentence.strip(LOOSE)
        return self.is_talk(plain, self._vectors([plain])[0])


def learn(talk: Matrix, trade: Matrix, *, shrink: float = 0.03, share: float = 0.6, steps: int = 25) -> Plane:
    """Logistic regression by Newton's method; talk weighs `share` of all trade, as a trade left out costs more."""
    rows: NDArray[Any] = np.c_[np.r_[trade, talk], np.ones(len(trade) + len(talk))].astype(np.float64)
    is_talk = np.r_[np.zeros(len(trade)), np.ones(len(talk))]
    weight = np.where(is_talk == 1, share * len(trade) / len(talk), 1.0)
    ridge = np.diag([shrink] * (rows.shape[1] - 1) + [1e-6])
    plane = np.zeros(rows.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-rows @ plane))
        bend = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + ridge
        plane += np.linalg.solve(bend, rows.T @ (weight * (is_talk - chance)) - ridge @ plane)
    return plane


def examples(kind: str) -> list[str]:
    """`talk`, or the `trade` that sounds like it: data/talk.toml."""
    rows = tomllib.loads((files("retrieval") / "data" / "talk.toml").read_text("utf-8"))
    return [text.rstrip(LOOSE) for texts in rows[kind].values() for text in texts]
