"""The vectors beside the facets: SQL is their truth, the index a copy that can always be rebuilt."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import sqlalchemy
from sqlalchemy import bindparam
from sqlmodel import Session, col

from storage.profile import FacetView
from storage.tables import Company, Facet

AT_ONCE = 1000  # rows fetched together


class LiveFacet(NamedTuple):
    """A facet that is to be found, with its vector (float16 bytes, unit length)."""

    id: int
    company_id: str
    country: str
    side: str
    ref: str
    vector: bytes


def unembedded(session: Session, fingerprint: str, limit: int) -> list[FacetView]:
    """Standing facets, of whatever company, that have no vector of this fingerprint yet.

    Asked after every turn: three ranges of the index, where "is not" would look at every row.
    """
    stored = col(Facet.fingerprint)
    others = (stored.is_(None), stored < fingerprint, stored > fingerprint)
    standing = sqlalchemy.select(*(getattr(Facet, name) for name in FacetView.__annotations__))
    standing = standing.where(col(Facet.withdrawn).is_(None))
    todo = sqlalchemy.union_all(*(standing.where(other) for other in others))
    return [FacetView(*row) for row in session.execute(todo.limit(limit))]


def save_vectors(session: Session, fingerprint: str, vectors: Mapping[int, bytes]) -> None:
    """Keep the vectors; a facet that was erased meanwhile is passed over."""
    table = Facet.metadata.tables["facet"]
    chosen = sqlalchemy.update(table).where(table.c.id == bindparam("facet"))
    rows = [{"facet": facet, "fingerprint": fingerprint, "vector": vector} for facet, vector in vectors.items()]
    if rows:
        session.connection().execute(chosen, rows)


def live_facets(session: Session, fingerprint: str, only: Collection[int] | None = None) -> Iterator[LiveFacet]:
    """Facets to be found, not withdrawn and of a live company, in the order of their ids; `only` limits them to some.

    Streams: use it up inside the transaction, best one that only reads.
    """
    facet = (getattr(Facet, name) for name in ("side", "ref", "vector"))
    live = (
        sqlalchemy.select(col(Facet.id), col(Facet.company_id), col(Company.country), *facet)
        .join(Company, col(Company.id) == Facet.company_id)
        .order_by(col(Facet.id))
    )
    live = live.where(col(Facet.withdrawn).is_(None), col(Company.status) == "live", col(Company.country).is_not(None))
    live = live.where(col(Facet.fingerprint) == fingerprint)
    if only is not None:
        live = live.where(col(Facet.id).in_(only))
    return (LiveFacet(*row) for row in session.execute(live.execution_options(yield_per=AT_ONCE)))
