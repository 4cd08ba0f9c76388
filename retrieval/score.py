"""What a link and a pair are worth: cosine, concepts, roles, the other direction, and the quality of the text."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.traits import DEMAND, Traits

Scores = NDArray[np.float64]
WORTHLESS = -3.0  # a link to an offer of nothing: below all others, so that one more of it never pays
UNASKED = 2.0  # taken off the links of a need of nothing; their order stays


class Calibrated(Protocol):
    """An embedder, as far as its thresholds go."""

    @property
    def fingerprint(self) -> str: ...
    @property
    def family(self) -> str: ...


@dataclass(frozen=True)
class Weights:
    """The table of data/weights.toml."""

    concept: float
    role: float
    demand: float
    mutual: float
    fellow: float
    filler: float
    order: float
    second: float
    caution: float
    thresholds: dict[str, float]

    def threshold(self, embeddings: "Calibrated") -> float:
        """Below it a pair is not shown; of this embedder, or of its family as long as it is not calibrated."""
        return self.thresholds.get(embeddings.fingerprint, self.thresholds[embeddings.family])


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    table: dict[str, Any] = tomllib.loads((files("retrieval") / "data" / "weights.toml").read_text("utf-8"))
    return Weights(**table["link"], **table["pair"], thresholds=table["threshold"])


def links(needs: Sequence[Traits], offers: Sequence[Traits], cosines: NDArray[np.floating], weights: Weights) -> Scores:
    """(needs, offers): each need against each offer, before anything is known of the companies behind them."""
    scores = np.array(cosines, np.float64).reshape(len(needs), len(offers))
    for i, need in enumerate(needs):
        for j, offer in enumerate(offers):
            scores[i, j] += weights.concept * need.overlap(offer) + weights.role * bool(need.seeks & offer.plays)
    asked, given = (np.array([_quality(t, weights) for t in side]) for side in (needs, offers))
    fair = np.where(scores > 0, scores * np.outer(asked, given), scores)
    fair = np.where(asked[:, None] > 0, fair, scores - UNASKED)
    return np.where(given > 0, fair, WORTHLESS)


def with_reverse(scores: Scores, needs: Sequence[Traits], reverse: Scores, weights: Weights) -> Scores:
    """Links of a pair once the other direction is known: a need for buyers is answered by what they need from us."""
    best = max(float(reverse.max()), 0.0) if reverse.size else 0.0
    share = np.array([weights.demand if need.wants_demand else weights.mutual for need in needs])
    return _worth(scores, scores + best * share[:, None]) if scores.size else scores


def without_fellows(
    scores: Scores, needs: Sequence[Traits], offers: Sequence[Traits], likeness: NDArray[np.floating], weights: Weights
) -> Scores:
    """Links once both firms' offers are compared; likeness: (offers,) of theirs to the likest of ours."""
    fellows = np.array([not offer.plays & DEMAND for offer in offers]) * np.maximum(likeness, 0)
    return _worth(scores, scores - weights.fellow * np.outer([need.wants_demand for need in needs], fellows))


def _worth(before: Scores, after: Scores) -> Scores:
    """What was worth nothing stays so, whoever stands behind it."""
    return np.where(before > WORTHLESS, after, WORTHLESS)


def pair(they_give: Scores, we_give: Scores, weights: Weights) -> float:
    """One score for the pair from the best link of each direction; the weaker one counts in part."""
    one, other = (float(scores.max()) if scores.size else 0.0 for scores in (they_give, we_give))
    low, high = sorted((one, other))
    return (high + weights.second * max(low, 0.0)) / (1 + weights.second)


def _quality(traits: Traits, weights: Weights) -> float:
    """1 for a plain text, less for each part that says nothing or gives orders; 0 where nothing else is said."""
    if not traits.substance:
        return 0.0
    factor = 1 - weights.filler * (1 - traits.substance)
    return factor * weights.order if traits.orders else factor
