"""Index events: what Chroma must follow, written in the transaction that changed the facets.

A "put" names the facet alone, its row is read when it is worked on; a "drop" carries the space: the row may be gone.
"""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from storage.lanes import put_all
from storage.tables import Company, Facet

LANE = KIND = "index"


def home(company: Company) -> str | None:
    """Name the country under which the company's facets are found; None = it is not to be found."""
    return company.country if company.status == "live" else None


def put_facets(session: Session, country: str | None, facets: Iterable[Facet]) -> None:
    """Call after a flush: the facets need their ids."""
    if country:
        put_all(session, LANE, KIND, [{"facet": facet.id, "op": "put"} for facet in facets])


def drop_facets(session: Session, country: str | None, facets: Iterable[Facet]) -> None:
    if country:
        space = {"op": "drop", "country": country}
        put_all(session, LANE, KIND, [{"facet": facet.id, "side": facet.side, **space} for facet in facets])


def move(session: Session, company: Company, before: str | None) -> None:
    """Follow a company that went live, was paused, or changed its country."""
    session.flush()
    if home(company) != before:
        facets = standing(session, company.id)
        drop_facets(session, before, facets)
        put_facets(session, home(company), facets)


def standing(session: Session, company_id: str) -> list[Facet]:
    facets = select(Facet).where(Facet.company_id == company_id, col(Facet.withdrawn).is_(None))
    return list(session.exec(facets.order_by(col(Facet.id))))
