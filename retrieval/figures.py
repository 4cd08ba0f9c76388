"""The figures of ranked lists: nDCG, precision, reciprocal rank, recall, Gini."""

import math
from collections.abc import Collection, Mapping, Sequence

GOOD = 2  # the grade from which an answer counts as one


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], depth: int = 5) -> float:
    """Gain 2^grade - 1, discount log2(rank + 1), against the ideal order; 0 to 1."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:depth])
    return _gain([grades.get(item, 0) for item in ranked[:depth]]) / ideal if ideal else 0.0


def first_right(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Reciprocal rank of the first good answer; 0 when there is none."""
    return next((1 / rank for rank, item in enumerate(ranked, 1) if grades.get(item, 0) >= GOOD), 0.0)


def recall(ranked: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    good = {item for item, grade in grades.items() if grade >= GOOD}
    return len(good & set(ranked[:depth])) / len(good) if good else 0.0


def gini(counts: Collection[int]) -> float:
    """0 = all are shown equally often, 1 = one alone is shown."""
    ordered = sorted(counts)
    total = sum(ordered)
    if not total:
        return 0.0
    weighted = sum(place * count for place, count in enumerate(ordered, 1))
    return 2 * weighted / (len(ordered) * total) - (len(ordered) + 1) / len(ordered)


def mean(values: Collection[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))
