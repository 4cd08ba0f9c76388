"""How much of an interview was understood: each field of a profile against what its author expected."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

EXACT = ("company_name", "city", "country", "headcount")
SETS = ("offers", "needs", "certifications")
ALIKE = 0.5  # token F1 from which two phrases say the same

HAN = re.compile(r"[\u3400-\u9fff]")
TOKEN = re.compile(r"[\u3400-\u9fff]|[\u0900-\u0963\u0970-\u097f]+|[a-z0-9]+")
FILLER = frozenset(
    [
        "a",
        "an",
        "and",
        "for",
        "in",
        "of",
        "on",
        "our",
        "the",
        "to",
        "with",
        "we",
        "ka",
        "ke",
        "ki",
        "aur",
        "的",
        "和",
        "及",
        "等",
    ]
)
ENDINGS = re.compile(r"(ies|es|s|ing|ed)$")


def field_scores(expected: Mapping[str, Any], understood: Mapping[str, Any], *, wants_human: bool) -> dict[str, float]:
    """1 or 0 for what is exact (case and spaces aside), set F1 for phrases; by field."""
    scores = {name: float(_same(expected[name], understood[name])) for name in EXACT}
    scores |= {name: set_f1(expected[name], understood[name]) for name in SETS}
    return scores | {"wants_human": float(expected["wants_human"] == wants_human)}


def field_rows(scored: Iterable[Mapping[str, float]]) -> list[tuple[str, float | None, int]]:
    """The mean of each field over transcripts, and the mean over the fields."""
    by_field: dict[str, list[float]] = defaultdict(list)
    for scores in scored:
        for name, value in scores.items():
            by_field[name].append(value)
    rows: list[tuple[str, float | None, int]] = [
        (f"interview {name}", sum(values) / len(values), len(values)) for name, values in by_field.items()
    ]
    means = [value for _, value, _ in rows if value is not None]
    return [*rows, ("interview mean", sum(means) / len(means) if means else None, len(means))]


def set_f1(expected: Sequence[str], found: Sequence[str]) -> float:
    """Greedy best matching of phrases; two empty sets agree."""
    if not expected or not found:
        return float(not expected and not found)
    pairs = sorted(((alike(a, b), i, j) for i, a in enumerate(expected) for j, b in enumerate(found)), reverse=True)
    left, right = set[int](), set[int]()
    for score, i, j in pairs:
        if score >= ALIKE and i not in left and j not in right:
            left.add(i)
            right.add(j)
    return 2 * len(left) / (len(expected) + len(found))


def alike(one: str, other: str) -> float:
    """Token F1; a phrase inside another that is at most twice as long says the same."""
    a, b = _plain(one), _plain(other)
    short, long = sorted((a, b), key=len)
    if short and short in long and len(short) * 2 >= len(long):
        return 1.0
    first, second = _tokens(a), _tokens(b)
    shared = len(first & second)
    return 2 * shared / (len(first) + len(second)) if shared else 0.0


def _tokens(text: str) -> set[str]:
    found = TOKEN.findall(text)
    words = {ENDINGS.sub("", word) if len(word) > 4 else word for word in found if word not in FILLER}
    pairs = {a + b for a, b in pairwise(found) if HAN.match(a) and HAN.match(b)}
    return words | pairs


def _same(expected: object, found: object) -> bool:
    if isinstance(expected, str) and isinstance(found, str):
        return _plain(expected) == _plain(found)
    return expected == found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
