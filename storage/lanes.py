"""Durable lanes: events in SQL, worked on in order within a lane, by one owner at a time, once in effect.

`finish` is the exactly-once fence: it marks the event done if nobody has yet, in the transaction of the effects.
The lease only saves work: an owner who lost it can waste its thinking, but never write twice or out of order.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import ColumnElement, false, func, insert, or_
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col, delete, select, update

from storage.tables import EPOCH, NEVER, Event, Lane, now

TRIES = 12
LONGEST_PAUSE = 300.0


@dataclass(frozen=True)
class Work:
    """An event to work on."""

    id: int
    lane: str
    kind: str
    key: str
    body: dict[str, Any]
    attempts: int


def upsert(session: Session, table: type[SQLModel]) -> sqlite.Insert | postgresql.Insert:
    """Begin an insert of the session's engine, which can say what happens on a conflict."""
    return sqlite.insert(table) if session.get_bind().dialect.name == "sqlite" else postgresql.insert(table)


def put(
    session: Session, lane: str, kind: str, key: str, body: dict[str, Any], *, due: datetime | None = None
) -> int | None:
    """Append an event and return its id; a repeated (kind, key) changes nothing and returns None."""
    _open_lane(session, lane)
    row = _row(lane, kind, key, body, due)
    added = upsert(session, Event).values(row).on_conflict_do_nothing().returning(col(Event.id))
    return cast("int | None", session.exec(added).scalar())


def put_all(session: Session, lane: str, kind: str, bodies: Iterable[dict[str, Any]]) -> None:
    """Append events that no outside retries, hence without a key of their own; one writer a lane at a time.

    Ids so become visible in their order: who has read up to one has missed none before it.
    """
    if rows := [_row(lane, kind, uuid4().hex, body, None) for body in bodies]:
        _open_lane(session, lane)
        session.exec(update(Lane).where(col(Lane.id) == lane).values(id=lane))  # holds the row until the commit
        session.exec(insert(Event), params=rows)


def claim(
    session: Session,
    owner: str,
    room: int,
    lease: timedelta,
    kinds: Collection[str],
    *,
    only: Collection[str] | None = None,
) -> list[str]:
    """Lease up to `room` free lanes that have an event of these kinds due; another owner's pick is skipped.

    `only` names the lanes that this owner can serve; a name that ends in ":" stands for all that begin so.
    """
    due = select(Event.lane_id).where(col(Event.kind).in_(kinds), col(Event.done).is_(None), Event.due <= now())
    free = select(Lane).where(Lane.until <= now(), col(Lane.id).in_(due)).limit(room)
    if only is not None:
        free = free.where(or_(false(), *map(_named, only)))
    lanes = session.exec(free.with_for_update(skip_locked=True)).all()
    for lane in lanes:
        lane.owner, lane.until = owner, now() + lease
    return [lane.id for lane in lanes]


def next_events(session: Session, lane: str, owner: str, limit: int) -> list[Work]:
    """Take the lane's next events in order, for work that is done in batches; [] = the lane is given back."""
    todo = select(Event).where(Event.lane_id == lane, col(Event.done).is_(None), Event.due <= now())
    events = session.exec(todo.order_by(col(Event.id)).limit(limit)).all()
    if not events:
        release(session, lane, owner)
    return [_work(event) for event in events]


def finish(session: Session, event_id: int) -> bool:
    """Mark done; False = somebody already did, and the caller must write nothing."""
    first = update(Event).where(col(Event.id) == event_id, col(Event.done).is_(None))
    return session.exec(first.values(done=now(), error=None)).rowcount == 1


def fail(
    session: Session, work: Work, owner: str, error: str, *, wait: timedelta | None = None, tries: int = TRIES
) -> bool:
    """Pause the lane, longer each time; after `tries` the event is a dead letter, and True is returned.

    `wait` is a pause that the platform told: it is kept and not counted as a try.
    """
    attempts = work.attempts + (wait is None)
    dead = attempts >= tries
    undone = update(Event).where(col(Event.id) == work.id, col(Event.done).is_(None))
    session.exec(undone.values(attempts=attempts, error=error, done=now() if dead else None))
    if not dead:
        release(session, work.lane, owner, wait or timedelta(seconds=min(0.05 * 2**attempts, LONGEST_PAUSE)))
    return dead


def renew(session: Session, owner: str, lanes: Collection[str], lease: timedelta) -> None:
    """Lengthen the lease of the lanes that are really being worked on."""
    mine = update(Lane).where(col(Lane.owner) == owner, col(Lane.id).in_(lanes))
    session.exec(mine.values(until=now() + lease))


def release(session: Session, lane: str, owner: str, pause: timedelta | None = None) -> None:
    """Give a lane back, perhaps not to be worked on until a pause is over."""
    mine = update(Lane).where(col(Lane.id) == lane, col(Lane.owner) == owner)
    session.exec(mine.values(owner=None, until=now() + pause if pause else EPOCH))


def rest(session: Session, lane: str, owner: str | None = None) -> None:
    """Give a lane back, not to be worked on until it is reopened; with an owner only if it is still theirs."""
    resting = update(Lane).where(col(Lane.id) == lane).values(owner=None, until=NEVER)
    session.exec(resting if owner is None else resting.where(col(Lane.owner) == owner))


def reopen(session: Session, lane: str) -> None:
    """What rested is due again."""
    session.exec(update(Lane).where(col(Lane.id) == lane, col(Lane.until) == NEVER).values(until=EPOCH))


def forget(session: Session, owner: str) -> None:
    """At start: free what this owner held when it died."""
    session.exec(update(Lane).where(col(Lane.owner) == owner).values(owner=None, until=EPOCH))


def prune(session: Session, lane: str, keep: timedelta, at_once: int = 500) -> int:
    """Delete the oldest of a lane that were done longer ago than that, and tell how many; ids never come back."""
    oldest = select(Event.id).where(Event.lane_id == lane).order_by(col(Event.id)).limit(at_once)
    old = delete(Event).where(col(Event.id).in_(oldest), col(Event.done) < now() - keep, col(Event.error).is_(None))
    return session.exec(old).rowcount


def dead_letters(session: Session) -> list[Work]:
    """Events that were given up, for staff to see; their last error stands in the row."""
    return [_work(event) for event in session.exec(select(Event).where(*_dead()).order_by(col(Event.id)))]


def dead_count(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Event).where(*_dead())).one()


def backlog(session: Session, kind: str) -> int:
    """How many events of a kind wait, due or not."""
    waiting = select(func.count()).select_from(Event).where(Event.kind == kind, col(Event.done).is_(None))
    return session.exec(waiting).one()


def _dead() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(Event.done).is_not(None), col(Event.error).is_not(None)


def _named(name: str) -> ColumnElement[bool]:
    lane = col(Lane.id)
    return lane.startswith(name, autoescape=True) if name.endswith(":") else lane == name


def _row(lane: str, kind: str, key: str, body: dict[str, Any], due: datetime | None) -> dict[str, Any]:
    at = now()
    return {"lane_id": lane, "kind": kind, "key": key, "body": body, "due": due or at, "at": at, "attempts": 0}


def _work(event: Event) -> Work:
    assert event.id is not None
    return Work(event.id, event.lane_id, event.kind, event.key, event.body, event.attempts)


def _open_lane(session: Session, lane: str) -> None:
    session.exec(upsert(session, Lane).values(id=lane, until=EPOCH).on_conflict_do_nothing())
