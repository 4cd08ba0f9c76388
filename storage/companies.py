"""Companies: read as profiles; taken from a file, given out, erased by the modules named here."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import partial
from typing import Any

import sqlalchemy
from sqlmodel import Session, col, select

from storage.db import vault
from storage.erase import erase
from storage.export import export
from storage.load import CompanyRecord, FacetRecord, LoadCount, load
from storage.profile import FacetView, FactView, Profile
from storage.tables import Company, Facet, Fact

__all__ = [
    "CompanyRecord",
    "FacetRecord",
    "FacetView",
    "FactView",
    "LoadCount",
    "Profile",
    "erase",
    "export",
    "load",
    "profile",
    "profiles",
]
FACET = tuple(FacetView.__annotations__)
FACT = ("sealed_quote", *(name for name in FactView.__annotations__ if name != "open_quote"))
AT_ONCE = 1000  # ids in one statement


def profile(session: Session, company_id: str) -> Profile | None:
    return profiles(session, [company_id]).get(company_id)


def profiles(session: Session, ids: Collection[str]) -> dict[str, Profile]:
    """By id; unknown ids are left out."""
    wanted, found = list(ids), dict[str, Profile]()
    for start in range(0, len(wanted), AT_ONCE):
        found |= _profiles(session, wanted[start : start + AT_ONCE])
    return found


def _profiles(session: Session, ids: list[str]) -> dict[str, Profile]:
    facets, facts = defaultdict(list), defaultdict(list)
    for row in _standing(session, Facet, FACET, ids):
        facets[row["company_id"]].append(FacetView(**row))
    for row in _standing(session, Fact, FACT, ids):
        open_quote = partial(vault(session).open, row.pop("sealed_quote"))
        facts[row["company_id"]].append(FactView(**row, open_quote=open_quote))
    return {
        c.id: Profile(c.id, c.country, c.language, c.sector, c.status, tuple(facets[c.id]), tuple(facts[c.id]))
        for c in session.exec(select(Company).where(col(Company.id).in_(ids)))
    }


def _standing(
    session: Session, table: type[Facet] | type[Fact], columns: Iterable[str], ids: list[str]
) -> Iterable[dict[str, Any]]:
    """Columns, not rows of the table: a shortlist reads a thousand of them in a turn."""
    rows = sqlalchemy.select(*(getattr(table, name) for name in columns)).order_by(col(table.id))
    standing = rows.where(col(table.company_id).in_(ids), col(table.withdrawn).is_(None))
    return (dict(row._mapping) for row in session.execute(standing))  # noqa: SLF001 - SQLAlchemy's public name
