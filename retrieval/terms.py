"""The conditions that a company states, read from its facts and from its own words."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from re import Pattern
from typing import Any

from retrieval.certified import certificates
from retrieval.phrases import pattern
from storage.companies import FacetView, Profile

CLAUSE = re.compile(r"[，,;；。!！?？\n।]|\.(?=\s|$)")
EITHER = re.compile(r"\bor\b|/|\bya\b|या|或", re.IGNORECASE)
PERMIT = re.compile(r"approval|permission", re.IGNORECASE)  # of an authority, not of the partner
LOOSE = " \t\n।.。;；,，"


@dataclass(frozen=True)
class Required:
    """Certificates that the other side must hold, all or (`either`) one of them."""

    names: tuple[str, ...]
    quote: str
    either: bool
    need: int | None
    """The facet that asks; None = a condition of the firm."""


@dataclass(frozen=True)
class Sector:
    quote: str
    whole: bool
    """Every offer of the firm speaks of it."""


@dataclass(frozen=True)
class Terms:
    """Quotes of what was said: by kind of data/terms.toml, and as conditions in full."""

    said: Mapping[str, str]
    conditions: tuple[str, ...]
    """What it requires and excludes, as stated."""
    excludes: Mapping[str, str]
    """Sector to the condition that excludes it."""
    sectors: Mapping[str, Sector]
    required: tuple[Required, ...]
    held: frozenset[str]
    refused: frozenset[str]
    """Certificates applied for or said not to be held."""
    budget: Mapping[str, Any] | None
    """{"low", "high", "currency"} of the newest statement."""
    budget_quote: str
    payer: str | None
    places: frozenset[str]
    """How data may be worked on (fact data_place)."""


@dataclass(frozen=True)
class Patterns:
    kinds: Mapping[str, Pattern[str]]
    where: Mapping[str, Sequence[str]]
    sectors: Mapping[str, Pattern[str]]
    languages: Mapping[str, Pattern[str]]
    amounts: Mapping[str, Pattern[str]]


@lru_cache(maxsize=1)
def term_patterns() -> Patterns:
    rows: dict[str, Any] = tomllib.loads((files("retrieval") / "data" / "terms.toml").read_text("utf-8"))
    groups = {
        name: {kind: pattern(row["words"]) for kind, row in rows.pop(name).items()}
        for name in ("sector", "language", "amount")
    }
    kinds = {kind: pattern(row["words"]) for kind, row in rows.items()}
    where = {kind: row["in"] for kind, row in rows.items()}
    return Patterns(kinds, where, groups["sector"], groups["language"], groups["amount"])


def read_terms(profile: Profile) -> Terms:
    offers, needs = ([view.text for view in views] for views in (profile.offers, profile.needs))
    wishes = [str(fact.value).strip(LOOSE) for kind in ("requirement", "exclusion") for fact in profile.all(kind)]
    known, texts = term_patterns(), {"offers": offers, "needs": needs, "wishes": wishes}
    said = {
        kind: clause
        for kind, words in known.kinds.items()
        if (clause := _first(words, [text for place in known.where[kind] for text in texts[place]]))
    }
    held, refused = _holdings(profile)
    budget, payer, places = (profile.fact(kind) for kind in ("budget", "payer", "data_place"))
    return Terms(
        said=said,
        conditions=tuple(wishes),
        excludes=dict(_excluded(wishes)),
        sectors={name: sector for name, words in known.sectors.items() if (sector := _sector(words, offers))},
        required=tuple(_required(wishes, profile.needs)),
        held=held,
        refused=refused - held,
        budget=budget.value if budget else None,
        budget_quote=budget.quote if budget else "",
        payer=payer.value if payer else None,
        places=frozenset(places.value) if places else frozenset(),
    )


def languages(text: str) -> frozenset[str]:
    return frozenset(name for name, words in term_patterns().languages.items() if words.search(text))


def clauses(text: str) -> Iterator[str]:
    """Verbatim; a mark inside a number ("1,000") does not divide."""
    start = 0
    for mark in CLAUSE.finditer(text):
        if text[mark.start() - 1 : mark.start()].isdigit() and text[mark.end() : mark.end() + 1].isdigit():
            continue
        if piece := text[start : mark.start()].strip(LOOSE):
            yield piece
        start = mark.end()
    if piece := text[start:].strip(LOOSE):
        yield piece


def _required(wishes: Iterable[str], needs: Iterable[FacetView]) -> Iterator[Required]:
    asked: list[tuple[int | None, str, str]] = [(None, wish, wish) for wish in wishes]
    asked += [(need.id, clause, clause) for need in needs for clause in clauses(need.text)]
    for need, text, quote in asked:
        names = tuple(dict.fromkeys(name for name, _ in certificates(text) if need is None or not PERMIT.search(name)))
        if names:
            yield Required(names, quote, bool(EITHER.search(text)), need)


def _holdings(profile: Profile) -> tuple[frozenset[str], frozenset[str]]:
    """Certificates held, and those that are not: by fact, and by the words of the offers."""
    states = [(str(fact.value["name"]), str(fact.value["state"])) for fact in profile.all("certificate")]
    states += [row for facet in profile.offers for row in certificates(facet.text)]
    held = frozenset(name for name, state in states if state == "held")
    return held, frozenset(name for name, state in states if state != "held")


def _excluded(wishes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Sectors that a condition with a "no" in it names."""
    for wish in wishes:
        if term_patterns().kinds["no"].search(wish):
            yield from ((name, wish) for name, words in term_patterns().sectors.items() if words.search(wish))


def _sector(words: Pattern[str], offers: Sequence[str]) -> Sector | None:
    spoken = [clause for text in offers for clause in clauses(text) if words.search(clause) and not _denied(clause)]
    firm = bool(offers) and all(any(words.search(c) and not _denied(c) for c in clauses(text)) for text in offers)
    return Sector(spoken[0], firm) if spoken else None


def _denied(clause: str) -> bool:
    return term_patterns().kinds["no"].search(clause) is not None


def _first(words: Pattern[str], texts: Iterable[str]) -> str | None:
    """The clause, verbatim, in which the words stand."""
    return next((clause for text in texts for clause in clauses(text) if words.search(clause)), None)
