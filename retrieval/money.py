"""Amounts and quantities side by side: rough, for seeing that one lies far below the other and nothing else."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from prompts.reading.money import read_budget
from prompts.reading.numbers import find_numbers
from prompts.reading.script import normalise
from retrieval.gloss import simplified

LEAST = 300  # dollars: below it stands a price by the piece

UNITS = {
    "piece": r"pcs|pieces?|pc|nos|units?|नग|पीस|个|件|只|把",
    "set": r"sets?|सेट|套",
    "kilo": r"kgs?|kilos?|किलो|公斤|千克",
    "ton": r"tons?|tonnes?|mt|टन|吨",
    "container": r"containers?|fcl|कंटेनर|柜|货柜|集装箱",
    "metre": r"metres?|meters?|मीटर|米",
    "machine": r"machines?|मशीन|台",
}
BEHIND = re.compile("|".join(rf"(?P<{name}>\s?(?:{words})(?![a-z\u0900-\u0963]))" for name, words in UNITS.items()))


class Quantity(NamedTuple):
    number: float
    unit: str


@lru_cache(maxsize=1)
def _rates() -> dict[str, float]:
    return tomllib.loads((files("retrieval") / "data" / "rates.toml").read_text("utf-8"))


def in_dollars(budget: Mapping[str, Any] | None, end: str) -> float | None:
    """`end` (low or high) of a budget fact in dollars; None without a known currency."""
    if not budget or budget.get(end) is None or budget.get("currency") not in _rates():
        return None
    return float(budget[end]) * _rates()[budget["currency"]]


@lru_cache(maxsize=20_000)
def dollars(clause: str, end: str) -> float | None:
    """The sum that a clause names, in dollars; None where there is none, or only a price by the piece."""
    found, _ = read_budget(normalise(clause), "budget", [])
    amount = in_dollars(found[0].value, end) if found else None
    return amount if amount and amount >= LEAST else None


@lru_cache(maxsize=20_000)
def quantities(clause: str) -> tuple[Quantity, ...]:
    """Numbers with a unit of goods behind them; of a range the upper end."""
    fold = normalise(simplified(clause)).fold
    behind = [(number, BEHIND.match(fold, number.end)) for number in find_numbers(fold)]
    return tuple(Quantity(number.high, str(unit.lastgroup)) for number, unit in behind if unit)
