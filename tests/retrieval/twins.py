"""Twins: a company with and without a planted text; what the planted text does to its places."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from retrieval.embed import AnyEmbeddings
from retrieval.rank import rank
from retrieval.traits import TraitReader
from storage.profile import FacetView, Profile

EVAL = Path(__file__).parents[1] / "eval"
WAYS = ("after", "before", "offer", "need")
ENDS = "。.!！?？;；।"


def market(path: Path) -> list[Profile]:
    """The companies of a file, as they stand in SQL; facets numbered through."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [_profile(row, 100 * number) for number, row in enumerate(rows, 1)]


def attacks(odd: bool) -> list[str]:
    """Planted texts by an independent author: those at odd places were tuned on, the others only report."""
    lines = (EVAL / "attacks.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[0 if odd else 1 :: 2]]


class Places:
    """Where a company's offers and the company itself stand in the lists of the other country."""

    def __init__(self, companies: Sequence[Profile], embeddings: AnyEmbeddings, traits: TraitReader) -> None:
        self.companies, self._embeddings, self._traits = companies, embeddings, traits
        self._lists = dict(_lists(rank(companies, embeddings, traits)))

    def of(self, twin: Profile) -> dict[tuple[str, str], int]:
        """(list, entry) to place; the twin's best offer stands for it in each need's list."""
        others = [company for company in self.companies if company.country != twin.country]
        found: dict[tuple[str, str], int] = {}
        for name, scores in _lists(rank([*others, twin], self._embeddings, self._traits)):
            if name == twin.id or name in {need.ref for need in twin.needs}:
                continue
            rest = {entry: score for entry, score in self._lists[name].items() if not entry.startswith(twin.id)}
            best = max(scores.values())
            for entry, score in [*scores.items(), ("best", best)]:
                found[name, entry] = sum(other > score for other in rest.values())
        return found


def planted(company: Profile, text: str, way: str) -> Profile:
    if way in ("offer", "need"):
        views = company.offers or company.needs
        extra = replace(views[0], id=views[0].id + 90, ref=f"{company.id}-X", side=way, text=text, source=text)
        return replace(company, facets=(*company.facets, extra))
    spoken = company.offers[0]
    one, other = (spoken.text, text) if way == "after" else (text, spoken.text)
    both = one + ("" if one[-1] in ENDS else "。" if ord(one[-1]) > 0x3000 else ".") + " " + other
    return replace(company, facets=tuple(replace(f, text=both) if f is spoken else f for f in company.facets))


def rises(places: Places, twin: Profile, before: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
    """Lists in which the twin, or one of the offers it had before, stands higher."""
    return [key for key, place in places.of(twin).items() if key in before and place < before[key]]


def _lists(lines: Iterator[dict[str, Any]]) -> Iterator[tuple[str, dict[str, float]]]:
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
