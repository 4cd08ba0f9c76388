"""The conditions that a company states, read from its facts and from its own words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from re import Pattern
from typing import Any

from retrieval.phrases import pattern
from storage.companies import Profile

CLAUSES = "，,;；。.!！?？\n"


@dataclass(frozen=True)
class Terms:
    """Quotes of what was said, by kind of data/terms.toml; certificates by name."""

    said: Mapping[str, str]
    required: tuple[tuple[str, str], ...]
    """(certificate, quote) that the other side must hold."""
    held: frozenset[str]
    refused: frozenset[str]
    """Certificates said not to be held."""
    budget: Mapping[str, Any] | None
    """{"low", "high", "currency"} of the newest statement."""
    budget_quote: str
    payer: str | None
    places: frozenset[str]
    """How data may be worked on (fact data_place)."""


@lru_cache(maxsize=1)
def term_patterns() -> Mapping[str, Pattern[str]]:
    rows = tomllib.loads((files("retrieval") / "data" / "terms.toml").read_text("utf-8"))
    return {kind: pattern(words) for kind, words in rows.items()}


def read_terms(profile: Profile) -> Terms:
    texts = [facet.text for facet in profile.facets]
    wishes = [str(fact.value) for kind in ("requirement", "exclusion") for fact in profile.all(kind)]
    said = {kind: quote for kind, words in term_patterns().items() if (quote := _first(words, texts + wishes))}
    certificates = [fact.value for fact in profile.all("certificate")]
    budget, payer, places = (profile.fact(kind) for kind in ("budget", "payer", "data_place"))
    return Terms(
        said=said,
        required=tuple((name, wish) for wish in wishes for name in certificate_names(wish)),
        held=frozenset(_key(row["name"]) for row in certificates if row["state"] == "held")
        | frozenset(_key(name) for facet in profile.offers for name in certificate_names(facet.text)),
        refused=frozenset(_key(row["name"]) for row in certificates if row["state"] != "held"),
        budget=budget.value if budget else None,
        budget_quote=budget.quote if budget else "",
        payer=payer.value if payer else None,
        places=frozenset(places.value) if places else frozenset(),
    )


def certificate_names(text: str) -> list[str]:
    from prompts.reading.certificates import names

    return names(text)


def _key(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def _first(words: Pattern[str], texts: list[str]) -> str | None:
    """The clause, verbatim, in which the words stand."""
    for text in texts:
        found = words.search(text)
        if found:
            start = max((text.rfind(mark, 0, found.start()) for mark in CLAUSES), default=-1) + 1
            ends = [at for mark in CLAUSES if (at := text.find(mark, found.end())) >= 0]
            return text[start : min(ends, default=len(text))].strip()
    return None
