"""Amounts side by side: rough rates, for comparing orders of magnitude and nothing else."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def _rates() -> dict[str, float]:
    return tomllib.loads((files("retrieval") / "data" / "rates.toml").read_text("utf-8"))


def in_dollars(budget: Mapping[str, Any] | None, end: str) -> float | None:
    """`end` (low or high) of a budget fact in dollars; None without a known currency."""
    if not budget or budget.get(end) is None or budget.get("currency") not in _rates():
        return None
    return float(budget[end]) * _rates()[budget["currency"]]
