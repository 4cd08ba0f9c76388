"""What is known of a company, as frozen views that outlive their session."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class FacetView:
    id: int
    company_id: str
    ref: str
    part: int
    side: str
    text: str
    source: str
    language: str
    event_id: int | None
    fingerprint: str | None = None
    vector: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class FactView:
    id: int
    company_id: str
    kind: str
    value: Any
    by: str
    event_id: int | None
    created: datetime
    open_quote: Callable[[], str] = field(repr=False, compare=False)

    @property
    def quote(self) -> str:
        """Opened only when asked for: a list of candidates has hundreds that nobody reads."""
        return self.open_quote()


@dataclass(frozen=True)
class Profile:
    """Standing facets and facts, oldest first."""

    id: str
    country: str | None
    language: str
    sector: str
    status: str
    facets: tuple[FacetView, ...] = ()
    facts: tuple[FactView, ...] = ()

    @property
    def active(self) -> bool:
        """Confirmed and not paused: may search; only what is live is also shown to others."""
        return self.status in {"live", "quiet"}

    def fact(self, kind: str) -> FactView | None:
        """Find the newest of a kind."""
        found = self.all(kind)
        return found[-1] if found else None

    def all(self, kind: str) -> tuple[FactView, ...]:
        return tuple(fact for fact in self.facts if fact.kind == kind)

    @property
    def offers(self) -> tuple[FacetView, ...]:
        return tuple(facet for facet in self.facets if facet.side == "offer")

    @property
    def needs(self) -> tuple[FacetView, ...]:
        return tuple(facet for facet in self.facets if facet.side == "need")

    @property
    def name(self) -> str | None:
        fact = self.fact("name")
        return str(fact.value) if fact else None

    @property
    def city(self) -> str | None:
        fact = self.fact("city")
        return str(fact.value) if fact else None

    @property
    def headcount(self) -> int | None:
        fact = self.fact("headcount")
        return int(fact.value) if fact else None
