"""A company's whole record as JSON: the keys of companies.jsonl first, so that it can be loaded again."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlmodel import Session, SQLModel, col, or_, select

from storage.conversations import transcript
from storage.db import vault
from storage.messages import open_values
from storage.tables import Company, Consent, Contact, Conversation, Facet, Fact, Introduction, Suggestion

Json = dict[str, Any]


def export(session: Session, company_id: str) -> Json:
    """Open what is sealed; raises LookupError where there is no such company."""
    company = session.get(Company, company_id)
    if company is None:
        raise LookupError(f"no company {company_id}")
    facts = _facts(session, company_id)
    standing_facts = [fact for fact in facts if not fact["withdrawn"]]
    told = {fact["kind"]: fact["value"] for fact in standing_facts}
    facets = session.exec(select(Facet).where(Facet.company_id == company_id).order_by(col(Facet.id))).all()
    offers = [facet for facet in facets if facet.side == "offer" and not facet.withdrawn]
    needs = [facet for facet in facets if facet.side == "need" and not facet.withdrawn]
    suggestions = select(Suggestion).where(Suggestion.company_id == company_id).order_by(col(Suggestion.id))
    introductions = select(Introduction).where(
        or_(Introduction.company_a == company_id, Introduction.company_b == company_id)
    )
    return {
        "id": company.id,
        "country": company.country,
        "name": told.get("name", ""),
        "city": told.get("city", ""),
        "language": company.language,
        "sector": company.sector,
        "headcount": told.get("headcount"),
        "offers": _sources(offers),
        "needs": _sources(needs),
        "hard_constraints": [fact["value"] for fact in standing_facts if fact["kind"] == "requirement"],
        "status": company.status,
        "source": company.source,
        "created": company.created.isoformat(),
        "updated": company.updated.isoformat(),
        "facts": facts,
        "withdrawn_facets": [_row(facet, "vector") for facet in facets if facet.withdrawn],
        "contacts": _contacts(session, company_id),
        "conversations": _conversations(session, company_id),
        "suggestions": [_row(suggestion) for suggestion in session.exec(suggestions)],
        "introductions": [_row(introduction) for introduction in session.exec(introductions)],
    }


def _sources(facets: Iterable[Facet]) -> list[Json]:
    """Write offers or needs as a file does: parts of one text together."""
    records: dict[str, Json] = {}
    for facet in facets:
        record = records.setdefault(facet.ref, {"id": facet.ref, "text": facet.source, "parts": []})
        record["parts"].append(facet.text)
    return list(records.values())


def _conversations(session: Session, company_id: str) -> list[Json]:
    held = session.exec(select(Conversation).where(Conversation.company_id == company_id)).all()
    return [
        _row(conversation, "sealed_state")
        | {
            "state": open_values(vault(session), conversation.sealed_state),
            "consents": [_row(consent) for consent in _consents(session, conversation.id)],
            "messages": [_plain(asdict(message)) for message in transcript(session, conversation.id)],
        }
        for conversation in held
    ]


def _consents(session: Session, conversation_id: str) -> Sequence[Consent]:
    return session.exec(
        select(Consent).where(Consent.conversation_id == conversation_id).order_by(col(Consent.id))
    ).all()


def _facts(session: Session, company_id: str) -> list[Json]:
    facts = session.exec(select(Fact).where(Fact.company_id == company_id).order_by(col(Fact.id)))
    return [_row(fact, "sealed_quote") | {"quote": vault(session).open(fact.sealed_quote)} for fact in facts]


def _contacts(session: Session, company_id: str) -> list[Json]:
    contacts = session.exec(select(Contact).where(Contact.company_id == company_id))
    return [
        {"conversation_id": c.conversation_id, "name": c.sealed_name and vault(session).open(c.sealed_name)}
        for c in contacts
    ]


def _row(row: SQLModel, *left_out: str) -> Json:
    return _plain(row.model_dump(exclude=set(left_out)))


def _plain(values: Json) -> Json:
    """Write times as ISO texts."""
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}
