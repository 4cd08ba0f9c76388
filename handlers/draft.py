"""A profile that is not stored: what was said before the consent to keep it, carried in the conversation's state."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from storage.changes import AddFacet, Change, SetFact
from storage.companies import FacetView, FactView, Profile

NOT_STORED = datetime.min.replace(tzinfo=UTC)


def blank(country: str | None, language: str) -> Profile:
    return Profile("", country, language, "", "draft")


def new_facet(row: int, side: str, text: str, source: str) -> FacetView:
    return FacetView(row, "", "", 0, side, text, source, "", None)


def new_fact(row: int, kind: str, value: Any, quote: str) -> FactView:
    return FactView(row, "", kind, value, "user", None, NOT_STORED, lambda: quote)


def rebuilt(profile: Profile, facets: Iterable[FacetView], facts: Iterable[FactView]) -> Profile:
    """Build the profile anew; a stated country is the company's country."""
    changed = replace(profile, facets=tuple(facets), facts=tuple(facts))
    stated = changed.fact("country")
    return replace(changed, country=stated.value) if stated else changed


def to_state(profile: Profile) -> dict[str, Any]:
    return {
        "facets": [[facet.side, facet.text, facet.source] for facet in profile.facets],
        "facts": [[fact.kind, fact.value, fact.quote] for fact in profile.facts],
    }


def from_state(state: Mapping[str, Any], language: str) -> Profile:
    kept = state.get("draft") or {"facets": [], "facts": []}
    facets = [new_facet(-row, *facet) for row, facet in enumerate(kept["facets"], 1)]
    facts = [new_fact(-row, *fact) for row, fact in enumerate(kept["facts"], 1)]
    return rebuilt(blank(state.get("country"), language), facets, facts)


def to_changes(profile: Profile) -> tuple[Change, ...]:
    """Store a draft, once it may be kept."""
    facets = (AddFacet(facet.side, facet.text, facet.source) for facet in profile.facets)
    facts = (SetFact(fact.kind, fact.value, fact.quote) for fact in profile.facts)
    return (*facets, *facts)
