"""Posts of the WeChat platform: answered once, repeated word for word, and never while the answer is being pushed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, delete, select, update

from storage import conversations
from storage.conversations import Message
from storage.db import vault
from storage.lanes import release, upsert
from storage.messages import out_lane
from storage.news import NEWS
from storage.tables import EPOCH, Conversation, Event, Lane, now
from storage.wechat_tables import WechatPost, WechatUser

PASSIVE = "passive:"  # owners of out lanes that are requests, waiting to carry the answer themselves
STALE = timedelta(hours=48)
EXPIRED = "expired"


@dataclass(frozen=True)
class Post:
    """Where a posted message stands."""

    delivery: int
    reply: str | None
    """What it was answered."""


@dataclass(frozen=True)
class Waiting:
    """What waits to be read by somebody, how far the first of it was read, and how many pages they had of it."""

    messages: tuple[Message, ...]
    offset: int
    page: int


def posted(session: Session, key: str, conversation: str, media: str | None = None) -> Post:
    """Count a delivery; the same key is the same post, in every process."""
    sealed = vault(session).seal(media) if media else None
    row = {"key": key, "conversation_id": conversation, "deliveries": 1, "sealed_media": sealed, "at": now()}
    again = {"deliveries": WechatPost.deliveries + 1}
    known = upsert(session, WechatPost).values(row).on_conflict_do_update(index_elements=["key"], set_=again)
    count, reply = session.exec(known.returning(col(WechatPost.deliveries), col(WechatPost.sealed_reply))).one()
    return Post(count, None if reply is None else vault(session).open(reply))


def event_of(session: Session, conversation: str, key: str) -> int | None:
    """The message that was stored of a post."""
    return session.exec(select(Event.id).where(Event.kind == "in", Event.key == f"{conversation}:{key}")).first()


def reply_of(session: Session, key: str) -> str | None:
    """What it was answered; the row is held, so that nobody answers it at the same time."""
    sealed = session.exec(select(WechatPost.sealed_reply).where(WechatPost.key == key).with_for_update()).one()
    return None if sealed is None else vault(session).open(sealed)


def keep_reply(session: Session, key: str, reply: str) -> None:
    kept = update(WechatPost).where(col(WechatPost.key) == key)
    session.exec(kept.values(sealed_reply=vault(session).seal(reply)))


def hold(session: Session, conversation: str, key: str, seconds: float) -> bool:
    """Keep workers from pushing for a while; False = one is pushing just now."""
    lane = out_lane(conversation)
    session.exec(upsert(session, Lane).values(id=lane, until=EPOCH).on_conflict_do_nothing())
    until = now() + timedelta(seconds=seconds)
    mine = update(Lane).where(col(Lane.id) == lane, _not_pushed())
    return session.exec(mine.values(owner=f"{PASSIVE}{key}", until=until)).rowcount == 1


def may_answer(session: Session, conversation: str) -> bool:
    """Whether no worker is pushing; the lane is held until the commit."""
    lane = select(Lane.id).where(Lane.id == out_lane(conversation), _not_pushed()).with_for_update()
    return session.exec(lane).first() is not None


def let_go(session: Session, conversation: str, key: str, pause: float = 0.0) -> None:
    """Leave the rest to the workers, unless a later post holds the lane by now."""
    release(session, out_lane(conversation), f"{PASSIVE}{key}", timedelta(seconds=pause) if pause else None)


def waiting(session: Session, conversation: str) -> Waiting:
    messages = tuple(conversations.unsent(session, conversation))
    user = session.get(WechatUser, conversation, populate_existing=True)
    if user is None or not messages or user.reading != messages[0].id:
        return Waiting(messages, 0, 0)
    return Waiting(messages, user.offset, user.page)


def read_on(session: Session, conversation: str, *, page: int, reading: int | None, offset: int) -> None:
    """Remember how far the first waiting message was sent."""
    values = {"page": page, "reading": reading, "offset": offset}
    row = {"conversation_id": conversation, "pushes": 0, "until": EPOCH, "typed": EPOCH, **values}
    user = upsert(session, WechatUser).values(row)
    session.exec(user.on_conflict_do_update(index_elements=["conversation_id"], set_=values))


def unanswered(session: Session, conversation: str) -> int | None:
    """The last message of theirs that no turn has answered yet."""
    undone = select(Event.id).where(Event.lane_id == conversation, Event.kind == "in", col(Event.done).is_(None))
    return session.exec(undone.order_by(col(Event.id).desc()).limit(1)).first()


def still_undone(session: Session, events: Collection[int]) -> set[int]:
    undone = select(Event.id).where(col(Event.id).in_(events), col(Event.done).is_(None))
    return {event for event in session.exec(undone) if event is not None}


def depth(session: Session) -> int:
    """How many messages wait for WeChat users, in all."""
    waits = col(Event.lane_id).startswith(out_lane("wechat:"), autoescape=True)
    undone = (waits, Event.kind == "out", col(Event.done).is_(None))
    return session.exec(select(func.count()).select_from(Event).where(*undone)).one()


def prune(session: Session, keep: timedelta = timedelta(days=8)) -> int:
    """Forget old posts; the platform repeats none after a minute."""
    return session.exec(delete(WechatPost).where(col(WechatPost.at) < now() - keep)).rowcount


def expire(session: Session) -> int:
    """Answers that nobody fetched in two days are let go; news of partners are kept until they are read."""
    waits = col(Event.lane_id).startswith(out_lane("wechat:"), autoescape=True)
    old = select(Event).where(waits, Event.kind == "out", col(Event.done).is_(None), Event.at < now() - STALE)
    gone = 0
    for event in session.exec(old).all():
        cause = session.get(Event, int(number)) if (number := event.key.partition(":")[0]).isdecimal() else None
        if cause is None or f":{NEWS}:" not in cause.key:
            event.done, event.error = now(), EXPIRED
            gone += 1
    return gone


def language(session: Session, conversation: str) -> str:
    """What is spoken with somebody; Chinese before they said a word."""
    return session.exec(select(Conversation.language).where(Conversation.id == conversation)).first() or "zh"


def _not_pushed() -> ColumnElement[bool]:
    lane_owner = col(Lane.owner)
    return or_(lane_owner.is_(None), lane_owner.startswith(PASSIVE), col(Lane.until) <= now())
