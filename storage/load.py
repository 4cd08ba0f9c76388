"""Companies from a file: what differs is written, what is the same is not touched."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from storage.db import vault
from storage.indexing import drop_facets, home, put_facets
from storage.tables import Company, Facet, Fact, now

AT_ONCE = 500  # companies whose rows are read together


@dataclass(frozen=True)
class FacetRecord:
    """An offer or a need of the file; `parts` are its capabilities where it holds several or is wordy."""

    id: str
    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class CompanyRecord:
    """One line of companies.jsonl."""

    id: str
    country: str
    name: str
    city: str = ""
    language: str = "en"
    sector: str = ""
    headcount: int | None = None
    offers: tuple[FacetRecord, ...] = ()
    needs: tuple[FacetRecord, ...] = ()
    hard_constraints: tuple[str, ...] = ()

    def facts(self) -> Iterator[tuple[str, Any]]:
        """Kind and value of what is told about the company itself."""
        for kind, value in (("name", self.name), ("city", self.city), ("headcount", self.headcount)):
            if value not in ("", None):
                yield kind, value
        yield from (("requirement", text) for text in dict.fromkeys(self.hard_constraints))

    def facets(self) -> Iterator["FacetKey"]:
        for side, records in (("offer", self.offers), ("need", self.needs)):
            for record in records:
                for part, text in enumerate(record.parts or (record.text,)):
                    yield FacetKey(side, record.id, part, text, record.text, self.language)


class FacetKey(NamedTuple):
    """Everything that makes a facet the same as another."""

    side: str
    ref: str
    part: int
    text: str
    source: str
    language: str


class LoadCount(NamedTuple):
    new: int = 0
    changed: int = 0
    same: int = 0


@dataclass
class _Shelf:
    """What is stored of a batch of companies, as far as a file may change it: never what was said in a conversation."""

    session: Session
    companies: dict[str, Company]
    facets: dict[str, dict[FacetKey, Facet]] = field(default_factory=lambda: defaultdict(dict))
    facts: dict[str, dict[tuple[str, Any], Fact]] = field(default_factory=lambda: defaultdict(dict))
    dropped: dict[str | None, list[Facet]] = field(default_factory=lambda: defaultdict(list))
    found: dict[str | None, list[Facet]] = field(default_factory=lambda: defaultdict(list))
    """By country: facets that leave the index, and that enter it."""


def load(session: Session, records: Iterable[CompanyRecord]) -> LoadCount:
    """Write what differs; the records are trusted to be valid, each id standing once."""
    rest, counts = iter(records), dict.fromkeys(LoadCount._fields, 0)
    while batch := list(islice(rest, AT_ONCE)):
        shelf = _shelf(session, [record.id for record in batch])
        for record in batch:
            counts[_merge(shelf, record)] += 1
        session.flush()
        for country, facets in shelf.dropped.items():
            drop_facets(session, country, facets)
        for country, facets in shelf.found.items():
            put_facets(session, country, facets)
    return LoadCount(**counts)


def _shelf(session: Session, ids: list[str]) -> _Shelf:
    companies = session.exec(select(Company).where(col(Company.id).in_(ids)))
    shelf = _Shelf(session, {company.id: company for company in companies})
    facets = select(Facet).where(col(Facet.company_id).in_(ids), col(Facet.withdrawn).is_(None))
    for facet in session.exec(facets.where(col(Facet.event_id).is_(None))):
        key = FacetKey(facet.side, facet.ref, facet.part, facet.text, facet.source, facet.language)
        shelf.facets[facet.company_id][key] = facet
    facts = select(Fact).where(col(Fact.company_id).in_(ids), col(Fact.withdrawn).is_(None), Fact.by == "file")
    for fact in session.exec(facts):
        shelf.facts[fact.company_id][fact.kind, fact.value] = fact
    return shelf


def _merge(shelf: _Shelf, record: CompanyRecord) -> str:
    company = shelf.companies.get(record.id)
    fresh = company is None
    company = company or Company(id=record.id, status="live", source="file")
    before = None if fresh else home(company)
    changed = _merge_company(company, record)
    shelf.session.add(company)
    changed |= _merge_facts(shelf, record)
    changed |= _merge_facets(shelf, record, before, home(company))
    if changed:
        company.updated = now()
    return "new" if fresh else "changed" if changed else "same"


def _merge_company(company: Company, record: CompanyRecord) -> bool:
    differs = [name for name in ("country", "language", "sector") if getattr(company, name) != getattr(record, name)]
    for name in differs:
        setattr(company, name, getattr(record, name))
    return bool(differs)


def _merge_facts(shelf: _Shelf, record: CompanyRecord) -> bool:
    stored, told = shelf.facts[record.id], dict.fromkeys(record.facts())
    gone = [fact for key, fact in stored.items() if key not in told]
    added = [key for key in told if key not in stored]
    for fact in gone:
        fact.withdrawn = now()
    for kind, value in added:
        quote = vault(shelf.session).seal(str(value))
        shelf.session.add(Fact(company_id=record.id, kind=kind, value=value, sealed_quote=quote, by="file"))
    return bool(added or gone)


def _merge_facets(shelf: _Shelf, record: CompanyRecord, before: str | None, after: str | None) -> bool:
    stored, told = shelf.facets[record.id], dict.fromkeys(record.facets())
    kept = [facet for key, facet in stored.items() if key in told]
    gone = [facet for key, facet in stored.items() if key not in told]
    added = [Facet(company_id=record.id, **key._asdict()) for key in told if key not in stored]
    for facet in gone:
        facet.withdrawn = now()
    shelf.session.add_all(added)
    moved = kept if before != after else []
    shelf.dropped[before] += gone + moved
    shelf.found[after] += moved + added
    return bool(added or gone)
