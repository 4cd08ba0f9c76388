"""Conversations: a message is received, a turn is written, its answers are sent."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import func
from sqlmodel import Session, col, or_, select, update

from storage import lanes
from storage.apply import Turn, apply
from storage.changes import Change
from storage.db import vault
from storage.lanes import upsert
from storage.messages import open_values, opened, out_lane, sealed
from storage.news import is_news
from storage.tables import Consent, Conversation, Event, now


@dataclass(frozen=True)
class Received:
    """An inbound message as it was stored."""

    channel: str
    user: str
    key: str
    text: str
    choice: str | None = None
    name: str | None = None
    country: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class ConsentView:
    given: bool
    wording: str
    at: datetime


@dataclass(frozen=True)
class ConversationView:
    id: str
    channel: str
    company_id: str | None
    language: str
    mode: str
    state: dict[str, Any]
    wants_human: bool
    unreachable: datetime | None
    created: datetime
    updated: datetime
    consents: dict[str, ConsentView] = field(default_factory=dict)
    """The latest choice by kind."""


@dataclass(frozen=True)
class Message:
    """A line of the transcript; `choices` are value and label."""

    id: int
    kind: str
    text: str
    choices: tuple[tuple[str, str], ...]
    at: datetime
    done: datetime | None
    """When it was handled (in) or sent (out)."""
    error: str | None


class Button(Protocol):
    @property
    def value(self) -> str: ...
    @property
    def label(self) -> str: ...


class Saying(Protocol):
    """What handlers.message.Outbound is, seen from here."""

    @property
    def text(self) -> str: ...
    @property
    def choices(self) -> Sequence[Button]: ...
    @property
    def to(self) -> str | None: ...


def receive(
    session: Session,
    channel: str,
    user: str,
    key: str,
    text: str,
    *,
    choice: str | None = None,
    name: str | None = None,
    country: str | None = None,
    language: str | None = None,
) -> int | None:
    """Store a message and return its event's id; None = this key was seen before."""
    conversation_id, at = f"{channel}:{user}", now()
    row = Conversation(id=conversation_id, channel=channel, language=language or "en", created=at, updated=at)
    known = upsert(session, Conversation).values(row.model_dump())
    # The update locks the row, so that ids follow the order of coming.
    session.exec(known.on_conflict_do_update(index_elements=["id"], set_={"updated": at, "unreachable": None}))
    lanes.reopen(session, out_lane(conversation_id))
    said = {"text": text, "choice": choice, "name": name, "country": country, "language": language}
    body = sealed(vault(session), user=user, key=key, channel=channel, **said)
    return lanes.put(session, conversation_id, "in", f"{conversation_id}:{key}", body)


def received(session: Session, event_id: int) -> Received | None:
    """Open the inbound message of an event; None = erased."""
    event = session.get_one(Event, event_id)
    said = opened(vault(session), event.body)
    return Received(**said) if said else None


def unreachable(session: Session, conversation_id: str) -> None:
    """Nothing can be sent there until they write again; what waits is kept."""
    gone = update(Conversation).where(col(Conversation.id) == conversation_id)
    session.exec(gone.values(unreachable=func.coalesce(Conversation.unreachable, now())))
    lanes.rest(session, out_lane(conversation_id))


def conversation(session: Session, conversation_id: str) -> ConversationView:
    """Read a conversation; raises LookupError for one that never wrote."""
    row = session.get(Conversation, conversation_id)
    if row is None:
        raise LookupError(f"no conversation {conversation_id}")
    consents = select(Consent).where(Consent.conversation_id == conversation_id).order_by(col(Consent.id))
    latest = {c.kind: ConsentView(c.given, c.wording, c.at) for c in session.exec(consents)}
    state = open_values(vault(session), row.sealed_state)
    return ConversationView(**row.model_dump(exclude={"sealed_state"}), state=state, consents=latest)


def end_turn(
    session: Session, event_id: int, conversation_id: str, say: Sequence[Saying], changes: Sequence[Change]
) -> bool:
    """Write all that a turn decided, once; False = the event was done already, and nothing is written."""
    if not lanes.finish(session, event_id):
        return False
    turn = Turn(session, event_id, session.get_one(Conversation, conversation_id, with_for_update=True))
    for change in changes:
        apply(turn, change)
    turn.conversation.updated = now()
    for number, saying in enumerate(say):
        body = sealed(vault(session), text=saying.text, choices=[(c.value, c.label) for c in saying.choices])
        lanes.put(session, out_lane(saying.to or conversation_id), "out", f"{event_id}:{number}", body)
    return True


def transcript(session: Session, conversation_id: str) -> list[Message]:
    """Tell what was said, in order; erased messages, and news that nobody wrote, are left out."""
    lane = or_(Event.lane_id == conversation_id, Event.lane_id == out_lane(conversation_id))
    events = session.exec(select(Event).where(lane, col(Event.kind).in_(("in", "out"))).order_by(col(Event.id)))
    return [message for event in events if (message := _message(session, event))]


def unsent(session: Session, conversation_id: str) -> list[Message]:
    """Messages that wait to be sent, in order."""
    waiting = select(Event).where(Event.lane_id == out_lane(conversation_id), col(Event.done).is_(None))
    return [m for event in session.exec(waiting.order_by(col(Event.id))) if (m := _message(session, event))]


def mark_sent(session: Session, event_ids: Collection[int]) -> int:
    """How many of them were not marked before."""
    return sum(lanes.finish(session, event_id) for event_id in event_ids)


def _message(session: Session, event: Event) -> Message | None:
    said = opened(vault(session), event.body)
    if not said or is_news(said):
        return None
    assert event.id is not None
    choices = tuple((value, label) for value, label in said.get("choices", ()))
    return Message(event.id, event.kind, said["text"], choices, event.at, event.done, event.error)
