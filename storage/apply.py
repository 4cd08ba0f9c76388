"""Writes the changes that a turn decided, one small function each."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

from sqlmodel import Session, col, select

from storage import changes, pairs
from storage.db import vault
from storage.erase import erase
from storage.indexing import drop_facets, home, move, put_facets
from storage.messages import open_values, opened, seal_values
from storage.news import put_news
from storage.tables import Company, Consent, Contact, Conversation, Event, Facet, Fact, now

Owned = TypeVar("Owned", Facet, Fact)


@dataclass(frozen=True)
class Turn:
    """What every change is written for."""

    session: Session
    event_id: int
    conversation: Conversation

    @property
    def company(self) -> Company:
        found = self.session.get(Company, self.conversation.company_id) if self.conversation.company_id else None
        if found is None:
            raise LookupError(f"{self.conversation.id} has no company yet")
        return found

    def own(self, table: type[Owned], row_id: int) -> Owned:
        """Find a row of the company; anybody else's is not to be touched."""
        row = self.session.get(table, row_id)
        if row is None or row.company_id != self.company.id:
            raise LookupError(f"{self.company.id} has no {table.__name__.lower()} {row_id}")
        return row


def apply(turn: Turn, change: changes.Change) -> None:
    WRITE[type(change)](turn, change)
    if turn.conversation.company_id:
        turn.company.updated = now()
    turn.session.flush()


def open_company(turn: Turn, change: changes.OpenCompany) -> None:
    if turn.conversation.company_id:
        return
    turn.session.add(Company(id=change.id, country=change.country, language=change.language))
    turn.session.flush()
    turn.conversation.company_id = change.id
    event = turn.session.get(Event, turn.event_id)
    name = opened(vault(turn.session), event.body).get("name") if event else None
    sealed_name = vault(turn.session).seal(name) if name else None
    turn.session.add(Contact(company_id=change.id, conversation_id=turn.conversation.id, sealed_name=sealed_name))


def add_facet(turn: Turn, change: changes.AddFacet) -> None:
    company = turn.company
    taken = set(turn.session.exec(select(Facet.ref).where(Facet.company_id == company.id)))
    letter = {"offer": "O", "need": "N"}[change.side]
    facet = Facet(
        company_id=company.id,
        ref=next(ref for n in count(1) if (ref := f"{company.id}-{letter}{n}") not in taken),
        side=change.side,
        text=change.text,
        source=change.source,
        language=turn.conversation.language,
        event_id=turn.event_id,
    )
    turn.session.add(facet)
    turn.session.flush()
    put_facets(turn.session, home(company), [facet])


def withdraw_facet(turn: Turn, change: changes.WithdrawFacet) -> None:
    facet = turn.own(Facet, change.id)
    if facet.withdrawn is None:
        facet.withdrawn = now()
        drop_facets(turn.session, home(turn.company), [facet])


def set_fact(turn: Turn, change: changes.SetFact) -> None:
    fact = Fact(
        company_id=turn.company.id,
        kind=change.kind,
        value=change.value,
        sealed_quote=vault(turn.session).seal(change.quote),
        event_id=turn.event_id,
        by=change.by,
    )
    turn.session.add(fact)
    turn.session.flush()
    for replaced in (turn.own(Fact, row_id) for row_id in change.replaces):
        replaced.withdrawn, replaced.replaced_by = now(), fact.id
    _settle_country(turn)


def withdraw_fact(turn: Turn, change: changes.WithdrawFact) -> None:
    fact = turn.own(Fact, change.id)
    fact.withdrawn = fact.withdrawn or now()
    _settle_country(turn)


def restore_rows(turn: Turn, change: changes.RestoreRows) -> None:
    for fact in (turn.own(Fact, row_id) for row_id in change.facts):
        if fact.replaced_by:
            turn.own(Fact, fact.replaced_by).withdrawn = now()
        fact.withdrawn = fact.replaced_by = None
    for facet in (turn.own(Facet, row_id) for row_id in change.facets):
        if facet.withdrawn:
            facet.withdrawn = None
            put_facets(turn.session, home(turn.company), [facet])
    _settle_country(turn)


def give_consent(turn: Turn, change: changes.GiveConsent) -> None:
    consent = Consent(
        conversation_id=turn.conversation.id, kind=change.kind, given=change.given, wording=change.wording
    )
    turn.session.add(consent)


def set_status(turn: Turn, change: changes.SetStatus) -> None:
    company, before = turn.company, home(turn.company)
    company.status = change.status
    move(turn.session, company, before)


def set_conversation(turn: Turn, change: changes.SetConversation) -> None:
    conversation = turn.conversation
    conversation.language = change.language or conversation.language
    conversation.mode = change.mode or conversation.mode
    if change.wants_human is not None:
        conversation.wants_human = change.wants_human
    box = vault(turn.session)
    merged = open_values(box, conversation.sealed_state) | change.state
    kept = {key: value for key, value in merged.items() if value is not None}
    conversation.sealed_state = seal_values(box, kept)


def show_partner(turn: Turn, change: changes.ShowPartner) -> None:
    pairs.show(turn.session, turn.company.id, change.partner_id, change.score)


def ask_partner(turn: Turn, change: changes.AskPartner) -> None:
    pairs.ask(turn.session, turn.company.id, change.partner_id, change.score)


def tell_partner(turn: Turn, change: changes.TellPartner) -> None:
    told = select(Conversation).where(Conversation.company_id == change.partner_id).order_by(Conversation.id)
    for conversation in turn.session.exec(told):
        put_news(turn.session, conversation, change.news, turn.company.id)


def answer_partner(turn: Turn, change: changes.AnswerPartner) -> None:
    state = pairs.answer(turn.session, turn.company.id, change.partner_id, change.answer, change.reason)
    if change.expects not in (None, state):
        raise pairs.OvertakenError(f"the pair is {state}, not {change.expects}")


def erase_company(turn: Turn, _change: changes.EraseCompany) -> None:
    erase(turn.session, turn.company.id)


def _settle_country(turn: Turn) -> None:
    """Put the company where its newest standing statement says; without one it stays where it is."""
    company, before = turn.company, home(turn.company)
    turn.session.flush()
    told = select(Fact).where(Fact.company_id == company.id, Fact.kind == "country", col(Fact.withdrawn).is_(None))
    newest = turn.session.exec(told.order_by(col(Fact.id).desc())).first()
    if newest:
        company.country = newest.value
        move(turn.session, company, before)


WRITE: dict[type, Callable[[Turn, Any], None]] = {
    changes.OpenCompany: open_company,
    changes.AddFacet: add_facet,
    changes.WithdrawFacet: withdraw_facet,
    changes.SetFact: set_fact,
    changes.WithdrawFact: withdraw_fact,
    changes.RestoreRows: restore_rows,
    changes.GiveConsent: give_consent,
    changes.SetStatus: set_status,
    changes.SetConversation: set_conversation,
    changes.ShowPartner: show_partner,
    changes.AskPartner: ask_partner,
    changes.TellPartner: tell_partner,
    changes.AnswerPartner: answer_partner,
    changes.EraseCompany: erase_company,
}
