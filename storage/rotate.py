"""Seal everything anew with the newest key, so that an old one can be dropped from the settings."""

from sqlmodel import Session, col, select

from storage.db import vault
from storage.messages import resealed
from storage.tables import Contact, Event, Fact


def rotate(session: Session) -> int:
    """How many rows were sealed anew."""
    box, rows = vault(session), 0
    for contact in session.exec(select(Contact).where(col(Contact.sealed_name).is_not(None))):
        contact.sealed_name = box.reseal(contact.sealed_name or "")
        rows += 1
    for fact in session.exec(select(Fact).execution_options(yield_per=1000)):
        fact.sealed_quote = box.reseal(fact.sealed_quote)
        rows += 1
    messages = select(Event).where(col(Event.kind).in_(("in", "out")))
    for event in session.exec(messages.execution_options(yield_per=1000)):
        if "sealed" in event.body:
            event.body = resealed(box, event.body)
            rows += 1
    return rows
