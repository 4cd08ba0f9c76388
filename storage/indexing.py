"""Index events: what Chroma must follow, written in the transaction that changed the facets.

A "put" names the facet alone, its row is read when it is worked on; a "drop" carries the space: the row may be gone.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select, update

from storage.lanes import prune, put_all
from storage.tables import Company, Event, Facet, now

LANE = KIND = "index"
REBUILD = "rebuild"
KEPT = timedelta(days=1)  # of what is followed: no running process lags longer, a new one loads everything


class IndexChange(NamedTuple):
    """What an index must follow; `body` as it was written below."""

    id: int
    body: dict[str, Any]


def last_change(session: Session) -> int:
    """Read the id up to which an index that is filled from now on has followed."""
    return session.exec(select(func.max(Event.id)).where(Event.kind == KIND)).one() or 0


def changes_since(session: Session, event_id: int, limit: int) -> list[IndexChange]:
    """Read what came after, in order; every process follows on its own."""
    later = select(Event.id, Event.body).where(Event.kind == KIND, col(Event.id) > event_id)
    return [IndexChange(*row) for row in session.exec(later.order_by(col(Event.id)).limit(limit))]


def mark_followed(session: Session, event_id: int) -> None:
    """Mark all changes up to this one done, and let go of old ones; several processes may say so."""
    waiting = update(Event).where(col(Event.kind) == KIND, col(Event.id) <= event_id, col(Event.done).is_(None))
    session.exec(waiting.values(done=now()))
    prune(session, LANE, KEPT)


def ask_rebuild(session: Session) -> None:
    """Let the process that holds the index build it anew."""
    put_all(session, LANE, KIND, [{"op": REBUILD}])


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
