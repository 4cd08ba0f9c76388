"""What WeChat allows: pushes per user and window, and what the processes of an account share, its token above all."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, or_, select, update

from storage.db import vault
from storage.lanes import upsert
from storage.tables import EPOCH, now
from storage.wechat_tables import WechatAccount, WechatUser


@dataclass(frozen=True)
class Window:
    """How many messages may still be pushed, and until when."""

    pushes: int
    until: datetime


@dataclass(frozen=True)
class Account:
    can_push: bool
    probe_due: bool
    stopped: float
    """Seconds until pushes are allowed again; 0 = they are."""


def grant(session: Session, conversation: str, pushes: int, lasts: timedelta) -> None:
    """Open a window; a weaker one never shrinks a stronger that is open."""
    until = now() + lasts
    row = {"conversation_id": conversation, "pushes": pushes, "until": until, "typed": EPOCH, "page": 0, "offset": 0}
    stronger = or_(col(WechatUser.pushes) <= 0, col(WechatUser.until) <= until)
    opened = upsert(session, WechatUser).values(row)
    values = {"pushes": pushes, "until": until}
    session.exec(opened.on_conflict_do_update(index_elements=["conversation_id"], set_=values, where=stronger))


def spend(session: Session, conversation: str, reserve: int) -> bool:
    """Take one push from the window, before it is sent; False = it is closed, or only the reserve is left."""
    user = update(WechatUser).where(col(WechatUser.conversation_id) == conversation, col(WechatUser.until) > now())
    return session.exec(user.where(col(WechatUser.pushes) > reserve).values(pushes=WechatUser.pushes - 1)).rowcount == 1


def close_window(session: Session, conversation: str) -> None:
    session.exec(update(WechatUser).where(col(WechatUser.conversation_id) == conversation).values(pushes=0))


def window(session: Session, conversation: str) -> Window:
    """What the desk shows."""
    user = session.get(WechatUser, conversation, populate_existing=True)
    return Window(user.pushes, user.until) if user and user.until > now() else Window(0, EPOCH)


def may_type(session: Session, conversation: str, every: float) -> bool:
    """Whether "is typing" may be shown now; who is told yes shows it."""
    user = update(WechatUser).where(col(WechatUser.conversation_id) == conversation)
    due = col(WechatUser.typed) <= now() - timedelta(seconds=every)
    return session.exec(user.where(due).values(typed=now())).rowcount == 1


def unconfirmed(session: Session, conversation: str, event: int | None) -> None:
    """Remember a message that may have been pushed: nobody knows."""
    session.exec(update(WechatUser).where(col(WechatUser.conversation_id) == conversation).values(unconfirmed=event))


def account(session: Session, app_id: str) -> Account:
    row = session.get(WechatAccount, app_id, populate_existing=True)
    if row is None:
        return Account(can_push=False, probe_due=True, stopped=0.0)
    return Account(row.can_push, row.probe <= now(), max(0.0, (row.stopped - now()).total_seconds()))


def can_push(session: Session, app_id: str, *, can: bool, again: float) -> None:
    """Note what the platform allows, and when to look again."""
    _note(session, app_id, can_push=can, probe=now() + timedelta(seconds=again))


def take_probe(session: Session, app_id: str, again: float) -> bool:
    """Whether to look now what the account may do; who is told yes looks."""
    _open(session, app_id)
    due = update(WechatAccount).where(col(WechatAccount.app_id) == app_id, col(WechatAccount.probe) <= now())
    return session.exec(due.values(probe=now() + timedelta(seconds=again))).rowcount == 1


def stop_until(session: Session, app_id: str, until: datetime) -> None:
    _note(session, app_id, stopped=until)


def token(session: Session, app_id: str) -> str | None:
    """The token that is in force; None = there is none, or it ends within a minute."""
    row = session.get(WechatAccount, app_id, populate_existing=True)
    if row is None or not row.sealed_token or row.expires <= now() + timedelta(minutes=1):
        return None
    return vault(session).open(row.sealed_token)


def fetch_token(session: Session, app_id: str, lease: float) -> bool:
    """Whether to fetch a token; the others wait for the one who is told yes."""
    _open(session, app_id)
    free = update(WechatAccount).where(col(WechatAccount.app_id) == app_id, col(WechatAccount.fetching) <= now())
    return session.exec(free.values(fetching=now() + timedelta(seconds=lease))).rowcount == 1


def keep_token(session: Session, app_id: str, fetched: str, lasts: float) -> None:
    sealed = vault(session).seal(fetched)
    _note(session, app_id, sealed_token=sealed, expires=now() + timedelta(seconds=lasts), fetching=EPOCH)


def end_fetching(session: Session, app_id: str) -> None:
    _note(session, app_id, fetching=EPOCH)


def drop_token(session: Session, app_id: str, refused: str) -> None:
    """The platform refuses this token; a newer one stays."""
    row = session.exec(select(WechatAccount).where(WechatAccount.app_id == app_id).with_for_update()).first()
    if row and row.sealed_token and vault(session).open(row.sealed_token) == refused:
        row.sealed_token = None


def _note(session: Session, app_id: str, **values: Any) -> None:
    _open(session, app_id)
    session.exec(update(WechatAccount).where(col(WechatAccount.app_id) == app_id).values(values))


def _open(session: Session, app_id: str) -> None:
    times = {"expires": EPOCH, "fetching": EPOCH, "probe": EPOCH, "stopped": EPOCH}
    row = upsert(session, WechatAccount).values(app_id=app_id, can_push=False, **times)
    session.exec(row.on_conflict_do_nothing())
