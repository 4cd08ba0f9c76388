"""Pairs: who was shown to whom, what they said, and the state the pair is in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, or_, select

from storage.lanes import upsert
from storage.tables import Company, Introduction, Suggestion, now

OPEN = ("shown", "wanted", "asked")  # states in which a yes still counts


class OvertakenError(Exception):
    """The pair's state changed since the turn read it: the turn must be taken again."""


@dataclass(frozen=True)
class Seen:
    """What a company last said to a partner it was shown (None = nothing yet), and when it was last shown."""

    answer: str | None
    at: datetime


@dataclass(frozen=True)
class IntroductionView:
    company_a: str
    company_b: str
    state: str
    wanted_by: str | None
    at: datetime

    def other(self, company_id: str) -> str:
        return self.company_b if company_id == self.company_a else self.company_a


def answered(state: str, wanted_by: str | None, company_id: str, answer: str) -> tuple[str, str | None]:
    """State and first yes of a pair after a company's answer: a no is for ever, two yeses are mutual."""
    if answer == "not_for_me":
        return "declined", wanted_by
    if state not in OPEN or wanted_by == company_id:
        return state, wanted_by
    return ("mutual", wanted_by) if wanted_by else ("wanted", company_id)


def seen(session: Session, company_id: str) -> dict[str, Seen]:
    """By partner."""
    found = dict[str, Seen]()
    shown = select(Suggestion).where(Suggestion.company_id == company_id).order_by(col(Suggestion.id))
    for row in session.exec(shown):
        before = found.get(row.partner_id)
        found[row.partner_id] = Seen(row.answer or (before.answer if before else None), row.at)
    return found


def refused(session: Session, company_id: str) -> set[str]:
    """Partners with whom either side said no."""
    declined = select(Introduction).where(Introduction.state == "declined", _with(company_id))
    return {_view(row).other(company_id) for row in session.exec(declined)}


def exposure(session: Session) -> dict[str, int]:
    """How often each company was shown to others."""
    times = select(Suggestion.partner_id, func.count()).group_by(col(Suggestion.partner_id))
    return dict(session.exec(times).all())


def introduction(session: Session, a: str, b: str) -> IntroductionView | None:
    """Find the pair's state; the order of the two does not matter."""
    either = or_(
        (col(Introduction.company_a) == a) & (col(Introduction.company_b) == b),
        (col(Introduction.company_a) == b) & (col(Introduction.company_b) == a),
    )
    row = session.exec(select(Introduction).where(either)).first()
    return _view(row) if row else None


def mutual(session: Session, company_id: str) -> list[IntroductionView]:
    """Pairs in which both want each other, oldest first."""
    rows = select(Introduction).where(Introduction.state == "mutual", _with(company_id)).order_by(col(Introduction.id))
    return [_view(row) for row in session.exec(rows)]


def show(session: Session, company_id: str, partner_id: str, score: float) -> None:
    _pair(session, company_id, partner_id)
    session.add(Suggestion(company_id=company_id, partner_id=partner_id, score=score))


def ask(session: Session, company_id: str, partner_id: str, score: float) -> None:
    """Show to a company the partner that wants it; raises OvertakenError if that is no longer so."""
    pair = _pair(session, company_id, partner_id)
    if (pair.state, pair.wanted_by) != ("wanted", partner_id):
        raise OvertakenError(f"the pair is {pair.state}, not wanted by the other side")
    pair.state, pair.at = "asked", now()
    session.add(Suggestion(company_id=company_id, partner_id=partner_id, score=score))


def answer(session: Session, company_id: str, partner_id: str, said: str, reason: str | None) -> str:
    """Record what a company said to a suggestion and return the pair's state."""
    shown = select(Suggestion).where(Suggestion.company_id == company_id, Suggestion.partner_id == partner_id)
    suggestion = session.exec(shown.order_by(col(Suggestion.id).desc())).first()
    if suggestion is None:
        raise LookupError(f"{partner_id} was not shown to {company_id}")
    suggestion.answer, suggestion.reason, suggestion.answered = said, reason, now()
    pair = _pair(session, company_id, partner_id)
    state, wanted_by = answered(pair.state, pair.wanted_by, company_id, said)
    if (state, wanted_by) != (pair.state, pair.wanted_by):
        pair.state, pair.wanted_by, pair.at = state, wanted_by, now()
    return state


def _pair(session: Session, company_id: str, partner_id: str) -> Introduction:
    """Lock the pair's row: of two answers at the same time the second must see the first."""
    a, b = sorted((company_id, partner_id), key=lambda side: (_country(session, side) != "IN", side))
    row = {"company_a": a, "company_b": b, "state": "shown", "at": now()}
    session.exec(upsert(session, Introduction).values(row).on_conflict_do_nothing())
    pair = select(Introduction).where(Introduction.company_a == a, Introduction.company_b == b)
    return session.exec(pair.with_for_update().execution_options(populate_existing=True)).one()


def _country(session: Session, company_id: str) -> str | None:
    company = session.get(Company, company_id)
    if company is None:
        raise LookupError(f"no company {company_id}")
    return company.country


def _with(company_id: str) -> ColumnElement[bool]:
    return or_(col(Introduction.company_a) == company_id, col(Introduction.company_b) == company_id)


def _view(row: Introduction) -> IntroductionView:
    return IntroductionView(row.company_a, row.company_b, row.state, row.wanted_by, row.at)
