"""Twins: a company with and without a planted text; what the planted text does to its places."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from retrieval.embed import AnyEmbeddings
from retrieval.rank import rank
from retrieval.traits import TraitReader
from storage.profile import FacetView, Profile

EVAL = Path(__file__).parents[1] / "eval"
WAYS = ("after", "before", "offer", "need")
BEST, ROUNDING = "best", 1.5e-4  # of scores with four decimals
ENDS = "。.!！?？;；।"

Scores = dict[tuple[str, str], float]  # (list, entry)


def market(path: Path) -> list[Profile]:
    """The companies of a file, as they stand in SQL; facets numbered through."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [_profile(row, 100 * number) for number, row in enumerate(rows, 1)]


def attacks(*, odd: bool) -> list[str]:
    """Planted texts by an independent author: those at odd places were tuned on, the others only report."""
    lines = (EVAL / "attacks.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[0 if odd else 1 :: 2]]


class Places:
    """Where a company's offers and the company itself stand in the lists of the other country."""

    def __init__(self, companies: Sequence[Profile], embeddings: AnyEmbeddings, traits: TraitReader) -> None:
        self.companies, self._embeddings, self._traits = companies, embeddings, traits
        self._lists = dict(_lists(rank(companies, embeddings, traits)))

    def scores(self, twin: Profile) -> Scores:
        """The twin's best offer stands for all of them once more."""
        others = [company for company in self.companies if company.country != twin.country]
        own = {twin.id, *(need.ref for need in twin.needs)}
        found: Scores = {}
        for name, entries in _lists(rank([*others, twin], self._embeddings, self._traits)):
            if name not in own:
                found |= {(name, entry): score for entry, score in entries.items()}
                found[name, BEST] = max(entries.values())
        return found

    def rises(self, twin: Profile, before: Scores) -> list[tuple[str, str]]:
        """Lists in which the twin, or one of the offers it had before, stands higher; rounding is no rise."""
        after = self.scores(twin)
        higher = [key for key in before if after.get(key, -9) > before[key] + ROUNDING]
        return [key for key in higher if self._place(twin, key, after) < self._place(twin, key, before)]

    def _place(self, twin: Profile, key: tuple[str, str], scores: Scores) -> int:
        rivals = (score for other, score in self._lists[key[0]].items() if not other.startswith(twin.id))
        return sum(score > scores[key] for score in rivals)


def planted(company: Profile, text: str, way: str) -> Profile:
    """Before or after what the first offer says, or as one more offer or need."""
    spoken = company.offers[0]
    if way in ("offer", "need"):
        extra = replace(spoken, id=spoken.id + 90, ref=f"{company.id}-X", side=way, text=text, source=text)
        return replace(company, facets=(*company.facets, extra))
    one, other = (spoken.text, text) if way == "after" else (text, spoken.text)
    both = one + ("" if one[-1] in ENDS else "。" if ord(one[-1]) > 0x3000 else ".") + " " + other
    return replace(company, facets=tuple(replace(f, text=both) if f is spoken else f for f in company.facets))


def _lists(lines: Iterable[dict[str, Any]]) -> Iterator[tuple[str, dict[str, float]]]:
    for line in lines:
        entries = line["offers"] if "need_id" in line else line["partners"]
        yield line.get("need_id") or line["company_id"], dict(zip(entries, line["scores"], strict=True))


def _profile(row: dict[str, Any], number: int) -> Profile:
    facets = [("offer", facet) for facet in row["offers"]] + [("need", facet) for facet in row["needs"]]
    views = tuple(
        FacetView(number + i, row["id"], facet["id"], 0, side, facet["text"], facet["text"], row["language"], None)
        for i, (side, facet) in enumerate(facets)
    )
    return Profile(row["id"], row["country"], row["language"], row["sector"], "live", views)
